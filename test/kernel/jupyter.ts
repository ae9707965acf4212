import {execFileSync} from "node:child_process";
import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {installKernel} from "../../src/kernel/server/kernelspec.ts";

export const ROOT = resolve(import.meta.dirname, "../..");

type Setup = {jupyterPython: () => string | null};

/** The Python with Jupyter in it, or null where there is none; with CI set, there has to be one. */
export async function findJupyter(): Promise<string | null> {
  const path = join(ROOT, "test/jupyter/setup.mjs");
  const {jupyterPython} = (await import(path)) as Setup;
  const python = jupyterPython();
  if (!python && process.env["CI"])
    throw new Error("the tests with Jupyter cannot be skipped here: node test/jupyter/setup.mjs");
  return python;
}

/** Why the tests with Jupyter are skipped, for `test(name, {skip})`. */
export const skipReason = (python: string | null): string | false =>
  python ? false : "no Jupyter: node test/jupyter/setup.mjs makes it";

/** An environment in which Jupyter knows this kernel, and nothing is written outside of a folder of its own. */
export function jupyterEnvironment(): NodeJS.ProcessEnv {
  execFileSync(process.execPath, [join(ROOT, "src/cli/build/ensure.mjs")], {stdio: "inherit"});
  const folder = mkdtempSync(join(tmpdir(), "variorum-jupyter-"));
  installKernel({target: {kind: "prefix", prefix: folder}, main: join(ROOT, "dist/kernel/server/main.cjs")});
  return {
    ...process.env,
    JUPYTER_PATH: join(folder, "share", "jupyter"),
    JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
    JUPYTER_CONFIG_DIR: join(folder, "config"),
    JUPYTER_DATA_DIR: join(folder, "data"),
    VARIORUM_HISTORY: join(folder, "history.jsonl"),
    PYTHONWARNINGS: "ignore",
    NODE_OPTIONS: "",
    FORCE_COLOR: undefined,
  };
}
