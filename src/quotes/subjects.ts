import {endsInName, isRole, roleBefore, subjectBeforeComma} from "./appositions.ts";
import {pastNameList, phraseOfList, withNameList} from "./name-lists.ts";
import {holdsName} from "./names.ts";
import {hasVerb, isVerb, looksLikeVerb, phraseEndingAt, phraseStartingAt, type Range} from "./noun-phrases.ts";
import {isCapitalised, isPossessive, isTime, type Token} from "./tokens.ts";
import {
  ADVERBS,
  BE,
  DETERMINERS,
  HAVE,
  NEGATIONS,
  PEOPLE,
  PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
} from "./word-classes.ts";

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
  /** A relative clause or an age between commas leaves no doubt that the subject stands to the left. */
  certain: boolean;
}

const OPENS_CLAUSE = /^[;:—–]$/;

/** Reads the subject of the verb at `verb`, looking left over auxiliaries, adverbs, appositions and relative clauses. */
export function readSubject(tokens: readonly Token[], verb: number): SubjectReading {
  const reading: SubjectReading = {
    subject: null,
    shared: false,
    inverted: false,
    passive: false,
    negated: false,
    infinitive: false,
    certain: false,
  };
  let i = verb - 1;
  for (; i >= 0; i--) {
    const {lower, kind} = tokens[i]!;
    if (BE.has(lower)) reading.passive = true;
    if (NEGATIONS.has(lower)) reading.negated = true;
    if (lower === "to") reading.infinitive = true;
    const auxiliary = BE.has(lower) || HAVE.has(lower) || NEGATIONS.has(lower) || isModal(lower);
    const date = isTime(tokens[i]) || (lower === "on" && isTime(tokens[i + 1]));
    if (
      kind !== "word" ||
      !(auxiliary || ADVERBS.has(lower) || isManner(tokens[i]!) || date || lower === "to" || lower === "since")
    )
      break;
  }
  const before = tokens[i];
  if (!before || before.kind === "quotation" || OPENS_CLAUSE.test(before.text)) reading.inverted = true;
  else if (/^(?:and|or|but|then|nor|yet)$/.test(before.lower)) reading.shared = true;
  else if (phraseOfList(tokens, i)) reading.subject = {phrase: phraseOfList(tokens, i)!, apposition: null};
  else if (RELATIVES.has(before.lower)) reading.subject = antecedent(tokens, i);
  else if (before.text === ",") {
    const found = subjectBeforeComma(tokens, i);
    reading.subject = found?.subject ?? null;
    reading.certain = found?.certain ?? false;
    reading.inverted = found === null;
  } else if (before.kind === "word" || before.kind === "number" || before.text === ")") {
    const phrase = phraseEndingAt(tokens, i);
    const relative = relativeLeftOf(tokens, phrase, i);
    const adjective = /ed$/.test(tokens[verb]!.lower) && isQualifier(before);
    if (adjective) reading.subject = null;
    else if (relative >= 0) reading.subject = antecedent(tokens, relative);
    else if (phrase.to > phrase.from && isObject(tokens, phrase)) reading.shared = true;
    else if (phrase.to > phrase.from) reading.subject = {phrase, apposition: roleBefore(tokens, phrase)};
  }
  return reading;
}

/** "the latest confirmed toll", "two reported deaths": what follows is an adjective, no verb. */
const isQualifier = (token: Token) =>
  DETERMINERS.has(token.lower) ||
  isPossessive(token) ||
  token.kind === "number" ||
  /[a-z]{2}est$/.test(token.lower) ||
  /^(?:first|last|two|three|four|five|six|seven|eight|nine|ten)$/.test(token.lower);

/** "saw the girls after | their release said": the phrase hangs on a preposition, unless "after" opens a clause ("after Lee said"). */
function isObject(tokens: readonly Token[], phrase: Range): boolean {
  const before = tokens[phrase.from - 1]?.lower ?? "";
  if (!PREPOSITIONS.has(before)) return false;
  if (!SUBORDINATORS.has(before)) return true;
  const head = tokens[phrase.to - 1]!;
  return !isCapitalised(head) && !PEOPLE.has(head.lower) && !/(?:er|or|ist|man|woman|s)$/.test(head.lower);
}

const isModal = (lower: string) => /^(?:will|would|could|can|may|might|did|does|do|should|must)$/.test(lower);

/** What a relative pronoun stands for: "Ms Patel, who said ...". */
function antecedent(tokens: readonly Token[], relative: number): Subject | null {
  const last = tokens[relative - 1]?.text === "," ? relative - 2 : relative - 1;
  if (last < 0 || tokens[last]!.kind === "quotation") return null;
  const list = phraseOfList(tokens, last);
  if (list) return {phrase: list, apposition: null};
  const phrase = phraseEndingAt(tokens, last);
  // "made contact with an employee, who said": only the last of several nouns.
  for (let i = phrase.to - 2; i > phrase.from; i--)
    if (/^(?:with|to|by|from)$/.test(tokens[i - 1]!.lower) && !isRole(tokens, {from: phrase.from, to: i - 1})) {
      phrase.from = i;
      break;
    }
  return phrase.to > phrase.from ? {phrase, apposition: null} : null;
}

/** "a neighbor | who asked not to be named | said": the relative pronoun left of a verb whose own phrase is no subject; else -1. */
function relativeLeftOf(tokens: readonly Token[], phrase: Range, last: number): number {
  const edge = tokens[phrase.from - 1];
  const found = phrase.to > phrase.from;
  const misread = found && edge?.lower === "who" && looksLikeVerb(tokens, phrase.from);
  const inside = !found || edge?.lower === "to" || (edge?.kind === "word" && isVerb(tokens, phrase.from - 1));
  if (!misread && !inside) return -1;
  for (let i = Math.min(last, phrase.from - 1); i > 0 && isInPhrase(tokens[i]!); i--)
    if (tokens[i]!.lower === "who") return i;
  return -1;
}

const isInPhrase = (token: Token) => token.kind === "word" || token.kind === "number";

/** "voluntarily", "initially". */
const isManner = (token: Token) =>
  token.lower.length > 4 &&
  token.lower.endsWith("ly") &&
  !isCapitalised(token) &&
  !/^(?:family|ally|assembly|supply|bully|anomaly|monopoly|daily|weekly|monthly|reply|elderly)$/.test(token.lower);

/** The speaker to the right of its verb: "said Mallam Garba Shehu, spokesman for ...". Null where a clause follows instead. */
export function readInvertedSubject(tokens: readonly Token[], verb: number): Subject | null {
  const first = tokens[verb + 1];
  if (!first || (first.kind !== "word" && first.kind !== "number") || isTime(first) || first.lower === "that")
    return null;
  if (PREPOSITIONS.has(first.lower) || ADVERBS.has(first.lower)) return null;
  const phrase = withNameList(tokens, phraseStartingAt(tokens, verb + 1));
  if (phrase.to === phrase.from || isVerb(tokens, phrase.to) || looksLikeVerb(tokens, verb + 1)) return null;
  const after = tokens[phrase.to];
  if (after?.text !== ",") return {phrase, apposition: null};
  let end = phrase.to + 1;
  while (
    end < tokens.length &&
    tokens[end]!.text !== "," &&
    tokens[end]!.text !== "." &&
    tokens[end]!.kind !== "quotation"
  )
    end++;
  const chunk = {from: phrase.to + 1, to: end};
  const opener = tokens[chunk.from];
  if (
    chunk.to <= chunk.from ||
    !opener ||
    PREPOSITIONS.has(opener.lower) ||
    /ing$/.test(opener.lower) ||
    RELATIVES.has(opener.lower)
  )
    return {phrase, apposition: null};
  if (
    /^(?:and|but|while|as|when|because)$/.test(opener.lower) ||
    hasVerb(tokens, chunk.from, chunk.to) ||
    opener.kind === "number"
  )
    return {phrase, apposition: null};
  // "said Eddie's older brother, Jose Holmes": the name speaks, the description is its role.
  const named =
    !holdsName(tokens, phrase.from, phrase.to) && endsInName(tokens, chunk) && holdsName(tokens, chunk.from, chunk.to);
  const role = {from: chunk.from, to: phraseStartingAt(tokens, chunk.from, chunk.to).to};
  return named ? {phrase: chunk, apposition: phrase} : {phrase, apposition: role.to > role.from ? role : null};
}

/** The subject of the clause that a token stands in, found from the nearest finite verb to its left that has one. */
export function readClauseSubject(tokens: readonly Token[], at: number): Subject | null {
  for (let i = at - 1; i > 0; i--) {
    if (tokens[i]!.text === ";" || !isFiniteAt(tokens, i)) continue;
    const {subject} = readSubject(tokens, i);
    if (!subject || /^(?:there|it|this|that)$/i.test(tokens[subject.phrase.from]!.lower)) continue;
    if (!/^(?:whether|that|if|what|which|who|because|how)$/.test(tokens[subject.phrase.from - 1]?.lower ?? ""))
      return subject;
  }
  return null;
}

const isFiniteAt = (tokens: readonly Token[], i: number) =>
  isVerb(tokens, i) ||
  (/[a-z]{2}ed$/.test(tokens[i]!.lower) && tokens[i]!.kind === "word" && !isCapitalised(tokens[i]));

/** The first noun phrase of a sentence past "On Wednesday," and the like: mostly its subject. */
export function readFirstPhrase(tokens: readonly Token[]): Range | undefined {
  let i = 0;
  for (let steps = 0; steps < 4 && i < tokens.length; steps++) {
    const {lower, kind} = tokens[i]!;
    if (kind === "quotation") return undefined;
    if (/^(?:and|but|so|yet|or)$/.test(lower) || ADVERBS.has(lower) || kind === "punctuation") i++;
    else if (PREPOSITIONS.has(lower) || SUBORDINATORS.has(lower) || /(?:ing|ed)$/.test(lower)) {
      const comma = tokens.findIndex((token, k) => k > i && token.text === ",");
      if (comma < 0 || comma > i + 25) return undefined;
      i = comma + 1;
    } else break;
  }
  const phrase = phraseStartingAt(tokens, i);
  return phrase.to > phrase.from ? {...phrase, to: pastNameList(tokens, phrase)} : undefined;
}
