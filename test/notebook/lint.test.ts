import assert from "node:assert/strict";
import {readdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {test} from "node:test";
import {type CodeCell, readNotebook} from "../../src/notebook/notebook.ts";
import {runNotebook} from "../../src/notebook/run.ts";

const folder = resolve(import.meta.dirname, "../../notebooks");
const MOST_LINES = 15;
const files = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

assert.ok(files.includes("start-here.ipynb"));
for (const file of files) {
  const path = join(folder, file);
  const notebook = readNotebook(path);
  const code = notebook.cells.filter((cell): cell is CodeCell => cell.cell_type === "code");

  test(`${file} is committed as it is written: no outputs, no counts, no trace of a run, no long cell`, () => {
    for (const cell of code) {
      assert.deepEqual(
        [cell.outputs, cell.execution_count, cell.metadata["variorum"]],
        [[], null, undefined],
        cell.source,
      );
      const lines = cell.source.split("\n").length;
      assert.ok(lines <= MOST_LINES, `${lines} lines, ${MOST_LINES} are enough:\n${cell.source}`);
    }
    assert.deepEqual(notebook.metadata["kernelspec"], {
      display_name: "TypeScript (Variorum)",
      language: "typescript",
      name: "variorum",
    });
    assert.match(notebook.cells[0]?.source ?? "", /^# /);
  });

  test(`${file} runs from top to bottom`, async () => {
    const {notebook: run, error} = await runNotebook(notebook, {path});
    assert.equal(error, null);
    const outputs = run.cells.flatMap((cell) => (cell.cell_type === "code" ? cell.outputs : []));
    assert.ok(outputs.filter(({output_type}) => output_type === "execute_result").length >= 3);
    assert.deepEqual(
      outputs.filter(({output_type}) => output_type === "stream"),
      [],
    );
  });
}

test("start-here needs five code cells and no more", () => {
  const {cells} = readNotebook(join(folder, "start-here.ipynb"));
  assert.equal(cells.filter((cell) => cell.cell_type === "code").length, 5);
});
