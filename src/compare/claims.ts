import type {Article} from "../corpus/article.ts";
import {readQuantities} from "../quantities/read-quantities.ts";
import type {AttributedQuantity} from "./attribution.ts";
import {type ArticleReading, readArticles} from "./reading.ts";

/** An article with what it claims: its quantities, each with who says so. */
export interface ClaimReading extends ArticleReading {
  quantities: readonly AttributedQuantity[];
}

/** Reads the claims of every article by itself: no reading depends on another article. */
export function readClaims(articles: readonly Article[]): ClaimReading[] {
  return readArticles(articles).map((reading) => {
    const quantities = readQuantities(reading.article, reading.sentences);
    return {
      ...reading,
      quantities: quantities.map((q) => ({
        ...q,
        speaker: null,
        speakerStart: null,
        speakerEnd: null,
        speakerCue: null,
      })),
    };
  });
}
