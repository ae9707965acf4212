import {betaQuantile} from "./beta.ts";

/** An interval of a proportion; both ends belong to it. */
export interface Interval {
  low: number;
  high: number;
}

/** The level of every interval of this folder, unless told. */
export const LEVEL = 0.95;

/**
 * The exact interval of a proportion after Clopper and Pearson (1934): all probabilities under which neither `count` or more nor
 * `count` or fewer of `total` is rarer than (1 - level) / 2. Never narrower than it claims; it takes the tokens as independent draws,
 * which running text only nearly is. Without any token nothing is known: 0 to 1.
 *
 * @example proportionInterval(0, 0) // => {"low": 0, "high": 1}
 */
export function proportionInterval(count: number, total: number, level = LEVEL): Interval {
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : betaQuantile(tail, count, total - count + 1),
    high: count === total ? 1 : betaQuantile(1 - tail, count + 1, total - count),
  };
}

/** A frequency as occurrences per million tokens, with the exact interval of `proportionInterval`; null where there is no token. */
export interface Frequency {
  perMillion: number | null;
  perMillionLow: number | null;
  perMillionHigh: number | null;
}

/**
 * How often a word stands in `total` tokens, per million, with its exact 95% interval (Clopper and Pearson).
 *
 * @example measureFrequency(3, 0) // => {"perMillion": null, "perMillionLow": null, "perMillionHigh": null}
 */
export function measureFrequency(count: number, total: number, level = LEVEL): Frequency {
  if (total === 0) return {perMillion: null, perMillionLow: null, perMillionHigh: null};
  const {low, high} = proportionInterval(count, total, level);
  return {perMillion: (count / total) * 1e6, perMillionLow: low * 1e6, perMillionHigh: high * 1e6};
}
