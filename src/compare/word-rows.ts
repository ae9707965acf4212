import {compareText} from "../text/order.ts";
import {type Frequency, measureFrequency} from "../words/frequency.ts";
import {boundLogRatio, chanceOfG2, type LogRatioInterval, measureG2, measureLogRatio} from "../words/keyness.ts";
import {adjustByMaxima} from "../words/permutation.ts";
import {countByGroup, type Sample} from "../words/sample.ts";

/** "word": as written, lowercased. "folded": house spellings of one word counted together, under the commonest of them. */
export type WordLayer = "word" | "folded";

/**
 * How one outlet uses one word, against all others together. What needs others is null where there are none. A word that the outlet lacks
 * has a row too; beyond 200,000 rows only where at least one use was to be expected.
 */
export interface WordRow extends Frequency, LogRatioInterval {
  outlet: string;
  word: string;
  layer: WordLayer;
  /** Occurrences here, tokens here, and both in all other outlets. */
  count: number;
  total: number;
  otherCount: number;
  otherTotal: number;
  /** Signed log-likelihood ratio; negative where the outlet uses the word less than the others. */
  g2: number | null;
  /** Binary logarithm of how many times as frequent; 1 is twice. */
  logRatio: number | null;
  /** The chance of this G2 for one word looked at alone. */
  p: number | null;
  /** The chance corrected for all words and outlets at once, by permutation. */
  pAdjusted: number | null;
}

/**
 * Measures every word of a sample in every outlet (in the order of its groups) against all others together, by the maxima of
 * `permuteMaxima`. Strongest evidence first, then by word and outlet.
 */
export function measureLayer(
  layer: WordLayer,
  sample: Sample,
  outlets: readonly string[],
  maxima: Float64Array,
): WordRow[] {
  const rows: WordRow[] = [];
  // Most words share their counts, and so their measures, with many others.
  const measured = outlets.map(() => new Map<number, ReturnType<typeof measureWord>>());
  const absent = chooseZeros(sample);
  for (const [index, word] of sample.words.entries()) {
    const counts = countByGroup(sample, index);
    const frequency = sample.frequencies[index] ?? 0;
    const add = (group: number, count: number) => {
      const total = sample.totals[group] ?? 0;
      const key = frequency * (sample.total + 1) + count;
      let measures = measured[group]?.get(key);
      if (!measures) {
        measures = measureWord(count, total, frequency - count, sample.total - total, maxima);
        measured[group]?.set(key, measures);
      }
      rows.push({outlet: outlets[group] ?? "", word, layer, ...measures});
    };
    for (const [group, count] of counts) add(group, count);
    for (const group of absent(frequency)) if (!counts.has(group)) add(group, 0);
  }
  return rows.sort(
    (a, b) =>
      Math.abs(b.g2 ?? 0) - Math.abs(a.g2 ?? 0) || compareText(a.word, b.word) || compareText(a.outlet, b.outlet),
  );
}

/** Cells of word x outlet up to which every zero is a row. */
const FULL_TABLE = 200_000;

/**
 * The groups in which the absence of a word of some frequency is a row: all, or in a large table those large enough that the word was to
 * be expected there at least once. So the rows grow with the words of the texts, not with words times outlets.
 */
function chooseZeros({words, groups, totals, total}: Sample): (frequency: number) => readonly number[] {
  const bySize = Array.from(totals.keys()).sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0));
  if (words.length * groups <= FULL_TABLE) return () => bySize;
  return (frequency) => {
    const first = bySize.findIndex((group) => frequency * (totals[group] ?? 0) < total);
    return first < 0 ? bySize : bySize.slice(0, first);
  };
}

function measureWord(count: number, total: number, otherCount: number, otherTotal: number, maxima: Float64Array) {
  const g2 = total > 0 && otherTotal > 0 ? measureG2(count, total, otherCount, otherTotal) : null;
  const logRatio = measureLogRatio(count, total, otherCount, otherTotal);
  return {
    count,
    total,
    otherCount,
    otherTotal,
    ...measureFrequency(count, total),
    g2,
    logRatio,
    ...boundLogRatio(count, total, otherCount, otherTotal),
    p: g2 === null ? null : chanceOfG2(g2),
    pAdjusted: g2 === null ? null : adjustByMaxima(g2, maxima),
  };
}
