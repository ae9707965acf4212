import assert from "node:assert/strict";
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, test} from "node:test";
import {parseCorrectionsCsv} from "../../src/corpus/corrections-csv.ts";
import {readArticle, readCorpus} from "../../src/index.ts";

const articles = [
  readArticle("a.txt", "35 people fled the flood."),
  readArticle("b", "Dozens fled.", {title: "36 flee the flood"}),
];
const parse = (...rows: string[]) =>
  parseCorrectionsCsv(
    "corrections.csv",
    ["article,field,start,end,action,column,value,article2,start2,note", ...rows].join("\n"),
    articles,
  );

test("a row is one action on one reading", () => {
  const {corrections, skipped} = parse(
    "a.txt,,0,9,drop",
    'a.txt,,0,9,mend,speaker,"Ann Lee, mayor",,,"heard, twice"',
    "b,title,0,2,join,,,a.txt,0,one toll",
    "a.txt,,0,9,Split,,,,,",
    "a.txt,text,0,9,split,,,b,0,",
  );
  assert.deepEqual(skipped, []);
  const own = {article: "a.txt", field: "text", start: 0, end: 9, note: null};
  assert.deepEqual(corrections, [
    {...own, path: "corrections.csv:2", action: "drop"},
    {
      ...own,
      path: "corrections.csv:3",
      note: "heard, twice",
      action: "mend",
      column: "speaker",
      value: "Ann Lee, mayor",
    },
    {
      ...{article: "b", field: "title", start: 0, end: 2, path: "corrections.csv:4", note: "one toll"},
      action: "join",
      other: {article: "a.txt", field: "text", start: 0},
    },
    {...own, path: "corrections.csv:5", action: "split", other: null},
    {...own, path: "corrections.csv:6", action: "split", other: {article: "b", field: "text", start: 0}},
  ]);
});

/** A row that cannot be read, and words of what is said about it. */
const BAD: [string, RegExp][] = [
  ["c.txt,,0,9,drop", /no article "c.txt" was read; check article against/],
  [",,0,9,drop", /no article ""/],
  ["a.txt,,x,9,drop", /start "x" is no offset/],
  ["a.txt,,0,,drop", /end "" is no offset/],
  ["a.txt,,-1,9,drop", /start "-1"/],
  ["a.txt,,9,9,drop", /9-9 is no stretch/],
  ["a.txt,,0,26,drop", /0-26 is no stretch of a.txt, which has 25 characters/],
  ["b,title,0,18,drop", /which has 17 characters/],
  ["a.txt,title,0,2,drop", /a.txt has no title/],
  ["a.txt,headline,0,2,drop", /neither text nor title/],
  ["a.txt,,0,9,delete", /"delete" is no action; use drop, mend, join or split/],
  ["a.txt,,0,9,mend,,35", /mends no column/],
  ["a.txt,,0,9,join", /joins it with nothing/],
  ["a.txt,,0,9,join,,,c.txt,4", /no article "c.txt" was read; check article2/],
  ["a.txt,,0,9,join,,,b,", /start2 "" is no offset/],
  ["a.txt,,0,9,mend,speaker,Ann Lee, mayor,,,,", /more cells than the first line; put values with a comma in quotes/],
];

test("a bad row is told with its line, and the others are read", () => {
  for (const [row, said] of BAD) {
    const {corrections, skipped} = parse(row, "a.txt,,0,9,drop");
    assert.deepEqual(
      corrections.map(({path}) => path),
      ["corrections.csv:3"],
      row,
    );
    assert.deepEqual(
      skipped.map(({path}) => path),
      ["corrections.csv:2"],
    );
    assert.match(skipped[0]?.reason ?? "", said);
  }
});

test("a file that is no table of corrections is told once", () => {
  const whole = (csv: string) => parseCorrectionsCsv("corrections.csv", csv, articles).skipped;
  assert.match(whole("article,start,end\na.txt,0,9")[0]?.reason ?? "", /no column "action"/);
  assert.match(whole("article,start,end,action,why\na.txt,0,9,drop,x")[0]?.reason ?? "", /"why" is no column/);
  assert.match(whole('article,start,end,action\n"a.txt,0,9,drop')[0]?.reason ?? "", /not readable as CSV/);
  assert.deepEqual(
    whole("article,start,end,action\nc.txt,0,9,drop").map(({path}) => path),
    ["corrections.csv:2"],
  );
});

const folder = mkdtempSync(join(tmpdir(), "variorum-corrections-"));
after(() => rmSync(folder, {recursive: true}));

test("corrections arrive with the corpus; rows of articles that were not asked for are passed over", () => {
  mkdirSync(join(folder, "wire"));
  writeFileSync(join(folder, "a.txt"), "35 people fled the flood.");
  writeFileSync(join(folder, "wire/b.txt"), "36 people fled the flood.");
  writeFileSync(join(folder, "corrections.csv"), "article,start,end,action\na.txt,0,9,drop\nwire/b.txt,0,9,drop\n");
  const all = readCorpus(folder);
  assert.deepEqual([all.articles.length, all.skipped], [2, []]);
  assert.deepEqual(
    all.corrections.map(({article, path}) => [article, path]),
    [
      ["a.txt", join(folder, "corrections.csv:2")],
      ["wire/b.txt", join(folder, "corrections.csv:3")],
    ],
  );
  const one = readCorpus(join(folder, "a.txt"));
  assert.deepEqual([one.corrections.length, one.skipped], [1, []]);
});

test("two folders have their own corrections, and an empty file is told", () => {
  cpSync(join(folder, "wire/b.txt"), join(folder, "other/c.txt"));
  writeFileSync(join(folder, "other/corrections.csv"), "");
  const {corrections, skipped} = readCorpus([join(folder, "a.txt"), join(folder, "other")]);
  assert.equal(corrections.length, 1);
  assert.match(skipped[0]?.reason ?? "", /empty file/);
});
