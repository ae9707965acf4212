import assert from "node:assert/strict";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {makeFolder, runCli} from "./run-cli.ts";

test("kernel install and uninstall", async () => {
  const prefix = makeFolder();
  const file = join(prefix, "share/jupyter/kernels/variorum/kernel.json");
  const installed = await runCli(["kernel", "install", "--prefix", prefix]);
  assert.deepEqual([installed.code, installed.stderr], [0, ""]);
  assert.equal((JSON.parse(readFileSync(file, "utf8")) as {language: string}).language, "typescript");
  assert.equal((await runCli(["kernel", "uninstall", "--prefix", prefix])).code, 0);
  assert.ok(!existsSync(file));
  assert.equal((await runCli(["kernel", "remove"])).code, 2);
  assert.match((await runCli(["kernel", "--help"])).stdout, /variorum kernel install/);
});

/** Stands for JupyterLab: says where it would look for kernels and what it was given. */
const LAB = `#!/bin/sh
ls "\${JUPYTER_PATH%%:*}/kernels"
echo "$@"
exit "\${LAB_EXIT:-0}"
`;

test("lab starts JupyterLab with the kernel for this folder, hands options on, and ends as it ends", async () => {
  const environment = makeFolder();
  mkdirSync(join(environment, "bin"));
  writeFileSync(join(environment, "bin/jupyter-lab"), LAB, {mode: 0o755});
  const env = {VIRTUAL_ENV: environment};
  const {code, stdout} = await runCli(["lab", "--no-browser", "notebooks"], {env});
  assert.deepEqual([code, stdout], [0, "variorum\n--no-browser notebooks\n"]);
  const bare = await runCli(["lab"], {env: {...env, LAB_EXIT: "3"}});
  assert.deepEqual([bare.code, bare.stdout], [1, "variorum\n--LabApp.default_url=/lab/tree/notebooks\n"]);
});

test("scripts of a JupyterLab in .venv are CommonJS, whatever the project is", async () => {
  const cwd = makeFolder();
  writeFileSync(join(cwd, "package.json"), '{"type": "module"}');
  mkdirSync(join(cwd, ".venv/bin"), {recursive: true});
  writeFileSync(join(cwd, ".venv/script.js"), "module.exports = require('node:fs');");
  const lab = `#!/bin/sh\n"${process.execPath}" .venv/script.js`;
  writeFileSync(join(cwd, ".venv/bin/jupyter-lab"), lab, {mode: 0o755});
  assert.equal((await runCli(["lab"], {cwd, env: {VIRTUAL_ENV: ""}})).code, 0);
});

test("lab without JupyterLab and without Python says in one line what to install", async () => {
  const cwd = makeFolder();
  const {code, stderr} = await runCli(["lab"], {cwd, env: {PATH: "", VIRTUAL_ENV: ""}});
  assert.equal(code, 1);
  assert.match(stderr, /^variorum: JupyterLab needs Python 3\.10 or newer[^\n]*\n$/);
});
