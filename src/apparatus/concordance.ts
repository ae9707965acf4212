import {wordId} from "../charts/anchor.ts";
import {chooseSpellings, chooseWords} from "../charts/words.ts";
import type {ArticleReading} from "../compare/reading.ts";
import type {WordComparison} from "../compare/words.ts";
import {type Html, html} from "../markup/html.ts";
import {type ConcordanceLine, readConcordance} from "../words/concordance.ts";
import {type Edition, siglumOf} from "./edition.ts";
import {renderSiglum} from "./siglum.ts";
import {inNotebook} from "./style.ts";

/** Further lines of one word say little that the first have not. */
const MOST_LINES = 40;
/** Characters on either side. */
const WIDTH = 40;

/**
 * Every place where a word of the charts stands in body text, in context (KWIC), a folded list a word: the words with the strongest
 * evidence, then those with several spellings. Marks of the charts lead to it.
 */
export function renderConcordance(edition: Edition, comparison: WordComparison): Html {
  const names = new Map(chooseWords(comparison).map(({word}) => [word, word]));
  for (const {spellings} of chooseSpellings(comparison))
    for (const {word, written} of spellings) names.set(word, written);
  if (names.size === 0) return inNotebook(html`<p class="muted">There is no word to compare.</p>`);
  return inNotebook(html`${[...names].map(([word, name]) => renderWord(edition, word, name))}`);
}

function renderWord(edition: Edition, word: string, name: string): Html {
  const lines = edition.readings.flatMap((reading) => readLines(reading, word));
  const articles = new Set(lines.map(({article}) => article));
  const sigla = [...articles].map((article) => html`${renderSiglum(siglumOf(edition, article))} `);
  const more = lines.length - MOST_LINES;
  return html`<details class="data speech"><summary><b>${name}</b> <span class="muted">· ${lines.length} in ${sigla}</span></summary>
<ul class="kwic" id="${wordId(word)}">${lines.slice(0, MOST_LINES).map((line) => renderLine(edition, line))}${
    more > 0 && html`<li class="muted">${more} more</li>`
  }</ul></details>
`;
}

/** Most sentences lack the word: to look for its letters is quicker than to read every word again. */
function readLines({article, sentences}: ArticleReading, word: string): ConcordanceLine[] {
  const candidates = sentences.filter(
    ({zone, field, text}) =>
      zone === "body" && field === "text" && text.toLowerCase().replaceAll("’", "'").includes(word),
  );
  return candidates.length === 0 ? [] : readConcordance([{article, sentences: candidates}], word, WIDTH);
}

function renderLine(edition: Edition, {article, start, end, left, match, right}: ConcordanceLine): Html {
  // Where the sentence goes on, no word is cut in two.
  const before = left.length < WIDTH ? left : left.replace(/^\S*/u, "…");
  const behind = right.length < WIDTH ? right : right.replace(/\S*$/u, "…");
  return html`<li dir="auto">${renderSiglum(siglumOf(edition, article))} <span>${before}</span><b title="${article} ${start}–${end}">${match}</b><span>${behind}</span></li>\n`;
}
