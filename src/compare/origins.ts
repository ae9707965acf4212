import type {Article} from "../corpus/article.ts";
import type {ReuseText} from "../reuse/passage-text.ts";
import type {ReuseRow} from "../reuse/passages.ts";
import type {ReuseLabel} from "../reuse/sentence-pair.ts";
import {copied, type ShareRow} from "./shares.ts";

/** One row of the table `origins`: where an article's words come from. Shares are of its body words, 0 to 1, and add up to 1. */
export interface OriginRow {
  article: string;
  /** The fullest text of its family, from which or with which it was likely copied; null where it is that text, or has no family. */
  origin: string | null;
  /** The same, never null: articles of one family are one witness. */
  family: string;
  /** The other article to which the shares refer: `origin`, else the one that has most of its words; null where none has any. */
  closest: string | null;
  verbatim: number;
  nearVerbatim: number;
  paraphrased: number;
  own: number;
  words: number;
  /** The agency that it credits for its text; null for none. A photo credit is none. */
  credit: string | null;
  /** The agency whose copy it contains, by its own credit or by that of the text that it shares. */
  contains: string | null;
  /** Whether it prints the credit for the agency's copy that it contains; null where it contains none that is known. */
  credited: boolean | null;
}

/** Articles join a family when this share of one's body stands verbatim or nearly so in the other. */
const FAMILY_SHARE = 0.2;
/** One sentence in common, however much of a short text it is, makes no family. */
const FAMILY_SENTENCES = 2;
const isFamily = (share: ShareRow): boolean =>
  copied(share) >= FAMILY_SHARE && share.copiedSentences >= FAMILY_SENTENCES;

/** Union-find over names; the smaller name represents, so that the order given does not matter. */
function joinNames(names: readonly string[], pairs: Iterable<readonly [string, string]>): (name: string) => string {
  const parent = new Map(names.map((name) => [name, name]));
  const find = (name: string): string => {
    let root = name;
    while ((parent.get(root) ?? root) !== root) root = parent.get(root) ?? root;
    parent.set(name, root);
    return root;
  };
  for (const [x, y] of pairs) {
    const [a, b] = [find(x), find(y)].sort();
    if (a !== undefined && b !== undefined) parent.set(b, a);
  }
  return find;
}

/** The member whose text holds most of the others' words; a credited one before an uncredited, then the longer, then by name. */
function chooseOrigin(
  members: readonly Article[],
  shares: ReadonlyMap<string, ShareRow>,
  words: (name: string) => number,
): string {
  const held = (article: Article): number =>
    members.reduce((sum, other) => {
      const share = shares.get(JSON.stringify([other.article, article.article]));
      return sum + (share ? copied(share) * words(other.article) : 0);
    }, 0);
  const ranked = [...members].sort(
    (x, y) =>
      held(y) - held(x) ||
      Number(y.agency !== null) - Number(x.agency !== null) ||
      words(y.article) - words(x.article) ||
      (x.article < y.article ? -1 : 1),
  );
  return ranked[0]?.article ?? "";
}

/**
 * Families of articles by shared copy: each article's name to the name of the fullest text of its family.
 *
 * @example
 * findFamilies([], [], () => 0).size // => 0
 */
export function findFamilies(
  articles: readonly Article[],
  shares: readonly ShareRow[],
  words: (name: string) => number,
): Map<string, string> {
  const joined = shares.filter(isFamily);
  const find = joinNames(
    articles.map(({article}) => article),
    joined.map(({article, other}) => [article, other] as const),
  );
  const byPair = new Map(shares.map((share) => [JSON.stringify([share.article, share.other]), share]));
  const families = new Map<string, Article[]>();
  for (const article of articles)
    families.set(find(article.article), [...(families.get(find(article.article)) ?? []), article]);
  return new Map(
    [...families.values()].flatMap((members) => {
      const origin = members.length > 1 ? chooseOrigin(members, byPair, words) : (members[0]?.article ?? "");
      return members.map(({article}): [string, string] => [article, origin]);
    }),
  );
}

/**
 * The rows of the table `origins`, in the order of the articles.
 *
 * @example
 * findOrigins([], [], () => 0) // => []
 */
export function findOrigins(
  articles: readonly Article[],
  shares: readonly ShareRow[],
  words: (name: string) => number,
): OriginRow[] {
  const families = findFamilies(articles, shares, words);
  const agencies = new Map(articles.map(({article, agency}) => [article, agency]));
  const ofArticle = new Map<string, ShareRow[]>();
  for (const share of shares) ofArticle.set(share.article, [...(ofArticle.get(share.article) ?? []), share]);
  return articles.map(({article, agency}) => {
    const family = families.get(article) ?? article;
    const mine = ofArticle.get(article) ?? [];
    const closest = mine.find(({other}) => other === family) ?? mine[0];
    const source = mine.find((share) => isFamily(share) && agencies.get(share.other));
    const contains = agency ?? (source ? (agencies.get(source.other) ?? null) : null);
    return {
      article,
      origin: family === article ? null : family,
      family,
      closest: closest?.other ?? null,
      verbatim: closest?.verbatim ?? 0,
      nearVerbatim: closest?.nearVerbatim ?? 0,
      paraphrased: closest?.paraphrased ?? 0,
      own: closest?.own ?? 1,
      words: words(article),
      credit: agency,
      contains,
      credited: contains === null ? null : agency !== null,
    };
  });
}

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

/** Somebody who carries a fact: the span of the sentence or mention in an article's text. */
export interface Carrier {
  article: string;
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
  origins: readonly Pick<OriginRow, "article" | "family">[] = [],
): C[][] {
  const families = new Map(origins.map(({article, family}) => [article, family]));
  const present = new Set(carriers.map(({article}) => article));
  const carries = (article: string, start: number, end: number): boolean =>
    carriers.some((carrier) => carrier.article === article && carrier.start < end && start < carrier.end);
  const pairs = reuse.flatMap(({articleA, articleB, startA, endA, startB, endB, label}): [string, string][] => {
    if (!present.has(articleA) || !present.has(articleB)) return [];
    const kin = families.has(articleA) && families.get(articleA) === families.get(articleB);
    if (label === "paraphrase" && !kin) return [];
    return carries(articleA, startA, endA) && carries(articleB, startB, endB) ? [[articleA, articleB]] : [];
  });
  const find = joinNames([...new Set(carriers.map(({article}) => article))], pairs);
  const groups = new Map<string, C[]>();
  for (const carrier of carriers)
    groups.set(find(carrier.article), [...(groups.get(find(carrier.article)) ?? []), carrier]);
  return [...groups.values()];
}
