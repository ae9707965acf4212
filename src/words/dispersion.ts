/** How evenly a word stands in the parts of a corpus (articles, mostly). */
export interface Dispersion {
  /** Parts that have the word. */
  range: number;
  /** Standard deviation of the counts (over all parts) by their mean: 0 is even, the root of parts - 1 is all in one. */
  variation: number;
  /** Juilland and others 1970, over the frequencies within the parts: 1 is even, 0 all in one part. Null for a single part. */
  juillandD: number | null;
  /** Rosengren 1971, adjusted for parts of different size: 1 is even. */
  rosengrenS: number;
  /** Gries 2008, deviation of proportions: 0 is even, close to 1 is all in the smallest part. */
  dp: number;
  /** DP by its largest possible value (Lijffijt and Gries 2012). Null for a single part. */
  dpNorm: number | null;
}

/**
 * The dispersion of a word over parts, from its count in each and their sizes in tokens, in the same order (`count` and `total`
 * of the rows of `compareWords`, where the parts are outlets). Parts without tokens are left
 * out; null where the word stands in none. From a handful of occurrences all of them say little.
 *
 * @example measureDispersion([4, 4, 0, 0], [10, 10, 10, 10])?.dp // => 0.5
 */
export function measureDispersion(counts: readonly number[], sizes: readonly number[]): Dispersion | null {
  const parts = counts.map((count, i) => ({count, size: sizes[i] ?? 0})).filter(({size}) => size > 0);
  const frequency = sum(parts.map(({count}) => count));
  if (frequency === 0) return null;
  const total = sum(parts.map(({size}) => size));
  const shares = parts.map(({size}) => size / total);
  const dp = sum(parts.map(({count}, i) => Math.abs(count / frequency - (shares[i] ?? 0)))) / 2;
  const single = parts.length === 1;
  const roots = sum(parts.map(({count}, i) => Math.sqrt(count * (shares[i] ?? 0))));
  return {
    range: parts.filter(({count}) => count > 0).length,
    variation: measureVariation(parts.map(({count}) => count)),
    juillandD: single
      ? null
      : 1 - measureVariation(parts.map(({count, size}) => count / size)) / Math.sqrt(parts.length - 1),
    rosengrenS: roots ** 2 / frequency,
    dp,
    dpNorm: single ? null : dp / (1 - Math.min(...shares)),
  };
}

function measureVariation(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length) / mean;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
