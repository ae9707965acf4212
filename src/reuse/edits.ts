import {type Change, classifyChange, classifyForm, type EditKind, isTenseOnly, reports} from "./edit-kinds.ts";
import type {ReuseSentence} from "./passage-text.ts";
import {alignWords, type Elsewhere, type Stretch} from "./word-alignment.ts";

/** One edit between two sentences. Offsets are half-open, in the articles' texts; an empty span is the place of an addition or a cut. */
export interface Edit {
  startA: number;
  endA: number;
  startB: number;
  endB: number;
  edit: EditKind;
  /** As written; null where nothing stood. */
  before: string | null;
  after: string | null;
}

/** From the first word's start to the last word's end; for no words, the place after the word before. */
function spanOf({tokens, start}: ReuseSentence, from: number, to: number): [number, number] {
  if (from < to) return [tokens[from]?.start ?? start, tokens[to - 1]?.end ?? start];
  const place = from > 0 ? (tokens[from - 1]?.end ?? start) : start;
  return [place, place];
}

function toEdit(a: ReuseSentence, b: ReuseSentence, stretch: Stretch, edit: EditKind): Edit {
  const [startA, endA] = spanOf(a, stretch.startA, stretch.endA);
  const [startB, endB] = spanOf(b, stretch.startB, stretch.endB);
  const before = a.text.slice(startA - a.start, endA - a.start) || null;
  const after = b.text.slice(startB - b.start, endB - b.start) || null;
  return {startA, endA, startB, endB, edit, before, after};
}

/** Words that are read with a stretch to see whether a conversion stands beside it. */
const AROUND = 3;

function describe(a: ReuseSentence, b: ReuseSentence, stretch: Stretch): Change {
  const text = (s: ReuseSentence, from: number, to: number): string => {
    const [start, end] = spanOf(s, Math.max(0, from), Math.min(s.tokens.length, to));
    return s.text.slice(start - s.start, end - s.start);
  };
  const {startA, endA, startB, endB} = stretch;
  return {
    a: a.tokens.slice(startA, endA),
    b: b.tokens.slice(startB, endB),
    before: text(a, startA, endA),
    after: text(b, startB, endB),
    aroundA: text(a, startA - AROUND, endA + AROUND),
    aroundB: text(b, startB - AROUND, endB + AROUND),
  };
}

/** Joins auxiliaries that changed with the verb that follows them on both sides: "had taken" -> "took". */
function readTense(
  a: ReuseSentence,
  b: ReuseSentence,
  stretch: Stretch,
  kept: ReadonlyMap<number, number>,
): Stretch | null {
  const words = [...a.tokens.slice(stretch.startA, stretch.endA), ...b.tokens.slice(stretch.startB, stretch.endB)];
  const verb = a.tokens[stretch.endA];
  if (!isTenseOnly(words) || !verb || verb.class === "function" || verb.class === "name") return null;
  if (kept.get(stretch.endA) !== stretch.endB) return null;
  return {...stretch, endA: stretch.endA + 1, endB: stretch.endB + 1};
}

/** One attribution cut and one added in the same pair are one that moved; where the other side still reports in other words, none was lost. */
function settleAttributions(edits: Edit[], reportsA: boolean, reportsB: boolean): Edit[] {
  const dropped = edits.filter(({edit}) => edit === "attribution dropped");
  const added = edits.filter(({edit}) => edit === "attribution added");
  const [cut, put] = [dropped[0], added[0]];
  if (dropped.length === 1 && added.length === 1 && cut && put) {
    const moved: Edit = {...cut, startB: put.startB, endB: put.endB, edit: "moved", after: put.after};
    return edits.flatMap((edit) => (edit === cut ? [moved] : edit === put ? [] : [edit]));
  }
  return edits.map((edit) => {
    if (edit.edit === "attribution dropped" && reportsB) return {...edit, edit: "cut"};
    return edit.edit === "attribution added" && reportsA ? {...edit, edit: "added"} : edit;
  });
}

/** Widens "ca" to "can't": the half of a contraction is no word. */
const endOfContraction = (s: ReuseSentence, i: number): number =>
  s.tokens[i + 1]?.raw.toLowerCase() === "n't" ? i + 2 : i + 1;

/**
 * What changed between two aligned sentences, in the order of `a`: kept text is not listed, nor are capital letters and quotation marks.
 * Empty for verbatim copies. `elsewhere` names words that third sentences have in common with these.
 */
export function findEdits(a: ReuseSentence, b: ReuseSentence, elsewhere?: Elsewhere): Edit[] {
  const {kept, moved, changed} = alignWords(a, b, elsewhere);
  const places = new Map(kept);
  const tenses = new Set<number>();
  const edits = changed.map((stretch) => {
    const tense = readTense(a, b, stretch, places);
    if (tense) tenses.add(stretch.endA);
    return tense ? toEdit(a, b, tense, "tense") : toEdit(a, b, stretch, classifyChange(describe(a, b, stretch)));
  });
  for (const {a: i, b: j, length} of moved)
    edits.push(toEdit(a, b, {startA: i, endA: i + length, startB: j, endB: j + length}, "moved"));
  for (const [i, j] of kept) {
    const [left, right] = [a.tokens[i], b.tokens[j]];
    if (!left || !right || tenses.has(i) || left.raw.toLowerCase() === right.raw.toLowerCase()) continue;
    if (left.key === "not") continue;
    const word = {startA: i, endA: endOfContraction(a, i), startB: j, endB: endOfContraction(b, j)};
    edits.push(toEdit(a, b, word, classifyForm(left, right)));
  }
  const reportsIn = (s: ReuseSentence, side: "A" | "B"): boolean =>
    changed.some((stretch) => reports(s.tokens.slice(stretch[`start${side}`], stretch[`end${side}`])));
  return settleAttributions(edits, reportsIn(a, "A"), reportsIn(b, "B")).sort(
    (x, y) => x.startA - y.startA || x.startB - y.startB || x.endA - y.endA,
  );
}
