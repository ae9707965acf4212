import type {Token} from "./tokens.ts";

/** A number as written, before anything around it is read. `from` and `to` are token positions, half-open. */
export interface Numeral {
  from: number;
  to: number;
  low: number | null;
  high: number | null;
  kind: "cardinal" | "fraction" | "multiple" | "vague" | "range";
  /** Written in digits, at least in part. */
  digits: boolean;
  /** The factor of a magnitude word at its end: 1e6 in "3 million", else 1. */
  magnitude: number;
}

/** A numeral of one value. */
export const exact = (from: number, to: number, value: number, digits: boolean, magnitude = 1): Numeral => ({
  from,
  to,
  low: value,
  high: value,
  kind: "cardinal",
  digits,
  magnitude,
});

/** The word at a position in lower case, or "". */
export const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? "";
/** A plain or a non-breaking hyphen. */
export const isHyphen = (token: Token | undefined): boolean => token?.text === "-" || token?.text === "‑";

/** Position of the next word, a hyphen between glued words passed over: "twenty-one", "half-million". */
export function pastHyphen(tokens: readonly Token[], at: number): number {
  return isHyphen(tokens[at]) && tokens[at]?.glued && tokens[at + 1]?.glued ? at + 1 : at;
}
