import assert from "node:assert/strict";
import {mkdirSync, mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {test} from "node:test";
import {readCorpus} from "../../src/index.ts";

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "variorum-corpus-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

test("files of a folder are read in order of name, README and side files are no articles", () => {
  const folder = folderWith({
    "b.txt": "Rain fell. It stopped.",
    "a/one.txt": "Snow fell. It stopped.",
    "README.md": "# About",
    "articles.csv": "article,outlet\nb.txt,The Post\n",
    "picture.png": "x",
  });
  const {articles, skipped} = readCorpus(folder);
  assert.deepEqual(
    articles.map((a) => [a.article, a.outlet]),
    [
      ["a/one.txt", "unknown"],
      ["b.txt", "The Post"],
    ],
  );
  assert.deepEqual(skipped, []);
});

test("side files named one by one, as a shell does for folder/*, are no articles and still tell what they know", () => {
  const folder = folderWith({
    "a.txt": "Snow fell. It stopped.",
    "articles.csv": "article,outlet\na.txt,The Post\n",
    "corrections.csv": "article,start,end,action\n",
  });
  const {articles, skipped} = readCorpus(
    ["a.txt", "articles.csv", "corrections.csv"].map((name) => join(folder, name)),
  );
  assert.deepEqual(
    articles.map((a) => [a.article, a.outlet]),
    [["a.txt", "The Post"]],
  );
  assert.deepEqual(skipped, []);
});

test("a JSONL corpus is zoned like a file, and its bad lines are told one by one", () => {
  const good = {
    id: "x",
    outlet: "The Post",
    title: "Rain",
    published: "2021-05-03T00:00:00",
    text: "LYON (AFP) — Rain fell. It stopped.",
  };
  const folder = folderWith({
    "c.jsonl": `${JSON.stringify(good)}\n{"id": "y"}\nnot json\n[1]\n\n${JSON.stringify({...good, id: "x"})}\n`,
  });
  const {articles, skipped} = readCorpus(join(folder, "c.jsonl"));
  assert.equal(articles.length, 1);
  assert.deepEqual(
    [articles[0]?.title, articles[0]?.published, articles[0]?.agency, articles[0]?.zones[0]?.zone],
    ["Rain", "2021-05-03", "AFP", "dateline"],
  );
  assert.deepEqual(
    skipped.map((s) => s.path.split("/").at(-1)),
    ["c.jsonl:2", "c.jsonl:3", "c.jsonl:4", "c.jsonl"],
  );
  assert.match(skipped[0]?.reason ?? "", /without "text"/);
});

test("what is no text is told with what to do, and the rest is read", () => {
  const folder = folderWith({
    "ok.txt": "Rain fell. It stopped.",
    "empty.txt": "",
    "blank.txt": " \n",
    "latin.txt": Uint8Array.of(0x63, 0x61, 0x66, 0xe9),
    "binary.txt": Uint8Array.of(0x89, 0x50, 0x00, 0xff),
    "utf16.txt": Uint8Array.of(0xff, 0xfe, 0x41, 0x00),
  });
  const {articles, skipped} = readCorpus([folder, join(folder, "missing.txt")]);
  assert.deepEqual(
    articles.map((a) => a.article),
    ["ok.txt"],
  );
  assert.deepEqual(
    Object.fromEntries(
      skipped.map((s) => [s.path.split("/").at(-1), /empty|white space|UTF-8|binary|no such/.exec(s.reason)?.[0]]),
    ),
    {
      "missing.txt": "no such",
      "binary.txt": "binary",
      "blank.txt": "white space",
      "empty.txt": "empty",
      "latin.txt": "UTF-8",
      "utf16.txt": "UTF-8",
    },
  );
});

test("an articles.csv that is no table is told, and nothing is lost", () => {
  const folder = folderWith({"ok.txt": "Rain fell. It stopped.", "articles.csv": "name,outlet\nok.txt,The Post\n"});
  const {articles, skipped} = readCorpus(folder);
  assert.equal(articles.length, 1);
  assert.match(skipped[0]?.reason ?? "", /no column "article"/);
});
