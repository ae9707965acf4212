import {sayShare} from "../compare/origin-finding.ts";
import {copied, type ShareRow} from "../compare/shares.ts";
import {upperFirst} from "../compare/wording.ts";
import type {Article} from "../corpus/article.ts";
import {readReuseText} from "../reuse/passage-text.ts";
import type {ReuseRow} from "../reuse/passages.ts";
import {hrefTo, passageId} from "./anchor.ts";
import type {ChartSpec} from "./render.ts";
import {drawReuseRibbons, nameOf, sayName} from "./reuse-ribbons.ts";
import type {Sigla} from "./sigla.ts";
import {houseConfig, INK, RELATION_TONES, SCHEMA} from "./theme.ts";

export {drawReuseRibbons} from "./reuse-ribbons.ts";

/** The link to the first sentence of `article` that `other` has too. */
function linkFirstShared(article: string, other: string, reuse: readonly ReuseRow[]): {href?: string} {
  const shared = reuse.flatMap((row) => {
    if (row.articleA === article && row.articleB === other) return [{article, start: row.startA, end: row.endA}];
    return row.articleB === article && row.articleA === other ? [{article, start: row.startB, end: row.endB}] : [];
  });
  const [first] = shared.sort((x, y) => x.start - y.start);
  return first ? {href: hrefTo(passageId(first))} : {};
}

function stateMatrix(shares: readonly ShareRow[], sigla: Sigla): string {
  const [most] = [...shares].sort((x, y) => copied(y) - copied(x));
  const [article, other] = [sigla.get(most?.article ?? ""), sigla.get(most?.other ?? "")];
  if (!most || !article || !other || copied(most) === 0) return "No two articles share copy";
  return `${upperFirst(sayShare(most))} of ${sayName(article)} stands in ${sayName(other)}, word for word or nearly so`;
}

/** Of the words of the shorter text: below it there is little to see. */
const LEAST_SHARE = 0.05;

/**
 * The ribbons of the articles that share the most text, the strongest pair first; none where none share a twentieth.
 *
 * @example drawStrongestRibbons([], {shares: [], reuse: []}, new Map()) // => []
 */
export function drawStrongestRibbons(
  articles: readonly Article[],
  {shares, reuse}: {shares: readonly ShareRow[]; reuse: readonly ReuseRow[]},
  sigla: Sigla,
  options: {most?: number; said?: number} = {},
): ChartSpec[] {
  const byShare = shares.filter((row) => copied(row) >= LEAST_SHARE).sort((x, y) => copied(y) - copied(x));
  const isFirst = ({article, other}: ShareRow, at: number): boolean =>
    byShare.findIndex((row) => [article, other].includes(row.article) && [article, other].includes(row.other)) === at;
  return byShare
    .filter(isFirst)
    .slice(0, options.most ?? 2)
    .flatMap(({article, other}) => {
      const [left, right] = [article, other].map((name) => articles.find((one) => one.article === name));
      return left && right
        ? [drawReuseRibbons(readReuseText(left), readReuseText(right), reuse, sigla, options.said)]
        : [];
    });
}

/**
 * How much of each article's body stands in each other one, verbatim or nearly so. A row is read from left to right; the matrix is not
 * symmetric, since a short text may be wholly in a long one. Cells link to the first shared sentence of the row's article.
 *
 * @example
 * drawShareMatrix([], [], new Map()).title.text // => "No two articles share copy"
 */
export function drawShareMatrix(shares: readonly ShareRow[], reuse: readonly ReuseRow[], sigla: Sigla): ChartSpec {
  const all = [...sigla.values()];
  const cells = shares.flatMap((share) => {
    const [article, other] = [sigla.get(share.article), sigla.get(share.other)];
    if (!article || !other) return [];
    return [
      {
        article: nameOf(article),
        other: other.letter,
        share: copied(share),
        verbatim: share.verbatim,
        nearVerbatim: share.nearVerbatim,
        paraphrased: share.paraphrased,
        label: copied(share) > 0 ? sayShare(share) : "",
        ...linkFirstShared(share.article, share.other, reuse),
      },
    ];
  });
  const blank = all.map((siglum) => ({article: nameOf(siglum), other: siglum.letter}));
  return {
    $schema: SCHEMA,
    title: {
      text: stateMatrix(shares, sigla),
      subtitle: "Share of the row's words that stand verbatim or nearly so in the column's text.",
    },
    usermeta: {row: "article", table: MATRIX_TABLE},
    config: houseConfig(),
    width: Math.max(160, 64 * all.length),
    height: {step: 36},
    encoding: {
      x: {
        field: "other",
        type: "nominal",
        scale: {domain: all.map(({letter}) => letter), paddingInner: 0.04},
        axis: {orient: "top", title: "stands in", labelAngle: 0, domain: false, ticks: false},
      },
      y: {field: "article", type: "nominal", scale: {domain: all.map(nameOf), paddingInner: 0.06}, axis: {title: null}},
    },
    layer: [
      {data: {values: blank}, mark: {type: "rect", color: INK.band.light}},
      {
        data: {values: cells},
        // One colour, more or less of it: in the dark its counterpart over the dark paper.
        mark: {type: "rect", color: RELATION_TONES.explained.light},
        encoding: {
          fillOpacity: {field: "share", type: "quantitative", scale: {domain: [0, 1], range: [0, 1]}, legend: null},
          href: {field: "href"},
          tooltip: MATRIX_TOOLTIP,
        },
      },
      {
        data: {values: cells},
        mark: {type: "text"},
        encoding: {
          text: {field: "label"},
          href: {field: "href"},
          color: {condition: {test: "datum.share > 0.7", value: INK.paper.light}, value: INK.ink.light},
        },
      },
    ],
  };
}

const MATRIX_TABLE = {
  article: "Article",
  other: "Stands in",
  share: "Verbatim or nearly",
  verbatim: "Verbatim",
  nearVerbatim: "Nearly verbatim",
  paraphrased: "Paraphrased",
};
const MATRIX_TOOLTIP = [
  {field: "article", title: "Of"},
  {field: "other", title: "stands in"},
  {field: "verbatim", title: "verbatim", format: ".1%"},
  {field: "nearVerbatim", title: "nearly verbatim", format: ".1%"},
  {field: "paraphrased", title: "paraphrased", format: ".1%"},
];
