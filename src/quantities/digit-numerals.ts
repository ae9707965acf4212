import {MAGNITUDES, readDigits, SHORT_MAGNITUDES, VULGAR_FRACTIONS} from "./number-words.ts";
import {exact, isHyphen, type Numeral, pastHyphen, wordAt} from "./numeral.ts";
import type {Token} from "./tokens.ts";

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

/** A number in digits with its magnitude: "1,143", "3 million", "$28.5M", "1/2", "2 1/2", "1.99×10−30". */
export function readDigitNumeral(tokens: readonly Token[], at: number): Numeral | null {
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

/** "2 1/2", "5 ½": a whole and a part of one. */
function readMixed(tokens: readonly Token[], at: number, whole: number): Numeral | null {
  const [top, slash, bottom] = tokens.slice(at + 1, at + 4);
  const vulgar = VULGAR_FRACTIONS.get(top?.text ?? "");
  if (vulgar !== undefined && /^\d{1,3}$/.test(tokens[at]?.text ?? "")) return exact(at, at + 2, whole + vulgar, true);
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
export const clean = (value: number) => Number(value.toPrecision(15));
