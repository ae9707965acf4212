import assert from "node:assert/strict";
import {execFile} from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, test} from "node:test";
import {promisify} from "node:util";
import {renderSvg} from "../../src/charts/render.ts";
import {readNotebook, writeNotebook} from "../../src/notebook/notebook.ts";
import {runNotebook} from "../../src/notebook/run.ts";
import {findJupyter, jupyterEnvironment, ROOT, skipReason} from "../kernel/jupyter.ts";

const run = promisify(execFile);
const python = await findJupyter();
const {tslab} = (await import(join(ROOT, "test/jupyter/setup.mjs"))) as {tslab: string};
const skip = skipReason(python);
const noTslab =
  skip || (existsSync(tslab) || process.env["CI"] ? false : "no tslab: node test/jupyter/setup.mjs gets it");

/** A project that has installed this package: its own notebooks, articles and node_modules. */
const project = mkdtempSync(join(tmpdir(), "variorum-project-"));
for (const name of ["notebooks", "seeds"]) cpSync(join(ROOT, name), join(project, name), {recursive: true});
mkdirSync(join(project, "node_modules"));
symlinkSync(ROOT, join(project, "node_modules/variorum"));
const notebooks = readdirSync(join(project, "notebooks")).filter((name) => name.endsWith(".ipynb"));
after(() => rmSync(project, {recursive: true}));

type Output = {output_type: string; name?: string; text?: string; data?: Record<string, unknown>};

test("the same notebooks run under tslab without an error", {skip: noTslab, timeout: 120_000}, async () => {
  const kernel = join(project, "kernels/tslab");
  mkdirSync(kernel, {recursive: true});
  const argv = [process.execPath, tslab, "kernel", "--config-path={connection_file}"];
  writeFileSync(join(kernel, "kernel.json"), JSON.stringify({argv, display_name: "tslab", language: "typescript"}));
  const env = {...jupyterEnvironment(), JUPYTER_PATH: project};
  const paths = notebooks.map((name) => join(project, "notebooks", name));
  const script = join(import.meta.dirname, "python/run_notebooks.py");
  const {stdout} = await run(python ?? "", [script, "tslab", ...paths], {env, maxBuffer: 2 ** 28});
  const told = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as {name: string; outputs: Output[]});
  assert.deepEqual(
    told.map(({name}) => name),
    notebooks,
  );
  for (const {name, outputs} of told) {
    // tslab tells of errors on stderr alone.
    const wrong = outputs.filter((output) => output.output_type === "error" || output.name === "stderr");
    assert.deepEqual(wrong, [], name);
    const shown = outputs.filter(({data}) => typeof data?.["text/html"] === "string");
    assert.ok(shown.length >= 3, `${name}: markup goes through tslab's own display`);
  }
});

test("nbconvert shows every chart as SVG, and every table", {skip, timeout: 120_000}, async () => {
  const folder = mkdtempSync(join(project, "executed-"));
  const wanted = new Map<string, {charts: number; tables: number}>();
  for (const name of notebooks) {
    const path = join(project, "notebooks", name);
    const {notebook, error} = await runNotebook(readNotebook(path), {path, renderSvg});
    assert.equal(error, null);
    writeNotebook(join(folder, name), notebook);
    const bundles = notebook.cells.flatMap((cell) =>
      cell.cell_type === "code" ? cell.outputs.flatMap((output) => ("data" in output ? [output.data] : [])) : [],
    );
    const charts = bundles.filter((data) => "application/vnd.vegalite.v5+json" in data).length;
    const tables = bundles.map((data) => String(data["text/html"] ?? "").split("<table").length - 1);
    wanted.set(name, {charts, tables: tables.reduce((sum, n) => sum + n, 0)});
  }
  const args = ["-m", "nbconvert", "--to", "html", "--log-level", "ERROR", ...notebooks];
  await run(python ?? "", args, {cwd: folder, env: jupyterEnvironment()});
  for (const [name, {charts, tables}] of wanted) {
    const page = readFileSync(join(folder, name.replace(".ipynb", ".html")), "utf8");
    const drawn = [
      ...page.matchAll(/class="jp-RenderedSVG[^>]*>\s*<img [^>]*src="data:image\/svg\+xml;base64,([^"]+)"/g),
    ];
    assert.equal(drawn.length, charts, name);
    for (const [, picture] of drawn)
      assert.ok(
        Buffer.from(picture ?? "", "base64")
          .toString()
          .split("<path").length > 3,
        name,
      );
    assert.equal(page.split("<table").length - 1, tables, name);
    assert.ok(tables > 0 && page.includes('<div class="variorum"><style>'), name);
  }
});
