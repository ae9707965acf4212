import assert from "node:assert/strict";
import {test} from "node:test";
import {
  compareCorpus,
  describeInputs,
  openEdition,
  readArticle,
  renderApparatus,
  renderCards,
  renderMethod,
  renderTexts,
} from "../../src/index.ts";

const TEXTS = {
  a: "The Lyon flood killed 35 people on Sunday, police said.",
  b: "Police said the Lyon flood killed 53 people on Sunday.",
};
const articles = Object.entries(TEXTS).map(([name, text]) => readArticle(name, text, {outlet: name.toUpperCase()}));
const row = {article: "b", field: "text", start: 34, end: 43, path: "somewhere/corrections.csv:2", note: null} as const;
const corrections = [
  {...row, action: "mend", column: "number", value: "35", note: "<digits> transposed"},
  {...row, start: 35, path: "somewhere/corrections.csv:3", action: "drop"},
] as const;

const plain = (markup: {toString(): string}) =>
  markup
    .toString()
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ");

test("what a person corrected is marked wherever it is shown, with the change and the reason", () => {
  const comparison = compareCorpus({articles, corrections});
  const edition = openEdition(comparison);
  const change = "low: 53 → 35, high: 53 → 35";
  assert.match(
    renderApparatus(edition).toString(),
    new RegExp(`</a> <span class="corrected" title="${change}">corrected<`),
  );
  assert.match(plain(renderCards(edition)), new RegExp(`Corrected by hand: ${change}`));
  assert.match(renderTexts(edition).toString(), /class="mention corrected"[^>]*>53 people</);
  const method = renderMethod(edition, describeInputs(comparison));
  assert.match(plain(method), new RegExp(`1 correction by hand.*B 53 people ${change} &lt;digits&gt; transposed`));
  assert.match(plain(method), /Left out, corrections\.csv:3: no reading of b is 35-43/);
  assert.doesNotMatch(method.toString(), /somewhere/);
});

test("where nobody corrected anything nothing is said of it", () => {
  const comparison = compareCorpus({articles});
  const edition = openEdition(comparison);
  const page = [
    renderApparatus(edition),
    renderCards(edition),
    renderTexts(edition),
    renderMethod(edition, describeInputs(comparison)),
  ];
  assert.doesNotMatch(page.join(""), /correct/i);
});
