import {spawn} from "node:child_process";
import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join, resolve} from "node:path";
import type {Command} from "./command.ts";
import {CliError, EXIT, type ExitCode} from "./failure.ts";

export const lab: Command = {
  help: `variorum lab [JUPYTER-OPTIONS...]

Opens JupyterLab in this folder with the kernel "TypeScript (Variorum)", without installing the kernel for good. JupyterLab is
looked for in the active virtual environment, in .venv here, then on the PATH. Options are handed on to "jupyter lab".
`,
  async run(args) {
    const jupyter = findJupyter();
    if (jupyter === undefined)
      throw new CliError(
        "JupyterLab is not installed; get it with: python3 -m venv .venv && .venv/bin/pip install jupyterlab",
      );
    const {installKernel} = await import("../kernel/server/kernelspec.ts");
    const prefix = mkdtempSync(join(tmpdir(), "variorum-lab-"));
    try {
      installKernel({target: {kind: "prefix", prefix}});
      return await runJupyter(jupyter, args, join(prefix, "share/jupyter"));
    } finally {
      rmSync(prefix, {recursive: true, force: true});
    }
  },
};

function findJupyter(): string | undefined {
  const {VIRTUAL_ENV, PATH = ""} = process.env;
  const environments = [VIRTUAL_ENV, resolve(".venv")].filter((folder) => folder !== undefined);
  const folders = [
    ...environments.flatMap((folder) => [join(folder, "bin"), join(folder, "Scripts")]),
    ...PATH.split(delimiter),
  ];
  const names = process.platform === "win32" ? ["jupyter-lab.exe"] : ["jupyter-lab"];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** Until JupyterLab ends. Ctrl-C reaches it by the terminal, so this process only waits. */
function runJupyter(jupyter: string, args: readonly string[], kernels: string): Promise<ExitCode> {
  const {JUPYTER_PATH} = process.env;
  const path = JUPYTER_PATH === undefined ? kernels : `${kernels}${delimiter}${JUPYTER_PATH}`;
  const child = spawn(jupyter, args, {stdio: "inherit", env: {...process.env, JUPYTER_PATH: path}});
  const wait = () => {};
  process.on("SIGINT", wait);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      process.off("SIGINT", wait);
      done(code === 0 ? EXIT.done : EXIT.failed);
    });
  });
}
