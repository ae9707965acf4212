import type {Quoted} from "./marks.ts";
import {MONTHS, TIME_WORDS, WEEKDAYS} from "./word-classes.ts";

/** A word, a number, a punctuation mark, or a whole quotation: inside its marks nothing is read. */
export interface Token {
  start: number;
  end: number;
  text: string;
  /** Lower case, apostrophes straight. */
  lower: string;
  kind: "word" | "number" | "punctuation" | "quotation";
  quoted: Quoted | null;
}

const PIECE =
  /(?:\p{Lu}\.){2,}(?:['’]s)?|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|Adm|Rev|Hon|St|Jr|Sr|Supt|Insp|Det|Asst)\.|\p{Lu}\.(?=\s\p{Lu})|[@#]?[\p{L}\p{N}\p{M}]+(?:['’.,:\-‑–&/](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*['’]?|\S/gu;
const SPLIT_WORD = /^[\p{L}\p{M}]{2,}[.,:/–](?=.)/u;

/**
 * Tokens of `text` from `start` to `end`; each quotation of `quoted` (in order, not overlapping) is one token.
 *
 * @example readTokens("“No,” he said.", 0, 14, [{"start": 0, "end": 5, "stretch": 0, "closed": true, "single": false}]).map((t) => t.text) // => ["“No,”", "he", "said", "."]
 */
export function readTokens(text: string, start: number, end: number, quoted: readonly Quoted[]): Token[] {
  const tokens: Token[] = [];
  let at = start;
  for (const quotation of quoted) {
    readWords(text, at, quotation.start, tokens);
    const inside = text.slice(quotation.start, quotation.end);
    tokens.push({
      start: quotation.start,
      end: quotation.end,
      text: inside,
      lower: "",
      kind: "quotation",
      quoted: quotation,
    });
    at = quotation.end;
  }
  readWords(text, at, end, tokens);
  return tokens;
}

function readWords(text: string, start: number, end: number, tokens: Token[]): void {
  PIECE.lastIndex = start;
  for (let match = PIECE.exec(text); match && match.index < end; match = PIECE.exec(text)) {
    let piece = match[0].slice(0, end - match.index);
    // "scene.Police" and "and/or": a full stop or a stroke inside letters parts two words, inside numbers and initials it does not.
    const cut = SPLIT_WORD.exec(piece);
    if (cut) piece = piece.slice(0, cut[0].length - 1);
    // A closing apostrophe belongs to a plural possessive only.
    if (/[^sS]['’]$/.test(piece)) piece = piece.slice(0, -1);
    PIECE.lastIndex = match.index + piece.length;
    const kind = /^[@#]?\p{L}/u.test(piece) ? "word" : /^\p{N}/u.test(piece) ? "number" : "punctuation";
    const lower = piece.toLowerCase().replaceAll("’", "'");
    tokens.push({start: match.index, end: match.index + piece.length, text: piece, lower, kind, quoted: null});
  }
}

/** Whether a token is a word that begins with a capital letter. */
export const isCapitalised = (token: Token | undefined): boolean =>
  token?.kind === "word" && /^[@#]?\p{Lu}/u.test(token.text);
/** Whether a token ends like a possessive: "Zelensky's", "officials'". */
export const isPossessive = (token: Token | undefined): boolean => /(?:'s|s')$/.test(token?.lower ?? "");

/** A weekday, a month or a word like "yesterday". "The Dallas Morning News" holds none; "may" and "march" without a capital are verbs. */
export function isTime(token: Token | undefined): boolean {
  if (token?.kind !== "word") return false;
  if (isCapitalised(token))
    return (
      WEEKDAYS.has(token.lower) ||
      MONTHS.has(token.lower) ||
      /^(?:Today|Yesterday|Earlier|Later|Last|Late)$/.test(token.text)
    );
  return TIME_WORDS.has(token.lower);
}
