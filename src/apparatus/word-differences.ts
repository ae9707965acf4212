export interface WordDifferences {
  /** Spans of words, as offsets into the second text, that the first has not in this place. */
  spans: {start: number; end: number}[];
  /** Share of the words of both texts that stand in both in the same order, from 0 to 1. */
  shared: number;
}

interface Word {
  start: number;
  end: number;
  key: string;
}

/**
 * Which words of `text` differ from `reference`, by the longest common subsequence of their words. Case, quotation marks and
 * the form of apostrophes do not count. Quadratic in words: for sentences, not for articles.
 *
 * @example findWordDifferences("He fled home.", "He ran home.") // => {"spans": [{"start": 3, "end": 6}], "shared": 0.6666666666666666}
 */
export function findWordDifferences(reference: string, text: string): WordDifferences {
  const [before, after] = [readWords(reference), readWords(text)];
  const kept = alignWords(before, after);
  const spans: {start: number; end: number}[] = [];
  for (const [index, word] of after.entries()) {
    if (kept.has(index)) continue;
    const last = spans.at(-1);
    // Neighbours that differ make one span: "ran away" is one change.
    if (last && index > 0 && !kept.has(index - 1)) last.end = word.end;
    else spans.push({start: word.start, end: word.end});
  }
  const words = before.length + after.length;
  return {spans, shared: words === 0 ? 1 : (2 * kept.size) / words};
}

function readWords(text: string): Word[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}\p{N}'’-]*|\p{N}[\p{N}.,:]*\p{N}|\p{N}/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: match[0].toLowerCase().replaceAll("’", "'"),
  }));
}

/** Positions in `after` of the words that both share. */
function alignWords(before: readonly Word[], after: readonly Word[]): Set<number> {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i]?.key === after[j]?.key
          ? 1 + (lengths[(i + 1) * width + j + 1] ?? 0)
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i]?.key === after[j]?.key) {
      kept.add(j);
      i++;
      j++;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return kept;
}
