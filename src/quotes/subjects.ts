import {hasVerb, isVerb, phraseEndingAt, phraseStartingAt, type Range} from "./noun-phrases.ts";
import {isCapitalised, type Token} from "./tokens.ts";
import {ADVERBS, BE, HAVE, isTime, NEGATIONS, PREPOSITIONS, RELATIVES} from "./word-classes.ts";

/** Who does what a verb says: the phrase that names them, with the phrase beside it that tells their role. */
export interface Subject {
  phrase: Range;
  apposition: Range | null;
}

/** The subject of the verb at a token, and how the verb is put. */
export interface SubjectReading {
  subject: Subject | null;
  /** The verb follows "and" or "but" directly, so its subject stands further left. */
  shared: boolean;
  /** The speaker stands to the right: "“...,” said Smith". */
  inverted: boolean;
  passive: boolean;
  negated: boolean;
  infinitive: boolean;
}

const OPENS_CLAUSE = /^[;:—–]$/;

/** Reads the subject of the verb at `verb`, looking left over auxiliaries, adverbs, appositions and relative clauses. */
export function readSubject(tokens: readonly Token[], verb: number): SubjectReading {
  const reading: SubjectReading = {subject: null, shared: false, inverted: false, passive: false, negated: false, infinitive: false};
  let i = verb - 1;
  for (; i >= 0; i--) {
    const {lower, kind} = tokens[i]!;
    if (BE.has(lower)) reading.passive = true;
    if (NEGATIONS.has(lower)) reading.negated = true;
    if (lower === "to") reading.infinitive = true;
    const auxiliary = BE.has(lower) || HAVE.has(lower) || NEGATIONS.has(lower) || isModal(lower);
    const date = isTime(lower) || (lower === "on" && isTime(tokens[i + 1]?.lower ?? ""));
    if (kind !== "word" || !(auxiliary || ADVERBS.has(lower) || date || lower === "to" || lower === "since")) break;
  }
  const before = tokens[i];
  if (!before || before.kind === "quotation" || OPENS_CLAUSE.test(before.text)) reading.inverted = true;
  else if (/^(?:and|or|but|then|nor|yet)$/.test(before.lower)) reading.shared = true;
  else if (RELATIVES.has(before.lower)) reading.subject = antecedent(tokens, i);
  else if (before.text === ",") {
    reading.subject = subjectBeforeComma(tokens, i);
    reading.inverted = reading.subject === null;
  } else if (before.kind === "word" || before.kind === "number" || before.text === ")") {
    const phrase = phraseEndingAt(tokens, i);
    if (phrase.to > phrase.from) reading.subject = {phrase, apposition: roleBefore(tokens, phrase)};
    else reading.shared = true;
  }
  return reading;
}

const isModal = (lower: string) => /^(?:will|would|could|can|may|might|did|does|do|should|must)$/.test(lower);

/** What a relative pronoun stands for: "Ms Patel, who said ...". */
function antecedent(tokens: readonly Token[], relative: number): Subject | null {
  const last = tokens[relative - 1]?.text === "," ? relative - 2 : relative - 1;
  if (last < 0 || tokens[last]!.kind === "quotation") return null;
  const phrase = phraseEndingAt(tokens, last);
  return phrase.to > phrase.from ? {phrase, apposition: null} : null;
}

/** "Russia's chief negotiator, | Vladimir Medinsky": a role in front of a name, between commas. */
function roleBefore(tokens: readonly Token[], phrase: Range): Range | null {
  if (tokens[phrase.from - 1]?.text !== "," || !endsInName(tokens, phrase)) return null;
  const chunk = chunkBefore(tokens, phrase.from - 1);
  if (!chunk || classify(tokens, chunk) !== "noun" || startsLikePlace(tokens, chunk)) return null;
  const edge = tokens[chunk.from - 1];
  return !edge || edge.kind === "quotation" || edge.text === "," || edge.text === ";" ? chunk : null;
}

const startsLikePlace = (tokens: readonly Token[], chunk: Range) => {
  for (let i = chunk.from; i < chunk.to; i++) if (!isCapitalised(tokens[i])) return false;
  return true;
};
const endsInName = (tokens: readonly Token[], phrase: Range) => isCapitalised(tokens[phrase.to - 1]);

function chunkBefore(tokens: readonly Token[], comma: number): Range | null {
  let i = comma - 1;
  while (i >= 0 && tokens[i]!.text !== "," && tokens[i]!.kind !== "quotation" && !OPENS_CLAUSE.test(tokens[i]!.text)) i--;
  return i + 1 < comma ? {from: i + 1, to: comma} : null;
}

type Chunk = "age" | "relative" | "adverbial" | "name" | "noun" | "clause";

function classify(tokens: readonly Token[], chunk: Range): Chunk {
  const first = tokens[chunk.from]!;
  if (chunk.to - chunk.from <= 2 && (first.kind === "number" || first.lower === "aged")) return "age";
  const second = tokens[chunk.from + 1]?.lower ?? "";
  if (RELATIVES.has(first.lower) || (PREPOSITIONS.has(first.lower) && RELATIVES.has(second))) return "relative";
  if (PREPOSITIONS.has(first.lower)) return hasFinite(tokens, chunk) ? "clause" : "adverbial";
  if (/(?:ing|ed)$/.test(first.lower) && !isCapitalised(first)) return "adverbial";
  if (hasFinite(tokens, chunk)) return "clause";
  return endsInName(tokens, chunk) && !/^(?:a|an|the|his|her|their|its)$/.test(first.lower) ? "name" : "noun";
}

/** A finite verb before any relative pronoun. */
function hasFinite(tokens: readonly Token[], chunk: Range): boolean {
  for (let i = chunk.from; i < chunk.to; i++) {
    if (RELATIVES.has(tokens[i]!.lower)) return false;
    if (isVerb(tokens, i)) return true;
  }
  return false;
}

/**
 * The subject of a verb that follows a comma: "Mike Brown, commissioner of Transport, said"; "the hospital's director, Pavel Nartov,
 * said". Walks back over ages, relative clauses and appositions to the name; null where the comma ends a clause ("..., said Smith").
 */
function subjectBeforeComma(tokens: readonly Token[], comma: number): Subject | null {
  let noun: Range | null = null;
  let chunk = chunkBefore(tokens, comma);
  for (let walked = 0; chunk && walked < 6; walked++) {
    const kind = classify(tokens, chunk);
    if (kind === "clause") break;
    if (kind === "name") {
      const phrase = phraseEndingAt(tokens, chunk.to - 1);
      const role = noun ?? roleBefore(tokens, phrase);
      if (phrase.from >= chunk.from && phrase.to > phrase.from) return {phrase, apposition: role};
      break;
    }
    if (kind === "noun") noun = chunk;
    const edge = tokens[chunk.from - 1];
    if (edge?.text !== ",") break;
    chunk = chunkBefore(tokens, chunk.from - 1);
  }
  if (!noun) return null;
  const phrase = phraseStartingAt(tokens, phraseEndingAt(tokens, noun.to - 1).from, noun.to);
  return phrase.to > phrase.from && (phrase.from <= 1 || tokens[noun.from - 1]?.kind !== "quotation") ? {phrase, apposition: null} : null;
}

/** The speaker to the right of its verb: "said Mallam Garba Shehu, spokesman for ...". Null where a clause follows instead. */
export function readInvertedSubject(tokens: readonly Token[], verb: number): Subject | null {
  const first = tokens[verb + 1];
  if (!first || (first.kind !== "word" && first.kind !== "number") || isTime(first.lower) || first.lower === "that") return null;
  if (PREPOSITIONS.has(first.lower) || ADVERBS.has(first.lower)) return null;
  const phrase = phraseStartingAt(tokens, verb + 1);
  if (phrase.to === phrase.from || isVerb(tokens, phrase.to)) return null;
  const after = tokens[phrase.to];
  if (after?.text !== ",") return {phrase, apposition: null};
  let end = phrase.to + 1;
  while (end < tokens.length && tokens[end]!.text !== "," && tokens[end]!.text !== "." && tokens[end]!.kind !== "quotation") end++;
  const chunk = {from: phrase.to + 1, to: end};
  const opener = tokens[chunk.from];
  if (chunk.to <= chunk.from || !opener || PREPOSITIONS.has(opener.lower) || /ing$/.test(opener.lower) || RELATIVES.has(opener.lower))
    return {phrase, apposition: null};
  if (/^(?:and|but|while|as|when|because)$/.test(opener.lower) || hasVerb(tokens, chunk.from, chunk.to) || opener.kind === "number")
    return {phrase, apposition: null};
  return {phrase, apposition: chunk};
}

/** The subject of the clause that a token stands in, found from the nearest finite verb to its left that has one. */
export function readClauseSubject(tokens: readonly Token[], at: number): Subject | null {
  for (let i = at - 1; i > 0; i--) {
    if (tokens[i]!.text === ";" || !isFinite(tokens, i)) continue;
    const {subject} = readSubject(tokens, i);
    if (subject && !/^(?:there|it|this|that)$/i.test(tokens[subject.phrase.from]!.lower)) return subject;
  }
  return null;
}

const isFinite = (tokens: readonly Token[], i: number) =>
  isVerb(tokens, i) || (/[a-z]{2}ed$/.test(tokens[i]!.lower) && tokens[i]!.kind === "word" && !isCapitalised(tokens[i]));
