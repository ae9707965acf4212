import assert from "node:assert/strict";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {test} from "node:test";
import {kernelCommand} from "../../src/kernel/server/command.ts";
import {InstallError, installKernel, kernelFolder, uninstallKernel} from "../../src/kernel/server/kernelspec.ts";

const folder = () => mkdtempSync(join(tmpdir(), "variorum-spec-"));
type Spec = {argv: string[]; display_name: string; interrupt_mode: string};
const specIn = (path: string) => JSON.parse(readFileSync(join(path, "kernel.json"), "utf8")) as Spec;

test("a kernelspec starts node directly and brings its logos", () => {
  const path = installKernel({target: {kind: "prefix", prefix: folder()}, main: "/somewhere/main.cjs"});
  assert.deepEqual(readdirSync(path).sort(), ["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"]);
  const {argv, interrupt_mode: mode} = specIn(path);
  assert.deepEqual(
    [argv[0], ...argv.slice(-2), mode],
    [process.execPath, "/somewhere/main.cjs", "{connection_file}", "message"],
  );
  const png = readFileSync(join(path, "logo-64x64.png"));
  assert.deepEqual([png.toString("latin1", 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], ["PNG", 64, 64]);
});

test("a project's kernelspec has no absolute path, and finds the kernel in the project's node_modules", () => {
  const project = folder();
  const dist = join(project, "node_modules", "variorum", "dist", "kernel", "server");
  mkdirSync(dist, {recursive: true});
  writeFileSync(join(dist, "main.cjs"), "");
  const path = installKernel({target: {kind: "project", folder: project}});
  assert.equal(path, join(project, ".jupyter", "kernels", "variorum"));
  const text = readFileSync(join(path, "kernel.json"), "utf8");
  assert.ok(!text.includes(project) && !text.includes(process.execPath));
  const file = (specIn(path).argv.at(-2) ?? "").replace("{resource_dir}", path);
  assert.ok(existsSync(resolve(file)), file);
});

test("a project without variorum is told to install it", () => {
  assert.throws(
    () => installKernel({target: {kind: "project", folder: folder()}, main: "/elsewhere/main.cjs"}),
    InstallError,
  );
});

test("each target has its folder", () => {
  const home = "/home/ada";
  const at = (kind: "user" | "sys-prefix", platform: NodeJS.Platform, environment: NodeJS.ProcessEnv) =>
    kernelFolder({target: {kind}, platform, environment, home}).replaceAll("\\", "/");
  assert.equal(at("user", "linux", {}), "/home/ada/.local/share/jupyter/kernels/variorum");
  assert.equal(at("user", "linux", {XDG_DATA_HOME: "/x"}), "/x/jupyter/kernels/variorum");
  assert.equal(at("user", "darwin", {}), "/home/ada/Library/Jupyter/kernels/variorum");
  assert.equal(at("user", "win32", {APPDATA: "/a"}), "/a/jupyter/kernels/variorum");
  assert.equal(at("sys-prefix", "linux", {VIRTUAL_ENV: "/v"}), "/v/share/jupyter/kernels/variorum");
  assert.throws(() => at("sys-prefix", "linux", {}), InstallError);
});

test("installing twice and removing twice are no errors", () => {
  const target = {kind: "prefix" as const, prefix: folder()};
  installKernel({target});
  const path = installKernel({target});
  assert.equal(uninstallKernel({target}), path);
  assert.equal(uninstallKernel({target}), null);
});

test("the command says what it did, and what it cannot do", async () => {
  const lines: string[] = [];
  const output = {out: (line: string) => lines.push(line), err: (line: string) => lines.push(`! ${line}`)};
  const prefix = folder();
  assert.equal(await kernelCommand(["install", "--prefix", prefix], output), 0);
  assert.equal(await kernelCommand(["uninstall", "--prefix", prefix], output), 0);
  assert.equal(await kernelCommand(["uninstall", "--prefix", prefix], output), 0);
  assert.equal(await kernelCommand(["dance"], output), 2);
  assert.equal(await kernelCommand(["install", "--prefix"], output), 2);
  assert.equal(await kernelCommand(["start", join(prefix, "none.json")], output), 1);
  assert.equal(await kernelCommand(["--help"], output), 0);
  assert.match(lines[0] ?? "", /^installed .*variorum$/);
  assert.match(lines[1] ?? "", /^removed /);
  assert.equal(lines[2], "there was none");
});
