import {dirname, resolve} from "node:path";
import {Deadline} from "../kernel/session/deadline.ts";
import {LANGUAGE} from "../kernel/session/language.ts";
import {compileCell} from "../kernel/session/rewrite.ts";
import {createSession, type Session, type SessionOptions} from "../kernel/session/session.ts";
import type {ErrorReport} from "../kernel/session/traceback.ts";
import {type Cell, type CodeCell, makeId, type Notebook, NotebookError} from "./notebook.ts";
import {type Displays, OutputCollector} from "./outputs.ts";

export type NotebookRunOptions = {
  /** The notebook's file: errors name it, and its folder is the one from which cells import. */
  path?: string;
  /** Values for names that the cell tagged `parameters` declares. They must survive JSON. */
  parameters?: Readonly<Record<string, unknown>>;
  /** How long one cell may take. */
  timeoutSeconds?: number;
  /** Told before each code cell: its place among them, from 1, and how many there are. */
  onCell?: (cell: number, cells: number) => void;
} & Pick<SessionOptions, "renderSvg" | "dressChart" | "builtIn" | "ownPackage" | "folder">;

export type NotebookRun = {
  /** The notebook with the outputs of this run, and of no other. */
  notebook: Notebook;
  /** The error at which the run stopped, with the number of its code cell from 1. */
  error: (ErrorReport & {cell: number}) | null;
};

/**
 * Runs all code cells of a notebook in this process, in a session of their own, and stops at the first error. The notebook
 * that was handed in stays as it is.
 *
 * @throws NotebookError for parameters that the notebook does not have
 */
export async function runNotebook(notebook: Notebook, options: NotebookRunOptions = {}): Promise<NotebookRun> {
  const cells = injectParameters(notebook, options).map(clearCell);
  const code = cells.filter((cell) => cell.cell_type === "code");
  const displays: Displays = new Map();
  const collectors = code.map(() => new OutputCollector(displays));
  let error: NotebookRun["error"] = null;
  const {path, parameters: _, timeoutSeconds, onCell, ...given} = options;
  const session = createSession({
    ...given,
    ...(path === undefined ? {} : {notebook: resolve(path), folder: options.folder ?? dirname(resolve(path))}),
    onEvent: (event, cell) => {
      collectors[cell - 1]?.add(event, cell);
      if (event.type === "error")
        error ??= {ename: event.ename, evalue: event.evalue, traceback: event.traceback, cell};
    },
  });
  const deadline = timeoutSeconds === undefined ? null : new Deadline(session, timeoutSeconds);
  // As Jupyter does it: relative paths in cells start at the notebook's folder.
  const cwd = process.cwd();
  if (path !== undefined) process.chdir(dirname(resolve(path)));
  for (const [index, cell] of code.entries()) {
    if (error) break;
    onCell?.(index + 1, code.length);
    if (cell.source.trim() !== "") {
      await runCell(session, cell, index + 1, deadline);
      cell.execution_count = index + 1;
    }
  }
  // An error in a timer or a rejection that nobody handles shows itself a turn later.
  await new Promise((done) => setImmediate(done));
  await deadline?.close();
  process.chdir(cwd);
  for (const [index, cell] of code.entries()) cell.outputs = collectors[index]?.outputs ?? [];
  return {notebook: {...notebook, cells, metadata: withLanguage(notebook.metadata)}, error};
}

async function runCell(session: Session, cell: CodeCell, number: number, deadline: Deadline | null): Promise<void> {
  deadline?.start();
  await session.run(cell.source, {cell: number});
  deadline?.stop();
}

function clearCell(cell: Cell): Cell {
  if (cell.cell_type !== "code") return {...cell};
  return {...cell, outputs: [], execution_count: null};
}

const KERNEL = {name: "variorum", display_name: "TypeScript (Variorum)", language: "typescript"};

const withLanguage = (metadata: Record<string, unknown>) => ({
  kernelspec: KERNEL,
  language_info: LANGUAGE,
  ...metadata,
});

const tagsOf = (cell: Cell): unknown[] => (Array.isArray(cell.metadata["tags"]) ? cell.metadata["tags"] : []);

/** Puts a cell with the given values after the one tagged `parameters`, in place of what an earlier run put there. */
function injectParameters(notebook: Notebook, {parameters = {}, path}: NotebookRunOptions): Cell[] {
  const names = Object.keys(parameters);
  const cells = notebook.cells.filter((cell) => !tagsOf(cell).includes("injected-parameters"));
  if (names.length === 0) return cells;
  const at = cells.findIndex((cell) => cell.cell_type === "code" && tagsOf(cell).includes("parameters"));
  const name = path ?? "the notebook";
  if (at < 0) throw new NotebookError(`${name}: has no cell tagged "parameters", so it takes none`);
  const declared = [...compileCell(cells[at]?.source ?? "", () => false).declared.keys()];
  const unknown = names.filter((n) => !declared.includes(n));
  if (unknown.length > 0)
    throw new NotebookError(`${name}: has no parameter ${unknown.join(", ")}; it has ${declared.join(", ")}`);
  const source = names.map((n) => `const ${n} = ${JSON.stringify(parameters[n])};`).join("\n");
  const injected: CodeCell = {
    cell_type: "code",
    id: makeId(source, new Set(cells.map((cell) => cell.id))),
    source: `// Parameters\n${source}`,
    metadata: {tags: ["injected-parameters"]},
    execution_count: null,
    outputs: [],
  };
  return cells.toSpliced(at + 1, 0, injected);
}
