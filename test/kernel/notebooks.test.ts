import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {test} from "node:test";
import {dressChart, renderSvg} from "../../src/charts/render.ts";
import {type Notebook, type Output, readNotebook, writeNotebook} from "../../src/notebook/notebook.ts";
import {runNotebook} from "../../src/notebook/run.ts";
import {findJupyter, jupyterEnvironment, ROOT, skipReason} from "./jupyter.ts";

const python = await findJupyter();
const skip = skipReason(python);
// Strict: a type error in a notebook ends it.
const environment = python ? {...jupyterEnvironment(), VARIORUM_TYPES: "strict"} : {};
const folder = join(ROOT, "notebooks");

/** A widget lives in a page that has a kernel behind it: in process there is none to show. */
const WIDGET = "application/vnd.jupyter.widget-view+json";

function withoutWidget(output: Output): Output {
  if (output.output_type !== "display_data" && output.output_type !== "execute_result") return output;
  const {[WIDGET]: _, ...data} = output.data;
  return {...output, data};
}

const runOverTheWire = (path: string, written: string) =>
  spawnSync(python ?? "", [join(import.meta.dirname, "python", "run_notebook.py"), path, written, folder], {
    env: environment,
    encoding: "utf8",
  });

const outputsOf = ({cells}: Notebook) =>
  cells.map((cell) => (cell.cell_type === "code" ? cell.outputs.map(withoutWidget) : []));

for (const name of readdirSync(folder).filter((file) => file.endsWith(".ipynb"))) {
  test(`${name} shows over the wire what it shows in process`, {
    skip,
    timeout: 180_000,
  }, async () => {
    const path = join(folder, name);
    const written = join(mkdtempSync(join(tmpdir(), "variorum-wire-")), name);
    const {status, stderr} = runOverTheWire(path, written);
    assert.equal(status, 0, stderr);
    const {notebook, error} = await runNotebook(readNotebook(path), {
      path,
      renderSvg,
      dressChart: async (spec) => dressChart(spec),
    });
    assert.equal(error, null);
    assert.deepEqual(outputsOf(readNotebook(written)), outputsOf(notebook));
  });
}

test("a type error in a notebook, in what variorum itself gives, ends its run", {skip, timeout: 60_000}, () => {
  const notebook = readNotebook(join(folder, "start-here.ipynb"));
  const cell = notebook.cells.find((c) => c.cell_type === "code");
  assert.ok(cell);
  cell.source =
    'import {readCorpus} from "variorum";\nconst articles: number = (await readCorpus("../seeds")).articles;';
  const path = join(mkdtempSync(join(tmpdir(), "variorum-strict-")), "wrong.ipynb");
  writeNotebook(path, {...notebook, cells: [cell]});
  const {status, stderr} = runOverTheWire(path, `${path}.out`);
  assert.notEqual(status, 0);
  assert.match(
    stderr,
    /cell 1, line 2, column 7: error TS2322: Type '(?:readonly )?Article\[\]' is not assignable to type 'number'/,
  );
});
