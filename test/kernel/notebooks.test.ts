import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {test} from "node:test";
import {dressChart, renderSvg} from "../../src/charts/render.ts";
import {type Notebook, type Output, readNotebook} from "../../src/notebook/notebook.ts";
import {runNotebook} from "../../src/notebook/run.ts";
import {findJupyter, jupyterEnvironment, ROOT, skipReason} from "./jupyter.ts";

const python = await findJupyter();
const skip = skipReason(python);
const environment = python ? {...jupyterEnvironment(), VARIORUM_TYPES: "off"} : {};
const folder = join(ROOT, "notebooks");

/** A widget lives in a page that has a kernel behind it: in process there is none to show. */
const WIDGET = "application/vnd.jupyter.widget-view+json";

function withoutWidget(output: Output): Output {
  if (output.output_type !== "display_data" && output.output_type !== "execute_result") return output;
  const {[WIDGET]: _, ...data} = output.data;
  return {...output, data};
}

const outputsOf = ({cells}: Notebook) =>
  cells.map((cell) => (cell.cell_type === "code" ? cell.outputs.map(withoutWidget) : []));

for (const name of readdirSync(folder).filter((file) => file.endsWith(".ipynb"))) {
  test(`${name} shows over the wire what it shows in process`, {
    skip,
    timeout: 180_000,
  }, async () => {
    const path = join(folder, name);
    const written = join(mkdtempSync(join(tmpdir(), "variorum-wire-")), name);
    const script = join(import.meta.dirname, "python", "run_notebook.py");
    const {status, stderr} = spawnSync(python ?? "", [script, path, written], {env: environment, encoding: "utf8"});
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
