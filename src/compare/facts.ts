import type {AttributedQuantity} from "./claims.ts";
import {isAnybody, nounsAgree} from "./nouns.ts";
import {namesMeet} from "./relations.ts";
import {collectStatements, type QuantityReading, type Statement} from "./statements.ts";
import {compareValues, distinctiveness, isMeasured, numberOf} from "./values.ts";

/** How alike two statements must be to be one claim; found on the seeds and croydon-tram, judged on the other corpora. */
const ENOUGH = 0.44;
/** The mean over all pairs of two groups must reach this share of it before they become one. */
const GROUP_SHARE = 0.8;
/** Groups are compared by at most this many of their statements, so that one large fact stays cheap. */
const SAMPLE = 8;
/** Terms by which a statement is looked up, strongest first, and how many statements may share one before it says nothing. */
const LOOKUP_TERMS = 8;
const TOO_COMMON = 400;

/**
 * Joins mentions that state the same claim, within and across articles.
 *
 * Two mentions can be one fact only if role, unit and counted noun agree; then the words around them decide, weighed by how rare
 * they are in this corpus, together with how far the values agree and how telling an equal value is. Values alone never decide.
 * Candidates come from an index of rare words, so the time grows with the mentions and not with their pairs.
 */
export function joinFacts(readings: readonly QuantityReading[]): Statement[][] {
  const statements = collectStatements(readings).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const groups = new Map<number, Statement[]>(statements.map((statement, i) => [i, [statement]]));
  const groupOf = statements.map((_, i) => i);
  const merge = (a: number, b: number) => {
    const [keep, drop] = a < b ? [a, b] : [b, a];
    for (const statement of groups.get(drop) ?? []) groupOf[statements.indexOf(statement)] = keep;
    groups.set(keep, [...(groups.get(keep) ?? []), ...(groups.get(drop) ?? [])]);
    groups.delete(drop);
  };
  for (const {a, b} of scorePairs(statements)) {
    const [ga, gb] = [groupOf[a] ?? a, groupOf[b] ?? b];
    if (ga !== gb && belongTogether(groups.get(ga) ?? [], groups.get(gb) ?? [])) merge(ga, gb);
  }
  return [...groups.values()];
}

/**
 * Two groups are one when their articles link well: the mean, over pairs of articles, of the best link between them. An article that
 * says a thing twice, once in passing, so does not pull its group apart.
 */
function belongTogether(a: readonly Statement[], b: readonly Statement[]): boolean {
  const best = new Map<string, number>();
  for (const x of a.slice(0, SAMPLE)) {
    for (const y of b.slice(0, SAMPLE)) {
      const likeness = likenessOf(x, y);
      if (likeness === null) return false;
      const pair = `${x.mentions[0]?.article} ${y.mentions[0]?.article}`;
      best.set(pair, Math.max(best.get(pair) ?? Number.NEGATIVE_INFINITY, likeness));
    }
  }
  const links = [...best.values()];
  return links.reduce((sum, link) => sum + link, 0) / links.length >= ENOUGH * GROUP_SHARE;
}

/** Candidate pairs with enough likeness, strongest first; ties go by content. */
function scorePairs(statements: readonly Statement[]): {a: number; b: number; likeness: number}[] {
  const index = new Map<string, number[]>();
  const keysOf = statements.map(lookupKeys);
  for (const [i, keys] of keysOf.entries()) for (const key of keys) index.set(key, [...(index.get(key) ?? []), i]);
  const scored: {a: number; b: number; likeness: number}[] = [];
  for (const [a, keys] of keysOf.entries()) {
    const others = new Set<number>();
    for (const key of keys) {
      const list = index.get(key) ?? [];
      if (list.length <= TOO_COMMON) for (const b of list) if (b > a) others.add(b);
    }
    for (const b of others) {
      const [x, y] = [statements[a], statements[b]];
      const likeness = x && y ? likenessOf(x, y) : null;
      if (likeness !== null && likeness >= ENOUGH) scored.push({a, b, likeness});
    }
  }
  return scored.sort((p, q) => q.likeness - p.likeness || p.a - q.a || p.b - q.b);
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

/** Roles that are an event of their own: two of them near the same words hardly are two claims. */
const EVENT_FAMILIES = new Set(["killed", "injured", "killed or injured", "missing", "moved", "captive", "trapped"]);

/** "Another 1,000 troops" are other troops. */
const OTHERS = /\b(?:other|others|another|more|additional|further|extra)\b(?! than)/iu;

/** Of these one article hardly tells two. */
const RARE_FAMILIES = new Set(["missing", "captive", "trapped"]);

/**
 * How alike two statements are, about 0 to 2; null where they cannot be one claim.
 */
export function likenessOf(a: Statement, b: Statement): number | null {
  const [x, y] = [a.mention, b.mention];
  if (a.sentenceKey === b.sentenceKey) return isConversion(x, y) ? 2 : null;
  if (a.family !== b.family) return null;
  const nouns = nounsOf(a, b);
  if (nouns === "unlike") return null;
  if (x.measure !== null && y.measure !== null && x.measure !== y.measure) return null;
  if (a.years.size > 0 !== b.years.size > 0 && EVENT_FAMILIES.has(a.family) && (a.isToll || b.isToll)) return null;
  const agreement = compareValues(x, y);
  const grows = x.role === "killed" || x.role === "injured";
  const tolls = a.isToll && b.isToll && x.role === y.role && (grows || agreement !== "apart");
  const telling = Math.min(distinctiveness(x), distinctiveness(y));
  let likeness = tolls ? 0.45 : RARE_FAMILIES.has(a.family) ? 0.2 : EVENT_FAMILIES.has(a.family) ? 0.1 : 0;
  if (x.role === "age") likeness += shared(a.nearNames, b.nearNames) ? 0.4 : 0;
  for (const [term, w] of a.vector) likeness += w * (b.vector.get(term) ?? 0);
  if (agreement === "equal") likeness += 0.1 + 0.5 * telling;
  else if (agreement === "bound") likeness += 0.1 + 0.4 * telling;
  else if (agreement === "converted" || agreement === "rounded") likeness += 0.1 + 0.25 * telling;
  else if (agreement === "apart") likeness -= tolls ? 0.1 : 0.25;
  else if (agreement === "unknown") likeness -= tolls ? 0 : 0.2;
  if (nouns === "same" && a.family === "count") likeness += 0.1;
  if (a.family === "count" && OTHERS.test(x.text) !== OTHERS.test(y.text)) likeness -= 0.2;
  if (x.unit === "person" && nounsAgree(a.head, b.head) !== "same" && !isAnybody(a.head) && !isAnybody(b.head))
    likeness -= 0.1;
  if (EVENT_FAMILIES.has(a.family)) likeness += settingOf(x, y);
  // An article that says a thing again says its number again.
  if (agreement !== "equal" && !tolls && sharesArticle(a, b)) likeness -= 0.25;
  return likeness;
}

const isConversion = (x: AttributedQuantity, y: AttributedQuantity) =>
  x.conversionOf === y.start || y.conversionOf === x.start;

/** One place and one day speak for one event, two places against it. */
function settingOf(x: AttributedQuantity, y: AttributedQuantity): number {
  const place = x.place === null || y.place === null ? 0 : namesMeet(x.place, y.place) ? 0.12 : -0.1;
  const day = x.asOf === null || y.asOf === null ? 0 : x.asOf === y.asOf ? 0.08 : -0.05;
  return place + day;
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((term) => b.has(term));

const sharesArticle = (a: Statement, b: Statement) =>
  a.mentions.some((m) => b.mentions.some((n) => n.article === m.article));

/** Measures agree by dimension, people are people, ages are told apart by their words alone; other counts agree by their nouns. */
function nounsOf(a: Statement, b: Statement): "same" | "kind" | "unknown" | "unlike" {
  const people = [a, b].filter(({mention}) => mention.unit === "person").length;
  if (isMeasured(a.mention.unit) || isMeasured(b.mention.unit) || people === 2)
    return a.dimension === b.dimension ? "same" : "unlike";
  // "Crews" are people to one reader and units to another: with one noun or kind of noun they still meet.
  const nouns = nounsAgree(a.head, b.head);
  return people === 1 && nouns === "unknown" ? "unlike" : nouns;
}
