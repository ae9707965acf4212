import type {Field} from "../corpus/article.ts";
import type {ReuseRow} from "../reuse/passages.ts";
import {Groups} from "../text/groups.ts";

/** Somebody who carries a fact: the span of the sentence or mention in an article. What shares text shares no title. */
export interface Carrier {
  article: string;
  /** The body text where it is left out. */
  field?: Field;
  start: number;
  end: number;
}

/**
 * Groups the carriers of one fact into independent origins: those whose sentences are copies of one another are one witness, and so are
 * paraphrases within one family. Carriers of the same article are one. `origins` may be empty where families are not wanted.
 * The number of groups is the number of independent origins.
 *
 * @example
 * groupByOrigin([{"article": "a", "start": 0, "end": 9}, {"article": "b", "start": 0, "end": 9}], []).length // => 2
 */
export function groupByOrigin<C extends Carrier>(
  carriers: readonly C[],
  reuse: readonly ReuseRow[],
  origins: readonly {article: string; family: string}[] = [],
): C[][] {
  const families = new Map(origins.map(({article, family}) => [article, family]));
  const present = new Set(carriers.map(({article}) => article));
  const carries = (article: string, start: number, end: number): boolean =>
    carriers.some(
      (carrier) =>
        carrier.article === article && carrier.field !== "title" && carrier.start < end && start < carrier.end,
    );
  const pairs = reuse.flatMap(({articleA, articleB, startA, endA, startB, endB, label}): [string, string][] => {
    if (!present.has(articleA) || !present.has(articleB)) return [];
    const kin = families.has(articleA) && families.get(articleA) === families.get(articleB);
    if (label === "paraphrase" && !kin) return [];
    return carries(articleA, startA, endA) && carries(articleB, startB, endB) ? [[articleA, articleB]] : [];
  });
  const joined = new Groups<string>();
  for (const [a, b] of pairs) joined.join(a, b);
  const groups = new Map<string, C[]>();
  for (const carrier of carriers) {
    const root = joined.find(carrier.article);
    groups.set(root, [...(groups.get(root) ?? []), carrier]);
  }
  return [...groups.values()];
}
