import {upperFirst} from "../compare/wording.ts";
import type {DistanceMark} from "./distances.ts";
import {lineKey} from "./fact-lines.ts";
import type {ForestFact} from "./forest.ts";
import type {ReadingMark} from "./readings.ts";
import type {ChartSpec} from "./render.ts";
import {type Sigla, siglaKey, siglumChannels} from "./sigla.ts";
import {measureText, wrapText} from "./text-width.ts";
import {houseConfig, INK, SCHEMA} from "./theme.ts";
import {wrapTitle} from "./title.ts";

/** One line: a fact's name, or a reading with its deviation from the value in common, in percent. */
interface DeviationLine {
  line: string;
  name?: string;
  fact: string;
  siglum?: string;
  article?: string;
  reading?: string;
  words?: string;
  speaker?: string;
  href?: string;
  /** In the unit that all readings were converted to. */
  value?: number;
  deviation?: number;
  /** Of the conversion in brackets, where there is one. */
  converted?: number;
  /** The stretch that the rounding of the number, and of its conversion, allows. */
  from?: number;
  to?: number;
  explained?: boolean;
  label?: string;
}

const LINE_PX = 23;
const WORDS_PX = 236;
const FONT_PX = 13;

/** Readings of each fact against the value that they have in common: dots in percent, over a grey band that rounding explains. */
export function drawDeviationLines(facts: readonly ForestFact<DistanceMark>[], sigla: Sigla): ChartSpec {
  const told = facts.map(readFact);
  const lines = told.flat().map((line, index) => ({...line, line: lineKey(index)}));
  const siglum = {...siglumChannels(sigla), href: {field: "href"}, tooltip: TOOLTIP};
  const start = {expr: `width < 400 ? 0 : ${-WORDS_PX - 12}`};
  const text = {type: "text", align: "left", fontSize: FONT_PX};
  return {
    $schema: SCHEMA,
    title: wrapTitle(
      stateDeviations(told),
      `Percent off the value in common. Grey is what rounding and conversion explain; a line joins a distance and its conversion. ${siglaKey(sigla)}`,
    ),
    usermeta: {
      row: "siglum",
      table: TABLE,
      narrow: {height: {step: 40}, layer: narrowLayers(siglum, text)},
    },
    config: houseConfig(),
    data: {values: lines},
    height: {step: LINE_PX},
    encoding: {
      x: {field: "deviation", type: "quantitative", axis: AXIS, scale: {domain: domainOf(lines), nice: false}},
      y: {field: "line", type: "ordinal", axis: null, scale: {paddingInner: 0}},
    },
    layer: [
      {
        transform: [{filter: "isValid(datum.name)"}],
        mark: {...text, color: INK.muted.light},
        encoding: {x: {value: start}, text: {field: "name"}},
      },
      ...bandAndDots(siglum, 0),
      {transform: [READINGS], mark: text, encoding: {x: {value: start}, text: {field: "words"}, href: {field: "href"}}},
      {
        transform: [READINGS],
        mark: {...text, align: "right"},
        encoding: {x: {value: {expr: "width + 56"}}, text: {field: "label"}},
      },
    ],
  };
}

const READINGS = {filter: "isValid(datum.siglum)"};
const AXIS = {
  title: null,
  orient: "top",
  labelExpr: "datum.value === 0 ? 'in common' : format(datum.value, '+') + '%'",
  tickCount: 5,
  grid: true,
  domain: false,
  ticks: false,
  labelOverlap: "greedy",
  labelSeparation: 12,
};
const TABLE = {
  fact: "Fact",
  siglum: "Siglum",
  article: "Article",
  reading: "Reading",
  value: "Kilometres",
  deviation: "Off the common value, percent",
  from: "Rounding from, percent",
  to: "to, percent",
  speaker: "Speaker",
};
const TOOLTIP = [
  {field: "article", title: "Article"},
  {field: "reading", title: "Reads"},
  {field: "value", title: "Kilometres", format: ".4~r"},
  {field: "speaker", title: "Says"},
];

/** Band, zero line, conversion and dot; `offsetPx` moves them below the words that stand on the same line of a narrow picture. */
function bandAndDots(siglum: object, offsetPx: number): object[] {
  const yOffset = offsetPx;
  return [
    {
      transform: [READINGS],
      mark: {type: "bar", aria: false, height: 13, color: INK.band.light, yOffset},
      encoding: {x: {field: "from"}, x2: {field: "to"}},
    },
    {mark: {type: "rule", aria: false, color: INK.axis.light}, encoding: {x: {datum: 0}, y: null}},
    {
      transform: [{filter: "isValid(datum.converted)"}],
      mark: {type: "rule", aria: false, strokeWidth: 1.5, yOffset, color: INK.ink.light},
      encoding: {x: {field: "deviation"}, x2: {field: "converted"}},
    },
    {
      transform: [{filter: "isValid(datum.converted)"}],
      mark: {type: "point", aria: false, filled: true, size: 28, shape: "circle", yOffset, color: INK.ink.light},
      encoding: {x: {field: "converted"}},
    },
    {transform: [READINGS], mark: {type: "point", size: 75, yOffset}, encoding: siglum},
  ];
}

/** On a telephone the words stand over their band. */
function narrowLayers(siglum: object, text: object): object[] {
  const name = {
    transform: [{filter: "isValid(datum.name)"}],
    mark: {...text, color: INK.muted.light, limit: {expr: "width"}, yOffset: 10},
    encoding: {x: {value: 0}, text: {field: "name"}},
  };
  const words = {
    transform: [READINGS],
    mark: {...text, limit: {expr: "width - 60"}, yOffset: -10},
    encoding: {x: {value: 0}, text: {field: "words"}, href: {field: "href"}},
  };
  const label = {
    transform: [READINGS],
    mark: {...text, align: "right", yOffset: -10},
    encoding: {x: {value: "width"}, text: {field: "label"}},
  };
  return [name, ...bandAndDots(siglum, 8), words, label];
}

function readFact({label, marks}: ForestFact<DistanceMark>): Omit<DeviationLine, "line">[] {
  const all = marks.flatMap((mark) => [mark, ...mark.conversions]);
  const common = findCommon(all);
  const percent = (value: number) => Math.round((value / common - 1) * 1e4) / 100;
  const [name = ""] = wrapText(upperFirst(label), WORDS_PX + 200, FONT_PX, 1);
  const readings = marks.map((mark): Omit<DeviationLine, "line"> => {
    const [converted] = mark.conversions;
    const both = [mark, ...mark.conversions].map(roundedEnds);
    const deviation = percent(mark.value);
    const letter = `${mark.siglum}  `;
    const [reading = ""] = wrapText(mark.reading, WORDS_PX - measureText(letter, FONT_PX), FONT_PX, 1);
    return {
      fact: label,
      siglum: mark.siglum,
      article: mark.article,
      reading: mark.reading,
      words: letter + reading,
      speaker: mark.speaker,
      href: mark.href,
      value: mark.value,
      deviation,
      ...(converted ? {converted: percent(converted.value)} : {}),
      from: percent(Math.min(...both.map(([from]) => from))),
      to: percent(Math.max(...both.map(([, to]) => to))),
      explained: both.every(([from, to]) => from <= common && common <= to),
      label: deviation === 0 ? "0" : `${deviation > 0 ? "+" : "−"}${Math.abs(deviation).toFixed(1)}%`,
    };
  });
  return [{fact: label, name}, ...readings];
}

const roundedEnds = ({from, to, halfUnit}: ReadingMark): [number, number] => [from - halfUnit, to + halfUnit];

/** The value that most readings allow: the middle of the stretch where most of their rounding intervals overlap. */
function findCommon(marks: readonly ReadingMark[]): number {
  const ends = marks.map(roundedEnds);
  const borders = [...new Set(ends.flat())].sort((a, b) => a - b);
  let best = {count: 0, value: marks[0]?.value ?? 1};
  for (const [index, from] of borders.entries()) {
    const middle = (from + (borders[index + 1] ?? from)) / 2;
    const count = ends.filter(([low, high]) => low <= middle && middle <= high).length;
    if (count > best.count) best = {count, value: middle};
  }
  return best.value;
}

/** From the lowest to the highest end of a band, with zero and some air. */
function domainOf(lines: readonly Omit<DeviationLine, "line">[]): [number, number] {
  const ends = [0, ...lines.flatMap(({from = 0, to = 0, deviation = 0}) => [from, to, deviation])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const air = Math.max(0.5, (most - least) * 0.04);
  return [least - air, most + air];
}

function stateDeviations(told: readonly (readonly Omit<DeviationLine, "line">[])[]): string {
  const facts = told.length;
  const apart = told.filter((lines) => lines.some(({explained}) => explained === false)).length;
  const given = facts === 1 ? "distance that is given twice" : "distances that are given twice or more";
  if (apart === 0)
    return `The ${facts === 1 ? "one" : facts} ${given} ${facts === 1 ? "differs" : "differ"} by rounding and conversion alone`;
  return `${apart} of ${facts} ${given} ${apart === 1 ? "differs" : "differ"} by more than rounding and conversion explain`;
}
