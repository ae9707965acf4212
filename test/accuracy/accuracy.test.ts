import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, test} from "node:test";
import {readGold} from "./gold.ts";
import {formatMeasures, type Measure} from "./measure.ts";
import {isSameSpeaker} from "./names.ts";
import {readTables} from "./readings.ts";
import {scoreReadings} from "./score.ts";

const root = join(import.meta.dirname, "../..");
const gold = readGold(join(root, "test/gold/seeds"));
const readings = await readTables(join(root, "seeds"));
const measures = scoreReadings(gold, readings);

/** The targets on the seeds. A figure may not fall below `least` nor rise above `most`. */
const TARGETS: readonly {task: string; measure: string; least?: number; most?: number}[] = [
  {task: "zones", measure: "characters in the right zone", least: 0.995},
  {task: "sentences", measure: "missed", most: 0},
  {task: "sentences", measure: "spurious", most: 0},
  // At most one of the 65 missed.
  {task: "quantities", measure: "found (recall, core)", least: 64 / 65},
  {task: "quantities", measure: "right to read (precision)", least: 0.97},
  {task: "quantities", measure: "trapped by names and pronouns", most: 0},
  {task: "quantities", measure: "trapped by furniture", most: 0},
  {task: "quantities", measure: "bounds (low and high)", least: 0.96},
  {task: "quantities", measure: "bound (the word for it)", least: 0.95},
  {task: "quantities", measure: "role", least: 0.95},
  {task: "quantities", measure: "unit (measures and people)", least: 0.98},
  {task: "quantities", measure: "casualties and distances (F1)", least: 0.96},
  {task: "quantities", measure: "speaker right", least: 0.9},
  {task: "quantities", measure: "speaker invented", most: 0.1},
  {task: "facts", measure: "pairs joined rightly (precision)", least: 0.95},
  {task: "facts", measure: "pairs joined (recall)", least: 0.87},
  {task: "facts", measure: "B-cubed F1", least: 0.96},
  {task: "facts", measure: "traps joined", most: 0},
  {task: "relations", measure: "main relation right", least: 15 / 18},
  {task: "relations", measure: "false conflicts", most: 0},
  {task: "quotations", measure: "spans (F1)", least: 0.96},
  {task: "quotations", measure: "speaker right", least: 0.92},
  {task: "reuse", measure: "verbatim found (recall)", least: 1},
  {task: "reuse", measure: "near-verbatim found (recall)", least: 0.96},
  {task: "reuse", measure: "paraphrase found (recall)", least: 0.6},
  {task: "reuse", measure: "pairs aligned rightly (precision)", least: 0.85},
  {task: "reuse", measure: "label right", least: 0.85},
  {task: "reuse", measure: "traps aligned", most: 0},
];

const nameOf = ({task, measure}: {task: string; measure: string}): string => `${task}: ${measure}`;
const find = (of: readonly Measure[], name: string): Measure | undefined => of.find((each) => nameOf(each) === name);
/** Shares are quotients of small whole numbers. */
const ROUNDING = 1e-9;

for (const target of TARGETS) {
  const {least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY} = target;
  test(`${nameOf(target)} is ${target.least === undefined ? `at most ${most}` : `at least ${least.toFixed(3)}`}`, () => {
    const {figure, n, misses} = find(measures, nameOf(target)) ?? assert.fail("is not measured");
    assert.ok(n > 0 && figure !== null, "nothing to measure");
    assert.ok(figure >= least - ROUNDING && figure <= most + ROUNDING, `${figure} of ${n}:\n${misses.join("\n")}`);
  });
}

test("readings that are spoilt on purpose score worse on every measure", () => {
  const nothing = {zones: [], sentences: [], quantities: [], facts: [], quotes: [], reuse: []};
  const empty = scoreReadings(gold, nothing);
  for (const {task, measure, least} of TARGETS)
    if (least !== undefined)
      assert.ok((find(empty, nameOf({task, measure}))?.figure ?? 0) < least, `${task}: ${measure}`);
  const joined = {
    ...readings,
    quantities: readings.quantities.map((row) => ({...row, fact: "one", speaker: "Nobody"})),
  };
  const all = scoreReadings(gold, joined);
  assert.ok((find(all, "facts: pairs joined rightly (precision)")?.figure ?? 1) < 0.1);
  assert.equal(find(all, "facts: pairs joined (recall)")?.figure, 1);
  assert.ok((find(all, "facts: traps joined")?.figure ?? 0) > 0);
  assert.equal(find(all, "quantities: speaker invented")?.figure, 1);
  assert.equal(find(all, "quantities: speaker right")?.figure, 0);
  const quarrel = {...readings, facts: readings.facts.map((row) => ({...row, relation: "conflict"}))};
  assert.ok((find(scoreReadings(gold, quarrel), "relations: false conflicts")?.figure ?? 0) > 0);
});

const SPEAKERS: readonly [read: string | null, gold: string, same: boolean][] = [
  ["Olena Ramskyy's office", "the office of Ramsky", true],
  ["Gov. Hidaï Ramskiy", "Hidai Ramsky", true],
  ["United Nations", "the U.N. (statement)", true],
  ["a senior U.S. official", "senior U.N. official", false],
  ["Ministry of Defence", "the defense ministry", true],
  ["Ann Lee", "Ann Marie Voss", true],
  ["Mr Lee", "Mr Voss", false],
  ["she", "Ann Lee", false],
  [null, "Ann Lee", false],
];

test("two descriptions are of one speaker when they share a naming word", () => {
  for (const [read, wanted, same] of SPEAKERS) assert.equal(isSameSpeaker(read, wanted), same, `${read} / ${wanted}`);
});

const folder = mkdtempSync(join(tmpdir(), "variorum-gold-"));
after(() => rmSync(folder, {recursive: true}));

test("a gold folder that has one table is measured by that table, from the command line too", () => {
  const corpus = join(folder, "one.txt");
  writeFileSync(corpus, "Mira Sol said 12 people were hurt in Lund on Friday.\n");
  const head =
    "article,start,end,text,numberStart,numberEnd,low,high,bound,unit,counted,role,about,speaker,fact,tier,zone";
  const row = "one.txt,14,23,12 people,14,16,12,12,exact,person,person,injured,,Mira Sol,HURT,core,body";
  writeFileSync(join(folder, "quantities.csv"), `${head}\n${row}\n`);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", join(root, "test/accuracy/main.ts"), ...args], {
      cwd: root,
      encoding: "utf8",
    });
  const {stdout, status} = run(folder, corpus);
  assert.equal(status, 0);
  const rows = stdout
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  assert.deepEqual(new Set(rows.slice(2).map((cells) => cells[1])), new Set(["quantities", "facts"]));
  const lines = rows.map((cells) => cells.slice(1, 5).join(" "));
  assert.ok(lines.includes("quantities found (recall, core) 1.000 1"), stdout);
  assert.ok(lines.includes("quantities speaker right 1.000 1"), stdout);
  assert.ok(lines.includes("facts pairs joined (recall) – 0"), stdout);
  assert.equal(run(folder).status, 2);
  assert.equal(run(join(folder, "none"), corpus).status, 1);
});

test("the table is Markdown with one line a measure", () => {
  const lines = formatMeasures(measures).trimEnd().split("\n");
  assert.equal(lines.length, measures.length + 2);
  assert.deepEqual(new Set(lines.map((line) => line.split(" | ").length)), new Set([4]));
});
