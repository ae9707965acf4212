import {groupCopies} from "./copies.ts";

/** Words of a stretch of text in order, three ways. */
export interface WordRun {
  /** Lowercased. */
  words: readonly string[];
  /** As they stand in the text. */
  written: readonly string[];
  /** The keys under which house spellings fall together (`foldSpelling`). */
  keys: readonly string[];
}

/**
 * What the permutation test deals out whole, with its printings: the groups that print it, and what each prints, in the same order. A
 * single version stands for all of them.
 */
export interface WordUnit {
  groups: readonly number[];
  versions: readonly WordRun[];
}

/** An article as the word measures see it: the outlet that prints it, and its sentences. */
export interface WordText {
  group: number;
  sentences: readonly WordRun[];
}

/** Ways to deal the articles out below which their permutation could not show a chance of one in a hundred. */
const ENOUGH_DEALS = 1000;

/**
 * Whether sentences or whole articles are dealt out. Articles, where there are enough of them (at least two an outlet on the whole, and a
 * thousand ways to deal them): then a word must be an outlet's habit over articles, not one article's topic.
 *
 * @example chooseUnit([0, 1, 2]) // => "sentence"
 */
export function chooseUnit(groupOfArticle: readonly number[]): "sentence" | "article" {
  const sizes = new Map<number, number>();
  for (const group of groupOfArticle) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  if (sizes.size < 2 || groupOfArticle.length < 2 * sizes.size) return "sentence";
  // The multinomial coefficient, divided by the orders of groups of one size: swapping those is no new deal.
  let deals = 1;
  let left = groupOfArticle.length;
  const alike = new Map<number, number>();
  for (const size of sizes.values()) {
    alike.set(size, (alike.get(size) ?? 0) + 1);
    for (let i = 1; i <= size; i++) deals *= left-- / i;
    deals /= alike.get(size) ?? 1;
  }
  return deals >= ENOUGH_DEALS ? "article" : "sentence";
}

/** Each article one unit. */
export function readArticleUnits(texts: readonly WordText[]): WordUnit[] {
  return texts.map(({group, sentences}) => ({
    groups: [group],
    versions: [
      {
        words: sentences.flatMap((sentence) => sentence.words),
        written: sentences.flatMap((sentence) => sentence.written),
        keys: sentences.flatMap((sentence) => sentence.keys),
      },
    ],
  }));
}

/** Each sentence one unit; copies of a sentence, in one outlet or in several, are one unit with several printings. */
export function readSentenceUnits(texts: readonly WordText[]): WordUnit[] {
  const printings = texts.flatMap(({group, sentences}) =>
    sentences.filter(({words}) => words.length > 0).map((version) => ({group, version})),
  );
  const families = groupCopies(printings.map(({version}) => version.keys));
  const units: {groups: number[]; versions: WordRun[]}[] = [];
  for (const [index, {group, version}] of printings.entries()) {
    const unit = units[families[index] ?? 0];
    if (unit) {
      unit.groups.push(group);
      unit.versions.push(version);
    } else units.push({groups: [group], versions: [version]});
  }
  return units.map(({groups, versions}) => {
    const [first] = versions.map(({words}) => words.join(" "));
    const alike = versions.every(({words}) => words.join(" ") === first);
    return {groups, versions: alike ? versions.slice(0, 1) : versions};
  });
}
