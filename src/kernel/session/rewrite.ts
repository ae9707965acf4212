import type {SourceMap} from "oxc-transform";
import {Edits} from "./edits.ts";
import {type Analysis, analyseProgram, boundIdentifiers, type Reference} from "./references.ts";
import {type EmitOptions, type Node, nodeIn, nodesIn, parseJavaScript, stripTypes} from "./syntax.ts";

/** What one import statement asks for. `imported` is "*" for the namespace itself. */
export type ImportRequest = {source: string; start: number; names: {local: string; imported: string}[]};

/** An export of a module: a name of its own, or one handed on from an import (`from` is an index into `imports`). */
export type ExportEntry = {exported: string; local: string; from: number | null};

/** A cell or module as a function expression in JavaScript, and what its runner has to supply. */
export type Compiled = {
  /** `async (scope, flag, halt, awaited, load, meta, helpers, spaces) => {...}`, on one line before the code. */
  code: string;
  imports: ImportRequest[];
  exports: ExportEntry[];
  declared: Map<string, string>;
  /** False for what is over at once: it calls nothing, and neither loops nor waits nor imports. */
  canLast: boolean;
  /** What was changed of `javaScript`, and `map` from there to the source: together they lead positions back. */
  edits: Edits;
  javaScript: string;
  map: SourceMap | null;
};

/** The names under which a compiled function finds what its runner supplies; none of them occurs in the source. */
type Handles = {scope: string; flag: string; halt: string; awaited: string; load: string; meta: string; spaces: string};

function freeHandles(code: string): Handles {
  let prefix = "$v";
  while (code.includes(prefix)) prefix += "v";
  const [scope, flag, halt, awaited] = ["s", "f", "h", "a"].map((c) => prefix + c) as [string, string, string, string];
  return {scope, flag, halt, awaited, load: `${prefix}l`, meta: `${prefix}m`, spaces: `${prefix}n`};
}

const head = (h: Handles, hoisted: string): string =>
  `(async (${[h.scope, h.flag, h.halt, h.awaited, h.load, h.meta, "babelHelpers", h.spaces].join(",")})=>{"use strict";${hoisted}`;

/**
 * Compiles a cell: its top-level names become properties of a scope that all cells share, so that anything may be declared
 * again by anything, and the value of a last expression is returned in a list of one.
 *
 * @param isKnown whether an older cell declared a name, or it is one that only the shared scope has
 * @throws CellSyntaxError where the cell cannot be parsed
 */
export function compileCell(source: string, isKnown: (name: string) => boolean, options: EmitOptions = {}): Compiled {
  const {code, map} = stripTypes("cell.ts", readObjectLiteral(source), options);
  const program = parseJavaScript(code);
  const analysis = analyseProgram(program);
  const handles = freeHandles(code);
  const edits = new Edits(code);
  const inScope = (name: string) => analysis.declared.has(name) || isKnown(name) || !(name in globalThis);
  for (const reference of analysis.references) {
    if (!inScope(reference.name) || reference.name === "babelHelpers" || reference.name === "arguments") continue;
    if (reference.form === "typeof" && !analysis.declared.has(reference.name) && !isKnown(reference.name)) continue;
    rewriteReference(edits, reference, `${handles.scope}.${reference.name}`);
  }
  for (const {node, head} of analysis.declarations) rewriteDeclaration(edits, node, head, handles.scope);
  const hoisted = rewriteStatements(edits, nodesIn(program, "body"), handles.scope);
  instrument(edits, analysis, handles);
  return {
    ...finish(edits, head(handles, hoisted), code, map),
    imports: importsOf(analysis),
    exports: [],
    declared: named(analysis.declared),
    canLast: analysis.canLast,
  };
}

/**
 * Compiles a module: its names stay its own, imports are read from the namespaces that the runner hands over (so they are
 * live, as in ECMAScript), and exports are getters.
 */
export function compileModule(file: string, source: string, options: EmitOptions = {}): Compiled {
  const {code, map} = stripTypes(file, source, options);
  const program = parseJavaScript(code);
  const analysis = analyseProgram(program);
  const handles = freeHandles(code);
  const edits = new Edits(code);
  const imports = importsOf(analysis);
  const imported = new Map(
    imports.flatMap((request, index) => request.names.map((n) => [n.local, spaceMember(handles, index, n.imported)])),
  );
  for (const reference of analysis.references) {
    const place = imported.get(reference.name);
    if (place) rewriteReference(edits, reference, place);
  }
  const exports = rewriteModuleStatements(edits, nodesIn(program, "body"), imports);
  instrument(edits, analysis, handles);
  const getters = exports
    .filter((e) => e.from === null)
    .map((e) => `get ${JSON.stringify(e.exported)}(){return ${imported.get(e.local) ?? e.local}}`);
  const first = head(handles, `${handles.scope}({${getters.join(",")}});`);
  return {
    ...finish(edits, first, code, map),
    imports,
    exports,
    declared: named(analysis.declared),
    canLast: analysis.canLast,
  };
}

const spaceMember = (handles: Handles, index: number, name: string): string =>
  name === "*" ? `${handles.spaces}[${index}]` : `${handles.spaces}[${index}][${JSON.stringify(name)}]`;

const named = (declared: Analysis["declared"]) => new Map([...declared].filter(([name]) => name !== ""));

const finish = (edits: Edits, first: string, javaScript: string, map: SourceMap | null) => ({
  code: edits.apply(first, "\n})"),
  edits,
  javaScript,
  map,
});

/** `{a: 1}` alone is meant as an object, not as a block with a label. The brackets keep every offset's line. */
function readObjectLiteral(source: string): string {
  const text = source.trim();
  if (!text.startsWith("{") || !/\}\s*;?$/.test(text)) return source;
  try {
    stripTypes("cell.ts", `(${text.replace(/;$/, "")})`);
    return source.replace(/\{/, "({").replace(/\}(\s*;?\s*)$/, "})$1");
  } catch {
    return source;
  }
}

function rewriteReference(edits: Edits, {name, start, end, form}: Reference, place: string): void {
  const text = form === "shorthand" ? `${name}: ${place}` : form === "callee" ? `(0, ${place})` : place;
  edits.replace(start, end, text);
}

/** `let a = 1, b` becomes `(a = 1, b = undefined)`: the names themselves were rewritten as references. */
function rewriteDeclaration(edits: Edits, node: Node, head: "for" | "in" | null, scope: string): void {
  const declarators = nodesIn(node, "declarations");
  const first = declarators[0];
  const last = declarators.at(-1);
  if (!first || !last) return;
  edits.replace(node.start, first.start, "");
  if (head === "in") return;
  edits.wrap(first.start, last.end, "(", ")");
  for (const declarator of declarators) {
    const id = nodeIn(declarator, "id") as Node;
    const init = nodeIn(declarator, "init");
    if (!init)
      edits.wrap(
        declarator.start,
        declarator.end,
        "",
        node["kind"] === "var" ? ` = ${scope}.${id["name"]}` : " = undefined",
      );
    else if (id.type === "Identifier") keepFunctionName(edits, init, String(id["name"]));
  }
}

/** Functions take their name from the variable that they are first assigned to, but not from a property. */
function keepFunctionName(edits: Edits, init: Node, name: string): void {
  const anonymous =
    init.type === "ArrowFunctionExpression" ||
    ((init.type === "FunctionExpression" || init.type === "ClassExpression") && !nodeIn(init, "id"));
  if (!anonymous) return;
  edits.wrap(init.start, init.end, `({${name}: `, `}).${name}`);
}

/** Rewrites what may stand at the top level alone; returns what has to run first because functions are hoisted. */
function rewriteStatements(edits: Edits, body: Node[], scope: string): string {
  let hoisted = "";
  const last = body.findLast((s) => s.type !== "EmptyStatement" && !isEmptyExport(s));
  for (const statement of body) {
    if (
      statement.type === "ImportDeclaration" ||
      statement.type === "ExportAllDeclaration" ||
      isBareExport(statement)
    ) {
      edits.replace(statement.start, statement.end, "");
      continue;
    }
    const node = nodeIn(statement, "declaration") ?? statement;
    const isDefault = statement.type === "ExportDefaultDeclaration";
    if (node !== statement) edits.replace(statement.start, node.start, "");
    const name = nodeIn(node, "id")?.["name"];
    if (node.type === "FunctionDeclaration" && name) hoisted += `${scope}.${name} = ${name};`;
    else if (node.type === "ClassDeclaration" && name) {
      edits.wrap(node.start, node.end, `${scope}.${name} = `, ";");
    } else if (isDefault) {
      const [before, after] = statement === last ? VALUE : DISCARDED;
      edits.wrap(node.start, node.end, before, after);
    } else if (statement === last && statement.type === "ExpressionStatement") returnValue(edits, statement);
  }
  return hoisted;
}

/** What stands around the expression that is a cell's value. */
const VALUE = ["return [(", ")]"] as const;
const DISCARDED = ["void (", ");"] as const;

function returnValue(edits: Edits, statement: Node): void {
  const expression = nodeIn(statement, "expression") as Node;
  const target = nodeIn(expression, "right") ?? expression;
  // What lowering a decorator leaves behind is no value that the cell ends with.
  if (nodeIn(nodeIn(target, "callee") ?? target, "object")?.["name"] === "babelHelpers") return;
  edits.wrap(expression.start, expression.end, ...VALUE);
}

const isBareExport = (s: Node) => s.type === "ExportNamedDeclaration" && !nodeIn(s, "declaration");
const isEmptyExport = (s: Node) => isBareExport(s) && nodesIn(s, "specifiers").length === 0;

const moduleName = (node: Node | null): string => String(node?.["name"] ?? node?.["value"] ?? "");

function importsOf(analysis: Analysis): ImportRequest[] {
  return analysis.imports.map((node) => ({
    source: moduleName(nodeIn(node, "source")),
    start: node.start,
    names: nodesIn(node, "specifiers").map((s) => ({
      local: moduleName(nodeIn(s, "local")),
      imported:
        s.type === "ImportNamespaceSpecifier"
          ? "*"
          : s.type === "ImportDefaultSpecifier"
            ? "default"
            : moduleName(nodeIn(s, "imported")),
    })),
  }));
}

/** Takes import and export statements out of a module; adds what is handed on to `imports`, and returns all exports. */
function rewriteModuleStatements(edits: Edits, body: Node[], imports: ImportRequest[]): ExportEntry[] {
  const exports: ExportEntry[] = [];
  for (const statement of body) {
    const source = nodeIn(statement, "source");
    const node = nodeIn(statement, "declaration");
    if (statement.type === "ImportDeclaration") edits.replace(statement.start, statement.end, "");
    else if (statement.type === "ExportDefaultDeclaration" && node)
      exports.push(rewriteDefault(edits, statement, node));
    else if (statement.type === "ExportAllDeclaration" || (source && statement.type === "ExportNamedDeclaration")) {
      edits.replace(statement.start, statement.end, "");
      const from = imports.push({source: moduleName(source), start: statement.start, names: []}) - 1;
      exports.push(...handedOn(statement, from));
    } else if (statement.type === "ExportNamedDeclaration") {
      if (node) edits.replace(statement.start, node.start, "");
      else edits.replace(statement.start, statement.end, "");
      exports.push(...(node ? declaredNames(node) : nodesIn(statement, "specifiers").map(specifierEntry)));
    }
  }
  return exports;
}

function rewriteDefault(edits: Edits, statement: Node, node: Node): ExportEntry {
  const name = nodeIn(node, "id")?.["name"];
  const isDeclaration = node.type === "FunctionDeclaration" || node.type === "ClassDeclaration";
  if (name && isDeclaration) {
    edits.replace(statement.start, node.start, "");
    return {exported: "default", local: String(name), from: null};
  }
  edits.replace(statement.start, node.start, "");
  edits.wrap(node.start, node.end, "var $default = ({default: ", "}).default;");
  return {exported: "default", local: "$default", from: null};
}

function handedOn(statement: Node, from: number): ExportEntry[] {
  if (statement.type !== "ExportAllDeclaration")
    return nodesIn(statement, "specifiers").map((s) => ({...specifierEntry(s), from}));
  const exported = nodeIn(statement, "exported");
  return [{exported: exported ? moduleName(exported) : "*", local: "*", from}];
}

const specifierEntry = (s: Node): ExportEntry => ({
  exported: moduleName(nodeIn(s, "exported")),
  local: moduleName(nodeIn(s, "local")),
  from: null,
});

function declaredNames(node: Node): ExportEntry[] {
  const names =
    node.type === "VariableDeclaration"
      ? nodesIn(node, "declarations").flatMap((d) => boundIdentifiers(nodeIn(d, "id") as Node))
      : [nodeIn(node, "id") as Node];
  return names.map((id) => ({exported: moduleName(id), local: moduleName(id), from: null}));
}

/** Puts a check of the stop flag where code can run for ever, and after every await; import() and import.meta become the runner's. */
function instrument(edits: Edits, analysis: Analysis, h: Handles): void {
  const checks = (body: Node) =>
    `${h.flag}[0]&&${h.halt}()${analysis.forAwaits.some((loop) => loop["body"] === body) ? `,${h.awaited}()` : ""}`;
  for (const body of analysis.turns) {
    if (body.type === "BlockStatement") edits.insert(body.start + 1, `${checks(body)};`);
    else if (body.type.endsWith("Statement")) edits.wrap(body.start, body.end, `{${checks(body)};`, "}");
    else edits.wrap(body.start, body.end, `(${checks(body)},`, ")");
  }
  for (const node of analysis.awaits) edits.wrap(node.start, node.end, `${h.awaited}(`, ")");
  for (const node of analysis.metas) edits.replace(node.start, node.end, h.meta);
  for (const node of analysis.dynamicImports) edits.replace(node.start, node.start + "import".length, h.load);
}
