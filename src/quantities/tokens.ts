import {VULGAR_FRACTIONS} from "./number-words.ts";

/** A word, a number in digits, or a single mark. Offsets are half-open, in UTF-16 code units of the article's field. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, apostrophes straight: what tables are looked up by. */
  readonly lower: string;
  readonly kind: "word" | "number" | "mark";
  /** No white space between this token and the one before: "12" and "km" in "12km", "12" and "-" in "12-story". */
  readonly glued: boolean;
}

const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const MARK = 3;
const OTHER_SPACE = /\s/u;
const OTHER_LETTER = /[\p{L}\p{M}]/u;

const ASCII = new Uint8Array(128).map((_, code) => {
  if (code <= 32) return SPACE;
  if (code >= 48 && code <= 57) return DIGIT;
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? LETTER : MARK;
});

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code] ?? MARK;
  const char = String.fromCodePoint(text.codePointAt(at) ?? code);
  if (VULGAR_FRACTIONS.has(char)) return DIGIT;
  if (OTHER_LETTER.test(char)) return LETTER;
  return OTHER_SPACE.test(char) ? SPACE : MARK;
}

const widthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
const isApostrophe = (char: string | undefined) => char === "'" || char === "’";

/** Past a word: letters, apostrophes between letters, and the stops inside "U.S." and "a.m.". */
function endOfWord(text: string, from: number): number {
  let at = from + widthAt(text, from);
  while (at < text.length) {
    const char = text[at];
    if (classOf(text, at) === LETTER) at += widthAt(text, at);
    else if (isApostrophe(char) && at + 1 < text.length && classOf(text, at + 1) === LETTER) at += 2;
    else if (char === "." && isSingleLetterBefore(text, from, at) && startsInitial(text, at + 1)) at += 1;
    else break;
  }
  return text[at] === "." && at - from >= 3 && text[at - 2] === "." ? at + 1 : at;
}

const isSingleLetterBefore = (text: string, from: number, at: number) => at - from === 1 || text[at - 2] === ".";
const startsInitial = (text: string, at: number) =>
  at < text.length && classOf(text, at) === LETTER && (at + 1 >= text.length || classOf(text, at + 1) !== LETTER);

/** Past a number in digits: "1,143", "3.5", "2½", "1 143" with a no-break space; "1,2" is two numbers. */
function endOfNumber(text: string, from: number): number {
  let at = from;
  const digits = () => {
    const start = at;
    while (at < text.length && classOf(text, at) === DIGIT) at++;
    return at - start;
  };
  if (text[at] === ".") at++;
  digits();
  while (at < text.length) {
    const [mark, before] = [text[at], at];
    if (mark === "," || mark === "\u00a0" || mark === "\u202f" || mark === "\u2009") {
      at++;
      const length = digits();
      if (length === 3 || (mark === "," && length === 2 && text[at] === ",")) continue;
    } else if (mark === ".") {
      at++;
      if (digits() > 0) continue;
    }
    return before;
  }
  return at;
}

/**
 * The tokens of a text, in order. Linear in its length; every character that is no white space or control belongs to exactly one token.
 *
 * @param base offset of `text` in the article's field, added to every offset
 * @example
 * tokenize("80 km.").map((t) => t.text) // => ["80", "km", "."]
 */
export function tokenize(text: string, base = 0): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let glued = false;
  while (at < text.length) {
    const kind = classOf(text, at);
    if (kind === SPACE) {
      glued = false;
      at++;
      continue;
    }
    const startsDecimal = text[at] === "." && !glued && at + 1 < text.length && classOf(text, at + 1) === DIGIT;
    const isNumber = kind === DIGIT || startsDecimal;
    const end = isNumber ? endOfNumber(text, at) : kind === LETTER ? endOfWord(text, at) : at + widthAt(text, at);
    const own = text.slice(at, end);
    const lower = kind === LETTER ? own.toLowerCase().replace("’", "'") : own;
    tokens.push({
      start: base + at,
      end: base + end,
      text: own,
      lower,
      kind: isNumber ? "number" : kind === LETTER ? "word" : "mark",
      glued,
    });
    glued = true;
    at = end;
  }
  return tokens;
}
