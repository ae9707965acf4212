/**
 * Orders texts by code unit: the same on every machine, whatever its language. For `sort`: below, above or equal to 0.
 *
 * @example
 * ["b", "a", "Z"].sort(compareText) // => ["Z", "a", "b"]
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
