import {stripVTControlCharacters} from "node:util";

/** How a notebook's error reads on a terminal: the notebook, the number of its code cell, then where and what, as the session told it. */
export function describeRunError(
  path: string,
  {cell, traceback}: {cell: number; traceback: readonly string[]},
): string {
  const lines = traceback.flatMap((part) => stripVTControlCharacters(part).split("\n"));
  return [`${path}: cell ${cell} failed`, ...lines.map((line) => `  ${line}`)].join("\n");
}
