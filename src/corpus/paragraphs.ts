/** A run of text that one reader would call a paragraph; half-open offsets, white space at both ends left out. */
export interface Paragraph {
  start: number;
  end: number;
}

const LINE = /[^\r\n\u2028\u2029]+/g;

/** Share of line breaks that must fall inside a sentence before a file counts as wrapped by hand. */
const WRAPPED_SHARE = 0.3;

/**
 * Splits a text into paragraphs. A line is a paragraph, except in a file whose lines were wrapped to a width: there a blank line
 * ends the paragraph.
 *
 * @example splitParagraphs("One.\nTwo.") // => [{"start": 0, "end": 4}, {"start": 5, "end": 9}]
 */
export function splitParagraphs(text: string): Paragraph[] {
  const lines: Paragraph[] = [];
  for (const match of text.matchAll(LINE)) {
    const line = trimSpan(text, match.index, match.index + match[0].length);
    if (line.end > line.start) lines.push(line);
  }
  return isHandWrapped(text, lines) ? joinLines(text, lines) : lines;
}

/** Narrows a span to what stands between its outer white space. */
export function trimSpan(text: string, start: number, end: number): Paragraph {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return {start, end};
}

function isSpace(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x85) return false;
  return /\s|[\u0085\u200b\u2060\ufeff]/.test(String.fromCharCode(code));
}

const adjoining = (text: string, a: Paragraph, b: Paragraph) =>
  (text.slice(a.end, b.start).match(/\r\n|[\r\n\u2028\u2029]/g) ?? []).length === 1;

function isHandWrapped(text: string, lines: readonly Paragraph[]): boolean {
  let [breaks, inside] = [0, 0];
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1], lines[i]];
    if (!a || !b || !adjoining(text, a, b)) continue;
    breaks++;
    if (/^\p{Ll}/u.test(text.slice(b.start, b.start + 2)) && !/[.!?:;]$/.test(text.slice(a.start, a.end))) inside++;
  }
  return breaks >= 3 && inside / breaks >= WRAPPED_SHARE;
}

function joinLines(text: string, lines: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && adjoining(text, last, line)) last.end = line.end;
    else joined.push({...line});
  }
  return joined;
}
