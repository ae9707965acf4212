import {isCapitalised, isPossessive, isTime, type Token} from "./tokens.ts";
import {
  ADVERBS,
  COORDINATORS,
  DETERMINERS,
  FEMALE,
  isDemonym,
  MALE,
  ORGANISATIONS,
  PEOPLE,
  PREPOSITIONS,
  PRONOUNS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  TITLES,
  WEEKDAYS,
} from "./word-classes.ts";

export type Gender = "female" | "male" | null;

/** A noun phrase that may speak, read apart: who it names and what it says of them. Offsets are those of the name or description. */
export interface Mention {
  kind: "pronoun" | "person" | "organisation" | "description";
  text: string;
  start: number;
  end: number;
  /** "Russian Foreign Minister": what stands before or beside the name. */
  role: string | null;
  gender: Gender;
}

const PARTICLES = new Set("von van der den de da di del della du la le bin ibn al el dos ter af ben abu".split(" "));

/** Capitalised because it opens the sentence or names a day: no part of a name. "Theresa May" and "James Long" are. */
function isNoName(tokens: readonly Token[], i: number): boolean {
  const {lower} = tokens[i]!;
  const before = tokens[i - 1];
  if (/^(?:the|a|an)$/.test(lower) || /^(?:i|he|she|it|they|we|you|that|there|here|what|who)'/.test(lower)) return true;
  // "Theresa May", "Ajmal Jan": a month behind a name is one, unless a day follows.
  if (isTime(tokens[i]))
    return WEEKDAYS.has(lower) || !isCapitalised(before) || isTime(before) || tokens[i + 1]?.kind === "number";
  if (before && before.kind !== "quotation" && !/^[:;—–]$/.test(before.text)) return false;
  return (
    DETERMINERS.has(lower) ||
    PREPOSITIONS.has(lower) ||
    SUBORDINATORS.has(lower) ||
    COORDINATORS.has(lower) ||
    SUBJECT_PRONOUNS.has(lower) ||
    (ADVERBS.has(lower) && lower !== "first")
  );
}

/** What follows a last name and belongs to it. */
export const SUFFIX = /^(?:II|III|IV|Jr\.?|Sr\.?)$/;

const isParticle = (token: Token | undefined) =>
  !!token && (PARTICLES.has(token.text) || /^(?:al|el|ul)-\p{Lu}/u.test(token.text));

/** Index of the first token of the run of capitalised words that ends before `end`, not reaching below `from`. */
export function findNameRun(tokens: readonly Token[], from: number, end: number): number {
  let i = end;
  while (i > from) {
    const token = tokens[i - 1]!;
    if (i < end && isPossessive(token)) break;
    if (isNoName(tokens, i - 1)) break;
    if (isCapitalised(token) || (isParticle(token) && i < end)) i--;
    else if (/^\p{Lu}\.$/u.test(token.text)) i--;
    else break;
  }
  while (i < end && PARTICLES.has(tokens[i]!.text)) i++;
  // "Mayor of London Sadiq Khan": the place belongs to the office.
  if (tokens[i - 1]?.lower === "of" && TITLES.has(tokens[i - 2]?.lower ?? "") && end - i > 2) i = end - 2;
  return i;
}

const isTrade = (lower: string) => PEOPLE.has(lower) || /(?:[a-z]{3}ist|woman)$/.test(lower);

/** Splits a run of capitalised words into office and name: the index at which the name begins; `end` when it is no name. */
export function findNameStart(tokens: readonly Token[], from: number, end: number): number {
  let start = from;
  for (let i = from; i < end; i++) if (TITLES.has(tokens[i]!.lower)) start = i + 1;
  // "Driver Joe Park said": capitalised because it opens the sentence.
  if (start === 0 && from === 0 && end > 2 && isTrade(tokens[0]!.lower)) start = 1;
  if (start >= end) return end;
  while (end - start > 2 && isDemonym(tokens[start]!.lower)) start++;
  return start;
}

/** Whether capitalised tokens [from, end) name a body rather than a person, by a word like "Ministry" or by capitals alone. */
export const isOrganisation = (tokens: readonly Token[], from: number, end: number) =>
  tokens.slice(from, end).some((token) => ORGANISATIONS.has(token.lower.replace(/'s$/, ""))) ||
  /^(?:\p{Lu}{2,}|(?:\p{Lu}\.){2,})$/u.test(tokens[end - 1]!.text);

/**
 * Reads the noun phrase of tokens [from, to) as a mention of somebody. The offices before a name become its role; a phrase without a
 * name is a description as written.
 */
export function readMention(text: string, tokens: readonly Token[], from: number, to: number): Mention | null {
  if (to <= from) return null;
  const first = tokens[from]!;
  const span = (a: number, b: number) => text.slice(tokens[a]!.start, tokens[b - 1]!.end);
  if (to - from === 1 && PRONOUNS.has(first.lower))
    return {
      kind: "pronoun",
      text: first.text,
      start: first.start,
      end: first.end,
      role: null,
      gender: pronounGender(first.lower),
    };
  const core = coreEnd(tokens, from, to);
  const run = findNameRun(tokens, from, core);
  const whole: Mention = {
    kind: "description",
    text: span(from, to),
    start: first.start,
    end: tokens[to - 1]!.end,
    role: null,
    gender: genderOf(tokens, from, core),
  };
  if (run >= core || isPossessive(tokens[core - 1])) return whole;
  const name = findNameStart(tokens, run, core);
  if (name >= core) return whole;
  const articled = /^(?:the|a|an)$/.test(first.lower) && !introducesName(tokens, from, name);
  if (articled || isOrganisation(tokens, name, core)) return {...whole, kind: "organisation", gender: null};
  const suffixed = SUFFIX.test(tokens[core - 1]!.text);
  if (core - name - (suffixed ? 1 : 0) === 1 && core < to) return whole;
  if (name === from && core - name === 1 && !isNameLike(tokens, name)) return whole;
  return {
    kind: "person",
    text: span(name, core),
    start: tokens[name]!.start,
    end: tokens[core - 1]!.end,
    role: name > from ? roleText(span(from, name)) : null,
    gender: genderOf(tokens, from, core),
  };
}

/** "the actor Tom Hanks", "the institute's Alan Stern", "the late Mr Lee": after an article a name needs one of these. */
function introducesName(tokens: readonly Token[], from: number, name: number): boolean {
  const before = tokens[name - 1]!;
  if (name - from < 2) return false;
  if (isPossessive(before)) return true;
  return tokens
    .slice(from, name)
    .some(({lower}) => TITLES.has(lower) || PEOPLE.has(lower) || /(?:er|or|ist|man|woman|ian)$/.test(lower));
}

/** Whether a single capitalised word is a name: anywhere but at the start of a sentence, unless it is a noun for people. */
function isNameLike(tokens: readonly Token[], i: number): boolean {
  const {lower} = tokens[i]!;
  const before = tokens[i - 1];
  if (isDemonym(lower) || PEOPLE.has(lower) || PEOPLE.has(lower.replace(/s$/, ""))) return false;
  const opens = !before || /^[:;—–]$/.test(before.text);
  return !opens || !/s$/.test(lower.replace(/'s$/, ""));
}

const roleText = (role: string) => role.replace(/^(?:Mr|Mrs|Ms|Miss)\.?$/, "") || null;

/** Whether tokens [from, to) name a person or an organisation, rather than describe one. */
export function holdsName(tokens: readonly Token[], from: number, to: number): boolean {
  const core = coreEnd(tokens, from, to);
  const run = findNameRun(tokens, from, core);
  return run < core && findNameStart(tokens, run, core) < core;
}

const isOffice = ({lower, text}: Token) =>
  lower === text && (TITLES.has(lower) || PEOPLE.has(lower) || /(?:[a-z]{2}er|or|ist|ian|man|woman)$/.test(lower));

/** The phrase up to its first preposition or bracket: "a spokesman | for the ministry". */
function coreEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const token = tokens[i]!;
    if (token.text === "(") return i;
    // "historian and curator Roger Lane": two offices of one person.
    if (
      token.lower === "and" &&
      isOffice(tokens[i - 1]!) &&
      isOffice(tokens.slice(i + 1, to).findLast((one) => !isCapitalised(one)) ?? token)
    )
      continue;
    if (/^(?:of|for|from|at|in|on|with|to|near|and|or|who|which|that)$/.test(token.lower)) return i;
  }
  return to;
}

/** The gender that a pronoun tells; null for "they" and "it". */
export function pronounGender(lower: string): Gender {
  return lower === "he" ? "male" : lower === "she" ? "female" : null;
}

/** The gender that a title or a noun in tokens [from, to) tells: "Mrs", "spokesman", "his mother". */
export function genderOf(tokens: readonly Token[], from: number, to: number): Gender {
  for (let i = from; i < to; i++) {
    const {lower} = tokens[i]!;
    if (FEMALE.has(lower)) return "female";
    if (MALE.has(lower)) return "male";
  }
  return null;
}
