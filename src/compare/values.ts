import {unitOfCode} from "../quantities/units.ts";

/** Two readings of one value, weakest difference first; "apart" when no rounding, conversion or vagueness brings them together. */
export type Agreement = "equal" | "bound" | "converted" | "rounded" | "within" | "unknown" | "apart";

/** What values.ts needs of a mention. */
export interface Valued {
  low: number | null;
  high: number | null;
  bound: string;
  unit: string | null;
}

/** Dimensions within which a factor converts; a volt is no pascal, and a percentage point no percent. */
const CONVERTIBLE: ReadonlySet<string> = new Set([
  "length",
  "speed",
  "time",
  "mass",
  "volume",
  "area",
  "power",
  "energy",
  "data",
  "frequency",
]);

/** The dimension in which a unit compares, and its factor to the base unit; a unit of its own compares with itself alone. */
export function dimensionOf(unit: string | null): {dimension: string; factor: number} {
  const known = unit === null ? null : unitOfCode(unit);
  if (known?.si != null && CONVERTIBLE.has(known.dimension)) return {dimension: known.dimension, factor: known.si};
  return {dimension: unit ?? "", factor: 1};
}

/** Whether a unit is one of measure, money, share or time rather than a counted noun. */
export function isMeasured(unit: string | null): boolean {
  if (unit === null) return false;
  return unitOfCode(unit) !== null || /^[A-Z]{3}(?:\/.+)?$/u.test(unit);
}

/** The number as written: the closed end of an open interval, the middle of a range. Null for a mention without any number. */
export function numberOf(value: Valued): number | null {
  if (value.low !== null && value.high !== null) return (value.low + value.high) / 2;
  return value.low ?? value.high;
}

/**
 * Half a unit of the last digit that a number shows: 15 is known to 0.5, a rough 700 to 50. Round numbers count as exact to their
 * last written digit unless a word ("about", "nearly") says otherwise.
 */
export function precisionOf(value: number, rough: boolean): number {
  if (value === 0) return 0;
  if (!Number.isInteger(value)) {
    const digits = String(value).split(".")[1]?.length ?? 0;
    return 0.5 * 10 ** -digits;
  }
  if (!rough) return 0.5;
  return lastPlace(value) / 2;
}

/** What the last digit that is not 0 counts: 100 for 2,300. Nothing is known of 0. */
function lastPlace(value: number): number {
  let place = 1;
  while (value !== 0 && value % (place * 10) === 0 && place < 1e15) place *= 10;
  return place;
}

/**
 * How far two values of one dimension agree.
 *
 * - equal: the same interval in the same unit;
 * - bound: the same number in the same unit, opened or closed differently ("35" and "at least 35");
 * - converted: different units, and what each shows in digits overlaps after conversion (15 km and 9 miles);
 * - rounded: one is the other to fewer digits (691 and "close to 700");
 * - within: one is open or vague and holds the other ("hundreds" and 400, "more than 50" and 51);
 * - unknown: one gives no number at all ("many");
 * - apart: none of these.
 */
export function compareValues(a: Valued, b: Valued): Agreement {
  const [na, nb] = [numberOf(a), numberOf(b)];
  if (na === null && nb === null) return "equal";
  if (na === null || nb === null) return "unknown";
  const [fa, fb] = [dimensionOf(a.unit).factor, dimensionOf(b.unit).factor];
  // "Hundreds" has 200 for its low end and is no number 200.
  const isOneVague = (a.bound === "vague") !== (b.bound === "vague");
  if (fa === fb && !isOneVague) {
    if (a.low === b.low && a.high === b.high) return a.bound === b.bound ? "equal" : "bound";
    if (na === nb && a.bound !== "range" && b.bound !== "range") return "bound";
    if (isRounding(a, b) || isRounding(b, a)) return "rounded";
  } else if (fa !== fb && Math.abs(na * fa - nb * fb) <= shownTo(na) * fa + shownTo(nb) * fb) return "converted";
  return holds(a, fa, b, fb) || holds(b, fb, a, fa) ? "within" : "apart";
}

/** No rounding moves a number by more than this part of it: 850 is no rough 1,000. */
const MOST_ROUNDED = 0.1;

/** Whether `rough` is `fine` to fewer digits: 691 -> 700 (nearly, about), 1,143 -> 1,100. */
function isRounding(rough: Valued, fine: Valued): boolean {
  const [r, f] = [numberOf(rough), numberOf(fine)];
  if (r === null || f === null || r === f || rough.bound === "vague" || fine.bound === "vague") return false;
  if (rough.bound === "at least" || rough.bound === "more than") return false;
  const place = lastPlace(r);
  if (place === 1 || Math.abs(r - f) > Math.min(place / 2, MOST_ROUNDED * r)) return false;
  // An exact-looking 400 may be a rounded 398, but 20 is no rounded 19.
  if (rough.bound === "exact" && (place < 100 || Math.abs(r - f) / r > 0.05)) return false;
  return rough.bound !== "nearly" || f <= r;
}

/** What a converted number may hide: its round digits, but never more than a fortieth of it (37,000 pounds is 16,800 kilograms). */
const shownTo = (value: number): number =>
  Math.max(precisionOf(value, false), Math.min(precisionOf(value, true), Math.abs(value) / 40));

const OPEN_UP = new Set(["at least", "more than", "vague"]);
const OPEN_DOWN = new Set(["at most", "less than", "nearly"]);
/** How many times its end an open bound still covers: "dozens" is not said of a thousand, "at least 6" not of 120. */
const REACH = {vague: 20, up: 3, down: 2, nearly: 1.25};

/** Whether an open or vague interval holds what the other says. */
function holds(open: Valued, openFactor: number, other: Valued, otherFactor: number): boolean {
  const n = numberOf(other);
  if (n === null) return true;
  const value = n * otherFactor;
  if (OPEN_UP.has(open.bound) && open.low !== null) {
    const low = open.low * openFactor;
    return value >= low && value <= low * (open.bound === "vague" ? REACH.vague : REACH.up);
  }
  if (OPEN_DOWN.has(open.bound) && open.high !== null) {
    const high = open.high * openFactor;
    return value <= high && value >= high / (open.bound === "nearly" ? REACH.nearly : REACH.down);
  }
  if (open.bound === "range" && open.low !== null && open.high !== null)
    return value >= open.low * openFactor && value <= open.high * openFactor;
  return false;
}

/**
 * How much it means that two values are equal, from 0 (vague) to 1 (a number that hardly occurs twice by chance): the number of
 * significant digits, a little more for large numbers.
 *
 * @example distinctiveness({"low": 1143, "high": 1143, "bound": "exact", "unit": "person"}) // => 1
 */
export function distinctiveness(value: Valued): number {
  const n = numberOf(value);
  if (n === null || value.bound === "vague") return 0;
  const digits = String(Math.abs(n))
    .replace(".", "")
    .replace(/^0+|0+$/gu, "").length;
  const size = Math.abs(n) >= 1000 ? 0.35 : Math.abs(n) >= 100 ? 0.2 : 0;
  return Math.min(1, Math.max(0, digits - 1) * 0.35 + 0.2 + size);
}
