import {existsSync, readdirSync} from "node:fs";
import {basename, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import type {Report} from "../report/build-report.ts";
import {describeRunError} from "./cell-error.ts";
import type {Command} from "./command.ts";
import {CliError, describeError, type ExitCode, misuse} from "./failure.ts";
import {parseCommand} from "./parse.ts";
import {type Progress, startProgress} from "./progress.ts";
import {exitCodeOf, readInputs} from "./read-inputs.ts";

/** The project's own notebooks, beside dist/ in an installed package and beside src/ in a clone. */
const NOTEBOOKS = fileURLToPath(new URL("../../notebooks/", import.meta.url));

export const report: Command = {
  help: `variorum report INPUT... -o DIR [--charts] [--excerpts]

Runs the project's notebooks over the articles in files and folders and writes one HTML page each, and index.html, into DIR.
The pages need nothing else: they can be read offline and sent as files.

Options:
  -o, --output DIR  the folder to write into; made if missing
  --charts          write each chart as .vl.json and .svg too
  --excerpts        quote excerpts instead of whole texts, for reports on articles that may not be passed on
  -h, --help        show this

Exit codes: 0 done; 1 failed, or nothing could be read; 2 wrong usage; 3 done, some inputs skipped.
`,
  async run(args): Promise<ExitCode> {
    const {values, positionals} = parseCommand("report", args, {
      output: {type: "string", short: "o"},
      charts: {type: "boolean", default: false},
      excerpts: {type: "boolean", default: false},
    });
    if (values.output === undefined) throw misuse("No folder to write into: name one with -o.", "report");
    const progress = startProgress();
    try {
      const corpus = await readInputs("report", positionals, progress);
      // Cells run in the notebooks' folder: the same words stand in the report wherever the project lies.
      const inputs = positionals.map((input) => relative(NOTEBOOKS, resolve(input)).split("\\").join("/"));
      const parameters = {
        corpus: inputs.length === 1 ? inputs[0] : inputs,
        ...(values.excerpts ? {excerpts: true} : {}),
      };
      const note = corpus.articles.length === 1 ? "1 article" : `${corpus.articles.length} articles`;
      const reports: Report[] = [];
      for (const path of await listNotebooks()) reports.push(await buildOne(path, parameters, note, progress));
      const charts = values.charts ? reports.flatMap(chartFilesOf) : [];
      await writeAll(values.output, Object.fromEntries([...(await pagesOf(reports, note)), ...charts]));
      return exitCodeOf(corpus);
    } finally {
      progress.end();
    }
  },
};

/** The notebooks that make a report: all but those that say of themselves that they do not, such as the one to start with. */
async function listNotebooks(): Promise<string[]> {
  const {readNotebook} = await import("../notebook/notebook.ts");
  const names = existsSync(NOTEBOOKS) ? readdirSync(NOTEBOOKS).filter((name) => name.endsWith(".ipynb")) : [];
  if (names.length === 0) throw new CliError(`the project's notebooks are missing from ${NOTEBOOKS}; install it again`);
  const makesReport = (path: string) => {
    const own = readNotebook(path).metadata["variorum"];
    return !(typeof own === "object" && own !== null && "report" in own && own.report === false);
  };
  return names
    .sort()
    .map((name) => join(NOTEBOOKS, name))
    .filter(makesReport);
}

async function buildOne(
  path: string,
  parameters: Record<string, unknown>,
  note: string,
  progress: Progress,
): Promise<Report> {
  const [{readNotebook}, {runNotebook}, {buildReport}, {editionStyle}] = await Promise.all([
    import("../notebook/notebook.ts"),
    import("../notebook/run.ts"),
    import("../report/build-report.ts"),
    import("../apparatus/style.ts"),
  ]);
  const name = basename(path, ".ipynb");
  const onCell = (cell: number, cells: number) => progress.step(`${name}: cell ${cell} of ${cells}`);
  const {notebook, error} = await runNotebook(readNotebook(path), {path, parameters, onCell});
  if (error !== null) throw new CliError(`no report was written: ${describeRunError(`${name}.ipynb`, error)}`);
  const warn = (message: string) => progress.note(`variorum: ${name}: ${message}`);
  return buildReport(notebook, {name, note, styles: [editionStyle()], warn});
}

type File = [name: string, content: string];

async function pagesOf(reports: readonly Report[], note: string): Promise<File[]> {
  const [{buildIndex}, {editionStyle}] = await Promise.all([
    import("../report/index-page.ts"),
    import("../apparatus/style.ts"),
  ]);
  const index = buildIndex(reports, {title: `Reports on ${note}`, note, styles: [editionStyle()]});
  return [...reports.map(({name, html}): File => [`${name}.html`, html]), ["index.html", index]];
}

function chartFilesOf({charts}: Report): File[] {
  return charts.flatMap(({name, spec, svg}): File[] => [
    [`${name}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`],
    [`${name}.svg`, svg],
  ]);
}

/** All pages are made before the first is written: no report is ever half there. */
async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const {writeFiles} = await import("../report/write-files.ts");
  try {
    await writeFiles(folder, files);
  } catch (error) {
    throw new CliError(`cannot write into ${folder}: ${describeError(error)}`, {cause: error});
  }
}
