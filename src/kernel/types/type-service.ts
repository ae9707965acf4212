import {createRequire} from "node:module";
import {join, relative} from "node:path";
import {pathToFileURL} from "node:url";
import {type CellNames, cellModule, cellNames, GLOBALS, GLOBALS_FILE, HEADER_LINES} from "./cell-text.ts";
import {LanguageServer} from "./language-server.ts";
import {overlayConfig} from "./overlay-config.ts";

export type Completion = {text: string; type: string; signature: string};
export type Completions = {matches: Completion[]; start: number; end: number};

type Position = {line: number; character: number};
type Range = {start: Position; end: Position};
type Diagnostic = {range: Range; severity?: number; code?: number | string; message: string};
type Item = {
  label: string;
  kind?: number;
  sortText?: string;
  filterText?: string;
  insertText?: string;
  textEdit?: {range?: Range; newText?: string};
  data?: unknown;
  detail?: string;
};

/** A cell that ran, or is about to: the file name under which the language server knows it. */
type Cell = {
  file: string;
  code: string;
  names: CellNames;
  reads: Map<string, string>;
  isOpen: boolean;
  hasRun: boolean;
};

/** Complaints that come from one module standing for one cell, not from what the user wrote. */
const NOT_THE_CELLS = new Set([2632, 2539, 5097, 2306, 7016, 1375, 1378, 1308, 1484]);
const NO_NODE_TYPES = new Set([2580, 2591, 2584]);
const KINDS = [
  "",
  "text",
  "method",
  "function",
  "constructor",
  "field",
  "variable",
  "class",
  "interface",
  "module",
  "property",
];
const MOST_MATCHES = 1000;
const DRAFT = "__draft__.mts";

/** What TypeScript knows of a notebook's cells: types, completions, hovers, errors. Starts when it is first asked. */
export class TypeService {
  readonly #folder: string;
  #server: Promise<LanguageServer> | null = null;
  #names = new Map<string, Cell>();
  #cells: Cell[] = [];
  #lastCell = 0;
  #draftVersion = 0;
  #hasNodeTypes = true;
  /** Makes type errors end a cell before it runs. */
  readonly strict: boolean;

  constructor(folder: string, strict = false) {
    this.#folder = folder;
    this.strict = strict;
  }

  /** The type errors of a cell, a line each. */
  check(code: string, count: number): Promise<string[]> {
    const cell = this.#makeCell(code);
    return this.#diagnose(cell, `cell ${count}`).catch(() => []);
  }

  /** Remembers that a cell ran: its names are what later cells see. */
  ran(code: string): void {
    const known = this.#cells.findLast((cell) => cell.code === code && !cell.hasRun);
    const cell = known ?? this.#makeCell(code);
    cell.hasRun = true;
    for (const name of cell.names.declared) this.#names.set(name, cell);
    this.#dropDead();
  }

  /** The session is a new one: no name of the old is left. */
  forget(): void {
    this.#names.clear();
    this.#dropDead();
  }

  /** What may stand at an offset (in UTF-16 code units) of a cell that is being written. */
  async complete(code: string, offset: number): Promise<Completions> {
    const start = offset - (/[\p{ID_Continue}$]*$/u.exec(code.slice(0, offset))?.[0].length ?? 0);
    const prefix = code.slice(start, offset);
    const server = await this.#start();
    const {uri, position} = await this.#openDraft(server, code, offset);
    const answer = await server.request("textDocument/completion", {textDocument: {uri}, position});
    const items = Array.isArray(answer) ? (answer as Item[]) : ((answer as {items?: Item[]} | null)?.items ?? []);
    // `a?.b` for a typed `a.`: notebooks' frontends would not find that it fits.
    for (const item of items)
      if (item.textEdit?.newText?.startsWith("?.")) Object.assign(item, {textEdit: undefined, filterText: undefined});
    const edit = items.find((item) => item.textEdit?.range)?.textEdit?.range;
    const from = edit ? Math.min(start, offsetAt(code, edit.start)) : start;
    const typed = edit ? code.slice(from, offset) : prefix;
    const isDot = /\.\s*$/.test(code.slice(0, start));
    const matches = chooseMatches(items, typed, prefix, isDot);
    return {matches, start: from, end: offset};
  }

  /** What is known of the name at an offset, in Markdown; null where there is nothing. */
  async inspect(code: string, offset: number, detail: number): Promise<string | null> {
    const server = await this.#start();
    // Just after a name, and at a call's opening bracket, the name is what is meant.
    const before = /[\p{ID_Continue}$]+(?:\s*\(\s*)?$/u.exec(code.slice(0, offset));
    const at = before && !/^[\p{ID_Continue}$]/u.test(code.slice(offset)) ? before.index : offset;
    const {uri, position} = await this.#openDraft(server, code, at);
    const hover = (await server.request("textDocument/hover", {textDocument: {uri}, position})) as {
      contents?: {value?: string};
    } | null;
    const text = hover?.contents?.value;
    if (!text || /^```typescript\nany\n```\s*$/.test(text)) return null;
    if (detail < 1) return text;
    const definition = await server
      .request("textDocument/definition", {textDocument: {uri}, position})
      .catch(() => null);
    return `${text}${this.#describe(definition)}`;
  }

  get pid(): Promise<number | undefined> {
    return this.#server ? this.#server.then((server) => server.pid) : Promise.resolve(undefined);
  }

  stop(): void {
    void this.#server?.then((server) => server.stop()).catch(() => {});
  }

  #makeCell(code: string): Cell {
    const names = cellNames(code);
    const reads = new Map<string, string>();
    for (const [name, cell] of this.#names) if (mentions(code, name)) reads.set(name, cell.file);
    const file = `__cell_${++this.#lastCell}__.${names.jsx ? "tsx" : "mts"}`;
    const cell = {file, code, names, reads, isOpen: false, hasRun: false};
    this.#cells.push(cell);
    return cell;
  }

  /** The server that runs, else a new one. Each call waits for the one before, so that two at once do not start two. */
  #start(): Promise<LanguageServer> {
    const before = this.#server?.catch(() => null) ?? Promise.resolve(null);
    this.#server = before.then((running) => (running?.isAlive ? running : this.#launch()));
    return this.#server;
  }

  async #launch(): Promise<LanguageServer> {
    for (const cell of this.#cells) cell.isOpen = false;
    this.#draftVersion = 0;
    const server = await LanguageServer.start(this.#folder);
    this.#hasNodeTypes = canResolve("@types/node/package.json", this.#folder);
    this.#open(server, "tsconfig.json", "json", overlayConfig(this.#folder, this.#hasNodeTypes));
    this.#open(server, GLOBALS_FILE, "typescript", GLOBALS);
    return server;
  }

  #uri(file: string): string {
    return pathToFileURL(join(this.#folder, file)).href;
  }

  #open(server: LanguageServer, file: string, languageId: string, text: string): void {
    server.notify("textDocument/didOpen", {textDocument: {uri: this.#uri(file), languageId, version: 1, text}});
  }

  #openCells(server: LanguageServer): void {
    for (const cell of this.#cells) {
      if (cell.isOpen) continue;
      cell.isOpen = true;
      const language = cell.names.jsx ? "typescriptreact" : "typescript";
      this.#open(server, cell.file, language, cellModule(cell.code, cell.names, cell.reads));
    }
  }

  async #openDraft(server: LanguageServer, code: string, offset: number): Promise<{uri: string; position: Position}> {
    this.#openCells(server);
    const reads = new Map([...this.#names].map(([name, cell]) => [name, cell.file]));
    const text = cellModule(code, cellNames(code), reads);
    const uri = this.#uri(DRAFT);
    const version = ++this.#draftVersion;
    if (version === 1) this.#open(server, DRAFT, "typescript", text);
    else server.notify("textDocument/didChange", {textDocument: {uri, version}, contentChanges: [{text}]});
    const lines = code.slice(0, offset).split("\n");
    return {uri, position: {line: lines.length - 1 + HEADER_LINES, character: lines.at(-1)?.length ?? 0}};
  }

  async #diagnose(cell: Cell, label: string): Promise<string[]> {
    const server = await this.#start();
    this.#openCells(server);
    const answer = (await server.request("textDocument/diagnostic", {textDocument: {uri: this.#uri(cell.file)}})) as {
      items?: Diagnostic[];
    };
    const lines = cell.code.split("\n").length;
    return (answer.items ?? [])
      .filter(({severity, range, code, message}) => {
        const line = range.start.line - HEADER_LINES;
        if (severity !== 1 || line < 0 || line >= lines || NOT_THE_CELLS.has(Number(code))) return false;
        if (/'(?:variorum|tslab)'/.test(message) && Number(code) === 2307) return false;
        return this.#hasNodeTypes || !(NO_NODE_TYPES.has(Number(code)) || /'node:/.test(message));
      })
      .map(({range, code, message}) => {
        const place = `${label}, line ${range.start.line - HEADER_LINES + 1}, column ${range.start.character + 1}`;
        return `${place}: ${this.strict ? "error" : "warning"} TS${code}: ${message}`;
      });
  }

  #describe(definition: unknown): string {
    const place = (Array.isArray(definition) ? definition[0] : definition) as {
      uri?: string;
      targetUri?: string;
      range?: Range;
      targetRange?: Range;
    } | null;
    const uri = place?.uri ?? place?.targetUri;
    const range = place?.range ?? place?.targetRange;
    if (!uri || !range) return "";
    const cell = this.#cells.find((c) => uri === this.#uri(c.file));
    const line = range.start.line - (cell ? HEADER_LINES : 0);
    if (cell)
      return `\n\n\`\`\`typescript\n${cell.code
        .split("\n")
        .slice(line, line + 20)
        .join("\n")}\n\`\`\`\n`;
    return `\n\nDefined in ${relative(this.#folder, decodeURIComponent(new URL(uri).pathname))}, line ${line + 1}\n`;
  }

  /** Closes the modules of cells that nothing refers to any more. */
  #dropDead(): void {
    const live = new Set<Cell>();
    const keep = (cell: Cell | undefined): void => {
      if (!cell || live.has(cell)) return;
      live.add(cell);
      for (const file of cell.reads.values()) keep(this.#cells.find((c) => c.file === file));
    };
    for (const cell of this.#names.values()) keep(cell);
    const dead = this.#cells.filter((cell) => !live.has(cell) && cell.hasRun);
    if (dead.length < 20) return;
    this.#cells = this.#cells.filter((cell) => !dead.includes(cell));
    for (const cell of dead)
      if (cell.isOpen)
        void this.#server
          ?.then((server) => server.notify("textDocument/didClose", {textDocument: {uri: this.#uri(cell.file)}}))
          .catch(() => {});
  }
}

const mentions = (code: string, name: string): boolean => {
  for (let at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + 1))
    if (!/[\p{ID_Continue}$]/u.test(code[at - 1] ?? " ") && !/[\p{ID_Continue}$]/u.test(code[at + name.length] ?? " "))
      return true;
  return false;
};

function canResolve(specifier: string, folder: string): boolean {
  try {
    createRequire(join(folder, "[notebook]")).resolve(specifier);
    return true;
  } catch {
    return false;
  }
}

function offsetAt(code: string, {line, character}: Position): number {
  const lines = code.split("\n").slice(0, Math.max(0, line - HEADER_LINES));
  return lines.reduce((sum, text) => sum + text.length + 1, 0) + character;
}

/** Optional properties carry a question mark in their label that is no part of the name. */
const textOf = (item: Item): string => item.textEdit?.newText ?? item.label.replace(/\?$/, "");

/** The items that go on with what was typed, best first; those that would add an import are left out. */
function chooseMatches(items: Item[], typed: string, prefix: string, isDot: boolean): Completion[] {
  const fits = (item: Item, strict: boolean) => {
    const text = item.filterText ?? textOf(item);
    const start = item.textEdit ? typed : prefix;
    return strict ? text.startsWith(start) : text.toLowerCase().startsWith(start.toLowerCase());
  };
  const usable = items.filter(
    (item) => !(item.sortText ?? "").startsWith("16") && !/^__(?:draft|cell)/.test(item.label),
  );
  const strict = usable.filter((item) => fits(item, true));
  const chosen = strict.length > 0 ? strict : usable.filter((item) => fits(item, false));
  const rank = (item: Item) => `${item.sortText ?? ""}${isDot ? "" : item.label.startsWith("_") ? "~" : ""}`;
  return chosen
    .sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.label < b.label ? -1 : 1))
    .slice(0, MOST_MATCHES)
    .map((item) => ({
      text: textOf(item).replace(/^\./, ""),
      type: KINDS[item.kind ?? 0] ?? "",
      signature: item.detail ?? "",
    }));
}
