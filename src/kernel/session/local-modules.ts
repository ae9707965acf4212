import {readFileSync} from "node:fs";
import {relative} from "node:path";
import {pathToFileURL} from "node:url";
import {runInThisContext} from "node:vm";
import type {Namespace} from "./modules.ts";
import {type Compiled, compileModule} from "./rewrite.ts";
import {CellSyntaxError, type EmitOptions} from "./syntax.ts";
import type {RunCodes} from "./traceback.ts";

/** What compiled code asks of the session that runs it. */
export type LocalRuntime = {
  /** The stop flag that loops look at: not 0 while an interrupt is under way. */
  flag: Int32Array;
  halt: () => never;
  awaited: <T>(value?: T) => T;
  codes: RunCodes;
  folder: string;
  emit: EmitOptions;
};

type Loaded = {
  file: string;
  source: string;
  namespace: Namespace;
  evaluated: Promise<void>;
  /** Local files that it imports, so that a change there reaches it. */
  imports: Set<string>;
};

type Load = (specifier: string, from: string, ancestors: ReadonlySet<string>) => Promise<Namespace>;

/**
 * The local modules of a session: compiled like cells (so that their loops can be interrupted and their errors read in
 * coordinates of the source), and loaded anew with everything that imports them when a file changes.
 */
export class LocalModules {
  readonly #runtime: LocalRuntime;
  readonly #load: Load;
  readonly #loaded = new Map<string, Loaded>();
  #version = 0;

  constructor(runtime: LocalRuntime, load: Load) {
    this.#runtime = runtime;
    this.#load = load;
  }

  async load(file: string, ancestors: ReadonlySet<string>): Promise<Namespace> {
    for (const path of ancestors) this.#loaded.get(path)?.imports.add(file);
    const known = this.#loaded.get(file);
    // In a circle of imports, the module that is still being loaded hands out what it has.
    if (known && ancestors.has(file)) return known.namespace;
    if (known && !this.isStale(file)) {
      await known.evaluated;
      return known.namespace;
    }
    const source = readFileSync(file, "utf8");
    const namespace = Object.create(null, {[Symbol.toStringTag]: {value: "Module"}}) as Namespace;
    const loaded: Loaded = {file, source, namespace, imports: new Set(), evaluated: Promise.resolve()};
    this.#loaded.set(file, loaded);
    loaded.evaluated = this.#evaluate(loaded, new Set([...ancestors, file]));
    try {
      await loaded.evaluated;
    } catch (error) {
      this.#loaded.delete(file);
      throw error;
    }
    return namespace;
  }

  isStale(file: string, seen = new Set<string>()): boolean {
    if (seen.has(file)) return false;
    seen.add(file);
    const loaded = this.#loaded.get(file);
    if (!loaded || readOrNull(file) !== loaded.source) return true;
    return [...loaded.imports].some((path) => this.isStale(path, seen));
  }

  async #evaluate(loaded: Loaded, ancestors: ReadonlySet<string>): Promise<void> {
    const {flag, halt, awaited, codes, folder, emit} = this.#runtime;
    const {file, source, namespace} = loaded;
    const label = relative(folder, file);
    const compiled = compileLabelled(file, label, source, emit);
    const url = pathToFileURL(file).href;
    const name = codes.get(url) ? `${url}?v=${++this.#version}` : url;
    codes.add(name, {label, source, compiled});
    const spaces: Namespace[] = [];
    for (const request of compiled.imports) spaces.push(await this.#load(request.source, file, ancestors));
    handOn(namespace, compiled, spaces);
    const body = runInThisContext(compiled.code, {filename: name}) as (...given: unknown[]) => Promise<unknown>;
    const meta = {url, filename: file, resolve: (specifier: string) => new URL(specifier, url).href};
    const define = (getters: object) => Object.defineProperties(namespace, Object.getOwnPropertyDescriptors(getters));
    const load = (specifier: string) => this.#load(String(specifier), file, new Set());
    await body(define, flag, halt, awaited, load, meta, decoratorHelpers, spaces);
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function compileLabelled(file: string, label: string, source: string, emit: EmitOptions): Compiled {
  try {
    return compileModule(file, source, emit);
  } catch (error) {
    if (error instanceof CellSyntaxError) error.place ??= {label, source};
    throw error;
  }
}

/** Exports that a module takes from others: `export {a} from`, `export * from`. */
function handOn(namespace: Namespace, {exports}: Compiled, spaces: Namespace[]): void {
  for (const {exported, local, from} of exports) {
    const space = from === null ? undefined : spaces[from];
    if (!space) continue;
    const names = exported === "*" ? Object.keys(space).filter((name) => name !== "default") : [exported];
    for (const name of names) {
      if (exported === "*" && (name in namespace || exports.some((e) => e.exported === name))) continue;
      const read = exported === "*" ? () => space[name] : () => (local === "*" ? space : space[local]);
      Object.defineProperty(namespace, name, {get: read, enumerable: true, configurable: true});
    }
  }
}

type Decorator = (target: unknown, key?: unknown, descriptor?: unknown) => unknown;

/** What lowered decorators call, as TypeScript's `experimentalDecorators` define it. */
export const decoratorHelpers = {
  decorate(decorators: Decorator[], target: unknown, key?: PropertyKey, given?: PropertyDescriptor | null): unknown {
    if (key === undefined) return decorators.reduceRight((value, d) => d(value) ?? value, target);
    const held = given === null ? Object.getOwnPropertyDescriptor(target, key) : given;
    const descriptor = decorators.reduceRight<unknown>((value, d) => d(target, key, value) ?? value, held);
    if (descriptor) Object.defineProperty(target, key, descriptor as PropertyDescriptor);
    return descriptor;
  },
  decorateParam:
    (index: number, decorator: Decorator): Decorator =>
    (target, key) =>
      decorator(target, key, index),
  decorateMetadata(name: unknown, value: unknown): Decorator {
    const metadata: unknown = Reflect.get(Reflect, "metadata");
    return typeof metadata === "function" ? (metadata(name, value) as Decorator) : () => undefined;
  },
};
