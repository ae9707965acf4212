import {clauseStart} from "./content-edges.ts";
import type {Cue} from "./cues.ts";
import {withNameList} from "./name-lists.ts";
import {hasVerb, phraseStartingAt} from "./noun-phrases.ts";
import {sentenceEnd} from "./reported-content.ts";
import type {SpeechEvent} from "./speech-events.ts";
import {readSubject} from "./subjects.ts";
import type {Token} from "./tokens.ts";

/** "according to X", before or behind what X says. */
export function readAccording(tokens: readonly Token[], at: number): SpeechEvent | null {
  let phrase = phraseStartingAt(tokens, at + 2);
  if (phrase.to === phrase.from) return null;
  const by = tokens[phrase.to]?.lower === "by" ? phraseStartingAt(tokens, phrase.to + 1) : null;
  phrase = withNameList(tokens, by && by.to > by.from ? by : phrase);
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

/** "“...,” Reuters cited the agency as saying", "..., citing officials": who is cited speaks. */
export function readCited(
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
