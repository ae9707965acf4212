import type {Field} from "../corpus/article.ts";
import type {Sentence} from "../text/sentences.ts";
import {readTokens, type Token} from "../text/tokens.ts";

/** An article with its sentences, as `readArticles` gives it. */
export interface ReadText {
  article: {article: string};
  sentences: readonly Pick<Sentence, "field" | "start" | "text" | "zone">[];
}

/** A place where the words stand, with what comes before and after in the same sentence; offsets are those of the match in its field. */
export interface ConcordanceLine {
  article: string;
  field: Field;
  start: number;
  end: number;
  left: string;
  match: string;
  right: string;
}

/** Furniture and credits are not the article's words. */
const TOLD: readonly string[] = ["headline", "body", "caption"];

/**
 * Every place where a word, or several words in a row, stand in headlines, body or captions, in context (KWIC), in order of the texts.
 * Capitals and the shape of apostrophes make no difference, marks between the words neither; a match never runs over the end of a
 * sentence. `left` and `right` are at most `width` characters, white space made one space.
 *
 * @example
 * readConcordance(readArticles([readArticle("a.txt", "The White House said no. White paint sold out.")]), "white house")[0].right // => " said no."
 */
export function readConcordance(readings: readonly ReadText[], words: string, width = 40): ConcordanceLine[] {
  const sought = readTokens(words).map((token) => token.word);
  if (sought.length === 0) return [];
  return readings.flatMap(({article: {article}, sentences}) =>
    sentences.flatMap(({field, start: offset, text, zone}) =>
      (TOLD.includes(zone) ? findRuns(readTokens(text), sought) : []).map(({start, end}) => ({
        article,
        field,
        start: offset + start,
        end: offset + end,
        left: takeLast(flatten(text.slice(0, start)), width),
        match: flatten(text.slice(start, end)),
        right: takeFirst(flatten(text.slice(end)), width),
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
 * @example formatConcordance([{article: "a", field: "text", start: 4, end: 7, left: "one ", match: "two", right: " three"}]) // => "one  two  three"
 */
export function formatConcordance(lines: readonly ConcordanceLine[]): string {
  const before = Math.max(0, ...lines.map(({left}) => left.trimEnd().length));
  const within = Math.max(0, ...lines.map(({match}) => match.length));
  return lines
    .map(({left, match, right}) => `${left.trimEnd().padStart(before)}  ${match.padEnd(within)} ${right}`.trimEnd())
    .join("\n");
}
