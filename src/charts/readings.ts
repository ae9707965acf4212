import type {Field} from "../corpus/article.ts";
import {hrefTo, isSamePlace, mentionId, type Place} from "./anchor.ts";
import type {Sigla} from "./sigla.ts";

/** What a chart of readings needs of a row of `quantities`. */
export interface ChartMention {
  article: string;
  field?: Field;
  start: number;
  /** Where the digits or number words end; without it the mention is taken for a claim of its own, not a compound. */
  numberEnd?: number;
  text: string;
  low: number | null;
  high: number | null;
  bound: string;
  unit: string | null;
  role: string;
  /** Null for what is no claim of its own; no chart shows it. */
  fact: string | null;
  speaker?: string | null;
  zone?: string;
  conversionOf?: number | null;
}

/** Whether a mention is the conversion in brackets of another. */
export const restates = (mention: Place & {conversionOf?: number | null}, of: Place): boolean =>
  typeof mention.conversionOf === "number" && isSamePlace({...mention, start: mention.conversionOf}, of);

/** What a chart of readings needs of a row of `facts`. */
export interface ChartFact {
  fact: string;
  role: string;
  label: string;
  /** The table's main relation over all readings, where it is known: it says why they differ. */
  relation?: string;
  also?: readonly string[];
}

/** One mark of a chart of readings: an interval, closed or open at either end, on a line of its own. */
export interface ReadingMark {
  fact: string;
  article: string;
  siglum: string;
  /** Where the dot stands: the end that the words give; the middle of a range. */
  value: number;
  low: number | null;
  high: number | null;
  /** The interval that is drawn; equal to `value` at an open end. */
  from: number;
  to: number;
  open: "up" | "down" | null;
  /** How far the value may lie from what is written, since numbers are rounded. */
  halfUnit: number;
  reading: string;
  speaker: string;
  href: string;
}

/** A mention as a mark; null where it gives no number or its article is none of the comparison. `factor` converts its unit. */
export function readMark(mention: ChartMention, sigla: Sigla, factor = 1): ReadingMark | null {
  const {bound, article, fact, text, speaker} = mention;
  const [low, high] = [mention.low, mention.high].map((end) => (end === null ? null : end * factor)) as [
    number | null,
    number | null,
  ];
  const siglum = sigla.get(article);
  const value = bound === "range" && low !== null && high !== null ? (low + high) / 2 : (low ?? high);
  if (!siglum || value === null || fact === null) return null;
  return {
    fact,
    article: siglum.name,
    siglum: siglum.letter,
    value,
    low,
    high,
    from: low ?? value,
    to: high ?? value,
    open: low === null ? "down" : high === null ? "up" : null,
    halfUnit: halfUnit(value / factor, bound) * factor,
    reading: text,
    speaker: speaker ?? "",
    href: hrefTo(mentionId(mention)),
  };
}

/**
 * Half of the last place that the number is written to, at most the second digit's; double for "about". 9 may be anything from 8.5
 * to 9.5, 15 from 14.5 to 15.5, "about 400" from 390 to 410.
 *
 * @example halfUnit(15, "exact") // => 0.5
 */
export function halfUnit(value: number, bound: string): number {
  if (value === 0) return 0;
  const digits = String(Math.abs(value)).replace(/e.*$/, "");
  const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;
  const zeros = decimals > 0 ? -decimals : (/0*$/.exec(digits)?.[0].length ?? 0);
  const second = Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 1);
  const half = 10 ** Math.min(zeros, second) / 2;
  return bound === "exact" ? half : half * 2;
}

/** How the readings of one fact stand to each other: one number, several that can all be true, or some that cannot. */
export function compareMarks(marks: readonly ReadingMark[]): "same" | "fits" | "differs" {
  if (new Set(marks.map(({low, high}) => `${low} ${high}`)).size < 2) return "same";
  const from = Math.max(...marks.map(({low, halfUnit}) => (low === null ? Number.NEGATIVE_INFINITY : low - halfUnit)));
  const to = Math.min(...marks.map(({high, halfUnit}) => (high === null ? Number.POSITIVE_INFINITY : high + halfUnit)));
  return from <= to ? "fits" : "differs";
}

/** The articles among the marks. */
export function countWitnesses(marks: readonly ReadingMark[]): number {
  return new Set(marks.map(({siglum}) => siglum)).size;
}

/**
 * A count as a reader says it.
 *
 * @example sayNumber(3000000) // => "3 million"
 */
export function sayNumber(value: number): string {
  const say = (number: number) => number.toLocaleString("en-US", {maximumFractionDigits: 3});
  if (value >= 1e9 && value % 1e8 === 0) return `${say(value / 1e9)} billion`;
  return value >= 1e6 && value % 1e5 === 0 ? `${say(value / 1e6)} million` : say(value);
}
