import type {Zone} from "../corpus/article.ts";
import type {ReuseSentence, ReuseText} from "./passage-text.ts";
import {rarityOf} from "./rarity.ts";
import {measurePair, type PairEvidence, type ReuseLabel} from "./sentence-pair.ts";

/** Two sentences of which one's wording is in the other. A sentence may stand in several: two can be merged into one. */
export interface AlignedPair {
  a: ReuseSentence;
  b: ReuseSentence;
  label: ReuseLabel;
  /** 1 for verbatim; else how strong the resemblance is, in (0, 1). */
  score: number;
  evidence: PairEvidence;
}

/** Thresholds, found on hand-labelled pairs of one event and read against six others. */
const NEAR_COVER = 0.5;
const NEAR_RUN = 6;
const NEAR_OWN = 3;
/** With fewer content words in common runs, the runs must cover this much. */
const NEAR_COVER_FEW = 0.75;
const CONTAINED_RUN = 10;
const CONTAINED_OWN = 4;
const PARAPHRASE = {strength: 0.5, bonds: 4, ownWords: 1};
/** Between articles that share copy already, a weaker resemblance is enough. */
const PARAPHRASE_KIN = {strength: 0.425, bonds: 3, ownWords: 0};
const KIN_SHARE = 0.1;
/** How many sentences away the neighbour may stand that vouches for a quotation. */
const VOUCHING_REACH = 2;

const strengthOf = ({dice, ownCover, bonds}: PairEvidence): number => dice + 0.3 * ownCover + 0.03 * Math.min(8, bonds);

/** "quotation" is a pair whose common words are all somebody's speech, names or titles: copied only if its neighbours are. */
type Judgement = ReuseLabel | "quotation" | "resembling";

function judge(a: ReuseSentence, b: ReuseSentence, evidence: PairEvidence): Judgement | null {
  const {cover, longest, ownWords, longestOwn, shared} = evidence;
  const proper = ownWords >= 2 && shared >= 2;
  if (a.folded === b.folded && a.keys.length >= 4) return proper ? "verbatim" : "quotation";
  if (cover >= NEAR_COVER && longest >= NEAR_RUN) {
    if (proper && (ownWords >= NEAR_OWN || cover >= NEAR_COVER_FEW)) return "near-verbatim";
    if (cover >= NEAR_COVER_FEW && longest >= CONTAINED_RUN) return "quotation";
  }
  if (longest >= CONTAINED_RUN && longestOwn >= CONTAINED_OWN) return "near-verbatim";
  return shared >= 2 && strengthOf(evidence) >= PARAPHRASE_KIN.strength ? "resembling" : null;
}

const isParaphrase = (evidence: PairEvidence, least: typeof PARAPHRASE): boolean =>
  strengthOf(evidence) >= least.strength &&
  (evidence.bonds >= least.bonds || evidence.cover >= NEAR_COVER) &&
  evidence.ownWords >= least.ownWords;

/** Sentence pairs that share at least three telling words, or two where there are few; by an index over the words of `b`. */
function* candidates(a: ReuseText, b: ReuseText): Generator<[ReuseSentence, ReuseSentence]> {
  const index = new Map<string, number[]>();
  b.sentences.forEach(({telling}, i) => {
    for (const key of telling) {
      const places = index.get(key);
      if (places) places.push(i);
      else index.set(key, [i]);
    }
  });
  for (const sentence of a.sentences) {
    const shared = new Uint16Array(b.sentences.length);
    for (const key of sentence.telling) for (const i of index.get(key) ?? []) shared[i] = (shared[i] ?? 0) + 1;
    for (const [i, other] of b.sentences.entries())
      if ((shared[i] ?? 0) >= (Math.min(sentence.telling.size, other.telling.size) < 6 ? 2 : 3))
        yield [sentence, other];
  }
}

/**
 * Aligns the sentences of two articles, many to many, over body and captions. Verbatim: equal after folding quotation marks and spaces.
 * Near-verbatim: half of the shorter sentence's words, or ten in a row, stand in common runs. Paraphrase: telling words are shared,
 * close together. Common names, titles and quoted speech alone are no reuse; a quotation counts where its neighbours are copied too.
 * Symmetric, and a function of the two articles alone. Sorted by place in `a`, then in `b`.
 */
export function alignTexts(a: ReuseText, b: ReuseText): AlignedPair[] {
  const rarity = rarityOf(a, b);
  const judged: {pair: AlignedPair; as: Judgement}[] = [];
  for (const [left, right] of candidates(a, b)) {
    const evidence = measurePair(left, right, rarity);
    const as = judge(left, right, evidence);
    if (!as) continue;
    const label = as === "resembling" ? "paraphrase" : left.folded === right.folded ? "verbatim" : "near-verbatim";
    const score = label === "verbatim" ? 1 : Math.min(0.99, strengthOf(evidence));
    judged.push({pair: {a: left, b: right, label, score, evidence}, as});
  }
  const sure = judged.flatMap(({pair, as}) => (as === "verbatim" || as === "near-verbatim" ? [pair] : []));
  const orderA = new Map(a.sentences.map((sentence, i) => [sentence, i]));
  const orderB = new Map(b.sentences.map((sentence, i) => [sentence, i]));
  const near = (x: number | undefined, y: number | undefined) => Math.abs((x ?? 0) - (y ?? 0)) <= VOUCHING_REACH;
  const vouched = ({a: left, b: right}: AlignedPair): boolean =>
    sure.some((other) => near(orderA.get(left), orderA.get(other.a)) && near(orderB.get(right), orderB.get(other.b)));
  const words = (side: "a" | "b") =>
    [...new Set(sure.map((pair) => pair[side]))].reduce((total, {tokens}) => total + tokens.length, 0);
  const kin = Math.max(words("a") / Math.max(1, a.bodyWords), words("b") / Math.max(1, b.bodyWords)) >= KIN_SHARE;
  return judged.flatMap(({pair, as}) => {
    if (as === "quotation") return vouched(pair) ? [pair] : [];
    return as !== "resembling" || isParaphrase(pair.evidence, kin ? PARAPHRASE_KIN : PARAPHRASE) ? [pair] : [];
  });
}

/** One row of the table `reuse`: an aligned pair of sentences. Offsets are half-open, in UTF-16 code units of the article's text. */
export interface ReuseRow {
  articleA: string;
  startA: number;
  endA: number;
  articleB: string;
  startB: number;
  endB: number;
  label: ReuseLabel;
  score: number;
  zoneA: Zone;
  zoneB: Zone;
  /** Words of either sentence, and how many of them stand in common runs of two or more. */
  wordsA: number;
  wordsB: number;
  commonWords: number;
}

export function toReuseRow(articleA: string, articleB: string, {a, b, label, score, evidence}: AlignedPair): ReuseRow {
  const commonWords = evidence.tiles.reduce((total, {length}) => total + length, 0);
  return {
    articleA,
    startA: a.start,
    endA: a.end,
    articleB,
    startB: b.start,
    endB: b.end,
    label,
    score: Math.round(score * 1000) / 1000,
    zoneA: a.zone,
    zoneB: b.zone,
    wordsA: a.tokens.length,
    wordsB: b.tokens.length,
    commonWords,
  };
}
