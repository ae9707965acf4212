/**
 * A source of pseudo-random numbers in [0, 1) that gives the same numbers for the same seed on every machine (sfc32 by Chris
 * Doty-Humphrey, 32-bit steps). For shuffling, not for secrets.
 *
 * @example seededRandom(1)() === seededRandom(1)() // => true
 */
export function seededRandom(seed: number): () => number {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let step = 0; step < 15; step++) next();
  return next;
}

/** Puts the values in random order, in place (Fisher and Yates). */
export function shuffle(values: Uint32Array, random: () => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const moved = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = moved;
  }
}
