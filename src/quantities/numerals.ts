import type {Conventions} from "./conventions.ts";
import {readDigitNumeral} from "./digit-numerals.ts";
import {readFraction} from "./fractions.ts";
import {SMALL_NUMBERS, TENS, VAGUE_PLURALS} from "./number-words.ts";
import {type Numeral, wordAt} from "./numeral.ts";
import type {Token} from "./tokens.ts";
import {QUANTIFIERS, readVague} from "./vague-numerals.ts";
import {FOLDS, readFold, readWordNumeral} from "./word-numerals.ts";

/** Words that can begin a numeral; everything else is passed over without a look. */
export const NUMERAL_STARTERS: ReadonlySet<string> = new Set([
  ...SMALL_NUMBERS.keys(),
  ...TENS.keys(),
  ...VAGUE_PLURALS.keys(),
  ...FOLDS.keys(),
  ...QUANTIFIERS,
  ..."a an half tens quarter".split(" "),
]);

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

/** The numeral that begins at a token, or null. Reads neither unit, bound nor range. */
export function readNumeral(tokens: readonly Token[], at: number, conventions: Conventions): Numeral | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === "number") {
    const digits = readDigitNumeral(tokens, at);
    return digits && (readShare(tokens, digits) ?? readFold(tokens, at, digits) ?? digits);
  }
  if (!NUMERAL_STARTERS.has(token.lower)) return null;
  const fraction = readFraction(tokens, at);
  if (fraction) return fraction;
  const vague = readVague(tokens, at, conventions);
  if (vague) return vague;
  const cardinal = readWordNumeral(tokens, at);
  return readFold(tokens, at, cardinal) ?? (cardinal && (readShare(tokens, cardinal) ?? cardinal));
}
