// Stands where danfojs-node 1.2.0 asks for @tensorflow/tfjs-node: the same calls on tensors of rank 0 to 2, computed in float64.
// tfjs computes in float32 (16777217 becomes 16777216) and turns null into 0; here null and undefined become NaN.
"use strict";

class Tensor {
  /** @param {Float64Array} values row after row  @param {number[]} shape */
  constructor(values, shape) {
    this.values = values;
    this.shape = shape;
    this.rank = shape.length;
    this.size = values.length;
    this.dtype = "float64";
  }

  arraySync() {
    if (this.rank === 0) return this.values[0];
    if (this.rank === 1) return Array.from(this.values);
    const [rows, columns] = this.shape;
    return Array.from({length: rows}, (_, row) => Array.from(this.values.subarray(row * columns, (row + 1) * columns)));
  }

  async array() {
    return this.arraySync();
  }

  dataSync() {
    return this.values;
  }

  clone() {
    return new Tensor(this.values.slice(), [...this.shape]);
  }

  transpose() {
    if (this.rank < 2) return this.clone();
    const [rows, columns] = this.shape;
    const turned = this.values.map((_, at) => this.values[(at % rows) * columns + Math.floor(at / rows)]);
    return new Tensor(turned, [columns, rows]);
  }

  sqrt() {
    return new Tensor(this.values.map(Math.sqrt), [...this.shape]);
  }

  /** NaN wins over every number, as in tfjs. */
  max(axis) {
    return reduce(this, axis, (values) => values.reduce((a, b) => Math.max(a, b), -Infinity));
  }

  min(axis) {
    return reduce(this, axis, (values) => values.reduce((a, b) => Math.min(a, b), Infinity));
  }

  mean(axis) {
    return reduce(this, axis, (values) => values.reduce((a, b) => a + b, 0) / values.length);
  }

  /** Index of the largest value of a rank 1 tensor; NaN is passed over. */
  argMax() {
    return scalar(this.values.reduce((best, value, at) => (value > (this.values[best] ?? -Infinity) ? at : best), -1));
  }

  argMin() {
    return scalar(this.values.reduce((best, value, at) => (value < (this.values[best] ?? Infinity) ? at : best), -1));
  }
}

/** What each method of two tensors does with two numbers. `mod` takes the divisor's sign, as in tfjs and Python. */
const OPERATIONS = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  divNoNan: (a, b) => (b === 0 ? 0 : a / b),
  pow: (a, b) => a ** b,
  mod: (a, b) => (a >= 0 === b >= 0 ? a % b : ((a % b) + b) % b),
  greater: (a, b) => Number(a > b),
  greaterEqual: (a, b) => Number(a >= b),
  less: (a, b) => Number(a < b),
  lessEqual: (a, b) => Number(a <= b),
  equal: (a, b) => Number(a === b),
  notEqual: (a, b) => Number(a !== b),
};
for (const [name, operation] of Object.entries(OPERATIONS)) {
  Tensor.prototype[name] = function (other) {
    return combine(this, other instanceof Tensor ? other : toTensor(other), operation);
  };
}

function toTensor(value) {
  if (!Array.isArray(value)) return scalar(value);
  return Array.isArray(value[0]) ? tensor2d(value) : tensor1d(value);
}

function toNumber(value) {
  if (value === null || value === undefined) return Number.NaN;
  if (typeof value === "string") throw new TypeError(`"${value}" is text; arithmetic needs numbers`);
  return Number(value);
}

function scalar(value) {
  return new Tensor(Float64Array.of(toNumber(value)), []);
}

function tensor1d(values) {
  return new Tensor(Float64Array.from(values, toNumber), [values.length]);
}

function tensor2d(rows, shape = [rows.length, rows[0]?.length ?? 0]) {
  const values = Float64Array.from(rows.flat(), toNumber);
  if (values.length !== shape[0] * shape[1])
    throw new RangeError(`${values.length} values do not fill ${shape.join(" x ")}`);
  return new Tensor(values, [...shape]);
}

/** One axis has the same length on both sides, or length 1 on one of them, which is then repeated. */
function combine(a, b, operation) {
  const rank = Math.max(a.rank, b.rank);
  const [rowsA, columnsA] = grid(a);
  const [rowsB, columnsB] = grid(b);
  const [rows, columns] = [broadcast(rowsA, rowsB), broadcast(columnsA, columnsB)];
  const values = new Float64Array(rows * columns);
  for (let at = 0; at < values.length; at++) {
    const row = Math.floor(at / columns);
    const column = at % columns;
    const inA = (rowsA === 1 ? 0 : row) * columnsA + (columnsA === 1 ? 0 : column);
    const inB = (rowsB === 1 ? 0 : row) * columnsB + (columnsB === 1 ? 0 : column);
    values[at] = operation(a.values[inA], b.values[inB]);
  }
  return new Tensor(values, [rows, columns].slice(2 - rank));
}

const grid = (tensor) => [1, 1, ...tensor.shape].slice(-2);

function broadcast(a, b) {
  if (a === b || b === 1) return a;
  if (a === 1) return b;
  throw new RangeError(`lengths ${a} and ${b} do not go together`);
}

function reduce(tensor, axis, fold) {
  if (axis === undefined || tensor.rank < 2) return scalar(fold(tensor.values));
  const lines = (axis === 0 ? tensor.transpose() : tensor).arraySync();
  return tensor1d(lines.map(fold));
}

/** Mean and population variance (divided by n), as in tfjs. */
function moments(tensor, axis) {
  const mean = tensor.mean(axis);
  const deviation = tensor.sub(axis === 1 && tensor.rank === 2 ? tensor2d(mean.arraySync().map((m) => [m])) : mean);
  return {mean, variance: deviation.mul(deviation).mean(axis)};
}

/** mulberry32 over a hash of the seed: the same seed gives the same sample. */
function seededRandom(seed) {
  let state = 0;
  for (const letter of String(seed)) state = (Math.imul(state, 31) + letter.charCodeAt(0)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `tf.data.array`: what `DataFrame.sample` chains on it. */
function array(items) {
  return {
    shuffle(_bufferSize, seed) {
      const random = seededRandom(seed);
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = Math.floor(random() * (last + 1));
        [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
      }
      return array(shuffled);
    },
    take: (count) => array(items.slice(0, count)),
    toArray: async () => [...items],
  };
}

module.exports = {Tensor, scalar, tensor1d, tensor2d, moments, data: {array}};
