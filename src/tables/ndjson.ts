import {cellOf, type Row, type TableSchema} from "./table.ts";

/**
 * One row as a line of NDJSON, without the line end: exactly the schema's columns, in its order, missing as null.
 *
 * @example formatJsonLine({columns: [{name: "low", type: "number"}]}, {low: 1.5, x: 1}) // => "{\"low\":1.5}"
 */
export function formatJsonLine(schema: Pick<TableSchema, "columns">, row: object): string {
  let line = "{";
  for (const {name} of schema.columns) {
    const cell = cellOf(row, name);
    line += `${line === "{" ? "" : ","}${JSON.stringify(name)}:${cell === null ? "null" : JSON.stringify(cell)}`;
  }
  return `${line}}`;
}

/**
 * Parses NDJSON; blank lines are passed over. Throws a SyntaxError that names the line.
 *
 * @example parseNdjson("{\"a\":1}\n\n{\"a\":null}\n") // => [{"a": 1}, {"a": null}]
 */
export function parseNdjson(text: string): Row[] {
  return text.split("\n").flatMap((line, i) => {
    if (!line.trim()) return [];
    try {
      return [JSON.parse(line) as Row];
    } catch (error) {
      throw new SyntaxError(`line ${i + 1} is no JSON: ${(error as Error).message}`, {cause: error});
    }
  });
}
