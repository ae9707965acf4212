import {type Field, TOLD_ZONES, type Zone} from "../corpus/article.ts";
import type {Sentence} from "../text/sentences.ts";
import {findQuoted, type Quoted} from "./marks.ts";
import {readSpeechEvents} from "./speech-events.ts";
import {isCapitalised, readTokens, type Token} from "./tokens.ts";

/**
 * What attribution reads at a time: a sentence in which each quotation is one token. A sentence here goes on over the full stops inside
 * a quotation ("“I left. I ran,” he said") and ends with a quotation that no cue follows.
 */
export interface Unit {
  tokens: Token[];
  paragraph: number;
  zone: Zone;
  /** Paragraph-initial; quotations run over from the paragraph before. */
  first: boolean;
}

/** The units of one field of an article. */
export function readUnits(text: string, sentences: readonly Sentence[], field: Field): Unit[] {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.field !== field || !TOLD_ZONES.has(sentence.zone)) continue;
    const last = paragraphs.at(-1);
    if (last?.[0]?.paragraph === sentence.paragraph) last.push(sentence);
    else paragraphs.push([sentence]);
  }
  const stretches = paragraphs.map((paragraph) => ({start: paragraph[0]!.start, end: paragraph.at(-1)!.end}));
  const quoted = findQuoted(text, stretches);
  const units: Unit[] = [];
  let next = 0;
  paragraphs.forEach((paragraph, index) => {
    const from = next;
    while (next < quoted.length && quoted[next]!.stretch === index) next++;
    readParagraph(text, paragraph, quoted.slice(from, next)).forEach((tokens, i) => {
      units.push({tokens, paragraph: index, zone: paragraph[0]!.zone, first: i === 0});
    });
  });
  return units;
}

function readParagraph(text: string, sentences: readonly Sentence[], quoted: readonly Quoted[]): Token[][] {
  const pieces: Token[][] = [];
  let start = sentences[0]!.start;
  let q = 0;
  let first = 0;
  sentences.forEach((sentence, i) => {
    const following = sentences[i + 1];
    while (quoted[q] && quoted[q]!.end <= sentence.end) q++;
    const straddles = following && quoted[q] && quoted[q]!.start < sentence.end && quoted[q]!.end > following.start;
    if (straddles) return;
    const tokens = readTokens(text, start, sentence.end, quoted.slice(first, q));
    first = q;
    for (const piece of splitLong(tokens)) pieces.push(...splitAfterQuotations(piece));
    start = following?.start ?? sentence.end;
  });
  return rejoinCues(pieces);
}

/** No sentence is longer than this; a text without full stops is cut, so that reading stays linear. */
const LONGEST = 300;

function splitLong(tokens: Token[]): Token[][] {
  if (tokens.length <= LONGEST) return [tokens];
  const pieces: Token[][] = [];
  for (let i = 0; i < tokens.length; i += LONGEST) pieces.push(tokens.slice(i, i + LONGEST));
  return pieces;
}

/** "“I ran.” Police have confirmed ...": the full stop inside the marks ends the sentence. */
function splitAfterQuotations(tokens: Token[]): Token[][] {
  const pieces: Token[][] = [];
  let from = 0;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const next = tokens[i + 1]!;
    // "... at the hospital."They are": the space is missing.
    if (next.kind === "quotation" && tokens[i]!.text === "." && next.start === tokens[i]!.end) {
      pieces.push(tokens.slice(from, i + 1));
      from = i + 1;
    }
    if (tokens[i]!.kind !== "quotation" || !endsSentence(tokens[i]!)) continue;
    if (next.kind === "quotation" || isCapitalised(next)) {
      pieces.push(tokens.slice(from, i + 1));
      from = i + 1;
    }
  }
  pieces.push(tokens.slice(from));
  return pieces.filter((piece) => piece.length > 0);
}

const endsSentence = (token: Token) => /[.?!…][\s"“”'‘’»]*$/u.test(token.text.slice(-8)) || !token.quoted?.closed;

/** "“Why?” Smith asked.": a cue with nothing of its own to report belongs to the quotation before it. */
function rejoinCues(pieces: readonly Token[][]): Token[][] {
  const joined: Token[][] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.at(-1)?.kind === "quotation" && endsSentence(last.at(-1)!) && isBareCue(piece)) last.push(...piece);
    else joined.push([...piece]);
  }
  return joined;
}

function isBareCue(tokens: readonly Token[]): boolean {
  if (tokens.length === 0 || tokens.length > 40 || tokens[0]!.kind === "quotation") return false;
  const event = readSpeechEvents(tokens)[0];
  return (
    !!event && event.cue.from <= 8 && event.content === null && event.subject !== null && event.subject.phrase.from <= 1
  );
}
