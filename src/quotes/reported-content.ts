import type {Cue} from "./cues.ts";
import {hasVerb, looksLikeVerb, phraseStartingAt, type Range} from "./noun-phrases.ts";
import {isCapitalised, isPossessive, isTime, type Token} from "./tokens.ts";
import {ADVERBS, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS} from "./word-classes.ts";

export interface ReportedContent {
  content: Range;
  indirect: boolean;
}

/** Verbs that name whom they address: "told reporters that". */
export const ADDRESSED = new Set("tell inform assure remind notify advise".split(" "));

const PLAIN = new Set(["say", "tell"]);

const OBJECT_PRONOUN = /^(?:him|her|them|us|me|you)$/;

/** What is reported to the right of a cue, past addressee, time and place; null where nothing is. */
export function readContent(tokens: readonly Token[], to: number, cue: Cue): ReportedContent | null {
  const end = sentenceEnd(tokens);
  let i = to;
  if (ADDRESSED.has(cue.lemma)) i = skipAddressee(tokens, i);
  const anything = (from: number, indirect: boolean) => (from < end ? {content: {from, to: end}, indirect} : null);
  const clause = cue.kinds.has("clause") || cue.kinds.has("record") || cue.kinds.has("noun");
  for (let steps = 0; i < end && steps < 8; steps++) {
    const token = tokens[i]!;
    if (token.kind === "quotation" || token.text === ":")
      return anything(token.text === ":" ? i + 1 : i, clause && token.text !== ":");
    if (token.lower === "that" && clause && !endsAt(tokens, i + 1)) return anything(i + 1, true);
    if (token.text === ",") {
      if (tokens[i + 1]?.kind === "quotation") return anything(i + 1, false);
      const rejoined = findThat(tokens, i + 1, i + 16);
      if (rejoined < 0 || tokens[rejoined - 1]?.text !== ",") return null;
      i = rejoined;
    } else if (token.lower === "on" && isTime(tokens[i + 1])) i += 2;
    else if (isTime(token) || (ADVERBS.has(token.lower) && !/^(?:both|all)$/.test(token.lower))) i++;
    else if (/^(?:how|whether|why)$/.test(token.lower) && clause) return anything(i, true);
    else if (token.lower === "of" && cue.lemma === "warn" && isReportable(tokens, i + 1, phraseEnd(tokens, i + 1, end)))
      return {content: {from: i + 1, to: phraseEnd(tokens, i + 1, end)}, indirect: true};
    else if (PREPOSITIONS.has(token.lower) && !opensQuantity(tokens, i)) {
      const next = pastAdjunct(tokens, i, end);
      if (next < 0) return cue.kinds.has("term") || cue.kinds.has("words") ? laterQuotation(tokens, i, end) : null;
      i = next;
    } else if (
      token.lower === "of" ||
      token.lower === "to" ||
      SUBORDINATORS.has(token.lower) ||
      /^(?:and|but|or|nor)$/.test(token.lower)
    )
      return laterQuotation(tokens, i, end);
    else return readBare(tokens, i, end, cue);
  }
  return null;
}

/** Index behind the last token of a sentence, its full stop left out. */
export function sentenceEnd(tokens: readonly Token[]): number {
  let end = tokens.length;
  while (end > 0 && /^[.?!…]$/.test(tokens[end - 1]!.text)) end--;
  return end;
}

/** Whether a cue without content ends its clause: "..., Kuleba said Tuesday", not "suggested room for progress". */
export function closesAfter(tokens: readonly Token[], to: number, cue: Cue): boolean {
  const next = tokens[ADDRESSED.has(cue.lemma) ? skipAddressee(tokens, to) : to];
  if (next?.kind !== "word") return next?.kind !== "number";
  const {lower} = next;
  return (
    isTime(next) ||
    ADVERBS.has(lower) ||
    PREPOSITIONS.has(lower) ||
    SUBORDINATORS.has(lower) ||
    /^(?:and|but|or|so)$/.test(lower)
  );
}

const endsAt = (tokens: readonly Token[], i: number) => i >= tokens.length || /^[.,]$/.test(tokens[i]!.text);

function findThat(tokens: readonly Token[], from: number, limit: number): number {
  for (let i = from; i < Math.min(limit, tokens.length); i++) if (tokens[i]!.lower === "that") return i;
  return -1;
}

/** "said at least 40", "said about 12": the preposition belongs to a number. */
const opensQuantity = (tokens: readonly Token[], i: number) =>
  /^(?:about|around|over|under|up|at|between|within|near|nearly|above|below)$/.test(tokens[i]!.lower) &&
  [1, 2].some(
    (k) =>
      tokens[i + k]?.kind === "number" ||
      /^(?:least|most|dozens|hundreds|thousands|half|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)$/.test(
        tokens[i + k]?.lower ?? "",
      ),
  );

/** Past "in a statement", "on condition of anonymity": the index of "that", a colon or a quotation beyond it; -1 where nothing is reported. */
function pastAdjunct(tokens: readonly Token[], from: number, end: number): number {
  for (let i = from + 1; i < end; i++) {
    const token = tokens[i]!;
    // "wrote in “My Twisted World” that": marks right after a preposition or an article belong to the adjunct.
    if (token.kind === "quotation" && (i === from + 1 || DETERMINERS.has(tokens[i - 1]!.lower))) continue;
    if (token.lower === "that" || token.text === ":" || token.kind === "quotation") return i;
    if (token.text === "," || token.text === ";" || token.text === "—") return token.text === "," ? i : -1;
    if (isTime(tokens[i - 1]) && SUBJECT_PRONOUNS.has(token.lower)) return i;
    if (SUBORDINATORS.has(token.lower)) return -1;
  }
  return -1;
}

function laterQuotation(tokens: readonly Token[], from: number, end: number): ReportedContent | null {
  for (let i = from; i < end; i++)
    if (tokens[i]!.kind === "quotation") return {content: {from: i, to: end}, indirect: false};
  return null;
}

function skipAddressee(tokens: readonly Token[], from: number): number {
  const token = tokens[from];
  if (token?.kind !== "word" || token.lower === "that" || token.lower === "how") return from;
  if (OBJECT_PRONOUN.test(token.lower)) return from + 1;
  const {to} = phraseStartingAt(tokens, from);
  // "told leaders gathered in London that": the addressee reaches to "that".
  const that = /ed$/.test(tokens[to]?.lower ?? "") ? findThat(tokens, to, to + 8) : -1;
  if (that > 0 && tokens.slice(to, that).every((one) => one.kind === "word")) return that;
  // "told the United Nations’ “Committee ...” that": a name in marks.
  return isPossessive(tokens[to - 1]) && tokens[to]?.kind === "quotation" ? to + 1 : to;
}

/** A clause without "that", or a noun phrase: "said 12 towns were without water", "reported two victims". */
function readBare(tokens: readonly Token[], from: number, end: number, cue: Cue): ReportedContent | null {
  const content = {from, to: end};
  if (cue.lemma === "put") return {content: {from, to: phraseEnd(tokens, from, end)}, indirect: true};
  if (cue.kinds.has("clause") || cue.kinds.has("record") || cue.kinds.has("noun")) {
    if (PLAIN.has(cue.lemma) ? hasVerb(tokens, from, end) : opensClause(tokens, from, end))
      return {content, indirect: true};
    if (cue.lemma === "express") {
      const that = findThat(tokens, from, from + 14);
      const broken =
        that < 0 || tokens.slice(from, that).some((token) => token.kind === "quotation" || token.text === ",");
      return broken ? laterQuotation(tokens, from, end) : {content: {from: that + 1, to: end}, indirect: true};
    }
    if (cue.kinds.has("noun") && isReportable(tokens, from, phraseEnd(tokens, from, end)))
      return {content: {from, to: phraseEnd(tokens, from, end)}, indirect: true};
  }
  return laterQuotation(tokens, from, end);
}

/** "reported two victims" tells something; "reported the incident to police" tells only that somebody spoke. */
function isReportable(tokens: readonly Token[], from: number, to: number): boolean {
  if (from >= to) return false;
  if (tokens.slice(from, to).some((token) => token.kind === "number")) return true;
  return (
    to - from >= 2 &&
    !/^(?:the|this|that|these|those|his|her|its|their|my|our|it|them|him)$/.test(tokens[from]!.lower) &&
    !isCapitalised(tokens[from])
  );
}

function phraseEnd(tokens: readonly Token[], from: number, end: number): number {
  for (let i = from; i < end; i++)
    if (/^[,;:—]$/.test(tokens[i]!.text) && !/\d/.test(tokens[i + 1]?.text[0] ?? "")) return i;
  return end;
}

/** Whether a noun phrase and its verb begin at `from`. */
export function opensClause(tokens: readonly Token[], from: number, end: number): boolean {
  const phrase = phraseStartingAt(tokens, from, end);
  let i = phrase.to;
  while (i < end && (ADVERBS.has(tokens[i]!.lower) || tokens[i]!.text === ")")) i++;
  if (phrase.to > phrase.from && i < end && looksLikeVerb(tokens, i)) return true;
  return hasVerb(tokens, from + 1, phrase.to);
}
