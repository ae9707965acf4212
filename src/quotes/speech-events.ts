import {readAccording, readCited} from "./according-to.ts";
import {clauseStart, cutContents} from "./content-edges.ts";
import {findVerb, isAfterModalOrPlural, isBareComma, isPlural, mayRecord, nounActsAsVerb} from "./cue-verbs.ts";
import {type Cue, findCue, looksLikeNoun, WRITINGS} from "./cues.ts";
import {hasVerb, phraseStartingAt, type Range} from "./noun-phrases.ts";
import {ADDRESSED, closesAfter, opensClause, type ReportedContent, readContent} from "./reported-content.ts";
import {readClauseSubject, readInvertedSubject, readSubject, type Subject} from "./subjects.ts";
import type {Token} from "./tokens.ts";
import {PREPOSITIONS} from "./word-classes.ts";

/** Somebody says something in a sentence: the cue, who, and the tokens reported. */
export interface SpeechEvent {
  lemma: string;
  /** The cue's tokens. */
  cue: Range;
  subject: Subject | null;
  /** What is reported, to the right of the cue or to its left; null where only quotations can be meant. */
  content: Range | null;
  /** Whether `content` is a clause or noun phrase in the narrator's words, so that it makes an indirect quotation. */
  indirect: boolean;
  after: boolean;
  /** "did not say": what follows is nobody's statement. */
  negated: boolean;
}

/** "tickets, called “Feel the Heat”": behind a comma these are mostly passive. */
const NAMING = new Set("call dub label term brand bill deem".split(" "));
/** Without words of their own these report an act: "officers responded to the scene". */
const ANSWERS = new Set(["respond", "reply", "agree", "post", "write", "volunteer", "promise", "pledge", "vow"]);

/** Every act of speech that the tokens of one sentence tell of, in order. */
export function readSpeechEvents(tokens: readonly Token[]): SpeechEvent[] {
  const events: SpeechEvent[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== "word") continue;
    const event =
      token.lower === "according" && tokens[i + 1]?.lower === "to"
        ? readAccording(tokens, i)
        : readVerbEvent(tokens, i, events);
    if (event) events.push(event);
  }
  const [first, second] = events;
  // "Declaring the release “significant”, officials said": the participle shares the subject that follows.
  if (first && second && !first.subject && !first.indirect && first.cue.from === 0) first.subject = second.subject;
  return cutContents(
    tokens,
    events.filter((event) => isSpeech(tokens, event)),
  );
}

/** "called", "continued", "asked" count only with quoted words. */
function isSpeech(tokens: readonly Token[], {lemma, cue, content, after}: SpeechEvent): boolean {
  if (lemma === "according to" || lemma === "make clear") return true;
  const kinds = findCue(lemma)?.kinds;
  if (!kinds || kinds.has("clause") || kinds.has("noun") || kinds.has("record")) return true;
  if (content === null) return false;
  // "continue its path into “deep space”": only what stands beside these verbs is spoken.
  if (kinds.has("words") && after)
    return (
      tokens[content.from]?.kind === "quotation" &&
      tokens.slice(cue.to, content.from).every((token) => token.kind === "punctuation")
    );
  if (kinds.has("words")) return tokens[content.to - 1]?.kind === "quotation";
  return tokens.slice(content.from, content.to).some((token) => token.kind === "quotation");
}

function readVerbEvent(tokens: readonly Token[], at: number, earlier: readonly SpeechEvent[]): SpeechEvent | null {
  const found = findVerb(tokens, at);
  if (!found) return null;
  const {cue, verb, to} = found;
  if (cue.lemma === "cite") return readCited(tokens, at, cue, earlier);
  const participle = cue.forms.has("participle");
  if (participle) return readParticiple(tokens, at, to, cue, earlier);
  const reading = readSubject(tokens, verb);
  const base = cue.forms.has("base") && !cue.forms.has("past");
  if (base && !reading.infinitive && !isAfterModalOrPlural(tokens, verb) && !isPlural(tokens, reading.subject))
    return null;
  const reduced = NAMING.has(cue.lemma) && tokens[verb - 1]?.text === "," && tokens[to]?.kind === "quotation";
  if (reading.passive || reduced || (tokens[to]?.lower === "by" && tokens[verb]!.lower.endsWith("ed")))
    return readPassive(tokens, at, to, cue);
  if (reading.infinitive) return readInfinitive(tokens, at, to, cue, earlier);
  const right = readContent(tokens, to, cue);
  if (looksLikeNoun(tokens[verb]!.lower) && !nounActsAsVerb(tokens, verb, reports(tokens, right), reading.subject))
    return null;
  let {subject} = reading;
  let inverted = false;
  if (
    (reading.inverted && !ADDRESSED.has(cue.lemma)) ||
    (!right && !reading.certain && isBareComma(tokens, verb) && !ADDRESSED.has(cue.lemma))
  ) {
    const opposite = readInvertedSubject(tokens, verb);
    const clause = !reading.inverted && right?.indirect && hasVerb(tokens, right.content.from, right.content.to);
    if (opposite && !clause) {
      subject = opposite;
      inverted = true;
    }
  }
  if (reading.shared) subject = sharedSubject(tokens, verb, earlier);
  if (subject && isAbove(tokens, subject, verb)) subject = readClauseSubject(tokens, subject.phrase.from) ?? subject;
  if (!subject || (!right && !inverted && !closesAfter(tokens, to, cue))) return null;
  if (!mayRecord(tokens, cue, subject)) return null;
  return place(
    tokens,
    {lemma: cue.lemma, cue: {from: at, to}, subject, negated: reading.negated},
    inverted ? null : right,
    cue,
  );
}

/** A quotation, a colon, "that" or a clause follows: "the ministry claims that", not "weather forecasts call for rain". */
function reports(tokens: readonly Token[], right: ReportedContent | null): boolean {
  if (!right) return false;
  const {from, to} = right.content;
  return !right.indirect || tokens[from - 1]?.lower === "that" || opensClause(tokens, from, to);
}

/** "issued a statement that said": who issued it speaks. */
const isAbove = (tokens: readonly Token[], {phrase}: Subject, verb: number) =>
  /^(?:that|which)$/.test(tokens[verb - 1]?.lower ?? "") && WRITINGS.has(tokens[phrase.to - 1]!.lower);

/** The subject that a verb after "and" or "but" shares with what stands before it. */
function sharedSubject(tokens: readonly Token[], verb: number, earlier: readonly SpeechEvent[]): Subject | null {
  const last = earlier.findLast((event) => event.subject && event.cue.to <= verb && event.lemma !== "according to");
  return last?.subject ?? readClauseSubject(tokens, verb);
}

function readParticiple(
  tokens: readonly Token[],
  at: number,
  to: number,
  cue: Cue,
  earlier: readonly SpeechEvent[],
): SpeechEvent | null {
  const before = tokens[at - 1];
  if (
    before &&
    PREPOSITIONS.has(before.lower) &&
    before.lower !== "as" &&
    before.lower !== "after" &&
    before.lower !== "by"
  )
    return null;
  if (before && /^(?:the|a|an|his|her|their|its|no|any)$/.test(before.lower)) return null;
  const right = readContent(tokens, to, cue);
  if (!right) return null;
  const event = {lemma: cue.lemma, cue: {from: at, to}, negated: false};
  const last = earlier.findLast((one) => one.subject && one.lemma !== "according to");
  const subject = subjectOfWith(tokens, at) ?? last?.subject ?? readClauseSubject(tokens, at);
  if (!subject && at > 0) return null;
  return place(tokens, {...event, subject}, right, cue);
}

/** "with prosecutors saying that": a subject of the participle's own. */
function subjectOfWith(tokens: readonly Token[], at: number): Subject | null {
  for (let i = at - 2; i >= 0 && i > at - 12 && tokens[i + 1]!.kind === "word"; i--)
    if (tokens[i]!.lower === "with") return {phrase: phraseStartingAt(tokens, i + 1, at), apposition: null};
  return null;
}

/** "described as “a tragedy” (by ...)": the speaker follows "by", or nobody is named. */
function readPassive(tokens: readonly Token[], at: number, to: number, cue: Cue): SpeechEvent | null {
  if (!cue.kinds.has("term")) return null;
  const right = readContent(tokens, to, cue);
  if (!right) return null;
  let subject: Subject | null = null;
  for (let i = to; i < tokens.length && i < to + 12; i++)
    if (tokens[i]!.lower === "by") {
      const phrase = phraseStartingAt(tokens, i + 1);
      if (phrase.to > phrase.from) subject = {phrase, apposition: null};
      break;
    }
  return {
    lemma: cue.lemma,
    cue: {from: at, to},
    subject,
    content: right.content,
    indirect: false,
    after: true,
    negated: false,
  };
}

/** "went on to say that": counts with quoted words or an explicit "that" only. */
function readInfinitive(
  tokens: readonly Token[],
  at: number,
  to: number,
  cue: Cue,
  earlier: readonly SpeechEvent[],
): SpeechEvent | null {
  const right = readContent(tokens, to, cue);
  if (!right || (right.indirect && tokens[right.content.from - 1]?.lower !== "that")) return null;
  const said = /^(?:went|goes|continued|continues|was|on)$/.test(tokens[at - 2]?.lower ?? "");
  const subject = readClauseSubject(tokens, at) ?? earlier.at(-1)?.subject ?? null;
  if (!subject) return null;
  const event = place(tokens, {lemma: cue.lemma, cue: {from: at, to}, subject, negated: false}, right, cue);
  return event && {...event, indirect: event.indirect && said};
}

type Bare = Omit<SpeechEvent, "content" | "indirect" | "after">;

/** Decides on which side of the cue the words stand, and where they begin. */
function place(tokens: readonly Token[], event: Bare, right: ReportedContent | null, cue: Cue): SpeechEvent | null {
  if (right) return {...event, content: right.content, indirect: right.indirect && !event.negated, after: true};
  const first = event.subject
    ? Math.min(event.subject.phrase.from, event.subject.apposition?.from ?? Infinity, event.cue.from)
    : event.cue.from;
  const before = tokens[first - 1];
  if (!before) return {...event, content: null, indirect: false, after: true};
  const comma = before.text === ",";
  const writing = event.subject && WRITINGS.has(tokens[event.subject.phrase.to - 1]!.lower);
  const clause =
    !ANSWERS.has(cue.lemma) &&
    (cue.kinds.has("clause") || cue.kinds.has("record") || cue.kinds.has("noun")) &&
    !writing;
  if (!comma && before.kind !== "quotation") return {...event, content: null, indirect: false, after: true};
  const to = comma ? first - 1 : first;
  const from = clauseStart(tokens, to);
  return {
    ...event,
    content: {from, to},
    indirect: clause && comma && !event.negated && hasVerb(tokens, from, to),
    after: false,
  };
}
