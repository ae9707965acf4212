import type {AttributedQuantity, QuantityReading} from "./claims.ts";
import {labelApart, labelFact} from "./fact-label.ts";
import {joinFacts} from "./facts.ts";
import {outletOf} from "./reading.ts";
import {RELATIONS, type Reading, type Relation, type RelationFound, relate, sayAttribution} from "./relations.ts";
import {NO_RULINGS, type Rulings} from "./rulings.ts";
import type {Statement} from "./statements.ts";
import {numberOf} from "./values.ts";
import {findOtherVoices, readVoices} from "./voices.ts";

/** What one article contributes to the comparison of facts. */
export interface FactReading extends QuantityReading {
  article: {article: string; outlet: string; published: string | null};
  label: string;
}

/** One claim with all its readings. */
export interface Fact {
  fact: string;
  role: string;
  /** A few words that say what the fact is, in the words of its reference reading. */
  label: string;
  unit: string | null;
  low: number | null;
  high: number | null;
  /** Names of the articles that carry it, in the order of the corpus. */
  articles: string[];
  outlets: string[];
  /** One article of each independent origin; every article until text reuse is known. */
  origins: string[];
  /** The strongest relation over all readings. */
  relation: Relation;
  also: Relation[];
  why: string;
  reference: Reading;
  /** Every article's reading against the reference; the reference itself is not listed. */
  readings: (Reading & RelationFound)[];
  mentions: AttributedQuantity[];
  /** What a person corrected of its readings, in words; absent where nobody did. */
  corrected?: string[];
}

/** Facts, and the fact of every mention. */
export interface FactComparison {
  facts: Fact[];
  factOf: ReadonlyMap<AttributedQuantity, string>;
}

/**
 * Joins the quantities of all articles into facts and relates each article's reading to the fact's reference reading: the most
 * precise form of the number that most articles give, told by the earliest of them. `rulings` are what a person joined and split.
 *
 * @example
 * compareFacts(readClaims([readArticle("a", "The storm killed 35 people."), readArticle("b", "At least 35 people were killed by the storm.")])).facts.map((fact) => [fact.fact, fact.relation]) // => [["killed-35-person", "bound differs"]]
 */
export function compareFacts(articles: readonly FactReading[], rulings: Rulings = NO_RULINGS): FactComparison {
  const facts = joinFacts(articles, rulings).map((statements) => makeFact(statements, articles));
  nameApart(facts);
  labelApart(facts);
  const order = (fact: Fact) => [-fact.articles.length, RELATIONS.indexOf(fact.relation)] as const;
  facts.sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1] || (a.fact < b.fact ? -1 : 1));
  return {
    facts,
    factOf: new Map(facts.flatMap((fact) => fact.mentions.map((mention) => [mention, fact.fact] as const))),
  };
}

function makeFact(statements: readonly Statement[], articles: readonly FactReading[]): Fact {
  const told = statements
    .flatMap(({key, mentions}) => mentions.map((m) => ({...m, key})))
    .sort((a, b) => a.article - b.article || a.mention.start - b.mention.start);
  const readings = readingsOf(told, articles);
  const reference = chooseReference(readings, told);
  const related = readings.filter((r) => r !== reference).map((r) => ({...r, ...relate(r, reference)}));
  const across = related.filter((r) => r.article !== reference.article);
  const strongest = [...across].sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation))[0];
  const all = new Set(across.flatMap((r) => [r.relation, ...r.also]));
  const {mention} = reference;
  const inIt = [...new Set(told.map((t) => t.article))].map((i) => articles[i]).filter((a) => a !== undefined);
  const found = strongest ?? {
    relation: "same" as const,
    why: inIt.length > 1 ? "All readings say the same." : "One article alone has it.",
  };
  // The reference may be a headline, which names nobody: who says it is compared among all.
  const others = findOtherVoices(readVoices(told.map((t) => t.mention)));
  if (others) all.add("attribution differs");
  const isWeaker = RELATIONS.indexOf(found.relation) > RELATIONS.indexOf("attribution differs");
  const {relation, why} =
    others && isWeaker ? {relation: "attribution differs" as const, why: sayVoices(others, inIt)} : found;
  return {
    fact: "",
    role: mention.role,
    label: labelFact(
      mention,
      told.map((t) => t.mention),
    ),
    unit: mention.unit,
    low: mention.low,
    high: mention.high,
    articles: inIt.map((a) => a.article.article),
    outlets: [...new Set(inIt.map(outletOf))],
    origins: inIt.map((a) => a.article.article),
    relation,
    also: RELATIONS.filter((r) => r !== relation && r !== "same" && all.has(r)),
    why,
    reference,
    readings: related,
    mentions: told.map((t) => t.mention),
    ...correctedIn(told.map((t) => t.mention)),
  };
}

function sayVoices(
  [a, b]: readonly [AttributedQuantity, AttributedQuantity],
  articles: readonly FactReading[],
): string {
  const label = ({article}: AttributedQuantity) =>
    articles.find((a) => a.article.article === article)?.label ?? article;
  return sayAttribution(label(a), a.speaker ?? "", label(b), b.speaker);
}

/** What a person corrected of some mentions, as a property; no property where nobody did. */
export function correctedIn(mentions: readonly AttributedQuantity[]): {corrected?: string[]} {
  const corrected = [...new Set(mentions.flatMap((mention) => mention.corrected ?? []))];
  return corrected.length > 0 ? {corrected} : {};
}

/** A mention with the article that it stands in and the sentence that says it. */
interface Told {
  article: number;
  mention: AttributedQuantity;
  key: string;
}

/** One reading for each article and form of the number; a conversion in brackets belongs to the number that it restates. */
function readingsOf(told: readonly Told[], articles: readonly FactReading[]): Reading[] {
  const place = ({article, mention}: Told, start: number | null) => `${article} ${mention.field} ${start}`;
  const toldIn = new Map<number, AttributedQuantity[]>();
  for (const {article, mention} of told) toldIn.set(article, [...(toldIn.get(article) ?? []), mention]);
  const conversionsOf = new Map<string, AttributedQuantity[]>();
  for (const t of told) {
    if (t.mention.conversionOf === null) continue;
    const of = place(t, t.mention.conversionOf);
    conversionsOf.set(of, [...(conversionsOf.get(of) ?? []), t.mention]);
  }
  const places = new Set(told.map((t) => place(t, t.mention.start)));
  const byForm = new Map<string, Reading>();
  for (const t of told) {
    const {article, mention} = t;
    const source = articles[article];
    if (!source || (mention.conversionOf !== null && places.has(place(t, mention.conversionOf)))) continue;
    const reading: Reading = {
      article: source.article.article,
      label: source.label,
      published: source.article.published,
      mention,
      conversions: conversionsOf.get(place(t, mention.start)) ?? [],
      told: toldIn.get(article) ?? [],
    };
    const form = JSON.stringify([article, mention.low, mention.high, mention.bound, mention.unit]);
    const known = byForm.get(form);
    if (!known || saysMore(reading, known)) byForm.set(form, reading);
  }
  return [...byForm.values()];
}

/** Said twice in one article, the form with a speaker or a caveat is its reading. */
const saysMore = (a: Reading, b: Reading) =>
  [a.mention.speaker, a.mention.caveat].filter(Boolean).length >
  [b.mention.speaker, b.mention.caveat].filter(Boolean).length;

const PRECISION: Readonly<Record<string, number>> = {
  exact: 0,
  range: 1,
  about: 1,
  "at least": 2,
  "more than": 2,
  "at most": 2,
  "less than": 2,
  nearly: 2,
  vague: 3,
};

/** By content alone, so that the order of articles decides nothing: how many sentences say it, how precisely, with what caveat and speaker, how early, then by name. */
function chooseReference(readings: readonly Reading[], told: readonly Told[]): Reading {
  const number = (m: AttributedQuantity) => `${numberOf(m)} ${m.unit}`;
  const sentences = new Map<string, Set<string>>();
  for (const {mention, key} of told)
    sentences.set(number(mention), (sentences.get(number(mention)) ?? new Set()).add(key));
  const support = (r: Reading) => sentences.get(number(r.mention))?.size ?? 0;
  const rank = (r: Reading): (number | string)[] => [
    PRECISION[r.mention.bound] === 3 ? 1 : 0,
    -support(r),
    PRECISION[r.mention.bound] ?? 3,
    // The fullest form is the measure: a speaker or a caveat can then only be lost.
    r.mention.caveat === null ? 1 : 0,
    r.mention.speaker === null ? 1 : 0,
    r.published ?? "9999",
    r.mention.zone === "body" ? 0 : 1,
    r.article,
    r.mention.start,
  ];
  const [best] = [...readings].sort((a, b) => compareRanks(rank(a), rank(b)));
  if (!best) throw new Error("a fact has at least one reading");
  return best;
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (y !== undefined && x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** Readable names that stay the same when other articles come or go: role, value and unit, numbered only where two facts share them. */
function nameApart(facts: readonly Fact[]): void {
  const byName = new Map<string, Fact[]>();
  for (const fact of facts) {
    const value = numberOf(fact.reference.mention);
    const name = [fact.role, value ?? "some", fact.unit ?? ""]
      .filter((part) => part !== "")
      .join("-")
      .replace(/[^\p{L}\p{N}.-]+/gu, "-")
      .toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), fact]);
  }
  for (const [name, same] of byName) {
    same.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    for (const [i, fact] of same.entries()) fact.fact = same.length === 1 ? name : `${name}-${i + 1}`;
  }
}

const keyOf = (fact: Fact) => `${fact.reference.article}\u0000${String(fact.reference.mention.start).padStart(9, "0")}`;
