/** Words of a stretch of text, lowercased, and beside each the key under which its house spellings fall together (`foldSpelling`). */
export interface WordRun {
  words: readonly string[];
  keys: readonly string[];
}

/** What is dealt out whole by the permutation test: words, and the groups that print them (one named twice prints them twice). */
export interface WordUnit extends WordRun {
  groups: readonly number[];
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
    words: sentences.flatMap((sentence) => sentence.words),
    keys: sentences.flatMap((sentence) => sentence.keys),
  }));
}

/** Each sentence one unit; a sentence that stands word for word in several places is one unit with several printings. */
export function readSentenceUnits(texts: readonly WordText[]): WordUnit[] {
  const units = new Map<string, WordRun & {groups: number[]}>();
  for (const {group, sentences} of texts) {
    for (const {words, keys} of sentences) {
      const same = words.join(" ");
      const unit = units.get(same);
      if (unit) unit.groups.push(group);
      else if (words.length > 0) units.set(same, {groups: [group], words, keys});
    }
  }
  return [...units.values()];
}
