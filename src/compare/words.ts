import type {Zone} from "../corpus/article.ts";
import {compareText} from "../text/order.ts";
import {readTokens} from "../text/tokens.ts";
import {type FoldedWord, type Folding, readFolding} from "../words/folding.ts";
import {choosePermutations, type PermutationOptions, permuteMaxima} from "../words/permutation.ts";
import {countSample, type Sample} from "../words/sample.ts";
import {foldSpelling} from "../words/spelling.ts";
import {chooseUnit, readArticleUnits, readSentenceUnits, type WordRun, type WordUnit} from "../words/units.ts";
import {type ArticleReading, outletOf} from "./reading.ts";
import {measureLayer, type WordRow} from "./word-rows.ts";

export type {WordLayer, WordRow} from "./word-rows.ts";

export interface WordOptions extends PermutationOptions {
  /** Which zones' words count. Default: body alone, for captions and headlines have a language of their own. */
  zones?: readonly Zone[];
  /** From which corrected chance a word is called different. Default 0.05. */
  alpha?: number;
}

/** What was compared and how: the numbers that a finding must name. */
export interface WordScope {
  outlets: readonly string[];
  /** Outlets none of whose articles has a word to count: they are not compared. */
  silent: readonly string[];
  /** Articles that have words. */
  articles: number;
  /** Tokens and types that were counted. */
  tokens: number;
  types: number;
  /** Words tested: types, and those that folding changes, each in every outlet. */
  tests: number;
  /** What was dealt out anew to see what chance does. */
  unit: "sentence" | "article";
  units: number;
  permutations: number;
  seed: number;
  alpha: number;
}

/** One spelling of a word, lowercased and as it is mostly written, and how often each outlet that has it writes it, most first. */
export interface Spelling {
  word: string;
  written: string;
  uses: readonly {outlet: string; count: number}[];
}

/** A word that stands in the corpus in more than one house spelling: organised and organized. Commonest spelling first. */
export interface SpellingVariants {
  word: string;
  spellings: readonly Spelling[];
}

/** A word that an outlet uses more or less than the others, beyond chance after correction; of two outlets, the one that uses it more. */
export interface DifferentWord {
  row: WordRow;
  /** "spelling": the difference is gone once house spellings are counted together. */
  kind: "word" | "spelling";
  /** The other spellings in the corpus; null where there are none. */
  variants: SpellingVariants | null;
}

export interface WordComparison {
  /** Strongest evidence first, layer "word" before layer "folded". */
  rows: WordRow[];
  different: DifferentWord[];
  variants: SpellingVariants[];
  scope: WordScope;
}

/**
 * Compares word use: each word in each outlet against all other outlets together, over body text. A word counts as different only
 * when its corrected chance is `alpha` or less: the text is dealt out anew among the outlets many times, whole sentences at a time
 * (whole articles where every outlet has several), and its G2 must be one that the most striking of all words seldom reaches by
 * chance. A sentence that several outlets print is dealt as one, for copies are no independent evidence.
 *
 * Outlets named "unknown" are told apart by the reading's label. With fewer than two outlets the frequencies stand and everything that
 * needs others is null. The order of the readings decides nothing; the same readings and seed give the same result.
 *
 * @example
 * compareWords(readArticles([readArticle("a", "One boat sank."), readArticle("b", "One boat.")])).rows.filter(({word, layer}) => word === "sank" && layer === "word").map(({outlet, count, total}) => [outlet, count, total]) // => [["a", 1, 3], ["b", 0, 2]]
 */
export function compareWords(readings: readonly ArticleReading[], options: WordOptions = {}): WordComparison {
  const {seed = 1, alpha = 0.05, zones = ["body"]} = options;
  const read = readTexts(readings, new Set(zones));
  read.sort((a, b) => compareText(a.outlet, b.outlet) || compareText(a.article, b.article));
  const spoken = read.filter(({sentences}) => sentences.some(({words}) => words.length > 0));
  const outlets = [...new Set(spoken.map(({outlet}) => outlet))];
  const placeOf = new Map(outlets.map((outlet, place) => [outlet, place]));
  const silent = [...new Set(read.map(({outlet}) => outlet))].filter((outlet) => !placeOf.has(outlet));
  const texts = spoken.map(({outlet, sentences}) => ({group: placeOf.get(outlet) ?? 0, sentences}));
  const unit = chooseUnit(texts.map(({group}) => group));
  const units = unit === "article" ? readArticleUnits(texts) : readSentenceUnits(texts);
  const folding = readFolding(units, outlets.length);

  const words = countUnits(units, outlets.length, (version) => version.words);
  const folded = countUnits(units, outlets.length, (version) => version.keys.map(folding.nameOf));
  const changed = [...folded.words.keys()].filter((index) => folding.changes(folded.words[index] ?? ""));
  const permutations = options.permutations ?? choosePermutations(words);
  const maxima = permuteMaxima([{sample: words}, {sample: folded, words: changed}], {permutations, seed});

  const rows = [...measureLayer("word", words, outlets, maxima), ...measureLayer("folded", folded, outlets, maxima)];
  const variants = folding.variants.map((word) => readVariants(word, outlets));
  const tests = outlets.length < 2 ? 0 : (words.words.length + changed.length) * outlets.length;
  const counted = {silent, articles: texts.length, tokens: words.total, types: words.words.length, tests};
  return {
    rows,
    different: findDifferent(rows, folding, variants, alpha),
    variants,
    scope: {outlets, ...counted, unit, units: units.length, permutations, seed, alpha},
  };
}

function countUnits(
  units: readonly WordUnit[],
  groups: number,
  wordsOf: (version: WordRun) => readonly string[],
): Sample {
  return countSample(
    units.map((unit) => ({groups: unit.groups, versions: unit.versions.map(wordsOf)})),
    groups,
  );
}

interface OutletText {
  outlet: string;
  article: string;
  sentences: WordRun[];
}

function readTexts(readings: readonly ArticleReading[], zones: ReadonlySet<Zone>): OutletText[] {
  const keyOf = new Map<string, string>();
  const fold = (written: string) => {
    const key = keyOf.get(written) ?? foldSpelling(written);
    keyOf.set(written, key);
    return key;
  };
  return readings.map((reading) => {
    const {article, sentences} = reading;
    const english = article.language === null || article.language.startsWith("en");
    const runs = sentences.filter((sentence) => sentence.field === "text" && zones.has(sentence.zone));
    return {
      outlet: outletOf(reading),
      article: article.article,
      sentences: runs.map(({start, end}) => {
        const tokens = readTokens(article.text, start, end);
        const words = tokens.map((token) => token.word);
        const written = tokens.map((token) => article.text.slice(token.start, token.end));
        return {words, written, keys: english ? written.map(fold) : words};
      }),
    };
  });
}

function readVariants({name, spellings}: FoldedWord, outlets: readonly string[]): SpellingVariants {
  return {
    word: name,
    spellings: spellings.map(({word, written, counts}) => {
      const uses = outlets.map((outlet, group) => ({outlet, count: counts[group] ?? 0})).filter(({count}) => count > 0);
      return {word, written, uses: uses.sort((a, b) => b.count - a.count || compareText(a.outlet, b.outlet))};
    }),
  };
}

function findDifferent(
  rows: readonly WordRow[],
  folding: Folding,
  variants: readonly SpellingVariants[],
  alpha: number,
): DifferentWord[] {
  // Of two outlets, what one writes more the other writes less: said once.
  const mirrored = new Set(rows.map((row) => row.outlet)).size === 2;
  const beyond = rows.filter(
    (row) => row.pAdjusted !== null && row.pAdjusted <= alpha && !(mirrored && (row.g2 ?? 0) < 0),
  );
  const nameRow = ({outlet, word}: {outlet: string; word: string}) => `${outlet}\n${word}`;
  const foldedBeyond = new Set(beyond.filter((row) => row.layer === "folded").map(nameRow));
  const said = new Set<string>();
  return beyond.flatMap((row): DifferentWord[] => {
    const names = row.layer === "word" ? folding.namesOf(row.word) : [row.word];
    const held = names.filter((name) => foldedBeyond.has(nameRow({outlet: row.outlet, word: name})));
    // What is said of a word as written is not said again of its folded self.
    if (row.layer === "folded" && said.has(nameRow(row))) return [];
    for (const name of held) said.add(nameRow({outlet: row.outlet, word: name}));
    const spelled = variants.find(({word}) => names.includes(word)) ?? null;
    return [{row, kind: held.length === 0 && spelled ? "spelling" : "word", variants: spelled}];
  });
}
