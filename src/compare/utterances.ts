import {holdsRun, unquote, wordsIn} from "../quotes/kinds.ts";
import type {Quotation} from "../quotes/quotation.ts";
import {nameKey} from "../quotes/speech.ts";
import {Groups} from "../text/groups.ts";
import {describeChanges, type WordChange} from "./utterance-changes.ts";

/** full: all the words of the longest reading; cut: a sentence's worth of them; fragment: two words or more; word: one; changed: other words too. */
export type VariantForm = "full" | "cut" | "fragment" | "word" | "changed";

/** One wording of an utterance, with the articles that have it. */
export interface UtteranceVariant {
  text: string;
  articles: string[];
  /** Its quotations, marks included, in the order given. */
  places: Pick<Quotation, "article" | "field" | "start" | "end">[];
  form: VariantForm;
  /** The longest reading word by word against this one. */
  changes: WordChange[];
}

/** The same words in several articles. */
export interface Utterance {
  utterance: string;
  /** The name that most of its quotations give; null where none does. */
  speaker: string | null;
  articles: string[];
  /** The longest reading, marks left out; “…” where the sentence breaks it off and takes it up again. */
  text: string;
  variants: UtteranceVariant[];
}

export interface JoinedUtterances {
  /** Those that stand in two or more articles, in order of their first quotation. */
  utterances: Utterance[];
  /** The utterance of each quotation given, in its order; null for reported clauses, titles and scare quotes. */
  ids: (string | null)[];
}

/** Shared words from which on the speaker matters less: for speakers who may be one (an agency, its spokesman) and for two named persons. */
const LONG = 5;
const LONG_BETWEEN_PERSONS = 12;
/** The part of the shorter reading that the shared words make up, at least: under any speakers, and under one. */
const SHARED_PART = 0.6;
const KIN_PART = 0.5;

interface Reading {
  index: number;
  row: Quotation;
  words: string[];
  speaker: string[];
  office: string[];
}

/**
 * Joins the quotations that give the same words: in full, cut to a fragment or a word, or with other words around them.
 *
 * Up to four words join only under one speaker (or one speaker and their office or institution) or from a headline to its own article,
 * so that a term that several people use alone stays apart; a word or two that fits several utterances of its speaker joins none. Five
 * words or more need no speaker in common unless two persons are named: then twelve, because condolences repeat. Two fragments of one
 * sentence are one utterance where the second goes on with a verb (“the spirit” ... “gives hope”).
 */
export function joinUtterances(readings: readonly Quotation[]): JoinedUtterances {
  const units: Reading[] = [];
  readings.forEach((row, index) => {
    if (row.kind === "indirect" || row.kind === "title" || row.kind === "scare") return;
    const words = foldWords(row.text);
    if (words.length > 0)
      units.push({
        index,
        row,
        words,
        speaker: nameKey(row.speaker ?? ""),
        office: nameKey(`${row.speaker ?? ""} ${row.speakerRole ?? ""}`),
      });
  });
  const groups = new Groups<number>();
  const continued = joinContinuations(units, groups);
  joinAlike(units, groups);
  return collect(readings.length, units, groups, continued);
}

/** Lower-case words; insertions in brackets and hyphens left out, so that "business-like" and "businesslike" agree. */
function foldWords(text: string): string[] {
  return wordsIn(
    unquote(text)
      .replace(/\[[^\]]*\]/g, " ")
      .replaceAll(/(?<=\p{L})[-‑](?=\p{L})/gu, ""),
  );
}

const GOES_ON = /^(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|[a-z]{3,}(?:[^s]s|ed))$/;

/** The positions whose quotation goes on with the one before. */
function joinContinuations(units: readonly Reading[], groups: Groups<number>): Set<number> {
  const continued = new Set<number>();
  for (let i = 1; i < units.length; i++) {
    const [a, b] = [units[i - 1]!, units[i]!];
    const same = a.row.article === b.row.article && a.row.field === b.row.field && a.row.sentence === b.row.sentence;
    if (!same || a.row.cueStart !== b.row.cueStart || a.row.kind !== "mixed" || b.row.kind !== "mixed") continue;
    if (b.row.start - a.row.end < 60 && GOES_ON.test(b.words[0]!) && !a.words.some((word) => GOES_ON.test(word))) {
      groups.join(i - 1, i);
      continued.add(i);
    }
  }
  return continued;
}

function joinAlike(units: readonly Reading[], groups: Groups<number>): void {
  const distinct = joinEqual(units, groups);
  const postings = new Map<string, number[]>();
  const add = (key: string, i: number) => {
    const list = postings.get(key);
    if (!list) postings.set(key, [i]);
    else if (list.at(-1) !== i) list.push(i);
  };
  for (const i of distinct) for (const key of keysOf(units[i]!.words)) add(key, i);
  const short: [number, number[]][] = [];
  for (const i of distinct) {
    const unit = units[i]!;
    const candidates = new Set<number>(postings.get(rarest(unit.words, postings)));
    for (const key of shingles(unit.words)) for (const j of postings.get(key) ?? []) candidates.add(j);
    candidates.delete(i);
    const alike = [...candidates].filter((j) => areAlike(unit, units[j]!));
    if (unit.words.length > 2) for (const j of alike) groups.join(i, j);
    else short.push([i, alike]);
  }
  for (const [i, alike] of short) joinShort(units, groups, i, alike);
}

/** Joins equal words of one speaker at once, so that a quotation in a thousand articles is compared once; returns one of each. */
function joinEqual(units: readonly Reading[], groups: Groups<number>): number[] {
  const first = new Map<string, number>();
  const distinct: number[] = [];
  units.forEach(({words, speaker, row}, i) => {
    const known = speaker.length > 0 || words.length >= LONG;
    const key = known ? `${words.join(" ")}\n${speaker.join(" ")}\n${row.speakerRole ?? ""}` : `${i}`;
    const same = first.get(key);
    if (same !== undefined) groups.join(i, same);
    else {
      first.set(key, i);
      if (known || row.zone === "headline" || row.field === "title") distinct.push(i);
    }
  });
  return distinct;
}

function* shingles(words: readonly string[]): Generator<string> {
  for (let k = 0; k + LONG <= words.length; k++) yield words.slice(k, k + LONG).join(" ");
}

function* keysOf(words: readonly string[]): Generator<string> {
  yield* words;
  yield* shingles(words);
}

/** A word or two joins the same words, and the one utterance that holds them. */
function joinShort(units: readonly Reading[], groups: Groups<number>, i: number, alike: readonly number[]): void {
  const own = units[i]!.words.join(" ");
  for (const j of alike) if (units[j]!.words.join(" ") === own) groups.join(i, j);
  const longer = alike.filter((j) => units[j]!.words.length > 2);
  const roots = new Set(longer.map((j) => groups.find(j)));
  if (roots.size === 1) groups.join(i, longer[0]!);
  else if (roots.size === 0) for (const j of alike) groups.join(i, j);
}

function rarest(words: readonly string[], postings: ReadonlyMap<string, readonly number[]>): string {
  let best = words[0]!;
  for (const word of words) if ((postings.get(word)?.length ?? 0) < (postings.get(best)?.length ?? 0)) best = word;
  return best;
}

function areAlike(a: Reading, b: Reading): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const shared = holdsRun(long.words, short.words) ? short.words.length : longestRun(short.words, long.words);
  const part = shared / short.words.length;
  if (shared < LONG && part < 1) return false;
  const kin = areKin(a, b);
  if (shared >= LONG)
    return kin
      ? part >= KIN_PART
      : part >= SHARED_PART && (shared >= LONG_BETWEEN_PERSONS || !(isPerson(a.row) && isPerson(b.row)));
  return kin || isOwnHeadline(short, long);
}

/** One speaker, or a person and the institution that their role names. */
function areKin(a: Reading, b: Reading): boolean {
  if (a.speaker.length === 0 || b.speaker.length === 0) return false;
  return a.speaker.every((word) => b.office.includes(word)) || b.speaker.every((word) => a.office.includes(word));
}

const isPerson = ({speaker, speakerRole}: Quotation) =>
  speaker !== null && (speakerRole !== null || /^(?:\p{Lu}[\p{L}'’.-]*\s)+\p{Lu}[\p{L}'’-]+$/u.test(speaker));
const isOwnHeadline = (short: Reading, long: Reading) =>
  short.row.article === long.row.article &&
  short.words.length >= 2 &&
  (short.row.zone === "headline" || short.row.field === "title");

/** Length of the longest run of words that both have. */
function longestRun(a: readonly string[], b: readonly string[]): number {
  let best = 0;
  let last = new Uint16Array(b.length + 1);
  for (const word of a) {
    const row = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++)
      if (b[j] === word) {
        row[j + 1] = last[j]! + 1;
        if (row[j + 1]! > best) best = row[j + 1]!;
      }
    last = row;
  }
  return best;
}

/** One wording where it stands: a quotation, or two that one sentence breaks off and takes up again. */
interface Wording {
  rows: Quotation[];
  words: string[];
  text: string;
}

function collect(
  size: number,
  units: readonly Reading[],
  groups: Groups<number>,
  continued: ReadonlySet<number>,
): JoinedUtterances {
  const ids: (string | null)[] = new Array<string | null>(size).fill(null);
  const members = new Map<number, (Wording & {indices: number[]})[]>();
  units.forEach((unit, i) => {
    const root = groups.find(i);
    const list = members.get(root) ?? [];
    members.set(root, list);
    const {row, words, index} = unit;
    const last = list.at(-1);
    if (continued.has(i) && last) {
      last.rows.push(row);
      last.words = [...last.words, ...words];
      last.text += ` … ${unquote(row.text)}`;
      last.indices.push(index);
    } else list.push({rows: [row], words, text: unquote(row.text), indices: [index]});
  });
  const utterances: Utterance[] = [];
  let number = 0;
  for (const list of members.values()) {
    const utterance = `u${++number}`;
    for (const index of list.flatMap(({indices}) => indices)) ids[index] = utterance;
    const articles = [...new Set(list.flatMap(({rows}) => rows.map(({article}) => article)))];
    if (articles.length > 1) utterances.push(describe(utterance, articles, list));
  }
  return {utterances, ids};
}

function describe(utterance: string, articles: string[], list: readonly Wording[]): Utterance {
  // Case and punctuation make no wording of their own; a hyphen does, for it is printed.
  const wordings = new Map<string, Wording[]>();
  for (const wording of list) {
    const key = wordsIn(wording.text).join(" ");
    wordings.set(key, [...(wordings.get(key) ?? []), wording]);
  }
  const ordered = [...wordings.values()].sort(
    (a, b) => b[0]!.words.length - a[0]!.words.length || b.length - a.length || (a[0]!.text < b[0]!.text ? -1 : 1),
  );
  const longest = ordered[0]![0]!.words;
  const text = commonSpelling(ordered[0]!);
  const variants = ordered.map((same): UtteranceVariant => {
    const own = commonSpelling(same);
    const rows = same.flatMap((wording) => wording.rows);
    return {
      text: own,
      articles: [...new Set(rows.map(({article}) => article))],
      places: rows.map(({article, field, start, end}) => ({article, field, start, end})),
      form: formOf(same[0]!.words, longest),
      changes: describeChanges(text, own),
    };
  });
  return {utterance, speaker: mostNamed(list), articles, text, variants};
}

/** Of spellings that differ in case or marks, the one that occurs most; of equals the first in code unit order. */
function commonSpelling(wordings: readonly Wording[]): string {
  const counts = new Map<string, number>();
  for (const {text} of wordings) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}

function formOf(words: readonly string[], longest: readonly string[]): VariantForm {
  if (words.join(" ") === longest.join(" ")) return "full";
  if (!holdsRun(longest, words)) return "changed";
  return words.length === 1 ? "word" : words.length < 6 ? "fragment" : "cut";
}

function mostNamed(list: readonly Wording[]): string | null {
  const counts = new Map<string, number>();
  for (const row of list.flatMap(({rows}) => rows))
    if (row.speaker) counts.set(row.speaker, (counts.get(row.speaker) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
