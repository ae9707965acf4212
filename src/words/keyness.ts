import {type Interval, LEVEL, proportionInterval} from "./frequency.ts";

/**
 * The log-likelihood ratio G2 of a word in one corpus (`count` of `total` tokens) against another (`otherCount` of `otherTotal`), over
 * all four cells (Dunning 1993), with a sign: negative where the word is rarer here than there. 0 where either corpus is empty or the
 * word stands in neither. From fewer than some four occurrences it means little; one use can never be evidence.
 *
 * @example measureG2(3, 100, 3, 100) // => 0
 */
export function measureG2(count: number, total: number, otherCount: number, otherTotal: number): number {
  if (total === 0 || otherTotal === 0) return 0;
  const cells = xLogX(count) + xLogX(otherCount) + xLogX(total - count) + xLogX(otherTotal - otherCount);
  const words = count + otherCount;
  const all = total + otherTotal;
  const margins = xLogX(words) + xLogX(all - words) + xLogX(total) + xLogX(otherTotal);
  const g2 = Math.max(0, 2 * (cells - margins + xLogX(all)));
  return count * otherTotal < otherCount * total ? -g2 : g2;
}

/** x ln x, and its limit 0 at 0. */
export function xLogX(x: number): number {
  return x === 0 ? 0 : x * Math.log(x);
}

/**
 * The chance of a G2 at least this large (in either direction) where nothing differs: the upper tail of chi-square with one degree
 * of freedom, as erfc(sqrt(G2 / 2)), for 1 - cdf is 0 from 75 on. One comparison alone: correct it when many words are looked at.
 *
 * @example chanceOfG2(0) // => 1
 */
export function chanceOfG2(g2: number): number {
  return erfc(Math.sqrt(Math.abs(g2) / 2));
}

/**
 * The complementary error function for x >= 0: Taylor's series below 2, the continued fraction above; relative error below 1e-13.
 *
 * @example erfc(0) // => 1
 */
export function erfc(x: number): number {
  const square = x * x;
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= (2 * square) / (2 * n + 1);
      sum += term;
    }
    return Math.min(1, 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-square) * sum);
  }
  let fraction = x;
  for (let n = 160; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-square) / (fraction * Math.sqrt(Math.PI));
}

/**
 * The binary logarithm of how many times as frequent a word is here as there, one half added to every count and total so that a word
 * missing on one side has a value (Hardie 2014; the formula of R's `corpora`). 1 is twice, -1 half. Null where either corpus is empty.
 *
 * @example measureLogRatio(0, 0, 1, 10) // => null
 */
export function measureLogRatio(count: number, total: number, otherCount: number, otherTotal: number): number | null {
  if (total === 0 || otherTotal === 0) return null;
  return Math.log2((count + 0.5) / (total + 0.5)) - Math.log2((otherCount + 0.5) / (otherTotal + 0.5));
}

/** An interval of a log ratio; an end that nothing bounds is null. */
export interface LogRatioInterval {
  logRatioLow: number | null;
  logRatioHigh: number | null;
}

/**
 * The exact interval of the log ratio without the added halves: given how often the word stands in both corpora together, the share
 * that falls here is a proportion (`proportionInterval`), and each share is a ratio of frequencies (Evert's LRC takes its near end).
 * Open (null) below where the word is missing here, above where it is missing there, on both sides where it is in neither.
 *
 * @example boundLogRatio(0, 10, 0, 10) // => {"logRatioLow": null, "logRatioHigh": null}
 */
export function boundLogRatio(
  count: number,
  total: number,
  otherCount: number,
  otherTotal: number,
  level = LEVEL,
): LogRatioInterval {
  if (total === 0 || otherTotal === 0 || count + otherCount === 0) return {logRatioLow: null, logRatioHigh: null};
  const share: Interval = proportionInterval(count, count + otherCount, level);
  const offset = Math.log2(otherTotal) - Math.log2(total);
  return {
    logRatioLow: count === 0 ? null : logOdds(share.low) + offset,
    logRatioHigh: otherCount === 0 ? null : logOdds(share.high) + offset,
  };
}

function logOdds(share: number): number {
  return Math.log2(share) - Math.log2(1 - share);
}
