import type {Conventions} from "./conventions.ts";
import {
  FRACTION_PARTS,
  MAGNITUDES,
  readDigits,
  SHORT_MAGNITUDES,
  SMALL_NUMBERS,
  TENS,
  VAGUE_PLURALS,
} from "./number-words.ts";
import type {Token} from "./tokens.ts";

/** A number as written, before anything around it is read. `from` and `to` are token positions, half-open. */
export interface Numeral {
  from: number;
  to: number;
  low: number | null;
  high: number | null;
  kind: "cardinal" | "fraction" | "vague" | "range";
  /** Written in digits, at least in part. */
  digits: boolean;
  /** The factor of a magnitude word at its end: 1e6 in "3 million", else 1. */
  magnitude: number;
}

/** Words that can begin a numeral; everything else is passed over without a look. */
export const NUMERAL_STARTERS: ReadonlySet<string> = new Set([
  ...SMALL_NUMBERS.keys(),
  ...TENS.keys(),
  ...VAGUE_PLURALS.keys(),
  ...[...SMALL_NUMBERS.keys()].map((word) => `${word}fold`),
  ..."a an half tens several few many couple handful multiple quarter numerous".split(" "),
]);

/** No number word runs over more tokens than this; it keeps failing reads cheap. */
const LONGEST = 24;

const exact = (from: number, to: number, value: number, digits: boolean, magnitude = 1): Numeral => ({
  from,
  to,
  low: value,
  high: value,
  kind: "cardinal",
  digits,
  magnitude,
});

const wordAt = (tokens: readonly Token[], at: number) => tokens[at]?.lower ?? "";
const isHyphen = (token: Token | undefined) => token?.text === "-" || token?.text === "‑";

/** Position of the next word, a hyphen between glued words passed over: "twenty-one", "half-million". */
function pastHyphen(tokens: readonly Token[], at: number): number {
  return isHyphen(tokens[at]) && tokens[at]?.glued && tokens[at + 1]?.glued ? at + 1 : at;
}

const CURRENCY_BEFORE = /^([$€£¥₹₽₴₪₩₺₱฿₫₦]|USD|EUR|GBP|PS|Rs|AUD|CAD|US|A)$/u;
const isMoney = (tokens: readonly Token[], at: number) => CURRENCY_BEFORE.test(tokens[at - 1]?.text ?? "");

/** The factor of a short magnitude at `at` ("m" in "$28.5m", "bn" in "1.2bn"), or 0. */
function shortMagnitude(tokens: readonly Token[], number: number): number {
  const token = tokens[number + 1];
  if (token?.text === "T" && token.glued && isMoney(tokens, number)) return 1e12;
  const factor = token?.kind === "word" ? SHORT_MAGNITUDES.get(token.lower) : undefined;
  if (!token || factor === undefined) return 0;
  const money = isMoney(tokens, number);
  if (!token.glued)
    return money || (/^[BM]$/.test(token.text) && /^(people|[a-z]+[^s]s)$/.test(tokens[number + 2]?.text ?? ""))
      ? factor
      : 0;
  if (token.text === "m" || token.text === "b") {
    const next = tokens[number + 2];
    return money || (next?.kind === "word" && !next.glued && /[^s]s$|people|euro/.test(next.lower)) ? factor : 0;
  }
  if (token.text === "K" || token.text === "M" || token.text === "B")
    return money || !isHyphen(tokens[number + 2]) ? factor : 0;
  return factor;
}

function readDigitNumeral(tokens: readonly Token[], at: number): Numeral | null {
  const written = tokens[at]?.text ?? "";
  const value = readDigits(written);
  if (value === null) return null;
  const slash = tokens[at + 1];
  const below = tokens[at + 2];
  if ((slash?.text === "/" || slash?.text === "⁄") && slash.glued && below?.glued && below.kind === "number") {
    const whole = readDigits(below.text);
    if (whole === null || value >= whole || whole > 1000 || tokens[at + 3]?.text === "/") return null;
    return {...exact(at, at + 3, value / whole, true), kind: "fraction"};
  }
  const mixed = readMixed(tokens, at, value);
  if (mixed) return mixed;
  const power = readPower(tokens, at + 1);
  if (power) return exact(at, power.to, Number(`${value}e${power.exponent}`), true);
  const short = shortMagnitude(tokens, at);
  if (short) return exact(at, at + 2, clean(value * short), true, short);
  let to = at + 1;
  let factor = 1;
  for (
    let next = pastHyphen(tokens, to);
    to - at < 4 && MAGNITUDES.has(wordAt(tokens, next));
    next = pastHyphen(tokens, to)
  ) {
    factor *= MAGNITUDES.get(wordAt(tokens, next)) ?? 1;
    to = next + 1;
  }
  return exact(at, to, clean(value * factor), true, factor);
}

/** "2 1/2", "10 3/4": a whole and a part of one. */
function readMixed(tokens: readonly Token[], at: number, whole: number): Numeral | null {
  const [top, slash, bottom] = tokens.slice(at + 1, at + 4);
  if (
    !top ||
    top.glued ||
    slash?.text !== "/" ||
    !slash.glued ||
    !bottom?.glued ||
    !/^\d{1,3}$/.test(tokens[at]?.text ?? "")
  )
    return null;
  const [n, d] = [Number(top.text), Number(bottom.text)];
  return n >= 1 && n < d && d <= 16 && tokens[at + 4]?.text !== "/" ? exact(at, at + 4, whole + n / d, true) : null;
}

/** "× 10^24", "×10−30" after a number. */
function readPower(tokens: readonly Token[], at: number): {to: number; exponent: number} | null {
  if (!/^[×x]$/.test(wordAt(tokens, at)) || wordAt(tokens, at + 1) !== "10") return null;
  let to = at + 2;
  if (tokens[to]?.text === "^") to++;
  const minus = /^[-−–]$/.test(tokens[to]?.text ?? "");
  if (minus) to++;
  const exponent = tokens[to];
  if (exponent?.kind !== "number" || !/^\d{1,2}$/.test(exponent.text) || !exponent.glued) return null;
  return {to: to + 1, exponent: minus ? -Number(exponent.text) : Number(exponent.text)};
}

/** 1.1 × 1e6 is 1100000.0000000002 in floating point; a number that was written with a magnitude has no such tail. */
const clean = (value: number) => Number(value.toPrecision(15));

interface Below {
  to: number;
  value: number;
}

/** "twenty-one", "seven": a word number below one hundred. */
function readBelowHundred(tokens: readonly Token[], at: number): Below | null {
  const ten = TENS.get(wordAt(tokens, at));
  if (ten === undefined) {
    const small = SMALL_NUMBERS.get(wordAt(tokens, at));
    return small === undefined ? null : {to: at + 1, value: small};
  }
  const next = pastHyphen(tokens, at + 1);
  const one = SMALL_NUMBERS.get(wordAt(tokens, next)) ?? 0;
  return one > 0 && one < 10 ? {to: next + 1, value: ten + one} : {to: at + 1, value: ten};
}

/** Number words to the trillions: "two hundred and five thousand", "a dozen", "two and a half million". */
function readWordNumeral(tokens: readonly Token[], at: number): Numeral | null {
  let to = at;
  let total = 0;
  let group = 0;
  let magnitude = 1;
  let room = Number.POSITIVE_INFINITY;
  const article = wordAt(tokens, at) === "a" || wordAt(tokens, at) === "an";
  if (article) {
    if (!MAGNITUDES.has(wordAt(tokens, at + 1)) || wordAt(tokens, at + 1) === "dozens") return null;
    group = 1;
    to = at + 1;
  }
  while (to - at < LONGEST) {
    let next = to === at ? at : pastHyphen(tokens, to);
    if (to > at && wordAt(tokens, next) === "and" && magnitude >= 100 && readBelowHundred(tokens, next + 1)) next++;
    const half = readAndAHalf(tokens, next);
    if (half && to > at && group < 100) {
      group += 0.5;
      to = half;
      continue;
    }
    const factor = MAGNITUDES.get(wordAt(tokens, next));
    if (factor !== undefined && group > 0) {
      if (factor <= 100) group *= factor;
      else if (factor < room) {
        total += group * factor;
        group = 0;
        room = factor;
      } else break;
      magnitude = factor;
      to = next + 1;
      continue;
    }
    const below = group === 0 || (group % 100 === 0 && magnitude >= 100) ? readBelowHundred(tokens, next) : null;
    if (!below || (to > at && below.value === 0)) break;
    group += below.value;
    to = below.to;
    if (magnitude === 1 && wordAt(tokens, to) !== "and" && !MAGNITUDES.has(wordAt(tokens, pastHyphen(tokens, to))))
      break;
  }
  return to > at ? exact(at, to, clean(total + group), false, magnitude) : null;
}

/** Past "and a half" or "-and-a-half", or 0. */
function readAndAHalf(tokens: readonly Token[], at: number): number {
  let next = at;
  for (const word of ["and", "a", "half"]) {
    if (wordAt(tokens, next) !== word) return 0;
    next = word === "half" ? next + 1 : pastHyphen(tokens, next + 1);
  }
  return next;
}

const QUANTIFIERS = new Set(["several", "few", "many", "couple", "handful", "multiple", "numerous"]);

/** "dozens", "tens of thousands", "several hundred", "a few", "a number of": low and high as the conventions have it. */
function readVague(tokens: readonly Token[], at: number, conventions: Conventions): Numeral | null {
  const vague = (to: number, low: number | null, high: number | null): Numeral => ({
    from: at,
    to,
    low,
    high,
    kind: "vague",
    digits: false,
    magnitude: 1,
  });
  const word = wordAt(tokens, at);
  const plural = word === "tens" ? 10 : VAGUE_PLURALS.get(word);
  if (plural !== undefined) {
    const second = wordAt(tokens, at + 1) === "of" ? VAGUE_PLURALS.get(wordAt(tokens, at + 2)) : undefined;
    if (second !== undefined) return vague(at + 3, conventions.plural * plural * second, null);
    if (word === "tens") return null;
    if (word === "dozens" && tokens[at - 1]?.kind === "number") return null;
    if (word === "dozens") return vague(at + 1, conventions.dozens.low, conventions.dozens.high);
    if (word === "scores")
      return isScoreCount(tokens, at) ? vague(at + 1, conventions.scores.low, conventions.scores.high) : null;
    return vague(at + 1, conventions.plural * plural, null);
  }
  let next = word === "a" ? at + 1 : at;
  if (word === "a" && wordAt(tokens, next) === "number" && wordAt(tokens, next + 1) === "of")
    return vague(next + 1, null, null);
  const quantifier = wordAt(tokens, next);
  if (!QUANTIFIERS.has(quantifier)) return null;
  if (quantifier === "couple" && (word !== "a" || wordAt(tokens, next + 1) !== "of")) return null;
  next += 1;
  const magnitudeAt = wordAt(tokens, next) === "of" ? next + 1 : next;
  let factor = MAGNITUDES.get(wordAt(tokens, magnitudeAt)) ?? VAGUE_PLURALS.get(wordAt(tokens, magnitudeAt));
  if (factor !== undefined) {
    const second = MAGNITUDES.get(wordAt(tokens, magnitudeAt + 1));
    if (second !== undefined && second > factor) factor *= second;
    const to = magnitudeAt + (second !== undefined && factor > second ? 2 : 1);
    return vague(to, conventions.plural * factor, null);
  }
  return vague(next, conventions.several.low, conventions.several.high);
}

/** "scores of people", "wounded scores", "scores were hurt"; not "he scores" and not "test scores". */
function isScoreCount(tokens: readonly Token[], at: number): boolean {
  const after = wordAt(tokens, at + 1);
  if (/^(of|more|others|were|are|have|had|dead|injured|wounded|killed|missing|hurt|trapped|feared)$/.test(after))
    return true;
  return /(ed|ing|ds|res)$/.test(wordAt(tokens, at - 1)) && (after === "" || tokens[at + 1]?.kind === "mark");
}

const HALF_OF = /^(of|the|its|their|his|her|our|my|all|those|these)$/;

/** "two-thirds", "a third of", "half of", "half a million", "one in five", "half-hour". */
function readFraction(tokens: readonly Token[], at: number): Numeral | null {
  const fraction = (to: number, value: number, digits = false): Numeral => ({
    ...exact(at, to, value, digits),
    kind: "fraction",
  });
  const word = wordAt(tokens, at);
  if (word === "half") {
    const next = pastHyphen(tokens, at + 1);
    const afterArticle = /^an?$/.test(wordAt(tokens, next)) ? next + 1 : next;
    const factor = MAGNITUDES.get(wordAt(tokens, afterArticle));
    if (factor) return exact(at, afterArticle + 1, factor / 2, false, factor);
    if (
      /^(hour|mile|century|decade|day|kilometre|kilometer|inch|tonne|ton|pound|year|dozen)$/.test(
        wordAt(tokens, afterArticle),
      )
    )
      return exact(at, afterArticle, 0.5, false);
    const earlier = wordAt(tokens, at - 1);
    if (/^(first|second|other|latter|former|one|top|bottom|a|each|every|better|northern|southern)$/.test(earlier))
      return null;
    return HALF_OF.test(wordAt(tokens, at + 1)) ? fraction(at + 1, 0.5) : null;
  }
  const numerator = word === "a" ? 1 : SMALL_NUMBERS.get(word);
  if (numerator === undefined || numerator === 0) {
    return word === "quarter" && wordAt(tokens, at + 1) === "of" && !/^\w+(st|rd|th|nd)$/.test(wordAt(tokens, at - 1))
      ? fraction(at + 1, 0.25)
      : null;
  }
  const partAt = pastHyphen(tokens, at + 1);
  const part = FRACTION_PARTS.get(wordAt(tokens, partAt));
  const million = part === 4 ? MAGNITUDES.get(wordAt(tokens, partAt + 1)) : undefined;
  if (million !== undefined) return exact(at, partAt + 2, (numerator * million) / 4, false, million);
  if (part === undefined || (word === "a" && part === 2)) return null;
  const whole =
    numerator === 1 ? wordAt(tokens, partAt + 1) === "of" || partAt > at + 1 : wordAt(tokens, partAt).endsWith("s");
  const isTime = wordAt(tokens, partAt).startsWith("quarter") && numerator > 3;
  return whole && !isTime ? fraction(partAt + 1, numerator / part) : null;
}

/** "one in five", "4 out of 10": a share; the first number must be the smaller. */
function readShare(tokens: readonly Token[], first: Numeral): Numeral | null {
  const link = wordAt(tokens, first.to);
  const at = link === "in" ? first.to + 1 : link === "out" && wordAt(tokens, first.to + 1) === "of" ? first.to + 2 : 0;
  if (at === 0 || first.kind !== "cardinal" || first.low === null) return null;
  const every = /^(every|each)$/.test(wordAt(tokens, at)) ? at + 1 : at;
  const second = readCardinal(tokens, every);
  if (!second || second.low === null || second.low <= first.low || first.low > 99) return null;
  const roundWhole = [2, 3, 4, 5, 6, 7, 8, 10, 12, 20, 50, 100, 1000, 10000, 1e6].includes(second.low);
  if (!roundWhole || first.low < 1) return null;
  return {...first, to: second.to, low: first.low / second.low, high: first.low / second.low, kind: "fraction"};
}

function readCardinal(tokens: readonly Token[], at: number): Numeral | null {
  return tokens[at]?.kind === "number" ? readDigitNumeral(tokens, at) : readWordNumeral(tokens, at);
}

/** "sixfold": six times. */
function readFold(tokens: readonly Token[], at: number): Numeral | null {
  const word = wordAt(tokens, at);
  const value = word.endsWith("fold")
    ? (SMALL_NUMBERS.get(word.slice(0, -4)) ?? TENS.get(word.slice(0, -4)))
    : undefined;
  return value === undefined ? null : exact(at, at + 1, value, false);
}

/** The numeral that begins at a token, or null. Reads neither unit, bound nor range. */
export function readNumeral(tokens: readonly Token[], at: number, conventions: Conventions): Numeral | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === "number") {
    const digits = readDigitNumeral(tokens, at);
    return digits && (readShare(tokens, digits) ?? digits);
  }
  if (!NUMERAL_STARTERS.has(token.lower)) return null;
  const fraction = readFraction(tokens, at);
  if (fraction) return fraction;
  const vague = readVague(tokens, at, conventions);
  if (vague) return vague;
  const fold = readFold(tokens, at);
  if (fold) return fold;
  const cardinal = readWordNumeral(tokens, at);
  return cardinal && (readShare(tokens, cardinal) ?? cardinal);
}
