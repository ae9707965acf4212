import assert from "node:assert/strict";
import {test} from "node:test";
import {compareDates} from "../../src/compare/dates.ts";

const CASES: [a: string | null, b: string | null, order: number | null][] = [
  ["2022-03-15", "2022-03-16", -1],
  ["2022-03-16T05:59", "2022-03-16T06:00", -1],
  ["2022-03-16T05:59:10", "2022-03-16T05:59:50", 0],
  ["2022-03-16T23:59", "2022-03-16", 0],
  ["2022-03", "2022-03-16", 0],
  ["2022-03-16T01:30+02:00", "2022-03-16T00:10Z", -1],
  ["2022-03-16T01:30+02:00", "2022-03-15T23:30Z", 0],
  ["2022-03-16T01:30+02:00", "2022-03-16T00:10", 0],
  [null, "2022-03-16", null],
];

test("dates are ordered as far as both are precise, and by their instants where both name their zone", () => {
  for (const [a, b, order] of CASES) {
    assert.equal(compareDates(a, b), order, `${a} ${b}`);
    assert.equal(compareDates(b, a), order === null || order === 0 ? order : -order, `${b} ${a}`);
  }
});
