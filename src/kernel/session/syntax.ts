import {type OxcError, parseSync} from "oxc-parser";
import {type SourceMap, type TransformOptions, transformSync} from "oxc-transform";

/** A node of an ESTree; what a field holds depends on `type`, so a field is read through the functions below. */
export type Node = {type: string; start: number; end: number; [field: string]: unknown};

/** The node in a field, or null where the field holds none. */
export const nodeIn = (node: Node, field: string): Node | null => (isNode(node[field]) ? (node[field] as Node) : null);

/** The nodes in a list field; holes (as in `[, a]`) are left out. */
export const nodesIn = (node: Node, field: string): Node[] =>
  Array.isArray(node[field]) ? (node[field] as unknown[]).filter(isNode) : [];

/** Every node that a node holds, in the order of its fields. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const field in node) {
    const value = node[field];
    if (Array.isArray(value)) for (const item of value) isNode(item) && children.push(item);
    else if (isNode(value)) children.push(value);
  }
  return children;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as {type?: unknown}).type === "string";
}

/** A syntax error with the place in the source where it was noticed, in UTF-16 code units. */
export class CellSyntaxError extends SyntaxError {
  readonly offset: number;
  /** The source that does not parse, where it is not the cell's own. */
  place: {label: string; source: string} | undefined;
  constructor(message: string, offset: number) {
    super(message);
    this.name = "SyntaxError";
    this.offset = offset;
  }
}

export type JavaScript = {code: string; map: SourceMap | null};

/** What of a project's compiler options changes the JavaScript that comes out. */
export type EmitOptions = {legacyDecorators?: boolean; decoratorMetadata?: boolean; jsx?: TransformOptions["jsx"]};

/**
 * Strips the types from TypeScript and lowers what JavaScript lacks (enums, parameter properties, JSX, legacy decorators).
 * Imports stay even where only types seem to need them: a later cell may read them.
 *
 * @throws CellSyntaxError with the offset of the first error.
 */
export function stripTypes(file: string, source: string, options: EmitOptions = {}): JavaScript {
  const plain = transform(file, source, "ts", options);
  if (plain.errors.length === 0) return {code: plain.code, map: plain.map ?? null};
  // JSX and type assertions in angle brackets exclude each other: whichever reading has no error is meant.
  const withJsx = /<[\w>]/.test(source) ? transform(file, source, "tsx", options) : plain;
  if (withJsx.errors.length === 0) return {code: withJsx.code, map: withJsx.map ?? null};
  const first = plain.errors[0];
  const hint = first?.helpMessage ? ` (${first.helpMessage})` : "";
  throw new CellSyntaxError(`${first?.message ?? "cannot be read"}${hint}`, first?.labels[0]?.start ?? 0);
}

function transform(file: string, source: string, lang: "ts" | "tsx", options: EmitOptions) {
  return transformSync(file, source, {
    lang,
    sourceType: "module",
    sourcemap: true,
    typescript: {onlyRemoveTypeImports: true},
    decorator: {legacy: options.legacyDecorators ?? true, emitDecoratorMetadata: options.decoratorMetadata ?? false},
    ...(options.jsx ? {jsx: options.jsx} : {}),
    helpers: {mode: "External" as never},
  });
}

/** Parses TypeScript, errors and all; as JSX where that reading alone has none. */
export function parseTypeScript(code: string): {program: Node; errors: OxcError[]; jsx: boolean} {
  const read = (lang: "ts" | "tsx") => parseSync(`cell.${lang}`, code, {lang, sourceType: "module"});
  const plain = read("ts");
  const asJsx = plain.errors.length > 0 && /<[\w>]/.test(code) ? read("tsx") : null;
  const jsx = asJsx !== null && asJsx.errors.length === 0;
  const {program, errors} = jsx ? asJsx : plain;
  return {program: program as unknown as Node, errors, jsx};
}

/** Parses JavaScript that `stripTypes` wrote. */
export function parseJavaScript(code: string): Node {
  return parseSync("cell.js", code, {lang: "js", sourceType: "module"}).program as unknown as Node;
}
