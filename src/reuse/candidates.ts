/** Two articles worth aligning, by their position, `a < b`, with the number of fingerprints that they share. */
export interface Candidate {
  a: number;
  b: number;
  shared: number;
}

export interface CandidateOptions {
  /** Fewest fingerprints in common. Default 4: about one sentence. */
  leastShared?: number;
  /** A fingerprint of at most this many articles pairs all of them; of more, only neighbours in the list. Default 24. */
  rare?: number;
  /** Neighbours paired under a commoner fingerprint. Default 3. */
  neighbours?: number;
}

const ARTICLE_BITS = 2 ** 21;

/** A growing list of numbers without a box each. */
class NumberList {
  values = new Float64Array(1 << 16);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
  sorted(): Float64Array {
    return this.values.subarray(0, this.length).sort();
  }
}

/** Every (fingerprint, article) as one float of 53 bits, sorted: the inverted index. */
function buildIndex(fingerprints: readonly Uint32Array[]): Float64Array {
  const index = new Float64Array(fingerprints.reduce((total, {length}) => total + length, 0));
  let at = 0;
  fingerprints.forEach((hashes, article) => {
    for (const hash of hashes) index[at++] = hash * ARTICLE_BITS + article;
  });
  return index.sort();
}

/**
 * Finds article pairs that share copy, by an inverted index of rare fingerprints. A text that hundreds printed makes its fingerprints common;
 * each of its copies is then paired with its next neighbours in the list, which are the same ones under all its fingerprints, so that
 * the family stays connected while a stock phrase, whose neighbours differ from phrase to phrase, collects no count. Time and memory grow
 * with the fingerprints, not with the square of the articles. Strongest first, then by position. At most 2,097,152 articles.
 */
export function findCandidates(
  fingerprints: readonly Uint32Array[],
  {leastShared = 4, rare = 24, neighbours = 3}: CandidateOptions = {},
): Candidate[] {
  const index = buildIndex(fingerprints);
  const pairs = new NumberList();
  for (let from = 0; from < index.length; ) {
    const hash = Math.floor((index[from] ?? 0) / ARTICLE_BITS);
    let to = from + 1;
    while (to < index.length && Math.floor((index[to] ?? 0) / ARTICLE_BITS) === hash) to++;
    const reach = to - from <= rare ? to - from : neighbours;
    for (let i = from; i < to; i++)
      for (let k = i + 1; k < Math.min(to, i + 1 + reach); k++)
        pairs.push(((index[i] ?? 0) % ARTICLE_BITS) * ARTICLE_BITS + ((index[k] ?? 0) % ARTICLE_BITS));
    from = to;
  }
  return countPairs(pairs.sorted(), leastShared);
}

function countPairs(sorted: Float64Array, leastShared: number): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < sorted.length; ) {
    const pair = sorted[from] ?? 0;
    let to = from + 1;
    while (sorted[to] === pair) to++;
    if (to - from >= leastShared)
      found.push({a: Math.floor(pair / ARTICLE_BITS), b: pair % ARTICLE_BITS, shared: to - from});
    from = to;
  }
  return found.sort((x, y) => y.shared - x.shared || x.a - y.a || x.b - y.b);
}
