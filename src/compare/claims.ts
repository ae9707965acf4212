import type {Article} from "../corpus/article.ts";
import type {QuantityMention} from "../quantities/quantity.ts";
import {readQuantities} from "../quantities/read-quantities.ts";
import type {Quotation} from "../quotes/quotation.ts";
import {readQuotations} from "../quotes/quotations.ts";
import type {Sentence} from "../text/sentences.ts";
import {joinSpeakers, type MentionSpeaker} from "./attribution.ts";
import {type ArticleReading, readArticles} from "./reading.ts";

/** A quantity with who says so. */
export type AttributedQuantity = QuantityMention &
  MentionSpeaker & {
    /** What a person corrected of it, in words ("low: 690 → 691"); absent where nobody did. */
    corrected?: readonly string[];
  };

/** What the joining of facts needs of an article. */
export interface QuantityReading {
  article: Pick<Article, "published">;
  sentences: readonly Sentence[];
  quantities: readonly AttributedQuantity[];
}

/** An article with what it claims: its quotations, and its quantities, each with who says so. */
export interface ClaimReading extends ArticleReading {
  quotations: readonly Quotation[];
  quantities: readonly AttributedQuantity[];
}

/**
 * Reads the claims of every article by itself: no reading depends on another article.
 *
 * @example
 * readClaims([readArticle("a.txt", "Mayor Ann Lee said 35 people were hurt.")])[0].quantities.map((q) => [q.text, q.speaker]) // => [["35 people", "Ann Lee"]]
 */
export function readClaims(
  articles: readonly Article[],
  onProgress?: (done: number, total: number) => void,
): ClaimReading[] {
  return readArticles(articles).map((reading, done) => {
    onProgress?.(done, articles.length);
    const quotations = readQuotations(reading.article, reading.sentences);
    const mentions = readQuantities(reading.article, reading.sentences);
    const speakers = joinSpeakers(mentions, quotations);
    return {...reading, quotations, quantities: mentions.map((mention, i) => ({...mention, ...speakers[i]!}))};
  });
}
