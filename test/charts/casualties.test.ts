import assert from "node:assert/strict";
import {test} from "node:test";
import {drawCasualties} from "../../src/charts/casualties.ts";
import type {ReadingMark} from "../../src/charts/readings.ts";
import {compareMarks, halfUnit, readMark, sayNumber} from "../../src/charts/readings.ts";
import {type ChartSpec, chartTitle, renderSvg} from "../../src/charts/render.ts";
import {assignSigla} from "../../src/charts/sigla.ts";
import {edition, facts, mentions} from "../apparatus/ferry.ts";

const warn = (message: string) => assert.fail(`the chart library warns: ${message}`);
type Line = Partial<ReadingMark> & {group?: string; name?: string[]; words?: string};
const linesOf = (spec: ChartSpec | null) => ((spec?.["data"] ?? {values: []}) as {values: Line[]}).values;

const sigla = assignSigla([
  {article: "a.txt", name: "A Post"},
  {article: "b.txt", name: "B Wire"},
]);
const mention = (article: string, low: number | null, high: number | null, bound = "exact") => ({
  article,
  start: 5,
  text: `${low ?? high} people`,
  low,
  high,
  bound,
  unit: "person",
  role: "killed",
  fact: "killed",
});
const killed = {fact: "killed", role: "killed", label: "people killed"};

test("groups, facts and readings stand in lines of their own", () => {
  const spec = drawCasualties(mentions, edition.sigla, facts);
  const lines = linesOf(spec).map(
    ({group, name, words}) => group ?? [name?.join(" "), words].filter(Boolean).join(" | "),
  );
  assert.deepEqual(lines, [
    "Killed",
    "People killed on the ferry | A  Eleven people",
    "B  nine people",
    "C  nine people",
    "",
    "Injured",
    "Crew members in hospital | A  four crew members",
    "",
    "Displaced",
    "Residents who left their homes | B  Some 300 residents",
    "C  Hundreds of residents",
    "",
    "Evacuated",
    "Passengers taken off by lifeboats | A  143 passengers",
    "B  At least 140 passengers",
    "C  More than 140 passengers",
  ]);
});

const titleOf = (spec: ChartSpec | null) => chartTitle(spec ?? {});

test("the title states what differs and why", () => {
  assert.deepEqual(titleOf(drawCasualties(mentions, edition.sigla, facts)), {
    title: "1 of 3 counts of people that articles share differs: people killed on the ferry, 9 to 11 (update)",
    subtitle:
      "3 stand in more than one article: 2 in other words that fit, 1 with a number that cannot be the same. An arrow marks an open end (“at least”, “nearly”). A city-desk, B Harbour Post, C northern-wire.",
  });
  const agreeing = [mention("a.txt", 9, 9), mention("b.txt", 9, 9)];
  assert.deepEqual(titleOf(drawCasualties(agreeing, sigla, [killed])), {
    title: "The counts of people that articles share fit together",
    subtitle:
      "1 stands in more than one article: 1 with the same number. An arrow marks an open end (“at least”, “nearly”). A A Post, B B Wire.",
  });
});

test("an open end is an arrow, never a number", () => {
  const marks = [
    mention("a.txt", 140, null, "at least"),
    mention("a.txt", null, 700, "nearly"),
    mention("a.txt", 100, 300, "range"),
    mention("a.txt", 9, 9),
  ].map((row) => readMark(row, sigla));
  assert.deepEqual(
    marks.map((mark) => mark && [mark.from, mark.value, mark.to, mark.open]),
    [
      [140, 140, 140, "up"],
      [700, 700, 700, "down"],
      [100, 200, 300, null],
      [9, 9, 9, null],
    ],
  );
  assert.equal(readMark(mention("a.txt", null, null, "vague"), sigla), null);
  assert.equal(readMark(mention("of no comparison.txt", 1, 1), sigla), null);
});

/** Two readings, and whether they are one number, fit together, or differ. */
const PAIRS: [a: [number | null, number | null, string], b: [number | null, number | null, string], how: string][] = [
  [[691, 691, "exact"], [691, 691, "exact"], "same"],
  [[691, 691, "exact"], [null, 700, "nearly"], "fits"],
  [[35, 35, "exact"], [35, null, "at least"], "fits"],
  [[20000, 20000, "exact"], [2000, null, "vague"], "fits"],
  [[400, null, "at least"], [200, null, "vague"], "fits"],
  [[9, 9, "exact"], [11, 11, "exact"], "differs"],
  [[300, 300, "about"], [305, 305, "exact"], "fits"],
  [[300, 300, "exact"], [320, 320, "exact"], "differs"],
  [[500, null, "more than"], [null, 300, "less than"], "differs"],
];

test("readings that can all be true fit together", () => {
  for (const [a, b, how] of PAIRS) {
    const marks = [mention("a.txt", ...a), mention("b.txt", ...b)]
      .map((row) => readMark(row, sigla))
      .filter((m) => m !== null);
    assert.equal(compareMarks(marks), how, `${a} and ${b}`);
    assert.equal(compareMarks(marks.reverse()), how, `${b} and ${a}`);
  }
});

test("a number is as exact as it is written", () => {
  const cases: [number, string, number][] = [
    [9, "exact", 0.5],
    [15, "exact", 0.5],
    [15, "about", 1],
    [14.5, "exact", 0.05],
    [400, "exact", 5],
    [400, "about", 10],
    [80, "exact", 0.5],
    [3_000_000, "more than", 100_000],
    [0, "exact", 0],
  ];
  for (const [value, bound, half] of cases)
    assert.ok(Math.abs(halfUnit(value, bound) - half) < 1e-9, `${bound} ${value}`);
});

test("from a few to millions the axis is logarithmic, and its ends are named", async () => {
  const far = [mention("a.txt", 2, 2), {...mention("b.txt", 3e6, null, "more than"), fact: "left", role: "displaced"}];
  const svg = await renderSvg(
    drawCasualties(far, sigla, [killed, {fact: "left", role: "displaced", label: "people who left"}]) ?? {},
    {widthPx: 760, warn},
  );
  assert.match(svg, /People, logarithmic scale/);
  assert.match(svg, />1 million</);
  assert.equal(sayNumber(1_234_567), "1,234,567");
  assert.equal(sayNumber(2.5e9), "2.5 billion");
});

test("it is drawn wide and narrow without a doubt, each mark a link to its words", async () => {
  const spec = drawCasualties(mentions, edition.sigla, facts) ?? {};
  for (const widthPx of [343, 760]) {
    const svg = await renderSvg(spec, {widthPx, title: false, warn});
    assert.match(svg, new RegExp(` width="${widthPx}"`));
    for (const row of mentions.filter(({role}) => role !== "distance")) {
      assert.ok(svg.includes(`xlink:href="#${row.article}-${row.start}"`), `${row.text} at ${widthPx} px`);
    }
  }
});

test("the keyboard stops once at each reading, at its mark", async () => {
  const svg = await renderSvg(drawCasualties(mentions, edition.sigla, facts) ?? {}, {widthPx: 760, warn});
  const stops = [...svg.matchAll(/<a xlink:href="([^"]+)"><(\w+)/g)];
  assert.deepEqual([...new Set(stops.map(([, , element]) => element))], ["path"]);
  assert.equal(new Set(stops.map(([, href]) => href)).size, stops.length);
  assert.equal(svg.split('tabindex="-1"').length - 1, stops.length, "labels can still be clicked");
});

test("one article, and none that counts anybody", async () => {
  const one = drawCasualties([mention("a.txt", 9, 9)], sigla, [killed]) ?? {};
  assert.match(titleOf(one).title, /Counts of people, each in one article alone/);
  await renderSvg(one, {widthPx: 760, warn});
  assert.equal(drawCasualties([], sigla, [killed]), null);
  assert.equal(drawCasualties(mentions, edition.sigla, []), null);
});
