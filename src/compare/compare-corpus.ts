import {createHash} from "node:crypto";
import type {Article} from "../corpus/article.ts";
import type {Correction} from "../corpus/corrections-csv.ts";
import type {Skipped} from "../corpus/input-files.ts";
import type {ReuseRow} from "../reuse/passages.ts";
import {type AttributedQuantity, type ClaimReading, readClaims} from "./claims.ts";
import {compareFacts, type Fact} from "./compare-facts.ts";
import {type AppliedCorrection, correctClaims} from "./corrections.ts";
import {listRelations, type RelationRow} from "./fact-rows.ts";
import {groupByOrigin} from "./independence.ts";
import {findOmissions, type Omission} from "./omissions.ts";
import {compareQuotes, type QuoteComparison} from "./quotes.ts";
import {compareReuse, type ReuseComparison} from "./reuse.ts";

/** A mention with the fact that it states. */
export type MentionRow = AttributedQuantity & {fact: string | null};

/** What is compared: a corpus, or articles alone. */
export interface ComparedCorpus {
  articles: readonly Article[];
  corrections?: readonly Correction[];
}

export interface CompareOptions {
  /** The text that articles share, where it was found in worker threads. */
  reuse?: ReuseRow[];
  /** Told before each article how many are read, and once more when all is compared. */
  onProgress?: (done: number, total: number) => void;
}

/** A corpus compared: what the tables, charts and reports are made from. */
export interface Comparison extends ReuseComparison, QuoteComparison {
  readings: readonly ClaimReading[];
  mentions: readonly MentionRow[];
  facts: readonly Fact[];
  relations: readonly RelationRow[];
  omissions: readonly Omission[];
  /** What a person corrected, and the rows of `corrections.csv` that fit no reading. */
  corrections: readonly AppliedCorrection[];
  refused: readonly Skipped[];
}

/**
 * From a folder of articles to a comparison, in six steps. Word use is a comparison of its own: `compareWords(comparison.readings)`.
 *
 * @example
 * compareCorpus({articles: [readArticle("a", "The camp is 9 miles north of Oslo."), readArticle("b", "The camp is 15 kilometers north of Oslo.")]}).facts.map((fact) => fact.relation) // => ["converted"]
 */
export function compareCorpus(corpus: ComparedCorpus, options: CompareOptions = {}): Comparison {
  const {articles} = corpus;
  const comparison = options.reuse ? compare(corpus, options) : compareOnce(corpus, options);
  options.onProgress?.(articles.length, articles.length);
  return comparison;
}

function compareOnce(corpus: ComparedCorpus, options: CompareOptions): Comparison {
  const key = hashCorpus(corpus);
  if (latest?.key !== key) latest = {key, comparison: compare(corpus, options)};
  return {...latest.comparison};
}

/** The latest comparison is kept: the notebooks of one run all ask for the same, and it depends on nothing but the corpus. Given text reuse is no part of that. */
let latest: {key: string; comparison: Comparison} | null = null;

function hashCorpus({articles, corrections = []}: ComparedCorpus): string {
  const hash = createHash("sha256");
  for (const article of articles) hash.update(JSON.stringify(article)).update("\0");
  return hash.update(JSON.stringify(corrections)).digest("hex");
}

function compare({articles, corrections}: ComparedCorpus, options: CompareOptions): Comparison {
  // 1. Each article by itself: sentences, quotations, quantities, who says so; then what a person knows better.
  const {readings, rulings, applied, refused} = correctClaims(readClaims(articles, options.onProgress), corrections);
  // 2. The text that articles share.
  const reuse = compareReuse(articles, options);
  // 3. Mentions of one claim become a fact; each reading is related to the reference reading.
  const {facts, factOf} = compareFacts(readings, rulings);
  // 4. How many independent origins carry a fact: copies of one text are one witness.
  for (const fact of facts)
    fact.origins = groupByOrigin(fact.mentions, reuse.reuse, reuse.origins).map((group) => group[0]?.article ?? "");
  // 5. What each article leaves out that others carry.
  const omissions = findOmissions(facts, readings);
  // 6. The words that several articles quote, and who is given how many.
  const quotes = compareQuotes(readings);
  const mentions = readings.flatMap(({quantities}) => quantities.map((q) => ({...q, fact: factOf.get(q) ?? null})));
  const relations = listRelations(facts);
  return {...reuse, ...quotes, readings, mentions, facts, relations, omissions, corrections: applied, refused};
}
