import assert from "node:assert/strict";
import {test} from "node:test";
import {drawDeviations, drawDistances} from "../../src/charts/distances.ts";
import {type ChartSpec, chartTitle, renderSvg} from "../../src/charts/render.ts";
import {assignSigla} from "../../src/charts/sigla.ts";
import {edition, facts, mentions} from "../apparatus/ferry.ts";

const warn = (message: string) => assert.fail(`the chart library warns: ${message}`);

interface Line {
  words?: string;
  value?: number;
  deviation?: number;
  converted?: number;
  from?: number;
  to?: number;
  explained?: boolean;
}
const readingsOf = (spec: ChartSpec | null) =>
  ((spec?.["data"] ?? {values: []}) as {values: Line[]}).values.filter(({words}) => words !== undefined);

const sigla = assignSigla(["a", "b"].map((article) => ({article, name: article})));
const road = {fact: "road", role: "distance", label: "the road to the city"};
const distance = (article: string, text: string, value: number, unit: string, bound = "exact", start = 1) => ({
  article,
  start,
  text,
  low: value,
  high: value,
  bound,
  unit,
  role: "distance",
  fact: "road",
});

test("15 km and 9 miles say the same", () => {
  const spec = drawDeviations([distance("a", "15 kilometers", 15, "km"), distance("b", "9 miles", 9, "mi")], sigla, [
    road,
  ]);
  assert.match(
    chartTitle(spec ?? {}).title,
    /The one distance that is given twice differs by rounding and conversion alone/,
  );
  for (const {from = 1, to = -1, explained} of readingsOf(spec)) {
    assert.ok(from <= 0 && to >= 0, "the grey band holds the value in common");
    assert.equal(explained, true);
  }
});

test("15 km and 12 miles do not", () => {
  const spec = drawDeviations([distance("a", "15 km", 15, "km"), distance("b", "12 miles", 12, "mi")], sigla, [road]);
  assert.match(chartTitle(spec ?? {}).title, /1 of 1 distance that is given twice differs by more than rounding/);
  assert.deepEqual(
    readingsOf(spec)
      .map(({explained}) => explained)
      .sort(),
    [false, true],
  );
});

test("a conversion in brackets stands on the line of what it restates", () => {
  const rows = [
    distance("a", "about 15 kilometers", 15, "km", "about", 1),
    {...distance("a", "9 miles", 9, "mi", "about", 22), conversionOf: 1},
    distance("b", "3,000 feet", 3000, "ft"),
  ];
  const [first, ...others] = readingsOf(drawDeviations(rows, sigla, [road]));
  assert.equal(first?.words, "a  about 15 kilometers (9 miles)".replace("a ", "A "));
  assert.ok((first?.converted ?? 0) < (first?.deviation ?? 0), "9 miles are less than 15 km");
  assert.equal(others.length, 1);
});

test("a conversion belongs to the number before it in the same string, be it title or text", () => {
  const rows = [
    {...distance("a", "15 kilometers", 15, "km"), field: "text" as const},
    {...distance("a", "9 miles", 9, "mi", "exact", 30), field: "title" as const, conversionOf: 1},
  ];
  assert.deepEqual(
    readingsOf(drawDistances(rows, sigla, [road])).map(({words}) => words),
    ["A  15 kilometers"],
  );
});

test("facts of one name are counted one by one", () => {
  const rows = ["road", "track"].flatMap((fact) => [
    {...distance("a", "15 km", 15, "km"), fact},
    {...distance("b", fact === "road" ? "9 miles" : "12 miles", fact === "road" ? 9 : 12, "mi"), fact},
  ]);
  const spec = drawDeviations(rows, sigla, [road, {...road, fact: "track"}]);
  assert.match(chartTitle(spec ?? {}).title, /^1 of 2 distances that are given twice or more differs by more/);
});

test("every unit of length stands on one axis of kilometres", () => {
  const rows = [distance("a", "1 mile", 1, "mi"), distance("b", "5,280 feet", 5280, "ft")];
  assert.deepEqual(
    readingsOf(drawDistances(rows, sigla, [road])).flatMap(({value}) =>
      value === undefined ? [] : [value.toFixed(6)],
    ),
    ["1.609344", "1.609344"],
  );
  assert.equal(drawDistances([distance("a", "two leagues", 2, "league")], sigla, [road]), null);
});

test("nothing is drawn where no distance is told, or none twice", () => {
  assert.equal(drawDistances([], sigla, [road]), null);
  assert.equal(drawDeviations([distance("a", "1 km", 1, "km")], sigla, [road]), null);
});

test("both are drawn wide and narrow without a doubt", async () => {
  for (const spec of [drawDistances(mentions, edition.sigla, facts), drawDeviations(mentions, edition.sigla, facts)]) {
    for (const widthPx of [343, 760]) {
      const svg = await renderSvg(spec ?? {}, {widthPx, title: false, warn});
      assert.match(svg, new RegExp(` width="${widthPx}"`));
      assert.match(svg, /about 12 kilometers \(7 miles\)/);
    }
  }
});
