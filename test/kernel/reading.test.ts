import assert from "node:assert/strict";
import {test} from "node:test";
import {completeness} from "../../src/kernel/server/completeness.ts";
import {readHelpRequest} from "../../src/kernel/server/help-request.ts";
import {readJsonc} from "../../src/kernel/session/tsconfig.ts";
import {cellModule, cellNames, HEADER_LINES} from "../../src/kernel/types/cell-text.ts";
import {isPlain} from "../../src/kernel/types/plain-cell.ts";

const WHOLE: [code: string, status: string, indent?: string][] = [
  ["1 + 1", "complete"],
  ["", "complete"],
  ["const f = <T>(x: T) => x", "complete"],
  ["<b>text</b>", "complete"],
  ["if (a) {", "incomplete", "  "],
  ["if (a) {\n  f(", "incomplete", "    "],
  ["const s = `over\nlines", "incomplete", ""],
  ["/* not closed", "incomplete", ""],
  ["f('(', ", "incomplete", "  "],
  ["const a =", "incomplete", ""],
  ["'not closed", "invalid"],
  ["a b", "invalid"],
  ["f(1))", "invalid"],
  ["return 1", "invalid"],
];
for (const [code, status, indent] of WHOLE) {
  test(`${status}: ${JSON.stringify(code)}`, () => {
    assert.deepEqual(completeness(code), indent === undefined ? {status} : {status, indent});
  });
}

test("help is asked for with question marks around a name, and with nothing else", () => {
  assert.deepEqual(readHelpRequest("JSON.stringify?"), {name: "JSON.stringify", detail: 0});
  assert.deepEqual(readHelpRequest(" ??rows "), {name: "rows", detail: 1});
  for (const code of ["rows", "a ? b : c", "a?.b", "f(x)?", "?"]) assert.equal(readHelpRequest(code), null);
});

test("a cell's names are its values and its types", () => {
  const names = cellNames(
    "import a, {b as c, type D} from 'm'; export const {e, f: [g]} = x; interface H {} type I = 1; enum J {} function k() {} class L {} let m;",
  );
  assert.deepEqual([...names.declared].sort(), ["D", "H", "I", "J", "L", "a", "c", "e", "g", "k", "m"]);
  assert.deepEqual([...names.exported].sort(), ["e", "g"]);
  assert.ok(cellNames("const a = <b/>").jsx);
  assert.ok(cellNames("const total = rows.; class A {").declared.has("total"));
});

test("the module of a cell keeps the cell's lines", () => {
  const code = "const a = b;\nconst c = 1;";
  const text = cellModule(
    code,
    cellNames(code),
    new Map([
      ["b", "__cell_1__.mts"],
      ["a", "__cell_2__.mts"],
    ]),
  );
  const lines = text.split("\n");
  assert.deepEqual(lines.slice(HEADER_LINES, HEADER_LINES + 2), code.split("\n"));
  assert.equal(lines[HEADER_LINES - 1], 'import {b} from "./__cell_1__.mts";');
  assert.equal(lines.at(-2), "export {a, c};");
});

test("plain cells are those that no checker has a word for", () => {
  for (const code of ["1 + 1", "'text'", "console.log('x', 2)", "const a = 5; a * 2"]) assert.ok(isPlain(code), code);
  for (const code of ["x + 1", "const a: string = 5", "[1].a", "({})", "f()", "`${a}`", "console.lag(1)"])
    assert.ok(!isPlain(code), code);
});

test("configuration is JSON with comments and trailing commas", () => {
  assert.deepEqual(readJsonc('{// why\n"a": [1, -2, true,], "b": {"c": null,},}'), {a: [1, -2, true], b: {c: null}});
  assert.deepEqual(readJsonc("nonsense {"), {});
});
