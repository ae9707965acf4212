// `npm run bench:kernel [rounds]`: this kernel, tslab and Deno's, side by side over the same client (test/bench/kernel/measure.py).
import {execFileSync, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {jupyterPython, setUpJupyter} from "../jupyter/setup.mjs";

const root = resolve(import.meta.dirname, "../..");
const rounds = process.argv[2] ?? "5";

const failed = setUpJupyter();
if (failed) {
  process.stderr.write(`${failed}\n`);
  process.exit(1);
}
execFileSync("npm", ["run", "--silent", "build"], {cwd: root, stdio: "inherit"});
const peers = join(import.meta.dirname, "node_modules");
if (!existsSync(join(peers, "tslab"))) {
  const install = ["install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"];
  execFileSync("npm", install, {cwd: import.meta.dirname, stdio: "inherit"});
}

const deno = ["linux-x64-glibc", "linux-arm64-glibc", "darwin-x64", "darwin-arm64"]
  .map((name) => join(peers, "@deno", name, "deno"))
  .find(existsSync);
const kernels = {
  variorum: [
    process.execPath,
    "--disable-warning=ExperimentalWarning",
    join(root, "dist/kernel/server/main.cjs"),
    "{connection_file}",
  ],
  tslab: [process.execPath, join(peers, "tslab/bin/tslab"), "kernel", "--config-path={connection_file}"],
  ...(deno ? {deno: [deno, "jupyter", "--kernel", "--conn", "{connection_file}"]} : {}),
};
const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"));
for (const [name, argv] of Object.entries(kernels)) {
  mkdirSync(join(folder, "kernels", name), {recursive: true});
  const spec = {
    argv,
    display_name: name,
    language: "typescript",
    interrupt_mode: name === "variorum" ? "message" : "signal",
  };
  writeFileSync(join(folder, "kernels", name, "kernel.json"), JSON.stringify(spec));
}
const env = {
  ...process.env,
  JUPYTER_PATH: folder,
  VARIORUM_HISTORY: join(folder, "history.jsonl"),
  DENO_NO_UPDATE_CHECK: "1",
  PYTHONWARNINGS: "ignore",
};
const measure = join(import.meta.dirname, "kernel/measure.py");
const {status} = spawnSync(jupyterPython(), [measure, rounds, ...Object.keys(kernels)], {
  cwd: root,
  env,
  stdio: "inherit",
});
rmSync(folder, {recursive: true});
process.exitCode = status ?? 1;
