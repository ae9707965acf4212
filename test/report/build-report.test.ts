import assert from "node:assert/strict";
import {createHash} from "node:crypto";
import {test} from "node:test";
import {editionStyle} from "../../src/apparatus/style.ts";
import {buildReport} from "../../src/report/build-report.ts";
import {buildIndex} from "../../src/report/index-page.ts";
import {edition} from "../apparatus/ferry.ts";
import {assertExpected} from "./expected.ts";
import {notebook} from "./ferry-notebook.ts";

const options = {
  name: "ferry",
  note: "3 articles",
  styles: [editionStyle()],
  warn: (message: string) => assert.fail(`the chart library warns: ${message}`),
};
const report = await buildReport(notebook, options);

/** Style, scripts and downloads are files of their own, or follow from what stands beside them. */
const readable = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, "<style>…</style>")
    .replace(/<script>.*?<\/script>/gs, "<script>…</script>")
    .replace(/sha256-[\w+/=]+/g, "sha256-…")
    .replace(/base64,[\w+/=]+/g, "base64,…")
    .replace(/<svg aria-label.*?<\/svg>/gs, "<svg>…</svg>");

test("the page is what it was", () => {
  assertExpected(readable(report.html), new URL("expected/ferry.html", import.meta.url));
});

test("it is the same at every run", async () => {
  assert.equal((await buildReport(notebook, options)).html, report.html);
});

test("it says what it is: title, summary, finding, charts", () => {
  assert.equal(report.title, "What happened off Skerrow?");
  assert.match(report.summary, /^Three articles, one \*ferry\*/);
  assert.match(report.finding?.toString() ?? "", /^The 3 articles share 4 facts/);
  assert.deepEqual(
    report.charts.map(({name, live}) => [name, live]),
    [
      ["ferry-1", false],
      ["ferry-2", false],
    ],
  );
});

test("the policy names every script and style by its hash, and nothing else may run or load", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(report.html)?.[1]?.replaceAll("&#39;", "'") ?? "";
  const hashes = (tag: string) =>
    [...report.html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(
      ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
    );
  assert.deepEqual(policy.split("; "), [
    "default-src 'none'",
    `script-src ${hashes("script").join(" ")}`,
    `style-src ${hashes("style").join(" ")}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test("no id stands twice, and every link in the page leads somewhere", () => {
  const ids = [...report.html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  const known = new Set(ids);
  const links = [...report.html.matchAll(/(?:xlink:)?href="#([^"]+)"/g)].map(([, id = ""]) => decodeURIComponent(id));
  assert.deepEqual(
    links.filter((id) => id !== "unsafe-link" && !known.has(id)),
    [],
  );
  const panels = [...report.html.matchAll(/data-panel="([^"]+)"/g)].map(([, id = ""]) => id);
  assert.deepEqual(
    panels.filter((id) => !known.has(id)),
    [],
  );
  assert.ok(links.length > 40, "the apparatus links");
});

test("a page without a chart that a reader acts on leaves the chart library out", async () => {
  assert.ok(report.html.length < 250_000, `${report.html.length} characters`);
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    data: {values: [{a: 1}]},
    params: [{name: "pick", select: "point"}],
    mark: "point",
    encoding: {x: {field: "a", type: "quantitative"}},
  };
  const cells = [
    {
      cell_type: "code",
      source: "",
      outputs: [{output_type: "display_data", data: {"application/vnd.vegalite.v5+json": spec}}],
    },
  ];
  const live = await buildReport({cells}, {name: "live"});
  assert.equal(live.title, "live");
  assert.ok(live.html.length > 500_000 && live.html.length < 1_000_000, `${live.html.length} characters`);
});

test("the index leads to each report by its finding", () => {
  const index = buildIndex([{...report, name: "a b"}], {title: "Skerrow, <4 March>"});
  assert.match(index, /<h1>Skerrow, &lt;4 March&gt;<\/h1>/);
  assert.match(index, /<a href="a b\.html">What happened off Skerrow\?<\/a>/);
  assert.match(index, /The 3 articles share 4 facts/);
});

test("an empty notebook is an empty page", async () => {
  const empty = await buildReport({cells: []}, {name: "empty"});
  assert.equal(empty.title, "empty");
  assert.equal(empty.finding, null);
  assert.match(empty.html, /<main>/);
  assert.equal(edition.facts.length, 5);
});

test("a dollar sign is a dollar sign, in a title and in a report's name", async () => {
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    title: "$& and $` million, $1 each",
    data: {values: [{a: 1, b: 2}]},
    mark: {type: "point", clip: true},
    encoding: {x: {field: "a", type: "quantitative"}, y: {field: "b", type: "quantitative"}},
  };
  const output = {output_type: "display_data", data: {"application/vnd.vegalite.v5+json": spec}};
  const cells = [{cell_type: "code", source: "spec", outputs: [output]}];
  const {html} = await buildReport({cells}, {name: "us$1"});
  assert.equal(html.split('aria-label="$&amp; and $` million, $1 each"').length - 1, 2);
  assert.match(html, / id="us\$1-1-wide-def-0"/);
  assert.match(html, /url\(#us\$1-1-wide-def-0\)/);
});

test("a link to a text that was left out opens its sentence, or is no link", async () => {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    outputs: (cell.outputs ?? []).filter((output) => !JSON.stringify(output).includes("zone-body")),
  }));
  const {html: page} = await buildReport({cells}, options);
  const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  const told = new Set([...page.matchAll(/data-for="([^"]+)"/g)].flatMap(([, list = ""]) => list.split(" ")));
  const links = [...page.matchAll(/href="#([^"]+)"( data-jump)?/g)].map(([, id = "", jump]) => [
    decodeURIComponent(id),
    jump,
  ]);
  assert.ok(!ids.has("text-A") && links.length > 40);
  for (const [id = "", jump] of links) assert.ok(ids.has(id) || (!jump && told.has(id)), id);
  assert.ok(
    links.some(([id = ""]) => told.has(id)),
    "charts lead to the cards",
  );
});
