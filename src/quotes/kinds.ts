import type {Attribution} from "./attribution.ts";
import type {Quotation, QuotationKind} from "./quotation.ts";

const MARK = /["“”„‟«»＂‘’‚‛'`\s]/u;
const NAMING = new Set("call dub label brand term bill refer".split(" "));
const SMALL = new Set("a an the and or but of in on at to for from by with as nor vs is".split(" "));
const WORK =
  /(?:\b(?:film|films|movie|book|novel|song|songs|album|single|series|show|musical|play|documentary|podcast|programme|program|magazine|poem|painting|opera|ballet|video game|memoir|essay|hit|titled|entitled|headlined|subtitled|starring in|scene from)\b,?\s*(?:called|titled|entitled|named)?,?\s*)$/iu;

/** The words of a quotation without its marks. */
export function unquote(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && MARK.test(text[start]!)) start++;
  while (end > start && MARK.test(text[end - 1]!)) end--;
  while (end > start && /[,.;:]/.test(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** Lower-case words without punctuation. */
export const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];

/** Whether every word of weight is capitalised, as in titles of works and proper names: "Of Course I Still Love You". */
export function isTitleCase(text: string): boolean {
  const words = unquote(text).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (words.length < 2 || /[.?!]\s/.test(unquote(text))) return false;
  return words.every((word, i) => /^[\p{Lu}\p{N}]/u.test(word) || (i > 0 && i < words.length - 1 && SMALL.has(word)));
}

/**
 * Tells direct, mixed and partial quotations from terms, titles of works and scare quotes.
 *
 * direct: a sentence of the speaker's own beside its cue or alone; term: a word or two that somebody calls a thing; title: capitalised
 * throughout, or after a word like "film", with no cue beside it; scare: up to three words with no cue in the sentence; else mixed.
 */
export function decideKind(text: string, found: Attribution): QuotationKind {
  const {start, end, lemma, setting, speaker} = found;
  const inner = unquote(text.slice(start, end));
  const count = wordsIn(inner).length;
  if (isNickname(text, start, end, inner)) return "scare";
  const governed = lemma !== null && setting !== "inside";
  if (!governed && isTitleCase(inner)) return "title";
  if (
    setting !== "alone" &&
    /^\p{Lu}/u.test(inner) &&
    !governed &&
    WORK.test(text.slice(Math.max(0, start - 40), start))
  )
    return "title";
  if (lemma === null && speaker === null && setting !== "alone") return count <= 3 ? "scare" : "mixed";
  if (lemma === null && speaker === null && count <= 3) return "scare";
  if (lemma !== null && NAMING.has(lemma) && count <= 4) return "term";
  const opensSentence = /^[[(…]*(?:[\p{Lu}\p{N}[]|[.…]{2,})/u.test(inner);
  if (setting === "alone" || found.continued || (setting === "beside" && opensSentence && count > 1)) return "direct";
  return "mixed";
}

/** 'Jade "Bubba" Jones': a word between two names, said by nobody. */
function isNickname(text: string, start: number, end: number, inner: string): boolean {
  if (!/^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?$/u.test(inner)) return false;
  return (
    /\p{Lu}[\p{L}.'’-]* $/u.test(text.slice(Math.max(0, start - 20), start)) &&
    /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3))
  );
}

/**
 * Gives a quotation without a cue the speaker of the same words elsewhere in the article: a headline's, a crosshead's or a later echo
 * of a word. Rows are changed in place; `kind` becomes "term" for an echo of a word or two in running text.
 */
export function attributeEchoes(rows: Quotation[]): void {
  const spoken = rows.filter(
    (row) => row.kind !== "indirect" && row.speaker && row.kind !== "scare" && row.kind !== "title",
  );
  const index = new Map<string, {row: Quotation; words: string[]}[]>();
  for (const row of spoken) {
    const words = wordsIn(unquote(row.text));
    for (const word of new Set(words)) {
      const list = index.get(word) ?? [];
      if (list.length < 50) list.push({row, words});
      index.set(word, list);
    }
  }
  for (const row of rows) {
    if (row.speaker !== null || (row.kind !== "scare" && row.kind !== "mixed")) continue;
    const words = wordsIn(unquote(row.text));
    const sources = (index.get(words[0] ?? "") ?? []).filter(
      (source) => source.row !== row && holdsRun(source.words, words),
    );
    const speakers = new Set(sources.map((source) => source.row.speaker));
    const source = sources[0]?.row;
    if (!source || speakers.size !== 1 || (words.length === 1 && (words[0]?.length ?? 0) < 4)) continue;
    row.speaker = source.speaker;
    row.speakerRole = source.speakerRole;
    if (row.kind === "scare") row.kind = words.length <= 2 && row.zone === "body" ? "term" : "mixed";
  }
}

/**
 * Whether a run of words stands in another as it is; the empty run stands in any.
 *
 * @example holdsRun(["a", "b", "c"], ["b", "c"]) // => true
 */
export function holdsRun(words: readonly string[], part: readonly string[]): boolean {
  for (let i = 0; i + part.length <= words.length; i++) if (part.every((word, k) => words[i + k] === word)) return true;
  return false;
}
