import {formatChance, titleWords} from "../compare/word-finding.ts";
import type {SpellingVariants, WordComparison, WordRow} from "../compare/words.ts";
import {hrefTo, wordId} from "./anchor.ts";
import type {ChartSpec} from "./render.ts";
import {measureText} from "./text-width.ts";
import {INK, RELATION_TONES, SCHEMA} from "./theme.ts";
import {wrapTitle} from "./title.ts";

const WORD_TABLE = {
  word: "Word",
  counts: "Uses, among how many words",
  ratio: "Log ratio",
  low: "95% from",
  high: "to",
  verdict: "Finding",
};

export interface WordChartOptions {
  /** How many words to show, the strongest evidence first. Default 10. */
  limit?: number;
  /** "folded" leaves out what is mere house spelling. Default "word". */
  layer?: WordRow["layer"];
}

/**
 * Dots and intervals of the log ratio of the words with the strongest evidence, each in the outlet that stands out, over a scale in
 * times as often. The title is the finding. A filled blue dot with "differs" beside it is beyond chance after correction, a hollow grey
 * one is not; an arrow is an end that nothing bounds. Null where there is nothing to compare.
 */
export function chartWords(comparison: WordComparison, options: WordChartOptions = {}): ChartSpec | null {
  const shown = chooseWords(comparison, options);
  if (shown.length === 0) return null;
  const domain = chooseDomain(shown);
  const title = titleWords(comparison);
  const subtitle =
    `The ${shown.length} with the strongest evidence of ${comparison.scope.tests.toLocaleString("en")} comparisons of a word in one outlet ` +
    "with the others. Bars: 95% interval of each taken alone, so that some miss “equally” by chance; p: corrected for all.";
  return {
    $schema: SCHEMA,
    title: wrapTitle(title, subtitle),
    data: {values: shown.map((row) => readPoint(row, domain, comparison.scope.alpha))},
    width: 540,
    height: {step: 40},
    encoding: {
      // Two lines: the word, then who writes it how often.
      y: {
        field: "name",
        type: "nominal",
        sort: null,
        title: null,
        axis: {labelExpr: "split(datum.label, '\\n')", labelOffset: -8, labelLimit: 220},
      },
      tooltip: [
        {field: "word", title: "word"},
        {field: "counts", title: "uses"},
        {field: "verdict", title: "finding"},
      ],
    },
    layer: layersOf(domain),
    usermeta: {table: WORD_TABLE, narrow: {encoding: {y: {axis: {labelLimit: 150}}}}},
  };
}

/** The rows that `chartWords` draws. */
export function chooseWords(
  comparison: WordComparison,
  {limit = 10, layer = "word"}: WordChartOptions = {},
): WordRow[] {
  // Of two outlets each row has its mirror image.
  const mirrored = comparison.scope.outlets.length === 2;
  return takeStrongest(
    comparison.rows.filter((row) => row.layer === layer && row.logRatio !== null && !(mirrored && row.logRatio < 0)),
    limit,
  );
}

/** The first `limit` rows, less those whose equals would be cut off: where a tie is shown in part, the alphabet decides. */
function takeStrongest(rows: readonly WordRow[], limit: number): WordRow[] {
  const strength = (row: WordRow | undefined) => Math.abs(row?.g2 ?? 0).toFixed(6);
  const cut = rows.length > limit ? strength(rows[limit]) : null;
  const whole = rows.slice(0, limit).filter((row) => strength(row) !== cut);
  return whole.length > 0 ? whole : rows.slice(0, limit);
}

/** Whole powers of two that hold every dot and every bounded end, with room for the arrow of an open one, and equality. */
function chooseDomain(rows: readonly WordRow[]): [number, number] {
  const values = rows
    .flatMap((row) => [row.logRatio, row.logRatioLow, row.logRatioHigh])
    .filter((value) => value !== null);
  return [Math.floor(Math.min(-1, ...values) - 0.5), Math.ceil(Math.max(1, ...values)) + 1];
}

/** One row of the chart: open ends cut to the axis, texts ready to print. */
function readPoint(row: WordRow, [least, most]: [number, number], alpha: number) {
  const differs = row.pAdjusted !== null && row.pAdjusted <= alpha;
  const chance = formatChance(row.pAdjusted);
  const counts = (count: number, total: number) => `${count.toLocaleString("en")} in ${total.toLocaleString("en")}`;
  return {
    word: row.word,
    name: `${row.word}\n${row.outlet} ${row.count}, others ${row.otherCount}`,
    ratio: row.logRatio,
    low: row.logRatioLow,
    high: row.logRatioHigh,
    from: row.logRatioLow ?? least,
    to: row.logRatioHigh ?? most,
    differs,
    counts: `${row.outlet} ${counts(row.count, row.total)}, others ${counts(row.otherCount, row.otherTotal)}`,
    href: hrefTo(wordId(row.word)),
    verdict: `${differs ? "differs" : "not beyond chance"}, corrected ${chance}`,
    chance: `${differs ? "differs, " : ""}${chance}`,
  };
}

/** Axis labels of binary logarithms: "1/4", "equally", "4×". */
const TIMES =
  "datum.value === 0 ? 'equally' : datum.value < 0 ? '1/' + format(pow(2, -datum.value), ',') : format(pow(2, datum.value), ',') + '×'";

function layersOf([least, most]: [number, number]) {
  const ticks = Array.from({length: most - least + 1}, (_, i) => least + i).filter((tick) => tick % 2 === 0);
  const differing = {test: "datum.differs", value: RELATION_TONES.explained.light};
  const tone = {condition: differing, value: RELATION_TONES.same.light};
  const axis = {
    values: ticks,
    labelExpr: TIMES,
    labelOverlap: true,
    title: "How often, against the other outlets together",
  };
  const href = {field: "href"};
  const x = {field: "ratio", type: "quantitative", scale: {domain: [least, most], nice: false}, axis};
  const openEnd = (end: string, field: string, shape: string) => ({
    transform: [{filter: `!isValid(datum.${end})`}],
    mark: {type: "point", shape, filled: true, size: 60},
    encoding: {x: {...x, field}, color: tone},
  });
  return [
    {
      mark: {type: "rule", strokeWidth: 1},
      encoding: {x: {datum: 0, type: "quantitative"}, y: null, tooltip: null},
    },
    {mark: {type: "rule", strokeWidth: 2}, encoding: {x: {...x, field: "from"}, x2: {field: "to"}, color: tone}},
    openEnd("low", "from", "triangle-left"),
    openEnd("high", "to", "triangle-right"),
    {
      mark: {type: "point", filled: true, size: 90, strokeWidth: 2},
      encoding: {x, stroke: tone, fill: {condition: differing, value: INK.paper.light}, href},
    },
    {
      mark: {type: "text", align: "right", baseline: "bottom", dy: -7, fontSize: 12},
      encoding: {x: {value: "width"}, text: {field: "chance"}, href},
    },
  ];
}

/**
 * Which outlet writes which spelling of the same word, and how often: a grid of counts, the commonest spelling of each word first and in
 * grey circles, the others in blue squares. Null where every word has one spelling.
 */
export function chartSpellings(comparison: WordComparison, options: {limit?: number} = {}): ChartSpec | null {
  const {outlets} = comparison.scope;
  const known = comparison.variants;
  const shown = chooseSpellings(comparison, options);
  if (shown.length === 0) return null;
  const values = shown.flatMap(({spellings}) =>
    spellings.flatMap(({word, written, uses}, place) =>
      uses.map(({outlet, count}) => ({
        spelling: written,
        commonest: place === 0,
        outlet,
        count,
        href: hrefTo(wordId(word)),
      })),
    ),
  );
  const spelled = shown.map(({spellings}) => spellings.map(({written}) => written));
  // An empty row after each word; blanks of different lengths, for a scale has each value once.
  const order = spelled.flatMap((written, place) => [...written, " ".repeat(place + 1)]).slice(0, -1);
  const more = known.length > shown.length ? ` The ${shown.length} most used are shown.` : "";
  const title = `${known.length === 1 ? "One word is" : `${known.length} words are`} spelled differently across the outlets`;
  const subtitle = `Uses in body text. Spelling is house style or another romanization, not another choice of words.${more}`;
  const slanted = outlets.length > 5 || outlets.some((outlet) => measureText(outlet, 13) > COLUMN_PX - 8);
  return {
    $schema: SCHEMA,
    title: wrapTitle(title, subtitle),
    data: {values},
    width: Math.min(540, Math.max(200, COLUMN_PX * outlets.length)),
    height: {step: 24},
    encoding: {
      y: {
        field: "spelling",
        type: "nominal",
        scale: {domain: order},
        title: null,
        axis: {grid: true, values: spelled.flat()},
      },
      x: {
        field: "outlet",
        type: "nominal",
        scale: {domain: outlets},
        title: null,
        axis: {orient: "top", domain: false, ticks: false, labelAngle: slanted ? -30 : 0, labelLimit: 110},
      },
      href: {field: "href"},
      tooltip: [{field: "outlet"}, {field: "spelling"}, {field: "count", title: "uses"}],
    },
    layer: spellingLayers(),
    usermeta: {
      table: {spelling: "Spelling", outlet: "Outlet", count: "Uses"},
      narrow: {encoding: {x: {axis: {labelAngle: -40, labelLimit: 90}}}},
    },
  };
}

const COLUMN_PX = 100;

/** The words that `chartSpellings` draws, the most used first. */
export function chooseSpellings({variants}: WordComparison, {limit = 12}: {limit?: number} = {}): SpellingVariants[] {
  return [...variants].sort((a, b) => countUses(b) - countUses(a) || (a.word < b.word ? -1 : 1)).slice(0, limit);
}

function spellingLayers() {
  const size = {
    field: "count",
    type: "quantitative",
    scale: {domain: [0, 20], range: [250, 700], clamp: true},
    legend: null,
  };
  const forCommonest = (common: string, other: string) => ({
    condition: {test: "datum.commonest", value: common},
    value: other,
  });
  return [
    {
      mark: {type: "point", filled: true},
      encoding: {
        size,
        shape: forCommonest("circle", "square"),
        color: forCommonest(INK.band.light, RELATION_TONES.explained.light),
      },
    },
    {
      mark: {type: "text", fontSize: 12},
      encoding: {text: {field: "count", type: "quantitative"}, color: forCommonest(INK.ink.light, INK.paper.light)},
    },
  ];
}

function countUses({spellings}: SpellingVariants): number {
  return spellings.reduce((sum, {uses}) => sum + uses.reduce((own, {count}) => own + count, 0), 0);
}
