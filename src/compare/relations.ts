import type {AttributedQuantity} from "./claims.ts";
import {compareDates, daysBetween} from "./dates.ts";
import {compareValues, numberOf} from "./values.ts";
import {lowerArticle} from "./wording.ts";

/** How a reading differs from the reference reading of its fact, strongest first. */
export const RELATIONS = [
  "conflict",
  "update",
  "scope differs",
  "bound differs",
  "vaguer",
  "rounded",
  "converted",
  "attribution differs",
  "caveat lost",
  "same",
] as const;
export type Relation = (typeof RELATIONS)[number];

/** An article's reading of a fact: one mention, with what the article tells of its own time. */
export interface Reading {
  article: string;
  label: string;
  published: string | null;
  mention: AttributedQuantity;
  /** The same number in other units, in brackets behind it. */
  conversions: readonly AttributedQuantity[];
  /** Every mention of the fact in the article: who is named with one of them is named, and a caveat at one is none lost. */
  told: readonly AttributedQuantity[];
}

export interface RelationFound {
  relation: Relation;
  also: Relation[];
  /** One plain sentence. */
  why: string;
}

/** Numbers of these roles grow or shrink while an event unfolds; two that differ need not contradict each other. */
const CHANGING = new Set([
  "killed",
  "injured",
  "killed or injured",
  "missing",
  "displaced",
  "evacuated",
  "captive",
  "trapped",
  "present",
  "destroyed",
  "count",
  "money",
  "percentage",
  "other",
]);
/** Who gives these is rarely part of the claim: an age, a height in a compound ("12-story building"). */
const UNATTRIBUTED = new Set(["age", "date", "ordinal"]);
/** Up to this ratio an open bound and a number beside it are one count ("more than 50" and 51), beyond it a later one. */
const SAME_COUNT = 1.25;

/**
 * How a reading differs from the reference reading of the same fact, and why. All that hold are named, the strongest first;
 * "conflict" only when no rounding, conversion, vagueness, scope or passing of time explains the difference.
 */
export function relate(reading: Reading, reference: Reading): RelationFound {
  const found: [Relation, string][] = [
    valueRelation(reading, reference),
    convertedToo(reading, reference),
    attributionRelation(reading, reference),
    caveatRelation(reading, reference),
  ].filter((r) => r !== null);
  if (found.length === 0)
    return {relation: "same", also: [], why: `${reading.label} says what ${reference.label} says.`};
  found.sort((a, b) => RELATIONS.indexOf(a[0]) - RELATIONS.indexOf(b[0]));
  const relations = [...new Set(found.map(([relation]) => relation))];
  return {relation: relations[0] ?? "same", also: relations.slice(1), why: found.map(([, why]) => why).join(" ")};
}

const quoted = (reading: Reading) => `${reading.label} “${reading.mention.text}”`;

function valueRelation(reading: Reading, reference: Reading): [Relation, string] | null {
  const [x, y] = [reading.mention, reference.mention];
  const both = `${quoted(reading)}, ${quoted(reference)}`;
  switch (compareValues(x, y)) {
    case "equal":
      return null;
    case "bound":
      return ["bound differs", `${both}: one number, opened or closed differently.`];
    case "converted":
      return ["converted", `${both}: one measure in two units.`];
    case "rounded":
      return ["rounded", `${both}: one number to fewer digits.`];
    case "within":
      return withinRelation(reading, reference, both);
    case "unknown":
      return ["vaguer", `${both}: one gives no number.`];
    case "apart":
      return apartRelation(reading, reference, both);
  }
}

function withinRelation(reading: Reading, reference: Reading, both: string): [Relation, string] {
  const [x, y] = [reading.mention, reference.mention];
  const [a, b] = [numberOf(x), numberOf(y)];
  if (a === null || b === null || x.bound === "vague" || y.bound === "vague")
    return ["vaguer", `${both}: the vaguer word covers the number.`];
  const ratio = Math.max(a, b) / Math.max(1e-9, Math.min(a, b));
  if (ratio <= SAME_COUNT || x.bound === "range" || y.bound === "range")
    return ["bound differs", `${both}: one covers the other.`];
  return CHANGING.has(x.role)
    ? ["update", `${both}: ${whenTold(reading, reference)}, and the open bound allows it to grow.`]
    : ["vaguer", `${both}: the open bound covers the number.`];
}

/** "Another 1,000 troops" are other troops. */
export const OTHERS = /\b(?:other|others|another|fellow|more|additional|further|extra|else)\b(?! than)/iu;

/** "He and 29 fellow travellers", "30 of us": one counts the others, one counts all. */
export function countsOthers(x: AttributedQuantity, y: AttributedQuantity): boolean {
  const [a, b] = [numberOf(x), numberOf(y)];
  if (a === null || b === null || a === b || Math.abs(a - b) > 1 || x.unit !== y.unit) return false;
  const [fewer, more] = a < b ? [x, y] : [y, x];
  return OTHERS.test(fewer.text) && !OTHERS.test(more.text);
}

function apartRelation(reading: Reading, reference: Reading, both: string): [Relation, string] {
  const [x, y] = [reading.mention, reference.mention];
  if (countsOthers(x, y)) return ["scope differs", `${both}: one counts the others, one counts all.`];
  if (x.asOf !== null && y.asOf !== null && x.asOf !== y.asOf)
    return ["update", `${both}: they speak of ${x.asOf} and of ${y.asOf}.`];
  if (x.role === "age" && mayHaveTurned(reading, reference))
    return ["update", `${both}: ${whenTold(reading, reference)}, and a birthday may lie between.`];
  if (CHANGING.has(x.role))
    return ["update", `${both}: ${whenTold(reading, reference)}, and such a number changes while the event unfolds.`];
  return ["conflict", `${both}: no rounding, conversion, vagueness or later date explains it.`];
}

/** In fewer days than this a mistake is likelier than a birthday. */
const DAYS_FOR_BIRTHDAY = 30;

/** Whether the later article gives the higher age, by no more years than can have passed. */
function mayHaveTurned(a: Reading, b: Reading): boolean {
  const [x, y] = [numberOf(a.mention), numberOf(b.mention)];
  if (x === null || y === null || a.mention.unit !== "year" || b.mention.unit !== "year") return false;
  const [earlier, later] = x < y ? [a, b] : [b, a];
  const days = daysBetween(earlier.published, later.published);
  return days !== null && days >= DAYS_FOR_BIRTHDAY && Math.abs(x - y) <= 1 + Math.floor(days / 365);
}

function whenTold(reading: Reading, reference: Reading): string {
  if (reading.article === reference.article) return "one article has both";
  const order = compareDates(reading.published, reference.published);
  if (order) return `${reading.label} is dated ${order < 0 ? "earlier" : "later"}`;
  const isDay = [reading, reference].every(({published}) => published && published.length >= "2022-03-16".length);
  return isDay ? "both are dated the same day" : "the order in which they were written is not known";
}

function convertedToo(reading: Reading, reference: Reading): [Relation, string] | null {
  const units = (r: Reading) => new Set([r.mention.unit, ...r.conversions.map((c) => c.unit)]);
  const [a, b] = [units(reading), units(reference)];
  if (a.size === b.size || reading.mention.unit !== reference.mention.unit) return null;
  const adds = a.size > b.size ? reading : reference;
  return ["converted", `${adds.label} adds the conversion “${adds.conversions[0]?.text ?? ""}”.`];
}

function attributionRelation(reading: Reading, reference: Reading): [Relation, string] | null {
  const [x, y] = [reading.mention, reference.mention];
  if (reading.article === reference.article || !isAttributed(x) || !isAttributed(y)) return null;
  if (x.speaker === null && y.speaker === null) return null;
  if (x.speaker !== null && y.speaker !== null)
    return namesAgree(x.speaker, y.speaker)
      ? null
      : ["attribution differs", sayAttribution(reading.label, x.speaker, reference.label, y.speaker)];
  const [named, silent] = x.speaker === null ? [reference, reading] : [reading, reference];
  if (silent.told.some(({speaker}) => speaker !== null) || !canSayMore(silent)) return null;
  return ["attribution differs", sayAttribution(named.label, named.mention.speaker ?? "", silent.label, null)];
}

/** Who has a claim from whom: "KSL has it from the U.N., 002 names nobody." */
export function sayAttribution(a: string, from: string, b: string, other: string | null): string {
  const second = other === null ? `${b} names nobody` : `${b} from ${lowerArticle(other)}`;
  return `${a} has it from ${lowerArticle(from)}, ${second}.`;
}

/** Headlines and captions have no room for speakers and caveats: that they lack them says nothing. */
const canSayMore = ({told}: Reading): boolean => told.some(({zone}) => zone === "body");

/** Whether it belongs to the claim who makes it. */
export const isAttributed = (mention: Parameters<typeof isCompound>[0] & {role: string}): boolean =>
  !UNATTRIBUTED.has(mention.role) && !isCompound(mention);

/** A number inside a compound ("12-story", "two-carriage") describes a thing; it is no claim that somebody makes. */
export const isCompound = ({
  text,
  numberEnd,
  start,
}: Pick<AttributedQuantity, "text" | "start"> & {numberEnd?: number}): boolean =>
  numberEnd !== undefined && /^-\p{L}/u.test(text.slice(numberEnd - start));

function caveatRelation(reading: Reading, reference: Reading): [Relation, string] | null {
  const [x, y] = [reading.mention.caveat, reference.mention.caveat];
  if (reading.article === reference.article || (x === null) === (y === null)) return null;
  const [kept, lost] = x === null ? [reference, reading] : [reading, reference];
  if (lost.told.some(({caveat}) => caveat !== null) || !canSayMore(lost)) return null;
  return ["caveat lost", `${kept.label} adds “${kept.mention.caveat}”, ${lost.label} does not.`];
}

const SMALL_WORDS = new Set(
  "the a an of and to in on for from by with its his her mr mrs ms dr president minister prime foreign deputy ministry official officials spokesman spokeswoman spokesperson office senior".split(
    " ",
  ),
);

/** Nationalities and levels of government tell many speakers apart from none: "a U.S. official" is not "U.S. intelligence". */
const NATIONS = new Set(
  "united states kingdom american british english scottish irish french german russian ukrainian chinese japanese korean indian pakistani afghan iraqi iranian syrian turkish israeli palestinian saudi egyptian nigerian kenyan african mexican brazilian canadian australian italian spanish polish greek dutch swedish european western eastern northern southern north south east west us uk usa eu local state federal national city county regional intelligence senior top".split(
    " ",
  ),
);

function nameWords(name: string): Set<string> {
  const flat = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/\bU\.?\s?N\.?(?!\w)/gu, "united nations")
    .replace(/\bU\.?\s?S\.?(?!\w)/gu, "united states")
    .toLowerCase();
  const words = (flat.replace(/[’']s\b/gu, "").match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => w.length > 1);
  const isNations = /\bunited nations\b/u.test(flat);
  const own = words.filter((w) => !SMALL_WORDS.has(w) && (!NATIONS.has(w) || (isNations && w === "united")));
  return new Set(own.length > 0 ? own : words);
}

/**
 * Whether two names are one speaker's, more strictly than `namesMeet`: most of the shorter name's own words stand in the longer, a
 * nation counted as one word ("a U.S. defense official" is not "British and U.S. intelligence"), or one is the other's acronym.
 * An office and who holds it are one ("prosecutors", "the prosecution").
 *
 * @example
 * namesAgree("The U.N.", "The United Nations human rights office") // => true
 */
export function namesAgree(a: string, b: string): boolean {
  if (a === b) return true;
  const [few, many] = [a, b].map(ownWords).sort((x, y) => x.size - y.size);
  if (!few || !many) return false;
  const shared = [...few].filter(
    (word) => many.has(word) || [...many].some((other) => isOneOffice(word, other)),
  ).length;
  return shared > few.size / 2 || isAcronymOf(a, b) || isAcronymOf(b, a);
}

/** "The investigation" and "investigators", "the prosecution" and "prosecutors". */
const isOneOffice = (a: string, b: string): boolean =>
  /(?:ors?|ions?)$/u.test(a) &&
  /(?:ors?|ions?)$/u.test(b) &&
  a.replace(/(?:ors?|ions?)$/u, "") === b.replace(/(?:ors?|ions?)$/u, "");

function ownWords(name: string): Set<string> {
  const words = nameWords(name);
  for (const nation of ["states", "nations", "kingdom"]) if (words.has(nation)) words.delete("united");
  return words;
}

/** "The RAIB" is "The Rail Accident Investigation Branch". */
function isAcronymOf(short: string, long: string): boolean {
  const initials = (long.match(/\p{Lu}[\p{L}]*/gu) ?? [])
    .filter((word) => !SMALL_WORDS.has(word.toLowerCase()))
    .map((word) => word[0])
    .join("");
  return initials.length >= 2 && new Set<string>(short.match(/\b\p{Lu}{2,}\b/gu)).has(initials);
}

/**
 * Whether two names share a word of their own, titles and small words left out, or one is the other's acronym.
 *
 * @example
 * namesMeet("the RAIB", "Rail Accident Investigation Branch") // => true
 */
export function namesMeet(a: string, b: string): boolean {
  const words = nameWords(b);
  return [...nameWords(a)].some((word) => words.has(word)) || isAcronymOf(a, b) || isAcronymOf(b, a);
}
