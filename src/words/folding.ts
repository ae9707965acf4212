import type {WordUnit} from "./units.ts";

/** One spelling of a word: lowercased, as it is mostly written, and how often each group writes it. */
export interface SpellingCount {
  word: string;
  written: string;
  counts: readonly number[];
}

/** A word in several house spellings; the commonest, under whose name they are counted together, comes first. */
export interface FoldedWord {
  name: string;
  spellings: readonly SpellingCount[];
}

/** How the words of a corpus fall together once house spellings are folded. */
export interface Folding {
  /** The name under which the spellings of a key are counted. */
  nameOf(key: string): string;
  /** The folded names that occurrences of a word go to: mostly one, "US" and "us" for "us". */
  namesOf(word: string): readonly string[];
  /** Whether folding joins or splits anything here: false where the folded word has the counts of the word as written. */
  changes(name: string): boolean;
  /** Every folded word that stands in more than one spelling, in the order of their names. */
  variants: readonly FoldedWord[];
}

/**
 * Finds which words as written fall together in these units; groups are numbered from 0 to `groups` - 1. A folded word bears its
 * commonest spelling (of two equally common ones the first in code order); keys in capitals ("US") bear their own.
 */
export function readFolding(units: readonly WordUnit[], groups: number): Folding {
  const {countsOf, formsOf, keysOf} = countSpellings(units, groups);
  const names = new Map<string, string>();
  const changed = new Set<string>();
  const variants: FoldedWord[] = [];
  for (const [key, counts] of countsOf) {
    const ordered = [...counts].sort(([a, n], [b, m]) => sum(m) - sum(n) || (a < b ? -1 : 1));
    const name = /^\p{Lu}+$/u.test(key) ? key : (ordered[0]?.[0] ?? key);
    names.set(key, name);
    if (ordered.length > 1 || ordered.some(([word]) => (keysOf.get(word)?.size ?? 0) > 1)) changed.add(name);
    if (ordered.length < 2) continue;
    const spellings = ordered.map(([word, counts]) => ({word, written: commonest(formsOf, key, word), counts}));
    variants.push({name, spellings});
  }
  variants.sort((a, b) => (a.name < b.name ? -1 : 1));
  const nameOf = (key: string) => names.get(key) ?? key;
  const namesOf = (word: string) => [...(keysOf.get(word) ?? [])].map(nameOf);
  return {nameOf, namesOf, changes: (name) => changed.has(name), variants};
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** Counts by key, word and group; how often each word of a key is written how; and the keys of each word. */
function countSpellings(units: readonly WordUnit[], groups: number) {
  const countsOf = new Map<string, Map<string, number[]>>();
  const formsOf = new Map<string, Map<string, number>>();
  const keysOf = new Map<string, Set<string>>();
  for (const unit of units) {
    for (const [place, {words, written, keys}] of unit.versions.entries()) {
      const printedBy = unit.versions.length === 1 ? unit.groups : unit.groups.slice(place, place + 1);
      for (const [i, word] of words.entries()) {
        const key = keys[i] ?? word;
        const counts = getOrAdd(getOrAdd(countsOf, key, newMap<number[]>), word, () =>
          new Array<number>(groups).fill(0),
        );
        for (const group of printedBy) counts[group] = (counts[group] ?? 0) + 1;
        const forms = getOrAdd(formsOf, `${key} ${word}`, newMap<number>);
        forms.set(written[i] ?? word, (forms.get(written[i] ?? word) ?? 0) + printedBy.length);
        getOrAdd(keysOf, word, () => new Set<string>()).add(key);
      }
    }
  }
  return {countsOf, formsOf, keysOf};
}

function newMap<Value>(): Map<string, Value> {
  return new Map();
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** How a word is mostly written; the stop after the last letter of "U.S." is no part of a token, and is put back. */
function commonest(formsOf: ReadonlyMap<string, ReadonlyMap<string, number>>, key: string, word: string): string {
  const forms = [...(formsOf.get(`${key} ${word}`) ?? [])].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const written = forms[0]?.[0] ?? word;
  return /^\p{L}(?:\.\p{L})+$/u.test(written) ? `${written}.` : written;
}
