/** A stretch of words: in both readings, only in the longest (cut here), or only in this one (added here). */
export interface WordChange {
  change: "kept" | "cut" | "added";
  text: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’\-‑][\p{L}\p{N}]+)*/gu;
/**
 * What a shorter reading keeps, cuts and adds against the longest, word by word and in order: the longest run that both have is kept,
 * then the same on either side of it (Ratcliff and Obershelp 1988). Case, hyphens and punctuation make no difference; the words are shown
 * as written.
 *
 * @example describeChanges("the businesslike spirit", "Business-like talks") // => [{"change": "cut", "text": "the"}, {"change": "kept", "text": "Business-like"}, {"change": "cut", "text": "spirit"}, {"change": "added", "text": "talks"}]
 */
export function describeChanges(longest: string, reading: string): WordChange[] {
  const a = longest.match(WORD) ?? [];
  const b = reading.match(WORD) ?? [];
  const changes: WordChange[] = [];
  const add = (change: WordChange["change"], words: readonly string[]) => {
    const last = changes.at(-1);
    if (words.length === 0) return;
    if (last?.change === change) last.text += ` ${words.join(" ")}`;
    else changes.push({change, text: words.join(" ")});
  };
  const compare = (from: Side, to: Side) => {
    const run = longestCommonRun(from, to);
    if (run.length === 0) {
      add("cut", a.slice(from.start, from.end));
      add("added", b.slice(to.start, to.end));
      return;
    }
    compare({...from, end: run.a}, {...to, end: run.b});
    add("kept", b.slice(run.b, run.b + run.length));
    compare({...from, start: run.a + run.length}, {...to, start: run.b + run.length});
  };
  compare({words: a.map(fold), start: 0, end: a.length}, {words: b.map(fold), start: 0, end: b.length});
  return changes;
}

interface Side {
  words: readonly string[];
  start: number;
  end: number;
}

const fold = (word: string) => word.toLowerCase().replace(/[-‑]/g, "").replaceAll("’", "'");

/** The longest run of words that both stretches have, the first of equals; a run of one word counts where it is no mere "the" or "of". */
function longestCommonRun(a: Side, b: Side): {a: number; b: number; length: number} {
  const best = {a: a.start, b: b.start, length: 0};
  let last = new Uint16Array(b.end - b.start + 1);
  for (let i = a.start; i < a.end; i++) {
    const row = new Uint16Array(last.length);
    for (let j = b.start; j < b.end; j++) {
      if (a.words[i] !== b.words[j]) continue;
      const length = last[j - b.start]! + 1;
      row[j - b.start + 1] = length;
      if (length > best.length && (length > 1 || a.words[i]!.length > 3))
        Object.assign(best, {a: i - length + 1, b: j - length + 1, length});
    }
    last = row;
  }
  return best;
}
