import assert from "node:assert/strict";
import {test} from "node:test";
import {renderConcordance} from "../../src/apparatus/concordance.ts";
import {openEdition} from "../../src/apparatus/edition.ts";
import {renderSvg} from "../../src/charts/render.ts";
import {chartSpellings, chartWords, chooseSpellings, chooseWords} from "../../src/charts/words.ts";
import {readArticles} from "../../src/compare/reading.ts";
import {compareWords} from "../../src/compare/words.ts";
import type {Article} from "../../src/corpus/article.ts";
import {escapeHtml} from "../../src/markup/html.ts";
import {seeds} from "../corpus/gold.ts";
import {makeArticle} from "../reuse/make-text.ts";

function read(articles: readonly Article[]) {
  const readings = readArticles(articles);
  const words = compareWords(readings);
  const lists = renderConcordance(openEdition({readings, mentions: [], facts: []}), words).toString();
  const listOf = (word: string) => lists.split(`<ul class="kwic" id="word-${escapeHtml(word)}">`)[1]?.split("</ul>")[0];
  return {words, listOf};
}

test("every mark of the charts leads to a list with as many lines as the chart counts", async () => {
  const {words, listOf} = read(seeds);
  for (const spec of [chartWords(words), chartSpellings(words)]) {
    const svg = await renderSvg(spec ?? {}, {warn: (message) => assert.fail(message)});
    const links = [...svg.matchAll(/<a xlink:href="#word-([^"]+)"/g)].map(([, word = ""]) => decodeURIComponent(word));
    assert.ok(links.length > 4);
    for (const word of links) assert.ok(listOf(word), word);
  }
  const counts = [
    ...chooseWords(words).map(({word, count, otherCount}) => ({word, count: count + otherCount})),
    ...chooseSpellings(words).flatMap(({spellings}) =>
      spellings.map(({word, uses}) => ({word, count: uses.reduce((sum, use) => sum + use.count, 0)})),
    ),
  ];
  for (const {word, count} of counts) assert.equal(listOf(word)?.match(/<b /g)?.length, Math.min(40, count), word);
});

test("a word stands between what comes before and after it, whole words and all of it text", () => {
  const sentence =
    "Nobody in the old town had ever before <i>seen</i> Kyiv’s trams & buses run so very late in the dark winter.";
  const {listOf} = read([makeArticle("a", sentence), makeArticle("b", sentence.replace("trams", "tramcars"))]);
  assert.match(listOf("tramcars") ?? "", /<b title="b 58–66">tramcars<\/b>/);
  assert.equal(
    (listOf("tramcars") ?? "").replace(/<[^>]*>/g, "").trim(),
    "B … had ever before &lt;i&gt;seen&lt;/i&gt; Kyiv’s tramcars &amp; buses run so very late in the dark …",
  );
});

test("of a word that stands everywhere the first forty lines are shown", () => {
  const many = Array.from({length: 50}, (_, i) => `The ferry number ${i} left.`).join(" ");
  const {listOf} = read([makeArticle("a", many), makeArticle("b", many.replaceAll("ferry", "boat"))]);
  assert.match(listOf("ferry") ?? "", /<li class="muted">10 more<\/li>$/);
});

test("one article has no word to compare", () => {
  const readings = readArticles([makeArticle("a", "One ferry left.")]);
  const lists = renderConcordance(openEdition({readings, mentions: [], facts: []}), compareWords(readings));
  assert.match(lists.toString(), /There is no word to compare/);
});
