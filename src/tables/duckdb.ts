// The one file that touches DuckDB. It is loaded when a Parquet file is written or read, or a query is asked, not before.
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {batchLines} from "./batches.ts";
import {inferColumns} from "./columns.ts";
import {formatJsonLine} from "./ndjson.ts";
import type {Cell, Column, ColumnType, Row, Rows, TableSchema} from "./table.ts";

const SQL_TYPES: Record<ColumnType, string> = {
  integer: "BIGINT",
  number: "DOUBLE",
  string: "VARCHAR",
  date: "VARCHAR",
  boolean: "BOOLEAN",
  list: "VARCHAR[]",
  issues: 'STRUCT("rule" VARCHAR, "message" VARCHAR, "start" BIGINT, "end" BIGINT)[]',
};

/** Writes rows as one Parquet file. Integers are BIGINT, numbers DOUBLE, lists VARCHAR[], dates text as precise as they came. */
export async function writeParquet(schema: Pick<TableSchema, "columns">, rows: Rows, path: string): Promise<void> {
  await withConnection(async (connection, folder) => {
    const source = await stage(folder, "rows", schema.columns, rows);
    await connection.run(`COPY (SELECT * FROM ${source}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`);
  });
}

/** Reads a Parquet file as rows; BIGINT becomes a number (a RangeError where it would not be exact). */
export async function readParquet(path: string): Promise<Row[]> {
  return withConnection((connection) => select(connection, `SELECT * FROM read_parquet(${literal(path)})`));
}

/**
 * Asks DuckDB about rows, in SQL; each key of `tables` is the name of a table. Group and sort here rather than in danfo: missing
 * values are left out of aggregates and sorted last, and every number is float64 or an exact integer.
 *
 * Results are plain rows. A sum of integers is exact; a RangeError where it leaves the range of exact numbers (2 ** 53).
 */
export async function queryRows(tables: Record<string, Iterable<object>>, sql: string): Promise<Row[]> {
  return withConnection(async (connection, folder) => {
    for (const [name, rows] of Object.entries(tables)) {
      const all = [...rows];
      const columns = inferColumns(all);
      if (columns.length === 0) throw new RangeError(`table "${name}" has no rows, so its columns are unknown`);
      const source = await stage(folder, name, columns, all);
      await connection.run(`CREATE TABLE ${identifier(name)} AS SELECT * FROM ${source}`);
    }
    return select(connection, sql);
  });
}

async function withConnection<T>(use: (connection: DuckDBConnection, folder: string) => Promise<T>): Promise<T> {
  const {DuckDBInstance} = await import("@duckdb/node-api");
  const folder = await mkdtemp(join(tmpdir(), "variorum-"));
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    temp_directory: folder,
  });
  const connection = await instance.connect();
  try {
    return await use(connection, folder);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, {recursive: true, force: true});
  }
}

/** Rows go in as a file of NDJSON: DuckDB reads it in parallel, and a million rows need no memory here. Returns the SQL that reads it. */
async function stage(folder: string, name: string, columns: readonly Column[], rows: Rows): Promise<string> {
  const path = join(folder, `${Buffer.from(name).toString("hex")}.ndjson`);
  let longest = 0;
  const lines = batchLines(rows, (row) => {
    const line = `${formatJsonLine({columns}, row)}\n`;
    longest = Math.max(longest, Buffer.byteLength(line));
    return line;
  });
  await writeFile(path, lines);
  const types = columns.map(({name, type}) => `${literal(name)}: ${literal(SQL_TYPES[type])}`);
  const size = Math.max(longest + 1, 2 ** 24);
  return `read_json(${literal(path)}, format = 'newline_delimited', maximum_object_size = ${size}, columns = {${types.join(", ")}})`;
}

async function select(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowObjectsJS()
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toCell(value)])));
}

function toCell(value: unknown): Cell {
  if (typeof value === "bigint") {
    if (!Number.isSafeInteger(Number(value))) throw new RangeError(`${value} is no exact number; cast it to VARCHAR`);
    return Number(value);
  }
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toCell) as Cell;
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toCell(each)])) as unknown as Cell;
  return value as Cell;
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
