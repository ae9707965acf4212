// The house in one drawing. Data flows down each column; a file imports from its own folder or from one above it in its own column.
//
//   markup/      text -> escaped HTML; the one thing that both columns share
//   corpus/      files -> Article                    kernel/     run one cell; speak Jupyter
//   text/        Article -> Sentence[]               notebook/   run all cells, read and write .ipynb
//   quantities/ quotes/ words/ reuse/ (siblings)     report/     outputs -> static HTML
//   compare/     one article -> across outlets
//   tables/      rows <-> files, DataFrame
//   charts/      rows -> Vega-Lite   ------------->  charts/render.ts is the only bridge
//   apparatus/   rows -> HTML of a critical edition
//   index.ts     what a notebook may import          cli/ and tslab.ts stand on both
import assert from "node:assert/strict";
import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {test} from "node:test";
import {parseSync} from "oxc-parser";

const LEFT = [
  ["markup"],
  ["corpus"],
  ["text"],
  ["quantities", "quotes", "words", "reuse"],
  ["compare"],
  ["tables"],
  ["charts"],
  ["apparatus"],
  ["index.ts"],
];
const RIGHT = [["markup"], ["kernel"], ["notebook"], ["report"]];
const BRIDGE = "charts/render.ts";
const ONE_DOOR: Record<string, string> = {
  "danfojs-node": "tables/",
  vega: "charts/render.ts",
  "vega-lite": "charts/render.ts",
  zeromq: "kernel/server/",
  "@duckdb/node-api": "tables/",
};

const src = resolve(import.meta.dirname, "../src");
const files = readdirSync(src, {recursive: true, encoding: "utf8"}).filter((file) => /\.tsx?$/.test(file));

function importsOf(file: string): string[] {
  const {module} = parseSync(file, readFileSync(join(src, file), "utf8"));
  const named = [...module.staticImports, ...module.staticExports.flatMap((e) => e.entries)].flatMap((entry) =>
    "moduleRequest" in entry && entry.moduleRequest ? [entry.moduleRequest.value] : [],
  );
  const text = readFileSync(join(src, file), "utf8");
  const dynamic = module.dynamicImports.map((d) =>
    text.slice(d.moduleRequest.start, d.moduleRequest.end).replace(/^["'`]|["'`]$/g, ""),
  );
  return [...named, ...dynamic];
}

const folderOf = (file: string) => file.split("/")[0] ?? file;
const levelIn = (column: string[][], file: string) => column.findIndex((level) => level.includes(folderOf(file)));

/** Null when the import is allowed, else why not. */
function refusal(from: string, to: string): string | null {
  if (["cli", "tslab.ts"].includes(folderOf(from)) || folderOf(from) === folderOf(to)) return null;
  for (const column of [LEFT, RIGHT]) {
    const [here, there] = [levelIn(column, from), levelIn(column, to)];
    if (here >= 0 && there >= 0) return there < here ? null : `${from} imports ${to}, which is not above it`;
  }
  if (levelIn(RIGHT, from) >= 0 && to === BRIDGE) return null;
  return `${from} imports ${to} across the columns`;
}

test("every import goes up its own column", () => {
  assert.ok(files.length > 0);
  const refused = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith("."))
      .map((name) => refusal(file, relative(src, resolve(src, dirname(file), name))))
      .filter((why) => why !== null),
  );
  assert.deepEqual(refused, []);
});

test("an import that runs back is refused", () => {
  assert.match(refusal("text/sentences.ts", "compare/facts.ts") ?? "", /not above/);
  assert.match(refusal("quotes/speaker.ts", "quantities/quantity.ts") ?? "", /not above/);
  assert.match(refusal("corpus/article.ts", "notebook/run.ts") ?? "", /across/);
  assert.equal(refusal("report/page.ts", "charts/render.ts"), null);
});

test("each outside engine is imported in one place", () => {
  const strays = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => ONE_DOOR[name] && !file.startsWith(ONE_DOOR[name]))
      .map((name) => `${file}: ${name}`),
  );
  assert.deepEqual(strays, []);
});
