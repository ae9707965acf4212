import assert from "node:assert/strict";
import {execFile} from "node:child_process";
import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, test} from "node:test";
import {promisify} from "node:util";
import {findJupyter, jupyterEnvironment, ROOT, skipReason} from "../kernel/jupyter.ts";

const run = promisify(execFile);
const python = await findJupyter();
const skip = skipReason(python);
const project = realpathSync(mkdtempSync(join(tmpdir(), "variorum-editor-")));
mkdirSync(join(project, "node_modules"));
symlinkSync(ROOT, join(project, "node_modules/variorum"));
after(() => rmSync(project, {recursive: true}));

const INSTALLS: [name: string, options: string[], path: string][] = [
  ["in the project, whose .jupyter is on JUPYTER_PATH", ["--project"], ".jupyter"],
  ["as for the user, by absolute paths", ["--prefix", "prefix"], "prefix/share/jupyter"],
];
for (const [name, options, path] of INSTALLS)
  test(`an editor finds the kernel and speaks to it: ${name}`, {skip, timeout: 60_000}, async () => {
    const environment = jupyterEnvironment();
    await run(process.execPath, [join(ROOT, "dist/cli/main.js"), "kernel", "install", ...options], {cwd: project});
    const script = join(import.meta.dirname, "python/start_as_editor.py");
    const env = {...environment, JUPYTER_PATH: join(project, path)};
    const {stdout} = await run(python ?? "", [script, project], {env, cwd: project});
    const {spec, ...told} = JSON.parse(stdout) as {spec: Record<string, string>};
    assert.equal(realpathSync(spec["resource_dir"] ?? ""), join(project, path, "kernels/variorum"));
    assert.deepEqual([spec["language"], spec["interrupt_mode"]], ["typescript", "message"]);
    assert.deepEqual(told, {
      info: "text/typescript",
      comms: {},
      silent: {status: "ok", count: 0, shown: []},
      cell: {
        status: "ok",
        count: 1,
        shown: [
          ["execute_input", null],
          ["execute_result", "42"],
        ],
      },
      error: "error",
      after: {
        status: "ok",
        count: 3,
        shown: [
          ["execute_input", null],
          ["execute_result", "'function'"],
        ],
      },
      completion: ["hidden"],
      interrupt: "ok",
      alive: ["execute_result", "41"],
      shutdown: false,
      exit: 0,
    });
  });
