import assert from "node:assert/strict";
import {cpSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, test} from "node:test";
import fc from "fast-check";
import {checkCorrections} from "../../src/compare/corrections.ts";
import {compareCorpus, readArticle, readCorpus} from "../../src/index.ts";
import {root} from "../corpus/gold.ts";

const folder = mkdtempSync(join(tmpdir(), "variorum-corrections-"));
after(() => rmSync(folder, {recursive: true}));
cpSync(join(root, "seeds"), folder, {recursive: true});

const HEADER = "article,start,end,action,column,value,article2,start2,note";
const [A, KSL, C, NEWS, CBS] = readCorpus(folder).articles.map(({article}) => article) as [
  string,
  string,
  string,
  string,
  string,
];

/** The seeds with these rows beside them. */
function correct(...rows: string[]) {
  writeFileSync(join(folder, "corrections.csv"), `${[HEADER, ...rows].join("\n")}\n`);
  const corpus = readCorpus(folder);
  assert.deepEqual(corpus.skipped, []);
  const comparison = compareCorpus(corpus);
  return {
    ...comparison,
    factAt: (article: string, start: number) => {
      const mention = comparison.mentions.find((m) => m.article === article && m.start === start);
      return comparison.facts.find(({fact}) => fact === mention?.fact);
    },
    mentionAt: (article: string, start: number) =>
      comparison.mentions.find((m) => m.article === article && m.start === start),
  };
}

const plain = compareCorpus({articles: readCorpus(folder).articles});
const told = (comparison: ReturnType<typeof compareCorpus>, without: readonly string[] = []) =>
  comparison.facts
    .filter(({fact}) => !without.includes(fact))
    .map(({fact, articles, relation, also, why, corrected}) => ({fact, articles, relation, also, why, corrected}));
const [towns, sixTowns] = ["count-12-town", "count-6-town"];

test("a reading is dropped, and nothing else changes but its fact", () => {
  const {mentions, facts, corrections, mentionAt, omissions} = correct(`${NEWS},5313,5325,drop,,,,,not the same towns`);
  assert.equal(mentionAt(NEWS, 5313), undefined);
  assert.equal(mentions.length, plain.mentions.length - 1);
  assert.deepEqual(facts.find(({fact}) => fact === towns)?.articles, [KSL]);
  assert.deepEqual(
    omissions.filter(({fact}) => fact === towns),
    [],
  );
  assert.deepEqual(corrections, [
    {
      article: NEWS,
      field: "text",
      start: 5313,
      end: 5325,
      text: "Twelve towns",
      change: "dropped",
      note: "not the same towns",
    },
  ]);
});

test("a dropped number leaves its conversion standing for itself", () => {
  const {mentionAt, factAt} = correct(`${KSL},5657,5670,drop`);
  assert.equal(mentionAt(KSL, 5672)?.conversionOf, null);
  assert.deepEqual(
    factAt(KSL, 5672)?.readings.map(({relation, mention}) => [relation, mention.text]),
    [["same", "50 miles"]],
  );
});

test("a mended value is another relation, marked in every table", () => {
  const {factAt, mentionAt, relations} = correct(`${NEWS},7299,7309,mend,number,619`);
  const {low, high, corrected} = mentionAt(NEWS, 7299) ?? {};
  assert.deepEqual([low, high, corrected], [619, 619, ["low: 691 → 619, high: 691 → 619"]]);
  const fact = factAt(NEWS, 7299);
  assert.deepEqual([fact, fact?.relation, fact?.corrected], [factAt(KSL, 4061), "update", corrected]);
  const rows = relations.filter((row) => row.corrected);
  assert.ok(rows.length > 0);
  for (const row of rows) assert.ok([row.article, row.referenceArticle].includes(NEWS), JSON.stringify(row));
  const updates = rows.filter(({relation}) => relation === "update");
  assert.deepEqual(
    updates.map((row) => [row.article, row.referenceArticle].sort()),
    [[KSL, NEWS]],
  );
});

test("a speaker whom the rules missed is given", () => {
  const {factAt, mentionAt} = correct(`${NEWS},5313,5325,mend,speaker,Oleksiy Kuleba`);
  assert.equal(mentionAt(NEWS, 5313)?.speaker, "Oleksiy Kuleba");
  assert.equal(factAt(NEWS, 5313)?.relation, "same");
});

test("an open end takes a bound and a value", () => {
  const {mentionAt} = correct(`${NEWS},5376,5379,mend,number,6`, `${NEWS},5376,5379,mend,bound,at least`);
  const {low, high, bound} = mentionAt(NEWS, 5376) ?? {};
  assert.deepEqual([low, high, bound], [6, null, "at least"]);
});

test("two facts are joined, and the relation between them is found", () => {
  const {factAt, facts} = correct(`${C},306,325,join,,,${KSL},7580,one column of cars`);
  const fact = factAt(C, 306);
  assert.deepEqual(fact?.articles, [KSL, C]);
  assert.equal(fact, factAt(KSL, 7580));
  assert.equal(fact?.relation, "update");
  assert.deepEqual(fact?.corrected, [`joined with “4,000 vehicles” in ${KSL}`]);
  assert.equal(facts.length, plain.facts.length - 1);
});

test("joining one reading brings its whole fact", () => {
  const {factAt} = correct(`${KSL},5173,5181,join,,,${KSL},5232`);
  const fact = factAt(KSL, 5173);
  assert.equal(fact?.mentions.length, 4);
  assert.equal(fact, factAt(NEWS, 5376));
});

test("a reading is split from another, or off on its own", () => {
  const pair = correct(`${NEWS},5811,5819,split,,,${KSL},5672`);
  assert.deepEqual(pair.factAt(NEWS, 5811)?.articles, [NEWS]);
  assert.deepEqual(pair.factAt(KSL, 5672)?.articles, [KSL]);
  const alone = correct(`${KSL},2195,2214,split`);
  assert.deepEqual(
    alone.factAt(KSL, 2195)?.mentions.map(({text}) => text),
    ["about 15 kilometers", "9 miles"],
    "a conversion goes with its number",
  );
  assert.deepEqual(alone.factAt(A, 1470)?.articles, [A, C, NEWS]);
});

test("split off and joined is moved", () => {
  const {factAt} = correct(`${NEWS},5376,5379,split`, `${NEWS},5376,5379,join,,,${KSL},5173`);
  assert.deepEqual(
    factAt(NEWS, 5376)?.mentions.map(({text}) => text),
    ["12 towns", "Twelve towns", "six"],
  );
  assert.deepEqual(factAt(KSL, 5232)?.articles, [KSL]);
});

test("what is split by hand stays apart where a join would lead it together again", () => {
  const {factAt} = correct(`${KSL},5173,5181,join,,,${NEWS},5376`, `${NEWS},5313,5325,split,,,${KSL},5232`);
  assert.notEqual(factAt(NEWS, 5313), factAt(KSL, 5232));
  assert.equal(factAt(KSL, 5173), factAt(NEWS, 5376));
});

test("a copy of a corrected sentence is still the same fact", () => {
  const said = "The Lyon flood killed 35 people on Sunday, the ministry said.";
  const articles = ["a", "b", "c"].map((name) => readArticle(name, said, {outlet: name}));
  const mend = {article: "b", field: "text", start: 22, end: 31, path: "corrections.csv:2", note: null} as const;
  const row = {...mend, action: "mend", column: "number", value: "36"} as const;
  const {facts} = compareCorpus({articles, corrections: [row]});
  assert.deepEqual(
    facts.map((fact) => [fact.fact, fact.articles, fact.relation]),
    [["killed-35-person", ["a", "b", "c"], "update"]],
  );
});

/** A row that fits no reading, and words of what is said about it. */
const REFUSED: [rows: string[], said: RegExp][] = [
  [[`${NEWS},5313,5320,drop`], /corrections\.csv:2: no reading .* 5313-5320: .*“Twelve towns”, 5313-5325/],
  [[`${NEWS},2,9,drop`], /none begins there/],
  [[`${NEWS},5313,5325,mend,numbers,12`], /"numbers" cannot be mended; known are low, high/],
  [[`${NEWS},5313,5325,mend,low,many`], /"many" is no number/],
  [[`${NEWS},5313,5325,mend,low,11`], /exact number the interval 11 to 12; mend number/],
  [[`${NEWS},5313,5325,mend,role,dead`], /"dead" is none of killed/],
  [[`${NEWS},5313,5325,mend,asOf,16 March`], /write it like/],
  [[`${NEWS},5313,5325,mend,number,11`, `${NEWS},5313,5325,mend,number,13`], /csv:3: mends number a second time/],
  [[`${NEWS},5313,5325,join,,,${KSL},1`], /begins at 1/],
  [[`${NEWS},5313,5325,join,,,${NEWS},5313`], /with itself/],
  [[`${NEWS},5313,5325,drop`, `${NEWS},5313,5325,split`], /csv:3: “Twelve towns” is dropped by .*csv:2/],
  [
    [
      `${NEWS},5313,5325,join,,,${CBS},4105`,
      `${KSL},5173,5181,join,,,${CBS},4105`,
      `${KSL},5173,5181,split,,,${NEWS},5313`,
    ],
    /csv:4: .* are also joined/,
  ],
];

test("a row that fits no reading is told with its line and what to do, and changes nothing", () => {
  for (const [rows, said] of REFUSED) {
    writeFileSync(join(folder, "corrections.csv"), `${[HEADER, ...rows].join("\n")}\n`);
    const refused = checkCorrections(readCorpus(folder));
    assert.deepEqual(
      refused.map(({path, reason}) => said.test(`${path}: ${reason}`)),
      [true],
      refused.map(({path, reason}) => `${path}: ${reason}`).join("\n"),
    );
  }
  assert.deepEqual(told(correct(`${NEWS},2,9,drop`)), told(plain));
});

test("without rows nothing changes, and rows of one fact change no other", () => {
  assert.deepEqual(compareCorpus({articles: readCorpus(folder).articles, corrections: []}), plain);
  const ofTowns = plain.mentions.filter(({fact}) => fact === towns || fact === sixTowns);
  const row = fc
    .constantFrom(...ofTowns)
    .chain(({article, start, end}) =>
      fc
        .constantFrom(
          "drop",
          "split",
          "mend,number,13",
          "mend,speaker,Ann Lee",
          `join,,,${ofTowns[0]?.article},${ofTowns[0]?.start}`,
          `split,,,${ofTowns[1]?.article},${ofTowns[1]?.start}`,
        )
        .map((action) => `${article},${start},${end},${action}`),
    );
  const others = (comparison: ReturnType<typeof compareCorpus>) =>
    told(comparison).filter(({fact}) => !fact.endsWith("-town") && !/-town-\d$/.test(fact));
  fc.assert(
    fc.property(fc.array(row, {minLength: 1, maxLength: 4}), (rows) => {
      assert.deepEqual(others(correct(...rows)), others(plain));
    }),
    {numRuns: 12},
  );
});
