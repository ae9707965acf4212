import {createHash} from "node:crypto";
import {readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";

/** What a code cell put out, as nbformat stores it. Text is one string here, and a list of lines in the file. */
export type Output =
  | {output_type: "stream"; name: "stdout" | "stderr"; text: string}
  | {output_type: "display_data"; data: Record<string, unknown>; metadata: Record<string, unknown>}
  | {
      output_type: "execute_result";
      data: Record<string, unknown>;
      metadata: Record<string, unknown>;
      execution_count: number | null;
    }
  | {output_type: "error"; ename: string; evalue: string; traceback: string[]};

type CellBase = {id: string; source: string; metadata: Record<string, unknown>};
export type CodeCell = CellBase & {cell_type: "code"; execution_count: number | null; outputs: Output[]};
export type TextCell = CellBase & {cell_type: "markdown" | "raw"; attachments?: Record<string, unknown>};
export type Cell = CodeCell | TextCell;

export type Notebook = {cells: Cell[]; metadata: Record<string, unknown>; nbformat: 4; nbformat_minor: number};

/** A notebook file that is none; the message names the file and what is wrong with it, in one line. */
export class NotebookError extends Error {
  override name = "NotebookError";
}

/**
 * Reads a notebook of nbformat 4.x; cells without an id (before 4.5) get one.
 *
 * @throws NotebookError for a missing file, for what is no JSON, and for what is no notebook of version 4
 */
export function readNotebook(path: string): Notebook {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new NotebookError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? "error"})`, {
      cause: error,
    });
  }
  return parseNotebook(text, path);
}

/**
 * Checks the text of an .ipynb file and gives its cells.
 *
 * @param name what errors call the notebook
 * @throws NotebookError as `readNotebook`
 */
export function parseNotebook(text: string, name = "notebook"): Notebook {
  const fail = (why: string): never => {
    throw new NotebookError(`${name}: ${why}`);
  };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return fail("is not JSON; a notebook ends in .ipynb and is saved by Jupyter");
  }
  if (!isRecord(json)) return fail("is JSON, but no notebook");
  const {nbformat, nbformat_minor: minor, metadata, cells} = json;
  if (nbformat !== 4) return fail(`has nbformat ${JSON.stringify(nbformat) ?? "none"}; 4 is what can be read`);
  if (!Array.isArray(cells)) return fail("has no list of cells");
  const read = cells.map((cell: unknown, index) => readCell(cell, index, fail));
  const ids = new Set<string>();
  for (const [index, cell] of read.entries()) {
    if (cell.id === "" || ids.has(cell.id)) cell.id = makeId(`${index}\n${cell.source}`, ids);
    ids.add(cell.id);
  }
  const version = typeof minor === "number" ? Math.max(minor, 5) : 5;
  return {cells: read, metadata: isRecord(metadata) ? metadata : {}, nbformat: 4, nbformat_minor: version};
}

/** An id for a cell that follows from what it holds, so that a notebook written twice is the same twice. */
export function makeId(seed: string, taken: ReadonlySet<string> = new Set()): string {
  for (let n = 0; ; n++) {
    const id = createHash("sha256").update(`${n}\n${seed}`).digest("hex").slice(0, 8);
    if (!taken.has(id)) return id;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Fail = (why: string) => never;

function readCell(cell: unknown, index: number, fail: Fail): Cell {
  const where = `cell ${index + 1}`;
  if (!isRecord(cell)) return fail(`${where} is no object`);
  const {cell_type: type, source, metadata, id} = cell;
  const base = {
    id: typeof id === "string" && /^[\w-]{1,64}$/.test(id) ? id : "",
    source: joinLines(source) ?? fail(`${where} has no source`),
    metadata: isRecord(metadata) ? metadata : {},
  };
  if (type === "markdown" || type === "raw")
    return {...base, cell_type: type, ...(isRecord(cell["attachments"]) ? {attachments: cell["attachments"]} : {})};
  if (type !== "code") return fail(`${where} is of the unknown type ${JSON.stringify(type) ?? "none"}`);
  const count = cell["execution_count"];
  const outputs = Array.isArray(cell["outputs"]) ? cell["outputs"] : [];
  return {
    ...base,
    cell_type: "code",
    execution_count: typeof count === "number" ? count : null,
    outputs: outputs.map((output: unknown) => readOutput(output, where, fail)),
  };
}

/** A text of nbformat, which is a string or a list of lines; null for anything else. */
function joinLines(value: unknown): string | null {
  if (typeof value === "string") return value;
  return Array.isArray(value) && value.every((line) => typeof line === "string") ? value.join("") : null;
}

function readOutput(output: unknown, where: string, fail: Fail): Output {
  if (!isRecord(output)) return fail(`${where} has an output that is no object`);
  const {output_type: type, name, text, data, metadata, execution_count: count, ename, evalue, traceback} = output;
  const bundle = () => ({
    data: Object.fromEntries(
      Object.entries(isRecord(data) ? data : {}).map(([t, v]) => [t, isJsonType(t) ? v : joinLines(v)]),
    ),
    metadata: isRecord(metadata) ? metadata : {},
  });
  switch (type) {
    case "stream":
      return {output_type: type, name: name === "stderr" ? "stderr" : "stdout", text: joinLines(text) ?? ""};
    case "display_data":
      return {output_type: type, ...bundle()};
    case "execute_result":
      return {output_type: type, ...bundle(), execution_count: typeof count === "number" ? count : null};
    case "error":
      return {
        output_type: type,
        ename: String(ename),
        evalue: String(evalue),
        traceback: Array.isArray(traceback) ? traceback.map(String) : [],
      };
    default:
      return fail(`${where} has an output of the unknown type ${JSON.stringify(type) ?? "none"}`);
  }
}

const isJsonType = (type: string): boolean => /^application\/(?:.*\+)?json$/.test(type);

/** The notebook as Jupyter would write it: keys sorted, one space of indentation, texts as lists of lines. */
export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: splitLines(cell.source),
    ...(cell.cell_type === "code" ? {outputs: cell.outputs.map(splitOutput)} : {}),
  }));
  return `${JSON.stringify(sortKeys({...notebook, cells}), null, 1)}\n`;
}

/** Writes a notebook beside its place and then moves it there, so that no reader ever sees half of it. */
export function writeNotebook(path: string, notebook: Notebook): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, formatNotebook(notebook));
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, {force: true});
    throw error;
  }
}

const splitLines = (text: string): string[] => (text === "" ? [] : text.split(/(?<=\n)/));

function splitOutput(output: Output): Record<string, unknown> {
  if (output.output_type === "stream") return {...output, text: splitLines(output.text)};
  if (output.output_type === "error") return output;
  const isText = (type: string, value: unknown) =>
    typeof value === "string" && !/^image\/(?!svg)/.test(type) && !isJsonType(type);
  const data = Object.entries(output.data).map(([t, v]) => [t, isText(t, v) ? splitLines(v as string) : v]);
  return {...output, data: Object.fromEntries(data) as Record<string, unknown>};
}

/** The same value with the keys of its objects in order. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys(value[key])]),
  );
}
