import assert from "node:assert/strict";
import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {test} from "node:test";
import {LANGUAGE} from "../../src/kernel/session/language.ts";
import {createSession} from "../../src/kernel/session/session.ts";
import {
  formatNotebook,
  type Notebook,
  NotebookError,
  parseNotebook,
  readNotebook,
  writeNotebook,
} from "../../src/notebook/notebook.ts";
import {runNotebook} from "../../src/notebook/run.ts";

function notebookOf(...cells: (string | {source: string; tags?: string[]; type?: string})[]): Notebook {
  return parseNotebook(
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 4,
      metadata: {},
      cells: cells.map((cell) => {
        const {source, tags = [], type = "code"} = typeof cell === "string" ? {source: cell} : cell;
        return {
          cell_type: type,
          source: source.split(/(?<=\n)/),
          metadata: tags.length > 0 ? {tags} : {},
          outputs: [],
          execution_count: null,
        };
      }),
    }),
  );
}

const WRONG: [text: string, why: RegExp][] = [
  ["{", /is not JSON/],
  ["[]", /no notebook/],
  ['{"nbformat": 3, "cells": []}', /nbformat 3; 4 is/],
  ['{"nbformat": 4}', /no list of cells/],
  ['{"nbformat": 4, "cells": [1]}', /cell 1 is no object/],
  ['{"nbformat": 4, "cells": [{"cell_type": "code"}]}', /cell 1 has no source/],
  ['{"nbformat": 4, "cells": [{"cell_type": "chart", "source": ""}]}', /unknown type "chart"/],
  ['{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": [{}]}]}', /output of the unknown type/],
];
for (const [text, why] of WRONG) {
  test(`refused in one line: ${text}`, () => {
    assert.throws(
      () => parseNotebook(text, "bad.ipynb"),
      (error: unknown) => {
        assert.ok(error instanceof NotebookError);
        assert.match(error.message, why);
        assert.match(error.message, /^bad\.ipynb: [^\n]+$/);
        return true;
      },
    );
  });
}

test("a missing file is refused by name", () => {
  assert.throws(
    () => readNotebook("/nowhere/x.ipynb"),
    /^NotebookError: \/nowhere\/x\.ipynb: cannot be read \(ENOENT\)$/,
  );
});

test("cells run in order, and their outputs are nbformat's", async () => {
  const given = notebookOf(
    "const x: number = 20;\nconsole.log('a'); console.log('b')",
    {source: "# text", type: "markdown"},
    "x + 1",
    "",
  );
  const {notebook, error} = await runNotebook(given);
  assert.equal(error, null);
  const [first, , second, empty] = notebook.cells;
  assert.ok(first?.cell_type === "code" && second?.cell_type === "code" && empty?.cell_type === "code");
  assert.deepEqual(first.outputs, [{output_type: "stream", name: "stdout", text: "a\nb\n"}]);
  assert.deepEqual(second.outputs, [
    {output_type: "execute_result", data: {"text/plain": "21"}, metadata: {}, execution_count: 2},
  ]);
  assert.deepEqual([first.execution_count, second.execution_count, empty.execution_count], [1, 2, null]);
  assert.deepEqual((given.cells[0] as {outputs: unknown[]}).outputs, []);
  const written = JSON.parse(formatNotebook(notebook)) as {cells: {id: string; outputs: {text: unknown}[]}[]};
  assert.deepEqual(written.cells[0]?.outputs[0]?.text, ["a\n", "b\n"]);
  assert.equal(new Set(written.cells.map((c) => c.id)).size, 4);
  assert.deepEqual(parseNotebook(formatNotebook(notebook)), notebook);
});

test("the run stops at the first error, which names notebook, cell, line and column", async () => {
  const {notebook, error} = await runNotebook(notebookOf("1", "\n  nobody", "console.log('never')"), {
    path: "/tmp/sad.ipynb",
  });
  assert.equal(error?.cell, 2);
  assert.equal(error?.evalue, "nobody is not defined");
  assert.equal(error?.traceback.at(-1), "    at sad.ipynb, cell 2, line 2, column 3");
  assert.deepEqual(
    notebook.cells.map((c) => (c.cell_type === "code" ? c.outputs.length : 0)),
    [1, 1, 0],
  );
});

test("parameters are declared again after the cell that has them, and only those", async () => {
  const given = notebookOf(
    {source: "const corpus: string = 'seeds'; let top = 3", tags: ["parameters"]},
    "[corpus, top].join()",
  );
  const {notebook} = await runNotebook(given, {parameters: {corpus: "else'where"}});
  assert.equal(notebook.cells[1]?.source, '// Parameters\nconst corpus = "else\'where";');
  assert.deepEqual(notebook.cells[1]?.metadata, {tags: ["injected-parameters"]});
  const last = notebook.cells[2];
  assert.ok(last?.cell_type === "code" && last.outputs[0]?.output_type === "execute_result");
  assert.equal(last.outputs[0].data["text/plain"], '"else\'where,3"');
  const again = await runNotebook(notebook, {parameters: {top: 1}});
  assert.equal(again.notebook.cells.length, 3);
  await assert.rejects(runNotebook(given, {parameters: {tops: 1}}), /has no parameter tops; it has corpus, top/);
  await assert.rejects(runNotebook(notebookOf("1"), {parameters: {a: 1}}), /no cell tagged "parameters"/);
});

test("a cell that takes too long is stopped, in a loop and in an await", async () => {
  for (const endless of ["while (true) ;", "await new Promise(() => {})"]) {
    const started = Date.now();
    const {error} = await runNotebook(notebookOf(endless, "1"), {timeoutSeconds: 0.3});
    assert.equal(error?.evalue, "the cell took longer than 0.3 s");
    assert.ok(Date.now() - started < 3000);
  }
});

test("displays are updated in place and cleared", async () => {
  const {notebook} = await runNotebook(
    notebookOf(
      "const h = display(1); display(2); h.update(3)",
      "display(4); clearOutput(true); display(5)",
      "h.update(6)",
    ),
  );
  const shown = notebook.cells.map((c) =>
    c.cell_type === "code" ? c.outputs.map((o) => (o.output_type === "display_data" ? o.data["text/plain"] : "")) : [],
  );
  assert.deepEqual(shown, [["6", "2"], ["5"], []]);
});

/** What each cell shows, as MIME types. */
const dataOf = ({cells}: Notebook): Record<string, unknown>[][] =>
  cells.map((cell) =>
    cell.cell_type === "code" ? cell.outputs.map((output) => ("data" in output ? output.data : {})) : [],
  );

test("a display with an id changes in every cell that shows it", async () => {
  const {notebook} = await runNotebook(
    notebookOf('display(1, {id: "a"})', 'const h = display(2, {id: "a"})', 'display(7, {id: "b"}); h.update(3)'),
  );
  assert.deepEqual(dataOf(notebook), [[{"text/plain": "3"}], [{"text/plain": "3"}], [{"text/plain": "7"}]]);
});

test("progress is told from the middle of a loop, in one place, and leaves when the work is done", async () => {
  const loop = (to: number) =>
    `const bar = showProgress(display); for (let n = 0; n <= ${to}; n++) { bar(n, 3); Atomics.wait(lock, 0, 0, 120); }`;
  const start = `import {showProgress} from "variorum"; const lock = new Int32Array(new SharedArrayBuffer(4));`;
  const {notebook, error} = await runNotebook(notebookOf(start, loop(2), loop(3), "showProgress(display)(3, 3)"));
  assert.equal(error, null);
  const shown = dataOf(notebook).slice(1);
  assert.deepEqual(
    shown.map((outputs) => outputs.map((data) => data["text/plain"])),
    [["2 of 3"], ["3 of 3"], ["3 of 3"]],
  );
  const markup = shown.map(([data]) => data?.["text/html"]);
  assert.deepEqual(markup, [`<label><progress value="2" max="3"></progress> 2 of 3</label>`, "", ""]);
});

test("what needs no waiting for is shown before the cell goes on", async () => {
  const events: string[] = [];
  const session = createSession({onEvent: (event) => events.push(event.type), globals: {events}});
  await session.run(`const h = display({"text/plain": "1"}); h.update(2); events.push("now"); h.update([3])`, {
    cell: 1,
  });
  assert.deepEqual(events, ["display", "update", "now", "update"]);
});

test("a run names the language as the kernel does", async () => {
  const {notebook} = await runNotebook(notebookOf("1"));
  assert.deepEqual(notebook.metadata["language_info"], LANGUAGE);
  assert.equal(LANGUAGE.mimetype, "text/typescript");
});

test("a notebook is written whole or not at all", async () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-notebook-"));
  const path = join(folder, "n.ipynb");
  writeFileSync(path, "old");
  writeNotebook(path, notebookOf("1"));
  assert.deepEqual(readdirSync(folder), ["n.ipynb"]);
  assert.equal((JSON.parse(readFileSync(path, "utf8")) as {nbformat_minor: number}).nbformat_minor, 5);
  assert.throws(() => writeNotebook(join(folder, "missing", "n.ipynb"), notebookOf("1")), /ENOENT/);
});
