import {type Cue, findCue, looksLikeNoun, RECORDS, WRITINGS} from "./cues.ts";
import {hasVerb, looksLikeVerb, phraseStartingAt, type Range} from "./noun-phrases.ts";
import {readClauseSubject, readInvertedSubject, readSubject, type Subject} from "./subjects.ts";
import {isCapitalised, isPossessive, isTime, type Token} from "./tokens.ts";
import {ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, SUBORDINATORS} from "./word-classes.ts";

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

const ADDRESSED = new Set("tell inform assure remind notify advise".split(" "));
const PLAIN = new Set(["say", "tell"]);
/** Without words of their own these report an act: "officers responded to the scene". */
const ANSWERS = new Set(["respond", "reply", "agree", "post", "write", "volunteer", "promise", "pledge", "vow"]);
const OBJECT_PRONOUN = /^(?:him|her|them|us|me|you)$/;

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

function readAccording(tokens: readonly Token[], at: number): SpeechEvent | null {
  let phrase = phraseStartingAt(tokens, at + 2);
  if (phrase.to === phrase.from) return null;
  const by = tokens[phrase.to]?.lower === "by" ? phraseStartingAt(tokens, phrase.to + 1) : null;
  if (by && by.to > by.from) phrase = by;
  const head = tokens[phrase.to - 1]!.lower;
  if (/^(?:plan|plans|schedule|law|custom|tradition|rules|size|age|need)$/.test(head)) return null;
  const event = {
    lemma: "according to",
    cue: {from: at, to: at + 2},
    subject: {phrase, apposition: null},
    negated: false,
  };
  const start = tokens[at - 1];
  if (start && start.text !== ";" && start.kind !== "quotation" && !(at === 1 && start.kind === "word")) {
    const to = start.text === "," ? at - 1 : at;
    const from = clauseStart(tokens, to);
    return {...event, content: {from, to}, indirect: hasVerb(tokens, from, to) || to - from > 2, after: false};
  }
  let from = phrase.to;
  while (from < tokens.length && tokens[from]!.text !== ",") from++;
  if (from >= tokens.length) return {...event, content: null, indirect: false, after: start !== undefined};
  return {...event, content: {from: from + 1, to: sentenceEnd(tokens)}, indirect: true, after: true};
}

/** Where the sentence that ends before `to` begins: after a semicolon, or at the start. */
function clauseStart(tokens: readonly Token[], to: number): number {
  for (let i = to - 1; i >= 0; i--) if (tokens[i]!.text === ";") return i + 1;
  return 0;
}

function sentenceEnd(tokens: readonly Token[]): number {
  let end = tokens.length;
  while (end > 0 && /^[.?!…]$/.test(tokens[end - 1]!.text)) end--;
  return end;
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
  if (reading.passive || (tokens[to]?.lower === "by" && tokens[verb]!.lower.endsWith("ed")))
    return readPassive(tokens, at, to, cue);
  if (reading.infinitive) return readInfinitive(tokens, at, to, cue, earlier);
  const right = readContent(tokens, to, cue);
  if (looksLikeNoun(tokens[verb]!.lower) && !nounActsAsVerb(tokens, verb, right !== null, reading.subject)) return null;
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

/** "“...,” Reuters cited the agency as saying", "..., citing officials": who is cited speaks. */
function readCited(
  tokens: readonly Token[],
  at: number,
  cue: Cue,
  earlier: readonly SpeechEvent[],
): SpeechEvent | null {
  const phrase = phraseStartingAt(tokens, at + 1);
  const participle = cue.forms.has("participle");
  if (phrase.to === phrase.from || (participle && earlier.length > 0) || cue.forms.has("base")) return null;
  const event = {lemma: "cite", cue: {from: at, to: at + 1}, subject: {phrase, apposition: null}, negated: false};
  const comma = tokens[at - 1]?.text === "," ? at - 1 : -1;
  if (participle)
    return comma > 0
      ? {...event, content: {from: clauseStart(tokens, comma), to: comma}, indirect: true, after: false}
      : null;
  const {subject} = readSubject(tokens, at);
  if (!subject || tokens[subject.phrase.from - 1]?.kind !== "quotation") return null;
  return {...event, content: {from: clauseStart(tokens, at), to: subject.phrase.from}, indirect: false, after: false};
}

/** "issued a statement that said": who issued it speaks. */
const isAbove = (tokens: readonly Token[], {phrase}: Subject, verb: number) =>
  /^(?:that|which)$/.test(tokens[verb - 1]?.lower ?? "") && WRITINGS.has(tokens[phrase.to - 1]!.lower);

/** Whether a cue without content ends its clause: "..., Kuleba said Tuesday", not "suggested room for progress". */
function closesAfter(tokens: readonly Token[], to: number, cue: Cue): boolean {
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

/** The cue at a token: one word, or "made (it) clear". */
function findVerb(tokens: readonly Token[], at: number): {cue: Cue; verb: number; to: number} | null {
  const {lower} = tokens[at]!;
  if (/^(?:made|makes|make)$/.test(lower)) {
    const clear = tokens[at + 1]?.lower === "it" ? at + 2 : at + 1;
    if (tokens[clear]?.lower !== "clear") return null;
    return {cue: {lemma: "make clear", kinds: new Set(["clause"]), forms: new Set(["past"])}, verb: at, to: clear + 1};
  }
  const cue = findCue(lower);
  if (!cue || (isCapitalised(tokens[at]) && at > 0 && !cue.forms.has("past"))) return null;
  return {cue, verb: at, to: at + 1};
}

/** Whether the noun that a phrase rests on is plural: "findings of the branch (RAIB)". */
function isPlural(tokens: readonly Token[], subject: Subject | null): boolean {
  if (!subject) return false;
  const {from, to} = subject.phrase;
  let head = from;
  while (head + 1 < to && !PREPOSITIONS.has(tokens[head + 1]!.lower)) head++;
  return /[a-z]s$/.test(tokens[head]!.lower);
}

const isAfterModalOrPlural = (tokens: readonly Token[], verb: number) => {
  const before = tokens[verb - 1];
  if (before?.kind !== "word") return false;
  if (AUXILIARIES.has(before.lower) || /^(?:we|they|i|you|also|not|never|who)$/.test(before.lower)) return true;
  return /[a-z]s$/.test(before.lower) || /^(?:police|people|men|women)$/.test(before.lower);
};

/** "claims", "reports", "calls" count as verbs only after a subject that can be singular and before something reported. */
function nounActsAsVerb(tokens: readonly Token[], verb: number, reported: boolean, subject: Subject | null): boolean {
  const next = tokens[verb + 1];
  const closes = !next || /^[.,]$/.test(next.text);
  if (!subject) return tokens[verb - 1]?.kind === "quotation" || tokens[verb - 1]?.text === ",";
  const {from, to} = subject.phrase;
  const last = tokens[to - 1]!;
  const singular = !/[^s]s$/.test(last.lower) || isCapitalised(last);
  const edge = tokens[from - 1];
  const free =
    !edge ||
    edge.kind === "punctuation" ||
    edge.kind === "quotation" ||
    SUBORDINATORS.has(edge.lower) ||
    edge.lower === "and" ||
    edge.lower === "but";
  return (
    singular &&
    free &&
    (reported || closes || PREPOSITIONS.has(next?.lower ?? "")) &&
    !isPossessive(last) &&
    last.kind === "word" &&
    verb === to
  );
}

const isBareComma = (tokens: readonly Token[], verb: number) =>
  tokens[verb - 1]?.text === "," || tokens[verb - 1]?.kind === "quotation";

/** Records "show" and "find"; a person who shows or finds something has not said it. */
function mayRecord(tokens: readonly Token[], cue: Cue, subject: Subject): boolean {
  if (!cue.kinds.has("record") || cue.kinds.size > 1) return true;
  const {from, to} = subject.phrase;
  return tokens.slice(from, to).some((token) => RECORDS.has(token.lower));
}

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

interface Right {
  content: Range;
  indirect: boolean;
}

/** What is reported to the right of a cue, past addressee, time and place; null where nothing is. */
function readContent(tokens: readonly Token[], to: number, cue: Cue): Right | null {
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

function laterQuotation(tokens: readonly Token[], from: number, end: number): Right | null {
  for (let i = from; i < end; i++)
    if (tokens[i]!.kind === "quotation") return {content: {from: i, to: end}, indirect: false};
  return null;
}

function skipAddressee(tokens: readonly Token[], from: number): number {
  const token = tokens[from];
  if (token?.kind !== "word" || token.lower === "that" || token.lower === "how") return from;
  if (OBJECT_PRONOUN.test(token.lower)) return from + 1;
  const {to} = phraseStartingAt(tokens, from);
  // "told the United Nations’ “Committee ...” that": a name in marks.
  return isPossessive(tokens[to - 1]) && tokens[to]?.kind === "quotation" ? to + 1 : to;
}

/** A clause without "that", or a noun phrase: "said 12 towns were without water", "reported two victims". */
function readBare(tokens: readonly Token[], from: number, end: number, cue: Cue): Right | null {
  const content = {from, to: end};
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

function opensClause(tokens: readonly Token[], from: number, end: number): boolean {
  const phrase = phraseStartingAt(tokens, from, end);
  let i = phrase.to;
  while (i < end && (ADVERBS.has(tokens[i]!.lower) || tokens[i]!.text === ")")) i++;
  if (phrase.to > phrase.from && i < end && looksLikeVerb(tokens, i)) return true;
  return hasVerb(tokens, from + 1, phrase.to);
}

type Bare = Omit<SpeechEvent, "content" | "indirect" | "after">;

/** Decides on which side of the cue the words stand, and where they begin. */
function place(tokens: readonly Token[], event: Bare, right: Right | null, cue: Cue): SpeechEvent | null {
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

/** Ends what one speaker says where the next act of speech of the same sentence begins. */
function cutContents(tokens: readonly Token[], events: readonly SpeechEvent[]): SpeechEvent[] {
  return events.map((event, k) => {
    if (!event.content) return event;
    let {from, to} = event.content;
    if (event.after && event.indirect) to = Math.min(to, contrastAt(tokens, event, from, to));
    if (event.after)
      for (const next of events.slice(k + 1)) {
        const edge = openingOf(tokens, next);
        if (edge > from && edge < to && isJoint(tokens, edge)) to = Math.min(to, backOverJoint(tokens, edge));
      }
    else
      for (const last of events.slice(0, k)) {
        if (last.after || last.lemma === "according to") continue;
        from = Math.max(from, Math.min(to, last.cue.to));
      }
    return {...event, content: {from, to}};
  });
}

/** Where the narrator takes over again: ", even as"; for a clause inside another ("what officials said were strikes, as ..."), any clause. */
function contrastAt(tokens: readonly Token[], event: SpeechEvent, from: number, to: number): number {
  const edge = tokens[(event.subject?.phrase.from ?? 0) - 1]?.lower ?? "";
  const embedded = edge === "what" || edge === "that" || edge === "which";
  for (let i = from; i + 2 < to; i++) {
    if (tokens[i]!.text !== ",") continue;
    const next = tokens[i + 1]!.lower;
    if (next === "even" && /^(?:as|though)$/.test(tokens[i + 2]!.lower)) return i;
    if (findCue(next)?.forms.has("participle")) return i;
    if (embedded && /^(?:as|while|but|who|which|where|when|according)$/.test(next)) return i;
  }
  return to;
}

/** Index of the first token of an act of speech: its subject's, or its cue's. */
const openingOf = (tokens: readonly Token[], {subject, cue, after, content}: SpeechEvent) => {
  if (!after && content && content.to < cue.from) return content.to;
  if (!subject || subject.phrase.from > cue.from) return cue.from;
  const own =
    subject.phrase.to <= cue.from &&
    tokens.slice(subject.phrase.to, cue.from).every((token) => !/^(?:and|but|[,;])$/.test(token.lower));
  return own || subject.apposition ? Math.min(subject.phrase.from, subject.apposition?.from ?? Infinity) : cue.from;
};

const JOINT = /^(?:and|but|while|though|although)$/;

/** Whether a new clause begins at an index, so that what was reported ends: a comma, "and", "but" or "while" stands before it. */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (/^(?:which|who)$/.test(before?.lower ?? "")) return tokens[at - 2]?.text === ",";
  return (
    tokens[at]!.text === "," ||
    before?.kind === "quotation" ||
    before?.text === "," ||
    before?.text === ";" ||
    JOINT.test(before?.lower ?? "")
  );
}

function backOverJoint(tokens: readonly Token[], at: number): number {
  let i = at;
  while (
    i > 0 &&
    /^(?:[,;]|and|but|while|though|although|which|who)$/.test(tokens[i - 1]!.lower || tokens[i - 1]!.text)
  )
    i--;
  return i;
}
