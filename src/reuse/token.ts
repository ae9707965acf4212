import {findQuoted, type QuotedRange} from "./quoted.ts";
import {foldHouseStyle, foldTypography} from "./spelling.ts";
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

const FULL_FORMS = new Map([
  ["ca", "can"],
  ["wo", "will"],
  ["sha", "shall"],
  ["n't", "not"],
]);

const foldWord = (lower: string): string =>
  FULL_FORMS.get(lower) ?? foldHouseStyle(lower.replace(/'s$|s'$/, (ending) => (ending === "s'" ? "s" : "")));

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

/** What is known of a word wherever it stands. */
interface Word extends Pick<ReuseToken, "raw" | "folded" | "key" | "class"> {
  /** Lower case, without a possessive ending. */
  lower: string;
  /** Its class at the head of a sentence, where a capital says nothing. */
  classFirst: WordClass;
}

const words = new Map<string, Word>();
const WORDS_KEPT = 100_000;

function readWord(written: string): Word {
  const known = words.get(written);
  if (known) return known;
  const raw = foldTypography(written);
  const folded = foldWord(raw.toLowerCase());
  const word: Word = {
    raw,
    folded,
    key: stemWord(folded),
    lower: raw.toLowerCase().replace(/'s$/, ""),
    class: classOf(raw, folded, false),
    classFirst: classOf(raw, folded, true),
  };
  if (words.size >= WORDS_KEPT) words.clear();
  words.set(written, word);
  return word;
}

/** What the rest of the article tells about a sentence. */
interface Surroundings {
  /** Whether a word at the head of a sentence is written with a capital elsewhere too; without it such a word counts as content. */
  isName?: (lower: string) => boolean;
  /** Quoted ranges, in the offsets of the article; without them they are read from the sentence alone. */
  quoted?: readonly QuotedRange[];
}

/** "can't" and "cannot" are two words, so that they meet "could not". Gives the length of the first. */
const firstLength = (word: string): number =>
  word.length > 3 && /(?:n['’]t|^cannot)$/i.test(word) ? word.length - 3 : word.length;

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
  const tokens: ReuseToken[] = [];
  let range = 0;
  const add = (from: number, written: string): void => {
    const {raw, folded, key, lower, class: inside, classFirst} = readWord(written);
    const start = offset + from;
    while (range < quoted.length && (quoted[range]?.end ?? 0) <= start) range++;
    const first = tokens.length === 0;
    tokens.push({
      start,
      end: start + written.length,
      raw,
      folded,
      key,
      class: !first ? inside : classFirst === "content" && isName(lower) ? "name" : classFirst,
      quoted: (quoted[range]?.start ?? Number.POSITIVE_INFINITY) <= start,
    });
  };
  for (const {index, 0: word} of text.matchAll(WORD)) {
    const length = firstLength(word);
    add(index, word.slice(0, length));
    if (length < word.length) add(index + length, word.slice(length));
  }
  return tokens.map((token, i) => (isAge(tokens, i) ? {...token, class: "title"} : token));
}
