import type {Token} from "./tokens.ts";

/** A date or year as written: recognised so as not to be counted. `iso` is as precise as the text. */
export interface DateReading {
  to: number;
  /** "2022-03-15", "2022-03", "2022", "--03-15" where no year is given; null for decades and spans of years. */
  iso: string | null;
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  "january february march april may june july august september october november december"
    .split(" ")
    .flatMap((name, index): [string, number][] => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ])
    .concat([["sept", 9]]),
);

const YEAR_LEADS = new Set(
  (
    "in since until till by of from before after during early late mid circa for to through around spring summer autumn fall winter " +
    "between and about back year class season election cup olympics budget the that this last next than"
  ).split(" "),
);

const two = (n: number) => String(n).padStart(2, "0");
const isYear = (text: string) => /^(1[5-9]|2[01])\d\d$/.test(text);
const dayOf = (token: Token | undefined): number => {
  const day = token?.kind === "number" && /^\d{1,2}$/.test(token.text) ? Number(token.text) : 0;
  return day >= 1 && day <= 31 ? day : 0;
};
const isOrdinalEnding = (token: Token | undefined) => Boolean(token?.glued && /^(st|nd|rd|th)$/.test(token.lower));

/** Is a lower-case word the name of a month, or its first three letters? */
export const isMonth = (lower: string): boolean => MONTHS.has(lower);

/** The month that a word names; "may" and "march" only with a capital. */
export function monthOf(token: Token | undefined): number {
  if (token?.kind !== "word") return 0;
  const month = MONTHS.get(token.lower) ?? 0;
  return month && /^\p{Lu}/u.test(token.text) ? month : 0;
}

/** Past a comma or stop, if a year follows; "March 15, 2022" and "Mar. 2022". */
function yearAfter(tokens: readonly Token[], at: number): number {
  const skip = tokens[at]?.text === "," || tokens[at]?.text === "." ? at + 1 : at;
  return isYear(tokens[skip]?.text ?? "") ? skip : 0;
}

const iso = (year: string | null, month: number, day: number) =>
  `${year ?? "-"}-${two(month)}${day ? `-${two(day)}` : ""}`;

function readMonthFirst(tokens: readonly Token[], at: number): DateReading | null {
  const month = monthOf(tokens[at]);
  if (!month) return null;
  const next = tokens[at + 1]?.text === "." && tokens[at + 1]?.glued ? at + 2 : at + 1;
  const day = dayOf(tokens[next]);
  if (day && !isGluedUnit(tokens, next + 1)) {
    const to = isOrdinalEnding(tokens[next + 1]) ? next + 2 : next + 1;
    const until = dayRange(tokens, to);
    const year = yearAfter(tokens, until);
    return {to: year ? year + 1 : until, iso: iso(year ? (tokens[year]?.text ?? null) : null, month, day)};
  }
  const year = yearAfter(tokens, next);
  return year ? {to: year + 1, iso: iso(tokens[year]?.text ?? null, month, 0)} : null;
}

const isGluedUnit = (tokens: readonly Token[], at: number) =>
  Boolean(tokens[at]?.glued && tokens[at]?.kind === "word" && !isOrdinalEnding(tokens[at]));

/** "March 15-17": the second day belongs to the same date row. */
function dayRange(tokens: readonly Token[], at: number): number {
  const link = tokens[at];
  return link && /^[-–]$/.test(link.text) && dayOf(tokens[at + 1]) ? at + 2 : at;
}

function readDayFirst(tokens: readonly Token[], at: number): DateReading | null {
  const day = dayOf(tokens[at]);
  if (!day) return null;
  let next = isOrdinalEnding(tokens[at + 1]) ? at + 2 : at + 1;
  if (tokens[next]?.lower === "of") next++;
  const month = monthOf(tokens[next]);
  if (!month) return null;
  const dot = tokens[next + 1]?.text === "." && isYear(tokens[next + 2]?.text ?? "") ? next + 2 : next + 1;
  const year = yearAfter(tokens, dot);
  // "12 MAY DIE": in a heading in capitals a verb.
  if (tokens[next]?.text === "MAY" && !year && tokens[next + 1]?.kind === "word") return null;
  return {to: year ? year + 1 : next + 1, iso: iso(year ? (tokens[year]?.text ?? null) : null, month, day)};
}

/** "2022-03-16", "03/15/2022", "15.03.2022". Slashed days and months are told apart only where one is above 12. */
function readNumeric(tokens: readonly Token[], at: number): DateReading | null {
  const [a, link, b, link2, c] = tokens.slice(at, at + 5);
  if (!a || !link || !b || !link2 || !c || link.text !== link2.text || !/^[-/.]$/.test(link.text)) return null;
  if (![link, b, link2, c].every((token) => token.glued)) return null;
  const [x, y, z] = [a.text, b.text, c.text];
  if (isYear(x) && dayOf(b) && dayOf(c)) return {to: at + 5, iso: `${x}-${two(Number(y))}-${two(Number(z))}`};
  if (!(isYear(z) || /^\d\d$/.test(z)) || !dayOf(a) || !dayOf(b) || link.text === "-") return null;
  const [first, second] = [Number(x), Number(y)];
  if (first > 12 && second > 12) return null;
  if (!isYear(z)) return {to: at + 5, iso: null};
  const sure = first > 12 ? [second, first] : second > 12 ? [first, second] : null;
  return {to: at + 5, iso: sure ? `${z}-${two(sure[0] ?? 0)}-${two(sure[1] ?? 0)}` : null};
}

/** What stands after a number that could be a year. */
export type Following = "measure" | "people" | "things" | null;

/** "1959", "2015-16", "2015/16", "1950s", "the '90s". "2018 sales" are of that year, "2000 people" and "built 2000 homes" are counted. */
function readYear(tokens: readonly Token[], at: number, following: Following): DateReading | null {
  const token = tokens[at];
  if (token?.kind !== "number") return null;
  const [next, after] = [tokens[at + 1], tokens[at + 2]];
  const plural = next?.glued && /^('?s)$/.test(next.lower);
  if (plural && /^(1[5-9]|20)?\d0$/.test(token.text)) return {to: at + 2, iso: null};
  if (!isYear(token.text)) return null;
  if (next?.glued && /^[-–/]$/.test(next.text) && after?.glued && after.kind === "number") {
    if (/^\d\d$/.test(after.text) || isYear(after.text)) return {to: at + 3, iso: null};
  }
  if (next?.glued && next.kind === "word" && next.lower !== "'s") return null;
  const before = tokens[at - 1];
  if (before && (/^[$€£#]$/.test(before.text) || (token.glued && before.kind === "word"))) return null;
  const led = Boolean(before && (YEAR_LEADS.has(before.lower) || monthOf(before) > 0));
  const counted =
    following === "people" ||
    !/^(19|20[0-3])/.test(token.text) ||
    /(ed|ing)$|^(lost|built|has|have|had|with|cut|sold|bought)$/.test(before?.lower ?? "");
  if (following === "measure" || (following !== null && counted && !led)) return null;
  if (before && /^(than|least|about|around|to|nearly|almost|over|some|most)$/.test(before.lower)) {
    const verb = tokens[at - 2]?.lower ?? "";
    if (
      before.lower !== "to" ||
      /^(rose|rise|rises|risen|up|climbed|increased|grew|jumped|amounted|fell|dropped)$/.test(verb)
    )
      return null;
  }
  return {to: at + 1, iso: token.text};
}

const WEEKDAY = /^(mon|tues|wednes|thurs|fri|satur|sun)day$/;
/** Is the word the name of a weekday, possessive or not? */
export const isWeekday = (lower: string): boolean => WEEKDAY.test(lower.replace(/'s$/, ""));

/**
 * The date that begins at a token, or null.
 *
 * @param following what the number at `at` would count: "2000 people" is no year
 */
export function readDate(tokens: readonly Token[], at: number, following: Following): DateReading | null {
  const token = tokens[at];
  if (token?.kind === "word") return readMonthFirst(tokens, at);
  if (token?.kind !== "number" || (token.glued && tokens[at - 1]?.kind === "word")) return null;
  return readNumeric(tokens, at) ?? readDayFirst(tokens, at) ?? readYear(tokens, at, following);
}
