import assert from "node:assert/strict";
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {after, test} from "node:test";
import {linkCells} from "../../src/notebook/links.ts";
import {type CodeCell, formatNotebook, type Notebook, parseNotebook} from "../../src/notebook/notebook.ts";
import {type NotebookRunOptions, runNotebook} from "../../src/notebook/run.ts";
import {findStale, readGraph} from "../../src/notebook/staleness.ts";

const folder = mkdtempSync(join(tmpdir(), "variorum-stale-"));
const path = join(folder, "n.ipynb");
after(() => rmSync(folder, {recursive: true}));

function notebookOf(...sources: string[]): Notebook {
  const cells = sources.map((source, at) => ({cell_type: "code", id: `c${at}`, source, metadata: {}, outputs: []}));
  return parseNotebook(JSON.stringify({nbformat: 4, nbformat_minor: 5, metadata: {}, cells}));
}

/** A run, as it is read again from the file that it leaves. */
async function run(notebook: Notebook, options: NotebookRunOptions = {}) {
  const {notebook: done, error} = await runNotebook(notebook, {path, record: true, ...options});
  return {notebook: parseNotebook(formatNotebook(done)), error};
}

const codeOf = ({cells}: Notebook) => cells as CodeCell[];
const edit = (notebook: Notebook, cell: number, source: string): Notebook => ({
  ...notebook,
  cells: notebook.cells.map((c, at) => (at === cell - 1 ? {...c, source} : c)),
});
const shown = (notebook: Notebook) =>
  codeOf(notebook).map(({outputs: [output]}) => (output && "data" in output ? output.data["text/plain"] : ""));
const stale = (notebook: Notebook) =>
  [...findStale(readGraph(notebook.cells, folder))].map(([index, why]) => `${index + 1}: ${why}`);

const LINKS: [name: string, cells: string[], links: number[][]][] = [
  ["a name is used", ["let a = 1", "let b = 2", "a + 1", "b"], [[], [], [0], [1]]],
  ["an object may have been changed", ["const a = []", "a.push(1)", "a.length"], [[], [0], [0, 1]]],
  ["by way of a function", ["const f = () => g", "let g = 1", "f()"], [[], [0], [0, 1]]],
  ["packages export what does not change", ['import {x} from "p"; const y = 1', "x(1)", "x(2)"], [[], [0], [0]]],
  ["local modules may", ['import {x} from "./m.ts"', "x(1)", "x(2)"], [[], [0], [0, 1]]],
  ["own names hide others", ["const a = 1", "((a) => a)(2)"], [[], []]],
  ["what all can change", ["process.env.A = '1'", "1", "process.env.A"], [[], [], [0]]],
  ["an import for its effect", ['import "./m.ts"', "1"], [[], [0]]],
  ["what cannot be read", ["let a = 1", "let = = ", "2"], [[], [0], [1]]],
];
for (const [name, cells, links] of LINKS)
  test(`which cells rest on which: ${name}`, () => assert.deepEqual(linkCells(cells), links));

test("nothing is stale after a run, and a stale run of it runs nothing", async () => {
  const {notebook} = await run(notebookOf("const a = 1; a", "", "a + 1", "let b = Math.random(); b"));
  assert.deepEqual(stale(notebook), []);
  const ran: number[] = [];
  const again = await run(notebook, {stale: true, onCell: (cell) => ran.push(cell)});
  assert.deepEqual([again.notebook, ran], [notebook, []]);
});

test("a changed cell and those that rest on it run again; what is above them runs, and shows what it showed", async () => {
  const {notebook} = await run(notebookOf("const a = Math.random(); a", "const b = 2; b", "b + 1", "3 * 3"));
  const changed = edit(notebook, 2, "const b = 20; a < 2 && b");
  assert.deepEqual(stale(changed), ["2: its source changed", "3: it rests on cell 2"]);
  const ran: number[] = [];
  const again = await run(changed, {stale: true, onCell: (cell) => ran.push(cell)});
  assert.deepEqual(ran, [1, 2, 3]);
  assert.deepEqual(shown(again.notebook), [shown(notebook)[0], "20", "21", "9"]);
  assert.deepEqual(stale(again.notebook), []);
});

test("files that a cell read through whatever: fs, its promises, a local module, readCorpus", async () => {
  for (const name of ["a.txt", "b.txt", "c.txt"]) writeFileSync(join(folder, name), name);
  writeFileSync(join(folder, "m.ts"), "export const m = 1;");
  cpSync(resolve("seeds"), join(folder, "seeds"), {recursive: true});
  const {notebook, error} = await run(
    notebookOf(
      'import {readFileSync} from "node:fs"; readFileSync("a.txt", "utf8")',
      'import * as fs from "node:fs/promises"; (await fs.readFile(new URL("b.txt", import.meta.url))).length',
      'import {m} from "./m.ts"; m',
      'import {readCorpus} from "variorum"; readCorpus("seeds").articles.length',
      'require("fs").existsSync("later.txt")',
      'const {createReadStream} = require("fs"); for await (const piece of createReadStream("c.txt")) piece.length;',
      "m + 1",
      'require("fs").writeFileSync("made.txt", "x")',
      '(await import("node:fs")).readdirSync("sub").length',
    ),
    {path},
  ).catch(() => assert.fail());
  assert.match(error?.evalue ?? "", /sub/);
  mkdirSync(join(folder, "sub"));
  const {notebook: whole} = await run(notebook, {stale: true});
  assert.deepEqual(stale(whole), []);
  const read = codeOf(whole).map(({metadata}) => Object.keys((metadata["variorum"] as {files: object}).files));
  assert.deepEqual([read[0], read[1], read[4], read[6], read[7]], [["a.txt"], ["b.txt"], ["later.txt"], [], []]);
  assert.ok(
    read[2]?.includes("m.ts") && read[3]?.filter((name) => name.startsWith("seeds/")).length === 7,
    `${read[3]}`,
  );
  for (const name of ["a.txt", "b.txt", "c.txt", "m.ts", "later.txt", "made.txt", "seeds/new.txt", "sub/new"])
    writeFileSync(join(folder, name), "export const m = 2;");
  const [corpus] = read[3]?.filter((name) => /^seeds\/.*txt$/.test(name)) ?? [];
  writeFileSync(join(folder, corpus ?? ""), "Two people died.");
  assert.deepEqual(
    stale(whole).map((line) => line.replace(corpus ?? "", "ARTICLE")),
    [
      "1: a.txt changed",
      "2: b.txt changed",
      "3: m.ts changed",
      "4: seeds changed",
      "5: later.txt is new",
      "6: c.txt changed",
      "7: it rests on cell 3",
      "9: sub changed",
    ],
  );
  const again = await run(whole, {stale: true});
  assert.deepEqual([shown(again.notebook)[2], shown(again.notebook)[6], stale(again.notebook)], ["2", "3", []]);
});

test("other outputs, versions and cells above", async () => {
  const {notebook} = await run(notebookOf("const a = 1; a", "a + 1"));
  const [first, second] = codeOf(notebook);
  assert.ok(first && second);
  assert.deepEqual(stale({...notebook, cells: [{...first, outputs: []}, second]}), [
    "1: its outputs are not those of its last run",
  ]);
  assert.deepEqual(stale({...notebook, cells: [second]}), ["1: cells that it rests on were added, removed or moved"]);
  assert.deepEqual(stale({...notebook, cells: [{...first, metadata: {}}, second]}), [
    "1: no run of it is recorded",
    "2: it rests on cell 1",
  ]);
  const record = first.metadata["variorum"] as {versions: string};
  const older = {...first, metadata: {variorum: {...record, versions: "node 18.0.0"}}};
  assert.match(stale({...notebook, cells: [older, second]})[0] ?? "", /^1: versions changed: node 18\.0\.0 to node \d/);
});

test("the picture that JupyterLab puts beside a chart when it saves makes nothing stale", async () => {
  const {notebook} = await run(
    notebookOf('display({"application/vnd.vegalite.v5+json": {mark: "bar"}, "text/plain": "c"})'),
  );
  const saved = formatNotebook(notebook).replace(/"application\/vnd\.vegalite/, '"image/png": "iVBORw0K",\n      $&');
  assert.ok(saved.includes("iVBORw0K"));
  assert.deepEqual(stale(parseNotebook(saved)), []);
});

test("a failed cell is not done, and those below it stay as they were, stale", async () => {
  const {notebook} = await run(notebookOf("let a = 1; a", "a + 1", "a + 2"));
  const {notebook: broken, error} = await run(edit(notebook, 2, "a + nobody"), {stale: true});
  assert.equal(error?.cell, 2);
  assert.deepEqual(shown(broken), ["1", "", "3"]);
  assert.deepEqual(stale(broken), ["2: no run of it is recorded", "3: it rests on cell 2"]);
});

test("a stale cell may still change what a cell above it shows", async () => {
  const {notebook} = await run(notebookOf("const h = display(1)", "h.update(2)"));
  const {notebook: again} = await run(edit(notebook, 2, "h.update(3)"), {stale: true});
  assert.deepEqual([shown(again)[0], stale(again)], ["3", []]);
});

test("without a record, a run leaves no trace in the metadata", async () => {
  const {notebook} = await run(notebookOf("1"));
  const {notebook: plain} = await run(notebook, {record: false});
  assert.deepEqual(codeOf(plain)[0]?.metadata, {});
});
