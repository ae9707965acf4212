import type {QuoteComparison} from "./quotes.ts";
import type {ArticleReading} from "./reading.ts";
import type {Utterance, UtteranceVariant} from "./utterances.ts";
import {listAnd} from "./wording.ts";

export type QuoteRows = Pick<QuoteComparison, "quotes" | "utterances" | "speakers"> & {
  readings: readonly Pick<ArticleReading, "article" | "label">[];
};

/**
 * How much is quoted, what several articles quote, and the reading that is cut most, in a few computed sentences.
 *
 * @example
 * stateQuotes({"readings": [], "quotes": [], "utterances": [], "speakers": new Map()}) // => "Nobody is quoted."
 */
export function stateQuotes({readings, quotes, utterances, speakers}: QuoteRows): string {
  const labels = new Map(readings.map(({article, label}) => [article.article, label]));
  const marked = quotes.filter(({utterance}) => utterance !== null);
  if (marked.length === 0) return "Nobody is quoted.";
  const named = new Set(marked.flatMap(({speaker}) => speakers.get(speaker ?? "") ?? []));
  const articles = readings.length === 1 ? "The article prints" : `The ${readings.length} articles print`;
  const counted = `${articles} ${count(marked.length, "quotation")} of ${count(named.size, "speaker")}.`;
  if (readings.length < 2) return counted;
  if (utterances.length === 0) return `${counted} No words are quoted by two of them.`;
  const differing = utterances.filter(({variants}) => variants.some(({form}) => form !== "full"));
  const shared = `${count(utterances.length, "utterance")} ${utterances.length === 1 ? "is" : "are"} quoted by more than one`;
  const how =
    differing.length === 0
      ? ", always in the same words."
      : `, ${differing.length === utterances.length ? "none" : utterances.length - differing.length} of them in the same words everywhere.`;
  return [counted, `${shared}${how}`, stateDeepestCut(differing, (name) => labels.get(name) ?? name)]
    .filter(Boolean)
    .join(" ");
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

interface Cut {
  utterance: Utterance;
  full: UtteranceVariant;
  part: UtteranceVariant;
  /** Articles that quote nothing of it but the part. */
  only: string[];
  lost: number;
}

/** The utterance of which some article quotes least beside the longest reading, where that part is all that it quotes. */
function stateDeepestCut(utterances: readonly Utterance[], nameOf: (article: string) => string): string {
  const cuts = utterances.flatMap((utterance) => utterance.variants.flatMap((part) => readCut(utterance, part)));
  const [deepest] = cuts.sort((x, y) => y.lost - x.lost);
  if (!deepest) return "";
  const {utterance, full, part, only} = deepest;
  const length = full.text.split(/\s+/).length;
  const words = length > LONGEST ? `${length} words` : "words";
  const said = utterance.speaker === null ? "" : `, ${words} of ${utterance.speaker}`;
  const quote = only.length === 1 ? "quotes" : "quote";
  return `Of “${shorten(full.text)}” (${listAnd(full.articles.map(nameOf))})${said}, ${listAnd(only.map(nameOf))} ${quote} no more than “${shorten(part.text)}”.`;
}

const LONGEST = 18;

/** A long quotation by its first words. */
function shorten(text: string): string {
  const words = text.split(/\s+/);
  return words.length > LONGEST
    ? `${words
        .slice(0, LONGEST - 6)
        .join(" ")
        .replace(/[,;:.]$/, "")} …`
    : text;
}

function readCut(utterance: Utterance, part: UtteranceVariant): Cut[] {
  const full = utterance.variants.find(({form}) => form === "full");
  if (!full || part.form === "full" || part.form === "changed") return [];
  const others = utterance.variants.filter((variant) => variant !== part);
  const only = part.articles.filter((article) => !others.some(({articles}) => articles.includes(article)));
  const words = (text: string): number => text.split(/\s+/).length;
  return only.length === 0 ? [] : [{utterance, full, part, only, lost: words(full.text) - words(part.text)}];
}
