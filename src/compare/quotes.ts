import type {Quotation} from "../quotes/quotation.ts";
import {readQuotations} from "../quotes/quotations.ts";
import {countSpeech, joinSpeakers, type SpeechCounts} from "../quotes/speech.ts";
import type {ArticleReading} from "./reading.ts";
import {joinUtterances, type Utterance} from "./utterances.ts";

/** One row of the table `quotes`. */
export interface QuotationRow extends Quotation {
  /** The utterance that it gives, in part or in full; null for reported clauses, titles and scare quotes. */
  utterance: string | null;
}

/** Who is quoted by whom, and how much of the sentence. */
export interface QuoteComparison {
  quotes: readonly QuotationRow[];
  /** Those that several articles quote. */
  utterances: readonly Utterance[];
  /** Words and reporting verbs by speaker and article (`outlet` is the article's name). */
  speech: SpeechCounts;
  /** The form under which a speaker is counted, by the speaker's name in a quotation. */
  speakers: ReadonlyMap<string, string>;
}

/**
 * Compares quotations across articles: joins those that give the same words, and counts words and verbs by speaker and article. Readings
 * that have their quotations already are not read again.
 *
 * @example
 * compareQuotes(readArticles([readArticle("a", "“We are safe,” Mayor Ann Lee said."), readArticle("b", "“We are safe,” Ann Lee said.")])).utterances.map(({text, articles}) => [text, articles]) // => [["We are safe", ["a", "b"]]]
 */
export function compareQuotes(
  readings: readonly (ArticleReading & {quotations?: readonly Quotation[]})[],
): QuoteComparison {
  const rows = readings.flatMap(({article, sentences, quotations}) => quotations ?? readQuotations(article, sentences));
  const {utterances, ids} = joinUtterances(rows);
  return {
    quotes: rows.map((row, i) => ({...row, utterance: ids[i] ?? null})),
    utterances,
    speech: countSpeech(rows, new Map()),
    speakers: joinSpeakers(rows.flatMap(({speaker}) => speaker ?? [])),
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
