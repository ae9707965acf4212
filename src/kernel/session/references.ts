import {childrenOf, type Node, nodeIn, nodesIn} from "./syntax.ts";

/** One use of a name that no scope inside the cell declares: the cell's own top level, an older cell's, or a global. */
export type Reference = {name: string; start: number; end: number; form: "plain" | "shorthand" | "callee" | "typeof"};

/** What a rewrite has to know of a program: names of its top level, free uses of names, and the places to instrument. */
export type Analysis = {
  declared: Map<string, "var" | "let" | "const" | "class" | "function" | "import">;
  references: Reference[];
  /** Bodies of loops and of functions that call something: where an endless run can be stopped. */
  turns: Node[];
  awaits: Node[];
  forAwaits: Node[];
  metas: Node[];
  dynamicImports: Node[];
  imports: Node[];
  /** `var` declarations of the top level's function scope, which may stand inside blocks. */
  declarations: {node: Node; head: "for" | "in" | null}[];
  /** False for a program that calls nothing, and neither loops nor waits nor imports. */
  canLast: boolean;
};

type Scope = {names: Set<string>; parent: Scope | null};

const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);
const CALLS = new Set(["CallExpression", "NewExpression", "TaggedTemplateExpression"]);
const LOOPS = new Set(["WhileStatement", "DoWhileStatement", "ForStatement", "ForInStatement", "ForOfStatement"]);

/** The identifiers that a binding pattern declares. */
export function boundIdentifiers(pattern: Node): Node[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return nodesIn(pattern, "properties").flatMap((p) =>
        boundIdentifiers((nodeIn(p, "value") ?? nodeIn(p, "argument")) as Node),
      );
    case "ArrayPattern":
      return nodesIn(pattern, "elements").flatMap(boundIdentifiers);
    case "AssignmentPattern":
      return boundIdentifiers(nodeIn(pattern, "left") as Node);
    case "RestElement":
      return boundIdentifiers(nodeIn(pattern, "argument") as Node);
    default:
      return [];
  }
}

const nameOf = (node: Node | null): string => (typeof node?.["name"] === "string" ? node["name"] : "");
const declaratorNames = (declaration: Node): string[] =>
  nodesIn(declaration, "declarations").flatMap((d) => boundIdentifiers(nodeIn(d, "id") as Node).map(nameOf));

/** The names that the statements of one block declare for that block: let, const, class and (as modules are strict) function. */
function lexicalNames(statements: Node[]): string[] {
  return statements.flatMap((statement) => {
    const node = nodeIn(statement, "declaration") ?? statement;
    if (node.type === "ClassDeclaration" || node.type === "FunctionDeclaration") return [nameOf(nodeIn(node, "id"))];
    return node.type === "VariableDeclaration" && node["kind"] !== "var" ? declaratorNames(node) : [];
  });
}

/** The `var` declarations of a function's body, wherever they stand in it. */
function varDeclarations(node: Node, head: "for" | "in" | null = null): {node: Node; head: "for" | "in" | null}[] {
  if (FUNCTIONS.has(node.type) || node.type === "ClassBody") return [];
  if (node.type === "VariableDeclaration") return node["kind"] === "var" ? [{node, head}] : [];
  return childrenOf(node).flatMap((child) => varDeclarations(child, headIn(node, child)));
}

function headIn(parent: Node, child: Node): "for" | "in" | null {
  if (parent.type === "ForStatement") return child === parent["init"] ? "for" : null;
  return child === parent["left"] && LOOPS.has(parent.type) ? "in" : null;
}

/** Reads a program's names. The program is JavaScript: types are gone. */
export function analyseProgram(program: Node): Analysis {
  const found: Analysis = {
    declared: new Map(),
    references: [],
    turns: [],
    awaits: [],
    forAwaits: [],
    metas: [],
    dynamicImports: [],
    imports: [],
    declarations: varDeclarations(program),
    canLast: true,
  };
  const body = nodesIn(program, "body");
  for (const {node} of found.declarations) for (const name of declaratorNames(node)) found.declared.set(name, "var");
  for (const statement of body) declareTopLevel(statement, found);
  // The top level is no scope of its own here: what it declares is free, and the rewrite decides where it lives.
  for (const statement of body) visit(statement, {names: new Set(), parent: null}, found);
  const lasting = [found.turns, found.awaits, found.imports, found.dynamicImports];
  found.canLast = lasting.some((nodes) => nodes.length > 0) || callsSomething(program);
  return found;
}

function declareTopLevel(statement: Node, found: Analysis): void {
  if (statement.type === "ImportDeclaration") {
    found.imports.push(statement);
    for (const s of nodesIn(statement, "specifiers")) found.declared.set(nameOf(nodeIn(s, "local")), "import");
    return;
  }
  const node = nodeIn(statement, "declaration") ?? statement;
  if (node.type === "VariableDeclaration" && node["kind"] !== "var") {
    found.declarations.push({node, head: null});
    const kind = node["kind"] === "let" ? "let" : "const";
    for (const name of declaratorNames(node)) found.declared.set(name, kind);
  }
  if (node.type === "ClassDeclaration") found.declared.set(nameOf(nodeIn(node, "id")), "class");
  if (node.type === "FunctionDeclaration") found.declared.set(nameOf(nodeIn(node, "id")), "function");
}

function isBound(name: string, scope: Scope): boolean {
  for (let s: Scope | null = scope; s; s = s.parent) if (s.names.has(name)) return true;
  return false;
}

function refer(node: Node, form: Reference["form"], scope: Scope, found: Analysis): undefined {
  const name = nameOf(node);
  if (!isBound(name, scope)) found.references.push({name, start: node.start, end: node.end, form});
}

const inner = (parent: Scope, names: Iterable<string>): Scope => ({names: new Set(names), parent});

function visitAll(nodes: (Node | null)[], scope: Scope, found: Analysis): undefined {
  for (const node of nodes) if (node) visit(node, scope, found);
}

function visit(node: Node, scope: Scope, found: Analysis): undefined {
  if (FUNCTIONS.has(node.type)) return visitFunction(node, scope, found);
  if (LOOPS.has(node.type)) return visitLoop(node, scope, found);
  switch (node.type) {
    case "Identifier":
      return refer(node, "plain", scope, found);
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "BreakStatement":
    case "ContinueStatement":
      return;
    case "LabeledStatement":
      return visitAll([nodeIn(node, "body")], scope, found);
    case "MetaProperty":
      if (nameOf(nodeIn(node, "meta")) === "import") found.metas.push(node);
      return;
    case "ExportNamedDeclaration":
      return visitAll([nodeIn(node, "declaration")], scope, found);
    case "ImportExpression":
      found.dynamicImports.push(node);
      return visitAll(childrenOf(node), scope, found);
    case "AwaitExpression":
      found.awaits.push(node);
      return visitAll([nodeIn(node, "argument")], scope, found);
    case "VariableDeclaration":
      for (const d of nodesIn(node, "declarations")) {
        visitPattern(nodeIn(d, "id") as Node, scope, found);
        visitAll([nodeIn(d, "init")], scope, found);
      }
      return;
    case "ClassDeclaration":
    case "ClassExpression":
      return visitClass(node, scope, found);
    case "BlockStatement":
    case "StaticBlock": {
      const names = lexicalNames(nodesIn(node, "body"));
      if (node.type === "StaticBlock")
        names.push(...varDeclarations({...node, type: "BlockStatement"}).flatMap((d) => declaratorNames(d.node)));
      return visitAll(nodesIn(node, "body"), inner(scope, names), found);
    }
    case "SwitchStatement": {
      const cases = nodesIn(node, "cases");
      visitAll([nodeIn(node, "discriminant")], scope, found);
      const block = inner(scope, lexicalNames(cases.flatMap((c) => nodesIn(c, "consequent"))));
      return visitAll(
        cases.flatMap((c) => [nodeIn(c, "test"), ...nodesIn(c, "consequent")]),
        block,
        found,
      );
    }
    case "CatchClause": {
      const param = nodeIn(node, "param");
      const block = inner(scope, param ? boundIdentifiers(param).map(nameOf) : []);
      if (param) visitPattern(param, block, found);
      return visitAll([nodeIn(node, "body")], block, found);
    }
    default:
      return visitExpression(node, scope, found);
  }
}

function visitExpression(node: Node, scope: Scope, found: Analysis): undefined {
  switch (node.type) {
    case "MemberExpression":
      return visitAll([nodeIn(node, "object"), node["computed"] ? nodeIn(node, "property") : null], scope, found);
    case "CallExpression":
    case "TaggedTemplateExpression": {
      const callee = nodeIn(node, "callee") ?? nodeIn(node, "tag");
      if (callee?.type === "Identifier") refer(callee, nameOf(callee) === "eval" ? "plain" : "callee", scope, found);
      else visitAll([callee], scope, found);
      return visitAll([...nodesIn(node, "arguments"), nodeIn(node, "quasi")], scope, found);
    }
    case "UnaryExpression": {
      const operand = nodeIn(node, "argument") as Node;
      if (node["operator"] === "typeof" && operand.type === "Identifier") return refer(operand, "typeof", scope, found);
      return visit(operand, scope, found);
    }
    case "Property": {
      const value = nodeIn(node, "value") as Node;
      if (node["computed"]) visit(nodeIn(node, "key") as Node, scope, found);
      if (!node["shorthand"]) return visit(value, scope, found);
      const target = value.type === "AssignmentPattern" ? (nodeIn(value, "left") as Node) : value;
      refer(target, "shorthand", scope, found);
      return visitAll([nodeIn(value, "right")], scope, found);
    }
    case "MethodDefinition":
    case "PropertyDefinition":
    case "AccessorProperty":
      return visitAll([node["computed"] ? nodeIn(node, "key") : null, nodeIn(node, "value")], scope, found);
    default:
      return visitAll(childrenOf(node), scope, found);
  }
}

/** Binding patterns: a declared name of the top level is a use to be rewritten; defaults and computed keys are expressions. */
function visitPattern(pattern: Node, scope: Scope, found: Analysis): undefined {
  if (pattern.type === "ObjectPattern") {
    for (const p of nodesIn(pattern, "properties")) visitPatternProperty(p, scope, found);
  } else if (pattern.type === "ArrayPattern") {
    for (const element of nodesIn(pattern, "elements")) visitPattern(element, scope, found);
  } else if (pattern.type === "AssignmentPattern") {
    visitPattern(nodeIn(pattern, "left") as Node, scope, found);
    visit(nodeIn(pattern, "right") as Node, scope, found);
  } else if (pattern.type === "RestElement") visitPattern(nodeIn(pattern, "argument") as Node, scope, found);
  else visit(pattern, scope, found);
}

function visitPatternProperty(property: Node, scope: Scope, found: Analysis): undefined {
  if (property.type === "RestElement") return visitPattern(property, scope, found);
  if (property["shorthand"]) return visitExpression(property, scope, found);
  if (property["computed"]) visit(nodeIn(property, "key") as Node, scope, found);
  visitPattern(nodeIn(property, "value") as Node, scope, found);
}

function visitFunction(node: Node, scope: Scope, found: Analysis): undefined {
  const arrow = node.type === "ArrowFunctionExpression";
  const own = node.type === "FunctionExpression" ? [nameOf(nodeIn(node, "id"))] : [];
  const params = nodesIn(node, "params");
  const names = [...own, ...(arrow ? [] : ["arguments"]), ...params.flatMap((p) => boundIdentifiers(p).map(nameOf))];
  const outer = inner(scope, names);
  for (const param of params) visitPattern(param, outer, found);
  const body = nodeIn(node, "body") as Node;
  if (callsSomething(body)) found.turns.push(body);
  if (body.type !== "BlockStatement") return visit(body, outer, found);
  const statements = nodesIn(body, "body");
  const vars = varDeclarations(body).flatMap((d) => declaratorNames(d.node));
  visitAll(statements, inner(outer, [...vars, ...lexicalNames(statements)]), found);
}

function callsSomething(node: Node): boolean {
  if (CALLS.has(node.type)) return true;
  return !FUNCTIONS.has(node.type) && childrenOf(node).some(callsSomething);
}

function visitClass(node: Node, scope: Scope, found: Analysis): undefined {
  const id = nodeIn(node, "id");
  const block = inner(scope, id ? [nameOf(id)] : []);
  visitAll([nodeIn(node, "superClass")], block, found);
  visitAll([nodeIn(node, "body")], block, found);
}

function visitLoop(node: Node, scope: Scope, found: Analysis): undefined {
  found.turns.push(nodeIn(node, "body") as Node);
  if (node["await"]) found.forAwaits.push(node);
  const head = nodeIn(node, "init") ?? nodeIn(node, "left");
  const lexical = head?.type === "VariableDeclaration" && head["kind"] !== "var" ? declaratorNames(head) : [];
  visitAll(childrenOf(node), inner(scope, lexical), found);
}
