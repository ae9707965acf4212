// `npm test`: builds, checks, then runs every test. What a test needs beside Node (a browser, Jupyter) is fetched where that can be done
// without asking (CI, as root); elsewhere the tests that need it are skipped, with one line that says so.
//
//   npm test                     everything
//   npm test -- tables cli       the tests of these folders alone, without build and check
import {spawnSync} from "node:child_process";
import {accessSync, constants, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join, resolve} from "node:path";

const root = resolve(import.meta.dirname, "..");
const inCi = Boolean(process.env.CI);
const only = process.argv.slice(2);
const started = performance.now();

function run(command, args, env = {}) {
  const {status, error} = spawnSync(command, args, {cwd: root, stdio: "inherit", env: {...process.env, ...env}});
  if (error) process.stdout.write(`${command}: ${error.message}\n`);
  return status === 0;
}

function step(name, work) {
  const from = performance.now();
  const done = work();
  process.stdout.write(`${done ? "done" : "FAILED"}: ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)\n`);
  return done;
}

function findProgram(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Debian's and Ubuntu's way; nobody's own machine is changed by a test. */
function installInCi(...packages) {
  if (!inCi || process.getuid?.() !== 0 || !findProgram(["apt-get"])) return;
  const quiet = {DEBIAN_FRONTEND: "noninteractive"};
  run("apt-get", ["update", "-qq"], quiet);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quiet);
}

/** The path of a Chromium for the tests that look at pages, or undefined. */
function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const found = findProgram(BROWSERS);
  if (found) return found;
  installInCi("chromium");
  return findProgram(BROWSERS);
}

/** Makes the Python environment in which the kernel meets a real Jupyter client; whether that is as it must be. */
function prepareJupyter() {
  // Debian keeps what makes environments in a package of its own.
  if (spawnSync("python3", ["-c", "import ensurepip"]).status !== 0) installInCi("python3", "python3-venv");
  const ready = run(process.execPath, [join(root, "test/jupyter/setup.mjs")]);
  if (!ready) process.stdout.write(`${inCi ? "FAILED" : "skipped"}: the tests with Jupyter, for the reason above\n`);
  return ready || !inCi;
}

function listTests(folders) {
  return readdirSync(import.meta.dirname, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".test.ts"))
    .filter((file) => folders.length === 0 || folders.some((folder) => file.startsWith(folder)))
    .sort()
    .map((file) => join("test", file));
}

/** Runs the tests; their numbers are read from the TAP report beside the one that is shown. */
function runTests(files, browser) {
  const folder = mkdtempSync(join(tmpdir(), "variorum-tap-"));
  const tap = join(folder, "report.tap");
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout"];
  reporters.push("--test-reporter=tap", `--test-reporter-destination=${tap}`);
  const env = browser ? {CHROMIUM_PATH: browser} : {};
  const ended = run(process.execPath, ["--import", "tsx", "--test", ...reporters, ...files], env);
  const report = existsSync(tap) ? readFileSync(tap, "utf8") : "";
  rmSync(folder, {recursive: true});
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)`, "m").exec(report)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  return {passed: count("pass"), failed: ended ? failed : Math.max(failed, 1), skipped: count("skipped")};
}

const results = [];
if (only.length === 0) {
  results.push(step("build", () => run("npm", ["run", "--silent", "build"])));
  results.push(step("format, lint and types", () => run("npm", ["run", "--silent", "check"])));
  results.push(prepareJupyter());
}
const browser = findBrowser();
if (!browser) {
  const means = "install chromium or set CHROMIUM_PATH";
  process.stdout.write(`${inCi ? "FAILED" : "skipped"}: the tests that look at pages; ${means}\n`);
  if (inCi) results.push(false);
}
const tests = runTests(listTests(only), browser);
const seconds = Math.round((performance.now() - started) / 1000);
const passed = results.filter(Boolean).length + tests.passed;
const failed = results.filter((done) => !done).length + tests.failed;
process.stdout.write(`${tests.skipped > 0 ? `${tests.skipped} skipped; ` : ""}${seconds} s\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
