import type {ReuseSentence} from "./passage-text.ts";
import {findTiles, type Tile} from "./tiles.ts";
import type {ReuseToken, WordClass} from "./token.ts";

export const REUSE_LABELS = ["verbatim", "near-verbatim", "paraphrase"] as const;
/** How much of the wording was kept. */
export type ReuseLabel = (typeof REUSE_LABELS)[number];

/** What two sentences have in common, before it is judged. Shares are of 1. */
export interface PairEvidence {
  tiles: readonly Tile[];
  /** Words of the shorter sentence that stand in runs of three or more. */
  cover: number;
  /** The same, of runs that hold a content word: shared names alone do not count. */
  ownCover: number;
  /** Content words outside quotation marks in such runs: what nobody but a copyist shares. */
  ownWords: number;
  /** The same, each different word once and by its rarity: low for what both articles say over and over. */
  ownWeight: number;
  /** Words of the longest run, and the content words in it. */
  longest: number;
  longestOwn: number;
  /** Weighted share of both sentences' matter (Dice). */
  dice: number;
  /** Different content words in common, outside quotation marks. */
  shared: number;
  /** Pairs of telling words that stand close together in both, at least one of them a content word. */
  bonds: number;
  /** The same, each by the rarity of its commoner word. */
  bondWeight: number;
}

const CLASS_WEIGHT: Record<WordClass, number> = {
  function: 0,
  reporting: 0.1,
  title: 0.2,
  calendar: 0.2,
  name: 0.45,
  number: 0.8,
  content: 1,
};
const QUOTED_WEIGHT = 0.6;

/** Numbers are left out: two reporters of one event have them in common without a word copied. */
const isOwn = (token: ReuseToken): boolean => !token.quoted && token.class === "content";

/** For each word the length of the run of names and titles that it stands in: "Foreign Minister Sergey Lavrov" is one thing, not four. */
function nameLengths(tokens: readonly ReuseToken[]): number[] {
  const lengths: number[] = [];
  for (let i = 0; i < tokens.length; ) {
    let end = i;
    while (end < tokens.length && (tokens[end]?.class === "name" || tokens[end]?.class === "title")) end++;
    const length = Math.max(1, end - i);
    for (let k = 0; k < length; k++) lengths.push(length);
    i += length;
  }
  return lengths;
}

/** Weights each key once, by class and by how rare it is in the two articles. */
function weighKeys(sentence: ReuseSentence, rarity: (key: string) => number): Map<string, number> {
  const weights = new Map<string, number>();
  const inName = nameLengths(sentence.tokens);
  for (const [i, token] of sentence.tokens.entries()) {
    const once = Math.sqrt(inName[i] ?? 1);
    const weight = (CLASS_WEIGHT[token.class] * (token.quoted ? QUOTED_WEIGHT : 1) * rarity(token.key)) / once;
    if (weight > 0) weights.set(token.key, Math.max(weight, weights.get(token.key) ?? 0));
  }
  return weights;
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

const REACH = 4;

/** Unordered pairs of common words at most {@link REACH} telling-or-not words apart. */
function readBonds(sentence: ReuseSentence, isCommon: (key: string) => boolean): Set<string> {
  const bonds = new Set<string>();
  const {tokens} = sentence;
  const telling = (token: ReuseToken) =>
    token.class !== "function" && token.class !== "reporting" && isCommon(token.key);
  tokens.forEach((left, i) => {
    if (!telling(left)) return;
    for (const right of tokens.slice(i + 1, i + 1 + REACH))
      if (telling(right) && left.key !== right.key && (isOwn(left) || isOwn(right)))
        bonds.add(left.key < right.key ? `${left.key} ${right.key}` : `${right.key} ${left.key}`);
  });
  return bonds;
}

function findBonds(a: ReuseSentence, b: ReuseSentence, isCommon: (key: string) => boolean): string[] {
  const other = readBonds(b, isCommon);
  return [...readBonds(a, isCommon)].filter((bond) => other.has(bond)).sort();
}

/**
 * Measures what two sentences share; `rarity` gives each key a weight in (0, 1]. Symmetric to the last bit: sums of floats depend on their
 * order, so the sentences are always measured in one order.
 */
export function measurePair(a: ReuseSentence, b: ReuseSentence, rarity: (key: string) => number): PairEvidence {
  if (a.folded <= b.folded) return measureInOrder(a, b, rarity);
  const evidence = measureInOrder(b, a, rarity);
  const tiles = evidence.tiles.map((tile) => ({a: tile.b, b: tile.a, length: tile.length})).sort((x, y) => x.a - y.a);
  return {...evidence, tiles};
}

function measureInOrder(a: ReuseSentence, b: ReuseSentence, rarity: (key: string) => number): PairEvidence {
  const tiles = findTiles(a.keys, b.keys, 2);
  const runs = tiles.filter(({length}) => length >= 3);
  const ownOf = ({a: from, length}: Tile): number => a.tokens.slice(from, from + length).filter(isOwn).length;
  const ownTokens = ({a: from, length}: Tile): string[] =>
    a.tokens
      .slice(from, from + length)
      .filter(isOwn)
      .map((token) => token.key);
  const ownBoth = (tile: Tile): number =>
    Math.min(ownOf(tile), b.tokens.slice(tile.b, tile.b + tile.length).filter(isOwn).length);
  const shorter = Math.max(1, Math.min(a.keys.length, b.keys.length));
  const [weightsA, weightsB] = [weighKeys(a, rarity), weighKeys(b, rarity)];
  const bonds = findBonds(a, b, (key) => weightsB.has(key) && weightsA.has(key));
  const common = [...weightsA].filter(([key]) => weightsB.has(key));
  const both = sum(common.map(([key, weight]) => Math.min(weight, weightsB.get(key) ?? 0)));
  const [totalA, totalB] = [sum(weightsA.values()), sum(weightsB.values())];
  const ownKeys = (s: ReuseSentence) => new Set(s.tokens.filter(isOwn).map((token) => token.key));
  const ownB = ownKeys(b);
  const longest = runs.reduce<Tile | null>((best, run) => (best && best.length >= run.length ? best : run), null);
  return {
    tiles,
    cover: sum(runs.map(({length}) => length)) / shorter,
    ownCover: sum(runs.filter((run) => ownBoth(run) > 0).map(({length}) => length)) / shorter,
    ownWords: sum(runs.map(ownBoth)),
    ownWeight: sum([...new Set(runs.flatMap((run) => ownTokens(run)))].map(rarity)),
    longest: longest?.length ?? 0,
    longestOwn: longest ? ownBoth(longest) : 0,
    dice: (2 * both) / Math.max(1e-9, totalA + totalB),
    shared: [...ownKeys(a)].filter((key) => ownB.has(key)).length,
    bonds: bonds.length,
    bondWeight: sum(bonds.map((bond) => Math.min(...bond.split(" ").map(rarity)))),
  };
}
