/**
 * A stretch of text that is dealt out whole (a sentence, or an article), and the groups (outlets) that print it: one, or several where
 * they share copy; a group that prints it twice is named twice.
 */
export interface SampleUnit {
  groups: readonly number[];
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
  /** How often each word stands in all groups together, shared copy counted for each that prints it. */
  frequencies: Uint32Array;
  /** Tokens of each group, and of all. */
  totals: Uint32Array;
  total: number;
  /** The groups that print unit `u` are `carriers[c]`, `c = carrierSets[u]`. */
  carriers: readonly Uint32Array[];
  carrierSets: Uint32Array;
  /** Tokens of one printing of each unit. */
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
 * Counts the words of each unit; groups are numbered from 0 to `groups` - 1.
 *
 * @example countSample([{groups: [0], words: ["a", "b", "a"]}], 1).words // => ["a", "b"]
 */
export function countSample(sampleUnits: readonly SampleUnit[], groups: number): Sample {
  const indexOf = new Map<string, number>();
  const places: Place[] = [];
  const latest: (Place | undefined)[] = [];
  for (const [unit, {words}] of sampleUnits.entries()) {
    for (const spelled of words) {
      let word = indexOf.get(spelled);
      if (word === undefined) {
        word = indexOf.size;
        indexOf.set(spelled, word);
      }
      const place = latest[word];
      if (place?.unit === unit) place.count += 1;
      else {
        const added = {word, unit, count: 1};
        latest[word] = added;
        places.push(added);
      }
    }
  }
  const dealt = countUnits(sampleUnits, groups);
  const flat = layFlat(places, indexOf.size);
  const frequencies = new Uint32Array(indexOf.size);
  for (const {word, unit, count} of places) {
    frequencies[word] = (frequencies[word] ?? 0) + count * (sampleUnits[unit]?.groups.length ?? 0);
  }
  return {groups, words: [...indexOf.keys()], indexOf, frequencies, ...dealt, ...flat};
}

function countUnits(sampleUnits: readonly SampleUnit[], groups: number) {
  const carriers: Uint32Array[] = [];
  const setOf = new Map<string, number>();
  const carrierSets = new Uint32Array(sampleUnits.length);
  const unitTokens = new Uint32Array(sampleUnits.length);
  const totals = new Uint32Array(groups);
  for (const [unit, {groups, words}] of sampleUnits.entries()) {
    const key = groups.join();
    let set = setOf.get(key);
    if (set === undefined) {
      set = carriers.push(Uint32Array.from(groups)) - 1;
      setOf.set(key, set);
    }
    carrierSets[unit] = set;
    unitTokens[unit] = words.length;
    for (const group of groups) totals[group] = (totals[group] ?? 0) + words.length;
  }
  return {carriers, carrierSets, unitTokens, totals, total: totals.reduce((sum, tokens) => sum + tokens, 0)};
}

/** Sorts the places by word (a counting sort: the units of one word stay in order). */
function layFlat(places: readonly Place[], words: number) {
  const first = new Uint32Array(words + 1);
  for (const {word} of places) first[word + 1] = (first[word + 1] ?? 0) + 1;
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
  return {first, units, counts};
}

/** How often word number `word` stands in each group. */
export function countByGroup(sample: Sample, word: number): Uint32Array {
  const counts = new Uint32Array(sample.groups);
  for (let at = sample.first[word] ?? 0; at < (sample.first[word + 1] ?? 0); at++) {
    for (const group of sample.carriers[sample.carrierSets[sample.units[at] ?? 0] ?? 0] ?? []) {
      counts[group] = (counts[group] ?? 0) + (sample.counts[at] ?? 0);
    }
  }
  return counts;
}
