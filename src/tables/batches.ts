import type {Rows} from "./table.ts";

/** Characters that are gathered before they are written. */
const BATCH = 1 << 16;

/** Formats each row and gathers the lines into pieces of some 64 KB, so that 100,000 rows are not 100,000 writes. */
export async function* batchLines(rows: Rows, format: (row: object) => string): AsyncGenerator<string> {
  let batch = "";
  for await (const row of rows) {
    batch += format(row);
    if (batch.length >= BATCH) {
      yield batch;
      batch = "";
    }
  }
  if (batch !== "") yield batch;
}
