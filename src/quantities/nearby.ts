import type {Token} from "./tokens.ts";
import {CLAUSE_OPENERS} from "./word-classes.ts";

/** Something that stands at a stretch of tokens, half-open. */
export interface Placed {
  from: number;
  to: number;
}

/** Nothing farther than this many tokens away belongs to a number; it keeps the search linear over any sentence. */
const REACH = 80;
/** A place or date beyond a word that opens a clause is as good as this many tokens farther away. */
const OTHER_CLAUSE = 12;

/** How far a thing stands from a number, in tokens: behind it is nearer than before it, another clause is far. */
function distanceTo(tokens: readonly Token[], number: number, thing: Placed): number {
  const behind = thing.from >= number;
  const [start, end] = behind ? [number, thing.from] : [thing.to, number];
  const distance = behind ? thing.from - number : (number - thing.to) * 1.5 + 2;
  for (let at = start; at < end; at++) {
    const word = tokens[at]?.lower ?? "";
    if (CLAUSE_OPENERS.has(word) || word === ";") return distance + OTHER_CLAUSE;
  }
  return distance;
}

/**
 * The thing nearest to a token position; one behind it in the same clause is preferred to one as far before it. Null when none is
 * near.
 *
 * @param things in order of `from`
 */
export function nearest<Thing extends Placed>(
  tokens: readonly Token[],
  things: readonly Thing[],
  at: number,
): Thing | null {
  let best: Thing | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let index = firstFrom(things, at - REACH); index < things.length; index++) {
    const thing = things[index];
    if (!thing || thing.from > at + REACH) break;
    const distance = distanceTo(tokens, at, thing);
    if (distance < least) [best, least] = [thing, distance];
  }
  return best;
}

/** Index of the first thing that begins at a position or after it, by halving. */
function firstFrom(things: readonly Placed[], from: number): number {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
