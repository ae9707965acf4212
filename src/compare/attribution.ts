import type {QuantityMention} from "../quantities/quantity.ts";
import type {Quotation} from "../quotes/quotation.ts";

/** Who says a quantity; all null where the narrator does. Offsets point at the speaker as written there, null where carried over. */
export interface MentionSpeaker {
  /** The name or description, under the fullest form in the article. */
  speaker: string | null;
  speakerStart: number | null;
  speakerEnd: number | null;
  speakerCue: string | null;
}

/** What the join needs of a quantity. */
export type PlacedNumber = Pick<QuantityMention, "article" | "field" | "numberStart" | "numberEnd">;
/** What the join needs of a quotation. */
export type SpokenSpan = Pick<
  Quotation,
  "article" | "field" | "start" | "end" | "text" | "kind" | "speaker" | "speakerStart" | "speakerEnd" | "cue"
>;

const NARRATOR: MentionSpeaker = {speaker: null, speakerStart: null, speakerEnd: null, speakerCue: null};

/**
 * The speaker of each quantity, in the order of `mentions`: that of the smallest quotation, direct or indirect, whose span holds the
 * number. Titles of works and scare quotes speak for nobody, and who tells of a feeling ("was shocked by the attack that left 3 dead")
 * does not give the numbers of what it is felt about. Mentions and quotations of several articles may come mixed.
 *
 * @example joinSpeakers([{article: "a", field: "text", numberStart: 13, numberEnd: 15}], [{article: "a", field: "text", start: 8, end: 30, text: "that 40 people had died", kind: "indirect", speaker: "Ann Lee", speakerStart: 0, speakerEnd: 3, cue: "said"}]) // => [{"speaker": "Ann Lee", "speakerStart": 0, "speakerEnd": 3, "speakerCue": "said"}]
 */
export function joinSpeakers(mentions: readonly PlacedNumber[], quotations: readonly SpokenSpan[]): MentionSpeaker[] {
  const fields = groupByField(quotations);
  const joined: MentionSpeaker[] = mentions.map(() => NARRATOR);
  const order = mentions.map((_, i) => i).sort((a, b) => mentions[a]!.numberStart - mentions[b]!.numberStart);
  for (const i of order) {
    const mention = mentions[i]!;
    const field = fields.get(keyOf(mention));
    if (!field) continue;
    for (
      let next = field.spans[field.next];
      next && next.start <= mention.numberStart;
      next = field.spans[++field.next]
    )
      field.open.push(next);
    field.open = field.open.filter((span) => span.end > mention.numberStart);
    joined[i] = readSpeaker(mention.numberEnd, field.open);
  }
  return joined;
}

const keyOf = ({article, field}: {article: string; field: string}) => `${field}\n${article}`;

/** The spans of one text in order of start, and those that are open where the sweep stands. */
interface Sweep {
  spans: SpokenSpan[];
  next: number;
  open: SpokenSpan[];
}

function groupByField(quotations: readonly SpokenSpan[]): Map<string, Sweep> {
  const fields = new Map<string, Sweep>();
  for (const span of quotations) {
    if (span.speaker === null || span.kind === "title" || span.kind === "scare") continue;
    const key = keyOf(span);
    const field = fields.get(key);
    if (field) field.spans.push(span);
    else fields.set(key, {spans: [span], next: 0, open: []});
  }
  for (const {spans} of fields.values()) spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return fields;
}

const FELT =
  /\b(?:appalled|devastated|disgusted|dismayed|heartbroken|horrified|outraged|saddened|shocked|sickened|stunned)["”'’]? (?:at|by|over)\b/iu;

function readSpeaker(numberEnd: number, open: readonly SpokenSpan[]): MentionSpeaker {
  let best: SpokenSpan | null = null;
  for (const span of open)
    if (span.end >= numberEnd && (!best || span.end - span.start < best.end - best.start)) best = span;
  if (!best || isFelt(best, numberEnd)) return NARRATOR;
  return {speaker: best.speaker, speakerStart: best.speakerStart, speakerEnd: best.speakerEnd, speakerCue: best.cue};
}

const isFelt = ({kind, text, start}: SpokenSpan, numberEnd: number): boolean =>
  kind === "indirect" && FELT.test(text.slice(0, numberEnd - start));
