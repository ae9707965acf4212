/** A tensor of rank 0 to 2 in float64. */
export class Tensor {
  readonly shape: number[];
  readonly rank: number;
  readonly size: number;
  readonly dtype: "float64";
  arraySync(): number | number[] | number[][];
}
export type Tensor1D = Tensor;
export type Tensor2D = Tensor;
export type Scalar = Tensor;
export type TensorLike1D = ArrayLike<number>;
export function scalar(value: number): Tensor;
export function tensor1d(values: ArrayLike<number | boolean | null>): Tensor;
export function tensor2d(rows: readonly (readonly (number | boolean | null)[])[], shape?: [number, number]): Tensor;
