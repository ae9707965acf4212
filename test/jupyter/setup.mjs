// Makes the Python environment in which the kernel meets real Jupyter clients: .venv in the project, from requirements.txt.
// As a command: exit code 0 when it is there; 1, with one line that says why, when it cannot be had.
import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";

const root = resolve(import.meta.dirname, "../..");
const venv = join(root, ".venv");
const requirements = join(import.meta.dirname, "requirements.txt");
const opened = join(root, "src/cli/requirements.txt");
const stamp = join(venv, "variorum-requirements");
const isWindows = process.platform === "win32";
const inVenv = (name) => join(venv, isWindows ? "Scripts" : "bin", isWindows ? `${name}.exe` : name);

const works = (command, args) => spawnSync(command, args, {stdio: "ignore"}).status === 0;
const wanted = () => createHash("sha256").update(readFileSync(requirements)).update(readFileSync(opened)).digest("hex");

/** The Python of the environment if it is complete, else null. Changes nothing. */
export function jupyterPython() {
  const python = inVenv("python");
  return existsSync(python) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted() ? python : null;
}

/** Makes the environment where it is missing or old; null when all went well, else one line that says what did not. */
export function setUpJupyter() {
  if (jupyterPython()) return null;
  const python = ["python3", "python"].find((name) =>
    works(name, ["-c", "import sys; assert sys.version_info >= (3, 10)"]),
  );
  if (!python) return "no Python 3.10 or newer is on PATH; the tests with Jupyter need one";
  const uv = works("uv", ["--version"]);
  const steps = uv
    ? [
        ["uv", ["venv", "--quiet", "--clear", venv]],
        ["uv", ["pip", "install", "--quiet", "--python", inVenv("python"), "-r", requirements]],
      ]
    : [
        [python, ["-m", "venv", venv]],
        [inVenv("python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]],
      ];
  for (const [command, args] of steps) {
    const {status, stderr, error} = spawnSync(command, args, {encoding: "utf8"});
    if (status === 0) continue;
    const why = error?.message ?? stderr.trim().split("\n").at(-1);
    return `${command} ${args.slice(0, 3).join(" ")} failed: ${why}`;
  }
  writeFileSync(stamp, wanted());
  return null;
}

/** The other TypeScript kernel that the notebooks have to run in; a package of the tests alone. */
export const tslab = join(venv, "tslab", "node_modules", "tslab", "bin", "tslab");

/** Installs tslab where it is missing; null when it is there, else one line that says what went wrong. */
export function setUpTslab() {
  if (existsSync(tslab)) return null;
  const {tslab: version} = JSON.parse(readFileSync(join(root, "test/bench/package.json"), "utf8")).dependencies;
  const args = ["install", "--silent", "--no-audit", "--no-fund", "--prefix", join(venv, "tslab"), `tslab@${version}`];
  const {status, stderr, error} = spawnSync("npm", args, {encoding: "utf8", shell: isWindows});
  return status === 0 ? null : `npm ${args.at(-1)} failed: ${error?.message ?? stderr.trim().split("\n").at(-1)}`;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const failed = setUpJupyter() ?? setUpTslab();
  if (failed) process.stdout.write(`Jupyter: ${failed}\n`);
  process.exitCode = failed ? 1 : 0;
}
