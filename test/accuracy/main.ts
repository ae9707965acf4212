// How near the project's readings come to hand-made gold, as one Markdown table.
//
//   npm run accuracy                                     the five seeds
//   npm run accuracy -- GOLD_DIR CORPUS                  any gold folder of the same form; tables that it has not are left out
//   npm run accuracy -- [GOLD_DIR CORPUS] --misses       and every difference, below the table
import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {readGold} from "./gold.ts";
import {formatMeasures} from "./measure.ts";
import {readTables} from "./readings.ts";
import {scoreReadings} from "./score.ts";

const root = resolve(import.meta.dirname, "../..");
const positionals = process.argv.slice(2).filter((argument) => argument !== "--misses");
const showMisses = process.argv.includes("--misses");
const [goldFolder, input] =
  positionals.length === 0 ? [join(root, "test/gold/seeds"), join(root, "seeds")] : positionals;
const missing = [goldFolder, input].filter((path) => path !== undefined && !existsSync(path));

if (goldFolder === undefined || input === undefined || positionals.length > 2 || goldFolder.startsWith("-")) {
  process.stderr.write("usage: npm run accuracy [-- GOLD_DIR CORPUS] [--misses]\n");
  process.exitCode = 2;
} else if (missing.length > 0) {
  process.stderr.write(`accuracy: there is no ${missing.join(" and no ")}\n`);
  process.exitCode = 1;
} else {
  const measures = scoreReadings(readGold(goldFolder), await readTables(input));
  process.stdout.write(formatMeasures(measures));
  if (showMisses)
    for (const {task, measure, misses} of measures)
      if (misses.length > 0)
        process.stdout.write(`\n${task}, ${measure}\n${misses.map((miss) => `  ${miss}\n`).join("")}`);
}
