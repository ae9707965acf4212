import {type ChartSpec, formatCsvHeader, formatCsvRow} from "../charts/render.ts";

/** The rows behind a chart, with the heading of each column that is worth a reader's while. */
export interface ChartTable {
  columns: readonly {field: string; heading: string}[];
  rows: readonly Readonly<Record<string, unknown>>[];
}

/**
 * The data that stand in a specification: its own `data.values`, or the longest that stand in its parts; where `usermeta.row` names
 * a field, only the rows that have it are rows of the table. Columns are those of `usermeta.table` ({field: heading}) where the
 * chart's author names them, else all that any row has, in order of appearance. Null when the specification holds no rows.
 */
export function readChartData(spec: ChartSpec): ChartTable | null {
  const {table, row: key} = isRecord(spec.usermeta) ? spec.usermeta : {table: null, row: null};
  const isRow = (row: unknown): row is Record<string, unknown> =>
    isRecord(row) && (typeof key !== "string" || row[key] !== undefined);
  const rows = findValues(spec)
    .map((values) => values.filter(isRow))
    .reduce((best, next) => (next.length > best.length ? next : best), []);
  if (rows.length === 0) return null;
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = isRecord(table)
    ? Object.entries(table).map(([field, heading]) => ({field, heading: String(heading)}))
    : fields.map((field) => ({field, heading: field}));
  return {columns, rows};
}

/** The table as CSV, as the command line writes it. */
export function writeCsv({columns, rows}: ChartTable): string {
  const named = (names: readonly string[]) => ({columns: names.map((name) => ({name, type: "string" as const}))});
  const schema = named(columns.map(({field}) => field));
  return (
    formatCsvHeader(named(columns.map(({heading}) => heading))) + rows.map((row) => formatCsvRow(schema, row)).join("")
  );
}

function findValues(node: unknown): readonly unknown[][] {
  if (Array.isArray(node)) return node.flatMap(findValues);
  if (!isRecord(node)) return [];
  const {data, datasets} = node;
  const own = Array.isArray(data) ? data.map((part) => valuesOf(part)) : [valuesOf(data)];
  const named = isRecord(datasets) ? Object.values(datasets).filter(Array.isArray) : [];
  const parts = ["layer", "hconcat", "vconcat", "concat", "spec", "marks"].flatMap((name) => findValues(node[name]));
  return [...own, ...named, ...parts];
}

function valuesOf(data: unknown): unknown[] {
  const {values} = isRecord(data) ? data : {values: null};
  return Array.isArray(values) ? values : [];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
