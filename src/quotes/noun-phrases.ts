import {findCue, looksLikeNoun} from "./cues.ts";
import {isCapitalised, isPossessive, isTime, type Token} from "./tokens.ts";
import {
  ADVERBS,
  AUXILIARIES,
  COORDINATORS,
  DETERMINERS,
  NOUN_PREPOSITIONS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  VERBS,
} from "./word-classes.ts";

/** Tokens [from, to). */
export interface Range {
  from: number;
  to: number;
}

const isWord = (token: Token | undefined) => token?.kind === "word" || token?.kind === "number";

/** Whether a token is surely a finite verb: auxiliaries, common irregular verbs, reporting verbs that are no nouns. */
export function isVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== "word" || (isCapitalised(token) && i > 0)) return false;
  if (AUXILIARIES.has(token.lower)) return true;
  const before = tokens[i - 1]?.lower ?? "";
  if (VERBS.has(token.lower)) return !ARTICLES.has(before) && !PREPOSITIONS.has(before);
  const cue = findCue(token.lower);
  if (PLAIN_PRESENT.has(token.lower)) return /(?:[^s]s|^police|^who|^they|^we|^people)$/.test(before);
  if (!cue || looksLikeNoun(token.lower)) return false;
  return (
    (cue.forms.has("past") || cue.forms.has("present")) &&
    !cue.forms.has("base") &&
    !DETERMINERS.has(tokens[i - 1]?.lower ?? "")
  );
}

const PLAIN_PRESENT = new Set("say tell show argue insist believe think deny confirm allege suggest".split(" "));

/** Like `isVerb`, or a regular past ("traced") where a determiner does not make an adjective of it. */
export function looksLikeVerb(tokens: readonly Token[], i: number): boolean {
  if (isVerb(tokens, i)) return true;
  const token = tokens[i];
  if (token?.kind !== "word" || isCapitalised(token)) return false;
  const before = tokens[i - 1]?.lower ?? "";
  const passive = /^(?:by|with|from|to)$/.test(tokens[i + 1]?.lower ?? "");
  return /[a-z]{2}ed$/.test(token.lower) && !passive && !DETERMINERS.has(before) && !PREPOSITIONS.has(before);
}

/** Whether tokens [from, to) hold a finite verb. */
export function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (looksLikeVerb(tokens, i)) return true;
  return false;
}

/** The noun phrase whose last token is `last`, reading leftwards to the edge of its clause. */
export function phraseEndingAt(tokens: readonly Token[], last: number): Range {
  const head = tokens[last];
  if (!head || PRONOUNS.has(head.lower)) return {from: last, to: last + (head ? 1 : 0)};
  let i = last;
  let depth = 0;
  for (; i >= 0; i--) {
    const token = tokens[i]!;
    if (token.text === ")") depth++;
    else if (token.text === "(") {
      if (depth === 0) break;
      depth--;
    } else if (depth > 0 || token.text === "&") continue;
    else if (isLabel(tokens, i)) continue;
    else if (!isWord(token) || SUBORDINATORS.has(token.lower) || PRONOUNS.has(token.lower)) break;
    else if (isVerb(tokens, i)) break;
    else if (PREPOSITIONS.has(token.lower) && !NOUN_PREPOSITIONS.has(token.lower)) break;
    else if (COORDINATORS.has(token.lower) && !joinsNouns(tokens, i)) break;
    else if (ARTICLES.has(token.lower) && !reachesOn(tokens[i - 1])) {
      i--;
      break;
    }
  }
  return trimPhrase(tokens, i + 1, last + 1);
}

/** "a “Wanted” poster": a quoted word inside the phrase. */
const isLabel = (tokens: readonly Token[], i: number) =>
  tokens[i]!.kind === "quotation" &&
  tokens[i]!.text.length < 40 &&
  !/[.,?!]\W?$/.test(tokens[i]!.text) &&
  ARTICLES.has(tokens[i - 1]?.lower ?? "");
const ARTICLES = new Set("the a an his her their its our my whose".split(" "));
/** An article begins its phrase unless a preposition, "and" or "all" ties it to what stands before. */
const reachesOn = (before: Token | undefined) =>
  !!before &&
  (NOUN_PREPOSITIONS.has(before.lower) ||
    COORDINATORS.has(before.lower) ||
    /^(?:all|both|half|such|many|&)$/.test(before.lower));

/** Whether "and" joins two nouns rather than two clauses: no verb stands between it and the clause's edge. */
function joinsNouns(tokens: readonly Token[], at: number): boolean {
  if (/^(?:but|nor|yet)$/.test(tokens[at]!.lower) || at === 0) return false;
  for (let i = at - 1; i >= 0 && at - i < 12; i--) {
    const token = tokens[i]!;
    if (!isWord(token)) return token.text !== "," && token.kind !== "quotation";
    if (looksLikeVerb(tokens, i) || SUBORDINATORS.has(token.lower)) return false;
  }
  return true;
}

/** Cuts adverbials off the front: "On Wednesday the agency", "Later Smith". */
function trimPhrase(tokens: readonly Token[], from: number, to: number): Range {
  let start = from;
  for (let again = true; again && start < to; ) {
    again = false;
    const token = tokens[start]!;
    const {lower} = token;
    if (
      COORDINATORS.has(lower) ||
      (ADVERBS.has(lower) && lower !== "all" && lower !== "both" && start + 1 < to) ||
      isTime(token)
    ) {
      start++;
      again = true;
    } else if (PREPOSITIONS.has(lower)) {
      start = afterPrepositional(tokens, start, to);
      again = true;
    } else if (token.kind === "number" && isTime(tokens[start - 1])) {
      start++;
      again = true;
    }
  }
  return {from: start, to};
}

function afterPrepositional(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from + 2; i < to; i++) {
    const {lower} = tokens[i]!;
    const before = tokens[i - 1]!;
    if (DETERMINERS.has(lower) && lower !== "one" && !PREPOSITIONS.has(before.lower)) return i;
    if (isTime(before) && !isTime(tokens[i]) && tokens[i]!.kind === "word") return i;
    if (isCapitalised(before) && !isCapitalised(tokens[i]) && !PREPOSITIONS.has(lower) && !isPossessive(before))
      return i;
  }
  return to;
}

/** The noun phrase that begins at `first`, reading rightwards; a name ends before a preposition of place or time. */
export function phraseStartingAt(tokens: readonly Token[], first: number, limit = tokens.length): Range {
  let i = first;
  let named = false;
  for (; i < limit; i++) {
    const token = tokens[i]!;
    const before = tokens[i - 1];
    if (token.text === "(" && i > first && tokens[i + 2]?.text === ")") {
      i += 2;
      continue;
    }
    if (token.text === "&") continue;
    if (!isWord(token)) break;
    if (i > first) {
      if (PRONOUNS.has(token.lower) || SUBORDINATORS.has(token.lower) || isVerb(tokens, i)) break;
      const free = !PREPOSITIONS.has(before!.lower) && !COORDINATORS.has(before!.lower);
      if (free && (POSSESSIVES.has(token.lower) || (DETERMINERS.has(token.lower) && !DETERMINERS.has(before!.lower))))
        break;
      if (free && !DETERMINERS.has(before!.lower) && isTime(token)) break;
      if (ADVERBS.has(token.lower) && token.lower !== "first") break;
      if (opensPredicate(tokens, i)) break;
      if (PREPOSITIONS.has(token.lower) && (!NOUN_PREPOSITIONS.has(token.lower) || endsName(tokens, i, named, first)))
        break;
      if (/^(?:on|in|at|to)$/.test(token.lower) && isTime(tokens[i + 1])) break;
      if (
        COORDINATORS.has(token.lower) &&
        !(
          token.lower === "and" &&
          isWord(tokens[i + 1]) &&
          !looksLikeVerb(tokens, i + 1) &&
          !PRONOUNS.has(tokens[i + 1]!.lower)
        )
      )
        break;
      if (
        named &&
        !isCapitalised(token) &&
        !PREPOSITIONS.has(token.lower) &&
        !COORDINATORS.has(token.lower) &&
        isCapitalised(before) &&
        !isPossessive(before) &&
        looksLikeVerb(tokens, i)
      )
        break;
    } else if (PRONOUNS.has(token.lower)) return {from: first, to: first + 1};
    if (isCapitalised(token) && !isPossessive(token)) named = true;
  }
  return {from: first, to: i};
}

/** "the ministry | rejected what": a regular past behind a noun; not "the 21 freed girls" or "Iran-backed militants". */
function opensPredicate(tokens: readonly Token[], i: number): boolean {
  const {lower} = tokens[i]!;
  const before = tokens[i - 1]!;
  if (!lower.endsWith("ed") || lower.includes("-") || before.kind !== "word" || isPossessive(before)) return false;
  if (COORDINATORS.has(before.lower) || ADVERBS.has(before.lower) || isTime(before)) return false;
  return looksLikeVerb(tokens, i);
}

/** A person's name takes no "in" or "at"; an office or a description does. */
function endsName(tokens: readonly Token[], i: number, named: boolean, first: number): boolean {
  const before = tokens[i - 1]!;
  const {lower} = tokens[i]!;
  if (!named || !isCapitalised(before)) return false;
  if (lower === "of" || lower === "for") return false;
  return i - first >= 1;
}
