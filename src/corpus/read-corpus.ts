import {existsSync} from "node:fs";
import {dirname, extname, join} from "node:path";
import type {Article} from "./article.ts";
import {parseArticlesCsv} from "./articles-csv.ts";
import {type Correction, parseCorrectionsCsv} from "./corrections-csv.ts";
import {findLongLine, type InputFile, listInputFiles, readText, type Skipped} from "./input-files.ts";
import {type Known, readArticle} from "./metadata.ts";
import {parseRecord} from "./records.ts";

/** The articles that were read, in order of name, and the inputs that were not. */
export interface Corpus {
  articles: Article[];
  /** What a person corrected in `corrections.csv`, row by row; that a reading stands where it says is not yet known. */
  corrections: Correction[];
  skipped: Skipped[];
}

/**
 * Reads articles from files and folders: UTF-8 text files (one article each) and JSONL files (one record a line). Never throws for
 * what an input contains: what cannot be read is listed in `skipped` with the reason, and the rest is read.
 *
 * @example
 * readCorpus("seeds").articles.map(({outlet}) => outlet) // => ["unknown", "KSL", "unknown", "NewsNation", "CBS News"]
 */
export function readCorpus(inputs: string | readonly string[]): Corpus {
  const {files, skipped} = listInputFiles(typeof inputs === "string" ? [inputs] : inputs);
  const notes = new Map<string, Map<string, Known>>();
  const articles: Article[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    const known = notesBeside(file, notes, skipped);
    for (const article of readFile(file, known, skipped)) {
      if (seen.has(article.article))
        skipped.push({
          path: file.path,
          reason: `a second article named "${article.article}"; give each file or record a name of its own`,
        });
      else articles.push(article);
      seen.add(article.article);
    }
  }
  const corrections = [...new Set(files.map(folderOf))].flatMap((folder) => correctionsIn(folder, articles, skipped));
  return {articles, corrections, skipped};
}

/** The input folder of a file: its name is relative to it. */
function folderOf({path, name}: InputFile): string {
  return name.split("/").reduce((folder) => dirname(folder), path);
}

function correctionsIn(folder: string, articles: readonly Article[], skipped: Skipped[]): Correction[] {
  const path = join(folder, "corrections.csv");
  if (!existsSync(path)) return [];
  const read = readText(path);
  if ("reason" in read) {
    skipped.push({path, reason: read.reason});
    return [];
  }
  const names = new Set(articles.map(({article}) => article));
  const isElsewhere = (name: string) => name !== "" && !names.has(name) && existsSync(join(folder, name));
  const parsed = parseCorrectionsCsv(path, read.text, articles, isElsewhere);
  skipped.push(...parsed.skipped);
  return parsed.corrections;
}

function readFile(file: InputFile, known: Map<string, Known>, skipped: Skipped[]): Article[] {
  const read = readText(file.path);
  if ("reason" in read) {
    skipped.push({path: file.path, reason: read.reason});
    return [];
  }
  const records = [".jsonl", ".ndjson"].includes(extname(file.path).toLowerCase());
  const tooLong = records ? null : findLongLine(read.text);
  if (tooLong !== null) {
    skipped.push({path: file.path, reason: tooLong});
    return [];
  }
  if (!records) return [readArticle(file.name, read.text, known.get(file.name))];
  return read.text.split("\n").flatMap((line, i) => {
    if (!line.trim()) return [];
    const record = parseRecord(i === 0 ? line.replace(/^\ufeff/, "") : line, `${file.name}:${i + 1}`);
    if ("reason" in record) {
      skipped.push({path: `${file.path}:${i + 1}`, reason: record.reason});
      return [];
    }
    return [readArticle(record.id, record.text, {...record.known, ...known.get(record.id)})];
  });
}

function notesBeside(file: InputFile, notes: Map<string, Map<string, Known>>, skipped: Skipped[]): Map<string, Known> {
  const path = join(folderOf(file), "articles.csv");
  const cached = notes.get(path);
  if (cached) return cached;
  const read = existsSync(path) ? readText(path) : {text: ""};
  if ("reason" in read) skipped.push({path, reason: read.reason});
  const parsed =
    "text" in read && read.text ? parseArticlesCsv(path, read.text) : {known: new Map<string, Known>(), skipped: []};
  skipped.push(...parsed.skipped);
  notes.set(path, parsed.known);
  return parsed.known;
}
