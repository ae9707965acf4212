import assert from "node:assert/strict";
import {existsSync, mkdtempSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {test} from "node:test";
import {History, historyFile} from "../../src/kernel/server/history.ts";

const inputs = (entries: {input: string}[]) => entries.map((e) => e.input);

test("history is kept across sessions, by session and line", () => {
  const file = join(mkdtempSync(join(tmpdir(), "variorum-history-")), "deep", "history.jsonl");
  const first = new History(file, "one");
  first.add(1, "a = 1", null);
  first.add(2, "a", "1");
  first.flush();
  const second = new History(file, "two");
  second.add(1, "b(1)\nb(2)", "2");
  second.add(2, "a", "1");
  assert.deepEqual(inputs(second.tail(3)), ["a", "b(1)\nb(2)", "a"]);
  assert.deepEqual(inputs(second.range(-1, 1, null)), ["a = 1", "a"]);
  assert.deepEqual(inputs(second.range(0, 2, 3)), ["a"]);
  assert.deepEqual(second.range(2, 1, 2), [{session: 2, line: 1, input: "b(1)\nb(2)", output: "2"}]);
  assert.deepEqual(inputs(second.search("a*", null, false)), ["a = 1", "a", "a"]);
  assert.deepEqual(inputs(second.search("a*", null, true)), ["a = 1", "a"]);
  assert.deepEqual(inputs(second.search("b(?)*", 1, false)), ["b(1)\nb(2)"]);
  assert.deepEqual(inputs(second.search("[a", null, false)), []);
});

test("what a session ran itself is there before and after it was written, once", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "variorum-history-")), "history.jsonl");
  const history = new History(file, "one");
  history.add(1, "a", null);
  assert.equal(existsSync(file), false);
  await new Promise((done) => setTimeout(done, 400));
  assert.match(readFileSync(file, "utf8"), /"input":"a"/);
  history.add(2, "b", null);
  assert.deepEqual(inputs(history.tail(9)), ["a", "b"]);
  history.flush();
  assert.deepEqual(inputs(new History(file, "two").tail(9)), ["a", "b"]);
});

test("a spoilt history costs its spoilt lines", () => {
  const file = join(mkdtempSync(join(tmpdir(), "variorum-history-")), "history.jsonl");
  writeFileSync(file, 'garbage\n{"session":"x","line":1,"input":"kept"}\n{"session":1}\n\0\n');
  assert.deepEqual(inputs(new History(file, "y").tail(10)), ["kept"]);
});

test("a history that has grown long loses its beginning, and cells of data never enter it", () => {
  const file = join(mkdtempSync(join(tmpdir(), "variorum-history-")), "history.jsonl");
  const entry = (n: number) => JSON.stringify({session: "x", line: n, input: `${n}${" ".repeat(1000)}`, output: null});
  writeFileSync(file, `${Array.from({length: 9000}, (_, n) => entry(n)).join("\n")}\n`);
  const history = new History(file, "y");
  assert.equal(history.tail(1)[0]?.line, 8999);
  assert.ok(statSync(file).size <= 4 << 20);
  history.add(1, "x".repeat(1e6), null);
  assert.equal(history.tail(1)[0]?.line, 8999);
});

test("a history that cannot be written is none", () => {
  const history = new History(join(import.meta.filename, "history.jsonl"), "x");
  history.add(1, "a", null);
  assert.deepEqual(inputs(history.tail(1)), ["a"]);
});

test("the file's place follows the environment", () => {
  assert.equal(historyFile({VARIORUM_HISTORY: "/x"}), "/x");
  assert.equal(historyFile({XDG_DATA_HOME: "/d"}), join("/d", "variorum", "history.jsonl"));
});
