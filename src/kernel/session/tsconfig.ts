import {existsSync, readFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {parseSync} from "oxc-parser";
import {type EmitOptions, type Node, nodeIn, nodesIn} from "./syntax.ts";

type Json = Record<string, unknown>;

/** What of a project's tsconfig.json changes how its cells are compiled and what their imports mean. */
export type ProjectOptions = {emit: EmitOptions; paths: {pattern: string; targets: string[]}[]};

const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The nearest tsconfig.json of a folder and those above it. */
export function findConfig(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, "tsconfig.json");
    if (existsSync(file)) return file;
    if (dirname(at) === at) return null;
  }
}

/** Reads the options that hold for a folder, those of configurations that are extended by a path included. */
export function readProjectOptions(folder: string): ProjectOptions {
  const file = findConfig(folder);
  const {options, paths} = file === null ? {options: {}, paths: []} : readOptions(file, new Set());
  const {jsx, jsxFactory, jsxFragmentFactory, jsxImportSource, emitDecoratorMetadata} = options;
  const text = (value: unknown, name: string) => (typeof value === "string" ? {[name]: value} : {});
  const emit: EmitOptions = {
    decoratorMetadata: emitDecoratorMetadata === true,
    jsx:
      jsx === "react"
        ? {runtime: "classic", ...text(jsxFactory, "pragma"), ...text(jsxFragmentFactory, "pragmaFrag")}
        : {runtime: "automatic", ...text(jsxImportSource, "importSource")},
  };
  return {emit, paths};
}

function readOptions(file: string, seen: Set<string>): {options: Json; paths: ProjectOptions["paths"]} {
  if (seen.has(file) || !existsSync(file)) return {options: {}, paths: []};
  seen.add(file);
  const config = readJsonc(readFileSync(file, "utf8"));
  const bases = [config["extends"]]
    .flat()
    .filter((base): base is string => typeof base === "string" && base.startsWith("."));
  const inherited = bases.map((base) => {
    const path = resolve(dirname(file), base);
    return readOptions(existsSync(path) ? path : `${path}.json`, seen);
  });
  const own = isRecord(config["compilerOptions"]) ? config["compilerOptions"] : {};
  const root = resolve(dirname(file), typeof own["baseUrl"] === "string" ? own["baseUrl"] : ".");
  const paths = Object.entries(isRecord(own["paths"]) ? own["paths"] : {}).map(([pattern, targets]) => ({
    pattern,
    targets: (Array.isArray(targets) ? targets : []).map((target) => resolve(root, String(target))),
  }));
  const options = Object.assign({}, ...inherited.map((base) => base.options), own) as Json;
  return {options, paths: paths.length > 0 ? paths : inherited.flatMap((base) => base.paths)};
}

/** The files that a specifier may mean by the `paths` of a project, best first. */
export function mappedPaths(specifier: string, paths: ProjectOptions["paths"]): string[] {
  return paths.flatMap(({pattern, targets}) => {
    const [before = "", after] = pattern.split("*");
    if (after === undefined) return specifier === pattern ? targets : [];
    if (!specifier.startsWith(before) || !specifier.endsWith(after)) return [];
    const middle = specifier.slice(before.length, specifier.length - after.length);
    return targets.map((target) => target.replace("*", middle));
  });
}

/** Reads JSON with comments and trailing commas; what is no object gives an empty one. */
export function readJsonc(text: string): Json {
  const {program, errors} = parseSync("config.js", `(${text}\n)`, {lang: "js", sourceType: "script"});
  const statement = nodesIn(program as unknown as Node, "body")[0];
  const expression = statement ? nodeIn(statement, "expression") : null;
  const value = errors.length === 0 && expression ? literalOf(expression) : null;
  return isRecord(value) ? value : {};
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
