import {readTokens, type Token} from "../text/tokens.ts";

/** An article's text and the stretches of it that are searched (its sentences, mostly). */
export interface ConcordanceText {
  article: string;
  text: string;
  sentences: readonly {start: number; end: number}[];
}

/** A place where the words stand, with what comes before and after in the same stretch; offsets are those of the match in `text`. */
export interface ConcordanceLine {
  article: string;
  start: number;
  end: number;
  left: string;
  match: string;
  right: string;
}

/**
 * Every place where a word, or several words in a row, stand in the texts, in context (KWIC), in order of the texts. Capitals and the
 * shape of apostrophes make no difference, marks between the words neither; a match never runs over the end of a sentence. `left` and
 * `right` are at most `width` characters, white space made one space.
 */
export function readConcordance(texts: readonly ConcordanceText[], words: string, width = 40): ConcordanceLine[] {
  const sought = readTokens(words).map((token) => token.word);
  if (sought.length === 0) return [];
  return texts.flatMap(({article, text, sentences}) =>
    sentences.flatMap((sentence) =>
      findRuns(readTokens(text, sentence.start, sentence.end), sought).map(({start, end}) => ({
        article,
        start,
        end,
        left: takeLast(flatten(text.slice(sentence.start, start)).trimStart(), width),
        match: flatten(text.slice(start, end)),
        right: takeFirst(flatten(text.slice(end, sentence.end)).trimEnd(), width),
      })),
    ),
  );
}

function findRuns(tokens: readonly Token[], sought: readonly string[]): {start: number; end: number}[] {
  return tokens.flatMap((first, at) => {
    const last = tokens[at + sought.length - 1];
    return last && sought.every((word, i) => tokens[at + i]?.word === word)
      ? [{start: first.start, end: last.end}]
      : [];
  });
}

function flatten(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** Whole code points, so that no surrogate is cut in two. */
function takeFirst(text: string, width: number): string {
  return [...text].slice(0, width).join("");
}

function takeLast(text: string, width: number): string {
  return width > 0 ? [...text].slice(-width).join("") : "";
}

/**
 * The lines as plain text, the matches aligned.
 *
 * @example formatConcordance([{article: "a", start: 4, end: 7, left: "one ", match: "two", right: " three"}]) // => "one  two  three"
 */
export function formatConcordance(lines: readonly ConcordanceLine[]): string {
  const before = Math.max(0, ...lines.map(({left}) => left.trimEnd().length));
  const within = Math.max(0, ...lines.map(({match}) => match.length));
  return lines
    .map(({left, match, right}) => `${left.trimEnd().padStart(before)}  ${match.padEnd(within)} ${right}`.trimEnd())
    .join("\n");
}
