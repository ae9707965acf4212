import {ORDINAL_WORDS, TENS} from "./number-words.ts";
import type {Token} from "./tokens.ts";

/** A place in an order: recognised so as not to be counted. */
export interface OrdinalReading {
  to: number;
  value: number;
  role: "ordinal" | "rank";
}

const RANKED =
  /^(largest|biggest|highest|most|busiest|deadliest|worst|best|oldest|longest|richest|smallest|tallest|fastest|placed?|ranked|seeded|seed)$/;

/**
 * The ordinal that begins at a token, or null: "third", "20th", "twenty-first", "second-largest" (a rank), "top 10" (a rank).
 * "five seconds" and "a second" are left to the units, "a third of" to the fractions.
 */
export function readOrdinal(tokens: readonly Token[], at: number): OrdinalReading | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === "number") {
    const ending = tokens[at + 1];
    if (ending?.glued && /^(st|nd|rd|th)$/.test(ending.lower))
      return ranked(tokens, at + 2, Number(token.text.replaceAll(",", "")));
    const before = tokens[at - 1]?.lower ?? "";
    const beforeHyphen = tokens[at - 1]?.text === "-" ? (tokens[at - 2]?.lower ?? "") : before;
    if (/^(top|bottom|last)$/.test(beforeHyphen) && !isCounted(tokens, at + 1, beforeHyphen !== before)) {
      return {to: at + 1, value: Number(token.text.replaceAll(",", "")), role: "rank"};
    }
    return null;
  }
  const ten = TENS.get(token.lower);
  if (ten !== undefined && tokens[at + 1]?.text === "-") {
    const one = ORDINAL_WORDS.get(tokens[at + 2]?.lower ?? "");
    return one !== undefined && one < 10 ? ranked(tokens, at + 3, ten + one) : null;
  }
  if (token.lower === "second" && tokens[at - 1]?.lower === "per") return null;
  const value = ORDINAL_WORDS.get(token.lower);
  return value === undefined ? null : ranked(tokens, at + 1, value);
}

const isCounted = (tokens: readonly Token[], at: number, hyphen: boolean) =>
  !hyphen &&
  /^(seconds|minutes|hours|days|weeks|months|years|decades|people|officials|[a-z]+s)$/.test(tokens[at]?.lower ?? "");

function ranked(tokens: readonly Token[], to: number, value: number): OrdinalReading {
  const next = tokens[to]?.text === "-" ? tokens[to + 1] : tokens[to];
  const isRank = RANKED.test(next?.lower ?? "");
  return {to: isRank && tokens[to]?.text === "-" ? to + 2 : to, value, role: isRank ? "rank" : "ordinal"};
}
