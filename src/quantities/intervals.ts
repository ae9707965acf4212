import {boundInterval, readBound} from "./bounds.ts";
import type {Draft} from "./draft.ts";
import type {Numeral} from "./numeral.ts";
import type {Token} from "./tokens.ts";

/** The interval of a number with the words around it that open or close it, and how far they reach. */
export function bounded(
  tokens: readonly Token[],
  numeral: Numeral,
  from: number,
  end: number,
  context: {bare: boolean; time: boolean; length: boolean},
): Pick<Draft, "low" | "high" | "bound" | "from" | "to"> {
  const reading = readBound(tokens, from, numeral.to, end, context);
  const lead = numeral.kind === "range" ? pastLead(tokens, reading.from) : reading.from;
  if (numeral.kind === "range")
    return {low: numeral.low, high: numeral.high, bound: "range", from: lead, to: reading.to};
  if (numeral.kind === "vague")
    return {low: numeral.low, high: numeral.high, bound: "vague", from: reading.from, to: reading.to};
  return {...boundInterval(reading.bound, numeral.low), bound: reading.bound, from: reading.from, to: reading.to};
}

/** "between" and "from" belong to the range that they announce. */
function pastLead(tokens: readonly Token[], from: number): number {
  if (!/^(between|from)$/.test(tokens[from - 1]?.lower ?? "")) return from;
  return /^(about|roughly|around)$/.test(tokens[from - 2]?.lower ?? "") ? from - 2 : from - 1;
}
