import {isConversion, isSameUnit} from "./measures.ts";
import {foldName} from "./spelling.ts";
import type {ReuseToken} from "./token.ts";

export const EDITS = [
  "cut",
  "added",
  "moved",
  "word",
  "wording",
  "number",
  "unit",
  "attribution dropped",
  "attribution added",
  "caveat dropped",
  "caveat added",
  "tense",
  "house style",
] as const;
/** What an editor did. "word" replaces up to three words by up to three, "wording" more. */
export type EditKind = (typeof EDITS)[number];

/** A replaced, cut or added stretch; one side may have no words. */
export interface Change {
  a: readonly ReuseToken[];
  b: readonly ReuseToken[];
  /** The stretches as written, and with the words around them, for conversions that stand beside what was cut. */
  before: string;
  after: string;
  aroundA: string;
  aroundB: string;
}

const DOUBT =
  /\b(?:reportedly|allegedly|alleged|apparently|purported(?:ly)?|unconfirmed|unverified|undercount|likely|probably|possibly|perhaps|maybe|may|might|suspected|estimated|believed|feared|thought to|unclear|preliminary|appear(?:s|ed)? to|seem(?:s|ed)? to|(?:not|n[’']t) (?:be |been |immediately |independently )*(?:verif|confirm)\w+)\b/;
/** Doubt that needs no sentence around it, unlike "might" and "may". */
export const isPlainDoubt = (text: string): boolean =>
  /\b(?:reportedly|allegedly|apparently|purportedly|unconfirmed|unverified|undercount|likely|probably|possibly|perhaps)\b/.test(
    text,
  );

const CAVEAT_WORDS = 14;
/** Longer stretches with a number each need not count the same thing. */
const NUMBER_WORDS = 7;
const ATTRIBUTION_WORDS = 14;
const ATTRIBUTION_MATTER = 2;
const REPORTING_NOUN = /^(?:news|agenc|reporter|statement|comment|interview|call)/;

/** A short stretch that hedges: "likely an undercount", "could not be verified". */
export function isCaveat(tokens: readonly ReuseToken[], text: string): boolean {
  return tokens.length > 0 && tokens.length <= CAVEAT_WORDS && DOUBT.test(text);
}

/** Whether a reporting verb stands among the words. */
export const reports = (tokens: readonly ReuseToken[]): boolean =>
  tokens.some((token) => token.class === "reporting" && !REPORTING_NOUN.test(token.folded));

/** A short stretch that says who says so, and little else: "Kuleba said", "according to local officials". */
export function isAttribution(tokens: readonly ReuseToken[]): boolean {
  if (tokens.length < 2 || tokens.length > ATTRIBUTION_WORDS) return false;
  return (
    reports(tokens) &&
    tokens.filter((token) => token.class === "content" || token.class === "number").length <= ATTRIBUTION_MATTER
  );
}

const VAGUE_NUMBER =
  /^(?:dozens?|scores|hundreds?|thousands?|millions?|billions?|half|third|quarter|twice|double|triple)$/;
const hasNumber = (tokens: readonly ReuseToken[]): boolean =>
  tokens.some((token) => /^\d/.test(token.folded) || VAGUE_NUMBER.test(token.folded));
const numbersOf = (tokens: readonly ReuseToken[]): string =>
  tokens
    .flatMap(({folded}) => /^\d+(?:[.:]\d+)*/.exec(folded)?.[0] ?? (VAGUE_NUMBER.test(folded) ? [folded] : []))
    .join(" ");

const TENSE_WORDS =
  /^(?:am|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|shall|should|can|could|to|going|set|due|scheduled|expected|planned|about|not)$/;
/** Only auxiliaries and words of what is to come: with the verb beside them, a change of tense. */
export const isTenseOnly = (tokens: readonly ReuseToken[]): boolean =>
  tokens.every((token) => TENSE_WORDS.test(token.folded)) &&
  tokens.some((token) => !/^(?:to|about|not|set|due)$/.test(token.folded));

const initials = (tokens: readonly ReuseToken[]): string =>
  tokens
    .filter((token) => /^\p{Lu}/u.test(token.raw))
    .map((token) => token.raw[0])
    .join("")
    .toLowerCase();

/** Whether one side is the other's initials: "U.N." and "United Nations". */
function isAcronym(a: readonly ReuseToken[], b: readonly ReuseToken[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const letters =
    short.length === 1 && /^(?:\p{Lu}\.?){2,}(?:'s)?$/u.test(short[0]?.raw ?? "") ? (short[0]?.folded ?? "") : "";
  return letters.length >= 2 && initials(long) === letters && long.length <= letters.length + 2;
}

/** Whether two single words differ by house style alone: spelling, transliteration, points, hyphens, numerals, unit signs. */
export function isHouseStyle(a: readonly ReuseToken[], b: readonly ReuseToken[]): boolean {
  if (isAcronym(a, b)) return true;
  const join = (tokens: readonly ReuseToken[]) => tokens.map((token) => token.folded).join("");
  if (join(a) === join(b)) return true;
  const [left, right] = [a[0], b[0]];
  if (a.length !== 1 || b.length !== 1 || !left || !right) return false;
  if (isSameUnit(left.raw, right.raw)) return true;
  const names =
    /^\p{Lu}/u.test(left.raw) && /^\p{Lu}/u.test(right.raw) && Math.min(left.raw.length, right.raw.length) >= 4;
  return names && foldName(left.folded) === foldName(right.folded);
}

/** Names the kind of a cut, added or replaced stretch. */
export function classifyChange({a, b, before, after, aroundA, aroundB}: Change): EditKind {
  const [cut, added] = [b.length === 0, a.length === 0];
  if (!cut && !added && isHouseStyle(a, b)) return "house style";
  if (isConversion(cut ? before : added ? after : before, cut ? aroundB : added ? aroundA : after)) return "unit";
  if (hasNumber(a) && hasNumber(b) && numbersOf(a) !== numbersOf(b) && Math.max(a.length, b.length) <= NUMBER_WORDS)
    return "number";
  const [doubtA, doubtB] = [isCaveat(a, before), isCaveat(b, after)];
  if (doubtA !== doubtB && (cut || added || Math.max(a.length, b.length) <= CAVEAT_WORDS))
    return doubtA ? "caveat dropped" : "caveat added";
  if (cut || added) {
    if (isAttribution(cut ? a : b)) return cut ? "attribution dropped" : "attribution added";
    return cut ? "cut" : "added";
  }
  if (a.some((token) => b.some((other) => other.key === token.key)) && isTenseOnly(a) && isTenseOnly(b)) return "tense";
  return Math.max(a.length, b.length) <= 3 ? "word" : "wording";
}

/** Forms of "to be" that differ in person alone. */
const BE = [
  ["am", "is", "are"],
  ["was", "were"],
];
const PLURAL = /(?:es|s)$/;

/** Names the kind of a change inside one kept word: another form of it, or another spelling. */
export function classifyForm(a: ReuseToken, b: ReuseToken): EditKind {
  const [left, right] = [a.raw.toLowerCase(), b.raw.toLowerCase()];
  if (left.replace(/'s?$/, "") === right.replace(/'s?$/, "")) return "word";
  if (isHouseStyle([a], [b])) return "house style";
  if (a.class === "name" || a.class === "title" || a.class === "number") return "word";
  if (BE.some((forms) => forms.includes(left) && forms.includes(right))) return "word";
  return left.replace(PLURAL, "") === right.replace(PLURAL, "") ? "word" : "tense";
}
