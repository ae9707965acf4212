import type {ReuseText} from "../reuse/passage-text.ts";
import type {ReuseRow} from "../reuse/passages.ts";
import type {ReuseLabel} from "../reuse/sentence-pair.ts";
import type {OriginRow} from "./origins.ts";

/** A sentence of a family's fullest text that a member left out. */
export interface LeftOutRow {
  article: string;
  origin: string;
  start: number;
  end: number;
  text: string;
  /** Between two sentences that it copied, hence in the copy that it had; or only before the first or after the last. */
  place: "between" | "before" | "after";
}

/** What each member of a family left out of the fullest text's body. Only what stands "between" copied sentences did it demonstrably have. */
export function findLeftOut(
  origins: readonly OriginRow[],
  reuse: readonly ReuseRow[],
  textOf: (article: string) => ReuseText,
): LeftOutRow[] {
  const wanted = new Set(origins.map(({article, origin}) => JSON.stringify([article, origin])));
  const shared = new Map<string, {start: number; label: ReuseLabel}[]>();
  for (const {articleA, startA, articleB, startB, label} of reuse)
    for (const [article, origin, start] of [
      [articleA, articleB, startB],
      [articleB, articleA, startA],
    ] as const) {
      const key = JSON.stringify([article, origin]);
      if (wanted.has(key)) shared.set(key, [...(shared.get(key) ?? []), {start, label}]);
    }
  return origins.flatMap(({article, origin}) => {
    if (origin === null) return [];
    const rows = shared.get(JSON.stringify([article, origin])) ?? [];
    const used = new Set(rows.map(({start}) => start));
    const sure = rows.flatMap(({start, label}) => (label === "paraphrase" ? [] : [start]));
    const [first, last] = [Math.min(...sure), Math.max(...sure)];
    return textOf(origin).sentences.flatMap(({start, end, text, zone}): LeftOutRow[] => {
      if (zone !== "body" || used.has(start)) return [];
      return [
        {article, origin, start, end, text, place: start < first ? "before" : start > last ? "after" : "between"},
      ];
    });
  });
}
