/**
 * Chances corrected for how many were looked at, after Holm (1979): valid however the comparisons hang together. The same order and
 * length as `chances`; each lies between its own chance and 1.
 *
 * @example adjustHolm([0.01, 0.04, 0.5]) // => [0.03, 0.08, 0.5]
 */
export function adjustHolm(chances: readonly number[]): number[] {
  const order = chances.map((_, index) => index).sort((a, b) => (chances[a] ?? 0) - (chances[b] ?? 0));
  const adjusted = new Array<number>(chances.length).fill(1);
  let highest = 0;
  for (const [rank, index] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (chances.length - rank) * (chances[index] ?? 0)));
    adjusted[index] = highest;
  }
  return adjusted;
}
