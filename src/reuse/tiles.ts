/** A run of words that stands in both sequences: `length` words from `a` and from `b`, as positions in the token lists. */
export interface Tile {
  a: number;
  b: number;
  length: number;
}

/** All maximal common runs of at least `shortest` words, by one pass over the diagonals. */
function findRuns(a: readonly string[], b: readonly string[], shortest: number): Tile[] {
  const runs: Tile[] = [];
  for (let shift = 1 - b.length; shift < a.length; shift++) {
    let length = 0;
    const from = Math.max(0, shift);
    const to = Math.min(a.length, b.length + shift);
    for (let i = from; i <= to; i++) {
      if (i < to && a[i] === b[i - shift]) length++;
      else {
        if (length >= shortest) runs.push({a: i - length, b: i - length - shift, length});
        length = 0;
      }
    }
  }
  return runs;
}

/** The longest part of a run whose words are still free on both sides. */
function longestFree(run: Tile, usedA: Uint8Array, usedB: Uint8Array): Tile | null {
  let best: Tile | null = null;
  let length = 0;
  for (let k = 0; k <= run.length; k++) {
    if (k < run.length && !usedA[run.a + k] && !usedB[run.b + k]) length++;
    else {
      if (length > (best?.length ?? 0)) best = {a: run.a + k - length, b: run.b + k - length, length};
      length = 0;
    }
  }
  return best;
}

const before = (x: Tile, y: Tile): number =>
  y.length - x.length || x.a + x.b - y.a - y.b || Math.abs(x.a - x.b) - Math.abs(y.a - y.b) || x.a - y.a;

/**
 * Greedy string tiling (Wise 1993): the longest common runs first, no word used twice, in any order, so that a clause moved to the front
 * is still found. Swapping `a` and `b` swaps the tiles' sides and changes nothing else. Tiles come in the order of `a`.
 *
 * @example
 * findTiles(["x", "a", "b"], ["a", "b", "y"], 2) // => [{"a": 1, "b": 0, "length": 2}]
 */
export function findTiles(a: readonly string[], b: readonly string[], shortest: number): Tile[] {
  if (a.length > b.length || (a.length === b.length && a.join(" ") > b.join(" ")))
    return findTiles(b, a, shortest)
      .map((tile) => ({a: tile.b, b: tile.a, length: tile.length}))
      .sort((x, y) => x.a - y.a);
  const usedA = new Uint8Array(a.length);
  const usedB = new Uint8Array(b.length);
  const queue = findRuns(a, b, shortest).sort(before);
  const tiles: Tile[] = [];
  while (queue.length > 0) {
    const run = queue.shift() as Tile;
    const free = longestFree(run, usedA, usedB);
    if (!free || free.length < shortest) continue;
    if (free.length < run.length) {
      const place = queue.findIndex((other) => before(free, other) < 0);
      queue.splice(place < 0 ? queue.length : place, 0, free);
      continue;
    }
    usedA.fill(1, free.a, free.a + free.length);
    usedB.fill(1, free.b, free.b + free.length);
    tiles.push(free);
  }
  return tiles.sort((x, y) => x.a - y.a);
}
