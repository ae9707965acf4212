import {existsSync, readFileSync, realpathSync, statSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, extname, isAbsolute, join, resolve} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {constants, runInThisContext} from "node:vm";
import {LocalModules, type LocalRuntime} from "./local-modules.ts";
import {mappedPaths, type ProjectOptions} from "./tsconfig.ts";

/** What an import gives: the module's exports by name. */
export type Namespace = Record<string, unknown>;

export type ModuleOptions = LocalRuntime & {
  /** Modules that the host supplies, by the name that cells import. */
  builtIn?: Record<string, () => unknown>;
  /** The running package, for notebooks outside of any project that has it. */
  ownPackage?: {name: string; url: string};
  /** The `paths` of the project's tsconfig.json. */
  paths?: ProjectOptions["paths"];
};

const LOCAL_ENDINGS = new Set([".ts", ".tsx", ".mts", ".jsx"]);
/** What an import may mean when no file has exactly its name: the source of a compiled file, or an ending left out. */
const SUBSTITUTES: [ending: RegExp, instead: string[]][] = [
  [/\.js$/, [".ts", ".tsx"]],
  [/\.mjs$/, [".mts"]],
  [/\.jsx$/, [".tsx"]],
  [/$/, [".ts", ".tsx", ".mts", ".js", ".mjs", ".json", "/index.ts", "/index.js"]],
];

/** Imports for cells and local modules: packages through Node, local TypeScript through `LocalModules`. */
export class Modules {
  readonly #options: ModuleOptions;
  readonly #local: LocalModules;
  readonly #native = new Map<string, (specifier: string) => Promise<Namespace>>();

  constructor(options: ModuleOptions) {
    this.#options = options;
    this.#local = new LocalModules(options, (specifier, from, ancestors) => this.load(specifier, from, ancestors));
  }

  /**
   * The namespace of a module.
   *
   * @param from path of the importing file; it need not exist, its folder counts
   * @throws Error naming the package and how to install it, or the file that is not there
   */
  async load(specifier: string, from: string, ancestors: ReadonlySet<string> = new Set()): Promise<Namespace> {
    const builtIn = this.#options.builtIn?.[specifier];
    if (builtIn) return namespaceOf(await builtIn());
    const path = localPath(specifier, from);
    const file = path === null ? this.#mappedFile(specifier) : findFile(path);
    if (path === null && file === null) return this.#loadPackage(specifier, from);
    if (file === null) throw new Error(`Cannot find module '${specifier}' from ${dirname(from)}`);
    if (isOwnSource(file)) return this.#local.load(file, ancestors);
    if (extname(file) === ".json") return namespaceOf(JSON.parse(readFileSync(file, "utf8")));
    return this.#nativeFrom(from)(pathToFileURL(file).href);
  }

  /** True for a module whose source, or that of a local module it imports, changed since it was loaded. */
  isStale(specifier: string, from: string): boolean {
    const path = localPath(specifier, from);
    const file = path === null ? this.#mappedFile(specifier) : findFile(path);
    return file !== null && isOwnSource(file) && this.#local.isStale(file);
  }

  /** The `require` of a file, which knows the modules of the host too. */
  requireFrom(from: string): NodeJS.Require {
    const native = createRequire(from);
    const own = (specifier: string): unknown => {
      const builtIn = this.#options.builtIn?.[specifier];
      if (builtIn) return builtIn();
      try {
        return native(specifier) as unknown;
      } catch (error) {
        throw explainMissing(error, specifier, from);
      }
    };
    return Object.assign(own, {
      resolve: native.resolve,
      cache: native.cache,
      main: native.main,
      extensions: native.extensions,
    });
  }

  #mappedFile(specifier: string): string | null {
    for (const path of mappedPaths(specifier, this.#options.paths ?? [])) {
      const file = findFile(path);
      if (file !== null) return file;
    }
    return null;
  }

  async #loadPackage(specifier: string, from: string): Promise<Namespace> {
    try {
      return await this.#nativeFrom(from)(specifier);
    } catch (error) {
      const own = this.#options.ownPackage;
      if (own && specifier === own.name && isMissing(error)) return this.#nativeFrom(from)(own.url);
      throw explainMissing(error, specifier, from);
    }
  }

  /** Node resolves an import from the file that it stands in, so each folder has an import function of its own. */
  #nativeFrom(from: string): (specifier: string) => Promise<Namespace> {
    const folder = dirname(from);
    const known = this.#native.get(folder);
    if (known) return known;
    const load = runInThisContext("(specifier) => import(specifier)", {
      filename: pathToFileURL(join(folder, "[cell]")).href,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }) as (specifier: string) => Promise<Namespace>;
    this.#native.set(folder, load);
    return load;
  }
}

function namespaceOf(value: unknown): Namespace {
  const named = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  return "default" in named ? (named as Namespace) : {...named, default: value};
}

function localPath(specifier: string, from: string): string | null {
  if (specifier.startsWith("file:")) return fileURLToPath(specifier);
  if (/^\.\.?(\/|$)/.test(specifier)) return resolve(dirname(from), specifier);
  return isAbsolute(specifier) ? specifier : null;
}

function findFile(path: string): string | null {
  const isFile = (candidate: string) => statSync(candidate, {throwIfNoEntry: false})?.isFile() === true;
  if (isFile(path)) return realpathSync(path);
  for (const [ending, instead] of SUBSTITUTES) {
    if (!ending.test(path)) continue;
    const found = instead.map((text) => path.replace(ending, text)).find(isFile);
    if (found) return realpathSync(found);
  }
  return null;
}

/** Files that the session compiles itself: TypeScript everywhere, and the modules in JavaScript that are no package's. */
function isOwnSource(file: string): boolean {
  if (/[\\/]node_modules[\\/]/.test(file)) return false;
  const ending = extname(file);
  if (LOCAL_ENDINGS.has(ending) || ending === ".mjs") return true;
  return ending === ".js" && packageTypeOf(dirname(file)) === "module" && !/[\\/]dist[\\/]/.test(file);
}

function packageTypeOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, "package.json");
    if (existsSync(file)) {
      const read = JSON.parse(readFileSync(file, "utf8")) as {type?: string};
      return read.type ?? "commonjs";
    }
    if (dirname(at) === at) return "commonjs";
  }
}

const isMissing = (error: unknown): boolean =>
  /^(ERR_)?MODULE_NOT_FOUND$/.test(String((error as {code?: unknown} | null)?.code)) ||
  (error as {code?: unknown} | null)?.code === "ERR_PACKAGE_PATH_NOT_EXPORTED";

/** One line that names the package and says what to do, where Node tells only of paths. */
function explainMissing(error: unknown, specifier: string, from: string): unknown {
  const code = (error as {code?: unknown} | null)?.code;
  if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") return error;
  const name = specifier.startsWith("@")
    ? specifier.split("/").slice(0, 2).join("/")
    : (specifier.split("/")[0] ?? specifier);
  const message = error instanceof Error ? error.message : "";
  if (!message.includes(`'${specifier}'`) && !message.includes(`'${name}'`)) return error;
  return Object.assign(
    new Error(`Cannot find package '${name}' from ${dirname(from)}. To install it there: npm install ${name}`),
    {code},
  );
}
