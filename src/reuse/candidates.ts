/** Two articles worth aligning, by their position, `a < b`. */
export interface Candidate {
  a: number;
  b: number;
  /** Fingerprints in common. */
  shared: number;
  /** The sum of 1 / (articles that have it - 1) over them: 1 for a passage of some words that nobody else has. */
  rarity: number;
}

export interface CandidateOptions {
  /** Fewest fingerprints in common. Default 4: about one sentence. */
  leastShared?: number;
  /** A fingerprint of at most this many articles pairs all of them; of more, only neighbours in the list. Default 24. */
  rare?: number;
  /** Pairs kept for each article on the average, the strongest first, so that stock sentences cannot make work without end. Default 4. */
  pairsAnArticle?: number;
  /** Neighbours paired under a commoner fingerprint. Default 3. */
  neighbours?: number;
}

const ARTICLES = 2 ** 21;
/** Degrees of rarity that are told apart; 21 + 21 + 11 bits fit a float's 53. */
const LEVELS = 2 ** 11;
/** What a copy of everything weighs against rare fingerprints, when all of them are common. */
const WHOLE_COPY = 40;

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
    for (const hash of hashes) index[at++] = hash * ARTICLES + article;
  });
  return index.sort();
}

/**
 * Finds article pairs that share copy, by an inverted index of rare fingerprints. A text that hundreds printed makes its fingerprints common;
 * each of its copies is then paired with its next neighbours in the list, which are the same ones under all its fingerprints, so that
 * the family stays connected while a stock phrase, whose neighbours differ from phrase to phrase, collects no count. Time and memory grow
 * with the fingerprints, not with the square of the articles. Strongest first, then by position. Throws a RangeError beyond
 * 2,097,152 articles.
 *
 * @example
 * findCandidates([Uint32Array.of(1, 2, 3, 4), Uint32Array.of(1, 2, 3, 4)]).length // => 1
 */
export function findCandidates(
  fingerprints: readonly Uint32Array[],
  {leastShared = 4, rare = 24, neighbours = 3, pairsAnArticle = 4}: CandidateOptions = {},
): Candidate[] {
  if (fingerprints.length > ARTICLES) throw new RangeError(`At most ${ARTICLES} articles, not ${fingerprints.length}.`);
  const index = buildIndex(fingerprints);
  const pairs = new NumberList();
  const fingerprintOf = (at: number): number => Math.floor((index[at] ?? 0) / ARTICLES);
  const articleOf = (at: number): number => (index[at] ?? 0) % ARTICLES;
  for (let from = 0; from < index.length; ) {
    let to = from + 1;
    while (to < index.length && fingerprintOf(to) === fingerprintOf(from)) to++;
    const reach = to - from <= rare ? to - from : neighbours;
    const level = Math.min(LEVELS - 1, to - from - 2);
    for (let i = from; i < to; i++)
      for (let k = i + 1; k < Math.min(to, i + 1 + reach); k++)
        pairs.push((articleOf(i) * ARTICLES + articleOf(k)) * LEVELS + level);
    from = to;
  }
  const sizes = fingerprints.map(({length}) => length);
  const strength = ({a, b, shared, rarity}: Candidate): number =>
    rarity + WHOLE_COPY * (shared / Math.max(1, Math.min(sizes[a] ?? 0, sizes[b] ?? 0)));
  return countPairs(pairs.sorted(), leastShared)
    .sort((x, y) => strength(y) - strength(x) || x.a - y.a || x.b - y.b)
    .slice(0, Math.max(1000, pairsAnArticle * fingerprints.length));
}

function countPairs(sorted: Float64Array, leastShared: number): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < sorted.length; ) {
    const pair = Math.floor((sorted[from] ?? 0) / LEVELS);
    let rarity = 0;
    let to = from;
    for (; to < sorted.length && Math.floor((sorted[to] ?? 0) / LEVELS) === pair; to++)
      rarity += 1 / (((sorted[to] ?? 0) % LEVELS) + 1);
    const shared = to - from;
    if (shared >= leastShared) found.push({a: Math.floor(pair / ARTICLES), b: pair % ARTICLES, shared, rarity});
    from = to;
  }
  return found;
}
