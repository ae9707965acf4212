import type {Article} from "../../src/corpus/article.ts";
import {type ReuseText, readReuseText} from "../../src/reuse/passage-text.ts";

/** An article that is all body, for tests. */
export function makeArticle(article: string, text: string, more: Partial<Article> = {}): Article {
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
    title: null,
    text,
    zones: [{start: 0, end: text.length, zone: "body"}],
    issues: [],
    ...more,
  };
}

export const makeText = (article: string, text: string): ReuseText => readReuseText(makeArticle(article, text));
