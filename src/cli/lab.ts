import {spawn, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join, resolve, sep} from "node:path";
import {fileURLToPath} from "node:url";
import type {Command} from "./command.ts";
import {CliError, EXIT, type ExitCode} from "./failure.ts";

const REQUIREMENTS = fileURLToPath(new URL("requirements.txt", import.meta.url));
const isWindows = process.platform === "win32";

export const lab: Command = {
  help: `variorum lab [JUPYTER-OPTIONS...]

Opens JupyterLab on notebooks/ with the kernel "TypeScript (Variorum)", for this folder alone: the kernel is written into .jupyter here
and nowhere else, and so is tslab's where the project has that package. JupyterLab is looked for in the active virtual environment, in
.venv here, then on the PATH; where there is none, it is installed into .venv with uv or pip. Options are handed on to "jupyter lab".
`,
  async run(args) {
    const jupyter = findJupyter() ?? installJupyter();
    keepScripts(jupyter);
    const kernels = await registerKernels(process.cwd());
    try {
      return await runJupyter(jupyter, [...viewNotebooks(args), ...args], kernels.path);
    } finally {
      kernels.remove();
    }
  },
};

/** The whole project can be reached, and its notebooks are what is seen first, unless something else was asked for. */
function viewNotebooks(args: readonly string[]): string[] {
  const asked = args.some((arg) => !arg.startsWith("-") || /\b(?:default_url|root_dir|notebook-dir)\b/.test(arg));
  return asked || !existsSync("notebooks") ? [] : ["--LabApp.default_url=/lab/tree/notebooks"];
}

function findJupyter(): string | undefined {
  const {VIRTUAL_ENV, PATH = ""} = process.env;
  const environments = [VIRTUAL_ENV, resolve(".venv")].filter((folder) => folder !== undefined);
  const folders = [
    ...environments.flatMap((folder) => [join(folder, "bin"), join(folder, "Scripts")]),
    ...PATH.split(delimiter),
  ];
  const name = isWindows ? "jupyter-lab.exe" : "jupyter-lab";
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

const answers = (command: string, args: readonly string[]) => spawnSync(command, args, {stdio: "ignore"}).status === 0;

/** JupyterLab of the version that the kernel is tested with, in .venv. @throws CliError where there is no Python */
function installJupyter(): string {
  const inVenv = (name: string) => resolve(".venv", isWindows ? "Scripts" : "bin", isWindows ? `${name}.exe` : name);
  const python = ["python3", "python"].find((name) =>
    answers(name, ["-c", "import venv, sys; assert sys.version_info >= (3, 10)"]),
  );
  const uv = answers("uv", ["--version"]);
  if (python === undefined && !uv)
    throw new CliError(
      "JupyterLab needs Python 3.10 or newer (python.org, or your system's packages); all else works without.",
    );
  process.stderr.write("JupyterLab is not here yet: installing it into .venv, which takes a minute.\n");
  const steps: [string, string[]][] = uv
    ? [
        ["uv", ["venv", "--quiet", "--allow-existing", ".venv"]],
        ["uv", ["pip", "install", "--quiet", "--python", inVenv("python"), "-r", REQUIREMENTS]],
      ]
    : [
        [python ?? "", ["-m", "venv", ".venv"]],
        [inVenv("python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS]],
      ];
  for (const [command, args] of steps) {
    const {status, stderr, error} = spawnSync(command, args, {encoding: "utf8"});
    if (status === 0) continue;
    const why = error?.message ?? stderr.trim().split("\n").at(-1) ?? "";
    throw new CliError(
      `JupyterLab could not be installed into .venv (${why}); install it yourself and have it on the PATH.`,
    );
  }
  return inVenv("jupyter-lab");
}

/** JupyterLab's own scripts are CommonJS: within a project of ES modules, Node would read those of .venv as what they are not. */
function keepScripts(jupyter: string): void {
  const venv = resolve(".venv");
  const marker = join(venv, "package.json");
  if (jupyter.startsWith(venv + sep) && !existsSync(marker)) writeFileSync(marker, "{}\n");
}

/** Where Jupyter finds the kernels, and what takes them away again. A project keeps its kernelspecs: no path in them is absolute. */
async function registerKernels(folder: string): Promise<{path: string; remove: () => void}> {
  const {InstallError, installKernel} = await import("../kernel/server/kernelspec.ts");
  try {
    installKernel({target: {kind: "project", folder}});
    registerTslab(folder);
    return {path: join(folder, ".jupyter"), remove: () => {}};
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    // Variorum is installed elsewhere, so the kernelspec can only be for this once.
    const prefix = mkdtempSync(join(tmpdir(), "variorum-lab-"));
    installKernel({target: {kind: "prefix", prefix}});
    return {path: join(prefix, "share/jupyter"), remove: () => rmSync(prefix, {recursive: true, force: true})};
  }
}

/** The other TypeScript kernel, where the project has it: its notebooks open here too. */
function registerTslab(folder: string): void {
  if (!existsSync(join(folder, "node_modules/tslab/bin/tslab"))) return;
  const argv = [
    "node",
    "{resource_dir}/../../../node_modules/tslab/bin/tslab",
    "kernel",
    "--config-path={connection_file}",
  ];
  const kernel = join(folder, ".jupyter/kernels/tslab");
  mkdirSync(kernel, {recursive: true});
  const spec = {argv, display_name: "TypeScript (tslab)", language: "typescript", interrupt_mode: "signal"};
  writeFileSync(join(kernel, "kernel.json"), `${JSON.stringify(spec, null, 2)}\n`);
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
