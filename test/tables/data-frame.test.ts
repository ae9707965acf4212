import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {toDataFrame} from "../../src/tables/data-frame.ts";

const {NaN: missing} = Number;

test("records whose keys differ in order keep each value under its name", () => {
  const frame = toDataFrame([
    {killed: 35, injured: 134},
    {injured: 57, outlet: "KSL", killed: 1},
  ]);
  assert.deepEqual(frame.columns, ["killed", "injured", "outlet"]);
  assert.deepEqual(frame.values, [
    [35, 134, null],
    [1, 57, "KSL"],
  ]);
});

test("group-by leaves missing values out, and a group without any is missing", () => {
  const frame = toDataFrame({outlet: ["CBS", "CBS", "KSL"], killed: [35, null, null]});
  const groups = frame.groupby(["outlet"]).col(["killed"]);
  assert.deepEqual(groups.min().values, [
    ["CBS", 35],
    ["KSL", missing],
  ]);
  assert.deepEqual(groups.mean().values, [
    ["CBS", 35],
    ["KSL", missing],
  ]);
  assert.deepEqual(groups.sum().values, [
    ["CBS", 35],
    ["KSL", missing],
  ]);
  assert.deepEqual(groups.std().values, [
    ["CBS", 0],
    ["KSL", missing],
  ]);
  assert.deepEqual(groups.count().values, [
    ["CBS", 1],
    ["KSL", 0],
  ]);
  assert.throws(() => groups.cumSum(), /missing values/);
});

test("group keys stay apart whatever they hold, in the order in which they came", () => {
  const frame = toDataFrame({place: ["b-1", "b", "b"], role: ["c", "1-c", null], value: [1, 2, 3]});
  const groups = frame.groupby(["place", "role"]);
  assert.deepEqual(groups.col(["value"]).sum().values, [
    ["b-1", "c", 1],
    ["b", "1-c", 2],
    ["b", null, 3],
  ]);
  assert.deepEqual(groups.getGroup(["b", "1-c"]).values, [["b", "1-c", "b", "1-c", 2].slice(2)]);
  assert.throws(() => groups.getGroup(["nowhere", "c"]), /no group/);
});

test("sorting puts missing values last in both directions and keeps the order of equal ones", () => {
  const frame = toDataFrame({value: [3, null, 1, -2, 3], name: ["a", "b", "c", "d", "e"]});
  assert.deepEqual(frame.sortValues("value").column("name").values, ["d", "c", "a", "e", "b"]);
  assert.deepEqual(frame.sortValues("value", {ascending: false}).column("name").values, ["a", "e", "c", "d", "b"]);
  assert.deepEqual(frame.column("value").sortValues().values, [-2, 1, 3, 3, missing]);
  assert.deepEqual(frame.column("value").values, [3, missing, 1, -2, 3]);
  frame.sortValues("value", {inplace: true});
  assert.deepEqual(frame.index, [3, 2, 0, 4, 1]);
});

test("CSV is quoted as RFC 4180 has it", () => {
  const frame = toDataFrame({place: ["Kyiv, Ukraine", 'the "green" corridor', null], value: [1, null, 3]});
  assert.equal(frame.toCSV(), 'place,value\r\n"Kyiv, Ukraine",1\r\n"the ""green"" corridor",\r\n,3\r\n');
});

test("a column named like a method leaves the method in its place", () => {
  const frame = toDataFrame([{count: 2, index: 7, word: "war"}]);
  assert.deepEqual(frame.column("count").values, [2]);
  assert.deepEqual(frame.count().values, [3]);
  assert.deepEqual(frame.head(1).column("index").values, [7]);
  assert.deepEqual(frame.index, [0]);
});

test("arithmetic is in float64: 16777217 survives", () => {
  const frame = toDataFrame({value: [16777217, 0.1], other: [2 ** 53 - 1, 0.2]});
  assert.deepEqual(frame.add(0).values, frame.values);
  assert.deepEqual(frame.mul(1).values, frame.values);
  assert.deepEqual(frame.sub(1).values, [
    [16777216, 2 ** 53 - 2],
    [0.1 - 1, 0.2 - 1],
  ]);
  assert.deepEqual(frame.add(frame).values, [
    [33554434, 2 ** 54 - 2],
    [0.2, 0.4],
  ]);
  assert.equal(frame.column("value").add(0).values[0], 16777217);
});

test("a missing number stays missing in arithmetic and is never below anything", () => {
  const frame = toDataFrame({value: [null, 1]});
  assert.deepEqual(frame.add(1).values, [[missing], [2]]);
  assert.deepEqual(frame.lt(5).values, [[false], [true]]);
  assert.equal(frame.column("value").mean(), 1);
  assert.equal(frame.column("value").count(), 1);
});

test("it is a DataFrame with danfo's methods", () => {
  const frame = toDataFrame({outlet: ["CBS", "KSL"], killed: [35, 36], asOf: ["2022", "2022-03-16"]});
  assert.deepEqual(frame.shape, [2, 3]);
  assert.deepEqual(frame.dtypes, ["string", "int32", "string"]);
  assert.deepEqual(frame.iloc({rows: [1], columns: [0]}).values, [["KSL"]]);
  assert.deepEqual(frame.query(frame.column("killed").gt(35)).values, [["KSL", 36, "2022-03-16"]]);
  assert.match(frame.toString(), /outlet[\s\S]*CBS[\s\S]*35/);
  for (const method of ["print", "describe", "groupby", "loc", "tail", "dropNa", "rename"] as const)
    assert.equal(typeof frame[method], "function");
});

test("lists and issues become text, empty tables keep their columns, columns of unequal length are refused", () => {
  const issues = [{rule: "quantity-has-unit", message: "no unit", start: 3, end: 4}];
  assert.deepEqual(toDataFrame([{also: ["rounded", "vaguer"], issues}]).values, [
    ["rounded; vaguer", "quantity-has-unit: no unit"],
  ]);
  assert.deepEqual(toDataFrame({a: [], b: []}).shape, [0, 2]);
  assert.deepEqual(toDataFrame([], ["a"]).columns, ["a"]);
  assert.deepEqual(toDataFrame([]).shape, [0, 0]);
  assert.deepEqual(toDataFrame([{a: 1, b: 2}], ["b", "c"]).values, [[2, null]]);
  assert.throws(() => toDataFrame({a: [1], b: []}), /a has 1, b has 0/);
});

test("whatever a notebook's rows hold has a form", () => {
  const when = new Date(Date.UTC(2022, 2, 16));
  const frame = toDataFrame([
    {days: [1, 2.5], when, place: {lat: 50.4}, mixed: [null, "x", {a: 1}], big: 2n ** 60n},
    {days: [[3], [4]], when: null, place: null, mixed: [], big: null},
  ]);
  assert.deepEqual(frame.values, [
    ["1; 2.5", "2022-03-16T00:00:00.000Z", '{"lat":50.4}', '; x; {"a":1}', "1152921504606846976"],
    ["3; 4", null, null, "", null],
  ]);
});

test("every number and text comes back as it went in", () => {
  const value = fc.oneof(fc.double({noNaN: true, noDefaultInfinity: true}), fc.maxSafeInteger());
  fc.assert(
    fc.property(fc.array(fc.record({n: value, s: fc.string()}), {minLength: 1}), (rows) => {
      assert.deepEqual(
        toDataFrame(rows).values,
        rows.map(({n, s}) => [n, s]),
      );
      const sorted = toDataFrame(rows).sortValues("n").column("n").values as number[];
      assert.ok(sorted.every((n, at) => at === 0 || sorted[at - 1]! <= n));
    }),
  );
});
