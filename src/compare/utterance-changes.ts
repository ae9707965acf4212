/** A stretch of words: in both readings, only in the longest (cut here), or only in this one (added here). */
export interface WordChange {
  change: "kept" | "cut" | "added";
  text: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’\-‑][\p{L}\p{N}]+)*/gu;
/** Above this many words on both sides the middle is given as cut and added whole: a quotation is rarely that long. */
const LIMIT = 600;

/**
 * What a shorter reading keeps, cuts and adds against the longest, word by word and in order (longest common subsequence). Case, hyphens
 * and punctuation make no difference; the words are shown as written.
 *
 * @example describeChanges("the businesslike spirit", "Business-like talks") // => [{"change": "cut", "text": "the"}, {"change": "kept", "text": "Business-like"}, {"change": "cut", "text": "spirit"}, {"change": "added", "text": "talks"}]
 */
export function describeChanges(longest: string, reading: string): WordChange[] {
  const a = longest.match(WORD) ?? [];
  const b = reading.match(WORD) ?? [];
  const [x, y] = [a.map(fold), b.map(fold)];
  const changes: WordChange[] = [];
  const add = (change: WordChange["change"], word: string) => {
    const last = changes.at(-1);
    if (last?.change === change) last.text += ` ${word}`;
    else changes.push({change, text: word});
  };
  if (a.length > LIMIT || b.length > LIMIT) {
    if (a.length > 0) changes.push({change: "cut", text: a.join(" ")});
    if (b.length > 0) changes.push({change: "added", text: b.join(" ")});
    return changes;
  }
  const lengths = commonLengths(x, y);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && x[i] === y[j]) {
      add("kept", b[j]!);
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) add("cut", a[i++]!);
    else add("added", b[j++]!);
  }
  return changes;
}

const fold = (word: string) => word.toLowerCase().replace(/[-‑]/g, "").replaceAll("’", "'");

/** lengths[i][j]: words that the tails from i and from j have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({length: a.length + 1}, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}
