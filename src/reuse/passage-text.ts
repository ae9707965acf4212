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
  for (const sentence of sentences)
    paragraphs.set(sentence.paragraph, [...(paragraphs.get(sentence.paragraph) ?? []), sentence]);
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
  const frequency = new Map<string, number>();
  const read = kept.map(({sentence, paragraph, start, end, zone, text}): ReuseSentence => {
    const tokens = readReuseTokens(text, start, {isName, quoted});
    const keys = tokens.map((token) => token.key);
    const telling = new Set(tokens.flatMap((token) => (token.class === "function" ? [] : [token.key])));
    for (const key of new Set(keys)) frequency.set(key, (frequency.get(key) ?? 0) + 1);
    return {sentence, paragraph, start, end, zone, text, folded: foldTypography(text), tokens, keys, telling};
  });
  const bodyWords = read.reduce((sum, {zone, tokens}) => sum + (zone === "body" ? tokens.length : 0), 0);
  return {article, sentences: read, bodyWords, frequency};
}

/** {@link toReuseText} of an article's own sentences. */
export function readReuseText(article: Article): ReuseText {
  return toReuseText(article.article, readSentences(article));
}
