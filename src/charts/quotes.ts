import type {SpeechCount, SpeechCounts} from "../quotes/speech.ts";
import {hrefTo, speechId} from "./anchor.ts";
import type {ChartSpec} from "./render.ts";
import {type Sigla, siglaKey, siglumChannels} from "./sigla.ts";
import {houseConfig, INK, SCHEMA} from "./theme.ts";
import {wrapTitle} from "./title.ts";

export {drawReportingVerbs} from "./reporting-verbs.ts";

const MOST_SPEAKERS = 12;
/** Below this width a column is headed by its letter alone. */
const NARROW_PLOT_PX = 400;

/**
 * How many words each article gives each speaker: a column an article, all on one scale from zero. The number and the full bar count
 * words between quotation marks, the pale end of the bar those reported without. Null where nobody speaks.
 */
export function drawQuotedWords({words}: SpeechCounts, sigla: Sigla): ChartSpec | null {
  const rows = words.filter(({outlet}) => sigla.has(outlet));
  const speakers = rankSpeakers(rows);
  const shown = speakers.slice(0, MOST_SPEAKERS);
  if (shown.length === 0) return null;
  const left = speakers.length - shown.length;
  const {text, subtitle} = wrapTitle(
    stateQuotedWords(rows, sigla),
    `The number and the full bar: words between quotation marks. The pale end: words reported without them.${
      left > 0 ? ` ${left} more ${left === 1 ? "speaker is" : "speakers are"} not drawn.` : ""
    } ${siglaKey(sigla)}`,
  );
  const most = Math.max(1, ...rows.map(wordsOf));
  const columns = [...sigla.values()].map(({letter, name}, place) => ({letter, name, place}));
  const values = rows
    .filter(({speaker}) => shown.includes(speaker))
    .map((row) => toCell(row, sigla, most))
    .sort((x, y) => x.place - y.place);
  return {
    $schema: SCHEMA,
    title: {text, subtitle},
    usermeta: {row: "speaker", table: TABLE, narrow: {encoding: {y: {axis: {labelLimit: 130}}}}},
    config: houseConfig(),
    width: 540,
    height: {step: 38},
    data: {values},
    encoding: {
      x: {type: "quantitative", scale: {domain: [0, columns.length], nice: false}, axis: null},
      y: {
        field: "speaker",
        type: "nominal",
        scale: {domain: shown, paddingInner: 0},
        axis: {title: null, labelLimit: 210},
      },
    },
    layer: [columnLayer(columns), headingLayer(columns, shown[0] ?? ""), ...barLayers(sigla), numberLayer()],
  };
}

const wordsOf = ({directWords, indirectWords}: SpeechCount): number => directWords + indirectWords;

/** By the most words that one article gives them: added up over articles, copies of one text would count again. */
function rankSpeakers(rows: readonly SpeechCount[]): string[] {
  const best = new Map<string, [direct: number, all: number]>();
  for (const row of rows) {
    const [direct, all] = best.get(row.speaker) ?? [0, 0];
    best.set(row.speaker, [Math.max(direct, row.directWords), Math.max(all, wordsOf(row))]);
  }
  return [...best].sort(([x, a], [y, b]) => b[0] - a[0] || b[1] - a[1] || (x < y ? -1 : 1)).map(([speaker]) => speaker);
}

function stateQuotedWords(rows: readonly SpeechCount[], sigla: Sigla): string {
  const [most] = [...rows].sort((x, y) => y.directWords - x.directWords);
  const siglum = sigla.get(most?.outlet ?? "");
  if (!most || !siglum || most.directWords === 0) return "Nobody's words stand between quotation marks";
  const counted = `${most.directWords} ${most.directWords === 1 ? "word" : "words"}`;
  return `${most.speaker} has the most words between quotation marks in one article: ${counted} in ${siglum.letter} (${siglum.name})`;
}

/** A speaker in an article: where the bar begins and ends, in columns. */
function toCell(row: SpeechCount, sigla: Sigla, most: number) {
  const siglum = sigla.get(row.outlet);
  const place = [...sigla.keys()].indexOf(row.outlet);
  const scaled = (count: number): number => place + (0.9 * count) / most;
  return {
    speaker: row.speaker,
    siglum: siglum?.letter ?? "",
    article: siglum?.name ?? row.outlet,
    direct: row.directWords,
    indirect: row.indirectWords,
    href: hrefTo(speechId(row.speaker)),
    place,
    from: place,
    middle: scaled(row.directWords),
    to: scaled(wordsOf(row)),
  };
}

interface Column {
  letter: string;
  name: string;
  place: number;
}

/** Where the bars of each article begin. */
const columnLayer = (columns: readonly Column[]): object => ({
  data: {values: columns},
  mark: {type: "rule", color: INK.axis.light, aria: false},
  encoding: {x: {field: "place"}, y: {value: 0}, y2: {value: "height"}},
});

const headingLayer = (columns: readonly Column[], first: string): object => ({
  data: {values: columns.map((column) => ({...column, short: column.name.replace(/^www\./, ""), speaker: first}))},
  mark: {
    type: "text",
    align: "left",
    baseline: "bottom",
    fontWeight: 700,
    yOffset: -20,
    limit: {expr: `width / ${columns.length} - 4`},
  },
  encoding: {
    x: {field: "place"},
    text: {field: "heading"},
  },
  transform: [
    {
      calculate: `width < ${NARROW_PLOT_PX} || datum.name === datum.letter ? datum.letter : datum.letter + "  " + datum.short`,
      as: "heading",
    },
  ],
});

const BAR_PX = 7;

function barLayers(sigla: Sigla): object[] {
  const {color} = siglumChannels(sigla);
  const bar = (from: string, to: string, opacity: number) => ({
    transform: [{filter: `datum.${to} > datum.${from}`}],
    mark: {type: "bar", height: BAR_PX, yOffset: 9, fillOpacity: opacity},
    encoding: {x: {field: from}, x2: {field: to}, color, href: {field: "href"}, tooltip: TOOLTIP},
  });
  return [bar("from", "middle", 1), bar("middle", "to", 0.3)];
}

const numberLayer = (): object => ({
  mark: {type: "text", align: "left", baseline: "middle", dx: 3, yOffset: -4, fontSize: 12},
  encoding: {x: {field: "from"}, text: {field: "direct"}, href: {field: "href"}, tooltip: TOOLTIP},
});

const TOOLTIP = [
  {field: "speaker", title: "Speaker"},
  {field: "article", title: "Article"},
  {field: "direct", title: "Words between marks"},
  {field: "indirect", title: "Words reported"},
];
const TABLE = {
  speaker: "Speaker",
  siglum: "Siglum",
  article: "Article",
  direct: "Words between marks",
  indirect: "Words reported",
};
