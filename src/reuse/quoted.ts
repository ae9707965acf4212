/** Half-open ranges between quotation marks, the marks left out. */
export interface QuotedRange {
  start: number;
  end: number;
}

const MARK = /[“”„«»"‘’']/gu;
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined): boolean => char === undefined || /[\s([—–-]/u.test(char);

/** What a mark does: opens, closes, or is an apostrophe. Straight marks are read by their neighbours, single ones most warily. */
function readMark(text: string, at: number, open: string | null): "opens" | "closes" | null {
  const mark = text[at] ?? "";
  const [left, right] = [text[at - 1], text[at + 1]];
  if (/[“„«]/.test(mark)) return "opens";
  if (/[”»]/.test(mark)) return "closes";
  if (mark === '"') {
    if (isSpace(left) !== isSpace(right)) return isSpace(left) ? "opens" : "closes";
    return open === '"' ? "closes" : "opens";
  }
  if (isWord(left) && isWord(right)) return null;
  if (open === "'") return isSpace(right) || !isWord(right) ? "closes" : null;
  return open === null && isSpace(left) && right !== undefined && /\p{L}/u.test(right) && !isSpace(right)
    ? "opens"
    : null;
}

/** How far a quotation reaches that nobody closes. */
const UNCLOSED_REACH = 1000;

/**
 * The quoted parts of one paragraph. A mark left open runs to the next opening one or to the paragraph's end, but not for ever; a closing
 * one without an opening covers what stands before it. Single marks count only where something closes them: 'tis is no quotation.
 *
 * @example
 * findQuoted('He said "wait here" twice') // => [{"start": 9, "end": 18}]
 */
export function findQuoted(paragraph: string): QuotedRange[] {
  const ranges: QuotedRange[] = [];
  let open: {kind: string; start: number} | null = null;
  let seen = false;
  for (const {index} of paragraph.matchAll(MARK)) {
    const kind = /["“”„«»]/.test(paragraph[index] ?? "") ? '"' : "'";
    const does = readMark(paragraph, index, open?.kind ?? null);
    if (does === null || (open && open.kind !== kind)) continue;
    if (does === "opens") {
      if (open?.kind === '"') ranges.push({start: open.start, end: Math.min(index, open.start + UNCLOSED_REACH)});
      open = {kind, start: index + 1};
    } else if (open) {
      ranges.push({start: open.start, end: index});
      open = null;
    } else if (!seen && kind === '"') ranges.push({start: Math.max(0, index - UNCLOSED_REACH), end: index});
    seen = true;
  }
  if (open?.kind === '"')
    ranges.push({start: open.start, end: Math.min(paragraph.length, open.start + UNCLOSED_REACH)});
  return ranges;
}
