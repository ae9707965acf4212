import {parse} from "csv-parse/sync";
import type {Skipped} from "./input-files.ts";
import type {Known} from "./metadata.ts";

const COLUMNS = ["outlet", "published", "updated", "link"] as const;

/**
 * Parses `articles.csv`: what a user knows of the articles in the same folder. Column `article` (the file's name or the record's
 * id) and any of outlet, published, updated, link; an empty cell says nothing. It wins over what the text tells.
 */
export function parseArticlesCsv(path: string, csv: string): {known: Map<string, Known>; skipped: Skipped[]} {
  const known = new Map<string, Known>();
  let rows: Record<string, string>[];
  try {
    rows = parse(csv, {columns: true, bom: true, skip_empty_lines: true, trim: true}) as Record<string, string>[];
  } catch (error) {
    return {
      known,
      skipped: [{path, reason: `not readable as CSV (${(error as Error).message}); mend the line or remove the file`}],
    };
  }
  if (rows[0] && !("article" in rows[0]))
    return {
      known,
      skipped: [
        {
          path,
          reason: 'has no column "article"; its first line must name the columns, e.g. article,outlet,published,link',
        },
      ],
    };
  for (const row of rows) {
    const entry: Known = {};
    for (const column of COLUMNS) if (row[column]) entry[column] = row[column];
    if (row["article"]) known.set(row["article"], entry);
  }
  return {known, skipped: []};
}
