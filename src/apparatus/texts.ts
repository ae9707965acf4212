import {cardId, hrefTo, mentionId, passageId} from "../charts/anchor.ts";
import type {ArticleReading} from "../compare/reading.ts";
import type {Zone, ZoneRun} from "../corpus/article.ts";
import {type Html, html} from "../markup/html.ts";
import {type Edition, type MentionRow, siglumOf} from "./edition.ts";
import {type Mark, renderMarkedText} from "./marked-text.ts";
import {renderSiglum} from "./siglum.ts";
import {inNotebook} from "./style.ts";
import {renderDate} from "./witnesses.ts";

/**
 * The articles whole and side by side: every mention an anchor that opens its fact, the sigla of other articles behind what they
 * have too and a link across, zones named, page furniture folded.
 */
export function renderTexts(edition: Edition): Html {
  return inNotebook(
    html`<div class="texts spread">${edition.readings.map((reading) => renderText(edition, reading))}</div>`,
  );
}

function renderText(edition: Edition, reading: ArticleReading): Html {
  const {article} = reading;
  const siglum = siglumOf(edition, article.article);
  const marks = [...marksOf(edition, article.article, "text"), ...sharedMarks(edition, article.article)];
  const title = article.title;
  return html`<article class="text" id="text-${siglum.letter}">
<header>${renderSiglum(siglum)} ${reading.label} <span class="muted">${renderDate(article.published)}</span></header>
<div class="words" dir="auto">
${title !== null && html`<p class="zone-headline">${renderMarkedText(title, 0, title.length, marksOf(edition, article.article, "title"))}</p>`}
${foldFurniture(blocksOf(article.text, article.zones)).map((group) => renderGroup(article.text, group, marks))}
</div></article>
`;
}

function marksOf(edition: Edition, article: string, field: string): Mark[] {
  return [...edition.mentionsOf.values()].flat().flatMap((mention): Mark[] => {
    if (mention.article !== article || (mention.field ?? "text") !== field) return [];
    const id = mentionId(mention);
    return [
      {
        start: mention.start,
        end: mention.end,
        className: classOf(mention),
        id,
        href: hrefTo(id),
        panel: cardId(mention.fact),
      },
    ];
  });
}

/** What is reported without quotation marks is marked more lightly. */
const classOf = ({role, corrected}: MentionRow): string =>
  `mention${role === "indirect" ? " reported" : ""}${corrected && corrected.length > 0 ? " corrected" : ""}`;

interface Passage {
  article: string;
  start: number;
  end: number;
}

/** What an article has in common with others, each stretch with links to where they have it. */
function sharedMarks(edition: Edition, article: string): Mark[] {
  const links = new Map<string, {own: Passage; after: Html[]}>();
  // Where a sentence was cut in two, the first of its parts is link enough.
  const led = new Set<string>();
  const add = (own: Passage, other: Passage, label: string) => {
    if (own.article !== article || !edition.sigla.has(other.article)) return;
    const after = links.get(passageId(own))?.after ?? [];
    const siglum = siglumOf(edition, other.article);
    if (led.has(`${passageId(own)} ${siglum.letter}`)) return;
    led.add(`${passageId(own)} ${siglum.letter}`);
    const title = `${label} in ${siglum.name}`;
    after.push(html` <a href="${hrefTo(passageId(other))}" title="${title}" data-jump>${renderSiglum(siglum)}</a>`);
    links.set(passageId(own), {own, after});
  };
  for (const {articleA, startA, endA, articleB, startB, endB, label} of edition.reuse) {
    const [a, b] = [
      {article: articleA, start: startA, end: endA},
      {article: articleB, start: startB, end: endB},
    ];
    add(a, b, label);
    add(b, a, label);
  }
  return [...links].map(([id, {own, after}]) => ({
    start: own.start,
    end: own.end,
    id,
    after: html`<span class="shared">${after}</span>`,
  }));
}

/** A paragraph or line of the page: runs of zones with no line break between them. */
type Block = ZoneRun[];

function blocksOf(text: string, zones: readonly ZoneRun[]): Block[] {
  const blocks: Block[] = [];
  let end = -1;
  for (const run of [...zones].sort((a, b) => a.start - b.start)) {
    for (const {index, 0: line} of text.slice(run.start, run.end).matchAll(/[^\n\r]+/g)) {
      if (line.trim() === "") continue;
      const piece = {start: run.start + index, end: run.start + index + line.length, zone: run.zone};
      const block = blocks.at(-1);
      if (block && end >= 0 && !/[\n\r]/.test(text.slice(end, piece.start))) block.push(piece);
      else blocks.push([piece]);
      end = piece.end;
    }
  }
  return blocks;
}

/** Neighbouring blocks of furniture together, every other block by itself. */
function foldFurniture(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    if (group?.[0] && zoneOf(group[0]) === "furniture" && zoneOf(block) === "furniture") group.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** A block is what most of its characters are: a dateline before a paragraph leaves it body. */
function zoneOf(block: Block): Zone {
  const longest = block.reduce((best, run) => (run.end - run.start > best.end - best.start ? run : best));
  return longest.zone;
}

function renderGroup(text: string, group: readonly Block[], marks: readonly Mark[]): Html {
  const blocks = group.map((block) => renderBlock(text, block, marks));
  const [first] = group;
  if (!first || zoneOf(first) !== "furniture") return html`${blocks}`;
  const words = group.flat().reduce((sum, {start, end}) => sum + text.slice(start, end).trim().split(/\s+/).length, 0);
  return html`<details class="furniture"><summary>Page furniture, ${words.toLocaleString("en-US")} words</summary>${blocks}</details>`;
}

function renderBlock(text: string, block: Block, marks: readonly Mark[]): Html {
  const zone = zoneOf(block);
  const pieces = block.map((run, index) => {
    const gap = index === 0 ? "" : text.slice(block[index - 1]?.end ?? run.start, run.start);
    const inner = renderMarkedText(text, run.start, run.end, marks);
    return html`${gap}${run.zone === zone ? inner : html`<span class="zone-${slug(run.zone)}" title="${run.zone}">${inner}</span>`}`;
  });
  return html`<p class="zone-${slug(zone)}" data-zone="${zone}">${pieces}</p>\n`;
}

const slug = (zone: Zone): string => zone.replaceAll(" ", "-");
