import {sayPercent} from "../compare/origin-finding.ts";
import {upperFirst} from "../compare/wording.ts";
import type {ReuseText} from "../reuse/passage-text.ts";
import type {ReuseRow} from "../reuse/passages.ts";
import {REUSE_LABELS, type ReuseLabel} from "../reuse/sentence-pair.ts";
import {hrefTo, pairId, passageId} from "./anchor.ts";
import type {ChartSpec} from "./render.ts";
import type {Sigla, Siglum} from "./sigla.ts";
import {houseConfig, INK, RELATION_TONES, SCHEMA} from "./theme.ts";

export const nameOf = ({letter, name}: Siglum): string => (name === letter ? letter : `${letter}  ${name}`);

/** As a title says it: "A (KSL)". */
export const sayName = ({letter, name}: Siglum): string => (name === letter ? letter : `${letter} (${name})`);

/** One end of a ribbon: Vega-Lite draws the area between two of them. */
interface RibbonEnd {
  pair: string;
  /** 0 at the left text, 1 at the right one. */
  side: 0 | 1;
  from: number;
  to: number;
  label: ReuseLabel;
  textA: string;
  textB: string;
  href: string;
  /** Of the left sentence; on the left end alone, so that a pair is one row of the chart's table. */
  words?: number;
}

/** A sentence on its track, in words from the start of its text. */
interface TrackBlock {
  side: 0 | 1;
  from: number;
  to: number;
  label: ReuseLabel | "own";
  body: boolean;
  text: string;
  href?: string;
}

/** Characters of a sentence that a mark says of itself. */
const SAID = 140;
const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/u, "")} …`;

/** Where each sentence begins and ends, counted in words. */
function layOut({
  sentences,
}: ReuseText): Map<number, {from: number; to: number; end: number; body: boolean; text: string}> {
  let at = 0;
  return new Map(
    sentences.map(({start, end, tokens, zone, text}) => {
      const from = at;
      at += tokens.length;
      return [start, {from, to: at, end, body: zone === "body", text}];
    }),
  );
}

const RANK: readonly (ReuseLabel | "own")[] = ["own", "paraphrase", "near-verbatim", "verbatim"];

function toBlocks(text: ReuseText, side: 0 | 1, labels: ReadonlyMap<number, ReuseLabel>, said: number): TrackBlock[] {
  return [...layOut(text)].map(([start, place]) => ({
    side,
    from: place.from,
    to: place.to,
    label: labels.get(start) ?? "own",
    body: place.body,
    text: shorten(place.text, said),
    ...(labels.has(start) ? {href: hrefTo(passageId({article: text.article, start, end: place.end}))} : {}),
  }));
}

function bestLabels(rows: readonly ReuseRow[], startOf: (row: ReuseRow) => number): Map<number, ReuseLabel> {
  const best = new Map<number, ReuseLabel>();
  for (const row of rows)
    if (RANK.indexOf(row.label) > RANK.indexOf(best.get(startOf(row)) ?? "own")) best.set(startOf(row), row.label);
  return best;
}

/** The rows of two articles, turned so that `articleA` is the left one. */
function rowsBetween(left: string, right: string, reuse: readonly ReuseRow[]): ReuseRow[] {
  return reuse.flatMap((row) => {
    if (row.articleA === left && row.articleB === right) return [row];
    if (row.articleA !== right || row.articleB !== left) return [];
    return [
      {...row, articleA: left, startA: row.startB, endA: row.endB, articleB: right, startB: row.startA, endB: row.endA},
    ];
  });
}

function toRibbons(left: ReuseText, right: ReuseText, rows: readonly ReuseRow[], said: number): RibbonEnd[] {
  const [placesA, placesB] = [layOut(left), layOut(right)];
  return rows.flatMap((row, i): RibbonEnd[] => {
    const [a, b] = [placesA.get(row.startA), placesB.get(row.startB)];
    if (!a || !b) return [];
    const both = {
      pair: String(i),
      label: row.label,
      textA: shorten(a.text, said),
      textB: shorten(b.text, said),
      href: hrefTo(pairId({article: left.article, start: row.startA}, {article: right.article, start: row.startB})),
    };
    return [
      {...both, side: 0, from: a.from, to: a.to, words: a.to - a.from},
      {...both, side: 1, from: b.from, to: b.to},
    ];
  });
}

/** Of the body's words, as in the table `origins`; captions are drawn and not counted. */
function stateRibbons(blocks: readonly TrackBlock[], left: Siglum, right: Siglum): string {
  const words = (wanted: (label: TrackBlock["label"]) => boolean): number =>
    blocks.reduce(
      (sum, {side, from, to, label, body}) => sum + (side === 0 && body && wanted(label) ? to - from : 0),
      0,
    );
  const copy = words((label) => label === "verbatim" || label === "near-verbatim");
  const all = words(() => true);
  return copy === 0
    ? `${left.letter} and ${right.letter} share no copy`
    : `${upperFirst(sayPercent(copy / all))} of ${sayName(left)} stands in ${sayName(right)}, word for word or nearly so`;
}

/**
 * Two texts as two tracks, a block a sentence from top to bottom, and a ribbon for each aligned pair. What was copied exactly is a full
 * ribbon without a line, what was edited a lighter one with a dashed line, a paraphrase an empty one with a dotted line, so that they are
 * told apart without colour. A block links to its sentence, a ribbon to the card that shows both; `said` characters of each stand in the data.
 */
export function drawReuseRibbons(
  left: ReuseText,
  right: ReuseText,
  reuse: readonly ReuseRow[],
  sigla: Sigla,
  said: number = SAID,
): ChartSpec {
  const rows = rowsBetween(left.article, right.article, reuse);
  const blocks = [
    ...toBlocks(
      left,
      0,
      bestLabels(rows, (row) => row.startA),
      said,
    ),
    ...toBlocks(
      right,
      1,
      bestLabels(rows, (row) => row.startB),
      said,
    ),
  ];
  const nobody = (article: string): Siglum => ({article, letter: article, tone: null, name: article});
  const [a, b] = [sigla.get(left.article) ?? nobody(left.article), sigla.get(right.article) ?? nobody(right.article)];
  const words = Math.max(1, ...blocks.map(({to}) => to));
  const ribbons = toRibbons(left, right, rows, said);
  return {
    $schema: SCHEMA,
    title: {
      text: stateRibbons(blocks, a, b),
      subtitle:
        "Each block is a sentence, from the first at the top. Full: verbatim. Dashed: edited. Dotted: paraphrased.",
    },
    usermeta: {row: "words", table: RIBBON_TABLE},
    config: houseConfig(),
    width: 560,
    height: Math.min(640, Math.max(240, Math.round(words * 0.45))),
    encoding: {
      x: {type: "quantitative", scale: {domain: [-0.12, 1.12], nice: false}, axis: null},
      y: {
        type: "quantitative",
        scale: {domain: [0, words], reverse: true, nice: false},
        axis: {title: "words", tickCount: 5, grid: false},
      },
    },
    layer: [ribbonLayer(ribbons, a, b), blockLayer(blocks), nameLayer(a, b)],
  };
}

/** The sentences of both texts, each a block on its track. */
const blockLayer = (blocks: readonly TrackBlock[]): object => ({
  data: {values: blocks},
  transform: [
    {calculate: "datum.side === 0 ? -0.06 : 1", as: "x0"},
    {calculate: "datum.x0 + 0.06", as: "x1"},
  ],
  mark: {
    type: "rect",
    stroke: INK.paper.light,
    strokeWidth: 1,
    fillOpacity: {expr: 'datum.label === "near-verbatim" ? 0.55 : datum.label === "paraphrase" ? 0.25 : 1'},
  },
  encoding: {
    x: {field: "x0"},
    x2: {field: "x1"},
    y: {field: "from"},
    y2: {field: "to"},
    color: {
      field: "label",
      type: "nominal",
      scale: {
        domain: ["own", ...REUSE_LABELS],
        range: [INK.band.light, ...REUSE_LABELS.map(() => RELATION_TONES.explained.light)],
      },
      legend: null,
    },
    href: {field: "href"},
    tooltip: {field: "text"},
  },
});

/** Whose track it is. */
const nameLayer = (a: Siglum, b: Siglum): object => ({
  data: {
    values: [
      {side: -0.06, name: nameOf(a), align: "left"},
      {side: 1.06, name: nameOf(b), align: "right"},
    ],
  },
  mark: {type: "text", fontWeight: 700, baseline: "bottom", dy: -6, align: {expr: "datum.align"}},
  encoding: {x: {field: "side"}, y: {datum: 0}, text: {field: "name"}},
});

/** Fill, line and dashes say the same thing three times. */
const RIBBON_MARKS: Record<ReuseLabel, object> = {
  verbatim: {fill: RELATION_TONES.explained.light, fillOpacity: 0.5, stroke: null},
  "near-verbatim": {fill: RELATION_TONES.explained.light, fillOpacity: 0.16, strokeDash: [6, 3]},
  paraphrase: {fill: INK.paper.light, fillOpacity: 0.01, strokeDash: [1.5, 3]},
};

function ribbonLayer(ribbons: readonly RibbonEnd[], a: Siglum, b: Siglum): object {
  return {
    data: {values: ribbons},
    layer: REUSE_LABELS.map((label) => ({
      transform: [{filter: `datum.label === "${label}"`}],
      mark: {
        type: "area",
        interpolate: "monotone",
        stroke: RELATION_TONES.explained.light,
        strokeWidth: 1.2,
        ...RIBBON_MARKS[label],
      },
    })),
    encoding: {
      x: {field: "side"},
      y: {field: "from"},
      y2: {field: "to"},
      detail: {field: "pair"},
      href: {field: "href"},
      tooltip: [
        {field: "label", title: "Shared"},
        {field: "textA", title: a.letter},
        {field: "textB", title: b.letter},
      ],
    },
  };
}

const RIBBON_TABLE = {label: "Shared", words: "Words on the left", textA: "Left", textB: "Right"};
