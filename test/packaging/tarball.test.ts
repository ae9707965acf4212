// What a newcomer gets: the tarball, installed in an empty folder, from the registry alone. Needs `npm run build` before.
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {after, before, test} from "node:test";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "variorum-packed-"));
after(() => rmSync(folder, {recursive: true, force: true}));

function npm(cwd: string, ...args: string[]): string {
  const {status, stdout, stderr} = spawnSync("npm", args, {cwd, encoding: "utf8", env: {...process.env, NODE_ENV: ""}});
  assert.equal(status, 0, `npm ${args.join(" ")}\n${stderr}`);
  return stdout;
}

function variorum(...args: string[]): {status: number | null; stdout: string; stderr: string} {
  return spawnSync("npx", ["--no-install", "--loglevel=error", "variorum", ...args], {cwd: folder, encoding: "utf8"});
}

let packed: string[] = [];

before(() => {
  assert.ok(existsSync(join(root, "dist/cli/main.js")), "not built; run npm run build");
  const [result] = JSON.parse(npm(root, "pack", "--json", "--ignore-scripts", "--pack-destination", folder)) as [
    {filename: string; files: {path: string}[]},
  ];
  packed = result.files.map(({path}) => path);
  writeFileSync(join(folder, "package.json"), '{"name": "newcomer", "private": true}');
  npm(folder, "install", "--no-audit", "--no-fund", `./${result.filename}`);
});

test("the tarball holds what runs and its licences, no sources, seeds or tests", () => {
  for (const file of [
    "LICENSE",
    "README.md",
    "dist/cli/main.js",
    "dist/tables/danfo.cjs",
    "dist/tables/danfo-licences.txt",
  ])
    assert.ok(packed.includes(file), `${file} is missing`);
  assert.deepEqual(
    packed.filter((path) => /^(?:src|test|seeds|reports)\//.test(path)),
    [],
  );
});

test("it brings neither tfjs nor xlsx nor danfojs-node", () => {
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  assert.doesNotMatch(lock, /tfjs|xlsx|sheetjs|danfojs-node|"node_modules\/request"/);
  for (const name of ["danfojs-node", "@tensorflow", "mathjs"])
    assert.ok(!existsSync(join(folder, "node_modules", name)), `${name} is installed`);
});

test("npx variorum table works", () => {
  writeFileSync(join(folder, "article.txt"), "Kyiv: At least 35 people were killed, officials said.\n");
  const {status, stdout, stderr} = variorum("table", "sentences", "article.txt", "--format", "csv");
  assert.deepEqual([status, stderr], [0, ""]);
  assert.match(stdout, /,"Kyiv: At least 35 people were killed, officials said\."\r\n/);
  const version = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {version: string}).version;
  assert.equal(variorum("--version").stdout.trim(), version);
});

test("npx variorum report works", () => {
  const {status, stderr} = variorum("report", "article.txt", "-o", "out");
  assert.deepEqual([status, stderr], [0, ""]);
  const makingReports = readdirSync(join(root, "notebooks")).filter((name) => name !== "start-here.ipynb");
  const pages = makingReports.map((name) => name.replace(/\.ipynb$/, ".html"));
  assert.deepEqual(readdirSync(join(folder, "out")).sort(), [...pages, "index.html"].sort());
});

test("Parquet works, DuckDB's binary being there", () => {
  assert.equal(variorum("table", "zones", "article.txt", "-o", "zones.parquet").status, 0);
  assert.equal(readFileSync(join(folder, "zones.parquet")).subarray(0, 4).toString(), "PAR1");
});

test("a DataFrame computes in float64", () => {
  const code = 'import {toDataFrame} from "variorum"; console.log(toDataFrame([{a: 16777217}]).add(0).values[0][0])';
  const {stdout, stderr} = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: folder,
    encoding: "utf8",
  });
  assert.deepEqual([stdout.trim(), stderr], ["16777217", ""]);
});

test("TypeScript knows a DataFrame's methods", () => {
  const code = 'import {toDataFrame} from "variorum";\nconst shape: string = toDataFrame([{a: 1}]).head(1).shape;\n';
  writeFileSync(join(folder, "cell.mts"), code);
  const tsc = join(root, "node_modules/.bin/tsc");
  const options = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--target",
    "es2023",
    "--module",
    "nodenext",
    "--types",
    "",
  ];
  const {stdout} = spawnSync(tsc, [...options, "cell.mts"], {cwd: folder, encoding: "utf8"});
  assert.match(stdout, /^cell\.mts\(2,7\): error TS2322: Type 'number\[\]' is not assignable to type 'string'\.\n$/);
});
