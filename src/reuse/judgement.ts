import type {ReuseSentence} from "./passage-text.ts";
import type {PairEvidence, ReuseLabel} from "./sentence-pair.ts";

// Thresholds, found on hand-labelled pairs of one event and read against the strongest pairs of six others.
const NEAR_COVER = 0.5;
const NEAR_RUN = 6;
const NEAR_OWN = 2.25;
/** With fewer content words in common runs, the runs must cover this much. */
const NEAR_COVER_FEW = 0.75;
const CONTAINED_RUN = 10;
const CONTAINED_OWN = 4;
const VERBATIM_WORDS = 4;

/** What a paraphrase must have at least; `bondWeight` may be replaced by a run of five words in runs over half of the shorter sentence. */
interface Least {
  strength: number;
  bondWeight: number;
  ownWords: number;
  shared: number;
}
const COVERING_RUN = 5;
export const PARAPHRASE: Least = {strength: 0.5, bondWeight: 3.5, ownWords: 1, shared: 3};
/** Between articles that share copy already, a weaker resemblance is enough. */
export const PARAPHRASE_KIN: Least = {strength: 0.425, bondWeight: 1.8, ownWords: 0, shared: 2};

/** Captions of one scene resemble each other by nature, and a sentence that was copied is seldom paraphrased beside it. */
export const PARAPHRASE_DOUBTFUL: Least = {strength: 0.6, bondWeight: 2.4, ownWords: 1, shared: 3};

/** How much two sentences resemble each other, in one number: what they share, more where it stands in runs and close together. */
export const strengthOf = ({dice, ownCover, bonds}: PairEvidence): number =>
  dice + 0.3 * ownCover + 0.03 * Math.min(8, bonds);

/**
 * "quotation" is a pair whose common words are all somebody's speech, names or titles, or too few: copied only if its neighbours are.
 * "resembling" may be a paraphrase.
 */
export type Judgement = ReuseLabel | "quotation" | "resembling";

/** Judges two sentences by themselves; null where they have nothing to do with each other. */
export function judgePair(a: ReuseSentence, b: ReuseSentence, evidence: PairEvidence): Judgement | null {
  const {cover, longest, ownWords, ownWeight, longestOwn, shared} = evidence;
  const proper = ownWords >= 2 && shared >= 2;
  if (a.folded === b.folded) return proper && a.keys.length >= VERBATIM_WORDS ? "verbatim" : "quotation";
  if (cover >= NEAR_COVER && longest >= NEAR_RUN) {
    if (proper && (ownWeight >= NEAR_OWN || cover >= NEAR_COVER_FEW)) return "near-verbatim";
    if (cover >= NEAR_COVER_FEW && longest >= CONTAINED_RUN) return "quotation";
  }
  if (longest >= CONTAINED_RUN && longestOwn >= CONTAINED_OWN) return "near-verbatim";
  return shared >= 2 && strengthOf(evidence) >= PARAPHRASE_KIN.strength ? "resembling" : null;
}

export const isParaphrase = (evidence: PairEvidence, least: Least): boolean =>
  strengthOf(evidence) >= least.strength &&
  (evidence.bondWeight >= least.bondWeight || (evidence.cover >= NEAR_COVER && evidence.longest >= COVERING_RUN)) &&
  evidence.ownWords >= least.ownWords &&
  evidence.shared >= least.shared;

/** The weaker test for two sentences of kindred articles that have no other partner. */
export const isLonelyParaphrase = (evidence: PairEvidence): boolean =>
  strengthOf(evidence) >= 0.46 && evidence.bondWeight >= 0.5 && (evidence.cover >= 0.3 || evidence.shared >= 4);
