import {dirname, resolve} from "node:path";
import type {NotebookRunOptions} from "../notebook/run.ts";
import {describeRunError} from "./cell-error.ts";
import type {Command} from "./command.ts";
import {CliError, EXIT, misuse} from "./failure.ts";
import {parseCommand, parseParameter} from "./parse.ts";
import {startProgress} from "./progress.ts";

export const notebook: Command = {
  help: `variorum notebook run FILE.ipynb... [--stale] [--parameter NAME=VALUE] [--timeout SECONDS]
variorum notebook status FILE.ipynb...

run: runs all cells of each notebook, without a browser or Python, and writes the outputs into the file. It stops at the first
error of a notebook, writes what there is, and exits with 1. Each cell's metadata keep hashes of what its outputs came from.

status: lists the cells that are stale, and why, one a line: their source, a cell above that they rest on, a file that they read,
or the version of Node or of a package changed since "notebook run" ran them. A cell rests on all cells above that share a name
with it. What native code, worker threads or child processes read is not seen.

Options:
  --stale                 run only the stale cells. A fresh session knows no names: the cells above that a stale one rests on run
                          too, but their outputs stay
  --parameter NAME=VALUE  set a name that the cell tagged "parameters" declares; VALUE is JSON, else text; may be repeated
  --timeout SECONDS       how long one cell may take; by default as long as it likes
  -h, --help              show this
`,
  async run(args) {
    const {values, positionals} = parseCommand("notebook", args, {
      parameter: {type: "string", multiple: true},
      timeout: {type: "string"},
      stale: {type: "boolean"},
    });
    const [action, ...files] = positionals;
    if (action !== "run" && action !== "status")
      throw misuse(`notebook wants "run" or "status", not "${action ?? ""}".`, "notebook");
    if (files.length === 0) throw misuse("No notebook named.", "notebook");
    if (action === "status") {
      for (const file of files) await listStale(file);
      return EXIT.done;
    }
    const {stale = false, timeout, parameter = []} = values;
    const options = {
      parameters: Object.fromEntries(parameter.map((text) => parseParameter("notebook", text))),
      ...(timeout === undefined ? {} : {timeoutSeconds: parseSeconds(timeout)}),
      stale,
    };
    const failures: string[] = [];
    for (const file of files) {
      const failure = await runFile(file, options);
      if (failure !== null) failures.push(failure);
    }
    if (failures.length > 0) throw new CliError(failures.join("\nvariorum: "));
    return EXIT.done;
  },
};

async function listStale(path: string): Promise<void> {
  const [{readNotebook}, {findStale, readGraph}] = await Promise.all([
    import("../notebook/notebook.ts"),
    import("../notebook/staleness.ts"),
  ]);
  const stale = findStale(readGraph(readNotebook(path).cells, dirname(resolve(path))));
  for (const [index, why] of stale) process.stdout.write(`${path}: cell ${index + 1}: ${why}\n`);
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw misuse(`--timeout wants seconds above 0, not "${text}".`, "notebook");
  return seconds;
}

/** Runs one notebook and writes its outputs; the lines that tell of its first error, or null. */
async function runFile(path: string, options: NotebookRunOptions): Promise<string | null> {
  const [{readNotebook, writeNotebook}, {runNotebook}] = await Promise.all([
    import("../notebook/notebook.ts"),
    import("../notebook/run.ts"),
  ]);
  const progress = startProgress();
  progress.step(path);
  const run = await runNotebook(readNotebook(path), {
    ...options,
    path,
    record: true,
    renderSvg: async (spec) => (await import("../charts/render.ts")).renderSvg(spec),
    dressChart: async (spec) => (await import("../charts/render.ts")).dressChart(spec),
    onCell: (cell, cells) => progress.step(`${path}: cell ${cell} of ${cells}`),
  }).finally(progress.end);
  writeNotebook(path, run.notebook);
  return run.error && describeRunError(path, run.error);
}
