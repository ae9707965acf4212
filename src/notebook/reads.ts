import {AsyncLocalStorage} from "node:async_hooks";
import {createHash} from "node:crypto";
import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";
import {relative, resolve, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {currentRun} from "../kernel/session/output.ts";

const seenBy = new AsyncLocalStorage<Set<string>>();

/** Node's functions that a file or folder is read by, or asked after: the same objects for everybody, packages included. */
const SYNC = ["readFileSync", "openSync", "readdirSync", "opendirSync", "existsSync", "statSync", "createReadStream"];
const ASYNC = ["readFile", "open", "readdir", "opendir", "stat", "access"];

/** What is known by its version, and not by its content: packages, and this one. */
const OWN_CODE = fileURLToPath(new URL("..", import.meta.url));
const isCode = (path: string): boolean => path.startsWith(OWN_CODE) || path.includes(`${sep}node_modules${sep}`);

/** Hashes of content by path; null for what was looked for and not there. */
export type ReadFiles = Readonly<Record<string, string | null>>;

/**
 * Runs a cell, and gives each file and folder that it read through node:fs, whoever called that: the cell, a module, a package.
 * Paths are seen from `folder`. What a worker thread, a child process or a native library reads is not seen.
 */
export async function hashReads(body: () => Promise<unknown>, folder: string): Promise<ReadFiles> {
  watch();
  const seen = new Set<string>();
  await seenBy.run(seen, body);
  const name = (path: string) => relative(folder, path).split(sep).join("/") || ".";
  return Object.fromEntries([...seen].sort().map((path) => [name(path), hashPath(path)]));
}

let isWatching = false;

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  for (const [functions, names] of [
    [fs, [...SYNC, ...ASYNC]],
    [fs.promises, ASYNC],
  ] as [object, string[]][])
    for (const name of names) {
      const original = Reflect.get(functions, name) as (...given: unknown[]) => unknown;
      const noting = (...given: unknown[]): unknown => {
        note(name, given);
        return original(...given);
      };
      Reflect.set(functions, name, Object.assign(noting, original));
    }
  syncBuiltinESMExports();
}

function note(name: string, [path, flags]: unknown[]): void {
  const seen = seenBy.getStore();
  // What the session reads for itself is no cell's.
  if (!seen || !currentRun()) return;
  if (name.startsWith("open") && !name.startsWith("opendir") && typeof flags === "string" && !/^rs?$/.test(flags))
    return;
  const text = path instanceof URL && path.protocol === "file:" ? fileURLToPath(path) : path;
  if (typeof text !== "string" && !Buffer.isBuffer(text)) return;
  const absolute = resolve(text.toString());
  if (!isCode(absolute)) seen.add(absolute);
}

/** What a file holds, or the names that a folder lists, as a hash; null where there is neither. */
export function hashPath(path: string): string | null {
  try {
    const stat = fs.statSync(path);
    // A folder's hidden names are its tools' own, and change with every look at it.
    if (stat.isDirectory())
      return hashText(
        JSON.stringify(
          fs
            .readdirSync(path)
            .filter((name) => !name.startsWith("."))
            .sort(),
        ),
      );
    return stat.isFile() ? hashText(fs.readFileSync(path)) : "";
  } catch {
    return null;
  }
}

export const hashText = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 12);
