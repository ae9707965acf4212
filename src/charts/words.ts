import {describeWords, formatChance} from "../compare/word-finding.ts";
import type {SpellingVariants, WordComparison, WordRow} from "../compare/words.ts";
import type {ChartSpec} from "./render.ts";
import {measureText} from "./text-width.ts";
import {INK, RELATION_TONES} from "./theme.ts";

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
const WIDE_PX = 640;
const NARROW_PX = 340;
const TITLE_PX = 16;
const SUBTITLE_PX = 13;

export interface WordChartOptions {
  /** How many words to show, the strongest evidence first. Default 10. */
  limit?: number;
  /** Folded shows no difference that is mere house spelling. Default "word". */
  layer?: WordRow["layer"];
}

/**
 * Dots and intervals of the log ratio of the words with the strongest evidence, each in the outlet that stands out, over a scale in
 * times as frequent. The title is the finding. A filled dot in blue with "differs" beside it is beyond chance after correction, a
 * hollow grey one is not; an arrow is an end that nothing bounds. Null where there is nothing to compare.
 */
export function chartWords(comparison: WordComparison, options: WordChartOptions = {}): ChartSpec | null {
  const {limit = 10, layer = "word"} = options;
  const {scope} = comparison;
  const shown = comparison.rows
    .filter((row) => row.layer === layer && row.g2 !== null && row.logRatio !== null)
    .slice(0, limit);
  if (shown.length === 0) return null;
  const reach = Math.max(2, ...shown.map((row) => Math.ceil(Math.max(row.logRatio ?? 0, finite(row.logRatioHigh)))));
  const depth = Math.min(-2, ...shown.map((row) => Math.floor(Math.min(row.logRatio ?? 0, finite(row.logRatioLow)))));
  const domain: [number, number] = [depth, reach];
  const values = shown.map((row) => readPoint(row, domain, scope.alpha));
  const subtitle =
    `The ${shown.length} words with the strongest evidence of ${scope.tests.toLocaleString("en")} comparisons. Bars: 95% interval of ` +
    "each word taken alone, so that many miss “equally often” by chance; p: corrected for all comparisons.";
  const narrow = {
    title: titleOf(describeWords(comparison), subtitle, NARROW_PX),
    layer: layersOf(domain, "countsShort"),
  };
  return {
    $schema: SCHEMA,
    title: titleOf(describeWords(comparison), subtitle, WIDE_PX),
    data: {values},
    width: 420,
    height: {step: 34},
    encoding: {
      y: {field: "name", type: "nominal", sort: null, title: null, axis: {labelLimit: 200}},
      tooltip: [
        {field: "name", title: "word, outlet"},
        {field: "counts", title: "uses"},
        {field: "verdict", title: "finding"},
      ],
    },
    layer: layersOf(domain, "counts"),
    usermeta: {narrow},
  };
}

const finite = (value: number | null) => value ?? 0;

/** One row of the chart: numbers cut to the axis, texts ready to print. */
function readPoint(row: WordRow, [least, most]: [number, number], alpha: number) {
  const differs = row.pAdjusted !== null && row.pAdjusted <= alpha;
  const others = `others ${row.otherCount} in ${row.otherTotal.toLocaleString("en")}`;
  const chance = formatChance(row.pAdjusted).replace(" after correction", "");
  return {
    name: `${row.word} · ${row.outlet}`,
    ratio: row.logRatio,
    low: row.logRatioLow ?? least,
    high: row.logRatioHigh ?? most,
    openLow: row.logRatioLow === null,
    openHigh: row.logRatioHigh === null,
    differs,
    counts: `${row.count} in ${row.total.toLocaleString("en")}, ${others}`,
    countsShort: `${row.count} : ${row.otherCount}, ${chance}`,
    verdict: `${differs ? "differs" : "not beyond chance"}, ${chance}`,
    chance: `${differs ? "differs, " : ""}${chance}`,
  };
}

/** Axis in powers of two: "1/4", "equal", "4 times". */
const TIMES =
  "datum.value === 0 ? 'equally' : datum.value < 0 ? '1/' + format(pow(2, -datum.value), ',') : format(pow(2, datum.value), ',') + '×'";

function layersOf([least, most]: [number, number], note: "counts" | "countsShort") {
  const ticks = Array.from({length: most - least + 1}, (_, i) => least + i).filter((tick) => tick % 2 === 0);
  const tone = {
    condition: {test: "datum.differs", value: RELATION_TONES.explained.light},
    value: RELATION_TONES.same.light,
  };
  const axis = {values: ticks, labelExpr: TIMES, title: "How often, against the other outlets together", grid: true};
  const x = {field: "ratio", type: "quantitative", scale: {domain: [least, most], nice: false}, axis};
  return [
    {
      mark: {type: "rule", color: INK.axis.light, strokeWidth: 1},
      encoding: {x: {datum: 0, type: "quantitative"}, y: null, tooltip: null},
    },
    {mark: {type: "rule", strokeWidth: 2}, encoding: {x: {...x, field: "low"}, x2: {field: "high"}, color: tone}},
    openEnd("openLow", "low", "triangle-left", x, tone),
    openEnd("openHigh", "high", "triangle-right", x, tone),
    {
      mark: {type: "point", filled: true, size: 90, strokeWidth: 2},
      encoding: {
        x,
        stroke: tone,
        fill: {condition: {test: "datum.differs", value: RELATION_TONES.explained.light}, value: INK.paper.light},
      },
    },
    {
      mark: {type: "text", align: "left", baseline: "bottom", dy: -6, fontSize: 12, color: INK.muted.light},
      encoding: {
        x: {value: 0},
        text: {field: note},
      },
    },
    ...(note === "counts"
      ? [
          {
            mark: {type: "text", align: "right", baseline: "bottom", dy: -6, fontSize: 12, color: INK.ink.light},
            encoding: {x: {value: "width"}, text: {field: "chance"}},
          },
        ]
      : []),
  ];
}

function openEnd(test: string, field: string, shape: string, x: object, tone: object) {
  return {
    transform: [{filter: `datum.${test}`}],
    mark: {type: "point", shape, filled: true, size: 60},
    encoding: {x: {...x, field}, color: tone},
  };
}

/**
 * Which outlet writes which spelling of the same word, and how often: a grid of counts, commonest spelling first. Null where every
 * word has one spelling.
 */
export function chartSpellings(comparison: WordComparison, options: {limit?: number} = {}): ChartSpec | null {
  const {limit = 12} = options;
  const shown = [...comparison.variants]
    .sort((a, b) => usesOf(b) - usesOf(a) || (a.word < b.word ? -1 : 1))
    .slice(0, limit);
  if (shown.length === 0) return null;
  const {outlets} = comparison.scope;
  const values = shown.flatMap(({word, spellings}) =>
    spellings.flatMap((spelling) =>
      spelling.uses.map(({outlet, count}) => ({word, spelling: spelling.word, outlet, count})),
    ),
  );
  const order = shown.flatMap(({spellings}) => spellings.map(({word}) => word));
  const heads = shown.map(({spellings}) => spellings[0]?.word ?? "");
  const number = shown.length === 1 ? "One word is" : `${shown.length} words are`;
  const subtitle =
    "Uses in body text. A difference of spelling is house style or another romanization, not another choice of words.";
  const title = `${number} spelled differently across the outlets`;
  return {
    $schema: SCHEMA,
    title: titleOf(title, subtitle, WIDE_PX),
    data: {values},
    width: Math.max(240, 90 * outlets.length),
    height: {step: 26},
    encoding: {
      y: {field: "spelling", type: "nominal", sort: order, title: null, axis: {grid: true}},
      x: {
        field: "outlet",
        type: "nominal",
        scale: {domain: outlets},
        title: null,
        axis: {orient: "top", labelAngle: 0, labelLimit: 84},
      },
      tooltip: [{field: "outlet"}, {field: "spelling"}, {field: "count", title: "uses"}],
    },
    layer: [
      {
        mark: {type: "point", filled: true},
        encoding: {
          size: {
            field: "count",
            type: "quantitative",
            scale: {domain: [0, 20], range: [250, 700], clamp: true},
            legend: null,
          },
          shape: {condition: {test: {field: "spelling", oneOf: heads}, value: "circle"}, value: "square"},
          color: {
            condition: {test: {field: "spelling", oneOf: heads}, value: INK.band.light},
            value: RELATION_TONES.explained.light,
          },
        },
      },
      {
        mark: {type: "text", fontSize: 12},
        encoding: {
          text: {field: "count", type: "quantitative"},
          color: {condition: {test: {field: "spelling", oneOf: heads}, value: INK.ink.light}, value: INK.paper.light},
        },
      },
    ],
    usermeta: {narrow: {title: titleOf(title, subtitle, NARROW_PX)}},
  };
}

function usesOf({spellings}: SpellingVariants): number {
  return spellings.reduce((sum, {uses}) => sum + uses.reduce((own, {count}) => own + count, 0), 0);
}

function titleOf(text: string, subtitle: string, widthPx: number) {
  return {text: wrapText(text, widthPx, TITLE_PX, 700), subtitle: wrapText(subtitle, widthPx, SUBTITLE_PX, 400)};
}

/** Lines of words that fit the width; a word that is wider alone stands alone. */
function wrapText(text: string, widthPx: number, fontSizePx: number, weight: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && measureText(longer, fontSizePx, weight) <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
