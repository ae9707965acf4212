import {basename, dirname, join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {inspect} from "node:util";
import {constants, runInThisContext} from "node:vm";
import {DisplayHandle, makeDisplay} from "./display.ts";
import {decoratorHelpers} from "./local-modules.ts";
import {inspectSafely, type MimeOptions, quickBundle, toMimeBundle} from "./mime.ts";
import {Modules} from "./modules.ts";
import {
  captureOutput,
  currentRun,
  type MimeBundle,
  Outbox,
  type Run,
  type SessionEvent,
  withoutRun,
  withRun,
} from "./output.ts";
import {type Position, type RunCode, writtenFromEmitted} from "./positions.ts";
import {type Compiled, compileCell, type ImportRequest} from "./rewrite.ts";
import {CellScope} from "./scope.ts";
import type {EmitOptions} from "./syntax.ts";
import {type ErrorReport, isA, type Origin, RunCodes, reportError} from "./traceback.ts";
import {readProjectOptions} from "./tsconfig.ts";

export type SessionOptions = MimeOptions & {
  /** The folder from which cells import; the notebook's own, unless said otherwise. */
  folder?: string;
  /** The notebook's file, which errors name. It need not exist. */
  notebook?: string;
  /** Gets all that cells put out, also what comes after their run ended. */
  onEvent: (event: SessionEvent, cell: number) => void;
  /** Modules that exist in this session only, by the name that cells import. */
  builtIn?: Record<string, () => unknown>;
  /** Names that every cell finds beside `display` and its like. */
  globals?: Record<string, unknown>;
  /** The running package, imported where a notebook's own folder does not have it. */
  ownPackage?: {name: string; url: string};
  /** The flag that stops running code when it is not 0; shared so that another thread can set it. */
  flag?: Int32Array;
  /** Called before a cell runs that may have to be stopped: one that calls, loops, waits or imports. */
  beforeLasting?: () => void;
};

export type RunOptions = {
  /** The number under which the cell's output is handed to `onEvent`. */
  cell: number;
  /** What tracebacks call the cell, if not by that number. */
  label?: string;
  /** Runs without showing a result. */
  silent?: boolean;
};

export type RunOutcome = {status: "ok"} | {status: "error"; error: ErrorReport; interrupted: boolean};

/** A cell was stopped from outside. */
export class InterruptedError extends Error {
  override name = "Interrupted";
}

/** Runs TypeScript cells one after another over names that they share. */
export class Session {
  readonly #options: SessionOptions;
  readonly #folder: string;
  readonly #emit: EmitOptions;
  readonly #codes = new RunCodes();
  readonly #scope: CellScope;
  readonly #modules: Modules;
  /** Not 0 while running code is to stop; another thread may set it. */
  readonly flag: Int32Array;
  /** What a stopped loop says. */
  haltMessage = "the cell was interrupted";
  #run: (Run & {stop(reason: Error): void}) | null = null;
  #runs = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#folder = resolve(options.folder ?? (options.notebook ? dirname(options.notebook) : process.cwd()));
    this.flag = options.flag ?? new Int32Array(new SharedArrayBuffer(4));
    const project = readProjectOptions(this.#folder);
    this.#emit = project.emit;
    this.#modules = new Modules({
      ...(options.builtIn ? {builtIn: options.builtIn} : {}),
      ownPackage: options.ownPackage ?? runningPackage(),
      flag: this.flag,
      halt: this.#halt,
      awaited: stopWhenInterrupted,
      codes: this.#codes,
      folder: this.#folder,
      emit: project.emit,
      paths: project.paths,
    });
    const require = this.#modules.requireFrom(this.#notebookPath());
    const display = makeDisplay(options, () => this.#run);
    this.#scope = new CellScope({
      ...display,
      ...options.globals,
      require,
      __dirname: this.#folder,
      __filename: this.#notebookPath(),
    });
    captureOutput();
    quietLoaderWarning();
  }

  /** The number of the cell that is running now. */
  get running(): number | null {
    return this.#run?.cell ?? null;
  }

  /** The names that cells declared so far. */
  get names(): string[] {
    return this.#scope.declared();
  }

  /**
   * Runs one cell. Its output goes to `onEvent`, an error included; all of it was sent when the promise resolves. Never rejects.
   */
  async run(source: string, {cell, label = `cell ${cell}`, silent = false}: RunOptions): Promise<RunOutcome> {
    const outbox = new Outbox((event) => this.#options.onEvent(event, cell));
    let stop: (reason: Error) => void = () => {};
    const stopped = new Promise<never>((_, reject) => {
      stop = reject;
    });
    const run = {
      cell,
      interrupted: false,
      emit: (event: SessionEvent | Promise<SessionEvent | null>) => {
        if (!run.interrupted) outbox.put(event);
      },
      fail: (thrown: unknown) => {
        if (run.interrupted || isA(thrown, InterruptedError)) return;
        outbox.put({type: "error", ...reportError(thrown, this.#codes, this.#folder)});
      },
      stop: (reason: Error) => stop(reason),
      [inspect.custom]: () => `cell ${cell}`,
    };
    stopped.catch(() => {});
    this.flag[0] = 0;
    this.#run = run;
    const origin: {at?: Origin} = {};
    try {
      const value = await Promise.race([withRun(run, () => this.#execute(source, label, origin)), stopped]);
      if (!silent && value && value[0] !== undefined && !isA(value[0], DisplayHandle))
        outbox.put(this.#resultOf(value[0]));
      // What a value shows itself as may take for ever, and can be stopped as the cell can.
      await Promise.race([outbox.drain(), stopped]);
      return {status: "ok"};
    } catch (thrown) {
      const interrupted = isA(thrown, InterruptedError);
      if (interrupted) outbox.skip();
      const error = reportError(thrown, this.#codes, this.#folder, origin.at);
      outbox.put({type: "error", ...error});
      if (interrupted) run.interrupted = true;
      await Promise.race([outbox.drain(), stopped]).catch(outbox.skip);
      return {status: "error", error, interrupted};
    } finally {
      await outbox.drain();
      this.#run = null;
      this.flag[0] = 0;
    }
  }

  /**
   * Stops the cell that is running. A loop stops at its next turn, also where another thread has set the flag meanwhile; a
   * pending await is left alone, and whatever follows it never runs.
   */
  interrupt(message = "the cell was interrupted"): void {
    const run = this.#run;
    if (!run) {
      this.flag[0] = 0;
      return;
    }
    run.stop(Object.assign(new InterruptedError(message), {stack: ""}));
  }

  /** Calls a function as a cell of its own: what it puts out, then or later, goes to `onEvent` under that number. */
  async call(body: () => unknown, cell: number): Promise<void> {
    const outbox = new Outbox((event) => this.#options.onEvent(event, cell));
    const fail = (thrown: unknown) => outbox.put({type: "error", ...reportError(thrown, this.#codes, this.#folder)});
    const run: Run = {cell, interrupted: false, emit: (event) => outbox.put(event), fail};
    try {
      await withRun(run, body);
    } catch (thrown) {
      fail(thrown);
    }
    await outbox.drain();
  }

  /** Evaluates an expression over the session's names, as a client's `user_expressions` ask for. */
  async evaluate(expression: string): Promise<{data: MimeBundle} | ErrorReport> {
    const origin: {at?: Origin} = {};
    try {
      const value = await this.#execute(expression, "expression", origin);
      return {data: await toMimeBundle(value?.[0], this.#options)};
    } catch (thrown) {
      return reportError(thrown, this.#codes, this.#folder, origin.at);
    }
  }

  async #execute(source: string, name: string, origin: {at?: Origin}): Promise<[unknown] | undefined> {
    const label = this.#options.notebook ? `${basename(this.#options.notebook)}, ${name}` : name;
    origin.at = {label, source};
    const compiled = compileCell(source, (name) => this.#scope.has(name), this.#emit);
    const file = `${pathToFileURL(this.#notebookPath()).href}#${++this.#runs}`;
    const code: RunCode = {label, source, compiled};
    this.#codes.add(file, code);
    if (compiled.canLast) this.#options.beforeLasting?.();
    for (const request of compiled.imports) {
      origin.at = {label, source, ...positionIn(code, request)};
      await this.#import(request);
    }
    await this.#reload();
    delete origin.at;
    this.#scope.declare(compiled.declared, mergingNames(source));
    const body = this.#instantiate(compiled, file);
    try {
      return (await body()) as [unknown] | undefined;
    } finally {
      this.#scope.freeze(compiled.declared);
    }
  }

  #instantiate(compiled: Compiled, file: string): () => Promise<unknown> {
    const body = runInThisContext(compiled.code, {
      filename: file,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }) as (...given: unknown[]) => Promise<unknown>;
    const path = this.#notebookPath();
    const load = (specifier: unknown) => this.#modules.load(String(specifier), path);
    const url = pathToFileURL(path).href;
    const meta = {url, filename: path, dirname: this.#folder, resolve: (s: string) => new URL(s, url).href};
    return () => body(this.#scope.names, this.flag, this.#halt, stopWhenInterrupted, load, meta, decoratorHelpers, []);
  }

  async #import(request: ImportRequest): Promise<void> {
    const namespace = await this.#modules.load(request.source, this.#notebookPath());
    this.#scope.bind(request, {source: request.source, namespace});
  }

  /** Loads local modules anew whose files changed, so that names which older cells imported are those of the new text. */
  async #reload(): Promise<void> {
    const path = this.#notebookPath();
    for (const binding of this.#scope.bindings())
      if (withoutRun(() => this.#modules.isStale(binding.source, path)))
        binding.namespace = await this.#modules.load(binding.source, path);
  }

  #resultOf(value: unknown): SessionEvent | Promise<SessionEvent> {
    const metadata = {};
    const quick = quickBundle(value, this.#options);
    if (quick) return {type: "result", data: quick, metadata};
    if (isA(value, Error)) {
      const text = reportError(value, this.#codes, this.#folder).traceback.join("\n");
      return {type: "result", data: {"text/plain": text || inspectSafely(value)}, metadata};
    }
    return toMimeBundle(value, this.#options).then((data) => ({type: "result", data, metadata}));
  }

  readonly #halt = (): never => {
    throw new InterruptedError(this.haltMessage);
  };

  #notebookPath(): string {
    return resolve(this.#options.notebook ?? join(this.#folder, "[notebook]"));
  }
}

/**
 * Opens a session: its cells share their names with each other and with no other session's.
 */
export function createSession(options: SessionOptions): Session {
  return new Session(options);
}

/** This package, compiled or not: what a notebook gets whose own folder knows no variorum. */
function runningPackage(): {name: string; url: string} {
  const index = import.meta.url.endsWith(".ts") ? "../../index.ts" : "../../index.js";
  return {name: "variorum", url: new URL(index, import.meta.url).href};
}

let isQuiet = false;

/** Imports in cells rest on a loader that Node calls experimental, and says so in the first cell's output. */
function quietLoaderWarning(): void {
  if (isQuiet) return;
  isQuiet = true;
  const emit = process.emitWarning.bind(process) as (...given: unknown[]) => void;
  process.emitWarning = (...given: unknown[]): void => {
    if (!String(given[0]).startsWith("vm.USE_MAIN_CONTEXT_DEFAULT_LOADER")) emit(...given);
  };
}

const positionIn = (code: RunCode, {start}: ImportRequest): {position?: Position} => {
  const position = writtenFromEmitted(code, start);
  return position ? {position} : {};
};

/** Enums and namespaces add to what already has their name; run again, a cell would add to its older self. */
function mergingNames(source: string): Set<string> {
  return new Set(
    [...source.matchAll(/\b(?:enum|namespace|module)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu)].map(
      (m) => m[1] ?? "",
    ),
  );
}

/** Passes an awaited value on, unless the run that waited for it was stopped meanwhile. */
function stopWhenInterrupted<T>(value?: T): T {
  if (currentRun()?.interrupted) throw new InterruptedError("the cell was interrupted");
  return value as T;
}
