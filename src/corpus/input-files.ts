import {readdirSync, readFileSync, statSync} from "node:fs";
import {basename, extname, join, relative} from "node:path";

/** An input that was left out: which file (and record), what is wrong, what to do. */
export interface Skipped {
  path: string;
  reason: string;
}

/** A file to read, with the name that its article gets: relative to the input folder, ending included. */
export interface InputFile {
  path: string;
  name: string;
}

const READABLE = new Set([".txt", ".text", ".md", ".jsonl", ".ndjson"]);
const NO_ARTICLE = /^(?:readme|license|licence|changelog|contributing|notice)\b/iu;
/** What is known of the articles beside them; a shell names them too where it writes out "folder/*". */
const SIDE_FILES = new Set(["articles.csv", "corrections.csv"]);
/** More than any article or corpus in memory should hold; a larger file is almost surely something else. */
const MAX_BYTES = 512 * 1024 * 1024;

/** Lists the article files of inputs (files or folders, folders all the way down), sorted by name so that order never depends on the disk. */
export function listInputFiles(inputs: readonly string[]): {files: InputFile[]; skipped: Skipped[]} {
  const files: InputFile[] = [];
  const skipped: Skipped[] = [];
  for (const input of inputs) {
    const stat = statSync(input, {throwIfNoEntry: false});
    if (!stat) skipped.push({path: input, reason: "no such file or folder; check the path"});
    else if (stat.isDirectory()) files.push(...listFolder(input, input));
    else if (!SIDE_FILES.has(basename(input))) files.push({path: input, name: basename(input)});
  }
  return {files, skipped};
}

function listFolder(root: string, folder: string): InputFile[] {
  const entries = readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".")) return [];
    if (entry.isDirectory()) return listFolder(root, path);
    if (!READABLE.has(extname(entry.name).toLowerCase()) || NO_ARTICLE.test(entry.name)) return [];
    return [{path, name: relative(root, path).split("\\").join("/")}];
  });
}

/** No line of an article is this long, in UTF-16 code units; longer ones are data, and would take the reading rules minutes. */
const MAX_LINE = 20_000_000;

/** The reason to leave a text out that has a line longer than any article's; null where all lines are fine. */
export function findLongLine(text: string): string | null {
  for (let start = 0, line = 1; start <= text.length; line++) {
    const end = text.indexOf("\n", start);
    const length = (end < 0 ? text.length : end) - start;
    if (length > MAX_LINE)
      return `line ${line} has ${Math.round(length / 1e6)} million characters, so it is no article; break its lines or remove it`;
    if (end < 0) break;
    start = end + 1;
  }
  return null;
}

const decoder = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});

/**
 * Reads a file as UTF-8 text, byte-order mark kept so that offsets stay those of the file. Returns a reason instead of a text for
 * what is no UTF-8 text: never throws for what a file contains.
 */
export function readText(path: string): {text: string} | {reason: string} {
  let bytes: Buffer;
  try {
    const {size} = statSync(path);
    if (size > MAX_BYTES)
      return {reason: `${Math.round(size / 2 ** 20)} MB is more than the 512 MB that are read; split it`};
    bytes = readFileSync(path);
  } catch (error) {
    return {
      reason: `cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown error"}); check its permissions`,
    };
  }
  if (bytes.length === 0) return {reason: "empty file; put the article's text in it or remove it"};
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return {reason: "UTF-16 text; save it as UTF-8"};
  try {
    const text = decoder.decode(bytes);
    if (text.includes("\0")) return {reason: "binary file, no text; remove it or convert it to UTF-8 text"};
    if (!text.trim()) return {reason: "nothing but white space; put the article's text in it or remove it"};
    return {text};
  } catch {
    const binary = bytes.subarray(0, 8192).includes(0);
    return {
      reason: binary
        ? "binary file, no text; remove it or convert it to UTF-8 text"
        : "not UTF-8 (Latin-1 or Windows-1252?); save it as UTF-8",
    };
  }
}
