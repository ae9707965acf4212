// `variorum table` is a tool for pipes: it must start at once, so it loads no chart, no notebook, no socket and no database.
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {test} from "node:test";
import {pathToFileURL} from "node:url";
import {makeFolder} from "./run-cli.ts";

const HOOK = `import {writeSync} from "node:fs";
export async function resolve(name, context, next) {
  const resolved = await next(name, context);
  writeSync(2, "loads " + resolved.url + "\\n");
  return resolved;
}`;

/** The modules that a command loads, as their URLs. */
function modulesOf(...args: string[]): string[] {
  const folder = makeFolder();
  writeFileSync(join(folder, "hook.mjs"), HOOK);
  const url = JSON.stringify(pathToFileURL(join(folder, "hook.mjs")).href);
  writeFileSync(join(folder, "register.mjs"), `import {register} from "node:module";\nregister(${url});`);
  const {status, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", "--import", join(folder, "register.mjs"), resolve("src/cli/main.ts"), ...args],
    {encoding: "utf8"},
  );
  assert.equal(status, 0, stderr);
  return [...stderr.matchAll(/^loads (.+)$/gm)].map(([, loaded]) => loaded!);
}

const HEAVY = /node_modules\/(?:vega|danfojs|zeromq|@duckdb|oxc|typescript)|src\/(?:kernel|notebook|report|charts)\//;

test("a table loads nothing that it does not need", () => {
  for (const name of ["articles", "sentences"]) {
    const loaded = modulesOf("table", name, "seeds", "--format", "csv");
    assert.ok(loaded.some((each) => each.endsWith("src/cli/table.ts")));
    assert.deepEqual(
      loaded.filter((each) => HEAVY.test(each)),
      [],
    );
  }
});

test("Parquet alone loads the database", () => {
  const loaded = modulesOf("table", "zones", "seeds", "-o", join(makeFolder(), "zones.parquet"));
  assert.ok(loaded.some((each) => each.includes("node_modules/@duckdb/")));
});

test("help loads no command's engine", () => {
  for (const args of [["--help"], ["--version"], ["report", "--help"], ["notebook", "--help"], ["lab", "--help"]])
    assert.deepEqual(
      modulesOf(...args).filter((each) => HEAVY.test(each)),
      [],
      args.join(" "),
    );
});
