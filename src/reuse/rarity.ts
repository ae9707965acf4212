import type {ReuseText} from "./passage-text.ts";

/**
 * How telling a word is between two articles, in (0, 1]: 1 for one that stands in at most one sentence of each, falling with the logarithm of
 * the number of sentences that have it. A function of the two articles alone, so that a third changes nothing.
 */
export function rarityOf(a: ReuseText, b: ReuseText): (key: string) => number {
  const frequency = new Map<string, number>();
  for (const {sentences} of [a, b])
    for (const {keys} of sentences) for (const key of new Set(keys)) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const all = Math.log(Math.max(16, a.sentences.length + b.sentences.length));
  return (key) => Math.max(0.1, 1 - Math.log(Math.max(1, (frequency.get(key) ?? 1) / 2)) / all);
}
