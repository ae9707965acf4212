import type {Article} from "../corpus/article.ts";
import {textReader} from "../reuse/corpus-reuse.ts";
import type {EditKind} from "../reuse/edit-kinds.ts";
import {type Edit, findEdits} from "../reuse/edits.ts";
import type {ReuseSentence, ReuseText} from "../reuse/passage-text.ts";
import type {ReuseRow} from "../reuse/passages.ts";
import type {ReuseLabel} from "../reuse/sentence-pair.ts";
import {findTiles} from "../reuse/tiles.ts";

/** One row of the table `ledger`: an edit inside an aligned pair. Offsets are half-open, in UTF-16 code units of the article's text. */
export interface LedgerRow extends Edit {
  articleA: string;
  articleB: string;
  /** The pair's label and the starts of its two sentences, which lead back to its row of `reuse`. */
  label: ReuseLabel;
  sentenceStartA: number;
  sentenceStartB: number;
}

/** In a paraphrase nearly every word is changed; only these edits are worth a row there. */
const TELLING_IN_PARAPHRASE: ReadonlySet<EditKind> = new Set(["caveat dropped", "caveat added", "number", "unit"]);
/** A cut or addition of which this share stands in another aligned sentence was merged or split, not cut or added. */
const ELSEWHERE = 0.6;

type Span = readonly [start: number, end: number];

/** Spans of one sentence that its other partners have too. */
function spansShared(sentence: ReuseSentence, partners: readonly ReuseSentence[]): Span[] {
  return partners.flatMap((partner) =>
    findTiles(sentence.keys, partner.keys, 3).map(({a, length}): Span => {
      return [sentence.tokens[a]?.start ?? 0, sentence.tokens[a + length - 1]?.end ?? 0];
    }),
  );
}

function isElsewhere(start: number, end: number, spans: readonly Span[]): boolean {
  const shared = spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
  return end > start && shared >= ELSEWHERE * (end - start);
}

interface Pair {
  row: ReuseRow;
  a: ReuseSentence;
  b: ReuseSentence;
}

/** The edits of all pairs of two articles. */
function editsOf(pairs: readonly Pair[]): LedgerRow[] {
  return pairs.flatMap((pair) => {
    const {row, a, b} = pair;
    if (row.label === "verbatim") return [];
    const others = pairs.filter((other) => other !== pair);
    const sharedA = spansShared(
      a,
      others.flatMap((other) => (other.a === a ? [other.b] : [])),
    );
    const sharedB = spansShared(
      b,
      others.flatMap((other) => (other.b === b ? [other.a] : [])),
    );
    return findEdits(a, b)
      .filter(({edit}) => row.label !== "paraphrase" || TELLING_IN_PARAPHRASE.has(edit))
      .filter(
        ({startA, endA, startB, endB}) => !isElsewhere(startA, endA, sharedA) && !isElsewhere(startB, endB, sharedB),
      )
      .map((edit) => ({
        articleA: row.articleA,
        articleB: row.articleB,
        ...edit,
        label: row.label,
        sentenceStartA: a.start,
        sentenceStartB: b.start,
      }));
  });
}

const flip = (row: ReuseRow): ReuseRow => ({
  ...row,
  articleA: row.articleB,
  startA: row.startB,
  endA: row.endB,
  zoneA: row.zoneB,
  wordsA: row.wordsB,
  articleB: row.articleA,
  startB: row.startA,
  endB: row.endA,
  zoneB: row.zoneA,
  wordsB: row.wordsA,
});

/**
 * The substitution ledger: what changed between the two sentences of every aligned pair, as typed edits from `articleA` (before) to
 * `articleB` (after). `isEarlier(x, y)` tells which of two articles has the earlier text, where that is known; else the order of the
 * rows stays. Paraphrases give only what changes the matter: numbers, units, caveats.
 *
 * @example
 * findLedger([], []) // => []
 */
export function findLedger(
  articles: readonly Article[],
  reuse: readonly ReuseRow[],
  isEarlier: (x: string, y: string) => boolean = () => false,
): LedgerRow[] {
  const places = new Map(articles.map(({article}, i) => [article, i]));
  const read = textReader(articles);
  const groups = new Map<string, ReuseRow[]>();
  for (const row of reuse) {
    const directed = isEarlier(row.articleB, row.articleA) ? flip(row) : row;
    const key = JSON.stringify([directed.articleA, directed.articleB]);
    const group = groups.get(key);
    if (group) group.push(directed);
    else groups.set(key, [directed]);
  }
  return [...groups.values()].flatMap((rows) => {
    const text = (article: string | undefined): ReuseText => read(places.get(article ?? "") ?? 0);
    const [left, right] = [text(rows[0]?.articleA), text(rows[0]?.articleB)];
    const pairs = rows.flatMap((row): Pair[] => {
      const a = left.sentences.find(({start}) => start === row.startA);
      const b = right.sentences.find(({start}) => start === row.startB);
      return a && b ? [{row, a, b}] : [];
    });
    return editsOf(pairs);
  });
}
