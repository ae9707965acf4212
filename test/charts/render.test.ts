import assert from "node:assert/strict";
import {test} from "node:test";
import {type ChartSpec, chartTitle, compileChart, isInteractive, renderSvg} from "../../src/charts/render.ts";

/** A warning of Vega or Vega-Lite fails the test that draws. */
const warn = (message: string) => assert.fail(`the chart library warns: ${message}`);

const BARS: ChartSpec = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  title: {text: "Eleven were killed", subtitle: "by two counts"},
  data: {
    values: [
      {outlet: "Harbour Post", killed: 9, link: "#post-12"},
      {outlet: "<City & Desk>", killed: 11, link: "javascript:alert(1)"},
      {outlet: "Northern Wire", killed: 9, link: "https://example.org/a?b=1&c=2"},
    ],
  },
  mark: {type: "bar", clip: true},
  encoding: {
    x: {field: "killed", type: "quantitative"},
    y: {field: "outlet", type: "nominal", sort: null},
    href: {field: "link"},
    tooltip: [
      {field: "outlet", title: "Article"},
      {field: "killed", title: "Killed"},
    ],
  },
};

const VEGA: ChartSpec = {
  $schema: "https://vega.github.io/schema/vega/v6.json",
  width: 100,
  height: 20,
  marks: [{type: "text", encode: {enter: {text: {value: "plain Vega"}, y: {value: 12}}}}],
};

const widthOf = (svg: string) => Number(/ width="([\d.]+)"/.exec(svg)?.[1]);

test("the same chart is the same bytes, whatever was drawn before", async () => {
  const first = await renderSvg(BARS, {warn});
  await renderSvg(VEGA, {warn});
  assert.equal(await renderSvg(BARS, {warn}), first);
  const [a, b] = await Promise.all([renderSvg(BARS, {warn}), renderSvg(BARS, {warn})]);
  assert.equal(a, first);
  assert.equal(b, first);
  assert.doesNotMatch(first, /\d\.\d{3}/, "no more decimals than a pixel has");
  assert.doesNotMatch(first, / style="/, "a Content-Security-Policy would refuse it");
});

test("a chart is as wide as it is asked to be, labels included", async () => {
  for (const widthPx of [343, 760]) assert.equal(widthOf(await renderSvg(BARS, {widthPx, warn})), widthPx);
});

test("links lead into the page or to the web, and nothing runs", async () => {
  const svg = await renderSvg(BARS, {warn});
  assert.match(svg, /xlink:href="#post-12"/);
  assert.match(svg, /xlink:href="https:\/\/example\.org\/a\?b=1&amp;c=2"/);
  assert.doesNotMatch(svg, /javascript:/);
  assert.match(svg, /aria-label="Article: &lt;City &amp; Desk&gt;; Killed: 11"/);
});

test("a chart fetches nothing", async () => {
  const remote = {...BARS, data: {url: "https://example.org/data.json"}};
  await assert.rejects(renderSvg(remote, {warn: () => {}}), /data must stand in it.*example\.org/);
});

test("Vega and both versions of Vega-Lite are drawn", async () => {
  assert.match(await renderSvg(VEGA, {warn}), />plain Vega</);
  const v5 = {...BARS, $schema: "https://vega.github.io/schema/vega-lite/v5.json"};
  assert.equal(await renderSvg(v5, {warn}), await renderSvg(BARS, {warn}));
  const {$schema: _, ...bare} = BARS;
  assert.equal(await renderSvg(bare, {warn}), await renderSvg(BARS, {warn}));
});

test("a title is text for the page, or part of the picture", async () => {
  assert.deepEqual(chartTitle(BARS), {title: "Eleven were killed", subtitle: "by two counts"});
  assert.deepEqual(chartTitle({title: ["two", "lines"]}), {title: "two lines", subtitle: ""});
  assert.deepEqual(chartTitle({}), {title: "", subtitle: ""});
  assert.match(await renderSvg(BARS, {warn}), /Eleven were killed/);
  assert.doesNotMatch(await renderSvg(BARS, {title: false, warn}), /Eleven were killed/);
});

test("a narrow picture takes its own variant, and the dark one its colours", async () => {
  const spec = {...BARS, usermeta: {narrow: {encoding: {x: {title: "Narrow"}}}}};
  assert.match(await renderSvg(spec, {widthPx: 343, warn}), />Narrow</);
  assert.doesNotMatch(await renderSvg(spec, {widthPx: 760, warn}), />Narrow</);
  assert.match(await renderSvg(BARS, {theme: "dark", warn}), /fill="#15171a"/);
});

test("what Vega-Lite doubts reaches the caller", async () => {
  const heard: string[] = [];
  await renderSvg(
    {...BARS, encoding: {...(BARS["encoding"] as object), shape: {field: "outlet"}}},
    {warn: (message) => heard.push(message)},
  );
  assert.ok(heard.length > 0);
  assert.throws(() => compileChart({$schema: "https://vega.github.io/schema/vega-lite/v6.json"}));
});

test("a chart is live when a reader can act on it", () => {
  assert.equal(isInteractive(BARS), false);
  assert.equal(isInteractive({...BARS, params: [{name: "pick", select: "point"}]}), true);
  assert.equal(
    isInteractive({layer: [{mark: "bar", params: [{name: "most", value: 1, bind: {input: "range"}}]}]}),
    true,
  );
  assert.equal(isInteractive({...BARS, params: [{name: "constant", value: 1}]}), false);
  assert.equal(isInteractive({data: {values: [{params: [{select: "x"}]}]}, mark: "bar"}), false);
});
