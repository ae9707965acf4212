import {xLogX} from "./keyness.ts";
import {seededRandom, shuffle} from "./random.ts";
import type {Sample} from "./sample.ts";

/** Some words of a sample (all, unless told) that are looked at together with those of other layers. */
export interface Family {
  sample: Sample;
  words?: readonly number[];
}

export interface PermutationOptions {
  /** How many times the units are dealt out anew. Default 1999 (the smallest chance that can come out is 1 in 2000), fewer of huge samples. */
  permutations?: number;
  /** Default 1. The same seed gives the same result to the byte. */
  seed?: number;
}

const PERMUTATIONS = 1999;
/** Enough for a chance of one in two hundred. */
const FEWEST = 199;
/** Places to look at in all deals together: some ten seconds. */
const WORK = 1e9;

/**
 * How many deals a sample gets unless told: 1999, fewer of a sample so large that they would take minutes, never under 199.
 *
 * @example choosePermutations({counts: new Uint32Array(1000)}) // => 1999
 */
export function choosePermutations({counts}: Pick<Sample, "counts">): number {
  return Math.max(FEWEST, Math.min(PERMUTATIONS, Math.floor(WORK / counts.length)));
}

/**
 * What chance alone does to the most striking word: the units (sentences or articles) are dealt out anew, each group keeping its number
 * of units, and each time the largest |G2| of any word in any group against the rest is kept. Sorted ascending.
 *
 * Units stay whole, for the words of a sentence come together: a word that a group merely repeats within a few units is not taken for a
 * habit. A unit with several printings stays one unit, and its list of printings (who, how often) goes to another unit as a whole: copies,
 * within a group or across groups, are no independent evidence. Of a unit in several versions, each printing takes the next.
 * The families must be counted over the same units (layers of one text). Compare with `adjustByMaxima`.
 */
export function permuteMaxima(families: readonly Family[], options: PermutationOptions = {}): Float64Array {
  const {permutations = PERMUTATIONS, seed = 1} = options;
  const maxima = new Float64Array(permutations);
  const sample = families[0]?.sample;
  if (!sample || sample.groups < 2 || sample.total === 0) return maxima;
  const random = seededRandom(seed);
  const holders = Uint32Array.from(sample.carriers.keys());
  const table = tabulateXLogX(largestTotal(sample));
  const ordered = families.map(orderByFrequency);
  for (let round = 0; round < permutations; round++) {
    shuffle(holders, random);
    const deal = dealOut(sample, holders, random, table);
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
function largestTotal({carriers, unitOf, tokens}: Sample): number {
  const longest = new Uint32Array(carriers.length);
  for (const [version, unit] of unitOf.entries()) longest[unit] = Math.max(longest[unit]!, tokens[version]!);
  const printings = Uint32Array.from(carriers, (groups) => groups.length).sort();
  return longest.sort().reduce((sum, length, place) => sum + length * printings[place]!, 0);
}

/** Who prints which version this time. */
interface Deal {
  /** The group that prints each version; -1 where none does, and from -2 down where several do: -2 minus the place in `several`. */
  groupOf: Int32Array;
  several: number[][];
  totals: Uint32Array;
  total: number;
  table: Float64Array;
  /** Groups from most to fewest tokens, without those that hold none or all. */
  groups: number[];
  /** What the sizes of each group and of its rest add to every G2; minus infinity where there is no rest. */
  sizes: Float64Array;
}

/** Gives unit `u` the printings that unit `holders[u]` really has. */
function dealOut(sample: Sample, holders: Uint32Array, random: () => number, table: Float64Array): Deal {
  const {carriers, unitFirst, tokens} = sample;
  const totals = new Uint32Array(sample.groups);
  const groupOf = new Int32Array(tokens.length).fill(-1);
  const several: number[][] = [];
  let total = 0;
  for (let unit = 0; unit < holders.length; unit++) {
    const printings = carriers[holders[unit]!]!;
    const from = unitFirst[unit]!;
    const width = unitFirst[unit + 1]! - from;
    const turn = width > 1 ? Math.floor(random() * width) : 0;
    for (let i = 0; i < printings.length; i++) {
      const version = from + ((i + turn) % width);
      const group = printings[i]!;
      const held = groupOf[version]!;
      if (held === -1) groupOf[version] = group;
      else if (held >= 0) groupOf[version] = -1 - several.push([held, group]);
      else several[-2 - held]!.push(group);
      totals[group]! += tokens[version]!;
      total += tokens[version]!;
    }
  }
  const groups = Array.from(totals.keys()).filter((group) => totals[group]! > 0 && totals[group]! < total);
  groups.sort((a, b) => totals[b]! - totals[a]!);
  const sizes = Float64Array.from(totals, (here) =>
    here < total ? table[total]! - table[here]! - table[total - here]! : Number.NEGATIVE_INFINITY,
  );
  return {groupOf, several, totals, total, table, groups, sizes};
}

/** |G2| of a word that stands `frequency` times, `count` of them in `group`, but for the terms of the frequency alone. */
function partialG2({table, total, totals, sizes}: Deal, count: number, frequency: number, group: number): number {
  const rest = totals[group]! - count;
  return table[count]! + table[frequency - count]! + table[rest]! + table[total - frequency - rest]! + sizes[group]!;
}

interface OrderedFamily {
  sample: Sample;
  /** From the most frequent word to the rarest, so that large values come first and spare the rest; one of those that always stand together. */
  words: Uint32Array;
  /** How often each of `words` stands in any deal at least and at most. */
  floors: Uint32Array;
  limits: Uint32Array;
  /** Counts by group of the word at hand, and the groups that have any. */
  tally: Uint32Array;
  touched: Uint32Array;
}

function orderByFrequency({sample, words}: Family): OrderedFamily {
  const {first, versions, counts, carriers, unitFirst, unitOf} = sample;
  const most = carriers.reduce((printings, groups) => Math.max(printings, groups.length), 0);
  const floors = new Uint32Array(sample.words.length);
  const limits = new Uint32Array(sample.words.length);
  const alike = new Map<string, number>();
  for (const word of words ?? sample.words.keys()) {
    const [from, to] = [first[word]!, first[word + 1]!];
    for (let at = from; at < to; at++) {
      const unit = unitOf[versions[at]!]!;
      const width = unitFirst[unit + 1]! - unitFirst[unit]!;
      if (width === 1) floors[word]! += counts[at]!;
      limits[word]! += counts[at]! * Math.ceil(most / width);
    }
    alike.set(`${versions.subarray(from, to)} ${counts.subarray(from, to)}`, word);
  }
  const order = Uint32Array.from(alike.values()).sort((a, b) => limits[b]! - limits[a]! || a - b);
  return {
    sample,
    words: order,
    floors: order.map((word) => floors[word]!),
    limits: order.map((word) => limits[word]!),
    tally: new Uint32Array(sample.groups),
    touched: new Uint32Array(sample.groups),
  };
}

/** The largest |G2| of any word in any group, `highest` if none is larger. */
function findHighest(family: OrderedFamily, deal: Deal, highest: number): number {
  const {words, floors, limits, tally, touched} = family;
  const {groups, table, total} = deal;
  if (groups.length === 0) return highest;
  let best = highest;
  let tooRare = 0;
  let settled = -1;
  for (let place = 0; place < words.length; place++) {
    if (best > settled) {
      settled = best;
      while (tooRare < limits[place]! && ceilingOf(deal, tooRare + 1) <= best) tooRare += 1;
    }
    if (limits[place]! <= tooRare) return best;
    const word = words[place]!;
    if (floors[place]! <= tooRare && countWord(family, word, deal) <= tooRare) continue;
    const width = tallyWord(family, word, deal);
    let frequency = 0;
    for (let i = 0; i < width; i++) frequency += tally[touched[i]!]!;
    const inAll = table[frequency]! + table[total - frequency]!;
    for (let i = 0; i < width; i++) {
      const value = partialG2(deal, tally[touched[i]!]!, frequency, touched[i]!) - inAll;
      if (value > best) best = value;
    }
    // Where a word is missing, its absence is most striking in the largest group.
    let next = 0;
    while (next < groups.length && tally[groups[next]!]! > 0) next += 1;
    if (next < groups.length) best = Math.max(best, partialG2(deal, 0, frequency, groups[next]!) - inAll);
    for (let i = 0; i < width; i++) tally[touched[i]!] = 0;
  }
  return best;
}

/** How often one word stands in all groups together. */
function countWord({sample: {first, versions, counts}}: OrderedFamily, word: number, {groupOf, several}: Deal): number {
  let frequency = 0;
  for (let at = first[word]!; at < first[word + 1]!; at++) {
    const group = groupOf[versions[at]!]!;
    if (group >= 0) frequency += counts[at]!;
    else if (group < -1) frequency += counts[at]! * several[-2 - group]!.length;
  }
  return frequency;
}

/** Counts one word by group into `tally`, the groups that may have any into `touched`; says how many those are. */
function tallyWord(
  {sample: {first, versions, counts}, tally, touched}: OrderedFamily,
  word: number,
  deal: Deal,
): number {
  const {groupOf, several} = deal;
  const [from, to] = [first[word]!, first[word + 1]!];
  // With more places than groups, to ask at each place whether its group is new costs more than to look at every group.
  const every = to - from >= tally.length;
  let width = 0;
  for (let at = from; at < to; at++) {
    const count = counts[at]!;
    const group = groupOf[versions[at]!]!;
    if (group >= 0) {
      if (!every && tally[group] === 0) touched[width++] = group;
      tally[group]! += count;
    } else if (group < -1) {
      for (const one of several[-2 - group]!) {
        if (!every && tally[one] === 0) touched[width++] = one;
        tally[one]! += count;
      }
    }
  }
  if (!every) return width;
  for (let group = 0; group < tally.length; group++) touched[group] = group;
  return tally.length;
}

/** What no word of this frequency can pass: standing only in the smallest group, or nowhere in the largest. It grows with frequency. */
function ceilingOf(deal: Deal, frequency: number): number {
  const {table, total, totals, groups} = deal;
  const largest = groups[0]!;
  const smallest = groups.at(-1)!;
  if (frequency > totals[smallest]! || frequency > total - totals[largest]!) return Number.POSITIVE_INFINITY;
  const inAll = table[frequency]! + table[total - frequency]!;
  return Math.max(partialG2(deal, frequency, frequency, smallest), partialG2(deal, 0, frequency, largest)) - inAll;
}
