import type {Article} from "../corpus/article.ts";
import {Groups} from "../text/groups.ts";
import {compareDates} from "./dates.ts";
import {sayShare} from "./origin-finding.ts";
import {copied, type ShareRow} from "./shares.ts";
import {upperFirst} from "./wording.ts";

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
  /** All of it in one sentence. */
  why: string;
}

/** Articles join a family when this share of one's body stands verbatim or nearly so in the other. */
const FAMILY_SHARE = 0.2;
/** One sentence in common, however much of a short text it is, makes no family. */
const FAMILY_SENTENCES = 2;
const isFamily = (share: ShareRow): boolean =>
  copied(share) >= FAMILY_SHARE && share.copiedSentences >= FAMILY_SENTENCES;

/** The member that shares most words with the others, as far as both have them; a credited one before an uncredited, then the earlier, the longer, by name. */
function chooseOrigin(
  members: readonly Article[],
  shares: ReadonlyMap<string, ShareRow>,
  words: (name: string) => number,
): string {
  const copiedWords = (from: string, to: string): number => {
    const share = shares.get(JSON.stringify([from, to]));
    return share ? Math.round(copied(share) * words(from)) : 0;
  };
  const held = ({article}: Article): number =>
    members.reduce(
      (sum, {article: other}) => sum + Math.min(copiedWords(other, article), copiedWords(article, other)),
      0,
    );
  const ranked = [...members].sort(
    (x, y) =>
      held(y) - held(x) ||
      Number(y.agency !== null) - Number(x.agency !== null) ||
      (compareDates(x.published, y.published) ?? 0) ||
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
  const joined = new Groups<string>();
  for (const share of shares) if (isFamily(share)) joined.join(share.article, share.other);
  const byPair = new Map(shares.map((share) => [JSON.stringify([share.article, share.other]), share]));
  const families = new Map<string, Article[]>();
  for (const article of articles) {
    const root = joined.find(article.article);
    families.set(root, [...(families.get(root) ?? []), article]);
  }
  return new Map(
    [...families.values()].flatMap((members) => {
      const origin = members.length > 1 ? chooseOrigin(members, byPair, words) : (members[0]?.article ?? "");
      return members.map(({article}): [string, string] => [article, origin]);
    }),
  );
}

/** "58% stands word for word or nearly so in b.txt; wording credited to AP elsewhere, no such credit found." */
function explainOrigin(row: Omit<OriginRow, "why">, familySize: number): string {
  const {origin, closest, contains, credit} = row;
  const share = upperFirst(sayShare(row));
  const found = credit === null ? "no credit to an agency was found" : `${credit} is credited`;
  const where = credit === null ? `wording credited to ${contains} elsewhere, no such credit found` : found;
  if (origin !== null) return `${share} stands word for word or nearly so in ${origin}${contains ? `; ${where}` : ""}.`;
  if (familySize > 1) return `The fullest of ${familySize} texts that share copy; ${found}.`;
  if (closest === null) return "No other article has any of its sentences.";
  if (copied(row) === 0) return `Nothing stands word for word or nearly so in ${closest}.`;
  return `${share} stands word for word or nearly so in ${closest}, too little to be one text.`;
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
  const sizes = new Map<string, number>();
  for (const family of families.values()) sizes.set(family, (sizes.get(family) ?? 0) + 1);
  const ofArticle = new Map<string, ShareRow[]>();
  for (const share of shares) ofArticle.set(share.article, [...(ofArticle.get(share.article) ?? []), share]);
  return articles.map(({article, agency}) => {
    const family = families.get(article) ?? article;
    const mine = ofArticle.get(article) ?? [];
    const closest = mine.find(({other}) => other === family) ?? mine[0];
    const source = mine.find((share) => isFamily(share) && agencies.get(share.other));
    const contains = agency ?? (source ? (agencies.get(source.other) ?? null) : null);
    const row = {
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
    return {...row, why: explainOrigin(row, sizes.get(family) ?? 1)};
  });
}
