import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {type Article, readCorpus} from "../../src/index.ts";

export const root = join(import.meta.dirname, "../..");

/** The five seed articles as the project reads them. */
export const seeds: readonly Article[] = readCorpus(join(root, "seeds")).articles;

/** A gold table of the seeds. */
export function readGold(name: string): Record<string, string>[] {
  return parse(readFileSync(join(root, "test/gold/seeds", name), "utf8"), {columns: true}) as Record<string, string>[];
}
