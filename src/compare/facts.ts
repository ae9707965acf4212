import type {QuantityReading} from "./claims.ts";
import {likenessOf, SILENT} from "./likeness.ts";
import {NO_RULINGS, type Rulings, readRulings} from "./rulings.ts";
import {collectStatements, type Statement} from "./statements.ts";
import {isMeasured, numberOf} from "./values.ts";

/** How alike two statements must be to be one claim; found on the seeds and croydon-tram, judged on the other corpora. */
const ENOUGH = 0.44;
/** The mean over all pairs of two groups must reach this share of it before they become one. */
const GROUP_SHARE = 0.8;
/** Groups are compared by at most this many of their statements, so that one large fact stays cheap. */
const SAMPLE = 8;
/** Terms by which a statement is looked up, strongest first, and how many statements may share one before it says nothing. */
const LOOKUP_TERMS = 8;
const TOO_COMMON = 400;
const RARE = 40;
const NEIGHBOURS = 16;
const MOST_CANDIDATES = 120;

/**
 * Joins mentions that state the same claim, within and across articles.
 *
 * Two mentions can be one fact only if role, unit and counted noun agree; then the words around them decide, weighed by how rare
 * they are in this corpus, together with how far the values agree and how telling an equal value is. Values alone never decide.
 * Candidates come from an index of rare words, so the time grows with the mentions and not with their pairs. What a person ruled
 * holds against all of it.
 */
export function joinFacts(readings: readonly QuantityReading[], rulings: Rulings = NO_RULINGS): Statement[][] {
  const statements = collectStatements(readings).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const members: number[][] = statements.map((_, i) => [i]);
  const groupOf = statements.map((_, i) => i);
  const {mayMerge, apply} = readRulings(statements, rulings);
  const statementsOf = (group: number) => (members[group] ?? []).slice(0, SAMPLE).flatMap((i) => statements[i] ?? []);
  for (const {a, b} of scorePairs(statements)) {
    const [ga, gb] = [groupOf[a] ?? a, groupOf[b] ?? b];
    if (ga === gb || !mayMerge(members[ga] ?? [], members[gb] ?? [])) continue;
    if (!belongTogether(statementsOf(ga), statementsOf(gb))) continue;
    const [keep, drop] = (members[ga]?.length ?? 0) >= (members[gb]?.length ?? 0) ? [ga, gb] : [gb, ga];
    for (const i of members[drop] ?? []) {
      groupOf[i] = keep;
      members[keep]?.push(i);
    }
    members[drop] = [];
  }
  const groups = apply(members.filter((group) => group.length > 0));
  return groups.map((group) => group.flatMap((i) => statements[i] ?? []));
}

/**
 * Two groups are one when their articles link well: the mean, over pairs of articles, of the best link between them. An article that
 * says a thing twice, once in passing, so does not pull its group apart.
 */
function belongTogether(a: readonly Statement[], b: readonly Statement[]): boolean {
  const best = new Map<string, number>();
  for (const x of a) {
    for (const y of b) {
      const likeness = likenessOf(x, y);
      if (likeness === null) return false;
      if (likeness === SILENT) continue;
      const pair = `${x.home}\n${y.home}`;
      best.set(pair, Math.max(best.get(pair) ?? Number.NEGATIVE_INFINITY, likeness));
    }
  }
  const links = [...best.values()];
  return links.length > 0 && links.reduce((sum, link) => sum + link, 0) / links.length >= ENOUGH * GROUP_SHARE;
}

/** Candidate pairs with enough likeness, strongest first; ties go by content. */
function scorePairs(statements: readonly Statement[]): {a: number; b: number; likeness: number}[] {
  const index = new Map<string, number[]>();
  const keysOf = statements.map(lookupKeys);
  for (const [i, keys] of keysOf.entries()) {
    for (const key of keys) {
      const list = index.get(key);
      if (list) list.push(i);
      else index.set(key, [i]);
    }
  }
  const scored: {a: number; b: number; likeness: number}[] = [];
  for (const [a, keys] of keysOf.entries()) {
    for (const b of findCandidates(a, keys, index)) {
      const [x, y] = [statements[a], statements[b]];
      const likeness = x && y ? likenessOf(x, y) : null;
      if (likeness !== null && likeness >= ENOUGH) scored.push({a, b, likeness});
    }
  }
  return scored.sort((p, q) => q.likeness - p.likeness || p.a - q.a || p.b - q.b);
}

/**
 * The later statements to compare one with: those that share a rare key with it, or several that are not too common. Behind a
 * common key only the next few in order of content, where the versions of one sentence stand together.
 */
function findCandidates(a: number, keys: readonly string[], index: ReadonlyMap<string, readonly number[]>): number[] {
  const shared = new Map<number, number>();
  for (const key of keys) {
    const list = index.get(key) ?? [];
    const share = list.length <= RARE ? 2 : 1;
    const from = list.length <= TOO_COMMON ? 0 : list.indexOf(a) + 1;
    const to = list.length <= TOO_COMMON ? list.length : from + NEIGHBOURS;
    for (let i = from; i < to; i++) {
      const b = list[i];
      if (b !== undefined && b > a) shared.set(b, (shared.get(b) ?? 0) + share);
    }
  }
  const likely = [...shared].filter(([, count]) => count >= 2);
  if (likely.length > MOST_CANDIDATES) likely.sort((p, q) => q[1] - p[1] || p[0] - q[0]).length = MOST_CANDIDATES;
  return likely.map(([b]) => b);
}

function lookupKeys(statement: Statement): string[] {
  const block = `${statement.family}|${isMeasured(statement.mention.unit) ? statement.dimension : ""}`;
  const terms = [...statement.vector].sort((p, q) => q[1] - p[1] || (p[0] < q[0] ? -1 : 1)).slice(0, LOOKUP_TERMS);
  const number = numberOf(statement.mention);
  return [
    ...terms.map(([term]) => `${block}|${term}`),
    ...(statement.isToll ? [`${block}|toll`] : []),
    ...(number === null ? [] : [`${block}|=${number}`]),
  ];
}
