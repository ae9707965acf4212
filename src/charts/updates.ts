import {upperFirst} from "../compare/wording.ts";
import {cardId, hrefTo} from "./anchor.ts";
import {factNames, MOST_PLOT_PX, NAME_FONT_PX, NAMES_PX, NARROW_TEXT_PX, PLOT_PX} from "./fact-lines.ts";
import {type ChartFact, type ChartMention, type ReadingMark, readMark, sayNumber} from "./readings.ts";
import type {ChartSpec} from "./render.ts";
import {type Sigla, siglaKey} from "./sigla.ts";
import {measureText, wrapText} from "./text-width.ts";
import {houseConfig, INK, RELATION_TONES, SCHEMA} from "./theme.ts";
import {wrapTitle} from "./title.ts";

/** What one or more articles print on one day, a step from day to day, or a name; `y` runs downwards in px. */
export interface UpdateMark {
  fact: string;
  factHref: string;
  y: number;
  name?: string;
  day?: string;
  /** Place of the day, from 0. */
  column?: number;
  /** The letters of all articles that print it then. */
  siglum?: string;
  reading?: string;
  value?: number;
  words?: string;
  href?: string;
  /** Of a step: where it ends, and how far behind its column it begins, where the words end. */
  nextColumn?: number;
  nextY?: number;
  behindPx?: number;
}

const MOST_FACTS = 20;
const GAP_PX = 34;
const LABEL_PX = 17;
const SLOPE_PX = 34;
const FONT_PX = 13;

/**
 * Numbers that grew: for each fact whose readings are updates of one another, what was printed on each day, in the order of the
 * days; each fact has a scale of its own, and a line joins what most articles print. Null where no such fact was told on two days.
 *
 * @param published ISO dates by name of article; readings of undated articles are left out.
 */
export function drawUpdates(
  mentions: readonly ChartMention[],
  sigla: Sigla,
  facts: readonly ChartFact[],
  published: ReadonlyMap<string, string | null>,
): ChartSpec | null {
  const told = facts
    .filter(({relation}) => relation === "update")
    .map((fact) => ({
      fact,
      marks: readDays(
        mentions.filter((m) => m.fact === fact.fact),
        sigla,
        published,
      ),
    }))
    .filter(({marks}) => new Set(marks.map(({day}) => day)).size > 1);
  if (told.length === 0) return null;
  const shown = told.slice(0, MOST_FACTS);
  const days = [...new Set(shown.flatMap(({marks}) => marks.map(({day}) => day)))].sort();
  const wide = layFacts(shown, {days, namesPx: NAMES_PX, columnPx: PLOT_PX / days.length});
  const narrow = layFacts(shown, {days, namesPx: 0, columnPx: NARROW_TEXT_PX / days.length});
  return {
    $schema: SCHEMA,
    title: wrapTitle(
      stateUpdates(shown),
      `What was printed on each day, every fact on a scale of its own; the line joins what most articles print. ${
        told.length > shown.length ? `${told.length - shown.length} more are not drawn. ` : ""
      }${siglaKey(sigla)}`,
    ),
    usermeta: {
      row: "siglum",
      table: {fact: "Fact", day: "Day", siglum: "Sigla", reading: "Reading", value: "Number"},
      narrow: {data: {values: narrow.marks}, height: narrow.heightPx, encoding: {y: yOf(narrow.heightPx)}},
    },
    config: houseConfig(),
    data: {values: wide.marks},
    width: MOST_PLOT_PX,
    height: wide.heightPx,
    encoding: {y: yOf(wide.heightPx)},
    layer: [factNames(LABEL_PX), ...slopeMarks(days)],
  };
}

const yOf = (heightPx: number) => ({
  field: "y",
  type: "quantitative",
  axis: null,
  scale: {domain: [heightPx, 0], nice: false, zero: false},
});

type DayMark = ReadingMark & {day: string; letters: string[]};

/** Equal numbers of one day are one mark with the letters of all that print them. */
function readDays(
  mentions: readonly ChartMention[],
  sigla: Sigla,
  published: ReadonlyMap<string, string | null>,
): DayMark[] {
  const marks = new Map<string, DayMark>();
  for (const mention of mentions) {
    const day = published.get(mention.article)?.slice(0, 10);
    const mark = typeof mention.conversionOf === "number" ? null : readMark(mention, sigla);
    if (!mark || day?.length !== 10) continue;
    const known = marks.get(`${day} ${mark.low} ${mark.high}`);
    if (!known) marks.set(`${day} ${mark.low} ${mark.high}`, {...mark, day, letters: [mark.siglum]});
    else if (!known.letters.includes(mark.siglum)) known.letters.push(mark.siglum);
  }
  const order = [...sigla.values()].map(({letter}) => letter);
  for (const {letters} of marks.values()) letters.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [...marks.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : b.value - a.value));
}

interface ToldFact {
  fact: ChartFact;
  marks: readonly DayMark[];
}

interface Layout {
  days: readonly string[];
  /** Width of the column of names; 0: they stand above. */
  namesPx: number;
  columnPx: number;
}

/** Each fact in a strip of its own, its largest number on top, no two labels of a day closer than a line. */
function layFacts(facts: readonly ToldFact[], layout: Layout): {marks: UpdateMark[]; heightPx: number} {
  const laid: UpdateMark[] = [];
  let top = 0;
  for (const {fact, marks} of facts) {
    const own = {fact: fact.label, factHref: hrefTo(cardId(fact.fact))};
    const [name = ""] = wrapText(upperFirst(fact.label), layout.namesPx || NARROW_TEXT_PX, NAME_FONT_PX, 1);
    laid.push({...own, name, y: top + LABEL_PX / 2});
    if (layout.namesPx === 0) top += LABEL_PX + 4;
    const places = placeMarks(marks);
    const placed = new Map(marks.map((mark) => [mark, placeWords(mark, top + (places.get(mark) ?? 0), layout)]));
    for (const mark of placed.values()) laid.push({...own, ...mark});
    const path = [...groupByDay(marks).values()].map(chooseCommon).flatMap((mark) => (mark && placed.get(mark)) ?? []);
    for (const [i, {column, y, words}] of path.entries()) {
      const next = path[i + 1];
      const behindPx = measureText(words, FONT_PX) + 14;
      if (next) laid.push({...own, column, y, behindPx, nextColumn: next.column, nextY: next.y});
    }
    top += Math.max(0, ...places.values()) + LABEL_PX + GAP_PX;
  }
  return {marks: laid, heightPx: Math.max(LABEL_PX, top - GAP_PX)};
}

function placeWords({day, letters, reading, value, href}: DayMark, topPx: number, {days, columnPx}: Layout) {
  const siglum = letters.join(" ");
  const roomPx = columnPx - 44 - measureText(`${siglum}  `, FONT_PX);
  const [said = ""] = wrapText(reading, roomPx, FONT_PX, 1);
  const words = `${siglum}  ${said}`;
  return {y: topPx + LABEL_PX / 2, column: days.indexOf(day), day, siglum, reading, value, words, href};
}

const formOf = ({low, high}: DayMark): string => `${low} ${high}`;

/**
 * Places in px from the top of the strip, in proportion to the values. What would touch is moved down, on all days alike: an equal
 * number is a level line.
 */
function placeMarks(marks: readonly DayMark[]): Map<DayMark, number> {
  const values = marks.map(({value}) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const places = new Map<string, number>();
  let floor = 0;
  for (const mark of [...marks].sort((a, b) => b.value - a.value || (formOf(a) < formOf(b) ? -1 : 1))) {
    if (places.has(formOf(mark))) continue;
    const own = most === least ? 0 : (SLOPE_PX * (most - mark.value)) / (most - least);
    places.set(formOf(mark), Math.max(own, floor));
    floor = Math.max(own, floor) + LABEL_PX;
  }
  return new Map(marks.map((mark) => [mark, places.get(formOf(mark)) ?? 0]));
}

function groupByDay(marks: readonly DayMark[]): Map<string, DayMark[]> {
  const days = new Map<string, DayMark[]>();
  for (const mark of marks) days.set(mark.day, [...(days.get(mark.day) ?? []), mark]);
  return days;
}

/** What most articles print on a day; of as many, the larger. */
const chooseCommon = (day: readonly DayMark[]): DayMark | undefined =>
  [...day].sort((a, b) => b.letters.length - a.letters.length || b.value - a.value)[0];

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2022-03-16" as "16 Mar". */
const sayDay = (day: string): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ""}`;

/** As a table of several-way labels: the words of a day, a step, the words of the next. */
function slopeMarks(days: readonly string[]): object[] {
  const x = {
    field: "column",
    type: "quantitative",
    scale: {domain: [0, days.length], nice: false},
    axis: {
      orient: "top",
      title: null,
      values: days.map((_, i) => i),
      labelAlign: "left",
      labelOffset: 0,
      labelFlush: false,
      labelOverlap: false,
      grid: false,
      domain: false,
      ticks: false,
      labelExpr: `${JSON.stringify(days.map(sayDay))}[datum.value]`,
    },
  };
  const href = {field: "href"};
  const tooltip = [
    {field: "siglum", title: "Articles"},
    {field: "reading", title: "Read"},
    {field: "day", title: "On"},
  ];
  const read = {transform: [{filter: "isValid(datum.words)"}]};
  const color = RELATION_TONES.explained.light;
  return [
    {
      transform: [{filter: "isValid(datum.nextColumn)"}],
      mark: {type: "rule", aria: false, color, strokeWidth: 2, xOffset: {expr: "datum.behindPx"}, x2Offset: -8},
      encoding: {x, x2: {field: "nextColumn"}, y2: {field: "nextY"}},
    },
    {...read, mark: {type: "point", size: 60, filled: true, color}, encoding: {x, href, tooltip}},
    {
      ...read,
      mark: {
        type: "text",
        align: "left",
        baseline: "middle",
        dx: 9,
        fontSize: FONT_PX,
        color: INK.ink.light,
        clip: true,
      },
      encoding: {x, text: {field: "words"}, href},
    },
  ];
}

/** "2 facts were updated from day to day: people killed, from 5 to 7", of all facts that which changed most. */
function stateUpdates(facts: readonly ToldFact[]): string {
  const changes = facts.map(({fact, marks}) => {
    const common = [...groupByDay(marks).values()].map(chooseCommon);
    return {label: fact.label, before: common[0]?.value ?? 0, after: common.at(-1)?.value ?? 0};
  });
  const size = ({before, after}: (typeof changes)[number]) =>
    Math.max(before, after) / Math.max(1e-9, Math.min(before, after));
  const [most] = changes.filter(({before, after}) => before !== after).sort((a, b) => size(b) - size(a));
  const count = facts.length === 1 ? "1 fact was" : `${facts.length} facts were`;
  if (!most) return `${count} updated, but what most articles print stayed the same from day to day`;
  return `${count} updated from day to day: ${most.label}, from ${sayNumber(most.before)} to ${sayNumber(most.after)}`;
}
