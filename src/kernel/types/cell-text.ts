import {boundIdentifiers} from "../session/references.ts";
import {type Node, nodeIn, nodesIn, parseTypeScript} from "../session/syntax.ts";

/** What a cell declares at its top level, values and types alike; `exported` are those that say `export` themselves. */
export type CellNames = {declared: Set<string>; exported: Set<string>; jsx: boolean};

const nameOf = (node: Node | null): string => (typeof node?.["name"] === "string" ? node["name"] : "");

/** Reads the names from TypeScript as written; from what does not parse, as many as words like `const` tell of. */
export function cellNames(code: string): CellNames {
  const {program, errors, jsx} = parseTypeScript(code);
  const names: CellNames = {declared: new Set(), exported: new Set(), jsx};
  const body = nodesIn(program, "body");
  if (body.length === 0 && errors.length > 0) guessNames(code, names.declared);
  for (const statement of body) readStatement(statement, names);
  names.declared.delete("");
  return names;
}

function readStatement(statement: Node, names: CellNames): void {
  if (statement.type === "ImportDeclaration") {
    for (const s of nodesIn(statement, "specifiers")) names.declared.add(nameOf(nodeIn(s, "local")));
    return;
  }
  const inner = nodeIn(statement, "declaration");
  const node = inner ?? statement;
  const found =
    node.type === "VariableDeclaration"
      ? nodesIn(node, "declarations").flatMap((d) => boundIdentifiers(nodeIn(d, "id") as Node))
      : /Declaration$|DeclareFunction$/.test(node.type)
        ? [nodeIn(node, "id")]
        : [];
  for (const id of found) {
    names.declared.add(nameOf(id));
    if (inner && statement.type === "ExportNamedDeclaration") names.exported.add(nameOf(id));
  }
}

function guessNames(code: string, declared: Set<string>): void {
  const words =
    /\b(?:const|let|var|function\*?|class|interface|type|enum|namespace)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu;
  for (const [, name] of code.matchAll(words)) if (name) declared.add(name);
  for (const [, list] of code.matchAll(/\b(?:const|let|var|import)\s+(?:type\s+)?[[{]([^\]}]*)[\]}]/g))
    for (const [name] of (list ?? "").matchAll(/[\p{ID_Start}$_][\p{ID_Continue}$]*(?=\s*(?:[,=]|$))/gu))
      declared.add(name);
}

/** How many lines stand before a cell's own in the module that the type checker sees. */
export const HEADER_LINES = 3;

/**
 * The module that stands for a cell: imports of the names that it may read, then the cell, then exports of all that it
 * declares. One module a cell, and not one text of all cells: then anything may be declared again.
 */
export function cellModule(code: string, names: CellNames, from: ReadonlyMap<string, string>): string {
  const byFile = new Map<string, string[]>();
  for (const [name, file] of from) if (!names.declared.has(name)) byFile.set(file, [...(byFile.get(file) ?? []), name]);
  const imports = [...byFile].map(([file, list]) => `import {${list.join(", ")}} from "./${file}";`).join(" ");
  const own = [...names.declared].filter((name) => !names.exported.has(name));
  const head = ['/// <reference types="node" />', `/// <reference path="./${GLOBALS_FILE}" />`, imports].join("\n");
  return `${head}\n${code}\nexport {${own.join(", ")}};\n`;
}

export const GLOBALS_FILE = "__variorum__.d.ts";

/** What cells find without importing it, for the type checker. */
export const GLOBALS = `/** Shows the same place again with another value. */
interface DisplayHandle { readonly id: string; update(value: unknown): void }
/** Shows a value in its richest form, or a MIME bundle as it is. */
declare function display(value: unknown, options?: {id?: string; metadata?: Record<string, unknown>}): DisplayHandle;
/** Shows markup; in a template the holes are escaped. */
declare function html(markup: unknown, ...values: unknown[]): void;
/** Shows Markdown. */
declare function markdown(text: unknown, ...values: unknown[]): void;
/** Shows a drawing in SVG. */
declare function svg(markup: unknown, ...values: unknown[]): void;
/** Clears what the cell has shown; with \`wait\`, when the next output comes. */
declare function clearOutput(wait?: boolean): void;
/** Asks the user, and waits for the answer. */
declare function prompt(question?: unknown, options?: {password?: boolean}): string | null;
/** Asks the user yes or no, and waits for the answer. */
declare function confirm(question?: unknown): boolean;
declare function alert(text?: unknown): void;
interface Comm {
  readonly id: string; readonly target: string;
  send(data: unknown, options?: {metadata?: Record<string, unknown>; buffers?: Uint8Array[]}): void;
  close(data?: unknown): void;
  onMessage: (data: any, buffers: Uint8Array[]) => unknown;
  onClose: (data: any, buffers: Uint8Array[]) => unknown;
}
declare const comms: {
  open(target: string, data?: unknown, options?: {metadata?: Record<string, unknown>; buffers?: Uint8Array[]}): Comm;
  register(target: string, opened: (comm: Comm, data: any, buffers: Uint8Array[]) => unknown): void;
};
declare module "tslab" {
  export interface Display {
    javascript(s: string): void; html(s: string): void; markdown(s: string): void; latex(s: string): void; svg(s: string): void;
    png(b: Uint8Array): void; jpeg(b: Uint8Array): void; gif(b: Uint8Array): void; pdf(b: Uint8Array): void; text(s: string): void;
    raw(contentType: string, b: string | Uint8Array): void;
  }
  export const display: Display;
  export function newDisplay(): Display;
}
`;
