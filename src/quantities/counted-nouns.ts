import {isPlural, singularOf} from "./nouns.ts";
import {isPersonNoun, PEOPLE_ADJECTIVES} from "./person-nouns.ts";
import type {Token} from "./tokens.ts";
import {AUXILIARIES, endsNounPhrase, looksVerbal, PREPOSITIONS, VERBS} from "./word-classes.ts";

/** The noun phrase that a number counts. `from` and `to` are token positions, half-open. */
export interface CountedNoun {
  from: number;
  to: number;
  /** The head in the singular and lower case: "building" in "multi-story buildings". */
  head: string;
  /** The whole phrase with its head in the singular: "multi-story building". */
  lemma: string;
  isPerson: boolean;
}

const MAX_WORDS = 7;
const OF_GROUP = /^(the|those|these|its|their|his|her|our|my|your|them|us|whom|which|whose)$/;
const isWordToken = (token: Token | undefined): token is Token => token?.kind === "word";
const isHyphen = (token: Token | undefined) => Boolean(token && /^[-‑]$/.test(token.text) && token.glued);

/** Positions of the words of a phrase that begins at `at`: hyphenated words are one. Stops before whatever ends the phrase. */
function phraseWords(tokens: readonly Token[], at: number): {start: number; end: number}[] {
  const words: {start: number; end: number}[] = [];
  let next = at;
  while (words.length < MAX_WORDS) {
    const token = tokens[next];
    if (!isWordToken(token) || (token.glued && words.length > 0)) break;
    let end = next + 1;
    while (isHyphen(tokens[end]) && isWordToken(tokens[end + 1]) && tokens[end + 1]?.glued) end += 2;
    if (end === next + 1 && endsNounPhrase(token.lower) && !(token.lower === "other" || token.lower === "others"))
      break;
    words.push({start: next, end});
    next = end;
  }
  return words;
}

const lowerOf = (tokens: readonly Token[], word: {start: number; end: number}) =>
  tokens
    .slice(word.start, word.end)
    .map((token) => token.lower)
    .join("");
const headPart = (word: string) => word.slice(word.lastIndexOf("-") + 1);

/** Where the head is: the first plural that no other noun follows, or the last word where one thing is counted. */
function headIndex(tokens: readonly Token[], words: {start: number; end: number}[], one: boolean): number {
  const lowers = words.map((word) => lowerOf(tokens, word));
  for (let index = 0; index < words.length; index++) {
    const word = lowers[index] ?? "";
    const last = headPart(word);
    const verbal = looksVerbal(last) && !PEOPLE_ADJECTIVES.has(word);
    if (PEOPLE_ADJECTIVES.has(word) && index === 0) {
      const noun = headIndex(tokens, words.slice(1), one);
      return noun >= 0 && noun <= 2 && nounEndsWell(tokens, words[noun + 1]) && word !== "others" ? noun + 1 : 0;
    }
    if (verbal) {
      const following = lowers[index + 1];
      if (
        !following ||
        !(isPlural(headPart(following)) || (lowers[index + 2] && isPlural(headPart(lowers[index + 2] ?? ""))))
      )
        return index - 1;
      continue;
    }
    if (one ? isPersonNoun(last) || word.endsWith("'s") : isPlural(last) && !word.endsWith("'s")) {
      const following = lowers[index + 1];
      const goesOn =
        following !== undefined &&
        (isPlural(headPart(following)) || (one && isPersonNoun(following))) &&
        !looksVerbal(following);
      if (!goesOn || VERBS.has(following ?? "")) return word.endsWith("'s") ? index - 1 : index;
    }
  }
  return one ? words.length - 1 : -2;
}

const nounEndsWell = (tokens: readonly Token[], word: {start: number; end: number} | undefined) =>
  Boolean(word && isWordToken(tokens[word.start]));

/**
 * The counted noun phrase that begins at a token, or null: "European Union countries", "of the Ukrainian military servicemen",
 * "women passengers", "tanks or other military vehicles". Plurals are known by their ending; without one, at most two words are taken.
 *
 * @param one a single thing is counted, so the noun is a singular: "one woman"
 */
export function readCountedNoun(tokens: readonly Token[], at: number, one: boolean): CountedNoun | null {
  let from = at;
  let plural = !one;
  if (tokens[from]?.lower === "of" && OF_GROUP.test(tokens[from + 1]?.lower ?? "")) {
    const group = tokens[from + 1]?.lower ?? "";
    if (/^(them|us|whom|which|whose)$/.test(group)) {
      return {from, to: from + 2, head: "person", lemma: "person", isPerson: group !== "which" && group !== "them"};
    }
    from += 2;
    plural = true;
    if (
      /^(those|these)$/.test(group) &&
      (looksVerbal(tokens[from]?.lower ?? "") || PEOPLE_ADJECTIVES.has(tokens[from]?.lower ?? ""))
    ) {
      return {from: at, to: from + 1, head: "person", lemma: "person", isPerson: true};
    }
  } else if (tokens[from]?.lower === "of") from += 1;
  const more = tokens[from]?.lower === "more" || tokens[from]?.lower === "other";
  if (more && isWordToken(tokens[from + 1])) from += 1;
  const words = phraseWords(tokens, from);
  if (words.length === 0) return more ? {from: at, to: from + 1, head: "", lemma: "", isPerson: false} : null;
  let head = headIndex(tokens, words, !plural);
  if (head === -2) head = isStop(tokens, words) ? Math.min(words.length, 2) - 1 : -1;
  if (head < 0) return null;
  let to = words[head]?.end ?? from;
  const joined = coordinated(tokens, to);
  const first = words[0]?.start ?? from;
  const headWord = headPart(lowerOf(tokens, words[head] ?? {start: from, end: to}));
  const lemmaWords = words.slice(0, head + 1).map((word) => lowerOf(tokens, word));
  lemmaWords[lemmaWords.length - 1] =
    (lemmaWords.at(-1) ?? "").slice(0, -headWord.length || undefined) + singularOf(headWord);
  const isPerson = isPersonNoun(headWord) || PEOPLE_ADJECTIVES.has(headWord);
  if (joined) to = joined;
  return {from: from === at ? first : at, to, head: singularOf(headWord), lemma: lemmaWords.join(" "), isPerson};
}

/** A phrase without a plural is taken only where it plainly ends: before a mark, a preposition or a verb. */
function isStop(tokens: readonly Token[], words: {start: number; end: number}[]): boolean {
  const next = tokens[words.at(-1)?.end ?? 0];
  return (
    words.length <= 3 &&
    (!next ||
      next.kind !== "word" ||
      PREPOSITIONS.has(next.lower) ||
      AUXILIARIES.has(next.lower) ||
      VERBS.has(next.lower) ||
      endsNounPhrase(next.lower))
  );
}

/** "medics and civilian residents", "tanks or other military vehicles": past a second plural, unless a clause begins with it. */
function coordinated(tokens: readonly Token[], at: number): number {
  const link = tokens[at]?.lower;
  if (link !== "and" && link !== "or") return 0;
  const words = phraseWords(tokens, at + 1);
  const head = headIndex(tokens, words, false);
  if (head < 0 || head > 2) return 0;
  if (
    words
      .slice(0, head + 1)
      .some(
        (word) =>
          looksVerbal(lowerOf(tokens, word)) ||
          /^(dozens|scores|hundreds|thousands|millions)$/.test(lowerOf(tokens, word)),
      )
  )
    return 0;
  const end = words[head]?.end ?? 0;
  const next = tokens[end]?.lower ?? "";
  const clause = AUXILIARIES.has(next) || VERBS.has(next) || looksVerbal(next);
  return clause && link === "and" && !/^(were|are|was|have|had)$/.test(next) ? 0 : end;
}
