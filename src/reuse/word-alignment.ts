import type {ReuseSentence} from "./passage-text.ts";
import {findTiles, type Tile} from "./tiles.ts";

/** A stretch of words, as positions [start, end) in each sentence's tokens. One side may be empty. */
export interface Stretch {
  startA: number;
  endA: number;
  startB: number;
  endB: number;
}

/** How two sentences lie against each other, word by word. */
export interface WordAlignment {
  /** Words that stand in both in the same order, as [position in a, position in b]. */
  kept: [number, number][];
  /** Runs that stand in both at another place. */
  moved: Tile[];
  /** What stands between the kept words and is not moved: cut (b empty), added (a empty) or replaced. */
  changed: Stretch[];
}

/** The heaviest chain of tiles that rise on both sides; ties go to the chain that starts earlier. */
function chainTiles(tiles: readonly Tile[]): Set<Tile> {
  const best = tiles.map(({length}) => length);
  const from = tiles.map(() => -1);
  tiles.forEach((tile, i) => {
    for (let k = 0; k < i; k++) {
      const earlier = tiles[k] as Tile;
      if (earlier.b + earlier.length <= tile.b && (best[k] ?? 0) + tile.length > (best[i] ?? 0)) {
        best[i] = (best[k] ?? 0) + tile.length;
        from[i] = k;
      }
    }
  });
  const chain = new Set<Tile>();
  for (let i = best.indexOf(Math.max(...best)); i >= 0; i = from[i] ?? -1) chain.add(tiles[i] as Tile);
  return chain;
}

/** Single telling words inside one gap that stand in both, by the longest common subsequence. */
function alignGap(a: ReuseSentence, b: ReuseSentence, gap: Stretch): [number, number][] {
  const [rows, columns] = [gap.endA - gap.startA, gap.endB - gap.startB];
  const length = Array.from({length: rows + 1}, () => new Uint16Array(columns + 1));
  const same = (i: number, j: number): boolean => {
    const [left, right] = [a.tokens[gap.startA + i], b.tokens[gap.startB + j]];
    return left !== undefined && left.class !== "function" && left.key === right?.key;
  };
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      (length[i] as Uint16Array)[j] = Math.max(at(i + 1, j), at(i, j + 1), same(i, j) ? at(i + 1, j + 1) + 1 : 0);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (same(i, j) && at(i, j) === at(i + 1, j + 1) + 1) pairs.push([gap.startA + i++, gap.startB + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** The stretches between matched words, in order. */
function findGaps(a: ReuseSentence, b: ReuseSentence, matched: readonly [number, number][]): Stretch[] {
  let [startA, startB] = [0, 0];
  const gaps: Stretch[] = [];
  for (const [endA, endB] of [...matched, [a.tokens.length, b.tokens.length] as const]) {
    if (endA > startA || endB > startB) gaps.push({startA, endA, startB, endB});
    [startA, startB] = [endA + 1, endB + 1];
  }
  return gaps;
}

/** Cuts the moved words out of a gap, which may split it: each side's first remaining run is compared, further ones stand alone. */
function withoutMoved(gap: Stretch, movedA: ReadonlySet<number>, movedB: ReadonlySet<number>): Stretch[] {
  const runs = (from: number, to: number, moved: ReadonlySet<number>): [number, number][] => {
    const found: [number, number][] = [];
    for (let i = from; i < to; i++) {
      const last = found.at(-1);
      if (moved.has(i)) continue;
      if (last?.[1] === i) last[1] = i + 1;
      else found.push([i, i + 1]);
    }
    return found;
  };
  const [runsA, runsB] = [runs(gap.startA, gap.endA, movedA), runs(gap.startB, gap.endB, movedB)];
  if (runsA.length === 1 && runsB.length === 1) {
    const [[startA, endA], [startB, endB]] = [runsA[0] as [number, number], runsB[0] as [number, number]];
    return [{startA, endA, startB, endB}];
  }
  return [
    ...runsA.map(([startA, endA]) => ({startA, endA, startB: gap.startB, endB: gap.startB})),
    ...runsB.map(([startB, endB]) => ({startA: gap.endA, endA: gap.endA, startB, endB})),
  ];
}

/** Equal words at either end of a replaced stretch were kept: "The U.N." -> "The United Nations" changes no article. */
function trimStretch(a: ReuseSentence, b: ReuseSentence, stretch: Stretch): {kept: [number, number][]; rest: Stretch} {
  const kept: [number, number][] = [];
  let {startA, endA, startB, endB} = stretch;
  while (startA < endA && startB < endB && a.keys[startA] === b.keys[startB]) kept.push([startA++, startB++]);
  while (startA < endA && startB < endB && a.keys[endA - 1] === b.keys[endB - 1]) kept.push([--endA, --endB]);
  return {kept, rest: {startA, endA, startB, endB}};
}

/** Words replaced on both sides of a lone word before it counts as an accident. */
const FAR_APART = 3;

/**
 * A lone word between an addition and a cut, or between two long replacements, is no anchor: "progress in their negotiations" -> "their
 * talks to make progress" is one rewording, not two edits around "progress".
 */
function dropLoneWords(
  a: ReuseSentence,
  b: ReuseSentence,
  inTiles: [number, number][],
  singles: [number, number][],
): [number, number][] {
  const matched = [...inTiles, ...singles].sort((x, y) => x[0] - y[0]);
  const gaps = findGaps(a, b, matched);
  const isFar = (gap: Stretch): boolean => {
    const {startA, endA, startB, endB} = trimStretch(a, b, gap).rest;
    return endA > startA && endB > startB && Math.max(endA - startA, endB - startB) >= FAR_APART;
  };
  return singles.filter(([i, j]) => {
    const before = gaps.find((gap) => gap.endA === i && gap.endB === j);
    const after = gaps.find((gap) => gap.startA === i + 1 && gap.startB === j + 1);
    if (!before || !after) return true;
    const [addedFirst, cutFirst] = [before.startA === before.endA, before.startB === before.endB];
    const turned = (addedFirst && after.startB === after.endB) || (cutFirst && after.startA === after.endA);
    return !turned && !(isFar(before) && isFar(after));
  });
}

const MOVED_WORDS = 3;

/** Words, by their positions, that a sentence has in common with a third one: they were split off or merged in, not changed. */
export interface Elsewhere {
  a: ReadonlySet<number>;
  b: ReadonlySet<number>;
}
const NOWHERE: Elsewhere = {a: new Set(), b: new Set()};

/**
 * Aligns two sentences word by word on their stems: common runs in the same order are kept, runs of three or more words in another order
 * are moved, the rest is what changed, less what stands `elsewhere`.
 */
export function alignWords(a: ReuseSentence, b: ReuseSentence, elsewhere = NOWHERE): WordAlignment {
  const tiles = findTiles(a.keys, b.keys, 2);
  const chain = chainTiles(tiles);
  const telling = ({a: from, length}: Tile) =>
    a.tokens.slice(from, from + length).some((token) => token.class !== "function");
  const moved = tiles.filter((tile) => !chain.has(tile) && tile.length >= MOVED_WORDS && telling(tile));
  const inTiles = [...chain]
    .reverse()
    .flatMap(({a: i, b: j, length}) => Array.from({length}, (_, k): [number, number] => [i + k, j + k]));
  const movedA = new Set(moved.flatMap(({a: i, length}) => Array.from({length}, (_, k) => i + k)));
  const movedB = new Set(moved.flatMap(({b: j, length}) => Array.from({length}, (_, k) => j + k)));
  const singles = findGaps(a, b, inTiles)
    .flatMap((gap) => alignGap(a, b, gap))
    .filter(([i, j]) => !movedA.has(i) && !movedB.has(j));
  const anchored = dropLoneWords(a, b, inTiles, singles);
  const matched = [...inTiles, ...anchored].sort((x, y) => x[0] - y[0]);
  const trimmed = findGaps(a, b, matched)
    .flatMap((gap) => withoutMoved(gap, new Set([...movedA, ...elsewhere.a]), new Set([...movedB, ...elsewhere.b])))
    .map((stretch) => trimStretch(a, b, stretch));
  return {
    kept: [...matched, ...trimmed.flatMap((stretch) => stretch.kept)].sort((x, y) => x[0] - y[0]),
    moved,
    changed: trimmed.flatMap(({rest}) => (rest.endA > rest.startA || rest.endB > rest.startB ? [rest] : [])),
  };
}
