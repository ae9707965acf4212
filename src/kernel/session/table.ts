import {attributes, dressMarkup, type Html, html} from "../../markup/html.ts";

/** Rows to be shown: those at the head of `total`, cell by cell in the order of the columns. */
export type Table = {columns: {name: string; type: string}[]; rows: unknown[][]; total: number};

const SHOWN_ROWS = 20;
const SHOWN_COLUMNS = 40;
const LONGEST_CELL = 300;

/** Reads a danfo DataFrame or Series, an Arrow table or an array of records; null for anything else. */
export function readTable(value: object): Table | null {
  return readDanfo(value) ?? readArrow(value) ?? readRecords(value);
}

const fieldOf = (value: object, field: string): unknown => Reflect.get(value, field);

function readDanfo(value: object): Table | null {
  const shape = fieldOf(value, "shape");
  const dtypes = fieldOf(value, "dtypes");
  const columns = fieldOf(value, "columns");
  const values = fieldOf(value, "values");
  if (![shape, dtypes, columns, values].every(Array.isArray)) return null;
  const names = (columns as unknown[]).map(String);
  const total = Number((shape as unknown[])[0]);
  const isSeries = (shape as unknown[]).length === 1;
  const index: unknown = fieldOf(value, "index");
  const labels = Array.isArray(index) && index.some((label, n) => label !== n) ? index : null;
  const rows = (values as unknown[])
    .slice(0, SHOWN_ROWS)
    .map((row, n) => [...(labels ? [labels[n]] : []), ...(isSeries ? [row] : (row as unknown[]))]);
  const typed = names.map((name, n) => ({name, type: nameType(String((dtypes as unknown[])[n] ?? ""))}));
  return {columns: labels ? [{name: "", type: "index"}, ...typed] : typed, rows, total};
}

/** danfo calls every number "float32" or "int32", whatever its bits: a head that says so would be wrong. */
const nameType = (dtype: string): string => (/^(?:float|int)\d+$/.test(dtype) ? "number" : dtype);

function readArrow(value: object): Table | null {
  const schema = fieldOf(value, "schema");
  const total = fieldOf(value, "numRows");
  const get = fieldOf(value, "get");
  if (typeof schema !== "object" || schema === null || typeof total !== "number" || typeof get !== "function")
    return null;
  const fields = fieldOf(schema, "fields");
  if (!Array.isArray(fields)) return null;
  const columns = fields.map((f: {name: unknown; type: unknown}) => ({name: String(f.name), type: String(f.type)}));
  const rows = Array.from({length: Math.min(total, SHOWN_ROWS)}, (_, n) => {
    const row: unknown = get.call(value, n);
    return columns.map(({name}) => (typeof row === "object" && row !== null ? Reflect.get(row, name) : undefined));
  });
  return {columns, rows, total};
}

function readRecords(value: object): Table | null {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isPlainRecord)) return null;
  const names = [...new Set(value.flatMap((record) => Object.keys(record as object)))];
  if (names.length === 0) return null;
  const columns = names.map((name) => ({name, type: typeOfColumn(value.map((r: Record<string, unknown>) => r[name]))}));
  const rows = value.slice(0, SHOWN_ROWS).map((r: Record<string, unknown>) => names.map((name) => r[name]));
  return {columns, rows, total: value.length};
}

function isPlainRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

function typeOfColumn(values: unknown[]): string {
  const types = new Set(values.filter((v) => v !== null && v !== undefined).map(typeOfValue));
  const missing = values.some((v) => v === null || v === undefined);
  const name = types.size === 0 ? "null" : [...types].sort().join(" | ");
  return missing && types.size > 0 ? `${name} | null` : name;
}

function typeOfValue(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return value instanceof Date ? "date" : typeof value;
}

/** For pages that have no rules for it, or others: the head stays in sight, and text stands left though JupyterLab sets all right. */
const SHEET = [
  ".variorum:has(>.variorum-table){max-height:34em;overflow:auto}",
  ".variorum>table.variorum-table{margin:0;border:0;border-collapse:separate;border-spacing:0}",
  ".variorum>.variorum-table :is(th,td){text-align:left;vertical-align:baseline;padding:4px 16px 4px 4px;max-width:28em}",
  ".variorum>.variorum-table :is(th,td).num{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}",
  ".variorum>.variorum-table thead th{position:sticky;top:0;vertical-align:bottom;border-bottom:1px solid",
  "var(--jp-border-color1,#888);background:var(--jp-layout-color0,var(--vscode-editor-background,#fff))}",
  ".variorum>.variorum-table caption{caption-side:bottom;text-align:left;padding:6px 4px}",
].join(" ");

/** The table as a notebook shows it: the markup of `tableHtml` with its style sheet. */
export const tableForNotebook = (table: Table): string => dressMarkup(tableHtml(table).toString(), SHEET);

/** The table as HTML: names over types, numbers to the right, and how much of it is shown. Everything is escaped. */
export function tableHtml(table: Table): Html {
  const columns = table.columns.slice(0, SHOWN_COLUMNS);
  const head = columns.map(
    ({name, type}, n) =>
      html`<th ${attributes({scope: "col", class: isNumeric(table, n) && "num"})}>${name}<br><small>${type}</small></th>`,
  );
  const body = table.rows.map((row) => html`<tr>${row.slice(0, SHOWN_COLUMNS).map(cellHtml)}</tr>\n`);
  return html`<table class="variorum-table">
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
<caption>${shapeOf(table)}</caption>
</table>`;
}

function cellHtml(value: unknown): Html {
  const text = cellText(value);
  return typeof value === "number" || typeof value === "bigint"
    ? html`<td class="num" align="right">${text}</td>`
    : html`<td align="left">${text}</td>`;
}

/** "5 rows × 3 columns", and how many of either are shown where not all are. */
export function shapeOf({columns, rows, total}: Table): string {
  const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;
  const shown = [
    rows.length < total ? `the first ${count(rows.length, "row")}` : "",
    columns.length > SHOWN_COLUMNS ? `the first ${SHOWN_COLUMNS} columns` : "",
  ].filter((part) => part !== "");
  return `${count(total, "row")} × ${count(columns.length, "column")}${shown.length > 0 ? `; shown: ${shown.join(", ")}` : ""}`;
}

function cellText(value: unknown): string {
  const text = value === null || value === undefined ? "" : value instanceof Date ? dateText(value) : inner(value);
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
}

const dateText = (date: Date): string => (Number.isNaN(date.getTime()) ? "Invalid Date" : date.toISOString());

/** Six digits are enough for the eye; the value itself keeps all of them. A missing number of danfo's (NaN) is a dash. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return "–";
  return Number.isInteger(value) || !Number.isFinite(value) ? String(value) : String(Number(value.toPrecision(6)));
}

function inner(value: unknown): string {
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "object") return String(value);
  try {
    return JSON.stringify(value, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v)) ?? "";
  } catch {
    return Object.prototype.toString.call(value);
  }
}

const isNumeric = ({rows}: Table, column: number): boolean =>
  rows.every((row) => ["number", "bigint"].includes(typeof (row[column] ?? 0)));

/** The table in columns of text, for readers that show no HTML. */
export function tableText(table: Table): string {
  const columns = table.columns.slice(0, SHOWN_COLUMNS);
  const lines = [columns.map((c) => c.name), ...table.rows.map((row) => row.slice(0, SHOWN_COLUMNS).map(shortText))];
  const widths = columns.map((_, n) => Math.max(...lines.map((line) => line[n]?.length ?? 0)));
  const write = (line: string[]) =>
    line
      .map((t, n) => (isNumeric(table, n) ? t.padStart(widths[n] ?? 0) : t.padEnd(widths[n] ?? 0)))
      .join("  ")
      .trimEnd();
  return [...lines.map(write), shapeOf(table)].join("\n");
}

function shortText(value: unknown): string {
  const text = cellText(value).replace(/\s+/g, " ");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
