import {parseTypeScript} from "../session/syntax.ts";
import type {Json} from "./wire.ts";

const INDENT = "  ";

/**
 * Whether code is a whole cell: complete, incomplete (with the indentation of the next line), or invalid however it goes on.
 *
 * @example completeness("function f() {") // => {"status": "incomplete", "indent": "  "}
 */
export function completeness(code: string): Json {
  const errors = errorsIn(code);
  if (errors.length === 0) return {status: "complete"};
  if (!endsTooEarly(code, errors)) return {status: "invalid"};
  return {status: "incomplete", indent: INDENT.repeat(depthOf(code))};
}

type SyntaxProblem = {message: string; start: number};

function errorsIn(code: string): SyntaxProblem[] {
  return parseTypeScript(code).errors.map(({message, labels}) => ({message, start: labels[0]?.start ?? 0}));
}

/** The code ends inside something: the first error stands at its end, or is of what was opened and never closed. */
function endsTooEarly(code: string, errors: SyntaxProblem[]): boolean {
  const end = code.trimEnd().length;
  const first = errors[0];
  if (!first) return false;
  // A template may run over lines; a string or a regular expression that does not end on its line never will.
  if (/^Unterminated/.test(first.message)) return code[first.start] === "`" || code.startsWith("/*", first.start);
  return first.start >= end || /EOF|end of file/i.test(first.message);
}

/** How many brackets are open at the end, as far as can be told without reading strings. */
function depthOf(code: string): number {
  let depth = 0;
  for (const bracket of code
    .replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\/.*|\/\*[\s\S]*?\*\//g, "")
    .match(/[()[\]{}]/g) ?? [])
    depth = Math.max(0, depth + ("([{".includes(bracket) ? 1 : -1));
  return depth;
}
