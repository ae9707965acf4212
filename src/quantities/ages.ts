import {isWeekday, monthOf} from "./dates.ts";
import type {Draft} from "./draft.ts";
import {isPlural} from "./nouns.ts";
import {isPersonNoun} from "./person-nouns.ts";
import type {Token} from "./tokens.ts";

const OLDEST = 115;

/** Turns bare numbers into ages where their form says so: "Martin Bamford, 30, from Croydon", "aged 18 to 34", "ages 7, 9 and 12". */
export function readAges(tokens: readonly Token[], drafts: readonly Draft[]): Draft[] {
  const read: Draft[] = [];
  for (const draft of drafts) read.push(readAge(tokens, draft, read.at(-1) ?? null));
  return read;
}

function readAge(tokens: readonly Token[], draft: Draft, before: Draft | null): Draft {
  const value = draft.low ?? draft.high;
  if (draft.role !== null || draft.unit !== null || value === null || value > OLDEST || !Number.isInteger(value))
    return draft;
  const forms = [isAged, isAgeLimit, isSharedAge, isApposed];
  if (!forms.some((form) => form(tokens, draft)) && !isNextAge(tokens, draft, before)) return draft;
  return {
    ...draft,
    from: draft.from - sharedBy(tokens, draft),
    role: "age",
    unit: "year",
    unitName: "year",
    noun: null,
  };
}

/** "Ada Quill and Ben Orr, both 31": 1 where a word before the number gives it to several people, else 0. */
const sharedBy = (tokens: readonly Token[], draft: Draft): number =>
  /^(both|all)$/.test(tokens[draft.from - 1]?.lower ?? "") ? 1 : 0;

/** "ages 17, 15, 13 and 8", "two men, 25 and 30,": a bare number in a list with an age before it. */
function isNextAge(tokens: readonly Token[], draft: Draft, before: Draft | null): boolean {
  if (before?.role !== "age" || before.to !== before.numberTo || draft.noun !== null || draft.bound !== "exact")
    return false;
  const link = tokens
    .slice(before.to, draft.from)
    .map((token) => token.lower)
    .join(" ");
  // "Lee, 40, and 12 were hurt": behind a comma the list must go on or end.
  return /^,/.test(link)
    ? /^,( and| or)?$/.test(link) && /^([,.;)]|and|or)$/.test(tokens[draft.numberTo]?.lower ?? ".")
    : /^(and|or)$/.test(link);
}

function isAged(tokens: readonly Token[], draft: Draft): boolean {
  const before = tokens[draft.from - 1]?.lower ?? "";
  if (/^(aged|ages|age)$/.test(before)) return true;
  if (before === "of" && /^ages?$/.test(tokens[draft.from - 2]?.lower ?? "")) return true;
  return isSaidOf(tokens, draft, before);
}

/** "children under 5", "people over 65". */
const isAgeLimit = (tokens: readonly Token[], draft: Draft): boolean =>
  draft.noun === null &&
  /^(under|over|above|below)$/.test(tokens[draft.from]?.lower ?? "") &&
  isPersonNoun(tokens[draft.from - 1]?.lower ?? "");

/** "a 26- and 31-year-old": the first number shares the ending of the second. */
function isSharedAge(tokens: readonly Token[], draft: Draft): boolean {
  const at = draft.numberTo;
  if (tokens[at]?.text !== "-" || !/^(and|or|to)$/.test(tokens[at + 1]?.lower ?? "")) return false;
  return tokens[at + 3]?.text === "-" && tokens[at + 4]?.lower === "year" && tokens[at + 6]?.lower === "old";
}

/** "she was 35 when it happened", "He turned 40." */
function isSaidOf(tokens: readonly Token[], draft: Draft, before: string): boolean {
  const also = before === "also" ? 1 : 0;
  const verb = tokens[draft.from - 1 - also]?.lower ?? "";
  if (draft.noun !== null || !/^(exact|less than|more than)$/.test(draft.bound)) return false;
  if (!/^(is|was|are|were|be|turned|turns|turning|i'm|he's|she's)$/.test(verb)) return false;
  const subject = tokens[draft.from - also - (verb === "be" ? 3 : 2)]?.lower ?? "";
  const next = tokens[draft.numberTo];
  const ends = !next || /^[.,;]$/.test(next.text) || /^(when|by|at|and|but|years)$/.test(next.lower);
  if (!ends) return false;
  if (verb.includes("'") || /^(he|she|who|i)$/.test(subject)) return true;
  if (draft.bound !== "exact") return subject === "they";
  return /^(youngest|oldest|eldest)$/.test(subject) || (isPersonNoun(subject) && !isPlural(subject));
}

/** "Pat Rooke, 72, described": a number between commas after a name or a word for a person. */
function isApposed(tokens: readonly Token[], draft: Draft): boolean {
  if (draft.bound !== "exact" || draft.noun !== null || draft.numberTo - draft.numberFrom > 3) return false;
  const from = draft.from - sharedBy(tokens, draft);
  const at = tokens[from - 2]?.text === "." ? from - 3 : from - 2;
  const [name, comma, after] = [tokens[at], tokens[from - 1], tokens[draft.numberTo]];
  if (name?.kind !== "word") return false;
  const isName = /^\p{Lu}/u.test(name.text) && !isWeekday(name.lower) && !monthOf(name);
  if (comma?.text === "(" && after?.text === ")") return isName;
  if (comma?.text !== "," || !(isName || isPersonNoun(name.lower) || /^(jr|sr|ii|iii)$/.test(name.lower))) return false;
  return (
    !after || /^[,.;)—–-]$/.test(after.text) || /^(and|of|from|who|was|is|said|told|were|has|had)$/.test(after.lower)
  );
}
