import {findCue} from "./cues.ts";
import type {SpeechEvent} from "./speech-events.ts";
import type {Token} from "./tokens.ts";

/** Ends what one speaker says where the next act of speech of the same sentence begins. */
export function cutContents(tokens: readonly Token[], events: readonly SpeechEvent[]): SpeechEvent[] {
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

/** Where the sentence that ends before `to` begins: after a semicolon, or at the start. */
export function clauseStart(tokens: readonly Token[], to: number): number {
  for (let i = to - 1; i >= 0; i--) if (tokens[i]!.text === ";") return i + 1;
  return 0;
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
