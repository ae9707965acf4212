import type {Issue} from "./issue.ts";

/** The kinds of text on a news page, in reading order. Every non-space character of an article falls in exactly one. */
export const ZONES = [
  "crawler line",
  "headline",
  "dateline",
  "byline",
  "body",
  "caption",
  "photo credit",
  "agency credit",
  "furniture",
] as const;
export type Zone = (typeof ZONES)[number];

/** Zones in which the article itself speaks: quantities and quotations stand in them alone. */
export const TOLD_ZONES: ReadonlySet<Zone> = new Set(["headline", "body", "caption"]);

/** A run of one zone; offsets are half-open [start, end) in UTF-16 code units of the untouched text. */
export interface ZoneRun {
  start: number;
  end: number;
  zone: Zone;
}

/** One outlet's text about an event, as it stands in the file or record, with what the text itself tells about its making. */
export interface Article {
  /** The file's name relative to the input folder, ending included, or the JSONL record's `id`. */
  article: string;
  /** "unknown" when neither the text nor `articles.csv` names one; never a guess. */
  outlet: string;
  agency: string | null;
  headline: string | null;
  byline: string | null;
  dateline: string | null;
  /** ISO 8601, as precise as the text: "2022-03-16", or "2022-03-16T05:59" where a time stands there. */
  published: string | null;
  updated: string | null;
  language: string | null;
  /** Where to read the article on the web, from `articles.csv` alone. */
  link: string | null;
  /** The `title` of a JSONL record: read like a headline, with offsets of its own (field "title"). Null for files. */
  title: string | null;
  /** The untouched text. Every offset of the project points into it. */
  text: string;
  zones: readonly ZoneRun[];
  issues: readonly Issue[];
}

/** Which string a row's offsets point into: the article's `text`, or a JSONL record's `title`. */
export type Field = "text" | "title";
