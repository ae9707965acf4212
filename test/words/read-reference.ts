import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";

/** A table of test/words/reference, its cells as text. */
export function readReference(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(`reference/${name}`, import.meta.url)), {columns: true}) as Record<
    string,
    string
  >[];
}
