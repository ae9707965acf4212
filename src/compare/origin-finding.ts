import type {OriginRow} from "./origins.ts";
import type {ArticleReading} from "./reading.ts";
import type {ReuseComparison} from "./reuse.ts";
import {copied} from "./shares.ts";

/** What the statements about shared text are made from. */
export type OriginRows = Pick<ReuseComparison, "origins" | "shares"> & {
  readings: readonly Pick<ArticleReading, "article" | "label">[];
};

const MOST_COPIES = 3;

/**
 * Who has whose text, in a few computed sentences that say what stands where and not who took it. Shares are those of the table
 * `origins`, verbatim and nearly verbatim together, in whole percent.
 *
 * @example
 * stateOrigins({"readings": [], "origins": [], "shares": []}) // => "There is nothing to compare."
 */
export function stateOrigins({readings, origins, shares}: OriginRows): string {
  if (readings.length === 0) return "There is nothing to compare.";
  if (readings.length === 1) return "There is one article, and nothing to compare it with.";
  const labels = new Map(readings.map(({article, label}) => [article.article, label]));
  const nameOf = (article: string): string => labels.get(article) ?? article;
  const copies = origins.filter(({origin}) => origin !== null).sort((x, y) => copied(y) - copied(x));
  if (copies.length === 0) return stateNoOrigin(readings.length, shares, nameOf);
  const told = copies.slice(0, MOST_COPIES).map((row) => stateCopy(row, origins, nameOf));
  const more = copies.length - told.length;
  const rest = more > 0 ? [`${more} more ${more === 1 ? "shares" : "share"} a text in this way.`] : [];
  const families = new Set(origins.map(({family}) => family)).size;
  const count = `Counted by shared text, the ${readings.length} articles have ${families === 1 ? "one origin" : `at most ${families} origins`}.`;
  return [...told, ...rest, count].join(" ");
}

/**
 * A share as every sentence and chart says it.
 *
 * @example sayShare({"verbatim": 0.3963, "nearVerbatim": 0.4726}) // => "87%"
 */
export function sayShare(share: {verbatim: number; nearVerbatim: number}): string {
  return sayPercent(copied(share));
}

/** Whole percent; "under 1%" for less than half of one. */
export function sayPercent(share: number): string {
  return share > 0 && share < 0.005 ? "under 1%" : `${Math.round(100 * share)}%`;
}

/** "58% of NewsNation stands in KSL's text, word for word or nearly so; KSL credits AP, in NewsNation no credit was found." */
function stateCopy(row: OriginRow, origins: readonly OriginRow[], nameOf: (article: string) => string): string {
  const [copy, origin] = [nameOf(row.article), nameOf(row.origin ?? "")];
  const credit = sayCredits(row, origins.find(({article}) => article === row.origin)?.credit ?? null, copy, origin);
  return `${sayShare(row)} of ${copy} stands in the text of ${origin}, word for word or nearly so${credit}.`;
}

/** What both credit for their text; a credit that only one of them prints is the news. */
function sayCredits({credit}: OriginRow, given: string | null, copy: string, origin: string): string {
  if (credit !== null && credit === given) return `; both credit ${credit}`;
  if (credit === null && given === null) return "; no credit to an agency was found in either";
  const part = (name: string, agency: string | null): string =>
    agency === null ? `no credit for its text was found in ${name}` : `${name} credits ${agency}`;
  return `; ${part(origin, given)}, ${part(copy, credit)}`;
}

function stateNoOrigin(count: number, shares: OriginRows["shares"], nameOf: (article: string) => string): string {
  const [most] = [...shares].sort((x, y) => copied(y) - copied(x));
  const none =
    count === 2 ? "The two articles do not count as one text" : `No two of the ${count} articles count as one text`;
  if (!most || copied(most) === 0) return `${none}: not a sentence of one stands in another.`;
  return `${none}, which takes a fifth of the words and two sentences in common. The most is ${sayShare(most)} of ${nameOf(most.article)}, which stands in ${nameOf(most.other)} word for word or nearly so.`;
}
