// What danfojs-node 1.2.0 itself answers, nothing repaired: each test pins a wrong answer that it gives without a word, so that a release
// which mends one is noticed. What Variorum does about each stands in data-frame.test.ts under the same title.
import assert from "node:assert/strict";
import {test} from "node:test";
import {DataFrame, toCSV} from "danfojs-node";

test("records whose keys differ in order are read by position", () => {
  const frame = new DataFrame([
    {killed: 35, injured: 134},
    {injured: 134, killed: 35},
  ]);
  assert.deepEqual(frame.values, [
    [35, 134],
    [134, 35],
  ]);
});

test("group-by takes missing values for numbers", () => {
  const values = (missing: number | null) =>
    new DataFrame({outlet: ["CBS", "CBS"], killed: [35, missing]}).groupby(["outlet"]).col(["killed"]);
  assert.deepEqual(values(null).min().values, [["CBS", null]]);
  assert.deepEqual(values(null).mean().values, [["CBS", 17.5]]);
  assert.deepEqual(values(Number.NaN).mean().values, [["CBS", Number.NaN]]);
  assert.deepEqual(values(Number.NaN).min().values, [["CBS", Number.NaN]]);
  assert.deepEqual(values(Number.NaN).count().values, [["CBS", 2]]);
});

test("group keys are joined with a hyphen, so that two groups become one", () => {
  const frame = new DataFrame({place: ["a-b", "a"], role: ["c", "b-c"], value: [1, 2]});
  assert.deepEqual(frame.groupby(["place", "role"]).col(["value"]).sum().values, [["a-b", "c", 3]]);
});

test("sorting stops at NaN and takes null for 0", () => {
  const sorted = (missing: number | null) =>
    new DataFrame({value: [3, missing, 1, -2]}).sortValues("value").values.flat();
  assert.deepEqual(sorted(Number.NaN), [3, Number.NaN, -2, 1]);
  assert.deepEqual(sorted(null), [-2, null, 1, 3]);
});

test("CSV is written without quotes", () => {
  assert.equal(toCSV(new DataFrame({place: ["Kyiv, Ukraine"], value: [1]})), "place,value\nKyiv, Ukraine,1\n");
});

test("a column named like a method takes its place", () => {
  const frame = new DataFrame([[1]], {columns: ["count"]});
  assert.equal(typeof frame.count, "object");
});
