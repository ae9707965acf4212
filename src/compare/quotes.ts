import type {Quotation} from "../quotes/quotation.ts";
import {countSpeech, joinSpeakers, type SpeechCounts} from "../quotes/speech.ts";
import {joinUtterances, type Utterance} from "./utterances.ts";

/** One row of the table `quotes`. */
export interface QuotationRow extends Quotation {
  /** The utterance that it gives, in part or in full; null for reported clauses, titles and scare quotes. */
  utterance: string | null;
}

/** Who is quoted by whom, and how much of the sentence. */
export interface QuoteComparison {
  quotations: readonly QuotationRow[];
  /** Those that several articles quote. */
  utterances: readonly Utterance[];
  /** Words and reporting verbs by speaker and article (`outlet` is the article's name). */
  speech: SpeechCounts;
  /** The form under which a speaker is counted, by the speaker's name in a quotation. */
  speakers: ReadonlyMap<string, string>;
}

/**
 * Compares quotations across articles: joins those that give the same words, and counts words and verbs by speaker and article.
 *
 * @example
 * compareQuotes(readClaims([readArticle("a", "“We are safe,” Mayor Ann Lee said."), readArticle("b", "“We are safe,” Ann Lee said.")]).flatMap(({quotations}) => quotations)).utterances.map(({text, articles}) => [text, articles]) // => [["We are safe", ["a", "b"]]]
 */
export function compareQuotes(quotations: readonly Quotation[]): QuoteComparison {
  const {utterances, ids} = joinUtterances(quotations);
  return {
    quotations: quotations.map((row, i) => ({...row, utterance: ids[i] ?? null})),
    utterances,
    speech: countSpeech(quotations, new Map()),
    speakers: joinSpeakers(quotations.flatMap(({speaker}) => speaker ?? [])),
  };
}

/**
 * The wordings of an utterance for a table, the longest first: “more realistic” (full: a.txt, b.txt).
 *
 * @example
 * listVariants({"variants": [{"text": "more realistic", "form": "full", "articles": ["a", "b"]}]}) // => ["“more realistic” (full: a, b)"]
 */
export function listVariants({
  variants,
}: {
  variants: readonly Pick<Utterance["variants"][number], "text" | "form" | "articles">[];
}): string[] {
  return variants.map(({text, form, articles}) => `“${text}” (${form}: ${articles.join(", ")})`);
}
