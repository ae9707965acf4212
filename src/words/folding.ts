import type {WordUnit} from "./units.ts";

/** A word in several house spellings; the commonest, under whose name they are counted together, comes first. */
export interface FoldedWord {
  name: string;
  spellings: readonly string[];
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
 * Finds which words as written fall together in these units. A folded word bears its commonest spelling (of two equally common ones the
 * first in code order); keys in capitals ("US") bear their own.
 */
export function readFolding(units: readonly WordUnit[]): Folding {
  const spellingsOf = new Map<string, Map<string, number>>();
  const keysOf = new Map<string, Set<string>>();
  for (const {groups, versions} of units) {
    const printings = groups.length / versions.length;
    for (const [word, key] of versions.flatMap(({words, keys}) =>
      words.map((word, i) => [word, keys[i] ?? word] as const),
    )) {
      const spellings = spellingsOf.get(key) ?? new Map<string, number>();
      spellings.set(word, (spellings.get(word) ?? 0) + printings);
      spellingsOf.set(key, spellings);
      const keysOfWord = keysOf.get(word);
      if (keysOfWord) keysOfWord.add(key);
      else keysOf.set(word, new Set([key]));
    }
  }
  const folded = new Map<string, FoldedWord>();
  for (const [key, counts] of spellingsOf) {
    const spellings = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word);
    folded.set(key, {name: /^\p{Lu}+$/u.test(key) ? key : (spellings[0] ?? key), spellings});
  }
  const nameOf = (key: string) => folded.get(key)?.name ?? key;
  const namesOf = (word: string) => [...(keysOf.get(word) ?? [])].map(nameOf);
  const changed = new Set(
    [...folded.values()]
      .filter(({spellings}) => spellings.length > 1 || spellings.some((word) => (keysOf.get(word)?.size ?? 0) > 1))
      .map(({name}) => name),
  );
  const variants = [...folded.values()].filter(({spellings}) => spellings.length > 1);
  variants.sort((a, b) => (a.name < b.name ? -1 : 1));
  return {nameOf, namesOf, changes: (name) => changed.has(name), variants};
}
