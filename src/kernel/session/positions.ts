import {createRequire} from "node:module";
import type {TraceMap} from "@jridgewell/trace-mapping";
import type {Compiled} from "./rewrite.ts";

/** Read for the first error, and not before: most cells have none. */
const tracing = (): typeof import("@jridgewell/trace-mapping") =>
  createRequire(import.meta.url)("@jridgewell/trace-mapping") as typeof import("@jridgewell/trace-mapping");

/** A place in a cell or module as it was written; line and column count from 1. */
export type Position = {line: number; column: number};

/** The line and column of an offset in a text, both from 1. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const newline = before.lastIndexOf("\n");
  return {line: before.split("\n").length, column: offset - newline};
}

function offsetOf(text: string, {line, column}: Position): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const next = text.indexOf("\n", start);
    if (next < 0) return text.length;
    start = next + 1;
  }
  return Math.min(text.length, start + column - 1);
}

/** Code that ran, and what is needed to say where in its source a place in it comes from. */
export type RunCode = {label: string; source: string; compiled: Compiled; trace?: TraceMap | null};

/** Where in the source a place of the compiled code was written; null where nothing written stands for it. */
export function writtenPosition(code: RunCode, ran: Position): Position | null {
  return writtenFromEmitted(code, code.compiled.edits.originOf(offsetOf(code.compiled.code, ran)));
}

/** Where in the source an offset in the JavaScript without types was written. */
export function writtenFromEmitted(code: RunCode, offset: number): Position | null {
  const {javaScript, map} = code.compiled;
  const {line, column} = positionOf(javaScript, offset);
  if (code.trace === undefined) code.trace = map ? new (tracing().TraceMap)(JSON.stringify(map)) : null;
  if (!code.trace) return {line, column};
  const found = tracing().originalPositionFor(code.trace, {line, column: column - 1});
  return found.line === null ? null : {line: found.line, column: found.column + 1};
}
