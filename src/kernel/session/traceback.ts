import {existsSync} from "node:fs";
import {dirname, join, relative, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {type Position, positionOf, type RunCode, writtenPosition} from "./positions.ts";
import {CellSyntaxError} from "./syntax.ts";

/** An error as Jupyter shows it. `traceback` holds the lines of the message, of the source around it, and of the stack. */
export type ErrorReport = {ename: string; evalue: string; traceback: string[]};

/** Everything that ran in this process under a name of its own, by that name: what a frame of a stack refers to. */
export class RunCodes {
  readonly #codes = new Map<string, RunCode>();

  add(file: string, code: RunCode): void {
    this.#codes.set(file, code);
  }

  get(file: string): RunCode | undefined {
    return this.#codes.get(file);
  }
}

/** Where an error comes from that has no frame there: the cell that does not parse, or the import statement that failed. */
export type Origin = {label: string; source: string; position?: Position};

type Frame = {where: string; name: string; code: RunCode | null; position: Position | null};

/** The kernel's own files, in one piece or in many. */
const OWN_FOLDER = dirname(dirname(fileURLToPath(import.meta.url))) + sep;
const FRAME = /^\s*at (?:(async )?(?:(.+?) \()?)(.+?):(\d+):(\d+)\)?$/;

/**
 * Reports anything that was thrown: its name and message, the line of the cell where it arose with a caret under the column,
 * and the stack in coordinates of cells and modules as written. Frames of Node and of the session itself are left out.
 */
export function reportError(
  thrown: unknown,
  codes: RunCodes,
  folder: string,
  origin?: Origin,
  above: readonly unknown[] = [],
): ErrorReport {
  if (!isError(thrown)) {
    const evalue = plainText(thrown);
    return {ename: "Error", evalue: `thrown: ${evalue}`, traceback: [`Error: thrown: ${evalue}`]};
  }
  const ename = textOr(thrown, "name", "Error");
  const evalue = mendMessage(textOr(thrown, "message", ""));
  const traceback = [evalue ? `${ename}: ${evalue}` : ename];
  const place = isA(thrown, CellSyntaxError) ? (thrown.place ?? origin) : undefined;
  if (isA(thrown, CellSyntaxError) && place) {
    const position = positionOf(place.source, thrown.offset);
    traceback.push(...excerpt(place.source, position), `    at ${placeIn(place.label, position)}`);
  } else traceback.push(...stackLines(thrown, codes, folder));
  const tail = origin?.position ? `    at ${placeIn(origin.label, origin.position)}` : null;
  if (tail && traceback.at(-1) !== tail) traceback.push(tail);
  const chain = [...above, thrown];
  const behind = (how: string, other: unknown) => {
    if (other === undefined || chain.includes(other) || chain.length > DEEPEST_CAUSE) return;
    traceback.push(...within(how, reportError(other, codes, folder, undefined, chain)));
  };
  const errors = fieldOf(thrown, "errors");
  if (Array.isArray(errors)) for (const error of errors.slice(0, MOST_CONTAINED)) behind("contains", error);
  behind("caused by", fieldOf(thrown, "cause"));
  return {ename, evalue, traceback: traceback.slice(0, 200)};
}

/** Causes may have causes without end, and errors may contain each other. */
const DEEPEST_CAUSE = 10;
const MOST_CONTAINED = 10;

const within = (how: string, report: ErrorReport): string[] =>
  report.traceback.slice(0, 40).map((line, index) => (index === 0 ? `${how}: ${line}` : line));

/** As `instanceof`, for values that cells made: a proxy may throw when it is asked what it is. */
export function isA<T>(value: unknown, kind: abstract new (...given: never[]) => T): value is T {
  try {
    return value instanceof kind;
  } catch {
    return false;
  }
}

const isError = (value: unknown): value is Error => isA(value, Error) || kindOf(value) === "[object Error]";

function kindOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return "[a value that cannot be read]";
  }
}

function fieldOf(error: Error, field: string): unknown {
  try {
    return Reflect.get(error, field);
  } catch {
    return undefined;
  }
}

function textOr(error: Error, field: "name" | "message" | "stack", fallback: string): string {
  const value = fieldOf(error, field);
  return typeof value === "string" ? value : fallback;
}

/** What a value writes itself as; where it throws instead, what it is. */
export function plainText(value: unknown): string {
  try {
    return String(value);
  } catch {
    return kindOf(value);
  }
}

/** V8 speaks of the shared scope as an object; the reader wrote a constant. */
function mendMessage(message: string): string {
  const constant = /^Cannot assign to read only property '(.+)' of object '\[object Object\]'$/.exec(message);
  return constant ? `Assignment to constant variable '${constant[1]}'.` : message;
}

function stackLines(error: Error, codes: RunCodes, folder: string): string[] {
  const lines = textOr(error, "stack", "").split("\n");
  const files = lines.map((line) => FRAME.exec(line)?.[3] ?? "");
  // Whatever called the session is no part of the cell's story: what stands below the last of its own frames.
  const last = files.findLastIndex((file) => codes.get(file));
  const start = files.findIndex((file) => file !== "" && !isOwn(file));
  const end = files.findIndex((file, index) => index > Math.max(start, last) && isOwn(file));
  const frames = (end < 0 ? lines.slice(start) : lines.slice(start, end))
    .map((line) => readFrame(line, codes, folder))
    .filter((frame) => frame !== null);
  const shown = frames.slice(0, 20).map(({name, where}) => `    at ${name ? `${name} (${where})` : where}`);
  const first = frames.find((frame) => frame.code && frame.position);
  return [...(first?.code && first.position ? excerpt(first.code.source, first.position) : []), ...shown];
}

const pathOf = (file: string): string => (file.startsWith("file:") ? fileURLToPath(file) : file);
const isOwn = (file: string): boolean => file !== "" && pathOf(file).startsWith(OWN_FOLDER);

function readFrame(line: string, codes: RunCodes, folder: string): Frame | null {
  const match = FRAME.exec(line);
  if (!match) return null;
  const [, , called = "", file = "", lineNumber, column] = match;
  const ran = {line: Number(lineNumber), column: Number(column)};
  const code = codes.get(file);
  if (code) {
    const position = writtenPosition(code, ran);
    const name = called
      .replace(/^(?:async )?(?:Object\.<anonymous>|<anonymous>|Timeout\._onTimeout|eval|Object\.)/, "")
      .replace(/\[as .*\]/, "")
      .trim();
    return position && {where: placeIn(code.label, position), name, code, position};
  }
  if (file.startsWith("node:") || file.includes("evalmachine") || file === "<anonymous>") return null;
  const path = pathOf(file);
  if (isOwn(file) || !existsSync(path)) return null;
  const shown = relative(folder, path);
  return {
    where: `${shown.startsWith(join("..", "..", "..")) ? path : shown}:${ran.line}:${ran.column}`,
    name: called,
    code: null,
    position: null,
  };
}

const placeIn = (label: string, {line, column}: Position): string => `${label}, line ${line}, column ${column}`;

function excerpt(source: string, {line, column}: Position): string[] {
  const text = source.split("\n")[line - 1];
  if (text === undefined || text.length > 500) return [];
  return [`  ${String(line).padStart(4)} | ${text}`, `       | ${text.slice(0, column - 1).replace(/[^\t]/g, " ")}^`];
}
