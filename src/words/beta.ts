/** By how much ln n! exceeds Stirling's n ln n - n + ln(2 pi n) / 2, for whole n >= 1; relative error below 1e-12. */
function stirlingError(n: number): number {
  const small = SMALL_ERRORS[n];
  if (small !== undefined) return small;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / n;
}

const SMALL_ERRORS = new Float64Array(32);
for (let n = 1, logFactorial = 0; n < SMALL_ERRORS.length; n++) {
  logFactorial += Math.log(n);
  SMALL_ERRORS[n] = logFactorial - (n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2);
}

/**
 * x^a (1 - x)^b / B(a, b), by the deviance from the mean (Loader 2000): factorials of a million tokens would cancel to seven digits
 * too few.
 */
function betaPower(x: number, a: number, b: number): number {
  const n = a + b;
  const gap = a - n * x;
  const deviance = a * Math.log1p(gap / (n * x)) + b * Math.log1p(-gap / (n * (1 - x)));
  return (
    Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance)
  );
}

/**
 * The probability below `x` of a beta distribution (the regularized incomplete beta function), `power` being `betaPower(x, a, b)`. By
 * the continued fraction, evaluated by Lentz's method.
 */
function probabilityOf(x: number, a: number, b: number, power: number): number {
  // The fraction converges fast below the mean; above it the mirrored tail does.
  return x * (a + b + 2) < a + 1
    ? (power * continuedFraction(x, a, b)) / a
    : 1 - (power * continuedFraction(1 - x, b, a)) / b;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}

/**
 * The x below which a beta distribution with whole shapes `a` and `b` >= 1 has the probability `probability`. Newton's method kept
 * inside a bracket; agrees with scipy and with @stdlib to 1e-13.
 *
 * @example Math.round(betaQuantile(0.025, 1, 99) * 1e6) // => 256
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < 200; step++) {
    const power = betaPower(x, a, b);
    const miss = probabilityOf(x, a, b, power) - probability;
    if (miss > 0) high = x;
    else low = x;
    let next = x - (miss / power) * x * (1 - x);
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}
