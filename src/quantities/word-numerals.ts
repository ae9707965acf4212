import {clean} from "./digit-numerals.ts";
import {MAGNITUDES, SMALL_NUMBERS, TENS} from "./number-words.ts";
import {exact, type Numeral, pastHyphen, wordAt} from "./numeral.ts";
import type {Token} from "./tokens.ts";

/** No number word runs over more tokens than this; it keeps failing reads cheap. */
const LONGEST = 24;

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
export function readWordNumeral(tokens: readonly Token[], at: number): Numeral | null {
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

/** Each number word with "fold" behind it: "sixfold" is six times. */
export const FOLDS: ReadonlyMap<string, number> = new Map(
  [...SMALL_NUMBERS, ...TENS, ["hundred", 100] as const, ["thousand", 1000] as const].map(([word, value]) => [
    `${word}fold`,
    value,
  ]),
);

/** "sixfold", "20-fold", "twenty-fold": a multiple, or null; `cardinal` is the number that begins at the token. */
export function readFold(tokens: readonly Token[], at: number, cardinal: Numeral | null): Numeral | null {
  const value = FOLDS.get(wordAt(tokens, at));
  if (value !== undefined) return {...exact(at, at + 1, value, false), kind: "multiple"};
  if (!cardinal) return null;
  const fold = pastHyphen(tokens, cardinal.to);
  return wordAt(tokens, fold) === "fold" && tokens[fold]?.glued ? {...cardinal, to: fold + 1, kind: "multiple"} : null;
}
