import {type Column, type ColumnType, isIssue} from "./table.ts";

/**
 * The columns of rows without a schema: every key of any row, in the order in which it is first seen, with the narrowest type that
 * holds all its values. A column of mixed types is `string`; so is one without any value.
 *
 * @example inferColumns([{a: 1}, {b: ["x"], a: 2.5}]) // => [{"name": "a", "type": "number"}, {"name": "b", "type": "list"}]
 */
export function inferColumns(rows: Iterable<object>): Column[] {
  const types = new Map<string, ColumnType | null>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      const [known, found] = [types.get(name) ?? null, typeOf(value)];
      types.set(name, known === null || found === null ? (known ?? found) : join(known, found));
    }
  }
  return [...types].map(([name, type]) => ({name, type: type ?? "string"}));
}

/** Null where the value says nothing about its column. */
function typeOf(value: unknown): ColumnType | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isNaN(value) ? null : Number.isSafeInteger(value) ? "integer" : "number";
  if (typeof value === "boolean") return "boolean";
  if (!Array.isArray(value)) return value instanceof Date ? "date" : "string";
  if (value.length === 0) return null;
  return value.every((item) => typeof item === "string") ? "list" : value.every(isIssue) ? "issues" : "string";
}

function join(a: ColumnType, b: ColumnType): ColumnType {
  if (a === b) return a;
  return [a, b].every((type) => type === "integer" || type === "number") ? "number" : "string";
}
