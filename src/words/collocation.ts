import {compareText} from "../text/order.ts";
import {readTokens} from "../text/tokens.ts";
import type {ReadText} from "./concordance.ts";
import {measureG2} from "./keyness.ts";

/** How strongly two words that follow each other belong together. */
export interface Association {
  /** Pointwise mutual information in bits (Church and Hanks 1990): favours rare pairs. */
  pmi: number;
  /** t score (Church and others 1991): favours frequent pairs. */
  tScore: number;
  /** Rychlý 2008: at most 14, whatever the size of the corpus. */
  logDice: number;
  /** Signed log-likelihood ratio over the four cells (Dunning 1993). */
  g2: number;
}

/**
 * The association of two words from how often they stand together, how often each stands at all, and the size of the corpus.
 *
 * @throws RangeError where they stand together more often than either stands, or never.
 * @example measureAssociation(2, 2, 2, 8).pmi // => 2
 */
export function measureAssociation(together: number, first: number, second: number, total: number): Association {
  if (together < 1 || together > Math.min(first, second) || Math.max(first, second) > total) {
    throw new RangeError(`${together} pairs of words that stand ${first} and ${second} times in ${total} cannot be`);
  }
  const expected = (first * second) / total;
  return {
    pmi: Math.log2(together / expected),
    tScore: (together - expected) / Math.sqrt(together),
    logDice: 14 + Math.log2((2 * together) / (first + second)),
    g2: measureG2(together, first, second - together, total - first),
  };
}

/** Two words that stand next to each other in the same sentence. */
export interface Collocation extends Association {
  first: string;
  second: string;
  together: number;
  firstCount: number;
  secondCount: number;
}

/**
 * The pairs of neighbouring words that stand together at least `fewest` times in the body texts, the strongest (by G2) first. Pairs
 * do not run over the end of a sentence. Copies count as often as they are printed: four outlets with one wire text repeat its pairs.
 *
 * @example findCollocations(readArticles([readArticle("a.txt", "Oil is up. Oil is down.")]), 2).map(({first, second}) => [first, second]) // => [["oil", "is"]]
 */
export function findCollocations(readings: readonly Pick<ReadText, "sentences">[], fewest = 3): Collocation[] {
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  let total = 0;
  const body = readings.flatMap(({sentences}) => sentences.filter(({zone}) => zone === "body"));
  for (const {text} of body) {
    const words = readTokens(text).map(({word}) => word);
    total += words.length;
    for (const [place, word] of words.entries()) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      const next = words[place + 1];
      // No token has a space.
      if (next !== undefined) pairs.set(`${word} ${next}`, (pairs.get(`${word} ${next}`) ?? 0) + 1);
    }
  }
  const found = [...pairs].flatMap(([pair, together]): Collocation[] => {
    if (together < fewest) return [];
    const [first = "", second = ""] = pair.split(" ");
    const [firstCount, secondCount] = [counts.get(first) ?? 0, counts.get(second) ?? 0];
    return [
      {
        first,
        second,
        together,
        firstCount,
        secondCount,
        ...measureAssociation(together, firstCount, secondCount, total),
      },
    ];
  });
  return found.sort((a, b) => b.g2 - a.g2 || compareText(`${a.first} ${a.second}`, `${b.first} ${b.second}`));
}
