import {findCue, WRITINGS} from "./cues.ts";
import {isPeople, pastNameList} from "./name-lists.ts";
import {Registry} from "./name-registry.ts";
import {type Mention, readMention} from "./names.ts";
import {isVerb, phraseStartingAt, type Range} from "./noun-phrases.ts";
import type {Unit} from "./sentence-tokens.ts";
import {type Scene, type Speaker, SpeakerMemory} from "./speakers.ts";
import {readSpeechEvents, type SpeechEvent} from "./speech-events.ts";
import {readFirstPhrase, readSubject} from "./subjects.ts";
import type {Token} from "./tokens.ts";
import {DETERMINERS, PREPOSITIONS} from "./word-classes.ts";

/** Words with who says them; offsets as in `Quotation`. */
export interface Attribution {
  start: number;
  end: number;
  indirect: boolean;
  speaker: Speaker | null;
  speakerStart: number | null;
  speakerEnd: number | null;
  cueStart: number | null;
  cueEnd: number | null;
  /** Lemma of the cue; null where none governs the words. */
  lemma: string | null;
  /** The same act of speech has a quotation before this one: "“That's a deal,” Holst says, “if it works.”" */
  continued: boolean;
  /** How the words stand in their sentence. */
  setting: Setting;
}

/** alone: the sentence is nothing but quotation; beside: next to its cue, a comma or a colon; inside: part of the narrator's clause. */
export type Setting = "alone" | "beside" | "inside";

/** Somebody's turn to speak, as it is carried over to the next sentences. */
interface Voice {
  speaker: Speaker | null;
  lemma: string | null;
  cueStart: number | null;
  cueEnd: number | null;
}

interface Told {
  event: SpeechEvent;
  speaker: Speaker | null;
  mention: Mention | null;
  cueStart: number;
  cueEnd: number;
}

/** Finds who says each quotation and each reported clause of a text, from its sentences in order. */
export function attributeUnits(text: string, units: readonly Unit[]): Attribution[] {
  const registry = new Registry();
  for (const unit of units) if (unit.zone !== "headline") registry.readNames(text, unit.tokens);
  const memory = new SpeakerMemory(registry);
  const found: Attribution[] = [];
  let voice: Voice | null = null;
  let paragraph = -1;
  for (const unit of units) {
    const events = readSpeechEvents(unit.tokens);
    const scene =
      unit.zone === "headline"
        ? {speakers: [], subjects: [], groups: []}
        : readSubjects(text, unit.tokens, events, memory);
    const told = events.map((event) => tell(text, unit.tokens, event, memory, scene));
    const rows = [
      ...told.map((one) => reportClause(unit.tokens, one)).filter((row) => row !== null),
      ...attributeQuotations(unit, told, scene, carried(voice, unit, paragraph)),
    ];
    found.push(...rows);
    if (unit.zone !== "body") continue;
    memory.push(scene);
    voice = nextVoice(rows, told, scene);
    paragraph = unit.paragraph;
  }
  return found;
}

/** What a sentence without a cue may take over: from the paragraph that it stands in, or the one before when it opens one. */
function carried(voice: Voice | null, unit: Unit, paragraph: number): Voice | null {
  return voice && unit.zone === "body" && paragraph >= 0 ? voice : null;
}

function nextVoice(rows: readonly Attribution[], told: readonly Told[], scene: Scene): Voice | null {
  const quotation = rows.findLast((row) => !row.indirect && row.speaker);
  if (quotation) return quotation;
  const main = told.find((one) => one.speaker);
  if (main) {
    const {cueStart, cueEnd} = main;
    return {speaker: main.speaker, lemma: main.event.lemma, cueStart, cueEnd};
  }
  const person = scene.subjects.find((subject) => subject.person);
  return person ? {speaker: person, lemma: null, cueStart: null, cueEnd: null} : null;
}

/** The subjects of a sentence's first verbs, for the pronouns that follow; not those inside what somebody reports. */
function readSubjects(
  text: string,
  tokens: readonly Token[],
  events: readonly SpeechEvent[],
  memory: SpeakerMemory,
): Scene {
  const scene: Scene = {speakers: [], subjects: [], groups: []};
  const note = (phrase: Range | undefined, people: boolean) => {
    const reported = (at: number) =>
      events.some(({content, indirect}) => indirect && content && content.from <= at && at < content.to);
    const mention = phrase && !reported(phrase.from) ? readMention(text, tokens, phrase.from, phrase.to) : null;
    const speaker = mention && memory.find(mention, scene);
    if (speaker && (speaker.person || !people) && !scene.subjects.some((known) => known.name === speaker.name))
      scene.subjects.push(speaker);
  };
  note(readFirstPhrase(tokens), false);
  for (let i = 1, seen = 0; i < tokens.length && seen < 3; i++) {
    if (!isVerb(tokens, i)) continue;
    seen++;
    const {subject} = readSubject(tokens, i);
    note(subject?.phrase, true);
  }
  const phrase = readPeople(tokens);
  const mention = phrase && readMention(text, tokens, phrase.from, phrase.to);
  const group = mention && memory.find(mention, scene);
  if (group?.group) scene.groups.push(group);
  return scene;
}

/** The last phrase for people in the plural: "the prime ministers of Poland". */
function readPeople(tokens: readonly Token[]): Range | null {
  const last = tokens.findLastIndex((token) => isPeople(token.lower));
  if (last < 1) return null;
  let from = last;
  while (
    from > 0 &&
    tokens[from - 1]!.kind === "word" &&
    !/(?:ed|ly)$/.test(tokens[from - 1]!.lower) &&
    !PREPOSITIONS.has(tokens[from - 1]!.lower)
  ) {
    from--;
    if (DETERMINERS.has(tokens[from]!.lower)) break;
    if (isVerb(tokens, from)) return null;
  }
  return {from, to: pastNameList(tokens, {from, to: phraseStartingAt(tokens, last).to})};
}

function tell(text: string, tokens: readonly Token[], event: SpeechEvent, memory: SpeakerMemory, scene: Scene): Told {
  const {subject, cue, lemma} = event;
  const mention = subject && readMention(text, tokens, subject.phrase.from, subject.phrase.to);
  if (mention && subject?.apposition && !mention.role && mention.kind === "person")
    mention.role = text.slice(tokens[subject.apposition.from]!.start, tokens[subject.apposition.to - 1]!.end);
  const writing = lemma === "read" && mention !== null && WRITINGS.has(mention.text.toLowerCase().split(" ").at(-1)!);
  const speaker = (writing ? memory.recallAuthor(scene) : null) ?? (mention ? memory.resolve(mention, scene) : null);
  if (speaker) scene.speakers.push(speaker);
  return {event, speaker, mention, cueStart: tokens[cue.from]!.start, cueEnd: tokens[cue.to - 1]!.end};
}

/** The row of a reported clause; null where it is all quotation, or nobody is known to say it. */
function reportClause(tokens: readonly Token[], told: Told): Attribution | null {
  const {event, speaker, mention} = told;
  if (!event.indirect || !event.content || !speaker) return null;
  let {from, to} = event.content;
  const bracketed = tokens.slice(from, to).some((token) => token.text === ")");
  while (
    from < to &&
    tokens[from]!.kind === "punctuation" &&
    !/\p{Sc}/u.test(tokens[from]!.text) &&
    !(bracketed && tokens[from]!.text === "(")
  )
    from++;
  while (
    to > from &&
    /^[,;:.?!—–)-]$/.test(tokens[to - 1]!.text) &&
    !(tokens[to - 1]!.text === ")" && tokens.slice(from, to).some((token) => token.text === "("))
  )
    to--;
  const narrated = tokens.slice(from, to).filter((token) => token.kind === "word" || token.kind === "number").length;
  if (narrated < 2) return null;
  return {
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    indirect: true,
    speaker,
    speakerStart: mention?.start ?? null,
    speakerEnd: mention?.end ?? null,
    cueStart: told.cueStart,
    cueEnd: told.cueEnd,
    lemma: event.lemma,
    continued: false,
    setting: "inside",
  };
}

function attributeQuotations(unit: Unit, told: readonly Told[], scene: Scene, voice: Voice | null): Attribution[] {
  const {tokens} = unit;
  const alone = tokens.every((token) => token.kind !== "word" && token.kind !== "number");
  const rows: Attribution[] = [];
  let lastDirect = -1;
  tokens.forEach((token, k) => {
    if (token.kind !== "quotation") return;
    const one = chooseEvent(tokens, told, k);
    const setting = alone ? "alone" : settingOf(tokens, k, one);
    const continued = one !== null && setting === "beside" && told.indexOf(one) === lastDirect;
    const row = {start: token.start, end: token.end, indirect: false, setting, continued};
    if (one && /[,—–][\s]*\W$/u.test(token.text.slice(-8)) && one.event.cue.from > k) lastDirect = told.indexOf(one);
    if (one)
      rows.push({
        ...row,
        speaker: one.speaker,
        speakerStart: one.mention?.start ?? null,
        speakerEnd: one.mention?.end ?? null,
        cueStart: one.cueStart,
        cueEnd: one.cueEnd,
        lemma: one.event.lemma,
      });
    else rows.push({...row, speakerStart: null, speakerEnd: null, ...carryOver(unit, k, alone, scene, voice)});
  });
  return rows;
}

const NOBODY: Voice = {speaker: null, lemma: null, cueStart: null, cueEnd: null};

function carryOver(unit: Unit, k: number, alone: boolean, scene: Scene, voice: Voice | null): Voice {
  const {tokens} = unit;
  const pick = (from: Voice | null) =>
    from ? {speaker: from.speaker, lemma: from.lemma, cueStart: from.cueStart, cueEnd: from.cueEnd} : NOBODY;
  if (alone && isCrosshead(tokens, unit)) return NOBODY;
  if (alone || (k === 0 && !unit.first)) return pick(voice);
  if (tokens[k - 1]?.text === ":") {
    const subject = scene.subjects.find((one) => one.person) ?? scene.subjects[0];
    return subject ? {...NOBODY, speaker: subject} : pick(voice);
  }
  return NOBODY;
}

/** A few quoted words on a line of their own, without a full stop: a heading between paragraphs. */
const isCrosshead = (tokens: readonly Token[], {first}: Unit): boolean =>
  first && tokens.length === 1 && tokens[0]!.text.length < 50 && !/[.,?!…]\W*$/u.test(tokens[0]!.text.slice(-4));

function settingOf(tokens: readonly Token[], k: number, told: Told | null): Setting {
  const before = tokens[k - 1];
  if (before?.text === ":" || before?.text === ",") return "beside";
  if (/[,?!—][\s]*["“”'’»]+$/u.test(tokens[k]!.text.slice(-8)) && told && !told.event.after) return "beside";
  if (!told) return "inside";
  const {cue, subject} = told.event;
  if (cue.to === k || cue.from === k + 1 || subject?.phrase.from === k + 1) return "beside";
  return "inside";
}

/** The act of speech that a quotation belongs to: the innermost whose content holds it, else the nearest. */
function chooseEvent(tokens: readonly Token[], all: readonly Told[], k: number): Told | null {
  const told = all.filter(({event: {subject}}) => !subject || k < subject.phrase.from || k >= subject.phrase.to);
  const holding = told.filter(({event}) => event.content && event.content.from <= k && k < event.content.to);
  const after = holding.filter(({event}) => event.after);
  const best = after.at(-1) ?? holding[0];
  if (best) return best;
  const distance = ({event}: Told) => (event.cue.from > k ? event.cue.from - k : k - event.cue.to);
  const near = told
    .filter(({event}) => (event.lemma !== "according to" || event.after) && !findCue(event.lemma)?.kinds.has("term"))
    .toSorted((a, b) => distance(a) - distance(b))[0];
  if (!near) return null;
  // Another clause may stand between the cue and the words: then it is no more than nearness.
  const [from, to] = near.event.cue.from > k ? [k + 1, near.event.cue.from] : [near.event.cue.to, k];
  return tokens.slice(from, to).some((token) => token.text === ";") ? null : near;
}
