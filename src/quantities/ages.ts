import {isWeekday, monthOf} from "./dates.ts";
import type {Draft} from "./draft.ts";
import {isPersonNoun} from "./person-nouns.ts";
import type {Token} from "./tokens.ts";

const OLDEST = 115;

/** Turns a bare number into an age where its form says so: "Martin Bamford, 30, from Croydon", "aged 18 to 34", "age 7". */
export function readAge(tokens: readonly Token[], draft: Draft): Draft {
  const value = draft.low ?? draft.high;
  if (draft.role !== null || draft.unit !== null || value === null || value > OLDEST || !Number.isInteger(value))
    return draft;
  return isAged(tokens, draft) || isAgeLimit(tokens, draft) || isSharedAge(tokens, draft) || isApposed(tokens, draft)
    ? {...draft, role: "age", unit: "year", unitName: "year", noun: null}
    : draft;
}

function isAged(tokens: readonly Token[], draft: Draft): boolean {
  const before = tokens[draft.from - 1]?.lower ?? "";
  if (/^(aged|ages|age)$/.test(before)) return true;
  if (before === "of" && tokens[draft.from - 2]?.lower === "age") return true;
  if (isSaidOf(tokens, draft, before)) return true;
  return before === "and" && /^(aged|ages)$/.test(tokens[draft.from - 3]?.lower ?? "");
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
  if (draft.noun !== null || draft.bound !== "exact" || !/^(is|was|be|turned|turns|turning|'s)$/.test(before))
    return false;
  const subject = tokens[draft.from - (before === "be" ? 3 : 2)]?.lower ?? "";
  const next = tokens[draft.numberTo];
  const ends = !next || /^[.,;]$/.test(next.text) || /^(when|by|at|and|but|years)$/.test(next.lower);
  return ends && /^(he|she|who|i)$/.test(subject);
}

/** "Pat Rooke, 72, described": a number between commas after a name or a word for a person. */
function isApposed(tokens: readonly Token[], draft: Draft): boolean {
  if (draft.bound !== "exact" || draft.noun !== null || draft.numberTo - draft.numberFrom > 3) return false;
  const [name, comma, after] = [tokens[draft.from - 2], tokens[draft.from - 1], tokens[draft.numberTo]];
  if (name?.kind !== "word") return false;
  const isName = /^\p{Lu}/u.test(name.text) && !isWeekday(name.lower) && !monthOf(name);
  if (comma?.text === "(" && after?.text === ")") return isName;
  if (comma?.text !== "," || !(isName || isPersonNoun(name.lower) || /^(jr|sr|ii|iii)$/.test(name.lower))) return false;
  return (
    !after || /^[,.;)—–-]$/.test(after.text) || /^(and|of|from|who|was|is|said|told|were|has|had)$/.test(after.lower)
  );
}
