import assert from "node:assert/strict";
import {test} from "node:test";
import {type ChartSpec, chartTitle, renderSvg} from "../../src/charts/render.ts";
import {chartSpellings, chartWords} from "../../src/charts/words.ts";
import {readArticles} from "../../src/compare/reading.ts";
import {compareWords} from "../../src/compare/words.ts";
import type {Article} from "../../src/corpus/article.ts";
import {readCorpus} from "../../src/corpus/read-corpus.ts";
import {readChartData} from "../../src/report/chart-data.ts";

const seeds = compareWords(readArticles(readCorpus(new URL("../../seeds", import.meta.url).pathname).articles));

function compareTexts(...texts: string[]) {
  const nothing = {
    agency: null,
    headline: null,
    byline: null,
    dateline: null,
    published: null,
    updated: null,
    link: null,
    title: null,
  };
  const articles = texts.map((text, i): Article => {
    const zones = [{start: 0, end: text.length, zone: "body" as const}];
    return {...nothing, article: `${i}.txt`, outlet: `Outlet ${"ABC"[i]}`, language: "en", text, zones, issues: []};
  });
  return compareWords(readArticles(articles));
}

const lines = (text: string) => Array.from({length: 25}, (_, i) => text.replaceAll("#", String(i))).join(" ");
const differing = compareTexts(
  lines("Case # was allegedly closed near gate #1."),
  lines("Case #2 was closed near door #3."),
);

async function draw(spec: ChartSpec | null, widthPx: number): Promise<string> {
  const warnings: string[] = [];
  assert.ok(spec);
  const svg = await renderSvg(spec, {widthPx, warn: (message) => warnings.push(message)});
  assert.deepEqual(warnings, []);
  assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
  return svg;
}

const printed = (svg: string) => Array.from(svg.matchAll(/>([^<>]+)</g), (match) => match[1] ?? "");

test("the chart of the seeds states its finding and shows the strongest evidence with its corrected chance", async () => {
  const spec = chartWords(seeds);
  assert.equal(
    spec && chartTitle(spec).title,
    "No word differs beyond chance between 000, 002, CBS News, KSL and NewsNation",
  );
  for (const widthPx of [700, 375]) {
    const texts = printed(await draw(spec, widthPx));
    assert.ok(texts.includes("zelensky") && texts.includes("002 4, others 0"), texts.join("|"));
    assert.ok(texts.some((text) => /^p = \.\d{3}$/.test(text)));
    assert.ok(!texts.some((text) => text.startsWith("differs")));
  }
});

test("a word beyond chance is named in the title, drawn in the tone of difference and labelled", async () => {
  const spec = chartWords(differing);
  assert.match(spec ? chartTitle(spec).title : "", /^\d words differ beyond chance: .*“allegedly” \(Outlet A\)/);
  const svg = await draw(spec, 700);
  assert.ok(printed(svg).some((text) => text.startsWith("differs, p")));
  assert.match(
    svg,
    /aria-label="word: allegedly; uses: Outlet A 25 in 200, others 0 in 175; finding: differs, corrected p &lt; \.001"/,
  );
});

test("words of equal evidence are shown together or not at all", () => {
  const shown = (limit: number) =>
    ((chartWords(seeds, {limit})?.["data"] as {values: unknown[]} | undefined)?.values ?? []).length;
  assert.equal(shown(1), 1);
  assert.ok(shown(10) < 10);
  assert.equal(shown(10), shown(9));
});

test("the chart of spellings shows who writes which, the commonest first", async () => {
  const spec = chartSpellings(seeds);
  assert.match(spec ? chartTitle(spec).title : "", /^\d words are spelled differently across the outlets$/);
  const texts = printed(await draw(spec, 700));
  assert.ok(texts.indexOf("Zelenskyy") < texts.indexOf("Zelensky"));
  assert.ok(texts.includes("U.S.") && texts.includes("US"));
  await draw(spec, 375);
});

test("nothing to compare, no chart", () => {
  for (const comparison of [compareTexts(), compareTexts("One two."), compareTexts("", "")]) {
    assert.equal(chartWords(comparison), null);
    assert.equal(chartSpellings(comparison), null);
  }
});

test("one word in common, and none, still draw", async () => {
  await draw(chartWords(compareTexts("One.", "One.")), 375);
  await draw(chartWords(compareTexts("One.", "Two.")), 700);
});

test("an open end has no number in the table", () => {
  const table = readChartData(chartWords(seeds) ?? {});
  assert.deepEqual(
    table?.columns.map(({heading}) => heading),
    ["Word", "Uses, among how many words", "Log ratio", "95% from", "to", "Finding"],
  );
  const ends = table?.rows.map(({word, high}) => [word, high]).slice(0, 1);
  assert.deepEqual(ends, [["zelensky", null]]);
});

test("long names of outlets stand slanted, and do not run into each other", () => {
  const angleOf = (outlets: string[]) => {
    const variants = [
      {
        word: "realised",
        spellings: outlets.map((outlet, i) => ({word: `w${i}`, written: `W${i}`, uses: [{outlet, count: 1}]})),
      },
    ];
    const spec = chartSpellings({...seeds, variants, scope: {...seeds.scope, outlets}});
    return (spec as unknown as {encoding: {x: {axis: {labelAngle: number}}}}).encoding.x.axis.labelAngle;
  };
  assert.equal(angleOf(["KSL", "CBS News"]), 0);
  assert.equal(angleOf(["KSL", "www.chinadaily.com.cn"]), -30);
});

test("the arrow of an open end stands clear of its dot", () => {
  const [row] = seeds.rows.filter(({logRatioLow, logRatio}) => logRatioLow === null && logRatio !== null);
  assert.ok(row);
  for (const logRatio of [-4.95, -5, -5.05]) {
    const spec = chartWords({...seeds, rows: [{...row, logRatio}]}) as unknown as {
      layer: {encoding: {x: {scale: {domain: [number, number]}}}}[];
    };
    const [least] = spec.layer[1]?.encoding.x.scale.domain ?? [0];
    assert.ok(logRatio - least >= 0.5, `${logRatio} on an axis from ${least}`);
  }
});
