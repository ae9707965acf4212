import type {Issue} from "../corpus/issue.ts";

/**
 * What a column holds. `integer` and `number` are JavaScript numbers, `date` is ISO 8601 text as precise as the article's own,
 * `list` is an array of strings, `issues` an array of Issue. Every column may be null, which says "missing".
 */
export type ColumnType = "integer" | "number" | "string" | "boolean" | "date" | "list" | "issues";

export interface Column {
  name: string;
  type: ColumnType;
}

/** A table of the command line: its name, what one row is, and its columns in the order in which they are written. */
export interface TableSchema {
  name: string;
  row: string;
  columns: readonly Column[];
}

/** A value as it stands in a row. */
export type Cell = number | string | boolean | null | readonly string[] | readonly Issue[];
export type Row = Record<string, Cell>;

/** Anything with the schema's columns as properties; other properties are not written. */
export type Rows = Iterable<object> | AsyncIterable<object>;

/**
 * A schema from a record of column name -> type; the record's order is the order of the columns.
 *
 * @example defineTable("zones", "run of one zone", {start: "integer"}).columns // => [{"name": "start", "type": "integer"}]
 */
export function defineTable(name: string, row: string, columns: Record<string, ColumnType>): TableSchema {
  return {name, row, columns: Object.entries(columns).map(([column, type]) => ({name: column, type}))};
}

/** The value of one column of a row: null where it is missing, undefined or no finite number. */
export function cellOf(row: object, column: string): Cell {
  const value = (row as Record<string, Cell | undefined>)[column];
  if (value === undefined || (typeof value === "number" && !Number.isFinite(value))) return null;
  return value;
}

export const isIssue = (value: unknown): value is Issue =>
  typeof value === "object" && value !== null && "rule" in value && "message" in value;

/** How an issue reads in one line of CSV or text. */
export function describeIssue(issue: Issue): string {
  return `${issue.rule}: ${issue.message}`;
}

/**
 * A value as plain text: lists joined by "; ", missing as "", numbers in their shortest exact form. What is no `Cell`, as a notebook's
 * own rows may hold it, is told too: dates as ISO 8601, other objects as JSON.
 *
 * @example formatCell(["exact", "about"]) // => "exact; about"
 */
export function formatCell(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (Array.isArray(cell)) return cell.map(formatCell).join("; ");
  if (typeof cell !== "object") return String(cell);
  if (isIssue(cell)) return describeIssue(cell);
  return JSON.stringify(cell).replace(/^"(.*)"$/s, "$1");
}
