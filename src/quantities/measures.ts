import {readCountedNoun} from "./counted-nouns.ts";
import {DIRECTION} from "./distances.ts";
import {type Draft, LIGHT} from "./draft.ts";
import {bounded} from "./intervals.ts";
import {type Measurement, readUnit} from "./measurements.ts";
import type {Numeral} from "./numeral.ts";
import type {Token} from "./tokens.ts";

/** The draft of a number with a unit of measure or money; a minus before it counts where the unit can be negative. */
export function measured(tokens: readonly Token[], numeral: Numeral, measure: Measurement): Draft | null {
  const isCompound = measure.role !== "money" && tokens[measure.written.from - 1]?.text === "-";
  const thing = isCompound ? readCountedNoun(tokens, measure.to, true) : null;
  const noun = thing && !DIRECTION.test(thing.head) ? thing : null;
  const negative = isNegative(tokens, measure.from);
  const {low, high, bound, from, to} = bounded(tokens, numeral, measure.from, measure.to, {
    bare: false,
    time: measure.role === "duration",
    length: measure.role === "distance",
  });
  const sign =
    negative &&
    (/percent|pp|deg/.test(measure.unit) ||
      measure.role === "money" ||
      /minus/.test(`${tokens[measure.from - 1]?.lower} ${tokens[measure.from - 2]?.lower}`))
      ? -1
      : 1;
  return {
    from,
    to: noun && noun.to <= to + 4 ? noun.to : to,
    numberFrom: numeral.from,
    numberTo: numeral.to,
    low: low === null ? null : sign * low,
    high: high === null ? null : sign * high,
    bound,
    kind: numeral.kind,
    role: measure.role,
    unit: measure.unit,
    unitName: measure.unitName,
    noun,
    thing: noun && {from: noun.from, to: noun.to},
    written: measure.written,
    iso: null,
  };
}

const isNegative = (tokens: readonly Token[], from: number) =>
  (tokens[from - 1]?.lower === "minus" && tokens[from - 2]?.kind !== "number" && tokens[from - 2]?.lower !== "or") ||
  (tokens[from - 1]?.text === "-" && tokens[from - 2]?.lower === "minus") ||
  (/^[-−–]$/.test(tokens[from - 1]?.text ?? "") && !tokens[from - 1]?.glued && (tokens[from]?.glued ?? false));

/** "less than a fortnight", "more than a decade": an article before a unit of time counts as one where a bound stands before it. */
export function readSpan(tokens: readonly Token[], at: number): Draft | null {
  if (!/^an?$/.test(tokens[at]?.lower ?? "")) return null;
  const unit = tokens[at + 1]?.kind === "word" ? readUnit(tokens, at + 1, false) : null;
  if (unit?.unit.dimension !== "time" || unit.unit.code === "second") return null;
  const numeral: Numeral = {from: at, to: at + 1, low: 1, high: 1, kind: "cardinal", digits: false, magnitude: 1};
  const {low, high, bound, from, to} = bounded(tokens, numeral, at, unit.to, {bare: false, time: true, length: false});
  if (bound === "exact" || bound === "at most") return null;
  const base = {
    ...LIGHT,
    from,
    to,
    numberFrom: at,
    numberTo: at + 1,
    low,
    high,
    bound,
    kind: numeral.kind,
    role: "duration" as const,
  };
  return {...base, unit: unit.unit.code, unitName: unit.unit.name, written: {from: at + 1, to: unit.to}};
}

/** "a magnitude-6.4 earthquake", "a magnitude of 7.1": the scale stands before the number. */
export function readEarthquake(tokens: readonly Token[], numeral: Numeral): Draft | null {
  const back = /^(-|of|at)$/.test(tokens[numeral.from - 1]?.lower ?? "") ? 2 : 1;
  if (tokens[numeral.from - back]?.lower !== "magnitude" || (numeral.low ?? 10) >= 10) return null;
  const {low, high, kind, from, to} = numeral;
  return {
    ...LIGHT,
    from,
    to,
    numberFrom: from,
    numberTo: to,
    low,
    high,
    kind,
    role: "other",
    unit: "magnitude",
    unitName: "magnitude",
  };
}
