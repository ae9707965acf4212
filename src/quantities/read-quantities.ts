import type {Article} from "../corpus/article.ts";
import type {Sentence} from "../text/sentences.ts";
import {readAge} from "./ages.ts";
import {boundInterval} from "./bounds.ts";
import {type Conventions, DEFAULT_CONVENTIONS} from "./conventions.ts";
import {findConversions} from "./conversions.ts";
import {isWithdrawn} from "./corrections.ts";
import {type Draft, isBare, readDrafts} from "./drafts.ts";
import {findElided} from "./elisions.ts";
import type {QuantityMention, Role} from "./quantity.ts";
import type {RoleReading} from "./role-context.ts";
import {readRoles} from "./roles.ts";
import {type Token, tokenize} from "./tokens.ts";

/** Zones in which a number is a claim of the article. */
const READ_ZONES: ReadonlySet<string> = new Set(["headline", "body", "caption"]);

/** Settings of the reading; `conventions` says what vague words mean. */
export interface QuantityOptions {
  conventions?: Conventions;
}

/**
 * Every quantity of an article's headline, body, captions and title, in reading order. Dates, clock times, ordinals and ranks are rows
 * with that role; names that look like numbers are none. Never looks at another article. Linear in the length of the article.
 */
export function readQuantities(
  article: Article,
  sentences: readonly Sentence[],
  options: QuantityOptions = {},
): QuantityMention[] {
  const conventions = options.conventions ?? DEFAULT_CONVENTIONS;
  const mentions: QuantityMention[] = [];
  for (const sentence of sentences) {
    if (!READ_ZONES.has(sentence.zone)) continue;
    const tokens = tokenize(sentence.text, sentence.start);
    const drafts = readDrafts(tokens, conventions).map((draft) => readAge(tokens, draft));
    if (drafts.length === 0) continue;
    const roles = readRoles(tokens, drafts);
    const conversions = findConversions(tokens, drafts);
    drafts.forEach((draft, index) => {
      const main = drafts[conversions.get(index)?.of ?? -1];
      const row = toMention(
        article,
        sentence,
        tokens,
        main ? withBoundOf(draft, main) : draft,
        roles[index] ?? null,
        drafts[findElided(tokens, drafts, roles, index)] ?? null,
      );
      if (!row) return;
      const conversion = conversions.get(index);
      mentions.push(
        conversion && main ? {...row, conversionOf: tokens[main.from]?.start ?? null, issues: conversion.issues} : row,
      );
    });
  }
  return mentions;
}

/** A conversion in brackets has the bound of what it restates: "about 15 kilometers (9 miles)". */
function withBoundOf(draft: Draft, main: Draft): Draft {
  if (draft.bound !== "exact" || main.bound === "range" || main.bound === "vague") return draft;
  return {...draft, bound: main.bound, ...boundInterval(main.bound, draft.low)};
}

function toMention(
  article: Article,
  sentence: Sentence,
  tokens: readonly Token[],
  draft: Draft,
  reading: RoleReading | null,
  elided: Draft | null,
): QuantityMention | null {
  const source = (from: number, to: number) =>
    sentence.text.slice((tokens[from]?.start ?? 0) - sentence.start, (tokens[to - 1]?.end ?? 0) - sentence.start);
  const role = draft.role ?? reading?.role ?? defaultRole(draft, elided);
  if (!isWorthARow(tokens, draft, role, reading, elided)) return null;
  const [start, end] = [tokens[draft.from]?.start ?? 0, tokens[draft.to - 1]?.end ?? 0];
  const noun = isBare(draft) ? (elided?.noun ?? draft.noun) : draft.noun;
  const light = draft.kind === "date" || draft.kind === "time";
  return {
    article: article.article,
    field: sentence.field,
    sentence: sentence.sentence,
    zone: sentence.zone,
    start,
    end,
    text: source(draft.from, draft.to),
    numberStart: tokens[draft.numberFrom]?.start ?? start,
    numberEnd: tokens[draft.numberTo - 1]?.end ?? end,
    low: light ? null : draft.low,
    high: light ? null : draft.high,
    bound: draft.bound,
    unit: draft.unit ?? elided?.unit ?? (isCasualty(role) ? "person" : null),
    unitName: draft.unitName ?? elided?.unitName ?? (isCasualty(role) ? "person" : null),
    counted: noun ? source(noun.from, noun.to) : null,
    role,
    cue: reading?.cue ? source(reading.cue.from, reading.cue.to) : null,
    modality: "asserted",
    measure: null,
    from: null,
    to: null,
    direction: null,
    about: null,
    place: null,
    asOf: draft.iso,
    caveat: null,
    conversionOf: null,
    issues: [],
  };
}

const CASUALTY: ReadonlySet<Role> = new Set<Role>([
  "killed",
  "injured",
  "killed or injured",
  "missing",
  "displaced",
  "evacuated",
  "captive",
  "trapped",
  "population",
]);
const isCasualty = (role: Role) => CASUALTY.has(role);

const defaultRole = (draft: Draft, elided: Draft | null): Role =>
  draft.kind === "fraction" ? "percentage" : (draft.noun && draft.noun.head !== "") || elided ? "count" : "other";

/** "several reasons", "the two": rows that say nothing that could be compared are left out. */
function isWorthARow(
  tokens: readonly Token[],
  draft: Draft,
  role: Role,
  reading: RoleReading | null,
  elided: Draft | null,
): boolean {
  const open = draft.low === null && draft.high === null && draft.kind === "vague";
  if (open)
    return (
      isCasualty(role) && reading !== null && !/^(how|so|too|as|this|that)$/.test(tokens[draft.from - 1]?.lower ?? "")
    );
  if (isWithdrawn(tokens, draft.from)) return false;
  const bare = draft.noun === null && draft.unit === null && reading === null && draft.role === null && elided === null;
  if (!bare || draft.kind === "fraction" || draft.kind === "range") return true;
  if (tokens[draft.numberFrom]?.kind === "number") return true;
  return draft.kind === "vague" || draft.bound !== "exact" || draft.numberTo - draft.numberFrom > 1;
}
