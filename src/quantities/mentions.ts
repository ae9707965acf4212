import type {Article} from "../corpus/article.ts";
import type {Issue} from "../corpus/issue.ts";
import type {Sentence} from "../text/sentences.ts";
import {isWithdrawn} from "./corrections.ts";
import {NOUN_ROLES} from "./cues.ts";
import {readDistance} from "./distances.ts";
import {type Draft, isBare} from "./draft.ts";
import {nearestEvent} from "./events.ts";
import {readModality} from "./modalities.ts";
import {nearest, type Placed} from "./nearby.ts";
import {PEOPLE_GROUPS} from "./person-nouns.ts";
import {namedBefore} from "./places.ts";
import type {QuantityMention, Role} from "./quantity.ts";
import {isPersonal, type RoleReading} from "./role-context.ts";
import {type Setting, textOf} from "./settings.ts";
import type {Token} from "./tokens.ts";

/** All that is known of one number when its row is made. */
export interface Finding {
  article: Article;
  sentence: Sentence;
  tokens: readonly Token[];
  draft: Draft;
  reading: RoleReading | null;
  /** The earlier draft whose noun this one leaves out. */
  elided: Draft | null;
  setting: Setting;
}

/** Roles whose numbers are claims about the world that a caveat, a place and a date belong to. */
const NO_CLAIM: ReadonlySet<Role> = new Set<Role>(["date", "time", "ordinal", "rank", "age"]);
/** Is a number of this role a claim that doubt, place and date can hang on? */
export const isClaim = (role: Role): boolean => !NO_CLAIM.has(role);

const COUNTED_AS_PEOPLE: ReadonlySet<Role> = new Set<Role>(["population"]);
const isOfPeople = (role: Role) => isPersonal(role) || COUNTED_AS_PEOPLE.has(role);

/** The row of one number, or null where it says nothing that could be compared. */
export function buildMention(finding: Finding): QuantityMention | null {
  const {article, sentence, tokens, draft, reading, elided, setting} = finding;
  const role = draft.role ?? reading?.role ?? elided?.role ?? defaultRole(draft, elided);
  if (!isWorthARow(finding, role)) return null;
  const text = (at: {from: number; to: number} | null) => (at ? textOf(sentence, tokens, at) : null);
  const noun = isBare(draft) ? (elided?.noun ?? draft.noun) : draft.noun;
  const unnumbered = draft.kind === "date" || draft.kind === "time";
  const claim = isClaim(role);
  const place = claim ? placeOf(finding, role) : null;
  const distance = readDistance(tokens, draft);
  const unit = unitOf(finding, role);
  return {
    article: article.article,
    field: sentence.field,
    sentence: sentence.sentence,
    zone: sentence.zone,
    start: tokens[draft.from]?.start ?? 0,
    end: tokens[draft.to - 1]?.end ?? 0,
    text: textOf(sentence, tokens, draft),
    numberStart: tokens[draft.numberFrom]?.start ?? 0,
    numberEnd: tokens[draft.numberTo - 1]?.end ?? 0,
    low: unnumbered ? null : draft.low,
    high: unnumbered ? null : draft.high,
    bound: draft.bound,
    ...unit,
    counted: text(noun && noun.to > noun.from ? noun : null),
    role,
    cue: text(reading?.cue ?? null),
    modality: claim ? readModality(tokens, draft, reading) : "asserted",
    measure: distance.measure,
    from: text(distance.from),
    to: text(distance.to),
    direction: distance.direction,
    about: claim ? text(draft.thing ?? nearestEvent(tokens, draft.from)) : null,
    place: claim ? (text(place)?.replace(/['’]s$/, "") ?? setting.placeBefore) : null,
    asOf: draft.kind === "date" ? draft.iso : claim ? (nearest(tokens, setting.dates, draft.from)?.iso ?? null) : null,
    caveat: claim && draft.role === null ? setting.caveat : null,
    conversionOf: null,
    issues: issuesOf(finding, role, unit.unit),
  };
}

function placeOf({tokens, draft, reading, setting}: Finding, role: Role): Placed | null {
  const named = role === "population" && reading?.cue ? namedBefore(tokens, reading.cue.from) : null;
  return named ?? nearest(tokens, setting.places, draft.from);
}

function unitOf({tokens, draft, elided, reading}: Finding, role: Role): {unit: string | null; unitName: string | null} {
  const isPeople =
    (isOfPeople(role) || reading?.role === "count") && (NOUN_ROLES.has(draft.noun?.head ?? "") || draft.unit === null);
  if (isPeople && draft.role === null) return {unit: "person", unitName: "person"};
  if (isBare(draft) && draft.role === null && !elided && isGroupOf(tokens, draft))
    return {unit: "person", unitName: "person"};
  return {unit: draft.unit ?? elided?.unit ?? null, unitName: draft.unitName ?? elided?.unitName ?? null};
}

/** "a workforce of 22,000", "a crew of 12": groups of people. */
const isGroupOf = (tokens: readonly Token[], draft: Draft): boolean =>
  /^(employs|employing|employed|hired|recruited)$/.test(tokens[draft.from - 1]?.lower ?? "") ||
  (tokens[draft.from - 1]?.lower === "of" && PEOPLE_GROUPS.has(tokens[draft.from - 2]?.lower ?? ""));

function defaultRole(draft: Draft, elided: Draft | null): Role {
  if (draft.kind === "fraction") return "percentage";
  return draft.kind === "multiple" || (draft.noun && draft.noun.head !== "") || elided ? "count" : "other";
}

/** "several reasons", "the two": rows that say nothing that could be compared are left out, and what a correction withdraws. */
function isWorthARow({tokens, draft, reading, elided}: Finding, role: Role): boolean {
  if (isWithdrawn(tokens, draft.from)) return false;
  if (draft.low === null && draft.high === null && draft.kind === "vague") {
    const isQuestion = /^(how|so|too|as|this|that)$/.test(tokens[draft.from - 1]?.lower ?? "");
    return isOfPeople(role) && reading !== null && !isQuestion;
  }
  const isLone =
    draft.noun === null && draft.unit === null && draft.role === null && reading === null && elided === null;
  if (!isLone || draft.kind === "fraction" || draft.kind === "range") return true;
  if (tokens[draft.numberFrom]?.kind === "number") return draft.bound !== "exact" || !isModelName(tokens, draft);
  return draft.kind === "vague" || draft.bound !== "exact" || draft.numberTo - draft.numberFrom > 1;
}

/** "its own 787 Dreamliner": bare digits before a capitalised word that names no plural are part of a name. */
function isModelName(tokens: readonly Token[], draft: Draft): boolean {
  const [before, next] = [tokens[draft.from - 1], tokens[draft.numberTo]];
  return (
    next?.kind === "word" &&
    /^\p{Lu}/u.test(next.text) &&
    !/^\p{Lu}/u.test(before?.text ?? "") &&
    before?.kind === "word" &&
    /^\d{1,4}$/.test(tokens[draft.numberFrom]?.text ?? "")
  );
}

/** Doubts about a row: a count without a noun, a noun filled in, a cue that stands far from its number. */
function issuesOf({draft, reading, elided, tokens}: Finding, role: Role, unit: string | null): Issue[] {
  const [start, end] = [tokens[draft.from]?.start ?? null, tokens[draft.to - 1]?.end ?? null];
  const issues: Issue[] = [];
  if (unit === null && isClaim(role) && draft.kind !== "fraction") {
    issues.push({rule: "quantity-has-unit", message: "no unit or counted noun stands with the number", start, end});
  }
  if (elided?.noun && !isPersonal(role)) {
    issues.push({
      rule: "noun-is-written",
      message: `the counted noun is filled in from earlier in the sentence`,
      start,
      end,
    });
  }
  if (reading?.cue && reading.cost > 6) {
    issues.push({
      rule: "cue-is-near",
      message: `the role "${role}" rests on words some way from the number`,
      start,
      end,
      alternatives: ["count"],
    });
  }
  return issues;
}
