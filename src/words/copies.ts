import {Groups} from "../text/groups.ts";

/** Words in a row that make a shingle; the fewest shared ones, and the least share of the shorter sentence's, that make a copy. */
const SHINGLE = 4;
const FEWEST = 3;
const SHARE = 0.5;
/** A shingle that so many sentences have is a set phrase, or its first holders already tie the family together. */
const HOLDERS = 32;

/**
 * Puts sentences into families of copies: equal ones, and those that share at least half of the shorter one's runs of four words (and
 * three such runs). Returns a family number for each sentence, from 0 in order of first appearance. Time grows with the words.
 *
 * @example [...groupCopies([["a"], ["b"], ["a"]])] // => [0, 1, 0]
 */
export function groupCopies(sentences: readonly (readonly string[])[]): Uint32Array {
  const groups = new Groups<number>();
  const holders = new Map<string, number[]>();
  const sizes = new Uint32Array(sentences.length);
  const equals = new Map<string, number>();
  for (const [index, words] of sentences.entries()) {
    const whole = words.join(" ");
    const equal = equals.get(whole);
    if (equal !== undefined) {
      groups.join(index, equal);
      continue;
    }
    equals.set(whole, index);
    const shingles = readShingles(words);
    sizes[index] = shingles.size;
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      const known = holders.get(shingle);
      if (!known) {
        holders.set(shingle, [index]);
        continue;
      }
      for (const other of known) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (known.length < HOLDERS) known.push(index);
    }
    for (const [other, count] of shared) {
      const shorter = Math.min(shingles.size, sizes[other] ?? 0);
      if (count >= FEWEST && count >= SHARE * shorter) groups.join(index, other);
    }
  }
  const numbers = new Map<number, number>();
  return Uint32Array.from(sentences, (_, index) => {
    const root = groups.find(index);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}

function readShingles(words: readonly string[]): Set<string> {
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at++) shingles.add(words.slice(at, at + SHINGLE).join(" "));
  return shingles;
}
