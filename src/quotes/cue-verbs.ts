import {type Cue, findCue, RECORDS} from "./cues.ts";
import type {Subject} from "./subjects.ts";
import {isCapitalised, isPossessive, type Token} from "./tokens.ts";
import {AUXILIARIES, PREPOSITIONS, SUBORDINATORS} from "./word-classes.ts";

/** The cue at a token: one word, or "made (it) clear". */
export function findVerb(tokens: readonly Token[], at: number): {cue: Cue; verb: number; to: number} | null {
  const {lower} = tokens[at]!;
  if (/^(?:made|makes|make)$/.test(lower)) {
    const clear = tokens[at + 1]?.lower === "it" ? at + 2 : at + 1;
    if (tokens[clear]?.lower !== "clear") return null;
    return {cue: {lemma: "make clear", kinds: new Set(["clause"]), forms: new Set(["past"])}, verb: at, to: clear + 1};
  }
  if (/^puts?$/.test(lower) && putsFigure(tokens, at))
    return {cue: {lemma: "put", kinds: new Set(["noun"]), forms: new Set(["past"])}, verb: at, to: at + 1};
  const cue = findCue(lower);
  if (!cue || (isCapitalised(tokens[at]) && at > 0 && !cue.forms.has("past"))) return null;
  return {cue, verb: at, to: at + 1};
}

/** "put the toll at 371", "puts the damage at $20 million". */
function putsFigure(tokens: readonly Token[], at: number): boolean {
  let figure = false;
  for (let i = at + 1; i < Math.min(tokens.length, at + 12) && tokens[i]!.kind !== "punctuation"; i++) {
    if (/^(?:tolls?|number|figure|count|total|tally|damage|cost|estimate|share|losses)$/.test(tokens[i]!.lower))
      figure = true;
    const next = tokens[i + 1];
    if (figure && tokens[i]!.lower === "at" && next)
      return /^[\p{N}\p{Sc}]/u.test(next.text) || QUANTITY.test(next.lower);
  }
  return false;
}

const QUANTITY =
  /^(?:about|around|more|at|between|nearly|over|under|some|up|least|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands)$/;

/** Whether the noun that a phrase rests on is plural: "findings of the branch (RAIB)". */
export function isPlural(tokens: readonly Token[], subject: Subject | null): boolean {
  if (!subject) return false;
  const {from, to} = subject.phrase;
  let head = from;
  while (head + 1 < to && !PREPOSITIONS.has(tokens[head + 1]!.lower)) head++;
  return /[a-z]s$/.test(tokens[head]!.lower);
}

/** Whether a base form ("say") stands where a finite verb may: behind an auxiliary, "they" or a plural. */
export const isAfterModalOrPlural = (tokens: readonly Token[], verb: number) => {
  const before = tokens[verb - 1];
  if (before?.kind !== "word") return false;
  if (AUXILIARIES.has(before.lower) || /^(?:we|they|i|you|also|not|never|who)$/.test(before.lower)) return true;
  return /[a-z]s$/.test(before.lower) || /^(?:police|people|men|women)$/.test(before.lower);
};

/** "claims", "reports", "calls" count as verbs only after a subject that can be singular and before something reported. */
export function nounActsAsVerb(
  tokens: readonly Token[],
  verb: number,
  reported: boolean,
  subject: Subject | null,
): boolean {
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

/** Whether a cue follows a comma or a quotation directly, so that its speaker may stand on either side. */
export const isBareComma = (tokens: readonly Token[], verb: number) =>
  tokens[verb - 1]?.text === "," || tokens[verb - 1]?.kind === "quotation";

/** Records "show" and "find"; a person who shows or finds something has not said it. */
export function mayRecord(tokens: readonly Token[], cue: Cue, subject: Subject): boolean {
  if (!cue.kinds.has("record") || cue.kinds.size > 1) return true;
  const {from, to} = subject.phrase;
  return tokens.slice(from, to).some((token) => RECORDS.has(token.lower));
}
