import {compareText} from "../text/order.ts";

const ZONED = /T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/u;

/**
 * Which of two ISO 8601 dates is the earlier: below 0, above 0, or 0 where they agree as far as both are precise. A time with its zone
 * and one without are compared by their days. Null where one is missing.
 *
 * @example
 * compareDates("2022-03-16", "2022-03-16T05:59") // => 0
 * compareDates("2022-03-16T01:30+02:00", "2022-03-16T00:10Z") // => -1
 */
export function compareDates(a: string | null, b: string | null): number | null {
  if (!a || !b) return null;
  const zoned = [a, b].filter((date) => ZONED.test(date)).length;
  if (zoned === 2) return Math.sign(Date.parse(a) - Date.parse(b));
  const precision = Math.min(a.length, b.length, zoned === 1 ? 10 : 16);
  return compareText(a.slice(0, precision), b.slice(0, precision));
}

/**
 * How many days after the first of two ISO 8601 dates the second is, by their calendar days; null where one is missing or gives no day.
 *
 * @example
 * daysBetween("2022-03-16T23:00", "2022-04-15") // => 30
 */
export function daysBetween(a: string | null, b: string | null): number | null {
  const [from, to] = [a, b].map((date) => (date && date.length >= 10 ? Date.parse(date.slice(0, 10)) : Number.NaN));
  const days = ((to ?? Number.NaN) - (from ?? Number.NaN)) / 86_400_000;
  return Number.isNaN(days) ? null : days;
}
