import {hrefTo, pairId} from "../charts/anchor.ts";
import type {LedgerRow} from "../compare/ledger.ts";
import {attributes, type Html, html} from "../markup/html.ts";
import {type Edition, originOf, siglumOf} from "./edition.ts";
import {type Choice, renderFilter} from "./filter.ts";
import {renderSiglum} from "./siglum.ts";
import {inNotebook} from "./style.ts";
import {findWordDifferences} from "./word-differences.ts";

/** Edits that change what is said stand before those that change how it is said. */
const ORDER = [
  "number",
  "unit",
  "attribution dropped",
  "attribution added",
  "attribution in one",
  "caveat dropped",
  "caveat added",
  "caveat in one",
  "tense",
  "word",
  "wording",
  "cut",
  "added",
  "in one",
  "moved",
  "house style",
];

/** The same edit wherever it was made: "within" to "inside", in two places or in two copies of one text. */
interface Substitution {
  first: LedgerRow;
  rows: LedgerRow[];
}

/**
 * The substitution ledger as an apparatus: a line per edit, what stood in the fuller or earlier text, an arrow (a stroke where nothing
 * tells which that is), what stands in the other, with the words around it; the sigla of both; the kind of edit. A line opens the card
 * of both sentences.
 */
export function renderLedger(edition: Edition, ledger: readonly LedgerRow[], id = "ledger"): Html {
  if (edition.reuse.length === 0) return inNotebook(html`<p class="muted">No two articles share a sentence.</p>`);
  const lines = joinSubstitutions(edition, ledger);
  if (lines.length === 0)
    return inNotebook(html`<p class="muted">No word was changed in the sentences that articles share.</p>`);
  return inNotebook(html`<div class="apparatus">
${
  lines.length > 1 &&
  renderFilter(
    id,
    choicesFor(
      edition,
      lines.flatMap(({rows}) => rows),
    ),
    "edits",
  )
}
<div id="${id}">${lines.map((line) => renderLine(edition, line))}</div>
</div>`);
}

function joinSubstitutions(edition: Edition, ledger: readonly LedgerRow[]): Substitution[] {
  const lines = new Map<string, Substitution>();
  for (const row of ledger) {
    const sign = signOf(row);
    const holder = sign === "not" ? row.articleA : null;
    const key = JSON.stringify([row.edit, sign, holder, fold(row.before), fold(row.after)]);
    const line = lines.get(key);
    if (line) line.rows.push(row);
    else lines.set(key, {first: row, rows: [row]});
  }
  const rank = ({first}: Substitution): number => ORDER.indexOf(first.edit);
  return [...lines.values()]
    .filter(({rows}) => !rows.every((row) => isBetweenCopies(edition, row)))
    .sort((x, y) => rank(x) - rank(y));
}

/**
 * Whether both articles share a fuller text, and the sentence stands there too: what one copy has where the other has something else
 * is then told by the lines that lead from that text to each of them.
 */
function isBetweenCopies(edition: Edition, {articleA, articleB, sentenceStartB}: LedgerRow): boolean {
  const origin = originOf(edition, articleB);
  if (origin === null || origin !== originOf(edition, articleA)) return false;
  return edition.reuse.some(
    (row) =>
      row.label !== "paraphrase" &&
      ((row.articleA === origin && row.articleB === articleB && row.startB === sentenceStartB) ||
        (row.articleB === origin && row.articleA === articleB && row.startA === sentenceStartB)),
  );
}

const fold = (text: string | null): string | null => text?.toLowerCase().replaceAll("’", "'") ?? null;

function renderLine(edition: Edition, {first, rows}: Substitution): Html {
  const articles = new Set(rows.flatMap(({articleA, articleB}) => [articleA, articleB]));
  const data = {
    "data-row": true,
    "data-edit": first.edit,
    "data-pair": [...new Set(rows.map((row) => nameOfPair(edition, row)))].join("|"),
    "data-outlet": [...articles].map((article) => siglumOf(edition, article).letter).join("|"),
  };
  const href = hrefTo(
    pairId(
      {article: first.articleA, start: first.sentenceStartA},
      {article: first.articleB, start: first.sentenceStartB},
    ),
  );
  return html`<div class="entry edit" ${attributes(data)}>
<p class="lemma">${first.edit}</p>
<p class="variants"><a class="reading" href="${href}"><bdi>${renderChange(edition, first)}</bdi></a></p>
<p class="relation">${renderPairs(edition, rows)}</p></div>
`;
}

/** The edit between the words around it: they are the source's, or the copy's where the source has nothing. */
function renderChange(edition: Edition, row: LedgerRow): Html {
  const {before, after, edit} = row;
  const directed = row.direction !== null;
  const [left, right] = wordsAround(edition, row);
  if (before === null) return html`${left}<ins>${after}</ins>${right}`;
  if (after === null) return html`${left}${directed ? html`<del>${before}</del>` : html`<ins>${before}</ins>`}${right}`;
  const arrow = html` <span class="arrow">${signOf(row)}</span> `;
  if (edit === "moved") return html`${left}${before}${arrow}${after}${right}`;
  return html`${left}${markWords(after, before, directed ? "del" : "ins")}${arrow}${markWords(before, after, "ins")}${right}`;
}

/** The words of `text` that `other` has not, cut or put in; the others stand plain. */
function markWords(other: string, text: string, kind: "del" | "ins"): Html {
  const {spans, shared} = findWordDifferences(other, text);
  const whole = [{start: 0, end: text.length}];
  let at = 0;
  const pieces = (shared === 0 ? whole : spans).map(({start, end}) => {
    const [same, differs] = [text.slice(at, start), text.slice(start, end)];
    at = end;
    return kind === "del" ? html`${same}<del>${differs}</del>` : html`${same}<ins>${differs}</ins>`;
  });
  return html`${pieces}${text.slice(at)}`;
}

const WORDS_AROUND = 4;

function wordsAround(edition: Edition, row: LedgerRow): [Html | null, Html | null] {
  const {before, articleA, articleB, startA, endA, startB, endB, sentenceStartA, sentenceStartB} = row;
  const [name, start, end, from] =
    before === null ? [articleB, startB, endB, sentenceStartB] : [articleA, startA, endA, sentenceStartA];
  const reading = edition.readings.find(({article}) => article.article === name);
  const sentence = reading?.sentences.find((one) => one.field === "text" && one.start === from);
  if (!reading || !sentence) return [null, null];
  const {text} = reading.article;
  const left = firstWords(text.slice(sentence.start, start), "end");
  const right = firstWords(text.slice(end, sentence.end), "start");
  return [context(left), context(right)];
}

const context = (text: string): Html | null => (text === "" ? null : html`<span class="context">${text}</span>`);

/** The words next to an edit, with the space between. */
function firstWords(text: string, from: "start" | "end"): string {
  const near = from === "end" ? `(?:\\S+\\s+){0,${WORDS_AROUND}}\\S*$` : `^\\S*(?:\\s+\\S+){0,${WORDS_AROUND}}`;
  const words = new RegExp(near, "u").exec(text)?.[0] ?? "";
  if (words.trim() === text.trim()) return words;
  return from === "end" ? `… ${words}` : `${words.trimEnd()} …`;
}

/** "A B → D": the articles that have it so, an arrow or a stroke, those that have it otherwise; how often, where more than once. */
function renderPairs(edition: Edition, rows: readonly LedgerRow[]): Html {
  const sourcesOf = new Map<string, string[]>();
  for (const {articleA, articleB} of rows) sourcesOf.set(articleB, [...(sourcesOf.get(articleB) ?? []), articleA]);
  // Copies that have it from the same articles, and equally often, stand together.
  const groups = new Map<string, {sources: string[]; copies: string[]}>();
  for (const [copy, sources] of sourcesOf) {
    const group = groups.get(JSON.stringify(sources)) ?? {sources, copies: []};
    group.copies.push(copy);
    groups.set(JSON.stringify(sources), group);
  }
  const sign = (article: string) => html`${renderSiglum(siglumOf(edition, article))} `;
  return html`${[...groups.values()].map(({sources, copies}) => {
    const names = [...new Set(sources)];
    const times = Math.max(...names.map((name) => sources.filter((source) => source === name).length));
    return html`<span class="nowrap">${names.map(sign)}<span class="muted">${signOf(rows[0]!)}</span> ${copies.map(sign)}${
      times > 1 && html`<span class="muted">×${times}</span>`
    }</span> `;
  })}`;
}

const signOf = ({direction, after}: LedgerRow): string => (direction !== null ? "→" : after === null ? "not" : "|");

function nameOfPair(edition: Edition, {articleA, articleB, direction}: LedgerRow): string {
  const letters = [articleA, articleB].map((name) => siglumOf(edition, name).letter);
  return direction === null ? letters.sort().join(" | ") : letters.join(" → ");
}

function choicesFor(edition: Edition, ledger: readonly LedgerRow[]): Choice[] {
  const edits = ORDER.filter((kind) => ledger.some(({edit}) => edit === kind));
  const pairs = [...new Set(ledger.map((row) => nameOfPair(edition, row)))].sort();
  return [
    {name: "edit", label: "Edit", options: edits.map((kind) => [kind, kind])},
    {name: "pair", label: "From, to", options: pairs.map((pair) => [pair, pair])},
    {
      name: "outlet",
      label: "Article",
      options: [...edition.sigla.values()].map(({letter, name}) => [letter, `${letter} ${name}`]),
    },
  ];
}
