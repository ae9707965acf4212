import assert from "node:assert/strict";
import {test} from "node:test";
import {renderSvg} from "../../src/charts/render.ts";
import {drawReuseRibbons, drawShareMatrix, drawStrongestRibbons} from "../../src/charts/reuse.ts";
import {assignSigla} from "../../src/charts/sigla.ts";
import {TONES} from "../../src/charts/theme.ts";
import {compareReuse} from "../../src/compare/reuse.ts";
import {readChartData} from "../../src/report/chart-data.ts";
import {readReuseText} from "../../src/reuse/passage-text.ts";
import {seeds} from "../corpus/gold.ts";
import {makeArticle} from "../reuse/make-text.ts";

const {reuse, shares} = compareReuse(seeds);
const sigla = assignSigla(seeds.map(({article, outlet}) => ({article, name: outlet})));
const [, ksl, , newsNation] = seeds;
assert.ok(ksl && newsNation);

/** Any warning of Vega fails the test. */
const warn = (message: string) => assert.fail(message);

test("the matrix states its finding, is not symmetric, and every cell leads somewhere", async () => {
  const spec = drawShareMatrix(shares, reuse, sigla);
  assert.equal((spec.title as {text: string}).text, "87% of A (unknown) stands in B (KSL), word for word or nearly so");
  const svg = await renderSvg(spec, {warn});
  for (const label of ["87%", "21%", "58%", "31%", "10%"]) assert.match(svg, new RegExp(`>${label}<`));
  assert.match(svg, /href="#000_c965c14b519cc3bf\.txt-23-299"/);
});

test("ribbons tell exact, edited and paraphrased copy apart by line and fill", async () => {
  const spec = drawReuseRibbons(readReuseText(newsNation), readReuseText(ksl), reuse, sigla);
  assert.equal(
    (spec.title as {text: string}).text,
    "58% of D (NewsNation) stands in B (KSL), word for word or nearly so",
  );
  const svg = await renderSvg(spec, {warn});
  assert.match(svg, /stroke-dasharray="6,3"/);
  assert.match(svg, /stroke-dasharray="1.5,3"/);
  const ribbons = svg.match(/<a xlink:href="#|<a href="#/g)?.length ?? 0;
  assert.ok(ribbons > 60, String(ribbons));
});

test("the table under the ribbons has a row a pair, with both sentences", () => {
  const pairs = reuse.filter((row) => row.articleA === ksl.article && row.articleB === newsNation.article);
  const table = readChartData(drawReuseRibbons(readReuseText(newsNation), readReuseText(ksl), reuse, sigla));
  assert.equal(table?.rows.length, pairs.length);
  for (const row of table?.rows ?? []) {
    assert.ok(String(row["textA"]).length > 10 && String(row["textB"]).length > 10, JSON.stringify(row));
    assert.ok(Number(row["words"]) > 0);
  }
});

test("every colour has its counterpart in the dark", async () => {
  const known = new Set<string>(TONES.map(([, tone]) => tone.light));
  const specs = [drawShareMatrix(shares, reuse, sigla), ...drawStrongestRibbons(seeds, {shares, reuse}, sigla)];
  for (const spec of specs) {
    const svg = await renderSvg(spec, {warn});
    const colours = [...svg.matchAll(/ (?:fill|stroke)="((?:#|rgb)[^"]+)"/g)].map(([, colour = ""]) => colour);
    assert.deepEqual(
      [...new Set(colours)].filter((colour) => !known.has(colour)),
      [],
    );
  }
});

test("nothing in common is drawn as nothing in common", async () => {
  const [a, b] = [makeArticle("a", "One thing happened here today."), makeArticle("b", "Nothing else did.")];
  const names = assignSigla([
    {article: "a", name: "A"},
    {article: "b", name: "B"},
  ]);
  const matrix = drawShareMatrix([], [], names);
  assert.equal((matrix.title as {text: string}).text, "No two articles share copy");
  await renderSvg(matrix, {warn});
  const ribbons = drawReuseRibbons(readReuseText(a), readReuseText(b), [], names);
  assert.equal((ribbons.title as {text: string}).text, "A and B share no copy");
  await renderSvg(ribbons, {warn});
});

test("the strongest pairs are drawn once each, the strongest first", async () => {
  const charts = drawStrongestRibbons(seeds, {shares, reuse}, sigla);
  assert.deepEqual(
    charts.map((spec) => (spec.title as {text: string}).text.slice(0, 12)),
    ["87% of A (un", "58% of D (Ne"],
  );
  for (const spec of charts) await renderSvg(spec, {warn, widthPx: 343});
  assert.deepEqual(drawStrongestRibbons(seeds, {shares: [], reuse: []}, sigla), []);
});

test("a share under half a percent is no nought, in the cell and in the title", () => {
  const [a, b] = sigla.keys();
  const share = {verbatim: 0.003, nearVerbatim: 0, paraphrased: 0, own: 0.997, copiedSentences: 1, words: 900};
  const spec = drawShareMatrix([{article: a!, other: b!, ...share}], [], sigla);
  assert.match((spec.title as {text: string}).text, /^Under 1% of A/);
  assert.match(JSON.stringify(spec), /"label":"under 1%"/);
});
