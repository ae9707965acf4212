import {createWriteStream} from "node:fs";
import {mkdir, mkdtemp, open, rename, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {Readable, type Writable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {batchLines} from "./batches.ts";
import {formatCsvHeader, formatCsvRow} from "./csv.ts";
import {formatJsonLine} from "./ndjson.ts";
import type {Rows, TableSchema} from "./table.ts";
import {formatTextHeader, formatTextRow, layOutText, MEASURED_ROWS} from "./text.ts";

export const FORMATS = ["text", "ndjson", "csv", "parquet"] as const;
export type Format = (typeof FORMATS)[number];

/** Terminal cells of a line of text where no terminal says its width. */
const DEFAULT_WIDTH = 120;

/** A table as text, piece by piece; `width` in terminal cells matters to the format `text` alone. */
export async function* formatTable(
  schema: TableSchema,
  rows: Rows,
  format: Exclude<Format, "parquet">,
  width = DEFAULT_WIDTH,
): AsyncGenerator<string> {
  if (format === "ndjson") yield* batchLines(rows, (row) => `${formatJsonLine(schema, row)}\n`);
  else if (format === "csv") {
    yield formatCsvHeader(schema);
    yield* batchLines(rows, (row) => formatCsvRow(schema, row));
  } else yield* formatText(schema, rows, width);
}

async function* formatText(schema: TableSchema, rows: Rows, width: number): AsyncGenerator<string> {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const first: object[] = [];
  let next = await iterator.next();
  while (!next.done && first.length < MEASURED_ROWS) {
    first.push(next.value);
    next = await iterator.next();
  }
  const layout = layOutText(schema, first, width);
  yield formatTextHeader(layout);
  const all = async function* () {
    yield* first;
    for (; !next.done; next = await iterator.next()) yield next.value;
  };
  yield* batchLines(all(), (row) => formatTextRow(layout, row));
  if (layout.leftOut.length > 0)
    yield `\nColumns without room or without values: ${layout.leftOut.join(", ")}. --format ndjson has them all.\n`;
}

/** Writes a table to a stream, which stays open, as fast as the stream takes it. Parquet goes through a temporary file. */
export async function writeTable(
  schema: TableSchema,
  rows: Rows,
  format: Format,
  out: Writable,
  width?: number,
): Promise<void> {
  if (format !== "parquet") return pipeline(formatTable(schema, rows, format, width), out, {end: false});
  const folder = await mkdtemp(join(tmpdir(), "variorum-"));
  try {
    const path = join(folder, "table.parquet");
    const {writeParquet} = await import("./duckdb.ts");
    await writeParquet(schema, rows, path);
    const file = await open(path);
    await pipeline(file.createReadStream(), out, {end: false});
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Writes a table as a file: all of it or nothing, because it is written beside and then renamed. */
export async function writeTableFile(schema: TableSchema, rows: Rows, format: Format, path: string): Promise<void> {
  await writeBeside(path, async (beside) => {
    if (format === "parquet") {
      const {writeParquet} = await import("./duckdb.ts");
      await writeParquet(schema, rows, beside);
    } else await pipeline(Readable.from(formatTable(schema, rows, format)), createWriteStream(beside, {flags: "wx"}));
  });
}

/** Lets `write` make a file under a temporary name in the folder of `path`, then gives it its name; on an error it is removed. */
export async function writeBeside(path: string, write: (beside: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await write(beside);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, {force: true});
    throw error;
  }
}
