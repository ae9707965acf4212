import type {CountedNoun} from "./counted-nouns.ts";
import type {Numeral} from "./numeral.ts";
import type {Bound, Role} from "./quantity.ts";
import type {Token} from "./tokens.ts";

/** A number with what is written around it, before its role is decided. All positions are token positions, half-open. */
export interface Draft {
  from: number;
  to: number;
  numberFrom: number;
  numberTo: number;
  low: number | null;
  high: number | null;
  bound: Bound;
  kind: Numeral["kind"] | "date" | "time" | "ordinal";
  /** Decided by the unit or the form alone; null where the words around decide. */
  role: Role | null;
  unit: string | null;
  unitName: string | null;
  noun: CountedNoun | null;
  /** What has it: "apartment building" in "12-story apartment building". Token positions. */
  thing: {from: number; to: number} | null;
  /** Where the counted noun or unit stands, or null where it is elided. */
  written: {from: number; to: number} | null;
  iso: string | null;
}

/** What a draft that counts nothing leaves empty. */
export const LIGHT: Pick<Draft, "unit" | "unitName" | "noun" | "thing" | "written" | "iso" | "low" | "high" | "bound"> =
  {
    unit: null,
    unitName: null,
    noun: null,
    thing: null,
    written: null,
    iso: null,
    low: null,
    high: null,
    bound: "exact",
  };

/** Nothing counted is written: "1,143", "six", "seven others". */
export const isBare = (draft: Draft): boolean =>
  draft.unit === null && (draft.noun === null || draft.noun.head === "" || draft.noun.lemma === "other");

/** The draft that a part is taken of: "21 of the more than 200 schoolgirls". */
export function wholeOf(tokens: readonly Token[], drafts: readonly Draft[], index: number): Draft | null {
  const [draft, next] = [drafts[index], drafts[index + 1]];
  if (!draft || !next || tokens[draft.numberTo]?.lower !== "of" || next.role !== null || next.noun === null)
    return null;
  return next.from - draft.numberTo <= 2 ? next : null;
}
