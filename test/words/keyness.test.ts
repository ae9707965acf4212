import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {boundLogRatio, chanceOfG2, erfc, measureG2, measureLogRatio} from "../../src/words/keyness.ts";
import {assertNear} from "./assert-near.ts";
import {readReference} from "./read-reference.ts";
import {readSeedTokens} from "./seed-tokens.ts";

// Each distinct pair of counts of each seed against the other four, by scipy and statsmodels (G2, p, LRC, intervals) and by R's
// `corpora` (G2, log ratio).
const reference = readReference("keyness.csv");
const seeds = readSeedTokens();
const all = [...seeds.values()].reduce((sum, words) => sum + words.length, 0);

function sides(row: Record<string, string>): [number, number, number, number] {
  const total = seeds.get(row["outlet"] ?? "")?.length ?? 0;
  return [Number(row["count"]), total, Number(row["other_count"]), all - total];
}

test("G2, its chance and the log ratio are those of statsmodels and of R's corpora", () => {
  assert.equal(reference.length, 465);
  for (const row of reference) {
    const label = `${row["outlet"]} ${row["word"]}`;
    const g2 = measureG2(...sides(row));
    assertNear(g2, Number(row["g2"]), 1e-9, label);
    assertNear(g2, Number(row["g2_r"]), 1e-9, label);
    assertNear(chanceOfG2(g2) / Number(row["p"]), 1, 1e-9, label);
    assertNear(measureLogRatio(...sides(row)) ?? Number.NaN, Number(row["log_ratio_r"]), 1e-9, label);
  }
});

test("the near end of the exact interval is Evert's conservative log ratio", () => {
  for (const row of reference) {
    const {logRatioLow, logRatioHigh} = boundLogRatio(...sides(row));
    const low = logRatioLow ?? Number.NEGATIVE_INFINITY;
    const high = logRatioHigh ?? Number.POSITIVE_INFINITY;
    const conservative = low > 0 ? low : Math.min(high, 0);
    assertNear(conservative, Number(row["lrc_95"]), 1e-9, `${row["outlet"]} ${row["word"]}`);
  }
});

test("published examples: Dunning 1993, p. 72", () => {
  // The pair stands 10 times together; 0, 3 and 31,764 are the other cells.
  assertNear(measureG2(10, 13, 0, 31764), 167.23, 0.005, "Dunning");
});

test("the chance does not vanish where 1 - cdf does", () => {
  assertNear(chanceOfG2(100) / 1.523970604832105e-23, 1, 1e-12, "chi-square 100");
  assertNear(erfc(1) / 0.15729920705028513, 1, 1e-14, "erfc 1");
  assertNear(erfc(2.5) / 4.069520174449589e-4, 1, 1e-13, "erfc 2.5");
  assert.equal(chanceOfG2(Number.POSITIVE_INFINITY), 0);
});

const counts = fc
  .tuple(fc.nat(400), fc.nat(400), fc.nat(5000), fc.nat(5000))
  .map(([a, b, c, d]): [number, number, number, number] => [a, a + c, b, b + d]);

test("the measures are finite or null, and turn their sign with the sides", () => {
  fc.assert(
    fc.property(counts, ([a, n, b, m]) => {
      const g2 = measureG2(a, n, b, m);
      assert.ok(Number.isFinite(g2));
      assertNear(g2, -measureG2(b, m, a, n) || 0, 1e-7, "turned");
      const p = chanceOfG2(g2);
      assert.ok(p >= 0 && p <= 1);
      const {logRatioLow, logRatioHigh} = boundLogRatio(a, n, b, m);
      assert.ok(logRatioLow === null || Number.isFinite(logRatioLow));
      assert.ok(logRatioHigh === null || Number.isFinite(logRatioHigh));
      const ratio = measureLogRatio(a, n, b, m);
      assert.equal(ratio === null, n === 0 || m === 0);
      if (ratio !== null && a + b > 0) {
        assert.ok(
          (logRatioLow ?? Number.NEGATIVE_INFINITY) <= ratio && ratio <= (logRatioHigh ?? Number.POSITIVE_INFINITY),
        );
      }
    }),
  );
});

test("more evidence, smaller chance", () => {
  fc.assert(
    fc.property(fc.double({min: 0, max: 1000, noNaN: true}), fc.double({min: 0, max: 100, noNaN: true}), (g2, more) => {
      assert.ok(chanceOfG2(g2 + more) <= chanceOfG2(g2));
    }),
  );
});
