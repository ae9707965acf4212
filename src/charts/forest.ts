import {upperFirst} from "../compare/wording.ts";
import {lineAxis, lineKey, NAMES_PX} from "./fact-lines.ts";
import {compareMarks, countWitnesses, type ReadingMark, sayNumber} from "./readings.ts";
import type {ChartSpec} from "./render.ts";
import {type Sigla, siglaKey, siglumChannels} from "./sigla.ts";
import {measureText, wrapText} from "./text-width.ts";
import {houseConfig, INK, SCHEMA} from "./theme.ts";
import {wrapTitle} from "./title.ts";

/** Marks of one fact under its name, facts under the heading of their group (none where it is empty). */
export interface ForestFact<Mark extends ReadingMark = ReadingMark> {
  group: string;
  label: string;
  /** Why the readings differ, in the words of the table `facts`. */
  relation?: string | undefined;
  marks: readonly Mark[];
}

export interface ForestOptions {
  title: string;
  subtitle: string;
  /** The unit, as the axis names it. */
  unit: string;
  sigla: Sigla;
}

/** One line of the picture: a heading, a reading, or the second line of a long name. */
type Line = Partial<ReadingMark> & {
  line: string;
  group?: string;
  /** The fact's name, on its first line. */
  name?: string[];
  words?: string;
  side?: "left" | "right";
};

const LINE_PX = 21;
const FONT_PX = 13;
const OPEN_PX = 22;

/**
 * A forest plot, as meta-analyses print them: a line per reading, its interval on one axis, an arrow where the words leave an end
 * open, and the words themselves beside the dot instead of a legend. Readings of one fact stand together beside its name.
 */
export function drawForest(facts: readonly ForestFact[], options: ForestOptions): ChartSpec {
  const scale = scaleFor(facts.flatMap(({marks}) => marks));
  const wide = layLines(facts, {namesPx: NAMES_PX, plotPx: 500, scale});
  const narrow = layLines(facts, {namesPx: 0, plotPx: 296, scale});
  return {
    $schema: SCHEMA,
    title: wrapTitle(options.title, `${options.subtitle} ${siglaKey(options.sigla)}`),
    usermeta: {
      row: "siglum",
      table: {
        fact: "Fact",
        siglum: "Siglum",
        article: "Article",
        reading: "Reading",
        low: `${options.unit} from`,
        high: "to",
        speaker: "Speaker",
      },
      narrow: {data: {values: narrow}, encoding: {y: lineAxis(narrow)}},
    },
    config: houseConfig(),
    data: {values: wide},
    height: {step: LINE_PX},
    encoding: {x: {field: "value", type: "quantitative", ...scale.encoding(options.unit)}, y: lineAxis(wide)},
    layer: [...names(), ...intervals(), dots(options.sigla), words()],
  };
}

interface Layout {
  namesPx: number;
  plotPx: number;
  scale: AxisScale;
}

/** Every fact's lines, top to bottom. */
function layLines(facts: readonly ForestFact[], layout: Layout): Line[] {
  const lines: Line[] = [];
  const add = (line: Omit<Line, "line">) => lines.push({line: lineKey(lines.length), ...line});
  let group = "";
  for (const fact of facts) {
    if (fact.group !== group) {
      if (group !== "") add({});
      add({group: fact.group});
    }
    group = fact.group;
    const name = wrapText(upperFirst(fact.label), layout.namesPx || layout.plotPx, FONT_PX, 2);
    const rows = fact.marks.map(
      (mark): Omit<Line, "line"> => ({...mark, fact: fact.label, ...placeWords(mark, layout)}),
    );
    if (layout.namesPx === 0) {
      add({name});
      if (name.length > 1) add({});
      for (const row of rows) add(row);
    } else {
      const count = Math.max(rows.length, name.length);
      for (let index = 0; index < count; index++) add({...rows[index], ...(index === 0 ? {name} : {})});
    }
  }
  return lines;
}

/** The words stand where they have room: to the right of the dot, or to its left on the right half of the axis. */
function placeWords(mark: ReadingMark, {plotPx, scale}: Layout): {words: string; side: "left" | "right"} {
  const place = scale.place(mark.value) * plotPx;
  const side = place > plotPx / 2 ? "left" : "right";
  const room = (side === "left" ? place : plotPx - place) - OPEN_PX - 16;
  const letter = `${mark.siglum}  `;
  const [reading = ""] = wrapText(mark.reading, room - measureText(letter, FONT_PX), FONT_PX, 1);
  return {words: letter + reading, side};
}

interface AxisScale {
  encoding: (unit: string) => object;
  /** From 0 at the left end of the axis to 1 at its right end. */
  place: (value: number) => number;
}

/** Counts from a handful to millions stand on one logarithmic axis; those within two orders of magnitude on one from zero. */
function scaleFor(marks: readonly ReadingMark[]): AxisScale {
  const values = marks.flatMap(({from, to}) => [from, to]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least > 0 && most / least > 100) {
    const [first, last] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most * 1.05))];
    const powers = Array.from({length: last - first + 1}, (_, index) => 10 ** (first + index));
    const labels = Object.fromEntries(powers.map((power) => [String(power), sayNumber(power)]));
    const labelExpr = `${JSON.stringify(labels)}[datum.value]`;
    const domain = [10 ** first, 10 ** last];
    return {
      encoding: (unit) => ({
        axis: {...AXIS, title: `${unit}, logarithmic scale`, values: powers, labelExpr},
        scale: {type: "log", domain, nice: false},
      }),
      place: (value) => (Math.log10(value) - first) / (last - first),
    };
  }
  const end = most === 0 ? 1 : most * 1.05;
  return {
    encoding: (unit) => ({axis: {...AXIS, title: unit}, scale: {domain: [Math.min(0, least), end], nice: false}}),
    place: (value) => value / end,
  };
}

const AXIS = {
  orient: "top",
  grid: true,
  domain: false,
  ticks: false,
  labelFlush: true,
  labelOverlap: "greedy",
  labelSeparation: 10,
  titleAnchor: "start",
};

const when = (filter: string) => ({transform: [{filter}]});

/** Names left of the axis, or in a narrow picture above their readings, where nothing else stands on the line. */
function names(): object[] {
  const start = {expr: `width < ${NARROW_PLOT_PX} ? 0 : ${-NAMES_PX - 12}`};
  const text = {type: "text", align: "left", baseline: "middle", lineHeight: LINE_PX};
  return [
    {
      ...when("isValid(datum.name)"),
      mark: {type: "rule", aria: false, color: INK.rule.light, yOffset: -LINE_PX / 2},
      encoding: {x: {value: start}, x2: {value: "width"}},
    },
    {
      ...when("isValid(datum.group)"),
      mark: {...text, fontWeight: 700, fontSize: 14},
      encoding: {x: {value: start}, text: {field: "group"}},
    },
    {
      ...when("isValid(datum.name)"),
      mark: {...text, fontSize: FONT_PX, color: INK.muted.light},
      encoding: {x: {value: start}, text: {field: "name"}},
    },
  ];
}

const NARROW_PLOT_PX = 400;

/** The drawn interval; an open end is a stub of fixed length, since nobody knows where it ends. */
function intervals(): object[] {
  const ends = {x: {field: "from", type: "quantitative"}, x2: {field: "to"}};
  const style = {aria: false, color: INK.axis.light};
  const stub = {expr: `datum.open === "up" ? ${OPEN_PX} : ${-OPEN_PX}`};
  const shape = {expr: 'datum.open === "up" ? "triangle-right" : "triangle-left"'};
  const open = when("isValid(datum.open)");
  return [
    {...when("datum.from < datum.to"), mark: {type: "rule", ...style, strokeWidth: 3}, encoding: ends},
    {...open, mark: {type: "rule", ...style, strokeWidth: 1.5, x2Offset: stub}, encoding: ends},
    {...open, mark: {type: "point", ...style, shape, size: 34, xOffset: stub}},
  ];
}

const TOOLTIP = [
  {field: "article", title: "Article"},
  {field: "reading", title: "Reads"},
  {field: "speaker", title: "Says"},
];

function dots(sigla: Sigla): object {
  return {
    ...when("isValid(datum.value)"),
    mark: {type: "point", size: 75},
    encoding: {...siglumChannels(sigla), href: {field: "href"}, tooltip: TOOLTIP},
  };
}

/** Beside the dot, behind the arrow where one points that way. */
function words(): object {
  const room = (open: string) => `(datum.open === "${open}" ? ${OPEN_PX + 8} : 9)`;
  const align = {expr: 'datum.side === "left" ? "right" : "left"'};
  const dx = {expr: `datum.side === "left" ? -${room("down")} : ${room("up")}`};
  return {
    ...when("isValid(datum.words)"),
    mark: {type: "text", align, dx, fontSize: FONT_PX},
    encoding: {text: {field: "words"}, href: {field: "href"}},
  };
}

/**
 * Whether the facts that several articles tell fit together, as a title, and how many do in which way, as a sentence beneath it.
 * Readings fit where some value makes all of them true. `things` in the plural: "counts of people".
 */
export function stateAgreement(facts: readonly ForestFact[], things: string): {title: string; sentence: string} {
  const shared = facts.filter(({marks}) => countWitnesses(marks) > 1);
  if (shared.length === 0) return {title: `${upperFirst(things)}, each in one article alone`, sentence: ""};
  const how = shared.map(({marks}) => compareMarks(marks));
  const [same, fits, differs] = (["same", "fits", "differs"] as const).map(
    (kind) => how.filter((one) => one === kind).length,
  );
  const parts = [
    same && `${same} with the same number`,
    fits && `${fits} in other words that fit`,
    differs && `${differs} with ${differs === 1 ? "a number" : "numbers"} that cannot be the same`,
  ].filter((part) => typeof part === "string");
  const first = shared[how.indexOf("differs")];
  return {
    title: first
      ? `${differs} of ${shared.length} ${things} that articles share ${differs === 1 ? "differs" : "differ"}: ${sayRange(first)}`
      : `The ${things} that articles share fit together`,
    sentence: `${shared.length} ${shared.length === 1 ? "stands" : "stand"} in more than one article: ${parts.join(", ")}.`,
  };
}

/** "people killed on the ferry, 9 to 11 (update)" */
function sayRange({label, relation, marks}: ForestFact): string {
  const values = marks.map(({value}) => value);
  const why = relation === undefined || relation === "same" ? "" : ` (${relation})`;
  return `${label}, ${sayNumber(Math.min(...values))} to ${sayNumber(Math.max(...values))}${why}`;
}
