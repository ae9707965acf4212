import {existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {homedir} from "node:os";
import {dirname, join, relative, resolve, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {LOGO_PNG, LOGO_SVG} from "./logo.ts";

export const KERNEL_NAME = "variorum";

/** Where a kernelspec goes. `project` is a folder that gets a `.jupyter` for JUPYTER_PATH, with no absolute path in it. */
export type InstallTarget =
  | {kind: "user"}
  | {kind: "sys-prefix"}
  | {kind: "prefix"; prefix: string}
  | {kind: "project"; folder: string};

export type InstallOptions = {
  target: InstallTarget;
  environment?: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  home?: string;
  /** The file that a kernelspec starts; the one of the package that runs, unless said otherwise. */
  main?: string;
};

/** A kernelspec cannot be put where it was asked for; the message says why in one line. */
export class InstallError extends Error {
  override name = "InstallError";
}

const RUNNING_MAIN = fileURLToPath(new URL("./main.cjs", import.meta.url));

/**
 * Writes the kernelspec, so that Jupyter finds this kernel, and gives its folder. One that is there is replaced.
 *
 * @throws InstallError for --sys-prefix outside of any virtual environment
 */
export function installKernel(options: InstallOptions): string {
  const folder = kernelFolder(options);
  const {target, main = RUNNING_MAIN} = options;
  const isProject = target.kind === "project";
  const file = isProject ? `{resource_dir}/${mainFrom(folder, target.folder, main).split(sep).join("/")}` : main;
  const spec = {
    argv: [isProject ? "node" : process.execPath, "--disable-warning=ExperimentalWarning", file, "{connection_file}"],
    display_name: "TypeScript (Variorum)",
    language: "typescript",
    interrupt_mode: "message",
    metadata: {debugger: false},
  };
  const beside = `${folder}.${process.pid}.tmp`;
  mkdirSync(beside, {recursive: true});
  writeFileSync(join(beside, "kernel.json"), `${JSON.stringify(spec, null, 2)}\n`);
  writeFileSync(join(beside, "logo-svg.svg"), LOGO_SVG);
  for (const size of [32, 64] as const)
    writeFileSync(join(beside, `logo-${size}x${size}.png`), Buffer.from(LOGO_PNG[size], "base64"));
  rmSync(folder, {recursive: true, force: true});
  renameSync(beside, folder);
  return folder;
}

/** Removes the kernelspec; gives the folder that was there, or null where none was. */
export function uninstallKernel(options: InstallOptions): string | null {
  const folder = kernelFolder(options);
  if (!existsSync(folder)) return null;
  rmSync(folder, {recursive: true});
  return folder;
}

/** The folder of this kernel's kernelspec for a target. */
export function kernelFolder(options: InstallOptions): string {
  return join(dataFolder(options), "kernels", KERNEL_NAME);
}

function dataFolder({
  target,
  environment = process.env,
  platform = process.platform,
  home = homedir(),
}: InstallOptions): string {
  if (target.kind === "project") return join(resolve(target.folder), ".jupyter");
  if (target.kind === "prefix") return join(resolve(target.prefix), "share", "jupyter");
  if (target.kind === "sys-prefix") {
    const prefix = environment["VIRTUAL_ENV"] ?? environment["CONDA_PREFIX"];
    if (!prefix)
      throw new InstallError(
        "--sys-prefix needs an active virtual or conda environment; --user and --prefix need none",
      );
    return join(prefix, "share", "jupyter");
  }
  if (environment["JUPYTER_DATA_DIR"]) return environment["JUPYTER_DATA_DIR"];
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(environment["APPDATA"] ?? join(home, "AppData", "Roaming"), "jupyter");
  return join(environment["XDG_DATA_HOME"] ?? join(home, ".local", "share"), "jupyter");
}

/** The kernel's file relative to the kernelspec, through the project's own node_modules where it has one of this name. */
function mainFrom(kernelspec: string, project: string, main: string): string {
  const inProject = join(resolve(project), "node_modules", "variorum", "dist", "kernel", "server", "main.cjs");
  if (existsSync(inProject)) return relative(kernelspec, inProject);
  const root = realpathSync(project);
  const path = relative(root, main);
  if (path.startsWith(".."))
    throw new InstallError(`${project} has no variorum in its node_modules; npm install variorum there first`);
  return relative(kernelspec, join(resolve(project), dirname(path), "main.cjs"));
}
