import type {Article} from "../corpus/article.ts";
import {byArticle, findReuse, findReuseInWorkers, type ReuseOptions, textReader} from "../reuse/corpus-reuse.ts";
import type {ReuseText} from "../reuse/passage-text.ts";
import type {ReuseRow} from "../reuse/passages.ts";
import {findLedger, type LedgerRow, turnLedger} from "./ledger.ts";
import {findLeftOut, type LeftOutRow} from "./left-out.ts";
import {findOrigins, type OriginRow} from "./origins.ts";
import {compareShares, type ShareRow} from "./shares.ts";
import {findVersionOrder, indexVersions, type VersionRow} from "./versions.ts";

/** Who copied whom: everything that the shared copy of a corpus tells. */
export interface ReuseComparison {
  /** Aligned sentences. */
  reuse: ReuseRow[];
  /** What changed in each aligned pair; `articleA` is the likely earlier text or the family's fullest, as `direction` tells. */
  ledger: LedgerRow[];
  /** How much of each article stands in each other one; not symmetric. */
  shares: ShareRow[];
  /** Family, shares and credit of each article. */
  origins: OriginRow[];
  /** Evidence of which text is the earlier version. */
  versions: VersionRow[];
  /** What each article left out of the copy that its family had. */
  leftOut: LeftOutRow[];
}

/**
 * Compares the articles of a corpus by the text that they share: alignment, edits, shares, families and the order of versions. The
 * same whatever the order of the articles. `reuse` may be given where it was found in worker threads.
 *
 * @example
 * compareReuse([]).origins // => []
 */
export function compareReuse(
  articles: readonly Article[],
  options: ReuseOptions & {reuse?: ReuseRow[]} = {},
): ReuseComparison {
  const sorted = [...articles].sort(byArticle);
  const places = new Map(sorted.map(({article}, i) => [article, i]));
  const read = textReader(sorted);
  const textOf = (article: string): ReuseText => read(places.get(article) ?? 0);
  const counted = new Map<string, number>();
  const words = (article: string): number => {
    const known = counted.get(article) ?? textOf(article).bodyWords;
    counted.set(article, known);
    return known;
  };
  const reuse = options.reuse ?? findReuse(sorted, options);
  const shares = compareShares(reuse, words);
  const edits = findLedger(sorted, reuse);
  const versions = findVersionOrder(sorted, reuse, edits);
  const origins = findOrigins(sorted, shares, words);
  const originOf = new Map(origins.map(({article, origin}) => [article, origin]));
  const earlier = indexVersions(versions);
  const ledger = turnLedger(edits, (x, y) => {
    const fuller = originOf.get(y) === x ? x : originOf.get(x) === y ? y : null;
    const early = earlier(x, y);
    if (fuller !== null && early !== null && fuller !== early) return {first: fuller, direction: null};
    return early === null
      ? {first: fuller, direction: fuller === null ? null : "fuller"}
      : {first: early, direction: "earlier"};
  });
  return {reuse, ledger, shares, origins, versions, leftOut: findLeftOut(origins, reuse, textOf)};
}

/** {@link compareReuse} with the alignment in worker threads: the same rows, sooner for hundreds of articles and more. */
export async function compareReuseInWorkers(
  articles: readonly Article[],
  options: ReuseOptions & {workers?: number} = {},
): Promise<ReuseComparison> {
  return compareReuse(articles, {...options, reuse: await findReuseInWorkers(articles, options)});
}
