import type {AttributedQuantity} from "./claims.ts";
import type {Statement} from "./statements.ts";

/** What a person decided about which readings state one fact; first readings are those that the rows correct. */
export interface Rulings {
  joins: readonly (readonly [AttributedQuantity, AttributedQuantity])[];
  /** Null: the reading states what no other does. */
  splits: readonly (readonly [AttributedQuantity, AttributedQuantity | null])[];
}

export const NO_RULINGS: Rulings = {joins: [], splits: []};

/** Rulings over the groups of statements that `joinFacts` makes; statements and groups are known by index. */
export interface GroupRulings {
  /** Whether the rules may make two groups one. */
  mayMerge: (a: readonly number[], b: readonly number[]) => boolean;
  /** The groups as a person wants them: what was joined by hand is one, what was split by hand is apart. */
  apply: (groups: readonly (readonly number[])[]) => number[][];
}

/** Finds the statements that rulings speak of. A conversion in brackets goes wherever its number goes. */
export function readRulings(statements: readonly Statement[], {joins, splits}: Rulings): GroupRulings {
  const at = new Map(statements.flatMap((s, i) => s.mentions.map(({mention}) => [mention, i] as const)));
  const unitOf = (mention: AttributedQuantity | null): number[] =>
    mention === null
      ? []
      : statements.flatMap((s, i) =>
          s.mentions.some((told) => told.mention === mention || isConversionOf(told.mention, mention)) ? [i] : [],
        );
  const aloneIn = new Map<number, number>();
  const apart = new Map<number, Set<number>>();
  const keepApart = (a: number, b: number) => apart.set(a, (apart.get(a) ?? new Set()).add(b));
  for (const [n, [mention, other]] of splits.entries()) {
    const unit = unitOf(mention);
    if (other === null) for (const i of unit) aloneIn.set(i, n);
    for (const i of unit)
      for (const j of unitOf(other)) {
        keepApart(i, j);
        keepApart(j, i);
      }
  }
  const mayMeet = (i: number, j: number) => aloneIn.get(i) === aloneIn.get(j) && !apart.get(i)?.has(j);
  const isFree = (i: number) => !aloneIn.has(i) && !apart.has(i);
  const pairs = joins.flatMap(([mention, other]) => {
    const [i, j] = [at.get(mention), at.get(other)];
    return i === undefined || j === undefined ? [] : [[i, j] as const];
  });
  return {
    mayMerge: (a, b) =>
      splits.length === 0 ||
      (a.every((i) => isFree(i) || b.every((j) => mayMeet(i, j))) &&
        b.every((j) => isFree(j) || a.every((i) => mayMeet(i, j)))),
    apply: (groups) =>
      separate(
        unite(groups, pairs),
        splits.map(([mention]) => unitOf(mention)),
        apart,
        pairs,
      ),
  };
}

const isConversionOf = (mention: AttributedQuantity, of: AttributedQuantity) =>
  mention.conversionOf === of.start && mention.article === of.article && mention.field === of.field;

type Pair = readonly [number, number];

function unite(groups: readonly (readonly number[])[], pairs: readonly Pair[]): number[][] {
  let found = groups.map((group) => [...group]);
  for (const [i, j] of pairs) {
    const [a, b] = [i, j].map((one) => found.find((group) => group.includes(one)));
    if (a && b && a !== b) found = [...found.filter((group) => group !== a && group !== b), [...a, ...b]];
  }
  return found;
}

/** A join may have led split readings together over others: then the one that was split leaves, with all that was joined to it. */
function separate(
  groups: readonly number[][],
  units: readonly number[][],
  apart: ReadonlyMap<number, ReadonlySet<number>>,
  pairs: readonly Pair[],
): number[][] {
  let found = [...groups];
  for (const unit of units) {
    const group = found.find((one) => unit.some((i) => one.includes(i) && one.some((j) => apart.get(i)?.has(j))));
    if (!group) continue;
    const leaving = withJoined(unit, pairs);
    const [gone, left] = [group.filter((i) => leaving.has(i)), group.filter((i) => !leaving.has(i))];
    found = [...found.filter((one) => one !== group), gone, left].filter((one) => one.length > 0);
  }
  return found;
}

function withJoined(unit: readonly number[], pairs: readonly Pair[]): Set<number> {
  const found = new Set(unit);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [i, j] of pairs) if (found.has(i) || found.has(j)) found.add(i).add(j);
  }
  return found;
}
