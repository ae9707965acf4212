import type {Article} from "../../src/corpus/article.ts";
import type {Quotation} from "../../src/quotes/quotation.ts";
import {readQuotations} from "../../src/quotes/quotations.ts";
import {readSentences} from "../../src/text/sentences.ts";

/** An article that is nothing but body, a paragraph a line. */
export function plainArticle(text: string, title: string | null = null, article = "plain"): Article {
  const zones = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
    zone: "body" as const,
  }));
  return {
    article,
    outlet: "unknown",
    agency: null,
    headline: null,
    byline: null,
    dateline: null,
    published: null,
    updated: null,
    language: "en",
    link: null,
    title,
    text,
    zones,
    issues: [],
  };
}

export function quotationsIn(text: string, title: string | null = null, name = "plain"): Quotation[] {
  const article = plainArticle(text, title, name);
  return readQuotations(article, readSentences(article));
}

/** "kind | speaker | cue | words", as the tables of cases have it. */
export const drawRow = ({kind, speaker, cue, text}: Quotation): string =>
  `${kind} | ${speaker ?? "-"} | ${cue ?? "-"} | ${text}`;
