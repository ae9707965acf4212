import type {Zone} from "../corpus/article.ts";
import {
  isLonelyParaphrase,
  isParaphrase,
  type Judgement,
  judgePair,
  PARAPHRASE,
  PARAPHRASE_DOUBTFUL,
  PARAPHRASE_KIN,
  strengthOf,
} from "./judgement.ts";
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
  /** It stands out of the order in which the other copied sentences follow each other in both texts. */
  moved: boolean;
}

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
    for (const [i, other] of b.sentences.entries()) {
      const least = Math.min(sentence.telling.size, other.telling.size) < 6 ? 2 : 3;
      if ((shared[i] ?? 0) >= least || sentence.folded === other.folded) yield [sentence, other];
    }
  }
}

const KIN_SHARE = 0.1;

/** Words of the sentences that take part, as a share of the body's. */
function shareOf(sentences: readonly ReuseSentence[], {bodyWords}: ReuseText): number {
  return [...new Set(sentences)].reduce((total, {tokens}) => total + tokens.length, 0) / Math.max(1, bodyWords);
}

/** How many sentences away the neighbour may stand that vouches for a quotation. */
const VOUCHING_REACH = 2;

/** The quotations whose neighbours on both sides are copied, or are quotations vouched for by theirs. */
function findVouched(quotations: readonly Judged[], sure: readonly Judged[]): Set<Judged> {
  const vouched = new Set<Judged>();
  const near = (x: Judged, y: Judged) =>
    Math.abs(x.placeA - y.placeA) <= VOUCHING_REACH && Math.abs(x.placeB - y.placeB) <= VOUCHING_REACH;
  for (let before = -1; vouched.size > before; ) {
    before = vouched.size;
    for (const pair of quotations)
      if (
        !vouched.has(pair) &&
        (sure.some((other) => near(pair, other)) || [...vouched].some((other) => near(pair, other)))
      )
        vouched.add(pair);
  }
  return vouched;
}

/** The resembling pairs of which each sentence has no other partner as good, nor any sure one. */
function findOnlyPartners(resembling: readonly Judged[], settled: readonly Judged[]): Judged[] {
  const takenA = new Set(settled.map(({placeA}) => placeA));
  const takenB = new Set(settled.map(({placeB}) => placeB));
  return resembling.filter(
    (pair) =>
      !takenA.has(pair.placeA) &&
      !takenB.has(pair.placeB) &&
      resembling.every(
        (other) =>
          other === pair || (other.placeA !== pair.placeA && other.placeB !== pair.placeB) || other.score < pair.score,
      ),
  );
}

interface Judged extends Omit<AlignedPair, "moved"> {
  as: Judgement;
  placeA: number;
  placeB: number;
}

function judgeAll(a: ReuseText, b: ReuseText): Judged[] {
  const rarity = rarityOf(a, b);
  const places = new Map(
    [a, b].flatMap(({sentences}) => sentences.map((sentence, i): [ReuseSentence, number] => [sentence, i])),
  );
  return [...candidates(a, b)].flatMap(([left, right]): Judged[] => {
    const evidence = measurePair(left, right, rarity);
    const as = judgePair(left, right, evidence);
    if (!as) return [];
    const label = as === "resembling" ? "paraphrase" : left.folded === right.folded ? "verbatim" : "near-verbatim";
    const score = label === "verbatim" ? 1 : Math.min(0.99, strengthOf(evidence));
    return [
      {a: left, b: right, label, score, evidence, as, placeA: places.get(left) ?? 0, placeB: places.get(right) ?? 0},
    ];
  });
}

/**
 * The pairs out of order: all but the heaviest chain, by words, that runs down both texts. Of two equal chains the one that starts earlier
 * is the order, in the text whose name comes first, so that the sides may be swapped.
 */
function findMoved(pairs: readonly Judged[], swapped: boolean): Set<Judged> {
  const place = ({placeA, placeB}: Judged): [number, number] => (swapped ? [placeB, placeA] : [placeA, placeB]);
  const sorted = [...pairs].sort((x, y) => place(x)[0] - place(y)[0] || place(x)[1] - place(y)[1]);
  const weight = ({a, b}: Judged): number => Math.min(a.keys.length, b.keys.length);
  const best = sorted.map(weight);
  const from = sorted.map(() => -1);
  sorted.forEach((pair, i) => {
    for (let k = 0; k < i; k++)
      if (place(sorted[k] as Judged)[1] <= place(pair)[1] && (best[k] ?? 0) + weight(pair) > (best[i] ?? 0)) {
        best[i] = (best[k] ?? 0) + weight(pair);
        from[i] = k;
      }
  });
  const moved = new Set(sorted);
  for (let i = best.indexOf(Math.max(...best)); i >= 0; i = from[i] ?? -1) moved.delete(sorted[i] as Judged);
  return moved;
}

/**
 * Aligns the sentences of two articles, many to many, over body and captions. Verbatim: equal after folding quotation marks and spaces.
 * Near-verbatim: half of the shorter sentence's words, or ten in a row, stand in common runs. Paraphrase: telling words are shared,
 * close together. Common names, titles and quoted speech alone are no reuse; a quotation counts where its neighbours are copied too.
 * Symmetric, and a function of the two articles alone. Sorted by place in `a`, then in `b`.
 */
export function alignTexts(a: ReuseText, b: ReuseText): AlignedPair[] {
  const judged = judgeAll(a, b);
  const sure = judged.filter(({as}) => as === "verbatim" || as === "near-verbatim");
  const vouched = findVouched(
    judged.filter(({as}) => as === "quotation"),
    sure,
  );
  const kin =
    Math.max(
      shareOf(
        sure.map((pair) => pair.a),
        a,
      ),
      shareOf(
        sure.map((pair) => pair.b),
        b,
      ),
    ) >= KIN_SHARE;
  const resembling = judged.filter(({as}) => as === "resembling");
  const [takenA, takenB] = [new Set(sure.map(({placeA}) => placeA)), new Set(sure.map(({placeB}) => placeB))];
  const isCaption = (pair: Judged): boolean => pair.a.zone === "caption" || pair.b.zone === "caption";
  const paraphrases = resembling.filter((pair) => {
    const doubtful = isCaption(pair) || takenA.has(pair.placeA) || takenB.has(pair.placeB);
    return isParaphrase(pair.evidence, doubtful ? PARAPHRASE_DOUBTFUL : kin ? PARAPHRASE_KIN : PARAPHRASE);
  });
  const settled = [...sure, ...vouched, ...paraphrases];
  const only = kin
    ? findOnlyPartners(resembling, settled).filter((pair) => !isCaption(pair) && isLonelyParaphrase(pair.evidence))
    : [];
  const kept = new Set([...settled, ...only]);
  const moved = findMoved([...kept], a.article > b.article);
  return judged.flatMap((pair) => {
    const {a: left, b: right, label, score, evidence} = pair;
    return kept.has(pair) ? [{a: left, b: right, label, score, evidence, moved: moved.has(pair)}] : [];
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
  /** Out of the order in which the two texts share their other sentences. */
  moved: boolean;
}

export function toReuseRow(
  articleA: string,
  articleB: string,
  {a, b, label, score, evidence, moved}: AlignedPair,
): ReuseRow {
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
    moved,
  };
}
