import type {Article, Field, Zone} from "../corpus/article.ts";
import {readSentences} from "../text/sentences.ts";
import {findQuoted, type QuotedRange} from "./quoted.ts";
import {foldTypography} from "./spelling.ts";
import {type ReuseToken, readReuseTokens} from "./token.ts";

/** A sentence that can be reused: of the body or of a caption, with its words. */
export interface ReuseSentence {
  /** `Sentence.sentence` in the article. */
  sentence: number;
  paragraph: number;
  start: number;
  end: number;
  zone: Zone;
  text: string;
  /** `text` with quotation marks and spaces folded: equal strings are verbatim copies. */
  folded: string;
  tokens: readonly ReuseToken[];
  keys: readonly string[];
  /** Keys of the words that are more than grammar. */
  telling: ReadonlySet<string>;
}

/** What alignment needs of an article, read once. */
export interface ReuseText {
  article: string;
  sentences: readonly ReuseSentence[];
  /** Words of the body zone. */
  bodyWords: number;
  /** How many sentences have each key. */
  frequency: ReadonlyMap<string, number>;
}

/** The part of a sentence that reuse reads; the sentences of the project have more. */
export interface PlainSentence {
  sentence: number;
  paragraph: number;
  start: number;
  end: number;
  zone: Zone;
  field: Field;
  text: string;
}

/** Words that the sentences write with a capital inside and never small: names, wherever they stand. */
function findNames(sentences: readonly PlainSentence[]): (lower: string) => boolean {
  const capital = new Set<string>();
  const small = new Set<string>();
  for (const {text} of sentences)
    for (const {index, 0: word} of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu))
      if (!/^\p{Lu}/u.test(word)) small.add(word);
      else if (index > 0 && /[\p{Ll}\d,]\s+$/u.test(text.slice(Math.max(0, index - 3), index)))
        capital.add(word.toLowerCase());
  return (lower) => capital.has(lower) && !small.has(lower);
}

/** Quoted ranges of whole paragraphs, since a quotation may run over several sentences. */
function findQuotedRanges(sentences: readonly PlainSentence[]): QuotedRange[] {
  const paragraphs = new Map<number, PlainSentence[]>();
  for (const sentence of sentences) {
    const known = paragraphs.get(sentence.paragraph);
    if (known) known.push(sentence);
    else paragraphs.set(sentence.paragraph, [sentence]);
  }
  return [...paragraphs.values()].flatMap((paragraph) => {
    const from = paragraph[0]?.start ?? 0;
    // Sentences put back at their offsets; what stood between them is space.
    const text = paragraph.reduce((joined, {start, text}) => joined.padEnd(start - from) + text, "");
    return findQuoted(text).map(({start, end}) => ({start: start + from, end: end + from}));
  });
}

/**
 * Makes the sentences of one article ready for alignment; those of other zones than body and caption, and of a `title`, fall out.
 *
 * @example
 * toReuseText("a", []).bodyWords // => 0
 */
export function toReuseText(article: string, sentences: readonly PlainSentence[]): ReuseText {
  const kept = sentences.filter(({zone, field}) => field === "text" && (zone === "body" || zone === "caption"));
  const isName = findNames(kept);
  const quoted = findQuotedRanges(kept);
  const read = kept.flatMap((sentence) =>
    cutLong(sentence, readReuseTokens(sentence.text, sentence.start, {isName, quoted})),
  );
  const frequency = new Map<string, number>();
  for (const {keys} of read) for (const key of new Set(keys)) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const bodyWords = read.reduce((sum, {zone, tokens}) => sum + (zone === "body" ? tokens.length : 0), 0);
  return {article, sentences: read, bodyWords, frequency};
}

/** A "sentence" without end, as in a list or a transcript, is compared in pieces of so many words. */
const LONGEST = 300;

function cutLong(sentence: PlainSentence, tokens: readonly ReuseToken[]): ReuseSentence[] {
  const pieces = Math.max(1, Math.ceil(tokens.length / LONGEST));
  return Array.from({length: pieces}, (_, i) => {
    const own = tokens.slice(i * LONGEST, (i + 1) * LONGEST);
    const start = i === 0 ? sentence.start : (own[0]?.start ?? sentence.start);
    const end = i === pieces - 1 ? sentence.end : (own.at(-1)?.end ?? sentence.end);
    const text = sentence.text.slice(start - sentence.start, end - sentence.start);
    const telling = new Set(own.flatMap((token) => (token.class === "function" ? [] : [token.key])));
    const {paragraph, zone} = sentence;
    const keys = own.map((token) => token.key);
    return {
      sentence: sentence.sentence,
      paragraph,
      start,
      end,
      zone,
      text,
      folded: foldTypography(text),
      tokens: own,
      keys,
      telling,
    };
  });
}

/** {@link toReuseText} of an article's own sentences. */
export function readReuseText(article: Article): ReuseText {
  return toReuseText(article.article, readSentences(article));
}
