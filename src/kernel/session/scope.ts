import type {Namespace} from "./modules.ts";
import type {ImportRequest} from "./rewrite.ts";

/** The modules that an import statement gave names of; a reload puts the newer namespace in. */
export type ImportBinding = {source: string; namespace: Namespace};

/**
 * The names that all cells of a session share. Reading one that nobody declared asks the global object, and then throws the
 * ReferenceError that JavaScript would have thrown: a function may name what only a later cell declares.
 */
export class CellScope {
  readonly names: Record<string, unknown>;
  readonly #imports = new Map<string, ImportBinding>();

  constructor(builtIn: Record<string, unknown>) {
    const missing = new Proxy(Object.create(null) as object, {
      get(_, name) {
        if (name === Symbol.toStringTag) return "Cells";
        if (name in builtIn) return builtIn[name as string];
        if (name in globalThis) return Reflect.get(globalThis, name);
        throw new ReferenceError(`${String(name)} is not defined`);
      },
      set(_, name) {
        throw new ReferenceError(`${String(name)} is not defined`);
      },
      has: (_, name) => name in builtIn,
    });
    this.names = Object.create(missing) as Record<string, unknown>;
  }

  has(name: string): boolean {
    return name in this.names;
  }

  declared(): string[] {
    return Object.keys(this.names);
  }

  /** Makes room for a cell's names. What an older cell gave them stays readable until the new declaration is reached. */
  declare(declared: ReadonlyMap<string, string>, reset: ReadonlySet<string>): void {
    for (const [name, kind] of declared) {
      if (kind === "import") continue;
      const known = Object.getOwnPropertyDescriptor(this.names, name);
      const isNew = !known || this.#imports.delete(name) || reset.has(name) || kind === "function";
      const value: unknown = isNew ? undefined : known.value;
      Object.defineProperty(this.names, name, {value, writable: true, enumerable: true, configurable: true});
    }
  }

  /** Makes the constants of a cell that ran constant. */
  freeze(declared: ReadonlyMap<string, string>): void {
    for (const [name, kind] of declared)
      if (kind === "const" && !this.#imports.has(name)) Object.defineProperty(this.names, name, {writable: false});
  }

  /** Binds the names of an import statement. One that the module lacks is an error only when it is read: it may be a type. */
  bind(request: ImportRequest, binding: ImportBinding): void {
    for (const {local, imported} of request.names) {
      const get = () => readExport(binding, imported);
      Object.defineProperty(this.names, local, {get, enumerable: true, configurable: true});
      this.#imports.set(local, binding);
    }
  }

  bindings(): Set<ImportBinding> {
    return new Set(this.#imports.values());
  }
}

function readExport({source, namespace}: ImportBinding, name: string): unknown {
  if (name === "*") return namespace;
  if (name in namespace) return namespace[name];
  // Node cannot name every export of a CommonJS module beforehand; those that it missed are on the default export.
  const whole = namespace["default"];
  if ((typeof whole === "object" || typeof whole === "function") && whole !== null && name in whole)
    return Reflect.get(whole, name);
  throw new SyntaxError(`The module '${source}' has no export named '${name}'`);
}
