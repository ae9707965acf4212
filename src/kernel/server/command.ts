import {InstallError, type InstallTarget, installKernel, uninstallKernel} from "./kernelspec.ts";

export type CommandOutput = {out: (line: string) => void; err: (line: string) => void};

export const KERNEL_USAGE = `usage: variorum kernel install [--user | --sys-prefix | --prefix FOLDER | --project [FOLDER]]
       variorum kernel uninstall [--user | --sys-prefix | --prefix FOLDER | --project [FOLDER]]
       variorum kernel start CONNECTION_FILE

install writes a kernelspec, so that Jupyter offers "TypeScript (Variorum)".
  --user          for this user (the default)
  --sys-prefix    for the active virtual or conda environment
  --prefix FOLDER under FOLDER/share/jupyter
  --project       in FOLDER/.jupyter (here, if none is named), without absolute paths; start Jupyter with JUPYTER_PATH=.jupyter
`;

/**
 * Runs `variorum kernel ...`.
 *
 * @param args what follows the word "kernel"
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage
 */
export async function kernelCommand(args: readonly string[], {out, err}: CommandOutput): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === "--help" || verb === "-h" || rest.includes("--help")) {
    out(KERNEL_USAGE.trimEnd());
    return 0;
  }
  if (verb === "start" && rest.length === 1 && rest[0] !== undefined) {
    const {startKernel} = await import("./main.ts");
    return startKernel(rest[0]);
  }
  const target = readTarget(rest);
  if ((verb !== "install" && verb !== "uninstall") || target === null) {
    err(KERNEL_USAGE.trimEnd());
    return 2;
  }
  try {
    if (verb === "install") out(`installed ${installKernel({target})}`);
    else {
      const removed = uninstallKernel({target});
      out(removed ? `removed ${removed}` : "there was none");
    }
    return 0;
  } catch (error) {
    err(error instanceof InstallError ? error.message : `the kernelspec cannot be written: ${String(error)}`);
    return 1;
  }
}

function readTarget(args: readonly string[]): InstallTarget | null {
  const [flag = "--user", value, ...more] = args;
  if (more.length > 0) return null;
  if (flag === "--project") return {kind: "project", folder: value ?? "."};
  if (flag === "--prefix") return value === undefined ? null : {kind: "prefix", prefix: value};
  if (value !== undefined) return null;
  return flag === "--user" ? {kind: "user"} : flag === "--sys-prefix" ? {kind: "sys-prefix"} : null;
}
