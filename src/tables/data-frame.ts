import {inferColumns} from "./columns.ts";
import {type DataFrame, loadDanfo} from "./danfo.ts";
import {type Cell, type Column, type ColumnType, cellOf, formatCell} from "./table.ts";

export type {DataFrame} from "./danfo.ts";

/** danfo's names for what a column holds. Its "float32" and "int32" are names alone: values are, and stay, float64. */
const DTYPES: Record<ColumnType, string> = {
  integer: "int32",
  number: "float32",
  string: "string",
  date: "string",
  list: "string",
  issues: "string",
  boolean: "boolean",
};

/**
 * A danfojs-node DataFrame of rows, or of columns of one length (`{outlet: ["CBS", "KSL"], killed: [35, null]}`).
 *
 * Columns stand in the order in which their keys are first seen, or as `columns` names them. Missing numbers become NaN, the one
 * missing value that danfo reckons with; other missing values stay null; lists are joined by "; ". Every number keeps its 53 bits.
 *
 * Show results in it; compute them elsewhere (`queryRows`), because danfo's sorting and merging are slow beyond some thousand rows.
 *
 * @example
 * toDataFrame([{outlet: "CBS", killed: 35}, {killed: null, outlet: "KSL"}]).columns // => ["outlet", "killed"]
 */
export function toDataFrame(
  table: Iterable<object> | Readonly<Record<string, readonly unknown[]>>,
  columns?: readonly string[],
): DataFrame {
  const rows = isRows(table) ? [...table] : toRows(table);
  const inferred = new Map(inferColumns(rows).map((column) => [column.name, column]));
  const names = columns ?? (isRows(table) ? [...inferred.keys()] : Object.keys(table));
  return build(
    rows,
    names.map((name) => inferred.get(name) ?? {name, type: "string"}),
  );
}

function isRows(table: object): table is Iterable<object> {
  return Symbol.iterator in table;
}

function toRows(table: Readonly<Record<string, readonly unknown[]>>): object[] {
  const names = Object.keys(table);
  const lengths = new Set(Object.values(table).map((values) => values.length));
  if (lengths.size > 1)
    throw new RangeError(
      `columns differ in length: ${names.map((name) => `${name} has ${table[name]?.length}`).join(", ")}`,
    );
  return Array.from({length: [...lengths][0] ?? 0}, (_, at) =>
    Object.fromEntries(names.map((name) => [name, table[name]?.[at]])),
  );
}

function build(rows: readonly object[], columns: readonly Column[]): DataFrame {
  const {DataFrame} = loadDanfo();
  const values = rows.map((row) => columns.map(({name, type}) => toValue(cellOf(row, name), type)));
  const names = columns.map(({name}) => name);
  return new DataFrame(values, {columns: names, dtypes: columns.map(({name, type}) => dtypeOf(rows, name, type))});
}

/** A column of integers with a gap is a column of floats, as danfo itself would say. */
function dtypeOf(rows: readonly object[], name: string, type: ColumnType): string {
  const gap = type === "integer" && rows.some((row) => cellOf(row, name) === null);
  return gap ? DTYPES.number : DTYPES[type];
}

function toValue(cell: Cell, type: ColumnType): number | string | boolean | null {
  if (cell === null) return type === "integer" || type === "number" ? Number.NaN : null;
  return ["number", "string", "boolean"].includes(typeof cell) ? (cell as number | string | boolean) : formatCell(cell);
}
