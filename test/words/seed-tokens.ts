import {readdirSync, readFileSync} from "node:fs";
import {readTokens} from "../../src/text/tokens.ts";

const seeds = new URL("../../seeds/", import.meta.url);

/** The words of each seed, furniture included, under the first three characters of its name: what the reference numbers count. */
export function readSeedTokens(): Map<string, string[]> {
  const files = readdirSync(seeds).filter((name) => /^\d{3}_.*\.txt$/.test(name));
  return new Map(
    files.sort().map((name) => {
      const text = readFileSync(new URL(name, seeds), "utf8");
      return [name.slice(0, 3), readTokens(text).map((token) => token.word)];
    }),
  );
}
