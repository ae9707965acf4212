/**
 * A stretch of text that is dealt out whole (a sentence with its copies, or an article): the groups (outlets) that print it, a group that
 * prints it twice named twice, and the words that each prints, in the same order. A single version stands for all of them.
 */
export interface SampleUnit {
  groups: readonly number[];
  versions: readonly (readonly string[])[];
}

/**
 * The words of several groups, counted by version. The places where word `w` stands are `versions[i]`, `counts[i]` for i from `first[w]`
 * up to `first[w + 1]`: flat arrays, because the permutation test walks them thousands of times.
 */
export interface Sample {
  groups: number;
  /** Every type once, in the order of first use. */
  words: readonly string[];
  /** Index into `words`. */
  indexOf: ReadonlyMap<string, number>;
  /** How often each word stands in all groups together, copies counted for each that prints them. */
  frequencies: Uint32Array;
  /** Tokens of each group, and of all. */
  totals: Uint32Array;
  total: number;
  /** The groups that print unit `u`, and its versions: those from `unitFirst[u]` up to `unitFirst[u + 1]`. */
  carriers: readonly Uint32Array[];
  unitFirst: Uint32Array;
  /** Tokens of each version, and the unit that it is of. */
  tokens: Uint32Array;
  unitOf: Uint32Array;
  first: Uint32Array;
  versions: Uint32Array;
  counts: Uint32Array;
}

interface Place {
  word: number;
  version: number;
  count: number;
}

/**
 * Counts the words of each version of each unit; groups are numbered from 0 to `groups` - 1.
 *
 * @example countSample([{groups: [0], versions: [["a", "b", "a"]]}], 1).words // => ["a", "b"]
 */
export function countSample(units: readonly SampleUnit[], groups: number): Sample {
  const indexOf = new Map<string, number>();
  const places: Place[] = [];
  const latest: (Place | undefined)[] = [];
  const versions = units.flatMap((unit) => unit.versions);
  for (const [version, words] of versions.entries()) {
    for (const spelled of words) {
      let word = indexOf.get(spelled);
      if (word === undefined) {
        word = indexOf.size;
        indexOf.set(spelled, word);
      }
      const place = latest[word];
      if (place?.version === version) place.count += 1;
      else {
        const added = {word, version, count: 1};
        latest[word] = added;
        places.push(added);
      }
    }
  }
  const layout = {
    carriers: units.map((unit) => Uint32Array.from(unit.groups)),
    unitFirst: Uint32Array.from([0, ...sumUp(units.map((unit) => unit.versions.length))]),
    tokens: Uint32Array.from(versions, (words) => words.length),
    unitOf: Uint32Array.from(units.flatMap((unit, index) => unit.versions.map(() => index))),
    ...layFlat(places, indexOf.size),
  };
  const totals = new Uint32Array(groups);
  for (const [version, words] of versions.entries()) {
    for (const group of groupsOf(layout, version)) totals[group] = (totals[group] ?? 0) + words.length;
  }
  const frequencies = new Uint32Array(indexOf.size);
  for (const {word, version, count} of places) {
    frequencies[word] = (frequencies[word] ?? 0) + count * groupsOf(layout, version).length;
  }
  const total = totals.reduce((sum, tokens) => sum + tokens, 0);
  return {groups, words: [...indexOf.keys()], indexOf, frequencies, totals, total, ...layout};
}

function sumUp(numbers: readonly number[]): number[] {
  let sum = 0;
  return numbers.map((number) => {
    sum += number;
    return sum;
  });
}

/** The groups that really print a version. */
function groupsOf(
  {carriers, unitFirst, unitOf}: Pick<Sample, "carriers" | "unitFirst" | "unitOf">,
  version: number,
): Uint32Array {
  const unit = unitOf[version] ?? 0;
  const groups = carriers[unit] ?? new Uint32Array();
  const from = unitFirst[unit] ?? 0;
  return (unitFirst[unit + 1] ?? 0) - from === 1 ? groups : groups.subarray(version - from, version - from + 1);
}

/** Sorts the places by word (a counting sort: the versions of one word stay in order). */
function layFlat(places: readonly Place[], words: number) {
  const first = new Uint32Array(words + 1);
  for (const {word} of places) first[word + 1] = (first[word + 1] ?? 0) + 1;
  for (let word = 0; word < words; word++) first[word + 1] = (first[word + 1] ?? 0) + (first[word] ?? 0);
  const next = first.slice();
  const versions = new Uint32Array(places.length);
  const counts = new Uint32Array(places.length);
  for (const {word, version, count} of places) {
    const at = next[word] ?? 0;
    versions[at] = version;
    counts[at] = count;
    next[word] = at + 1;
  }
  return {first, versions, counts};
}

/** How often word number `word` stands in each group that has it. */
export function countByGroup(sample: Sample, word: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = sample.first[word] ?? 0; at < (sample.first[word + 1] ?? 0); at++) {
    for (const group of groupsOf(sample, sample.versions[at] ?? 0)) {
      counts.set(group, (counts.get(group) ?? 0) + (sample.counts[at] ?? 0));
    }
  }
  return counts;
}
