import {parse} from "csv-parse/sync";
import {type Cell, type ColumnType, cellOf, formatCell, type Row, type TableSchema} from "./table.ts";

/** RFC 4180: lines end in CR LF. */
const LINE_END = "\r\n";

/** The header line, line end included. */
export function formatCsvHeader(schema: Pick<TableSchema, "columns">): string {
  return schema.columns.map(({name}) => quote(name)).join(",") + LINE_END;
}

/**
 * One row as RFC 4180 has it, line end included. Null is an empty field, the empty string is `""`; lists are joined by "; ".
 *
 * @example formatCsvRow({columns: [{name: "a", type: "string"}, {name: "b", type: "list"}]}, {a: "x,y", b: ["1", "2"]}) // => "\"x,y\",1; 2\r\n"
 */
export function formatCsvRow(schema: Pick<TableSchema, "columns">, row: object): string {
  return schema.columns.map(({name}) => formatField(cellOf(row, name))).join(",") + LINE_END;
}

function formatField(cell: Cell): string {
  if (cell === null) return "";
  const text = formatCell(cell);
  return text === "" && typeof cell === "string" ? '""' : quote(text);
}

function quote(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Parses CSV with a header line back into rows of the schema. An empty field is null, a quoted empty one the empty string. Issues
 * come back as null, because CSV keeps their wording alone. Throws when a line has too many or too few fields.
 */
export function parseCsv(schema: Pick<TableSchema, "columns">, text: string): Row[] {
  const types = new Map(schema.columns.map(({name, type}) => [name, type]));
  return parse(text, {
    bom: true,
    columns: true,
    cast: (value, {header, quoting, column}) =>
      header ? value : parseField(value, quoting, types.get(String(column)) ?? "string"),
  }) as Row[];
}

function parseField(value: string, quoted: boolean, type: ColumnType): Cell {
  if (type === "issues" || (value === "" && !quoted)) return type === "list" ? [] : null;
  if (type === "integer" || type === "number") return Number(value);
  if (type === "boolean") return value === "true";
  if (type === "list") return value.split("; ");
  return value;
}
