import {currencyOfSign} from "./currencies.ts";
import {monthOf} from "./dates.ts";
import {MAGNITUDES} from "./number-words.ts";
import {pastHyphen} from "./numeral.ts";
import type {Token} from "./tokens.ts";
import {unitOfSymbol, unitOfWord} from "./units.ts";

// Names, labels, telephone numbers, scores: they look like numbers and count nothing.

const LABELS = new Set(
  (
    "number no nos num part chapter section article row page pages volume vol phase round stage group game match lap gate terminal " +
    "platform flight route highway interstate room apartment apt suite building block channel area zone level tier grade category " +
    "class type model version windows iphone ipad galaxy playstation xbox ps mark mk figure fig table item lot unit line exit junction " +
    "runway sector district ward precinct station camp appendix amendment act bill rule resolution code world iii ii episode series " +
    "season week day fortune ftse nasdaq nikkei cac stoxx russell asx tsx csi sp category"
  ).split(" "),
);

const isCapital = (token: Token | undefined) => Boolean(token && token.kind === "word" && /^\p{Lu}/u.test(token.text));
const isHyphen = (token: Token | undefined) => Boolean(token && /^[-‑–]$/.test(token.text));

/** "9/11" and "9-11": a day that became a name. */
const isSeptemberEleventh = (tokens: readonly Token[], at: number): boolean => {
  const [nine, link, eleven, next] = tokens.slice(at, at + 4);
  if (nine?.text !== "9" || eleven?.text !== "11" || !link?.glued || !eleven.glued) return false;
  return link.text === "/" || (link.text === "-" && !/^\p{Ll}+s$/u.test(next?.text ?? ""));
};

/** Numbers that one calls for help. */
const EMERGENCY = /^(911|999|112)$/;
const EMERGENCY_NOUN =
  /^(calls?|callers?|dispatch|dispatchers?|operators?|recordings?|tapes?|records|system|center|centre)$/;
const CALLING = /^(call|calls|called|calling|dial|dials|dialed|dialled|dialing|dialling|phoned|with|to)$/;

/** Past a telephone number that begins at a token, else 0: a leading zero, or groups of digits that only a telephone has. */
function readTelephone(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  if (first?.kind !== "number" || !/^\d+$/.test(first.text)) return 0;
  let to = at + 1;
  let digits = first.text.length;
  const groups = [first.text.length];
  while (to < tokens.length && to < at + 12) {
    const link = tokens[to];
    const skip = link && /^[-).]$/.test(link.text) ? to + 1 : to;
    if (skip > to && groups.length >= 2 && tokens[skip]?.glued && /^[A-Z]{4,7}$/.test(tokens[skip]?.text ?? ""))
      return skip + 1;
    const next = tokens[skip];
    if (next?.kind !== "number" || !/^\d{2,7}$/.test(next.text) || (skip > to && link?.text === "-" && !next.glued))
      break;
    digits += next.text.length;
    groups.push(next.text.length);
    to = skip + 1;
  }
  if (/^0\d{2,}/.test(first.text) && digits >= 7) return to;
  if (isSpelledTelephone(tokens, at)) return at + 3;
  if (groups.length === 1) return 0;
  const grouped = groups.join("-");
  return /^(1-)?3-3-4$|^3-4$|^1-3-7$/.test(grouped) && digits >= 7 ? to : 0;
}

/** "480-WITNESS", as no heading in capitals has it. */
const isSpelledTelephone = (tokens: readonly Token[], at: number): boolean =>
  /^\d{3}$/.test(tokens[at]?.text ?? "") &&
  isHyphen(tokens[at + 1]) &&
  tokens[at + 2]?.glued === true &&
  /^[A-Z]{4,8}$/.test(tokens[at + 2]?.text ?? "") &&
  unitOfWord(tokens[at + 2]?.lower ?? "") === null &&
  tokens.some(({text}) => /^\p{L}\p{Ll}/u.test(text));

/** "2-1", "21-14", "6-4, 6-3": the first number is not the smaller, or both are small and nothing is counted. */
function readScore(tokens: readonly Token[], at: number, countedAfter: (at: number) => boolean): number {
  const [a, link, b, after] = tokens.slice(at, at + 4);
  if (a?.kind !== "number" || b?.kind !== "number" || !isHyphen(link) || !link?.glued || !b.glued) return 0;
  if (!/^\d{1,3}$/.test(a.text) || !/^\d{1,3}$/.test(b.text)) return 0;
  if (after?.glued && (isHyphen(after) || after.kind === "word" || after.text === "%")) {
    return isHyphen(after) && tokens[at + 4]?.kind === "number" ? at + 5 : 0;
  }
  const before = tokens[at - 1]?.text ?? "";
  if (/^[$€£]$/.test(before) || countedAfter(at + 3)) return 0;
  const [x, y] = [Number(a.text), Number(b.text)];
  return x >= y || (x <= 9 && y <= 9) ? at + 3 : 0;
}

/** Past a number that numbers or names: a block of houses, a call to 911, a footnote, a picture of a gallery, an item of a list; else 0. */
function readNumbering(tokens: readonly Token[], at: number, countedAfter: (at: number) => boolean): number {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token) return 0;
  const word = tokens[pastHyphen(tokens, at + 1)]?.lower ?? "";
  if (/^\d+00$/.test(token.text) && /^(blocks?|blk)$/.test(word)) return at + 2;
  if (
    EMERGENCY.test(token.text) &&
    (EMERGENCY_NOUN.test(word) || (CALLING.test(before?.lower ?? "") && !countedAfter(at + 1)))
  )
    return at + 1;
  if (next?.glued && next.lower === "s" && !token.text.includes(".")) return at + 2;
  if (isSeptemberEleventh(tokens, at)) return at + 3;
  // A gallery's "1 / 3", and "2." before what it numbers.
  if (next?.text === "/" && !next.glued && tokens[at + 2]?.kind === "number") return at + 3;
  if (at === 0 && next?.text === "." && (!tokens[at + 2] || isCapital(tokens[at + 2]))) return at + 2;
  if (before?.text === "[" && next?.text === "]" && token.glued) return at + 1;
  return 0;
}

/**
 * Past something that only looks like a number, else 0: "COVID-19", "F-15K", "7-Eleven", "Route 66", "Section 427", "O2",
 * telephone numbers, scores. A capital before a number makes a name of it unless something is counted after it.
 *
 * @param countedAfter whether a unit or a counted noun begins at a token position
 */
export function readLookAlike(tokens: readonly Token[], at: number, countedAfter: (at: number) => boolean): number {
  const token = tokens[at];
  if (!token) return 0;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (token.kind === "word" && isPlaceName(tokens, at)) return at + 1;
  if (token.kind === "number") {
    if (token.glued && before?.text === "." && tokens[at - 2]?.lower === "www") return pastGlued(tokens, at);
    const other =
      readNumbering(tokens, at, countedAfter) || readTelephone(tokens, at) || readScore(tokens, at, countedAfter);
    if (other) return other;
    if (next?.glued && next.text === "’" && tokens[at + 2]?.glued && tokens[at + 2]?.lower === "s") return at + 3;
    if (next?.glued && /^[A-Z]{2,}$/.test(next.text) && !unitOfSymbol(next.text) && !currencyOfSign(next.text))
      return pastGlued(tokens, at);
    if (before?.kind === "word" && token.glued && !currencyOfSign(before.text) && tokens[at - 2]?.text !== "$")
      return pastGlued(tokens, at);
    if (
      isHyphen(before) &&
      token.glued &&
      before?.glued &&
      /^\p{Lu}/u.test(tokens[at - 2]?.text ?? "") &&
      tokens[at - 2]?.kind === "word"
    ) {
      return monthOf(tokens[at - 2]) ? 0 : pastGlued(tokens, at);
    }
    if (/^[#@/_=]$/.test(before?.text ?? "") && token.glued && before?.text !== "=") return pastGlued(tokens, at);
    if (next?.glued && next.kind === "word" && /^[GDX]$/.test(next.text)) return at + 2;
    if (next?.glued && next.kind === "word" && /^(am|pm)$/.test(next.lower)) return 0;
    if (
      next?.glued &&
      isHyphen(next) &&
      isCapital(tokens[at + 2]) &&
      tokens[at + 2]?.glued &&
      /^[A-Z][a-z]+$/.test(tokens[at + 2]?.text ?? "")
    ) {
      return isTitleCase(tokens, at) && countedAfter(at + 2) ? 0 : at + 3;
    }
  }
  if (
    token.kind === "number" &&
    next &&
    /^[-–]$/.test(next.text) &&
    next.glued &&
    tokens[at + 2]?.kind === "number" &&
    readAddress(tokens, at + 2)
  )
    return at + 3;
  return isNamed(tokens, at, countedAfter) ? at + 1 : token.kind === "number" ? readAddress(tokens, at) : 0;
}

/** "in Four Hills": a capital inside a sentence, and another on what is counted. */
const isPlaceName = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind === "word" && isCapital(tokens[at]) && isCapital(tokens[at + 1]) && !isTitleCase(tokens, at);

const STREET =
  /^(street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|square|place|pl|terrace|parade|highway|hwy|crescent|close|parkway|row|grove|park)$/;

/** Past the number of a house: "11 Downing Street", "9 E 71st St". */
function readAddress(tokens: readonly Token[], at: number): number {
  if (!/^\d{1,5}$/.test(tokens[at]?.text ?? "") || !isCapital(tokens[at + 1])) return 0;
  for (let end = at + 1; end <= at + 6; end++) {
    const token = tokens[end];
    if (!token || !(isCapital(token) || token.kind === "number" || (token.glued && token.kind === "word"))) return 0;
    if (end > at + 1 && STREET.test(token.lower)) return at + 1;
  }
  return 0;
}

/** A number right after a label or a name: "Section 427", "Windows 11", "Air Force One", "No. 10". */
function isNamed(tokens: readonly Token[], at: number, countedAfter: (at: number) => boolean): boolean {
  const token = tokens[at];
  const stop = tokens[at - 1]?.text === "." && /^nos?$/.test(tokens[at - 2]?.lower ?? "");
  const before = stop ? tokens[at - 2] : tokens[at - 1];
  if (!token || before?.kind !== "word" || monthOf(before) || currencyOfSign(before.text)) return false;
  if (token.kind === "word" && !isCapital(token)) return false;
  if (token.kind === "number" && /[,.]/.test(token.text)) return false;
  const label =
    LABELS.has(before.lower) &&
    (isCapital(before) ||
      /^(number|no|nos|row|page|channel|flight|route|highway|room|category|sp|nasdaq|ftse)$/.test(before.lower));
  // "Ward 2 City Marshal": a name goes on behind its number.
  const goesOn = token.kind === "number" && isCapital(before) && isCapital(tokens[at + 1]) && !isTitleCase(tokens, at);
  if (label) return goesOn || !countedAfter(at + 1) || /^(no|fortune|sp|ftse|nasdaq)$/.test(before.lower);
  if (before.text === "P" && /^[S&]$/.test(tokens[at - 2]?.text ?? "")) return true;
  if (!isCapital(before) || at <= 1 || !isNameWord(tokens, before, at)) return false;
  if (!countedAfter(at + 1)) return true;
  return (
    token.kind === "number" && !isMeasured(tokens, at + 1) && !isTitleCase(tokens, at) && !isPlaceBefore(tokens, at)
  );
}

/** A unit or magnitude follows: "Mars 140 million miles" is no name. */
const isMeasured = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.lower ?? "";
  return (
    tokens[at]?.text === "%" ||
    MAGNITUDES.has(word) ||
    unitOfWord(word) !== null ||
    unitOfSymbol(tokens[at]?.text ?? "") !== null
  );
};

/** "In Baghdad 35 people": the name before the number is a place, and something is counted. */
const isPlaceBefore = (tokens: readonly Token[], at: number): boolean =>
  [tokens[at - 2], tokens[at - 3]].some((token) => /^(in|at|near|across|around|from)$/.test(token?.lower ?? ""));

/** A heading in capitals says nothing about names: "Blast Kills 35 People". */
function isTitleCase(tokens: readonly Token[], at: number): boolean {
  let capitals = 0;
  let words = 0;
  for (let near = Math.max(0, at - 6); near < at + 6 && near < tokens.length; near++) {
    const token = tokens[near];
    if (token?.kind !== "word" || token.text.length < 4) continue;
    words++;
    if (isCapital(token)) capitals++;
  }
  return capitals * 3 > words * 2;
}

const NO_NAMES = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday the a an and or but in on at of for to from by with at least about around over " +
    "nearly almost some only just than under up kills killed injures injured wounds wounded leaves dead after as is are was were has have " +
    "aged age kill injure wound destroys trapped another other former least most all between police says said officials when while"
  ).split(" "),
);
const isNameWord = (tokens: readonly Token[], token: Token, at: number) =>
  !NO_NAMES.has(token.lower) &&
  !token.lower.endsWith("'s") &&
  !(/(ed|ing|ills)$/.test(token.lower) && isTitleCase(tokens, at));

/** The end of a run of glued letters, digits and hyphens: all of "F-15K", "M21", "PAC-3". */
function pastGlued(tokens: readonly Token[], at: number): number {
  let to = at + 1;
  while (
    to < tokens.length &&
    tokens[to]?.glued &&
    (tokens[to]?.kind !== "mark" || isHyphen(tokens[to])) &&
    to < at + 8
  )
    to++;
  return isHyphen(tokens[to - 1]) ? to - 1 : to;
}
