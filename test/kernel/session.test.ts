import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {test} from "node:test";
import {Deadline} from "../../src/kernel/session/deadline.ts";
import {openSession} from "./cells.ts";

const project = join(import.meta.dirname, "../..");

/** Cells that run one after another, each with what it shows. */
const STORIES: Record<string, [cell: string, shows: string | null | RegExp][]> = {
  "the last expression is the result": [
    ["1 + 1", "2"],
    ["const a = 3;", null],
    ["a * 2;", "6"],
    ["'text'", "'text'"],
    ["{x: 1, y: [2]}", "{ x: 1, y: [ 2 ] }"],
    ["undefined", null],
    ["null", "null"],
    ["if (a) 5", null],
    ["await Promise.resolve(7)", "7"],
    ["export default a", "3"],
    ["const b = 4\nexport default b\nb + 1", "5"],
    ["// only a comment", null],
  ],
  "anything may be declared again by anything": [
    ["let x = 1; x", "1"],
    ["const x = 2; x", "2"],
    ["class x {}; typeof x", "'function'"],
    ["function x() { return 'f' } x()", "'f'"],
    ["import {join as x} from 'node:path'; x('a', 'b')", "'a/b'"],
    ["enum x {A, B}; x.B", "1"],
    ["enum x {C}; Object.keys(x).length", "2"],
    ["var x = 5; x", "5"],
    ["const {x, ...rest} = {x: 6, y: 7}; [x, rest]", "[ 6, { y: 7 } ]"],
    ["let [x = 8] = []; x", "8"],
    ["x++; x", "9"],
  ],
  "types leave no trace": [
    ["interface P { n: number } type Q = P | null; const p: Q = {n: 1} as P; p!.n satisfies number", "1"],
    [
      "abstract class K<T> { constructor(private readonly z: T, public y = 2) {} } class L extends K<number> {} new L(1)",
      "L { z: 1, y: 2 }",
    ],
    ["function tag(c: any) { c.tag = 'legacy'; } @tag class D {} (D as any).tag", "'legacy'"],
    ["function f(a: number): number; function f(a: string): string; function f(a: any) { return a } f(1)", "1"],
    ["namespace N { export const q = 4 } N.q", "4"],
    ["import type {TopLevelSpec} from 'vega-lite'; const s: TopLevelSpec | null = null; s", "null"],
  ],
  "scopes are JavaScript's own": [
    ["const n = 1; function outer(n) { return n } outer(2)", "2"],
    ["for (let n = 5; n < 6; n++) {} n", "1"],
    ["for (var i = 0, m = 3; i < m; i++) {} i", "3"],
    ["for (var k in {a: 1}) {} k", "'a'"],
    ["const get = () => n; { const n = 9; get() }", null],
    ["get()", "1"],
    ["try { throw {n: 4} } catch ({n}) { n } n", "1"],
    ["({n}).n", "1"],
    ["const o = {n, m() { return n }}; o.m() + o.n", "2"],
    ["switch (1) { case 1: let n = 7; } n", "1"],
    ["typeof nobody", "'undefined'"],
    ["(function () { return this })()", null],
    ["const named = () => {}; named.name", "'named'"],
    ["(class n { static s = n.name }).s", "'n'"],
    ["label: for (const a of [1, 2]) { for (;;) { continue label } } 'done'", "'done'"],
    ["const text = `${n} ${((n) => n)(3)}`; text", "'1 3'"],
    ["let {a: {b: deep = n} = {}} = {}; deep", "1"],
    ["[...'ab'].map((c, n) => c + n).join()", "'a0,b1'"],
  ],
  "a function sees what a later cell declares": [
    ["function early() { return later() + late }", null],
    ["early()", "ReferenceError: later is not defined"],
    ["const late = 1; function later() { return 41 }", null],
    ["early()", "42"],
    ["function later() { return 0 } early()", "1"],
  ],
  "constants are constant until declared again": [
    ["const c = 1; c", "1"],
    ["c = 2", "TypeError: Assignment to constant variable 'c'."],
    ["let c = 3; c = 4; c", "4"],
    ["undeclared = 1", "ReferenceError: undeclared is not defined"],
  ],
  "imports of every kind": [
    ["import fs, {existsSync} from 'node:fs'; import * as path from 'node:path'", null],
    ["[typeof fs.readFileSync, typeof existsSync, path.join('a', 'b')].join()", "'function,function,a/b'"],
    ["import {compile, TopLevelSpec} from 'vega-lite'; typeof compile", "'function'"],
    ["TopLevelSpec", "SyntaxError: The module 'vega-lite' has no export named 'TopLevelSpec'"],
    ["const {parse} = await import('vega'); typeof parse", "'function'"],
    ["const csv = require('node:path'); csv.sep", "'/'"],
    [
      "import nothing from 'no-such-package-here'",
      /^Error: Cannot find package 'no-such-package-here' from .*: npm install no-such/,
    ],
    ["import './no-such-file.ts'", /^Error: Cannot find module '.\/no-such-file.ts' from /],
    ["import.meta.filename.endsWith('test.ipynb')", "true"],
  ],
};

for (const [title, cells] of Object.entries(STORIES)) {
  test(title, async () => {
    const {run} = openSession({notebook: join(project, "test.ipynb")});
    for (const [cell, expected] of cells) {
      const shown = await run(cell);
      if (expected instanceof RegExp) assert.match(shown ?? "", expected, cell);
      else assert.equal(shown, expected, cell);
    }
  });
}

test("an error is told in coordinates of the notebook as written, with causes and without frames of the session", async () => {
  const {run, outcomes} = openSession({notebook: "/somewhere/demo.ipynb", folder: project});
  await run(
    "interface Row {\n  a: number;\n}\n\nfunction fail(row: Row): never {\n  throw new Error('no ' + row.a, {cause: new TypeError('inner')});\n}",
  );
  assert.equal(await run("type T = 1;\nconst call = () => fail({a: 1});\n\n  call();"), "Error: no 1");
  const last = outcomes.at(-1);
  assert.ok(last?.status === "error");
  assert.deepEqual(last.error.traceback, [
    "Error: no 1",
    "     6 |   throw new Error('no ' + row.a, {cause: new TypeError('inner')});",
    "       |         ^",
    "    at fail (demo.ipynb, cell 1, line 6, column 9)",
    "    at call (demo.ipynb, cell 2, line 2, column 20)",
    "    at demo.ipynb, cell 2, line 4, column 3",
    "caused by: TypeError: inner",
    "     6 |   throw new Error('no ' + row.a, {cause: new TypeError('inner')});",
    "       |                                          ^",
    "    at fail (demo.ipynb, cell 1, line 6, column 42)",
    "    at call (demo.ipynb, cell 2, line 2, column 20)",
    "    at demo.ipynb, cell 2, line 4, column 3",
  ]);
});

test("a syntax error names line and column", async () => {
  const {run, outcomes} = openSession();
  await run("const fine = 1;\nlet x: number = ;");
  const last = outcomes.at(-1);
  assert.ok(last?.status === "error");
  assert.equal(last.error.ename, "SyntaxError");
  assert.equal(last.error.traceback.at(-1), "    at cell 1, line 2, column 17");
});

test("whatever is thrown is reported", async () => {
  const {run} = openSession();
  assert.equal(await run("throw null"), "Error: thrown: null");
  assert.equal(await run("throw 'text'"), "Error: thrown: text");
  assert.equal(await run("throw Object.create(null)"), "Error: thrown: [object Object]");
  assert.equal(await run("await Promise.reject(new RangeError('r'))"), "RangeError: r");
  assert.equal(await run("const e = new Error('round'); e.cause = {...e}; e.cause = e; throw e"), "Error: round");
  assert.equal(await run("const p = new Error('p', {cause: new Error('q')}); p.cause.cause = p; throw p"), "Error: p");
  assert.equal(
    await run(
      "class Hostile extends Error { get cause() { throw 1 } get errors() { throw 2 } } throw new Hostile('h')",
    ),
    "Error: h",
  );
  assert.equal(
    await run("const {proxy, revoke} = Proxy.revocable({}, {}); revoke(); throw proxy"),
    "Error: thrown: [a value that cannot be read]",
  );
  assert.match(
    (await run(
      "const many = []; let deep = new Error('0'); for (let i = 1; i < 1e5; i++) deep = new Error(String(i), {cause: deep}); throw deep",
    )) ?? "",
    /99999/,
  );
  assert.match(
    (await run("const all = new AggregateError([], 'all'); all.errors = [all, all]; throw all")) ?? "",
    /all/,
  );
  assert.equal(await run("'still here'"), "'still here'");
});

test("what never ends to show itself can be stopped, as the cell can", async () => {
  const {run, session, events} = openSession();
  for (const cell of [
    "({_repr_html_: () => new Promise(() => {})})",
    "display({_repr_html_: () => new Promise(() => {})}); console.log('behind'); throw new Error('own')",
  ]) {
    setTimeout(() => session.interrupt(), 50);
    assert.match((await run(cell)) ?? "", /^(Interrupted|Error: own)/);
  }
  assert.deepEqual(
    events.filter((e) => e.cell === 2).map(({event}) => event.type),
    ["stream", "error"],
  );
  assert.equal(await run("1 + 1"), "2");
});

test("a limit of no end, or of more than a timer takes, stops no cell", async () => {
  for (const seconds of [Number.POSITIVE_INFINITY, 1e9]) {
    const {run, session} = openSession();
    const deadline = new Deadline(session, seconds);
    deadline.start();
    assert.equal(await run("await new Promise((done) => setTimeout(done, 100)); 'done'"), "'done'");
    deadline.stop();
    await deadline.close();
  }
});

test("output goes to the cell that wrote it, also late", async () => {
  const {run, written} = openSession();
  await run(
    "setTimeout(() => console.log('late'), 30); console.log('now'); console.error('bad'); process.stdout.write(Buffer.from('é'))",
  );
  await run("await new Promise((done) => setTimeout(done, 60)); console.log('third')");
  assert.equal(written(1), "now\nélate\n");
  assert.equal(written(1, "stderr"), "bad\n");
  assert.equal(written(2), "third\n");
});

test("errors that nobody awaits reach the cell that started them", () => {
  // In a process of its own: the test runner takes such errors for failures of the test.
  const {stdout, stderr} = spawnSync(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "stray-errors.ts")],
    {
      encoding: "utf8",
    },
  );
  assert.deepEqual(
    stdout.split("\n"),
    ["2 Error: rejected", "2 Error: in a timer", "notebook cell 1: lost", ""],
    stderr,
  );
});

test("two sessions in one process share nothing", async () => {
  const [one, two] = [openSession(), openSession()];
  await one.run("const mine = 1");
  assert.equal(await two.run("mine"), "ReferenceError: mine is not defined");
  await Promise.all([one.run("await 0; console.log('one')"), two.run("console.log('two')")]);
  assert.equal(one.written(2), "one\n");
  assert.equal(two.written(2), "two\n");
});

test("a local module is compiled, traced and loaded anew with what imports it when a file changes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-session-"));
  writeFileSync(join(folder, "deep.ts"), "export const base: number = 1;\nexport type T = {a: 1};\n");
  writeFileSync(
    join(folder, "lib.ts"),
    "import {base, type T} from './deep.ts';\nexport enum E { A = 5 }\nexport * from './deep.js';\nexport default () => base + E.A;\nexport function fail(t?: T) {\n  throw new Error('lib');\n}\n",
  );
  const {run, outcomes} = openSession({folder});
  assert.equal(await run("import total, {E, base, fail} from './lib'; [total(), E.A, base]"), "[ 6, 5, 1 ]");
  await run("fail()");
  const last = outcomes.at(-1);
  assert.ok(last?.status === "error");
  assert.deepEqual(last.error.traceback.slice(3), [
    "    at fail (lib.ts, line 6, column 9)",
    "    at cell 2, line 1, column 1",
  ]);
  writeFileSync(join(folder, "deep.ts"), "export const base: number = 10;\n");
  assert.equal(await run("[total(), base]"), "[ 15, 10 ]");
  writeFileSync(join(folder, "deep.ts"), "export const base = ;\n");
  assert.equal(await run("base"), "SyntaxError: Unexpected token");
  writeFileSync(join(folder, "deep.ts"), "export const base = 11;\n");
  assert.equal(await run("(await import('./lib.ts')).default()"), "16");
});

test("a notebook outside of any project imports the running variorum", async () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-outside-"));
  const url = `file://${join(folder, "own.mjs")}`;
  writeFileSync(join(folder, "own.mjs"), "export const own = 'running';");
  mkdirSync(join(folder, "notebooks"));
  const {run} = openSession({folder: join(folder, "notebooks"), ownPackage: {name: "variorum", url}});
  assert.equal(await run("import {own} from 'variorum'; own"), "'running'");
});

test("the project's tsconfig.json is honoured: paths and JSX", async () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-project-"));
  mkdirSync(join(folder, "notebooks"));
  mkdirSync(join(folder, "lib"));
  writeFileSync(
    join(folder, "lib", "h.ts"),
    "export const h = (tag: string, props: unknown, ...inner: unknown[]) => [tag, ...inner];\n",
  );
  writeFileSync(join(folder, "base.json"), '{"compilerOptions": {"jsx": "react", "jsxFactory": "h"}}');
  writeFileSync(
    join(folder, "tsconfig.json"),
    '{\n// why\n"extends": "./base.json", "compilerOptions": {"paths": {"#lib/*": ["./lib/*"],},},}',
  );
  const {run} = openSession({folder: join(folder, "notebooks")});
  assert.equal(await run("import {h} from '#lib/h'; <b>text</b>"), "[ 'b', 'text' ]");
});

test("an interrupt ends a pending await, keeps state, and what follows the await never runs", async () => {
  const {session, run, written} = openSession();
  await run("let kept = 1; const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))");
  setTimeout(() => session.interrupt(), 20);
  assert.equal(
    await run("kept = 2; while (true) { await sleep(30); console.log('again') }"),
    "Interrupted: the cell was interrupted",
  );
  assert.equal(await run("await sleep(80); kept"), "2");
  assert.equal(written(2), "");
});

const ENDLESS = [
  "raise(); while (true) ;",
  "await 0; raise(); do { 1 } while (true)",
  "raise(); spin()",
  "raise(); for await (const x of (async function* () { while (true) yield 1 })()) x",
  "raise(); const f = (n) => n < 60 ? f(n + 1) + f(n + 1) : 0; f(0)",
  "raise(); while (true) { try { for (;;) ; } catch { } }",
];
for (const cell of ENDLESS) {
  test(`the stop flag ends: ${cell}`, async () => {
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const {run} = openSession({flag, builtIn: {host: () => ({raise: () => Atomics.store(flag, 0, 1)})}});
    await run("import {raise} from 'host'; let kept = 3; function spin() { for (;;) ; }");
    assert.equal(await run(cell), "Interrupted: the cell was interrupted");
    assert.equal(await run("kept"), "3");
  });
}
