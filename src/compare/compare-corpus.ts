import type {Article} from "../corpus/article.ts";
import type {ReuseRow} from "../reuse/passages.ts";
import {type AttributedQuantity, type ClaimReading, readClaims} from "./claims.ts";
import {compareFacts, type Fact} from "./compare-facts.ts";
import {listRelations, type RelationRow} from "./fact-rows.ts";
import {groupByOrigin} from "./independence.ts";
import {findOmissions, type Omission} from "./omissions.ts";
import {compareQuotes, type QuoteComparison} from "./quotes.ts";
import {compareReuse, type ReuseComparison} from "./reuse.ts";

/** A mention with the fact that it states. */
export type MentionRow = AttributedQuantity & {fact: string | null};

/** A corpus compared: what the tables, charts and reports are made from. */
export interface Comparison extends ReuseComparison, QuoteComparison {
  readings: readonly ClaimReading[];
  mentions: readonly MentionRow[];
  facts: readonly Fact[];
  relations: readonly RelationRow[];
  omissions: readonly Omission[];
}

/**
 * From a folder of articles to a comparison, in six steps. Word use is a comparison of its own: `compareWords(comparison.readings)`.
 * `reuse` may be given where it was found in worker threads.
 *
 * @example
 * compareCorpus({articles: [readArticle("a", "The camp is 9 miles north of Oslo."), readArticle("b", "The camp is 15 kilometers north of Oslo.")]}).facts.map((fact) => fact.relation) // => ["converted"]
 */
export function compareCorpus(corpus: {articles: readonly Article[]}, options: {reuse?: ReuseRow[]} = {}): Comparison {
  // 1. Each article by itself: sentences, quotations, quantities, who says so.
  const readings = readClaims(corpus.articles);
  // 2. The text that articles share: who copied whom.
  const reuse = compareReuse(corpus.articles, options);
  // 3. Mentions of one claim become a fact; each reading is related to the reference reading.
  const {facts, factOf} = compareFacts(readings);
  // 4. How many independent origins carry a fact: copies of one text are one witness.
  for (const fact of facts)
    fact.origins = groupByOrigin(fact.mentions, reuse.reuse, reuse.origins).map((group) => group[0]?.article ?? "");
  // 5. What each article leaves out that others carry.
  const omissions = findOmissions(facts, readings);
  // 6. The words that several articles quote, and who is given how many.
  const quotes = compareQuotes(readings.flatMap(({quotations}) => quotations));
  const mentions = readings.flatMap(({quantities}) => quantities.map((q) => ({...q, fact: factOf.get(q) ?? null})));
  return {...reuse, ...quotes, readings, mentions, facts, relations: listRelations(facts), omissions};
}
