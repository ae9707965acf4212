import assert from "node:assert/strict";
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {test} from "node:test";
import {makeFolder, runCli} from "./run-cli.ts";

interface Cell {
  source: string | string[];
  metadata: {tags?: string[]};
  outputs?: {output_type: string; data?: Record<string, unknown>; ename?: string}[];
}

/** A notebook of code cells; the first is tagged `parameters`. */
function writeCells(path: string, ...sources: string[]): void {
  const cells = sources.map((source, at) => ({
    cell_type: "code",
    id: `cell-${at}`,
    metadata: at === 0 ? {tags: ["parameters"]} : {},
    source,
    outputs: [],
    execution_count: null,
  }));
  writeFileSync(path, JSON.stringify({cells, metadata: {}, nbformat: 4, nbformat_minor: 5}));
}

const readCells = (path: string) => (JSON.parse(readFileSync(path, "utf8")) as {cells: Cell[]}).cells;
const SEEDS = resolve("seeds");

test("notebook run writes the outputs into the file, a DataFrame as text and as a table", async () => {
  const path = join(makeFolder(), "trial.ipynb");
  const load = 'import {readCorpus, toDataFrame} from "variorum";\nconst {articles} = readCorpus(corpus);';
  writeCells(
    path,
    'const corpus = "nowhere";',
    load,
    "toDataFrame(articles.map(({article, outlet}) => ({article, outlet})))",
  );
  const {code, stdout, stderr} = await runCli(["notebook", "run", path, "--parameter", `corpus=${SEEDS}`]);
  assert.deepEqual([code, stdout, stderr], [0, "", ""]);
  const {data} = readCells(path).at(-1)!.outputs![0]!;
  assert.match(String(data!["text/html"]), /<table[\s\S]*CBS News/);
  assert.match(String(data!["text/plain"]), /CBS News/);
});

test("an error names notebook, cell, line and column, the file keeps what there is, the exit code is 1", async () => {
  const path = join(makeFolder(), "broken.ipynb");
  writeCells(path, "1 + 1", "const killed = 35;\nkiled + 1", "2");
  const {code, stderr} = await runCli(["notebook", "run", path]);
  assert.equal(code, 1);
  assert.match(stderr, /broken\.ipynb: cell 2 failed\n {2}ReferenceError: kiled is not defined/);
  assert.match(stderr, /broken\.ipynb, cell 2, line 2, column 1/);
  assert.doesNotMatch(stderr, /node:internal|session\.ts/);
  const cells = readCells(path);
  assert.equal(cells[0]!.outputs![0]!.output_type, "execute_result");
  assert.equal(cells[1]!.outputs![0]!.ename, "ReferenceError");
});

test("status lists the stale cells and why, and run --stale runs those alone", async () => {
  const folder = makeFolder();
  const path = join(folder, "trial.ipynb");
  const note = join(folder, "note.txt");
  writeFileSync(note, "one");
  writeCells(
    path,
    "const started = process.hrtime.bigint(); started",
    `require("fs").readFileSync("note.txt", "utf8")`,
  );
  const status = async () => (await runCli(["notebook", "status", path])).stdout;
  assert.equal(
    await status(),
    `${path}: cell 1: no run of it is recorded\n${path}: cell 2: no run of it is recorded\n`,
  );
  assert.equal((await runCli(["notebook", "run", path])).code, 0);
  assert.equal(await status(), "");
  const before = readCells(path);
  writeFileSync(note, "two");
  assert.equal(await status(), `${path}: cell 2: note.txt changed\n`);
  assert.equal((await runCli(["notebook", "run", "--stale", path])).code, 0);
  const after = readCells(path);
  assert.deepEqual(after[0], before[0]);
  assert.match(JSON.stringify(after[1]!.outputs), /two/);
  assert.equal(await status(), "");
});

const MISUSE: [string[], RegExp][] = [
  [["notebook"], /notebook wants "run" or "status"/],
  [["notebook", "run"], /No notebook named/],
  [["notebook", "run", "a.ipynb", "--parameter", "corpus"], /--parameter wants NAME=VALUE/],
  [["notebook", "run", "a.ipynb", "--timeout", "soon"], /--timeout wants seconds/],
  [["report", "seeds"], /No folder to write into/],
  [["report", "-o", "somewhere"], /No input/],
];

test("wrong usage of notebook and report is one line and exit code 2", async () => {
  for (const [args, line] of MISUSE) {
    const {code, stderr} = await runCli(args);
    assert.equal(code, 2, args.join(" "));
    assert.match(stderr, line);
    assert.match(stderr, /^variorum: [^\n]+\n$/);
  }
});

test("a notebook that is none is one line and exit code 1", async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "none.ipynb"), "not a notebook");
  for (const name of ["none.ipynb", "missing.ipynb"]) {
    const {code, stderr} = await runCli(["notebook", "run", join(folder, name)]);
    assert.equal(code, 1);
    assert.match(stderr, /^variorum: [^\n]+\n$/);
    assert.ok(stderr.includes(name), stderr);
  }
  assert.deepEqual(readdirSync(folder), ["none.ipynb"]);
});

test("a report of nothing is not written", async () => {
  const folder = makeFolder();
  const {code, stderr} = await runCli(["report", join(folder, "missing"), "-o", join(folder, "out")]);
  assert.equal(code, 1);
  assert.match(stderr, /no article could be read/);
  assert.deepEqual(readdirSync(folder), []);
});
