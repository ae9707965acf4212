import {createHash} from "node:crypto";
import type {Article} from "../corpus/article.ts";
import {type AttributedQuantity, type ClaimReading, readClaims} from "./claims.ts";
import {compareFacts, type Fact} from "./compare-facts.ts";
import {listRelations, type RelationRow} from "./fact-rows.ts";
import {findOmissions, type Omission} from "./omissions.ts";
import {groupByOrigin} from "./origins.ts";
import {compareReuse, type ReuseComparison} from "./reuse.ts";

/** A mention with the fact that it states. */
export type MentionRow = AttributedQuantity & {fact: string | null};

/** A corpus compared: what the tables, charts and reports are made from. */
export interface Comparison extends ReuseComparison {
  readings: readonly ClaimReading[];
  mentions: readonly MentionRow[];
  facts: readonly Fact[];
  relations: readonly RelationRow[];
  omissions: readonly Omission[];
}

/**
 * From a folder of articles to a comparison, in five steps. Word use is a comparison of its own: `compareWords(comparison.readings)`.
 *
 * @example
 * compareCorpus({articles: [readArticle("a", "The camp is 9 miles north of Oslo."), readArticle("b", "The camp is 15 kilometers north of Oslo.")]}).facts.map((fact) => fact.relation) // => ["converted"]
 */
export function compareCorpus(corpus: {articles: readonly Article[]}): Comparison {
  const key = hashArticles(corpus.articles);
  if (latest?.key !== key) latest = {key, comparison: compare(corpus.articles)};
  return {...latest.comparison};
}

/** The latest comparison is kept: the notebooks of one run all ask for the same, and it depends on nothing but the articles. */
let latest: {key: string; comparison: Comparison} | null = null;

function hashArticles(articles: readonly Article[]): string {
  const hash = createHash("sha256");
  for (const {text, zones: _, issues: __, ...known} of articles)
    hash.update(JSON.stringify(known)).update("\0").update(text).update("\0");
  return hash.digest("hex");
}

function compare(articles: readonly Article[]): Comparison {
  // 1. Each article by itself: sentences, quotations, quantities, who says so.
  const readings = readClaims(articles);
  // 2. The text that articles share: who copied whom.
  const reuse = compareReuse(articles);
  // 3. Mentions of one claim become a fact; each reading is related to the reference reading.
  const {facts, factOf} = compareFacts(readings);
  // 4. How many independent origins carry a fact: copies of one text are one witness.
  for (const fact of facts)
    fact.origins = groupByOrigin(fact.mentions, reuse.reuse, reuse.origins).map((group) => group[0]?.article ?? "");
  // 5. What each article leaves out that others carry.
  const omissions = findOmissions(facts, readings);
  const mentions = readings.flatMap(({quantities}) => quantities.map((q) => ({...q, fact: factOf.get(q) ?? null})));
  return {...reuse, readings, mentions, facts, relations: listRelations(facts), omissions};
}
