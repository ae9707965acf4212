import type {Article} from "../corpus/article.ts";
import {textReader} from "../reuse/corpus-reuse.ts";
import {type EditKind, isPlainDoubt} from "../reuse/edit-kinds.ts";
import {type Edit, findEdits} from "../reuse/edits.ts";
import type {ReuseSentence, ReuseText} from "../reuse/passage-text.ts";
import type {ReuseRow} from "../reuse/passages.ts";
import type {ReuseLabel} from "../reuse/sentence-pair.ts";
import {findTiles} from "../reuse/tiles.ts";

/** What one of two texts has and the other lacks, where nothing says whether it was dropped or added. */
const UNDIRECTED = {
  cut: "in one",
  added: "in one",
  "attribution dropped": "attribution in one",
  "attribution added": "attribution in one",
  "caveat dropped": "caveat in one",
  "caveat added": "caveat in one",
} as const satisfies Partial<Record<EditKind, string>>;

/** One row of the table `ledger`: an edit inside an aligned pair. Offsets are half-open, in UTF-16 code units of the article's text. */
export interface LedgerRow extends Omit<Edit, "edit"> {
  articleA: string;
  articleB: string;
  edit: EditKind | (typeof UNDIRECTED)[keyof typeof UNDIRECTED];
  /**
   * Why `articleA` is the one to start from: its text is the earlier by wording or dates; it is the fullest of its family and nothing
   * says which is the earlier. Null where nothing tells, or the fullest text is the later.
   */
  direction: "earlier" | "fuller" | null;
  /** The pair's label and the starts of its two sentences, which lead back to its row of `reuse`. */
  label: ReuseLabel;
  sentenceStartA: number;
  sentenceStartB: number;
}

/**
 * In a paraphrase nearly every word is changed, and what stands at one place need not answer what stands there in the other. Worth a row are
 * numbers, units, and a word of doubt that was put in or left out by itself.
 */
function isTellingInParaphrase({edit, before, after}: Edit): boolean {
  if (edit === "number" || edit === "unit") return true;
  return (
    (edit === "caveat dropped" || edit === "caveat added") &&
    (before === null || after === null) &&
    isPlainDoubt(before ?? after ?? "")
  );
}

/** Positions of the words that a sentence shares with its other partners in runs of three or more. */
function wordsShared(sentence: ReuseSentence, partners: readonly ReuseSentence[]): Set<number> {
  const tiles = partners.flatMap((partner) => findTiles(sentence.keys, partner.keys, 3));
  return new Set(tiles.flatMap(({a, length}) => Array.from({length}, (_, k) => a + k)));
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
    const elsewhere = {
      a: wordsShared(
        a,
        others.flatMap((other) => (other.a === a ? [other.b] : [])),
      ),
      b: wordsShared(
        b,
        others.flatMap((other) => (other.b === b ? [other.a] : [])),
      ),
    };
    return findEdits(a, b, elsewhere)
      .filter((edit) => row.label !== "paraphrase" || isTellingInParaphrase(edit))
      .map((edit) => ({
        articleA: row.articleA,
        articleB: row.articleB,
        direction: null,
        ...edit,
        label: row.label,
        sentenceStartA: a.start,
        sentenceStartB: b.start,
      }));
  });
}

/**
 * The substitution ledger: what changed between the two sentences of every aligned pair, as typed edits from `articleA` (before) to
 * `articleB` (after), in the order of the rows of `reuse`; see {@link turnLedger} for the order of source and copy. Paraphrases give only
 * what changes the matter: numbers, units, caveats.
 *
 * @example
 * findLedger([], []) // => []
 */
export function findLedger(articles: readonly Article[], reuse: readonly ReuseRow[]): LedgerRow[] {
  const places = new Map(articles.map(({article}, i) => [article, i]));
  const read = textReader(articles);
  const groups = new Map<string, ReuseRow[]>();
  for (const row of reuse) {
    const key = JSON.stringify([row.articleA, row.articleB]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
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

const TURNED: Partial<Record<LedgerRow["edit"], EditKind>> = {
  cut: "added",
  added: "cut",
  "attribution dropped": "attribution added",
  "attribution added": "attribution dropped",
  "caveat dropped": "caveat added",
  "caveat added": "caveat dropped",
};

const turnRow = (row: LedgerRow): LedgerRow => ({
  direction: row.direction,
  articleA: row.articleB,
  startA: row.startB,
  endA: row.endB,
  articleB: row.articleA,
  startB: row.startA,
  endB: row.endA,
  edit: TURNED[row.edit] ?? row.edit,
  before: row.after,
  after: row.before,
  label: row.label,
  sentenceStartA: row.sentenceStartB,
  sentenceStartB: row.sentenceStartA,
});

/** Which of two articles a row of the ledger starts from, and why; null where nothing tells. */
export interface Direction {
  first: string | null;
  direction: LedgerRow["direction"];
}

/**
 * Turns the rows so that they run from `first`. What was cut one way was added the other way; without a direction it stands in one, and
 * `articleA` is the one that has it.
 *
 * @example
 * turnLedger([], () => ({first: null, direction: null})) // => []
 */
export function turnLedger(
  ledger: readonly LedgerRow[],
  directionOf: (x: string, y: string) => Direction,
): LedgerRow[] {
  const undirected: Partial<Record<string, LedgerRow["edit"]>> = UNDIRECTED;
  return ledger.map((row) => {
    const {first, direction} = directionOf(row.articleA, row.articleB);
    const turned = first === row.articleB ? turnRow(row) : row;
    if (direction !== null) return {...turned, direction};
    const holder = turned.before === null ? turnRow(turned) : turned;
    return {...holder, edit: undirected[holder.edit] ?? holder.edit};
  });
}
