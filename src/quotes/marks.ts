/** A stretch of text to look for quotation marks in: a paragraph. Marks never pair across its ends, but a quotation may run on. */
export interface Stretch {
  start: number;
  end: number;
}

/** A pair of marks with what stands between them; `closed` is false where the text leaves the closing mark out. */
export interface Quoted {
  start: number;
  end: number;
  /** Index of the stretch that it stands in. */
  stretch: number;
  closed: boolean;
  /** Opened by a single mark, as house style has it in Britain. */
  single: boolean;
}

const MARK = /["“”„‟«»＂]|[‘’‚‛'`]/g;
const DOUBLE = /["“”„‟«»＂]/;
const ALWAYS_OPENS = /[“„‟«‘‚‛]/;
const ALWAYS_CLOSES = /[”»]/;
const BEFORE_OPENING = /[\s([{—–\-/:"“”„«‘]/;
const AFTER_CLOSING = /[\s)\]}—–\-/.,;:?!…"“”»’]/;
const STARTS_WORD = /[\p{L}\p{N}[(…$£€¥@#.¿¡'‘"“]/u;
/** Words that begin with an apostrophe, and decades: 'em, 'til, '90s. */
const CLIPPED = /['’‘](?:\d\d(?:s|\b)|(?:em|til|till|tis|twas|cause|bout|round|n|cos|nuff)\b)/iy;
const ENDS_SENTENCE = /[.?!…]/;

/** How one mark may act, by the characters beside it. */
interface Mark {
  at: number;
  character: string;
  double: boolean;
  opens: boolean;
  closes: boolean;
  /** A plural possessive ("the girls' school") looks like this too. */
  possessive: boolean;
}

/**
 * Pairs quotation marks, straight, curly or mismatched, double or single, one stretch after the other. Marks inside a pair are part
 * of it. A stretch that ends inside a pair closes it; a mark that opens after the end of a sentence inside an open pair begins the next
 * paragraph of a running quotation, so the row before ends there. Linear in the length of the text.
 *
 * @example findQuoted("He said ‘no’ and “yes.\"", [{"start": 0, "end": 23}]).map((q) => [q.start, q.end]) // => [[8, 12], [17, 23]]
 */
export function findQuoted(text: string, stretches: readonly Stretch[]): Quoted[] {
  const quoted: Quoted[] = [];
  stretches.forEach((stretch, index) => {
    const marks = readMarks(text, stretch);
    if (marks.length === 0) return;
    const runsOn = opensWithMark(text, stretches, index);
    for (const {start, end, closed, single} of pairMarks(text, stretch, marks, runsOn))
      if (holdsWords(text, start, end)) quoted.push({start, end, stretch: index, closed, single});
  });
  return quoted;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Marks around nothing, or around dots, are no quotation. */
function holdsWords(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (LETTER.test(text[i]!) || text.charCodeAt(i) >= 0xd800) return true;
  return false;
}

/** Whether one of the next few paragraphs opens with a mark; captions and pull lines may stand in between. */
function opensWithMark(text: string, stretches: readonly Stretch[], index: number): boolean {
  for (let i = index + 1; i <= index + 3; i++) {
    const next = stretches[i];
    if (next && /["“„«‘'＂]/.test(text[next.start] ?? "")) return true;
  }
  return false;
}

function readMarks(text: string, {start, end}: Stretch): Mark[] {
  const marks: Mark[] = [];
  MARK.lastIndex = start;
  for (let match = MARK.exec(text); match && match.index < end; match = MARK.exec(text)) {
    const at = match.index;
    const character = match[0];
    const double = DOUBLE.test(character);
    const before = at > start ? text[at - 1]! : " ";
    const after = at + 1 < end ? text[at + 1]! : " ";
    CLIPPED.lastIndex = at;
    if (!double && CLIPPED.test(text)) continue;
    const opens = BEFORE_OPENING.test(before) && STARTS_WORD.test(after) && !ALWAYS_CLOSES.test(character);
    const closes = AFTER_CLOSING.test(after) && !(ALWAYS_OPENS.test(character) && !/\s/.test(after));
    marks.push({
      at,
      character,
      double,
      opens: double ? opens || (character === "“" && STARTS_WORD.test(after)) : opens && character !== "’",
      closes: double ? closes : closes && !/\s/.test(before),
      possessive: !double && /s/i.test(before) && /\s/.test(after),
    });
  }
  return marks;
}

/** Marks inside marks inside marks: beyond this the outer one was left open. Keeps reading linear, too. */
const DEEPEST = 2;

type Pair = Omit<Quoted, "stretch">;

function pairMarks(text: string, stretch: Stretch, marks: readonly Mark[], runsOn: boolean): Pair[] {
  const pairs: Pair[] = [];
  let i = 0;
  while (i < marks.length) {
    const mark = marks[i]!;
    const read = mark.double ? readDouble(text, stretch, marks, i, runsOn) : readSingle(stretch, marks, i, runsOn);
    if (read) pairs.push(...read.pairs);
    i = read ? read.next : i + 1;
  }
  return pairs;
}

function readDouble(text: string, stretch: Stretch, marks: readonly Mark[], from: number, runsOn: boolean) {
  const first = marks[from]!;
  if (!first.opens && !opensLoosely(text, stretch, marks, from)) return null;
  const pairs: Pair[] = [];
  let start = first.at;
  let nested: number[] = [];
  let depth = 0;
  for (let i = from + 1; i < marks.length; i++) {
    const mark = marks[i]!;
    if (!mark.double) continue;
    if (mark.opens && !(mark.closes && depth === 0)) {
      const before = lastNonSpace(text, start + 1, mark.at);
      if (depth === 0 && before > start && ENDS_SENTENCE.test(text[before]!)) {
        pairs.push({start, end: before + 1, closed: false, single: false});
        start = mark.at;
        nested = [];
      } else {
        if (depth === 0) nested.push(i);
        if (++depth > DEEPEST) break;
      }
    } else if (depth > 0) depth--;
    else {
      pairs.push({start, end: mark.at + 1, closed: true, single: false});
      return {pairs, next: i + 1};
    }
  }
  return closeAtEnd(text, stretch, marks, {pairs, start, nested, runsOn});
}

/** A quotation that nothing closes: it runs to the end of its paragraph, unless marks inside show that only its own was forgotten. */
function closeAtEnd(
  text: string,
  stretch: Stretch,
  marks: readonly Mark[],
  open: {pairs: Pair[]; start: number; nested: number[]; runsOn: boolean},
) {
  const {pairs, start, nested, runsOn} = open;
  const first = nested[0];
  if (first === undefined || runsOn) {
    const end = lastNonSpace(text, start + 1, stretch.end) + 1;
    if (end > start + 1) pairs.push({start, end, closed: false, single: false});
    return {pairs, next: marks.length};
  }
  const inner = marks[first]!.at;
  let stop = inner - 1;
  while (stop > start && !ENDS_SENTENCE.test(text[stop]!)) stop--;
  if (stop > start) pairs.push({start, end: stop + 1, closed: false, single: false});
  return {pairs, next: first};
}

/** A straight mark with a space on either side opens when another follows; a closing curly one when it stands where one opens. */
function opensLoosely(text: string, stretch: Stretch, marks: readonly Mark[], index: number): boolean {
  const {at, character} = marks[index]!;
  const before = at > stretch.start ? text[at - 1]! : " ";
  const after = at + 1 < stretch.end ? text[at + 1]! : " ";
  const follows = marks[index + 1]?.double || marks[index + 2]?.double;
  // "last June."I always tell": the space is missing, the closing mark is not.
  if (follows && ENDS_SENTENCE.test(before) && !ALWAYS_CLOSES.test(character)) return /\p{Lu}/u.test(after);
  if (!follows || !/[\s(]/.test(before)) return false;
  return ALWAYS_CLOSES.test(character) ? /[\p{L}\p{N}]/u.test(after) : /\s/.test(after) && at + 1 < stretch.end;
}

function readSingle(stretch: Stretch, marks: readonly Mark[], from: number, runsOn: boolean) {
  const first = marks[from]!;
  if (!first.opens) return null;
  let close = -1;
  for (let i = from + 1; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.double) continue;
    if (mark.opens && !mark.closes) break;
    if (!mark.closes) continue;
    if (close < 0 || !mark.possessive) close = i;
    if (!mark.possessive) break;
  }
  if (close >= 0) {
    const pair = {start: first.at, end: marks[close]!.at + 1, closed: true, single: true};
    return {pairs: [pair], next: close + 1};
  }
  const opensParagraph = first.at === stretch.start && runsOn && !marks.slice(from + 1, from + 3).some((m) => m.double);
  if (!opensParagraph) return null;
  return {pairs: [{start: first.at, end: stretch.end, closed: false, single: true}], next: marks.length};
}

function lastNonSpace(text: string, from: number, to: number): number {
  let i = to - 1;
  while (i >= from && /\s/.test(text[i]!)) i--;
  return i;
}
