import {parse} from "csv-parse/sync";
import type {Article, Field} from "./article.ts";
import type {Skipped} from "./input-files.ts";

/** Where a reading begins. */
export interface ReadingPlace {
  article: string;
  field: Field;
  start: number;
}

/**
 * One row of `corrections.csv`: what a person knows better of the reading at [start, end). Offsets as in the table `quantities`.
 *
 * - drop: it is no quantity, or none worth comparing;
 * - mend: `column` has to read `value` (empty: nothing known, an open end);
 * - join: it states the same fact as the reading that starts at `other`;
 * - split: it does not state the same fact as `other`; without `other`, its fact is its own alone.
 */
export type Correction = ReadingPlace & {
  end: number;
  /** "corrections.csv:7" with the folder, as a message names it. */
  path: string;
  /** Why, in the person's own words. */
  note: string | null;
} & (
    | {action: "drop"}
    | {action: "mend"; column: string; value: string}
    | {action: "join"; other: ReadingPlace}
    | {action: "split"; other: ReadingPlace | null}
  );

const REQUIRED = ["article", "start", "end", "action"] as const;
const COLUMNS = new Set([...REQUIRED, "field", "column", "value", "article2", "start2", "field2", "note"]);
const EXAMPLE = "article,start,end,action,column,value,article2,start2,note";

/** Cells by name of column, with what the row is called in messages. */
interface Row {
  path: string;
  cells: ReadonlyMap<string, string>;
}

/**
 * Parses `corrections.csv`: a row a correction, its columns named in the first line; cells at the end of a row may be left out. Each
 * row stands alone: one that cannot be read is listed in `skipped` with its line, what is wrong and what to do. `articles` are those
 * that were read; `isElsewhere` tells of a name whether it is an article that was merely not asked for, whose rows are passed over.
 *
 * @example
 * parseCorrectionsCsv("corrections.csv", "article,start,end,action\na.txt,0,9,drop", [readArticle("a.txt", "35 people fled.")]).corrections.map(({start, action}) => [start, action]) // => [[0, "drop"]]
 */
export function parseCorrectionsCsv(
  path: string,
  csv: string,
  articles: readonly Article[],
  isElsewhere: (article: string) => boolean = () => false,
): {corrections: Correction[]; skipped: Skipped[]} {
  const rows = readRows(path, csv);
  if ("reason" in rows) return {corrections: [], skipped: [{path, reason: rows.reason}]};
  const byName = new Map(articles.map((article) => [article.article, article]));
  const corrections: Correction[] = [];
  const skipped: Skipped[] = [];
  for (const row of rows) {
    if (isElsewhere(row.cells.get("article") ?? "") || isElsewhere(row.cells.get("article2") ?? "")) continue;
    try {
      corrections.push(readCorrection(row, byName));
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      skipped.push({path: row.path, reason: error.message});
    }
  }
  return {corrections, skipped};
}

class BadRow extends Error {}

function readRows(path: string, csv: string): Row[] | {reason: string} {
  let lines: {record: string[]; info: {lines: number}}[];
  const options = {bom: true, skip_empty_lines: true, trim: true, relax_column_count: true, info: true} as const;
  try {
    lines = parse(csv, options) as unknown as typeof lines;
  } catch (error) {
    return {reason: `not readable as CSV (${(error as Error).message}); mend the line or remove the file`};
  }
  const [header, ...rows] = lines;
  const names = header?.record ?? [];
  const missing = REQUIRED.find((name) => !names.includes(name));
  if (missing) return {reason: `has no column "${missing}"; its first line must name the columns, e.g. ${EXAMPLE}`};
  const strange = names.find((name) => !COLUMNS.has(name as (typeof REQUIRED)[number]));
  if (strange !== undefined) return {reason: `"${strange}" is no column; known are ${[...COLUMNS].join(", ")}`};
  return rows.map(({record, info}) => ({
    path: `${path}:${info.lines}`,
    cells: new Map(record.map((cell, i) => [names[i] ?? "", cell])),
  }));
}

function readCorrection({path, cells}: Row, articles: ReadonlyMap<string, Article>): Correction {
  if (cells.has("")) throw new BadRow("has more cells than the first line; put values with a comma in quotes");
  const cell = (name: string) => cells.get(name) ?? "";
  const place = readPlace(cell("article"), cell("field"), cell("start"), articles, "");
  const end = readOffset(cell("end"), "end");
  const length = textOf(articles.get(place.article), place.field).length;
  if (end <= place.start || end > length)
    throw new BadRow(
      `${place.start}-${end} is no stretch of ${place.article}, which has ${length} characters; take start and end from the table quantities`,
    );
  const own = {...place, end, path, note: cell("note") || null};
  const hasOther = cell("article2") !== "" || cell("start2") !== "";
  const other = () => readPlace(cell("article2") || place.article, cell("field2"), cell("start2"), articles, "2");
  switch (cell("action").toLowerCase()) {
    case "drop":
      return {...own, action: "drop"};
    case "mend":
      if (!cell("column")) throw new BadRow("mends no column; name it in column, its right value in value");
      return {...own, action: "mend", column: cell("column"), value: cell("value")};
    case "join":
      if (!hasOther) throw new BadRow("joins it with nothing; name the other reading in article2 and start2");
      return {...own, action: "join", other: other()};
    case "split":
      return {...own, action: "split", other: hasOther ? other() : null};
    default:
      throw new BadRow(`"${cell("action")}" is no action; use drop, mend, join or split`);
  }
}

function readPlace(
  article: string,
  field: string,
  start: string,
  articles: ReadonlyMap<string, Article>,
  suffix: "" | "2",
): ReadingPlace {
  const found = articles.get(article);
  if (!found) throw new BadRow(`no article "${article}" was read; check article${suffix} against the table articles`);
  const name = field || "text";
  if (name !== "text" && name !== "title") throw new BadRow(`field${suffix} "${field}" is neither text nor title`);
  if (name === "title" && found.title === null) throw new BadRow(`${article} has no title; leave field${suffix} empty`);
  return {article, field: name, start: readOffset(start, `start${suffix}`)};
}

function readOffset(cell: string, column: string): number {
  if (!/^\d{1,15}$/u.test(cell))
    throw new BadRow(`${column} "${cell}" is no offset; give the whole number that the table quantities shows`);
  return Number(cell);
}

const textOf = (article: Article | undefined, field: Field): string =>
  (field === "title" ? article?.title : article?.text) ?? "";
