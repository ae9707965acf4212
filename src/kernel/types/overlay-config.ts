import {existsSync, readFileSync} from "node:fs";
import {dirname, join, relative, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {findConfig, readJsonc} from "../session/tsconfig.ts";

type Json = Record<string, unknown>;

/**
 * The tsconfig.json under which a notebook's cells are checked: the project's own, with the cells taken in; where there is
 * none, strict but for values whose type nobody wrote down.
 */
export function overlayConfig(folder: string, hasNodeTypes: boolean): string {
  const cells = ["./__*"];
  // The server has this file open too, and looks for the project that it is part of: were it not this one, it would read all of
  // the project above, which takes it longer than everything else.
  const files = ["./tsconfig.json"];
  const always = {
    noEmit: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    rootDir: "/",
    composite: false,
    incremental: false,
  };
  const found = findConfig(folder);
  if (found === null) {
    const options = {
      ...always,
      target: "esnext",
      module: "nodenext",
      strict: true,
      noImplicitAny: false,
      skipLibCheck: true,
      jsx: "react-jsx",
      experimentalDecorators: true,
      ...ownTypes(folder),
      ...(hasNodeTypes ? {lib: ["esnext"], types: ["node"]} : {}),
    };
    return JSON.stringify({compilerOptions: options, include: cells, files});
  }
  if (dirname(found) !== folder) {
    const base = relative(folder, found).split(sep).join("/");
    return JSON.stringify({
      extends: base.startsWith(".") ? base : `./${base}`,
      compilerOptions: always,
      include: cells,
      files,
    });
  }
  const own = readJsonc(readFileSync(found, "utf8"));
  const options = typeof own["compilerOptions"] === "object" ? own["compilerOptions"] : {};
  // Cells bring in what they import; the rest of the project costs time and memory and tells them nothing.
  return JSON.stringify({...own, compilerOptions: {...options, ...always}, include: cells, files, references: []});
}

/** The running package's types, for notebooks outside of any project that has it: a cell there can import it all the same. */
function ownTypes(folder: string): Json {
  for (let at = folder; dirname(at) !== at; at = dirname(at))
    if (existsSync(join(at, "node_modules", "variorum"))) return {};
  const file = fileURLToPath(
    new URL(import.meta.url.endsWith(".ts") ? "../../index.ts" : "../../index.d.ts", import.meta.url),
  );
  return {paths: {variorum: [file]}};
}
