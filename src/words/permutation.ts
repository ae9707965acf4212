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
 * What chance alone does to the most striking word: the units (sentences or articles) are dealt out anew, each group keeping its number
 * of units, and each time the largest |G2| of any word in any group against the rest is kept. Sorted ascending.
 *
 * Units stay whole, for the words of a sentence come together: a word that a group merely repeats within a few units is not taken for a
 * habit. A unit that several groups print stays one unit with several printings, dealt together: copies are no independent evidence.
 * The families must be counted over the same units (layers of one text). Compare with `adjustByMaxima`.
 */
export function permuteMaxima(families: readonly Family[], options: PermutationOptions = {}): Float64Array {
  const {permutations = PERMUTATIONS, seed = 1} = options;
  const maxima = new Float64Array(permutations);
  const sample = families[0]?.sample;
  if (!sample || sample.groups < 2 || sample.total === 0) return maxima;
  const random = seededRandom(seed);
  const sets = sample.carrierSets.slice();
  const table = tabulateXLogX(largestTotal(sample));
  const ordered = families.map(orderByFrequency);
  for (let round = 0; round < permutations; round++) {
    shuffle(sets, random);
    const deal = readDeal(sample, sets, table);
    let highest = 0;
    for (const family of ordered) highest = findHighest(family, deal, highest);
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

/** 2 x ln x for every whole x up to `total`: what G2 is a sum of. */
function tabulateXLogX(total: number): Float64Array {
  const table = new Float64Array(total + 1);
  for (let x = 1; x <= total; x++) table[x] = 2 * xLogX(x);
  return table;
}

/** The most tokens that any deal can have: the longest units with the most printings. */
function largestTotal({carriers, carrierSets, unitTokens}: Sample): number {
  const printings = carrierSets.map((set) => carriers[set]?.length ?? 0).sort();
  const lengths = unitTokens.slice().sort();
  return lengths.reduce((sum, tokens, place) => sum + tokens * (printings[place] ?? 0), 0);
}

/** Who prints which unit this time. */
interface Deal {
  carriers: readonly Uint32Array[];
  sets: Uint32Array;
  totals: Uint32Array;
  total: number;
  table: Float64Array;
  /** Groups from most to fewest tokens, without those that hold none or all. */
  groups: number[];
}

function readDeal({groups, carriers, unitTokens}: Sample, sets: Uint32Array, table: Float64Array): Deal {
  const totals = new Uint32Array(groups);
  let total = 0;
  for (let unit = 0; unit < sets.length; unit++) {
    const set = carriers[sets[unit] ?? 0] as Uint32Array;
    const tokens = unitTokens[unit] ?? 0;
    for (let i = 0; i < set.length; i++) {
      const group = set[i] ?? 0;
      totals[group] = (totals[group] ?? 0) + tokens;
      total += tokens;
    }
  }
  const filled = Array.from(totals.keys()).filter((group) => (totals[group] ?? 0) > 0 && (totals[group] ?? 0) < total);
  return {carriers, sets, totals, total, table, groups: filled.sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0))};
}

/** |G2| of a word that stands `frequency` times, `count` of them in a group of `here` tokens. */
function tableG2({table, total}: Deal, count: number, frequency: number, here: number): number {
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
  /** From the most frequent word to the rarest, so that large values come first and spare the rest. */
  words: Uint32Array;
  tally: Uint32Array;
}

function orderByFrequency({sample, words}: Family): OrderedFamily {
  const order = Uint32Array.from(words ?? sample.words.keys());
  order.sort((a, b) => (sample.frequencies[b] ?? 0) - (sample.frequencies[a] ?? 0) || a - b);
  return {sample, words: order, tally: new Uint32Array(sample.groups)};
}

/** The largest |G2| of any word in any group, `highest` if none is larger. */
function findHighest({sample, words, tally}: OrderedFamily, deal: Deal, highest: number): number {
  if (deal.groups.length === 0) return highest;
  let best = highest;
  let tooRare = 0;
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? 0;
    const from = sample.first[word] ?? 0;
    const to = sample.first[word + 1] ?? 0;
    let frequency = 0;
    for (let at = from; at < to; at++) {
      const set = deal.carriers[deal.sets[sample.units[at] ?? 0] ?? 0] as Uint32Array;
      frequency += (sample.counts[at] ?? 0) * set.length;
    }
    while (tooRare < frequency && ceilingOf(deal, tooRare + 1) <= best) tooRare += 1;
    if (frequency > tooRare) best = Math.max(best, highestOfWord(sample, from, to, frequency, deal, tally));
  }
  return best;
}

/** What no word of this frequency can pass: standing only in the smallest group, or nowhere in the largest. It grows with frequency. */
function ceilingOf(deal: Deal, frequency: number): number {
  const largest = deal.totals[deal.groups[0] ?? 0] ?? 0;
  const smallest = deal.totals[deal.groups.at(-1) ?? 0] ?? 0;
  if (frequency > smallest || frequency > deal.total - largest) return Number.POSITIVE_INFINITY;
  return Math.max(tableG2(deal, frequency, frequency, smallest), tableG2(deal, 0, frequency, largest));
}

/** The largest |G2| of the word whose places run from `from` to `to`. `tally` is all zero before and after. */
function highestOfWord(
  sample: Sample,
  from: number,
  to: number,
  frequency: number,
  deal: Deal,
  tally: Uint32Array,
): number {
  for (let at = from; at < to; at++) {
    const set = deal.carriers[deal.sets[sample.units[at] ?? 0] ?? 0] as Uint32Array;
    for (let i = 0; i < set.length; i++) tally[set[i] ?? 0] = (tally[set[i] ?? 0] ?? 0) + (sample.counts[at] ?? 0);
  }
  let best = 0;
  for (let i = 0; i < deal.groups.length; i++) {
    const group = deal.groups[i] ?? 0;
    if (tally[group] !== 0) continue;
    // Where a word is missing, its absence is most striking in the largest group.
    best = tableG2(deal, 0, frequency, deal.totals[group] ?? 0);
    break;
  }
  for (let at = from; at < to; at++) {
    const set = deal.carriers[deal.sets[sample.units[at] ?? 0] ?? 0] as Uint32Array;
    for (let i = 0; i < set.length; i++) {
      const group = set[i] ?? 0;
      const count = tally[group] ?? 0;
      if (count === 0) continue;
      tally[group] = 0;
      const here = deal.totals[group] ?? 0;
      if (here < deal.total) best = Math.max(best, tableG2(deal, count, frequency, here));
    }
  }
  return best;
}
