import {spawn} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {after} from "node:test";

const root = resolve(import.meta.dirname, "../..");

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs the command line's source as a process of its own. `close` closes stdout after so many characters, as `| head` does; `env` is
 * added to the environment, `cwd` is the folder that it runs in.
 */
export function runCli(
  args: readonly string[],
  {close, env = {}, cwd = root}: {close?: number; env?: Record<string, string>; cwd?: string} = {},
): Promise<Outcome> {
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), join(root, "src/cli/main.ts"), ...args],
    {
      cwd,
      env: {...process.env, ...env},
    },
  );
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    stdout += piece;
    if (close !== undefined && stdout.length >= close) child.stdout.destroy();
  });
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    stderr += piece;
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done({code, stdout, stderr}));
  });
}

/** A folder that is gone after the tests of the file. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "variorum-test-"));
  after(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
}
