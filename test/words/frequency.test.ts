import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {betaQuantile} from "../../src/words/beta.ts";
import {measureFrequency, proportionInterval} from "../../src/words/frequency.ts";
import {assertNear} from "./assert-near.ts";
import {readReference} from "./read-reference.ts";

test("Clopper and Pearson's interval is that of statsmodels", () => {
  for (const row of readReference("keyness.csv")) {
    const count = Number(row["count"]);
    const {low, high} = proportionInterval(count, count + Number(row["other_count"]));
    assertNear(low, Number(row["share_low"]), 1e-12, `low ${row["word"]}`);
    assertNear(high, Number(row["share_high"]), 1e-12, `high ${row["word"]}`);
  }
});

test("rare words in large corpora: the numbers of @stdlib/stats-base-dists-beta-quantile 0.2", () => {
  const expected: [count: number, total: number, low: number][] = [
    [1, 1e6, 2.5317807663794178e-8],
    [100, 1e6, 0.0000813647087416014],
    [50_000, 1e6, 0.04957363954732571],
    [3, 20_000, 0.000030934674445285264],
  ];
  for (const [count, total, low] of expected) {
    assertNear(proportionInterval(count, total).low / low, 1, 1e-11, `${count} of ${total}`);
  }
});

/** The chance of `a` or more successes in a + b - 1 trials: what a beta distribution has below `x`, summed term by term. */
function betaProbability(x: number, a: number, b: number): number {
  const n = a + b - 1;
  let logTerm = n * Math.log1p(-x);
  let below = 0;
  for (let k = 0; k < a; k++) {
    below += Math.exp(logTerm);
    logTerm += Math.log((n - k) / (k + 1)) + Math.log(x) - Math.log1p(-x);
  }
  return 1 - below;
}

test("an interval holds its count, and its ends have the tails they promise", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(10_000), (count, rest) => {
      const total = count + rest;
      const {low, high} = proportionInterval(count, total);
      assert.ok(low >= 0 && high <= 1 && low <= high);
      if (total > 0) assert.ok(low <= count / total && count / total <= high);
      if (count > 0) assertNear(betaProbability(low, count, rest + 1), 0.025, 1e-10, "low tail");
      if (rest > 0) assertNear(betaProbability(high, count + 1, rest), 0.975, 1e-10, "high tail");
    }),
  );
});

test("the quantile turns the probability round", () => {
  const shape = fc.integer({min: 1, max: 2000});
  fc.assert(
    fc.property(fc.double({min: 1e-6, max: 0.999999, noNaN: true}), shape, shape, (probability, a, b) => {
      assertNear(betaProbability(betaQuantile(probability, a, b), a, b), probability, 1e-10, `${a} ${b}`);
    }),
  );
});

test("frequency per million", () => {
  const {perMillion, perMillionLow, perMillionHigh} = measureFrequency(4, 579);
  assertNear(perMillion ?? 0, 6908.462867, 1e-6, "zelensky");
  // By @stdlib/stats-base-dists-beta-quantile.
  assertNear(perMillionLow ?? 0, 1885.43740137006, 1e-6, "low");
  assertNear(perMillionHigh ?? 0, 17593.263795027848, 1e-6, "high");
  assert.deepEqual(measureFrequency(0, 0), {perMillion: null, perMillionLow: null, perMillionHigh: null});
});
