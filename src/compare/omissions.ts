import type {Fact, FactReading} from "./compare-facts.ts";

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

/** Compared by the day where either date is only a day. */
function couldBeKnown(own: string | null, carriers: readonly (string | null)[]): boolean | null {
  if (own === null) return null;
  const known = carriers
    .filter((date) => date !== null)
    .map((date) => {
      const length = Math.min(own.length, date.length) < 16 ? 10 : 16;
      return date.slice(0, length) <= own.slice(0, length);
    });
  if (known.some(Boolean)) return true;
  return known.length < carriers.length ? null : false;
}
