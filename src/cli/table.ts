import {extname} from "node:path";
import {TABLES} from "../tables/catalog.ts";
import {FORMATS, type Format, writeTable, writeTableFile} from "../tables/write-table.ts";
import type {Command} from "./command.ts";
import {CliError, describeError, misuse} from "./failure.ts";
import {parseChoice, parseCommand} from "./parse.ts";
import {startProgress} from "./progress.ts";
import {exitCodeOf, readInputs} from "./read-inputs.ts";

const names = Object.entries(TABLES)
  .map(([name, {schema}]) => `  ${name.padEnd(12)}one row each ${schema.row}`)
  .join("\n");

export const table: Command = {
  help: `variorum table TABLE INPUT... [--format text|ndjson|csv|parquet] [-o FILE]

Reads articles from files and folders and writes one table to stdout, or to FILE.

Tables:
${names}

Options:
  --format FORMAT   text, ndjson, csv or parquet; by default text on a terminal, as FILE's ending says
                    with -o, ndjson otherwise
  -o, --output FILE write a file instead of stdout
  -h, --help        show this

Exit codes: 0 done; 1 failed, or nothing could be read; 2 wrong usage; 3 done, some inputs skipped.
`,
  async run(args) {
    const {values, positionals} = parseCommand("table", args, {
      format: {type: "string"},
      output: {type: "string", short: "o"},
    });
    const [name, ...inputs] = positionals;
    if (name === undefined) throw misuse("No table named.", "table");
    const known = Object.keys(TABLES);
    const chosen = TABLES[parseChoice("table", "Table", name, known)]!;
    const format = chooseFormat(values.format, values.output);
    const progress = startProgress();
    try {
      const corpus = await readInputs("table", inputs, progress);
      progress.step(`making the table of ${name}`);
      const rows = await chosen.rows(corpus);
      if (values.output === undefined) {
        progress.end();
        await writeTable(chosen.schema, rows, format, process.stdout, process.stdout.columns);
      } else await writeOutput(values.output, (path) => writeTableFile(chosen.schema, rows, format, path));
      return exitCodeOf(corpus);
    } finally {
      progress.end();
    }
  },
};

async function writeOutput(path: string, write: (path: string) => Promise<void>): Promise<void> {
  try {
    await write(path);
  } catch (error) {
    throw new CliError(`cannot write ${path}: ${describeError(error)}`, {cause: error});
  }
}

const ENDINGS: Record<string, Format> = {".csv": "csv", ".parquet": "parquet", ".txt": "text"};

function chooseFormat(format: string | undefined, output: string | undefined): Format {
  if (format !== undefined) {
    const chosen = parseChoice("table", "Format", format, FORMATS);
    if (chosen === "parquet" && output === undefined && process.stdout.isTTY)
      throw misuse("Parquet is no text: name a file with -o.", "table");
    return chosen;
  }
  if (output !== undefined) return ENDINGS[extname(output).toLowerCase()] ?? "ndjson";
  return process.stdout.isTTY ? "text" : "ndjson";
}
