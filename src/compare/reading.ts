import type {Article} from "../corpus/article.ts";
import {readSentences, type Sentence} from "../text/sentences.ts";

/** One article with its sentences: what every comparison starts from. */
export interface ArticleReading {
  article: Article;
  /** What the article is called in a comparison: its outlet where that is known and its own, else the file's short name. */
  label: string;
  sentences: readonly Sentence[];
}

/**
 * Reads every article by itself and names it for the comparison. The order of the articles is kept and decides nothing.
 *
 * @example
 * readArticles([readArticle("000_c9.txt", "A quake."), readArticle("001_cc.txt", "A quake.", {outlet: "KSL"})]).map(({label}) => label) // => ["000", "KSL"]
 */
export function readArticles(articles: readonly Article[]): ArticleReading[] {
  const labels = labelArticles(articles);
  return articles.map((article, i) => ({
    article,
    label: labels[i] ?? article.article,
    sentences: readSentences(article),
  }));
}

/** The outlet under which an article counts: its label where its text names none, so that two unknown outlets are not one. */
export function outletOf({article, label}: {article: {outlet: string}; label: string}): string {
  return article.outlet === "unknown" ? label : article.outlet;
}

/**
 * Names for articles: the outlet when it is known and no other article is of the same outlet, else the file's name without folder
 * and ending, cut before the first "_" when that is still unique.
 */
export function labelArticles(articles: readonly Article[]): string[] {
  const times = (names: readonly string[], name: string) => names.filter((other) => other === name).length;
  const outlets = articles.map((a) => a.outlet);
  const stems = articles.map((a) => a.article.replace(/^.*\//u, "").replace(/\.[a-z]+$/u, ""));
  const heads = stems.map((stem) => stem.split("_")[0] ?? stem);
  return articles.map((article, i) => {
    const [outlet, stem, head] = [outlets[i] ?? "", stems[i] ?? "", heads[i] ?? ""];
    const file = head && times(heads, head) === 1 ? head : times(stems, stem) === 1 ? stem : article.article;
    if (outlet === "unknown") return file;
    return times(outlets, outlet) === 1 ? outlet : `${outlet} ${file}`;
  });
}
