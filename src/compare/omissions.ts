import type {Fact, FactReading} from "./compare-facts.ts";
import {compareDates} from "./dates.ts";

/** A fact that enough others carry and this article does not. */
export interface Omission {
  fact: string;
  article: string;
  carriedBy: string[];
  /** Whether it could have been known: an article that carries it was published no later. Null where a date is missing. */
  known: boolean | null;
}

/**
 * For each article the facts that at least `atLeast` others carry and it does not, told apart from what was not yet known when it
 * was written. A fact that only articles of later days carry was not known then.
 *
 * @example
 * compareCorpus({articles: [readArticle("a", "A quake killed 35 people."), readArticle("b", "The quake killed 35 people."), readArticle("c", "A quake struck.")]}).omissions // => [{"fact": "killed-35-person", "article": "c", "carriedBy": ["a", "b"], "known": null}]
 */
export function findOmissions(facts: readonly Fact[], articles: readonly FactReading[], atLeast = 2): Omission[] {
  const published = new Map(articles.map((a) => [a.article.article, a.article.published]));
  return facts.flatMap((fact) => {
    if (fact.articles.length < atLeast) return [];
    const carriers = new Set(fact.articles);
    return articles
      .map((a) => a.article.article)
      .filter((article) => !carriers.has(article))
      .map((article) => ({
        fact: fact.fact,
        article,
        carriedBy: fact.articles,
        known: couldBeKnown(
          published.get(article) ?? null,
          fact.articles.map((a) => published.get(a) ?? null),
        ),
      }));
  });
}

function couldBeKnown(own: string | null, carriers: readonly (string | null)[]): boolean | null {
  const orders = carriers.map((date) => compareDates(date, own));
  if (orders.some((order) => order !== null && order <= 0)) return true;
  return orders.includes(null) ? null : false;
}
