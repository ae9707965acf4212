import {existsSync, readFileSync} from "node:fs";
import {dirname, join, relative, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {parseSync} from "oxc-parser";
import {type Node, nodeIn, nodesIn} from "../session/syntax.ts";

type Json = Record<string, unknown>;

/**
 * The tsconfig.json under which a notebook's cells are checked: the project's own, with the cells taken in; where there is
 * none, strict but for values whose type nobody wrote down.
 */
export function overlayConfig(folder: string, hasNodeTypes: boolean): string {
  const cells = ["./__*"];
  const always = {noEmit: true, allowImportingTsExtensions: true, rootDir: "/", composite: false, incremental: false};
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
    return JSON.stringify({compilerOptions: options, include: cells});
  }
  if (dirname(found) !== folder) {
    const base = relative(folder, found).split(sep).join("/");
    return JSON.stringify({
      extends: base.startsWith(".") ? base : `./${base}`,
      compilerOptions: always,
      include: cells,
    });
  }
  const own = readJsonc(readFileSync(found, "utf8"));
  const options = typeof own["compilerOptions"] === "object" ? own["compilerOptions"] : {};
  // Cells bring in what they import; the rest of the project costs time and memory and tells them nothing.
  return JSON.stringify({...own, compilerOptions: {...options, ...always}, include: cells, files: [], references: []});
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

/** The nearest tsconfig.json of a folder and those above it. */
export function findConfig(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, "tsconfig.json");
    if (existsSync(file)) return file;
    if (dirname(at) === at) return null;
  }
}

/** Reads JSON with comments and trailing commas; what is no object gives an empty one. */
export function readJsonc(text: string): Json {
  const {program, errors} = parseSync("config.js", `(${text}\n)`, {lang: "js", sourceType: "script"});
  const statement = nodesIn(program as unknown as Node, "body")[0];
  const expression = statement ? nodeIn(statement, "expression") : null;
  const value = errors.length === 0 && expression ? literalOf(expression) : null;
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function literalOf(node: Node): unknown {
  if (node.type === "ParenthesizedExpression") return literalOf(nodeIn(node, "expression") as Node);
  if (node.type === "ArrayExpression") return nodesIn(node, "elements").map(literalOf);
  if (node.type === "UnaryExpression") return -Number(literalOf(nodeIn(node, "argument") as Node));
  if (node.type !== "ObjectExpression") return node["value"];
  const entries = nodesIn(node, "properties").map((property): [string, unknown] => {
    const key = nodeIn(property, "key");
    return [String(key?.["value"] ?? key?.["name"]), literalOf(nodeIn(property, "value") as Node)];
  });
  return Object.fromEntries(entries);
}
