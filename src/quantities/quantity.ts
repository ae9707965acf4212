import type {Field, Zone} from "../corpus/article.ts";
import type {Issue} from "../corpus/issue.ts";

export const BOUNDS = [
  "exact",
  "about",
  "at least",
  "more than",
  "at most",
  "less than",
  "nearly",
  "range",
  "vague",
] as const;
/** How the words around a number open or close its interval. */
export type Bound = (typeof BOUNDS)[number];

export const ROLES = [
  "killed",
  "injured",
  "killed or injured",
  "missing",
  "displaced",
  "evacuated",
  "captive",
  "trapped",
  "present",
  "population",
  "destroyed",
  "distance",
  "speed",
  "duration",
  "age",
  "money",
  "percentage",
  "count",
  "date",
  "time",
  "ordinal",
  "rank",
  "other",
] as const;
/** What the number says about the thing counted. Hospitalised for injuries is "injured". */
export type Role = (typeof ROLES)[number];

export type Modality = "asserted" | "negated" | "hypothetical" | "expected";
/** What kind of length a distance is. */
export type Measure = "separation" | "altitude" | "depth" | "length" | "range";

/**
 * One number as written, with what it counts. Offsets are half-open, in UTF-16 code units of the article's `field`; dates, clock
 * times, ordinals and ranks are mentions too (recognised so as not to be counted).
 */
export interface QuantityMention {
  article: string;
  field: Field;
  /** `Sentence.sentence` of the sentence that it stands in. */
  sentence: number;
  zone: Zone;
  /** The whole mention: modifier + number + unit or counted noun as written ("at least 35 people"). */
  start: number;
  end: number;
  text: string;
  /** The bare number with its magnitude word ("3 million"). */
  numberStart: number;
  numberEnd: number;
  /** The value as a closed interval; null is open. Exact and about: both are the value. */
  low: number | null;
  high: number | null;
  bound: Bound;
  /** Canonical code: km, mi, percent, hour, USD, person..., else the counted noun as singular lemma; null where nothing is counted. */
  unit: string | null;
  /** The unit's English name: "kilometre", "pound sterling", "person". */
  unitName: string | null;
  /** The counted noun phrase as written, or as filled in from the sentence where it is elided ("1,143 injured" -> "civilians"). */
  counted: string | null;
  role: Role;
  /** The words that decided the role, as written ("were killed"). */
  cue: string | null;
  modality: Modality;
  measure: Measure | null;
  /** For distances and ranges of places: "80 km north of Kyiv" has to "Kyiv", direction "north". */
  from: string | null;
  to: string | null;
  direction: string | null;
  /** The event or thing that the quantity belongs to, and the nearest place, as written. */
  about: string | null;
  place: string | null;
  /** ISO date (or year) that the value speaks of; null where the text gives none. */
  asOf: string | null;
  /** Words of doubt that hang on it ("likely an undercount"), as written. */
  caveat: string | null;
  /** For a conversion in brackets: `start` of the mention that it restates ("15 kilometers (9 miles)"). */
  conversionOf: number | null;
  issues: readonly Issue[];
}
