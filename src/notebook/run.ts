import {dirname, resolve} from "node:path";
import {Deadline} from "../kernel/session/deadline.ts";
import {LANGUAGE} from "../kernel/session/language.ts";
import {compileCell} from "../kernel/session/rewrite.ts";
import {createSession, type Session, type SessionOptions} from "../kernel/session/session.ts";
import type {ErrorReport} from "../kernel/session/traceback.ts";
import {type Cell, type CodeCell, makeId, type Notebook, NotebookError} from "./notebook.ts";
import {type Displays, OutputCollector} from "./outputs.ts";
import {hashReads, type ReadFiles} from "./reads.ts";
import {type CellGraph, findStale, forgetRun, readGraph, recordRun} from "./staleness.ts";

export type NotebookRunOptions = {
  /** The notebook's file: errors name it, and its folder is the one from which cells import. */
  path?: string;
  /** Values for names that the cell tagged `parameters` declares. They must survive JSON. */
  parameters?: Readonly<Record<string, unknown>>;
  /** How long one cell may take. */
  timeoutSeconds?: number;
  /** Told before each code cell: its place among them, from 1, and how many there are. */
  onCell?: (cell: number, cells: number) => void;
  /** Notes in each cell's metadata what its outputs came from, so that a later run can tell whether it is stale. */
  record?: boolean;
  /**
   * Runs again only cells that are stale. The cells above that they rest on run too, since a fresh session knows no name, but
   * their outputs stay. Implies `record`.
   */
  stale?: boolean;
} & Pick<SessionOptions, "renderSvg" | "dressChart" | "builtIn" | "ownPackage" | "folder">;

export type NotebookRun = {
  /** The notebook with the outputs of this run, and of no other. */
  notebook: Notebook;
  /** The error at which the run stopped, with the number of its code cell from 1. */
  error: (ErrorReport & {cell: number}) | null;
};

/**
 * Runs the code cells of a notebook in this process, in a session of their own, and stops at the first error. The notebook that
 * was handed in stays as it is.
 *
 * @throws NotebookError for parameters that the notebook does not have
 */
export async function runNotebook(notebook: Notebook, options: NotebookRunOptions = {}): Promise<NotebookRun> {
  const {path, parameters: _, timeoutSeconds, onCell, record: __, stale: ___, ...given} = options;
  const plan = planRun(notebook, options);
  const {cells, code, folder} = plan;
  const displays: Displays = new Map();
  const collectors = code.map(() => new OutputCollector(displays));
  let error: NotebookRun["error"] = null;
  const session = createSession({
    ...given,
    ...(path === undefined ? {} : {notebook: resolve(path), folder: options.folder ?? folder}),
    onEvent: (event, cell) => {
      collectors[cell - 1]?.add(event, cell);
      if (event.type === "error")
        error ??= {ename: event.ename, evalue: event.evalue, traceback: event.traceback, cell};
    },
  });
  const deadline = timeoutSeconds === undefined ? null : new Deadline(session, timeoutSeconds);
  // As Jupyter does it: relative paths in cells start at the notebook's folder.
  const cwd = process.cwd();
  process.chdir(folder);
  for (const index of plan.needed) {
    if (error) break;
    const cell = code[index] as CodeCell;
    onCell?.(index + 1, code.length);
    if (cell.source.trim() === "") continue;
    const run = () => runCell(session, cell, index + 1, deadline);
    plan.files.set(index, plan.graph ? await hashReads(run, folder) : await run().then(() => ({})));
  }
  // An error in a timer or a rejection that nobody handles shows itself a turn later.
  await new Promise((done) => setImmediate(done));
  await deadline?.close();
  process.chdir(cwd);
  keepOutputs(plan, collectors);
  return {notebook: {...notebook, cells, metadata: withLanguage(notebook.metadata)}, error};
}

type Plan = {
  cells: Cell[];
  code: CodeCell[];
  folder: string;
  /** Where cells are to be remembered. */
  graph: CellGraph | null;
  /** The cells that run, in order, and those of them whose outputs are wanted; by their place in `code`. */
  needed: number[];
  wanted: Set<number>;
  /** What each cell that ran had read. */
  files: Map<number, ReadFiles>;
};

function planRun(notebook: Notebook, options: NotebookRunOptions): Plan {
  const {path, stale = false, record = stale} = options;
  const cells = injectParameters(notebook, options).map((cell) => (stale ? {...cell} : clearCell(cell)));
  const code = cells.filter((cell) => cell.cell_type === "code");
  const folder = path === undefined ? process.cwd() : dirname(resolve(path));
  const graph = record ? readGraph(code, folder) : null;
  const wanted = new Set(graph && stale ? findStale(graph).keys() : code.keys());
  const needed = new Set([...wanted].flatMap((index) => [index, ...(graph?.links[index] ?? [])]));
  return {cells, code, folder, graph, wanted, needed: [...needed].sort((a, b) => a - b), files: new Map()};
}

/** Cells that only had to give their names keep the outputs that they had, unless those say something new. */
function keepOutputs({code, graph, wanted, files}: Plan, collectors: readonly OutputCollector[]): void {
  const asked = new Set(collectors.filter((_, index) => wanted.has(index)));
  for (const [index, read] of files) {
    const [cell, collector] = [code[index] as CodeCell, collectors[index] as OutputCollector];
    const failed = collector.outputs.some(({output_type}) => output_type === "error");
    if (!failed && !asked.has(collector) && ![...collector.updatedBy].some((other) => asked.has(other))) continue;
    cell.outputs = collector.outputs;
    cell.execution_count = index + 1;
    cell.metadata = forgetRun(cell.metadata);
    if (graph && !failed) recordRun(index, read, graph);
  }
}

async function runCell(session: Session, cell: CodeCell, number: number, deadline: Deadline | null): Promise<void> {
  deadline?.start();
  await session.run(cell.source, {cell: number});
  deadline?.stop();
}

function clearCell(cell: Cell): Cell {
  if (cell.cell_type !== "code") return {...cell};
  return {...cell, metadata: forgetRun(cell.metadata), outputs: [], execution_count: null};
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
