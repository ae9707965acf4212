/** A stretch of text that is reshuffled whole (a sentence or an article), with the group (outlet) that it belongs to. */
export interface SampleUnit {
  group: number;
  words: readonly string[];
}

/**
 * The words of several groups, counted by unit. The places where word `w` stands are `units[i]`, `counts[i]` for i from `first[w]` up
 * to `first[w + 1]`: flat arrays, because the permutation test walks them thousands of times.
 */
export interface Sample {
  groups: number;
  /** Every type once, in the order of first use. */
  words: readonly string[];
  /** Index into `words`. */
  indexOf: ReadonlyMap<string, number>;
  /** How often each word stands in all groups together. */
  frequencies: Uint32Array;
  /** Tokens of each group, and of all. */
  totals: Uint32Array;
  total: number;
  unitGroups: Uint32Array;
  unitTokens: Uint32Array;
  first: Uint32Array;
  units: Uint32Array;
  counts: Uint32Array;
}

interface Place {
  word: number;
  unit: number;
  count: number;
}

/**
 * Counts the words of each unit. Units without words are kept (they change nothing); groups are numbered from 0 to `groups` - 1.
 *
 * @example countSample([{group: 0, words: ["a", "b", "a"]}], 1).words // => ["a", "b"]
 */
export function countSample(sampleUnits: readonly SampleUnit[], groups: number): Sample {
  const indexOf = new Map<string, number>();
  const places: Place[] = [];
  const unitGroups = new Uint32Array(sampleUnits.length);
  const unitTokens = new Uint32Array(sampleUnits.length);
  const totals = new Uint32Array(groups);
  const placeOf: (Place | undefined)[] = [];
  for (const [unit, {group, words}] of sampleUnits.entries()) {
    unitGroups[unit] = group;
    unitTokens[unit] = words.length;
    totals[group] = (totals[group] ?? 0) + words.length;
    for (const spelled of words) {
      let word = indexOf.get(spelled);
      if (word === undefined) {
        word = indexOf.size;
        indexOf.set(spelled, word);
      }
      const last = placeOf[word];
      if (last?.unit === unit) last.count += 1;
      else {
        const place = {word, unit, count: 1};
        placeOf[word] = place;
        places.push(place);
      }
    }
  }
  const total = unitTokens.reduce((sum, tokens) => sum + tokens, 0);
  const words = [...indexOf.keys()];
  return {groups, words, indexOf, totals, total, unitGroups, unitTokens, ...layFlat(places, words.length)};
}

/** Sorts the places by word (a counting sort: the units of one word stay in order). */
function layFlat(places: readonly Place[], words: number) {
  const frequencies = new Uint32Array(words);
  const first = new Uint32Array(words + 1);
  for (const {word, count} of places) {
    frequencies[word] = (frequencies[word] ?? 0) + count;
    first[word + 1] = (first[word + 1] ?? 0) + 1;
  }
  for (let word = 0; word < words; word++) first[word + 1] = (first[word + 1] ?? 0) + (first[word] ?? 0);
  const next = first.slice();
  const units = new Uint32Array(places.length);
  const counts = new Uint32Array(places.length);
  for (const {word, unit, count} of places) {
    const at = next[word] ?? 0;
    units[at] = unit;
    counts[at] = count;
    next[word] = at + 1;
  }
  return {frequencies, first, units, counts};
}

/** How often word number `word` stands in each group. */
export function countByGroup(sample: Sample, word: number): Uint32Array {
  const counts = new Uint32Array(sample.groups);
  for (let at = sample.first[word] ?? 0; at < (sample.first[word + 1] ?? 0); at++) {
    const group = sample.unitGroups[sample.units[at] ?? 0] ?? 0;
    counts[group] = (counts[group] ?? 0) + (sample.counts[at] ?? 0);
  }
  return counts;
}
