import assert from "node:assert/strict";
import {test} from "node:test";
import {ESCAPED_TYPE, html} from "../../src/markup/html.ts";
import type {CellOutput} from "../../src/report/executed-notebook.ts";
import {renderOutput} from "../../src/report/output.ts";

const drawChart = async (spec: {readonly [key: string]: unknown}) => html`<figure>${String(spec["mark"])}</figure>`;
const display = (data: Record<string, unknown>): CellOutput => ({output_type: "display_data", data, metadata: {}});
const chart = {$schema: "https://vega.github.io/schema/vega-lite/v5.json", mark: "bar"};

/** What a cell put out, and how it stands in the page. */
const OUTPUTS: [name: string, output: CellOutput, expected: string][] = [
  ["our own markup as it is", display({"text/html": '<a href="#x">x</a>', [ESCAPED_TYPE]: true}), '<a href="#x">x</a>'],
  [
    "a foreigner's table, but none of its links or scripts",
    display({
      "text/html": '<table><tr><td style="text-align:right" onclick="x()">1</td></tr></table><script>x()</script>',
    }),
    '<div class="scroll" tabindex="0"><table><tr><td class="num">1</td></tr></table>&lt;script&gt;x()&lt;/script&gt;</div>',
  ],
  [
    "a chart before its picture",
    display({"image/svg+xml": "<svg/>", "application/vnd.vegalite.v5+json": chart}),
    "<figure>bar</figure>",
  ],
  [
    "any version of a chart",
    display({"application/vnd.vega.v6.2+json": chart, "text/plain": "x"}),
    "<figure>bar</figure>",
  ],
  [
    "a picture in a frame that runs nothing",
    display({"image/svg+xml": ["<svg>", "<script>x()</script></svg>"]}),
    `<img alt="" src="data:image/svg+xml;base64,${Buffer.from("<svg><script>x()</script></svg>").toString("base64")}">`,
  ],
  [
    "a photograph",
    display({"image/png": 'iVBO\nRw0="><script>'}),
    '<img alt="" src="data:image/png;base64,iVBORw0=script">',
  ],
  ["Markdown", display({"text/markdown": "*a* <b>"}), '<div class="prose"><p><em>a</em> &lt;b&gt;</p>\n</div>'],
  ["JSON", display({"application/json": {a: "<"}}), '<pre class="text">{\n  &quot;a&quot;: &quot;&lt;&quot;\n}</pre>'],
  ["text", display({"text/plain": ["a <b>\n", "c"]}), '<pre class="text">a &lt;b&gt;\nc</pre>'],
  ["no result", display({"text/plain": "undefined"}), ""],
  ["no chart", display({"text/plain": "null"}), ""],
  ["nothing", display({}), ""],
  [
    "a stream without its colours",
    {output_type: "stream", name: "stdout", text: "\u001b[31mred\u001b[0m"},
    '<pre class="text stdout">red</pre>',
  ],
  ["an empty stream", {output_type: "stream", name: "stderr", text: "\n"}, ""],
];

test("an output is shown in the best form that is safe", async () => {
  for (const [name, output, expected] of OUTPUTS) {
    assert.equal((await renderOutput(output, drawChart))?.toString() ?? "", expected, name);
  }
});

test("a failed cell says so", async () => {
  const output = {output_type: "error", ename: "TypeError", evalue: "<x> is not", traceback: ["at <cell>"]};
  const markup = (await renderOutput(output, drawChart))?.toString() ?? "";
  assert.match(markup, /This cell failed: TypeError<\/strong> &lt;x&gt; is not/);
  assert.match(markup, /at &lt;cell&gt;/);
});
