import type {Quotation} from "../quotes/quotation.ts";
import {readQuotations} from "../quotes/quotations.ts";
import {countSpeech, type SpeechCounts} from "../quotes/speech.ts";
import type {ArticleReading} from "./reading.ts";
import {joinUtterances, type Utterance} from "./utterances.ts";

/** A quotation with the utterance that it belongs to; null for reported clauses, titles and scare quotes. */
export type QuotationRow = Quotation & {utterance: string | null};

/** Who says what in all articles together. */
export interface QuoteComparison {
  quotes: QuotationRow[];
  /** The same words in two or more articles. */
  utterances: Utterance[];
  speech: SpeechCounts;
}

/**
 * Reads the quotations of each article by itself, joins the same words across articles, and counts who is given how many words by whom.
 * The tables `quotes` and `utterances` are its rows.
 */
export function compareQuotes(readings: readonly ArticleReading[]): QuoteComparison {
  const rows = readings.flatMap(({article, sentences}) => readQuotations(article, sentences));
  const {utterances, ids} = joinUtterances(rows);
  const labels = new Map(readings.map(({article, label}) => [article.article, label]));
  return {
    quotes: rows.map((row, i) => ({...row, utterance: ids[i] ?? null})),
    utterances,
    speech: countSpeech(rows, labels),
  };
}

/** A variant as one line of text: the words, how much they are of the longest reading, and where they stand. */
export const lineOfVariant = ({text, form, articles}: Utterance["variants"][number]): string =>
  `“${text}” (${form}: ${articles.join(", ")})`;
