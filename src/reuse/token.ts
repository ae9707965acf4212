import {findQuoted, type QuotedRange} from "./quoted.ts";
import {foldSpelling, foldTypography} from "./spelling.ts";
import {stemWord} from "./stem.ts";
import {CALENDAR_WORDS, FUNCTION_WORDS, REPORTING_WORDS, TITLE_WORDS} from "./word-lists.ts";

/**
 * What a word can prove. `function`, `reporting`, `title`, `calendar` and `name` words are shared by everybody who reports an event;
 * only `content` words are evidence of copying.
 */
export type WordClass = "function" | "reporting" | "title" | "calendar" | "name" | "number" | "content";

/** A word of a sentence; offsets are those of the text it was read from, shifted by `offset`. */
export interface ReuseToken {
  start: number;
  end: number;
  /** As written, apostrophes straight. */
  raw: string;
  /** Lower case, one spelling for all house styles. */
  folded: string;
  /** Stem of `folded`: what is compared. */
  key: string;
  class: WordClass;
  /** Inside quotation marks of its own sentence. */
  quoted: boolean;
}

// An acronym with points (U.N.'s), a number with its separators, or a word with inner hyphens and apostrophes.
const WORD =
  /(?:\p{L}\.){2,}(?:['’]s(?!\p{L}))?|\p{N}+(?:[.,:]\p{N}+)*(?:-\p{L}+)*|[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*|[$€£¥%]/gu;

const keys = new Map<string, {folded: string; key: string}>();
const KEYS_KEPT = 200_000;

function keyOf(lower: string): {folded: string; key: string} {
  const known = keys.get(lower);
  if (known) return known;
  const folded =
    FULL_FORMS[lower] ??
    (lower === "n't" ? "not" : undefined) ??
    foldSpelling(lower.replace(/'s$|s'$/, (ending) => (ending === "s'" ? "s" : "")));
  const made = {folded, key: stemWord(folded)};
  if (keys.size >= KEYS_KEPT) keys.clear();
  keys.set(lower, made);
  return made;
}

function classOf(raw: string, folded: string, first: boolean): WordClass {
  const lower = raw.toLowerCase().replace(/'s$/, "");
  if (/^(?:19|20)\d\d$/.test(folded)) return "calendar";
  if (/^\d/.test(folded)) return "number";
  if (CALENDAR_WORDS.has(lower) && (!/^(?:march|may)$/.test(lower) || /^\p{Lu}/u.test(raw))) return "calendar";
  if (TITLE_WORDS.has(lower)) return "title";
  if (REPORTING_WORDS.has(lower)) return "reporting";
  if (FUNCTION_WORDS.has(lower) || FUNCTION_WORDS.has(folded) || /^\p{P}|^[$€£¥%]$/u.test(raw)) return "function";
  return /^\p{Lu}/u.test(raw) && !first ? "name" : "content";
}

/** What the rest of the article tells about a sentence. */
interface Surroundings {
  /** Whether a word at the head of a sentence is written with a capital elsewhere too; without it such a word counts as content. */
  isName?: (lower: string) => boolean;
  /** Quoted ranges, in the offsets of the article; without them they are read from the sentence alone. */
  quoted?: readonly QuotedRange[];
}

const FULL_FORMS: Record<string, string> = {ca: "can", wo: "will", sha: "shall"};

/** "can't" is two words, so that it meets "cannot" and "could not". */
function splitNegation({index, 0: word}: RegExpExecArray): {index: number; word: string}[] {
  const cut = word.length - (/n['’]t$/i.test(word) ? 3 : /^cannot$/i.test(word) ? 3 : word.length);
  return cut === 0
    ? [{index, word}]
    : [
        {index, word: word.slice(0, cut)},
        {index: index + cut, word: word.slice(cut)},
      ];
}

/** "Ann Lee, 34," or "34-year-old": part of how somebody is introduced, like a title. */
const isAge = (tokens: readonly ReuseToken[], i: number): boolean =>
  tokens[i]?.class === "number" &&
  (/-year-old$/.test(tokens[i].raw) || (tokens[i - 1]?.class === "name" && /^\d\d$/.test(tokens[i].raw)));

/**
 * The words of a sentence, with what each may prove; offsets are shifted by `offset`.
 *
 * @example
 * readReuseTokens("U.S. troops fled.", 10).map((token) => token.key) // => ["us", "troop", "fle"]
 */
export function readReuseTokens(
  text: string,
  offset: number,
  {
    isName = () => false,
    quoted = findQuoted(text).map(({start, end}) => ({start: start + offset, end: end + offset})),
  }: Surroundings = {},
): ReuseToken[] {
  let first = true;
  const tokens = [...text.matchAll(WORD)].flatMap(splitNegation).map(({index, word}) => {
    const raw = foldTypography(word);
    const lower = raw.toLowerCase();
    const {folded, key} = keyOf(lower);
    const read = classOf(raw, folded, first);
    const token: ReuseToken = {
      start: offset + index,
      end: offset + index + word.length,
      raw,
      folded,
      key,
      class: read === "content" && first && isName(lower.replace(/'s$/, "")) ? "name" : read,
      quoted: quoted.some((range) => range.start <= offset + index && offset + index < range.end),
    };
    first = false;
    return token;
  });
  return tokens.map((token, i) => (isAge(tokens, i) ? {...token, class: "title"} : token));
}
