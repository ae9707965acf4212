import type {ReuseRow} from "../reuse/passages.ts";
import type {ReuseLabel} from "../reuse/sentence-pair.ts";
import {compareText} from "../text/order.ts";

/** How much of one article's body stands in another, as shares of its body words (0 to 1); the four add up to 1. Not symmetric. */
export interface ShareRow {
  article: string;
  /** The article in which the words stand too. */
  other: string;
  verbatim: number;
  nearVerbatim: number;
  paraphrased: number;
  own: number;
  /** Sentences that are verbatim or nearly so. */
  copiedSentences: number;
  /** Body words of `article`. */
  words: number;
}

const RANK: Record<ReuseLabel, number> = {paraphrase: 1, "near-verbatim": 2, verbatim: 3};

/** Both readings of a row: as found in `article`, and where. */
interface Reading {
  article: string;
  other: string;
  start: number;
  words: number;
  label: ReuseLabel;
  inBody: boolean;
}

const readingsOf = (row: ReuseRow): Reading[] => [
  {
    article: row.articleA,
    other: row.articleB,
    start: row.startA,
    words: row.wordsA,
    label: row.label,
    inBody: row.zoneA === "body",
  },
  {
    article: row.articleB,
    other: row.articleA,
    start: row.startB,
    words: row.wordsB,
    label: row.label,
    inBody: row.zoneB === "body",
  },
];

const round = (share: number): number => Math.round(share * 10_000) / 10_000;

/** Turns the best label of each sentence into shares of the body's words. */
function shareOut(article: string, other: string, best: ReadonlyMap<number, Reading>, words: number): ShareRow {
  const sum = (label: ReuseLabel): number =>
    [...best.values()].reduce((total, reading) => total + (reading.label === label ? reading.words : 0), 0);
  const part = (label: ReuseLabel): number => (words > 0 ? round(Math.min(1, sum(label) / words)) : 0);
  const [verbatim, nearVerbatim, paraphrased] = [part("verbatim"), part("near-verbatim"), part("paraphrase")];
  const copiedSentences = [...best.values()].filter(({label}) => label !== "paraphrase").length;
  return {
    copiedSentences,
    article,
    other,
    verbatim,
    nearVerbatim,
    paraphrased,
    own: round(Math.max(0, 1 - verbatim - nearVerbatim - paraphrased)),
    words,
  };
}

/**
 * The share of each article's body words that stands in each other article, by the best label of each sentence. Pairs without reuse have
 * no row. `bodyWords` gives the body words of an article. Sorted by article, then by how much was copied.
 *
 * @example
 * compareShares([], () => 0) // => []
 */
export function compareShares(reuse: readonly ReuseRow[], bodyWords: (article: string) => number): ShareRow[] {
  const pairs = new Map<string, Map<number, Reading>>();
  for (const reading of reuse.flatMap(readingsOf)) {
    if (!reading.inBody) continue;
    const key = JSON.stringify([reading.article, reading.other]);
    const best = pairs.get(key) ?? new Map<number, Reading>();
    pairs.set(key, best);
    const known = best.get(reading.start);
    if (!known || RANK[reading.label] > RANK[known.label]) best.set(reading.start, reading);
  }
  const rows = [...pairs].map(([key, best]) => {
    const [article, other] = JSON.parse(key) as [string, string];
    return shareOut(article, other, best, bodyWords(article));
  });
  return rows.sort(
    (x, y) =>
      compareText(x.article, y.article) || copied(y) - copied(x) || x.own - y.own || compareText(x.other, y.other),
  );
}

/**
 * Verbatim and near-verbatim together: what nobody can call a coincidence.
 *
 * @example
 * copied({"verbatim": 0.4, "nearVerbatim": 0.3}) // => 0.7
 */
export const copied = ({verbatim, nearVerbatim}: Pick<ShareRow, "verbatim" | "nearVerbatim">): number =>
  round(verbatim + nearVerbatim);
