import {findLongLine} from "./input-files.ts";
import type {Known} from "./metadata.ts";

/** One line of a JSONL corpus, checked. */
export interface ArticleRecord {
  id: string;
  text: string;
  known: Known;
}

/**
 * Parses one line of a JSONL corpus: {id, outlet, title, published, text}, of which `text` must be there. Returns the reason
 * instead where a line is no such record.
 */
export function parseRecord(line: string, fallbackId: string): ArticleRecord | {reason: string} {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return {reason: 'no JSON; each line must be one record like {"id": ..., "text": ...}'};
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return {reason: 'no JSON object; each line must be one record like {"id": ..., "text": ...}'};
  const record = value as Record<string, unknown>;
  const string = (key: string) => (typeof record[key] === "string" && record[key].trim() ? record[key] : undefined);
  const text = string("text");
  if (text === undefined) return {reason: 'record without "text"; give it the article\'s text or remove it'};
  const tooLong = findLongLine(text);
  if (tooLong !== null) return {reason: tooLong};
  const id = string("id") ?? (typeof record["id"] === "number" ? String(record["id"]) : fallbackId);
  const known: Known = {};
  for (const key of ["outlet", "title", "published", "updated", "link"] as const) {
    const found = string(key);
    if (found !== undefined) known[key] = key === "published" || key === "updated" ? trimMidnight(found) : found;
  }
  return {id, text, known};
}

/** Feeds write midnight for "no time known". */
const trimMidnight = (date: string) => date.replace(/T00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?$/u, "");
