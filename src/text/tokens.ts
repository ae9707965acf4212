/** A word of the text. `word` is lowercased with straight apostrophes; `text.slice(start, end)` is the word as written. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

const OTHER = 0;
const PART = 1;
const JOINT = 2;
const UNKNOWN = 3;

/** What each code unit is to a word, filled in on first sight; surrogates are looked at by code point instead. */
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);
const WORD_CHARACTER = /^[\p{L}\p{M}\p{N}]$/u;
for (const joint of "'’.,-") kinds[joint.charCodeAt(0)] = JOINT;
kinds.fill(OTHER, 0xd800, 0xe000);

/** The length of the word character at `at` in code units: 1 or 2, or 0 where there is none. */
function wordCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  let kind = kinds[unit];
  if (kind === UNKNOWN) {
    kind = WORD_CHARACTER.test(text.charAt(at)) ? PART : OTHER;
    kinds[unit] = kind;
  }
  if (kind === PART) return 1;
  if (unit < 0xd800 || unit > 0xdbff) return 0;
  return WORD_CHARACTER.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? 2 : 0;
}

/** The end of the run of word characters that starts at `at`; `at` itself where none does. */
function runEnd(text: string, at: number, end: number): number {
  let here = at;
  while (here < end) {
    const length = wordCharacter(text, here);
    if (length === 0) break;
    here += length;
  }
  return Math.min(here, end);
}

/**
 * The words of `text` between `start` and `end`, in order: runs of letters, marks and digits, joined inside by one apostrophe, full
 * stop, comma or hyphen ("don't", "u.s", "1,143", "three-week"). Lowercased, curly apostrophes made straight. In the notation of
 * regular expressions: `[\p{L}\p{M}\p{N}]+(?:['.,\-][\p{L}\p{M}\p{N}]+)*`. Offsets are UTF-16 code units of `text`; an empty
 * stretch has no words.
 *
 * @example readTokens("U.S. troops").map((token) => token.word) // => ["u.s", "troops"]
 */
export function readTokens(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < end) {
    let stop = runEnd(text, at, end);
    if (stop === at) {
      at += 1;
      continue;
    }
    while (stop < end && kinds[text.charCodeAt(stop)] === JOINT) {
      const next = runEnd(text, stop + 1, end);
      if (next === stop + 1) break;
      stop = next;
    }
    tokens.push({word: foldCase(text.slice(at, stop)), start: at, end: stop});
    at = stop;
  }
  return tokens;
}

function foldCase(written: string): string {
  return written.toLowerCase().replaceAll("’", "'");
}
