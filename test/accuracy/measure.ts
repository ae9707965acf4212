/** One line of the table. */
export interface Measure {
  task: string;
  measure: string;
  /** A share from 0 to 1, or a count; null where there was nothing to measure. */
  figure: number | null;
  kind: "share" | "count";
  /** What the figure was measured on: gold rows, or readings for a precision. */
  n: number;
  /** What went wrong, a line each. */
  misses: readonly string[];
}

/** The share of `of` that is right; every one that is not becomes a miss. */
export function measureShare<T>(
  task: string,
  measure: string,
  of: readonly T[],
  isRight: (one: T) => boolean,
  say: (one: T) => string = () => "",
): Measure {
  const wrong = of.filter((one) => !isRight(one));
  const figure = of.length === 0 ? null : 1 - wrong.length / of.length;
  return {task, measure, figure, kind: "share", n: of.length, misses: wrong.map(say).filter((line) => line !== "")};
}

/** How many went wrong, of the `n` that could have. */
export function measureCount<T>(
  task: string,
  measure: string,
  wrong: readonly T[],
  n: number,
  say: (one: T) => string,
): Measure {
  return {task, measure, figure: wrong.length, kind: "count", n, misses: wrong.map(say)};
}

/** A share that was computed already. */
export function measureFigure(task: string, measure: string, figure: number, n: number): Measure {
  return {task, measure, figure: n === 0 ? null : figure, kind: "share", n, misses: []};
}

/** The harmonic mean of precision and recall; 0 where both are. */
export const meanF1 = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

/** F1 from counts. */
export const countF1 = (hits: number, predicted: number, gold: number): number =>
  meanF1(predicted === 0 ? 0 : hits / predicted, gold === 0 ? 0 : hits / gold);

/** One Markdown table; shares to three places, counts whole. */
export function formatMeasures(measures: readonly Measure[]): string {
  const rows = measures.map(({task, measure, figure, kind, n}) => {
    const shown = figure === null ? "–" : kind === "count" ? String(figure) : figure.toFixed(3);
    return [task, measure, shown, String(n)];
  });
  const head = ["task", "measure", "figure", "n"];
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const isNumber = (i: number): boolean => i > 1;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, i) => (isNumber(i) ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  return `${[head, rule, ...rows].map(line).join("\n")}\n`;
}
