import type {Article, Field, Zone} from "../corpus/article.ts";
import {endsWithAbbreviation} from "./abbreviations.ts";

/** A sentence, or the whole of a headline, caption line or credit. `text.slice(start, end)` of the article's field is `text`. */
export interface Sentence {
  /** Position in the article, from 0; sentences of a `title` come first. */
  sentence: number;
  /** Sentences of one run of one zone share this number; it counts from 0 over the article. */
  paragraph: number;
  start: number;
  end: number;
  zone: Zone;
  field: Field;
  text: string;
}

/**
 * The sentences of an article in reading order, its `title` first. Every non-space character of every zone stands in exactly one.
 *
 * Unicode's sentence boundaries (UAX 29, as Intl.Segmenter has them), rejoined where they cut after an abbreviation or an initial,
 * or before a lower-case word. It is weakest where an abbreviation really ends a sentence and the next opens with a name.
 *
 * @example
 * readSentences(readArticle("a.txt", "Dr. Ito left. So did I.")).map(({start, text}) => [start, text]) // => [[0, "Dr. Ito left."], [14, "So did I."]]
 */
export function readSentences(article: Article): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  const add = (text: string, run: {start: number; end: number; zone: Zone}, field: Field) => {
    for (const {start, end} of splitSentences(text.slice(run.start, run.end), run.start)) {
      sentences.push({
        sentence: sentences.length,
        paragraph,
        start,
        end,
        zone: run.zone,
        field,
        text: text.slice(start, end),
      });
    }
    paragraph++;
  };
  if (article.title?.trim()) add(article.title, {start: 0, end: article.title.length, zone: "headline"}, "title");
  for (const run of article.zones) add(article.text, run, "text");
  return sentences;
}

const segmenter = new Intl.Segmenter("en", {granularity: "sentence"});
/** A boundary is sought only here, so that text without end marks costs nothing. */
const END_MARK = /[.!?…。！？]/u;

/**
 * Splits one paragraph; offsets are those of the paragraph plus `offset`, white space at both ends left out.
 *
 * @example splitSentences("Dr. Ito left. So did I.") // => [{"start": 0, "end": 13}, {"start": 14, "end": 23}]
 */
export function splitSentences(paragraph: string, offset = 0): {start: number; end: number}[] {
  const spans: {start: number; end: number}[] = [];
  const pieces = END_MARK.test(paragraph) ? segmentInWindows(paragraph) : [{index: 0, segment: paragraph}];
  for (const {index, segment} of cutBeforeNumbers(pieces)) {
    const trimmed = segment.trim();
    if (!trimmed) continue;
    const start = index + segment.indexOf(trimmed);
    const end = start + trimmed.length;
    const last = spans.at(-1);
    const note = last && paragraph[last.end - 1] === "[" ? (FOOTNOTES.exec(trimmed)?.[0].length ?? 0) : 0;
    if (last && note > 0) last.end = start + note;
    if (last && (note === trimmed.length || goesOn(paragraph, last.start, last.end, trimmed))) last.end = end;
    else spans.push({start: start + (note > 0 ? note + leadingSpace(trimmed.slice(note)) : 0), end});
  }
  return spans.map(({start, end}) => ({start: start + offset, end: end + offset}));
}

/** "It ended.[9][10]": Unicode begins a sentence behind the first bracket. */
const FOOTNOTES = /^\d{1,3}\](?:\[\d{1,3}\])*/u;
const leadingSpace = (text: string) => text.length - text.trimStart().length;

/** Intl.Segmenter copies its whole input for every segment that it gives: a window keeps a long line linear. */
const WINDOW = 4096;

function* segmentInWindows(paragraph: string): Generator<{index: number; segment: string}> {
  let [from, size] = [0, WINDOW];
  while (from < paragraph.length) {
    const end = Math.min(paragraph.length, from + size);
    const pieces = [...segmenter.segment(paragraph.slice(from, end))];
    // The last piece may go on behind the window; alone in it, it needs a larger one.
    if (end < paragraph.length) pieces.pop();
    if (pieces.length === 0) {
      size *= 2;
      continue;
    }
    for (const {index, segment} of pieces) yield {index: from + index, segment};
    const last = pieces.at(-1);
    from += last ? last.index + last.segment.length : 0;
    size = WINDOW;
  }
}

/** A full stop before a number: Unicode sees no new sentence where a lower-case word follows the number ("It rained. 20 fled."). */
const STOP_BEFORE_NUMBER = /[.!?]["”’)\]]*\s+(?=["“‘(]?[$€£]?\d)/gu;

function* cutBeforeNumbers(
  pieces: Iterable<{index: number; segment: string}>,
): Generator<{index: number; segment: string}> {
  for (const {index, segment} of pieces) {
    let from = 0;
    for (const stop of segment.matchAll(STOP_BEFORE_NUMBER)) {
      const to = stop.index + stop[0].length;
      yield {index: index + from, segment: segment.slice(from, to)};
      from = to;
    }
    yield {index: index + from, segment: segment.slice(from)};
  }
}

/** Whether what Unicode calls a new sentence belongs to the one before it. */
function goesOn(paragraph: string, start: number, end: number, next: string): boolean {
  const tail = paragraph.slice(Math.max(start, end - 24), end);
  if (endsWithAbbreviation(tail, next)) return true;
  // A cue after a quoted question: "Why?" he asked. A bracket or dash that hangs on.
  if (/^[\p{Ll}]/u.test(next) && /[!?.…]["”’')\]]*$/u.test(tail)) return true;
  return /^[)\]”’]+$/u.test(next);
}
