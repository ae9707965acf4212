import assert from "node:assert/strict";
import {test} from "node:test";
import {toMimeBundle} from "../../src/kernel/session/mime.ts";
import {openSession} from "./cells.ts";

test("records become an escaped table with types and shape", async () => {
  const rows = Array.from({length: 30}, (_, n) => ({n, name: n === 0 ? "<script>&" : "x", day: null}));
  const bundle = await toMimeBundle(rows);
  const html = String(bundle["text/html"]);
  assert.match(html, /&#?\w+;script&#?\w+;&#?\w+;/);
  assert.doesNotMatch(html, /<script/);
  assert.match(html, /30 rows × 3 columns; shown: the first 20 rows/);
  assert.match(html, /number<\/small>/);
  assert.equal(html.match(/<tr>/g)?.length, 21);
  assert.match(String(bundle["text/plain"]), /^ n {2}name {7}day\n 0 {2}<script>&\n/);
});

test("a Vega-Lite specification becomes a chart with its drawing", async () => {
  const spec = {$schema: "https://vega.github.io/schema/vega-lite/v6.json", title: "T", mark: "bar"};
  const bundle = await toMimeBundle(spec, {renderSvg: async () => "<svg/>"});
  assert.deepEqual(bundle, {
    "application/vnd.vegalite.v5+json": spec,
    "image/svg+xml": "<svg/>",
    "text/plain": "<Vega-Lite chart: T>",
  });
  assert.ok(
    "application/vnd.vega.v5+json" in (await toMimeBundle({$schema: "https://vega.github.io/schema/vega/v6.json"})),
  );
});

test("a chart that cannot be drawn is still shown as text", async () => {
  const spec = {$schema: "https://vega.github.io/schema/vega-lite/v6.json"};
  const bundle = await toMimeBundle(spec, {renderSvg: () => Promise.reject(new Error("no data"))});
  assert.match(String(bundle["text/plain"]), /\[its rich form failed: no data\]$/);
});

test("the hooks of others are honoured", async () => {
  assert.deepEqual(
    await toMimeBundle({[Symbol.for("Jupyter.display")]: () => ({"text/html": "<b>"}), toString: () => "no"}),
    {
      "text/html": "<b>",
      "text/plain": (
        await toMimeBundle({[Symbol.for("Jupyter.display")]: () => ({"text/html": "<b>"}), toString: () => "no"})
      )["text/plain"],
    },
  );
  assert.equal((await toMimeBundle({_repr_svg_: () => "<svg/>"}))["image/svg+xml"], "<svg/>");
  assert.equal((await toMimeBundle(Buffer.from([0x89, 0x50, 0x4e, 0x47])))["image/png"], "iVBORw==");
});

test("no value breaks its display", async () => {
  const hostile = [
    new Proxy(
      {},
      {
        get: () => {
          throw new Error("get");
        },
      },
    ),
    {
      toString: () => {
        throw new Error("toString");
      },
      get x() {
        throw new Error("x");
      },
    },
    {
      [Symbol.for("Jupyter.display")]: () => {
        throw new Error("hook");
      },
    },
    {
      [Symbol.for("nodejs.util.inspect.custom")]: () => {
        throw new Error("inspect");
      },
    },
    Object.create(null),
    Symbol("s"),
    10n,
    () => 1,
    [[]],
    [{}],
    new Array(1e6),
  ];
  for (const value of hostile) assert.equal(typeof (await toMimeBundle(value))["text/plain"], "string");
});

test("a hook that fails with anything at all costs the rich form alone", async () => {
  const {run} = openSession();
  for (const thrown of [
    "null",
    "Object.create(null)",
    "new Proxy({}, {get() { throw 1 }, getPrototypeOf() { throw 2 }})",
  ])
    assert.match((await run(`({n: 1, _repr_html_() { throw ${thrown} }})`)) ?? "", /n: 1.*its rich form failed/s);
  assert.notEqual(await run("display(new Proxy({}, {ownKeys() { throw new Error('k') }})); 'shown'"), null);
  assert.equal(await run("'still here'"), "'still here'");
});

test("display functions publish in order, update in place, and escape", async () => {
  const {run, events} = openSession();
  await run(
    "const handle = display({a: 1}, {id: 'one'}); console.log('between'); html`<b>${'<i>'}</b>`; handle.update([1]); clearOutput(true); svg('<svg/>'); markdown('# m')",
  );
  assert.deepEqual(
    events.map(({event: e}) => [e.type, "data" in e ? Object.values(e.data)[0] : "text" in e ? e.text : ""]),
    [
      ["display", "{ a: 1 }"],
      ["stream", "between\n"],
      ["display", "<b>&lt;i&gt;</b>"],
      ["update", "[ 1 ]"],
      ["clear", ""],
      ["display", "<svg/>"],
      ["display", "# m"],
    ],
  );
});
