import type {Article} from "../../src/corpus/article.ts";
import type {QuantityMention} from "../../src/quantities/quantity.ts";
import {type QuantityOptions, readQuantities} from "../../src/quantities/read-quantities.ts";
import {type Sentence, splitSentences} from "../../src/text/sentences.ts";

/** An article that is nothing but body text. */
export const bodyOf = (text: string): Article => ({
  article: "test.txt",
  outlet: "unknown",
  agency: null,
  headline: null,
  byline: null,
  dateline: null,
  published: "2022-03-17",
  updated: null,
  language: "en",
  link: null,
  title: null,
  text,
  zones: [{start: 0, end: text.length, zone: "body"}],
  issues: [],
});

/** Sentences of body text whose paragraphs are parted by blank lines. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const match of text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)) {
    for (const {start, end} of splitSentences(match[0], match.index)) {
      sentences.push({
        sentence: sentences.length,
        paragraph,
        start,
        end,
        zone: "body",
        field: "text",
        text: text.slice(start, end),
      });
    }
    paragraph++;
  }
  return sentences;
}

/** The quantities of a text that is all body. */
export const readText = (text: string, options: QuantityOptions = {}): QuantityMention[] =>
  readQuantities(bodyOf(text), sentencesOf(text), options);
