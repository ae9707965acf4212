import {INK} from "./theme.ts";

/** Width of the column of names; a narrow picture has none, and a name stands on a line of its own above what belongs to it. */
export const NAMES_PX = 236;
export const NAME_FONT_PX = 13;
/** The least width of a plot beside its names, for which words are laid out, and the most that it may have. */
export const PLOT_PX = 500;
export const MOST_PLOT_PX = 520;
/** Room for text in a narrow picture: less than its 343 px, lest one long word narrow the plot. */
export const NARROW_TEXT_PX = 330;
/** Plots narrower than this are those of a telephone. */
const NARROW_PLOT_PX = 400;

/** A vertical axis with a line for each line, in the order given. */
export const lineAxis = (lines: readonly {line: string}[]) => ({
  field: "line",
  type: "ordinal",
  axis: null,
  scale: {type: "band", domain: [...new Set(lines.map(({line}) => line))], paddingInner: 0, paddingOuter: 0},
});

/** The key of a line, which sorts as its number does. */
export const lineKey = (index: number): string => String(index).padStart(4, "0");

/** Names of facts (field `name`) left of the plot, or at its left edge in a narrow picture; a click opens the fact (`factHref`). */
export function factNames(lineHeightPx: number): object {
  return {
    transform: [{filter: "isValid(datum.name)"}],
    mark: {
      type: "text",
      align: "left",
      baseline: "middle",
      fontSize: NAME_FONT_PX,
      limit: {expr: `width < ${NARROW_PLOT_PX} ? width : ${NAMES_PX}`},
      // Vega counts text beyond the plot as a part of the picture, and a narrow plot would not grow to the width of the page.
      clip: {expr: `width < ${NARROW_PLOT_PX}`},
      lineHeight: lineHeightPx,
      color: INK.muted.light,
    },
    encoding: {
      x: {value: {expr: `width < ${NARROW_PLOT_PX} ? 0 : ${-NAMES_PX - 12}`}},
      text: {field: "name"},
      href: {field: "factHref"},
    },
  };
}

/** Rows by the fact that they are of, in the order in which both come. */
export function groupByFact<Row extends {fact: string}>(rows: Iterable<Row>): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.fact);
    if (group) group.push(row);
    else groups.set(row.fact, [row]);
  }
  return groups;
}
