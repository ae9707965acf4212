import type {Article} from "../corpus/article.ts";
import type {ReuseRow} from "../reuse/passages.ts";
import {compareDates} from "./dates.ts";
import type {LedgerRow} from "./ledger.ts";

/** Why one article's text is likely the earlier version of another's. */
export interface VersionRow {
  earlier: string;
  later: string;
  /** "tense": what is to come in one has happened in the other. "published": the articles' own times. */
  evidence: "tense" | "published";
  /** The words that show it, with their offsets; null for "published". */
  earlierStart: number | null;
  earlierEnd: number | null;
  earlierText: string;
  laterStart: number | null;
  laterEnd: number | null;
  laterText: string;
}

const TO_COME =
  /^(?:(?:is|are|was|were|be|been|has been|have been) )?(?:scheduled|set|due|expected|planned|planning|about|going) to \p{L}+$|^(?:will|would|shall|is to|are to) \p{L}+$/iu;
const HAPPENED = /^(?:(?:has|have|had) )?\p{L}+$/u;
const PAST_FORM = /(?:ed|en|[^i]ng|t|d|n|e|a\p{L}*|o\p{L}*)$/u;

const isToCome = (text: string | null): boolean => text !== null && TO_COME.test(text.trim());

/** A bare verb form that is not the one that follows "to" or "will" on the other side: "met" against "are scheduled to meet". */
function hasHappened(text: string | null, future: string | null): boolean {
  if (text === null || !HAPPENED.test(text.trim())) return false;
  const verb = text.trim().split(/\s+/).at(-1)?.toLowerCase() ?? "";
  const base = future?.trim().split(/\s+/).at(-1)?.toLowerCase() ?? "";
  return verb !== base && !/(?:ing|s)$/.test(verb) && PAST_FORM.test(verb);
}

/** Evidence in the wording of copied sentences. */
function fromTense(row: LedgerRow): VersionRow[] {
  if (row.edit !== "tense") return [];
  const forward = isToCome(row.before) && hasHappened(row.after, row.before);
  const backward = isToCome(row.after) && hasHappened(row.before, row.after);
  if (!forward && !backward) return [];
  const [a, b] = [
    {article: row.articleA, start: row.startA, end: row.endA, text: row.before ?? ""},
    {article: row.articleB, start: row.startB, end: row.endB, text: row.after ?? ""},
  ];
  const [early, late] = forward ? [a, b] : [b, a];
  return [
    {
      earlier: early.article,
      later: late.article,
      evidence: "tense",
      earlierStart: early.start,
      earlierEnd: early.end,
      earlierText: early.text,
      laterStart: late.start,
      laterEnd: late.end,
      laterText: late.text,
    },
  ];
}

/**
 * Which of two articles that share copy has the likely earlier text. The wording of the copied sentences decides before the dates that the
 * pages print, since a page is updated and keeps its date. Evidence that contradicts itself is all listed; {@link earlierOf} then abstains.
 *
 * @example
 * findVersionOrder([], [], []) // => []
 */
export function findVersionOrder(
  articles: readonly Article[],
  reuse: readonly ReuseRow[],
  ledger: readonly LedgerRow[],
): VersionRow[] {
  const byName = new Map(articles.map((article) => [article.article, article]));
  const tense = ledger.flatMap(fromTense);
  const copies = reuse.filter(({label}) => label !== "paraphrase");
  const pairs = new Map(
    copies.map(({articleA, articleB}) => [JSON.stringify([articleA, articleB]), [articleA, articleB] as const]),
  );
  const published = [...pairs.values()].flatMap(([nameA, nameB]): VersionRow[] => {
    const [a, b] = [byName.get(nameA), byName.get(nameB)];
    if (!a || !b) return [];
    const order = compareDates(a.published, b.published);
    if (!order) return [];
    const [early, late] = order < 0 ? [a, b] : [b, a];
    return [
      {
        earlier: early.article,
        later: late.article,
        evidence: "published",
        earlierStart: null,
        earlierEnd: null,
        earlierText: early.published ?? "",
        laterStart: null,
        laterEnd: null,
        laterText: late.published ?? "",
      },
    ];
  });
  return [...tense, ...published];
}

/**
 * The earlier one of two articles by the evidence, wording first; null where there is none or it is divided.
 *
 * @example
 * earlierOf("a", "b", []) // => null
 */
export function earlierOf(x: string, y: string, versions: readonly VersionRow[]): string | null {
  for (const kind of ["tense", "published"] as const) {
    const rows = versions.filter(
      ({earlier, later, evidence}) =>
        evidence === kind && ((earlier === x && later === y) || (earlier === y && later === x)),
    );
    const earlier = new Set(rows.map((row) => row.earlier));
    if (earlier.size > 0) return earlier.size === 1 ? ([...earlier][0] ?? null) : null;
  }
  return null;
}

/** {@link earlierOf} for many questions: the rows are looked through once. */
export function indexVersions(versions: readonly VersionRow[]): (x: string, y: string) => string | null {
  const ofPair = new Map<string, VersionRow[]>();
  const keyOf = (x: string, y: string): string => JSON.stringify([x, y].sort());
  for (const row of versions) {
    const rows = ofPair.get(keyOf(row.earlier, row.later));
    if (rows) rows.push(row);
    else ofPair.set(keyOf(row.earlier, row.later), [row]);
  }
  return (x, y) => earlierOf(x, y, ofPair.get(keyOf(x, y)) ?? []);
}
