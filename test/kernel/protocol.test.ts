import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {join} from "node:path";
import {test} from "node:test";
import {findJupyter, jupyterEnvironment, ROOT, skipReason} from "./jupyter.ts";

const python = await findJupyter();
const skip = skipReason(python);
const environment = python ? jupyterEnvironment() : {};

type Result = {name: string; outcome: string; text: string};

/** Runs a file of Python tests; each of them tells its outcome in one line of JSON on stdout. */
function runPython(file: string): Promise<Result[]> {
  const child = spawn(python ?? "", [join(import.meta.dirname, "python", "run.py"), file], {
    cwd: ROOT,
    env: environment,
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", () => {
      const results = stdout.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Result] : []));
      if (results.length === 0) fail(new Error(`${file} ran no test\n${stdout}\n${stderr}`));
      else done(results);
    });
  });
}

for (const file of ["kernel_tests", "own_tests"]) {
  test(`over the wire: ${file}`, {skip, timeout: 600_000}, async (t) => {
    for (const {name, outcome, text} of await runPython(file))
      await t.test(name, () => assert.equal(outcome, "ok", text));
  });
}
