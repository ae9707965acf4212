import assert from "node:assert/strict";
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {test} from "node:test";
import {diskEffects, type FileEffects, writeFiles} from "../../src/report/write-files.ts";

/** A disk in memory that fails at the nth write. */
function memory(files: Map<string, string>, failAt = Number.POSITIVE_INFINITY): FileEffects & {lines: string[]} {
  let writes = 0;
  const lines: string[] = [];
  return {
    lines,
    mkdir: async () => {},
    write: async (path, content) => {
      if (++writes >= failAt) throw new Error("the disk is full");
      files.set(path, content);
    },
    rename: async (from, to) => {
      files.set(to, files.get(from) ?? "");
      files.delete(from);
    },
    remove: async (path) => void files.delete(path),
    log: (line) => lines.push(line),
  };
}

test("all files are there, or the old ones are", async () => {
  const files = new Map([[join("out", "a.html"), "old"]]);
  const broken = memory(files, 2);
  await assert.rejects(writeFiles("out", {"a.html": "new", "b.html": "new"}, broken), /the disk is full/);
  assert.deepEqual([...files], [[join("out", "a.html"), "old"]]);
  assert.deepEqual(broken.lines, []);

  const whole = memory(files);
  await writeFiles("out", {"a.html": "new", "b.html": "new"}, whole);
  assert.deepEqual([...files.keys()].sort(), [join("out", "a.html"), join("out", "b.html")]);
  assert.equal(files.get(join("out", "a.html")), "new");
  assert.equal(whole.lines.length, 2);
});

test("two runs into one folder do not take each other's files", async () => {
  const files = new Map<string, string>();
  const run = (content: string) => {
    const effects = memory(files);
    const write: FileEffects["write"] = async (path, text) => {
      await effects.write(path, text);
      await new Promise((done) => setImmediate(done));
    };
    return writeFiles("out", {"a.html": content, "b.html": content}, {...effects, write});
  };
  await Promise.all([run("one"), run("two")]);
  assert.deepEqual([...files.keys()].sort(), [join("out", "a.html"), join("out", "b.html")]);
  for (const content of files.values()) assert.match(content, /^(one|two)$/);
});

test("on a real disk folders are made, and nothing is left beside", async () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-write-"));
  try {
    await writeFiles(join(folder, "deep"), {"a.html": "<p>", "charts/a.svg": "<svg>"}, diskEffects);
    assert.deepEqual(readdirSync(join(folder, "deep"), {recursive: true, encoding: "utf8"}).sort(), [
      "a.html",
      "charts",
      join("charts", "a.svg"),
    ]);
    assert.equal(readFileSync(join(folder, "deep/a.html"), "utf8"), "<p>");
  } finally {
    rmSync(folder, {recursive: true});
  }
});
