import {describeRunError} from "./cell-error.ts";
import type {Command} from "./command.ts";
import {CliError, EXIT, misuse} from "./failure.ts";
import {parseCommand, parseParameter} from "./parse.ts";
import {startProgress} from "./progress.ts";

export const notebook: Command = {
  help: `variorum notebook run FILE.ipynb... [--parameter NAME=VALUE] [--timeout SECONDS]

Runs all cells of each notebook, without a browser or Python, and writes the outputs into the file. It stops at the first
error of a notebook, writes what there is, and exits with 1.

Options:
  --parameter NAME=VALUE  set a name that the cell tagged "parameters" declares; VALUE is JSON, else text; may be repeated
  --timeout SECONDS       how long one cell may take; by default as long as it likes
  -h, --help              show this
`,
  async run(args) {
    const {values, positionals} = parseCommand("notebook", args, {
      parameter: {type: "string", multiple: true},
      timeout: {type: "string"},
    });
    const [action, ...files] = positionals;
    if (action !== "run") throw misuse(`notebook wants "run", not "${action ?? ""}".`, "notebook");
    if (files.length === 0) throw misuse("No notebook named.", "notebook");
    const parameters = Object.fromEntries((values.parameter ?? []).map((text) => parseParameter("notebook", text)));
    const seconds = values.timeout === undefined ? undefined : parseSeconds(values.timeout);
    const failures: string[] = [];
    for (const file of files) {
      const failure = await runFile(file, parameters, seconds);
      if (failure !== null) failures.push(failure);
    }
    if (failures.length > 0) throw new CliError(failures.join("\nvariorum: "));
    return EXIT.done;
  },
};

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw misuse(`--timeout wants seconds above 0, not "${text}".`, "notebook");
  return seconds;
}

/** Runs one notebook and writes its outputs; the lines that tell of its first error, or null. */
async function runFile(
  path: string,
  parameters: Record<string, unknown>,
  timeoutSeconds: number | undefined,
): Promise<string | null> {
  const [{readNotebook, writeNotebook}, {runNotebook}] = await Promise.all([
    import("../notebook/notebook.ts"),
    import("../notebook/run.ts"),
  ]);
  const progress = startProgress();
  progress.step(path);
  const run = await runNotebook(readNotebook(path), {
    path,
    parameters,
    ...(timeoutSeconds === undefined ? {} : {timeoutSeconds}),
    renderSvg: async (spec) => (await import("../charts/render.ts")).renderSvg(spec),
    dressChart: async (spec) => (await import("../charts/render.ts")).dressChart(spec),
    onCell: (cell, cells) => progress.step(`${path}: cell ${cell} of ${cells}`),
  }).finally(progress.end);
  writeNotebook(path, run.notebook);
  return run.error && describeRunError(path, run.error);
}
