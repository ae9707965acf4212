import {xLogX} from "./keyness.ts";
import {seededRandom, shuffle} from "./random.ts";
import type {Sample} from "./sample.ts";

/** Some words of a sample (all, unless told) that are looked at together with those of other layers. */
export interface Family {
  sample: Sample;
  words?: readonly number[];
}

export interface PermutationOptions {
  /** How many times the units are dealt out anew. Default 1999: the smallest chance that can come out is 1 in 2000. */
  permutations?: number;
  /** Default 1. The same seed gives the same result to the byte. */
  seed?: number;
}

export const PERMUTATIONS = 1999;

/**
 * What chance alone does to the most striking word: the units (sentences or articles) of all groups are dealt out anew, each group
 * keeping its number of units, and each time the largest |G2| of any word in any group against the rest is kept. Sorted ascending.
 *
 * Units stay whole, for the words of a sentence come together; so a word that a group merely repeats within a few units is not taken for
 * a habit. The families must be counted over the same units (layers of one text). Compare with `adjustByMaxima`.
 */
export function permuteMaxima(families: readonly Family[], options: PermutationOptions = {}): Float64Array {
  const {permutations = PERMUTATIONS, seed = 1} = options;
  const maxima = new Float64Array(permutations);
  const sample = families[0]?.sample;
  if (!sample || sample.groups < 2 || sample.total === 0) return maxima;
  const random = seededRandom(seed);
  const groupOf = sample.unitGroups.slice();
  const table = tabulateXLogX(sample.total);
  const ordered = families.map(orderByFrequency);
  const totals = new Uint32Array(sample.groups);
  for (let round = 0; round < permutations; round++) {
    shuffle(groupOf, random);
    totals.fill(0);
    for (let unit = 0; unit < groupOf.length; unit++) {
      const group = groupOf[unit] ?? 0;
      totals[group] = (totals[group] ?? 0) + (sample.unitTokens[unit] ?? 0);
    }
    const deal = readDeal(totals, sample.total, table);
    let highest = 0;
    for (const family of ordered) highest = findHighest(family, groupOf, deal, highest);
    maxima[round] = highest;
  }
  return maxima.sort();
}

/**
 * The chance, corrected for all words and groups at once, of a |G2| at least as large as `g2`: the share of deals, the one that really
 * happened included, whose most striking word reaches it (Westfall and Young's single-step max-T). Never 0.
 *
 * @example adjustByMaxima(9, new Float64Array([3, 5, 12])) // => 0.5
 */
export function adjustByMaxima(g2: number, maxima: Float64Array): number {
  const reached = Math.abs(g2) - 1e-9;
  let low = 0;
  let high = maxima.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((maxima[middle] ?? 0) >= reached) high = middle;
    else low = middle + 1;
  }
  return (maxima.length - low + 1) / (maxima.length + 1);
}

/** Sums of 2 x ln x for one deal: by group, and the largest and smallest group with tokens on both sides. */
interface Deal {
  total: number;
  totals: Uint32Array;
  table: Float64Array;
  /** Groups from most to fewest tokens, without those that hold none or all. */
  groups: number[];
}

function readDeal(totals: Uint32Array, total: number, table: Float64Array): Deal {
  const groups = Array.from(totals, (_, group) => group)
    .filter((group) => (totals[group] ?? 0) > 0 && (totals[group] ?? 0) < total)
    .sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0));
  return {total, totals, table, groups};
}

function tabulateXLogX(total: number): Float64Array {
  const table = new Float64Array(total + 1);
  for (let x = 1; x <= total; x++) table[x] = 2 * xLogX(x);
  return table;
}

/** |G2| of a word that stands `frequency` times, `count` of them in `group`. */
function tableG2(deal: Deal, count: number, frequency: number, group: number): number {
  const {table, total} = deal;
  const here = deal.totals[group] ?? 0;
  return (
    (table[count] ?? 0) +
    (table[frequency - count] ?? 0) +
    (table[here - count] ?? 0) +
    (table[total - here - frequency + count] ?? 0) -
    (table[frequency] ?? 0) -
    (table[total - frequency] ?? 0) -
    (table[here] ?? 0) -
    (table[total - here] ?? 0) +
    (table[total] ?? 0)
  );
}

interface OrderedFamily {
  sample: Sample;
  /** From the most frequent word to the rarest. */
  words: Uint32Array;
  tally: Uint32Array;
}

function orderByFrequency({sample, words}: Family): OrderedFamily {
  const order = Uint32Array.from(words ?? sample.words.keys());
  order.sort((a, b) => (sample.frequencies[b] ?? 0) - (sample.frequencies[a] ?? 0) || a - b);
  return {sample, words: order, tally: new Uint32Array(sample.groups)};
}

/** The largest |G2| of any word in any group, `highest` if none is larger. */
function findHighest(family: OrderedFamily, groupOf: Uint32Array, deal: Deal, highest: number): number {
  const {sample, words, tally} = family;
  const largest = deal.groups[0];
  const smallest = deal.groups.at(-1);
  if (largest === undefined || smallest === undefined) return highest;
  let best = highest;
  let bounded = 0;
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? 0;
    const frequency = sample.frequencies[word] ?? 0;
    if (frequency !== bounded) {
      bounded = frequency;
      // No rarer word can reach more than a word that stands only in the smallest group or nowhere in the largest.
      const fits = frequency <= (deal.totals[smallest] ?? 0) && frequency <= deal.total - (deal.totals[largest] ?? 0);
      const ceiling = fits
        ? Math.max(tableG2(deal, frequency, frequency, smallest), tableG2(deal, 0, frequency, largest))
        : Number.POSITIVE_INFINITY;
      if (ceiling <= best) return best;
    }
    best = Math.max(best, highestOfWord(sample, word, frequency, groupOf, deal, tally));
  }
  return best;
}

function highestOfWord(
  sample: Sample,
  word: number,
  frequency: number,
  groupOf: Uint32Array,
  deal: Deal,
  tally: Uint32Array,
): number {
  const from = sample.first[word] ?? 0;
  const to = sample.first[word + 1] ?? 0;
  for (let at = from; at < to; at++) {
    const group = groupOf[sample.units[at] ?? 0] ?? 0;
    tally[group] = (tally[group] ?? 0) + (sample.counts[at] ?? 0);
  }
  let best = 0;
  // Where a word is missing, its absence is most striking in the largest group.
  const without = deal.groups.find((group) => tally[group] === 0);
  if (without !== undefined) best = tableG2(deal, 0, frequency, without);
  for (let at = from; at < to; at++) {
    const group = groupOf[sample.units[at] ?? 0] ?? 0;
    const count = tally[group] ?? 0;
    if (count === 0) continue;
    const here = deal.totals[group] ?? 0;
    if (here < deal.total) best = Math.max(best, tableG2(deal, count, frequency, group));
    tally[group] = 0;
  }
  return best;
}
