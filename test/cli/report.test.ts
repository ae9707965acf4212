import assert from "node:assert/strict";
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {makeFolder, runCli} from "./run-cli.ts";

const ARTICLE = 'Kyiv: At least 35 people were killed, officials said. "<b>We</b> saw it," a doctor said.\n';
const NAMES = readdirSync("notebooks")
  .filter((name) => name !== "start-here.ipynb")
  .map((name) => name.replace(/\.ipynb$/, ".html"));

test("a single article is reported, its text escaped; what was skipped is one line and exit code 3", async () => {
  const folder = makeFolder();
  mkdirSync(join(folder, "in"));
  writeFileSync(join(folder, "in", "one.txt"), ARTICLE);
  writeFileSync(join(folder, "in", "empty.txt"), "");
  const {code, stdout, stderr} = await runCli(["report", join(folder, "in"), "-o", join(folder, "out")]);
  assert.deepEqual([code, stdout], [3, ""]);
  assert.match(stderr, /^variorum: skipped [^\n]*empty\.txt: empty file[^\n]*\n$/);
  assert.deepEqual(readdirSync(join(folder, "out")).sort(), [...NAMES, "index.html"].sort());
  for (const name of NAMES) {
    const page = readFileSync(join(folder, "out", name), "utf8");
    assert.match(page, /^<!doctype html>/i);
    assert.ok(!page.includes("<b>We</b>"), `${name} has the article's markup in it`);
    assert.match(readFileSync(join(folder, "out/index.html"), "utf8"), new RegExp(`href="${name}"`));
  }
});

test("the same articles give the same bytes, whatever stood in the folder; --charts adds each chart", async () => {
  const folder = makeFolder();
  for (const name of ["a", "b"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "index.html"), "old");
    const {code, stderr} = await runCli(["report", "seeds", "-o", join(folder, name), "--charts"]);
    assert.deepEqual([code, stderr], [0, ""]);
  }
  const names = readdirSync(join(folder, "a"));
  assert.deepEqual(names, readdirSync(join(folder, "b")));
  assert.ok(names.some((name) => name.endsWith(".vl.json")) && names.some((name) => name.endsWith(".svg")));
  for (const name of names)
    assert.equal(readFileSync(join(folder, "a", name), "utf8"), readFileSync(join(folder, "b", name), "utf8"), name);
});

test("a folder that cannot be written into is one line, and nothing is left behind", async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "one.txt"), ARTICLE);
  const {code, stderr} = await runCli(["report", join(folder, "one.txt"), "-o", join(folder, "one.txt")]);
  assert.equal(code, 1);
  assert.match(stderr, /^variorum: cannot write into [^\n]*one\.txt: [^\n]+\n$/);
  assert.deepEqual(readdirSync(folder), ["one.txt"]);
});
