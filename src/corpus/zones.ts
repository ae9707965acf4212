import {AGENCIES} from "./agencies.ts";
import type {Zone, ZoneRun} from "./article.ts";
import {findTrailingCredit, leadingCaptionLabel} from "./credits.ts";
import {type Dateline, readDateline} from "./datelines.ts";
import {readDate} from "./dates.ts";
import {
  countWords,
  endsLikeSentence,
  findStoryEnd,
  isContributorLine,
  isCrosshead,
  isCutOff,
  isFurnitureLine,
  LONGEST_FURNITURE,
} from "./furniture.ts";
import {type Paragraph, splitParagraphs, trimSpan} from "./paragraphs.ts";

/** A text cut into zones, with the dateline that was found on the way. */
export interface Layout {
  zones: ZoneRun[];
  dateline: (Dateline & {text: string}) | null;
}

const CRAWLER_LINE = /^date \d{4}-\d{2}-\d{2}(?=\s|$)/u;
const BYLINE = /^(?:by|words by|story by|written by) (?:\p{Lu}|the )/iu;
const STAMP =
  /^(?:(?:published|posted|updated|last (?:modified|updated)|first published|date)\b|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b)/iu;

/**
 * Cuts a text into zones by the form of its lines: every non-space character falls in exactly one run, runs are in order and never
 * overlap, and no run crosses a paragraph.
 *
 * `title`, where it is known from elsewhere, tells a gallery about the event from one about the week's news.
 *
 * It is weakest on a page whose story is followed by teasers without any heading, and on a crosshead that ends with a full stop.
 */
export function readZones(text: string, title = ""): Layout {
  const layout: Layout = {zones: [], dateline: null};
  const paragraphs = cutCrawlerLine(text, splitParagraphs(text), layout);
  const storyEnd = findStoryEnd(text, paragraphs);
  const lines = paragraphs.map((p) => text.slice(p.start, p.end));
  let begun = false;
  let headed = false;
  for (const [i, paragraph] of paragraphs.entries()) {
    const line = lines[i] ?? "";
    const push = (start: number, end: number, zone: Zone) => {
      const span = trimSpan(text, start, end);
      if (span.end > span.start) layout.zones.push({...span, zone});
    };
    const whole = (zone: Zone) => push(paragraph.start, paragraph.end, zone);
    if (i >= storyEnd) whole("furniture");
    else if (line.length > LONGEST_FURNITURE) {
      whole("body");
      begun = true;
    } else if (pushGallery(line, paragraph, title || (lines.find((l) => !isFurnitureLine(l)) ?? ""), push)) continue;
    else if (isContributorLine(line) && begun) whole("agency credit");
    else if (isFurnitureLine(line) && !isStamp(line)) whole(AGENCIES.has(line) ? "byline" : "furniture");
    else if (isCutOff(line, lines[i + 1])) whole("furniture");
    else if (!begun && (AGENCIES.has(line) || BYLINE.test(line) || isStamp(line)) && countWords(line) <= 25)
      whole("byline");
    else if (pushCaption(line, paragraph, push)) continue;
    else if (
      !begun &&
      !endsLikeSentence(headWithoutMarks(withoutCredit(line))) &&
      (!headed || countWords(line) > 12) &&
      countWords(line) <= 40 &&
      !readDateline(line)
    ) {
      whole("headline");
      headed = true;
    } else if (isCrosshead(line) && !(paragraphs.length === 1)) whole("furniture");
    else {
      pushBody(line, paragraph, begun, layout, push);
      begun = true;
    }
  }
  return layout;
}

type Push = (start: number, end: number, zone: Zone) => void;

/** A headline may end with a quotation mark, and a quoted full stop is no end of a sentence in one. */
const headWithoutMarks = (line: string) => line.replace(/["”’]$/u, "");

const withoutCredit = (line: string) => line.slice(0, findTrailingCredit(line)?.start ?? line.length).trimEnd();

const isStamp = (line: string) =>
  (STAMP.test(line) && countWords(line) <= 20 && readDate(line) !== null) ||
  (readDate(line) !== null && countWords(line) <= 14 && !endsLikeSentence(line));

function cutCrawlerLine(text: string, paragraphs: Paragraph[], layout: Layout): Paragraph[] {
  const first = paragraphs[0];
  const crawler = first && CRAWLER_LINE.exec(text.slice(first.start, first.end));
  if (!first || !crawler) return paragraphs;
  layout.zones.push({start: first.start, end: first.start + crawler[0].length, zone: "crawler line"});
  const rest = trimSpan(text, first.start + crawler[0].length, first.end);
  return rest.end > rest.start ? [rest, ...paragraphs.slice(1)] : paragraphs.slice(1);
}

/**
 * A gallery in one line ("8 show all Flood in Lyon 1/8 The bridge in May 2/8 ...") is captions when its heading shares two words with
 * the article's title; any other gallery is left to the rules for furniture.
 */
function pushGallery(line: string, paragraph: Paragraph, title: string, push: Push): boolean {
  const items = [...line.matchAll(/(?<=\s)(?<n>\d{1,3})\/(?<of>\d{1,3})\s/gu)].filter(
    (m) => Number(m.groups?.["n"]) <= Number(m.groups?.["of"]),
  );
  const first = items[0];
  if (!first || items.length < 2 || !/\bshow all\b/iu.test(line.slice(0, first.index))) return false;
  const words = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu));
  const [heading, about] = [words(line.slice(0, first.index)), words(title)];
  if ([...heading].filter((word) => about.has(word)).length < 2) return false;
  push(paragraph.start, paragraph.start + first.index, "furniture");
  for (const [i, item] of items.entries()) {
    const [from, to] = [item.index + item[0].length, items[i + 1]?.index ?? line.length];
    push(paragraph.start + item.index, paragraph.start + from, "furniture");
    push(paragraph.start + from, paragraph.start + to, "caption");
  }
  return true;
}

/** A paragraph that opens with a caption label or closes with a picture credit is a caption. */
function pushCaption(line: string, paragraph: Paragraph, push: Push): boolean {
  const label = leadingCaptionLabel(line, !endsLikeSentence(line) && countWords(line) <= 40);
  const credit = findTrailingCredit(line);
  const picture = credit?.zone === "photo credit" ? credit : null;
  if (!picture && label.end === 0) return false;
  push(paragraph.start, paragraph.start + label.copyrightEnd, "photo credit");
  push(paragraph.start + label.copyrightEnd, paragraph.start + label.end, "furniture");
  push(paragraph.start + label.end, paragraph.start + (picture?.start ?? line.length), "caption");
  if (picture) push(paragraph.start + picture.start, paragraph.start + picture.end, "photo credit");
  return true;
}

function pushBody(line: string, paragraph: Paragraph, begun: boolean, layout: Layout, push: Push): void {
  const credit = findTrailingCredit(line);
  const dateline = begun ? null : readDateline(line);
  if (dateline) {
    layout.dateline = {...dateline, text: line.slice(0, dateline.end)};
    push(paragraph.start, paragraph.start + dateline.end, "dateline");
  }
  push(paragraph.start + (dateline?.end ?? 0), paragraph.start + (credit?.start ?? line.length), "body");
  if (credit) push(paragraph.start + credit.start, paragraph.start + credit.end, credit.zone);
}
