import assert from "node:assert/strict";
import {createRequire} from "node:module";
import {test} from "node:test";
import fc from "fast-check";

interface Tensor {
  shape: number[];
  arraySync(): number | number[] | number[][];
  transpose(): Tensor;
  mod(other: Tensor): Tensor;
  add(other: Tensor | number): Tensor;
  divNoNan(other: Tensor): Tensor;
  argMax(): Tensor;
  max(axis?: number): Tensor;
  mean(axis?: number): Tensor;
}
interface Backend {
  scalar(value: number): Tensor;
  tensor1d(values: readonly unknown[]): Tensor;
  tensor2d(rows: readonly (readonly unknown[])[], shape?: [number, number]): Tensor;
  moments(tensor: Tensor, axis: number): {mean: Tensor; variance: Tensor};
  data: {array(items: number[]): {shuffle(n: number, seed: string): {take(n: number): {toArray(): Promise<number[]>}}}};
}
type Statistics = Record<
  "mean" | "median" | "mode" | "std" | "variance",
  (values: readonly unknown[]) => number | number[]
>;

const require = createRequire(import.meta.url);
const tf = require("../../src/tables/float64-backend/index.js") as Backend;
const statistics = require("../../src/tables/danfo-bundle/statistics.cjs") as Statistics;
const mathjs = require("mathjs") as Statistics;

test("a row, a column and a single number are repeated along the other tensor", () => {
  const grid = tf.tensor2d([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  assert.deepEqual(grid.add(tf.tensor2d([[10, 20]])).arraySync(), [
    [11, 22],
    [13, 24],
    [15, 26],
  ]);
  assert.deepEqual(grid.add(tf.tensor2d([[10], [20], [30]])).arraySync(), [
    [11, 12],
    [23, 24],
    [35, 36],
  ]);
  assert.deepEqual(grid.add(tf.tensor1d([10, 20])).arraySync(), [
    [11, 22],
    [13, 24],
    [15, 26],
  ]);
  assert.deepEqual(grid.add(1).arraySync(), [
    [2, 3],
    [4, 5],
    [6, 7],
  ]);
  assert.equal(tf.scalar(2).add(tf.scalar(3)).arraySync(), 5);
  assert.throws(() => grid.add(tf.tensor1d([1, 2, 3])), /lengths 2 and 3/);
});

test("what is missing is NaN, text is refused", () => {
  assert.deepEqual(tf.tensor1d([1, null, undefined, true]).arraySync(), [1, Number.NaN, Number.NaN, 1]);
  assert.throws(() => tf.tensor2d([["35"]]), /"35" is text/);
  assert.throws(() => tf.tensor2d([[1, 2]], [2, 2]), /do not fill/);
});

test("mod has the sign of the divisor, divNoNan gives 0 for a division by 0", () => {
  assert.deepEqual(
    tf
      .tensor1d([7, -7, 7, -7])
      .mod(tf.tensor1d([3, 3, -3, -3]))
      .arraySync(),
    [1, 2, -2, -1],
  );
  assert.deepEqual(
    tf
      .tensor1d([1, 0, 6])
      .divNoNan(tf.tensor1d([0, 0, 3]))
      .arraySync(),
    [0, 0, 2],
  );
});

test("reductions by axis", () => {
  const grid = tf.tensor2d([
    [1, 9],
    [3, 5],
  ]);
  assert.deepEqual(grid.max(0).arraySync(), [3, 9]);
  assert.deepEqual(grid.mean(1).arraySync(), [5, 4]);
  assert.equal(grid.max().arraySync(), 9);
  assert.equal(tf.tensor1d([Number.NaN, 2, 5]).argMax().arraySync(), 2);
  const {mean, variance} = tf.moments(grid, 0);
  assert.deepEqual(
    [mean.arraySync(), variance.arraySync()],
    [
      [2, 7],
      [1, 4],
    ],
  );
});

test("turning a grid twice gives it back", () => {
  const grid = fc
    .integer({min: 1, max: 6})
    .chain((width) =>
      fc.array(fc.array(fc.double(), {minLength: width, maxLength: width}), {minLength: 1, maxLength: 6}),
    );
  fc.assert(
    fc.property(grid, (rows) => {
      assert.deepEqual(tf.tensor2d(rows).transpose().transpose().arraySync(), rows);
      assert.deepEqual(tf.tensor2d(rows).transpose().shape, [rows[0]?.length, rows.length]);
    }),
  );
});

test("a sample is the same for the same seed", async () => {
  const sample = (seed: string) => tf.data.array([1, 2, 3, 4, 5, 6, 7, 8]).shuffle(8, seed).take(8).toArray();
  assert.deepEqual(await sample("1"), await sample("1"));
  assert.notDeepEqual(await sample("1"), await sample("2"));
  assert.deepEqual((await sample("1")).sort(), [1, 2, 3, 4, 5, 6, 7, 8]);
});

test("the five functions that stand for mathjs agree with it", () => {
  const value = fc.oneof(fc.integer({min: -9, max: 9}), fc.double({min: -1e6, max: 1e6, noNaN: true}));
  const close = (a: unknown, b: unknown) => {
    if (Array.isArray(a)) return assert.deepEqual(a, b);
    const [x, y] = [a as number, b as number];
    return assert.ok(Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(y)), `${x} is not ${y}`);
  };
  fc.assert(
    fc.property(fc.array(value, {minLength: 1, maxLength: 20}), (values) => {
      for (const name of ["mean", "median", "std", "variance", "mode"] as const)
        close(statistics[name](values), mathjs[name](values));
    }),
  );
  for (const name of ["mean", "median", "std", "variance", "mode"] as const)
    assert.throws(() => statistics[name]([]), /empty array/);
  assert.throws(() => statistics.mean([1, null]), /Cannot calculate mean of null/);
});
