import type {ReuseText} from "./passage-text.ts";

/**
 * How telling a word is between two articles, in (0, 1]: 1 for one that stands in at most one sentence of each, falling with the logarithm of
 * the number of sentences that have it. A function of the two articles alone, so that a third changes nothing.
 */
export function rarityOf(a: ReuseText, b: ReuseText): (key: string) => number {
  const all = Math.log(Math.max(16, a.sentences.length + b.sentences.length));
  return (key) => {
    const sentences = (a.frequency.get(key) ?? 0) + (b.frequency.get(key) ?? 0);
    return Math.max(0.1, 1 - Math.log(Math.max(1, sentences / 2)) / all);
  };
}
