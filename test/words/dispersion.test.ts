import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {measureDispersion} from "../../src/words/dispersion.ts";
import {assertNear} from "./assert-near.ts";
import {readReference} from "./read-reference.ts";
import {readSeedTokens} from "./seed-tokens.ts";

/** The five parts of Gries 2019. */
const GRIES =
  "b a m n i b e u p | b a s a t b e w q n | b c a g a b e s t a | b a g h a b e a a t | b a h a a b e a x a t";
const corpora: Record<string, string[][]> = {
  gries: GRIES.split(" | ").map((part) => part.split(" ")),
  seeds: [...readSeedTokens().values()],
};

test("range, variation, Juilland's D, Rosengren's S, DP and DPnorm are those of scattertext", () => {
  for (const row of readReference("dispersion.csv")) {
    const parts = corpora[row["corpus"] ?? ""] ?? [];
    const counts = parts.map((words) => words.filter((word) => word === row["word"]).length);
    const measured = measureDispersion(
      counts,
      parts.map((words) => words.length),
    );
    assert.ok(measured, row["word"]);
    assert.equal(measured.range, Number(row["range"]));
    assertNear(measured.variation, Number(row["variation"]), 1e-9, `variation ${row["word"]}`);
    assertNear(measured.juillandD ?? Number.NaN, Number(row["juilland_d"]), 1e-9, `D ${row["word"]}`);
    assertNear(measured.rosengrenS, Number(row["rosengren_s"]), 1e-9, `S ${row["word"]}`);
    assertNear(measured.dp, Number(row["dp"]), 1e-9, `DP ${row["word"]}`);
    assertNear(measured.dpNorm ?? Number.NaN, Number(row["dp_norm"]), 1e-9, `DPnorm ${row["word"]}`);
  }
});

test("published examples", () => {
  // Gries 2008, p. 407; Carroll 1970, p. 14; Lijffijt and Gries 2012, p. 148: parts of one size.
  assertNear(measureDispersion([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])?.dp ?? 0, 0.18, 1e-12, "DP");
  assertNear(measureDispersion([0, 4, 3, 2, 1], [9, 9, 9, 9, 9])?.juillandD ?? 0, 0.6464, 5e-5, "D");
  assertNear(measureDispersion([2, 1, 0], [9, 9, 9])?.dpNorm ?? 0, 0.5, 1e-12, "DPnorm");
  assertNear(measureDispersion([1, 2, 3, 4, 5], [9, 9, 9, 9, 9])?.rosengrenS ?? 0, 0.937, 5e-4, "S");
});

test("every measure is finite and in its range, whatever the parts", () => {
  const part = fc.nat(50).chain((count) => fc.tuple(fc.constant(count), fc.integer({min: count, max: 500})));
  fc.assert(
    fc.property(fc.array(part, {maxLength: 8}), (parts) => {
      const measured = measureDispersion(
        parts.map(([count]) => count),
        parts.map(([, size]) => size),
      );
      assert.equal(
        measured === null,
        parts.every(([count]) => count === 0),
      );
      if (!measured) return;
      for (const value of Object.values(measured)) assert.ok(value === null || Number.isFinite(value));
      assert.ok(measured.dp >= 0 && measured.dp < 1 && measured.rosengrenS > 0 && measured.rosengrenS <= 1 + 1e-12);
      assert.ok(measured.dpNorm === null || measured.dpNorm <= 1 + 1e-12);
    }),
  );
});
