import type {AttributedQuantity} from "./claims.ts";
import type {Fact, FactReading} from "./compare-facts.ts";
import {compareDates} from "./dates.ts";
import {numberOf} from "./values.ts";

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
 * was written. A fact that only articles of later days carry was not known then. An article that gives the number of such a thing (as
 * many killed, as many people) somewhere is not said to lack it, even where its sentence was not joined to the others'.
 *
 * @example
 * compareCorpus({articles: [readArticle("a", "A quake killed 35 people."), readArticle("b", "The quake killed 35 people."), readArticle("c", "A quake struck.")]}).omissions // => [{"fact": "killed-35-person", "article": "c", "carriedBy": ["a", "b"], "known": null}]
 */
export function findOmissions(facts: readonly Fact[], articles: readonly FactReading[], atLeast = 2): Omission[] {
  const numbers = new Map(
    articles.map((a) => [a.article.article, new Set(a.quantities.flatMap((quantity) => keyOf(quantity) ?? []))]),
  );
  const published = new Map(articles.map((a) => [a.article.article, a.article.published]));
  return facts.flatMap((fact) => {
    if (fact.articles.length < atLeast) return [];
    const carriers = new Set(fact.articles);
    return articles
      .map((a) => a.article.article)
      .filter((article) => !carriers.has(article) && !numbers.get(article)?.has(keyOf(fact.reference.mention) ?? ""))
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

/** What is counted or measured, and how much; null without a number. */
function keyOf(mention: AttributedQuantity): string | null {
  const number = numberOf(mention);
  return number === null ? null : `${mention.role} ${number} ${mention.unit}`;
}

function couldBeKnown(own: string | null, carriers: readonly (string | null)[]): boolean | null {
  const orders = carriers.map((date) => compareDates(date, own));
  if (orders.some((order) => order !== null && order <= 0)) return true;
  return orders.includes(null) ? null : false;
}
