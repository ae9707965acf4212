import {BOUNDS, type QuantityMention, ROLES} from "../quantities/quantity.ts";
import {unitOfCode} from "../quantities/units.ts";
import type {AttributedQuantity} from "./claims.ts";

/** A column and what it has to read; empty: nothing known, an open end. */
export interface Mend {
  column: string;
  value: string;
}

type Change = Partial<AttributedQuantity>;
/** What a value changes, or the reason why it cannot be. */
type Mender = (value: string, mention: AttributedQuantity) => Change | string;

const MODALITIES: readonly QuantityMention["modality"][] = ["asserted", "negated", "hypothetical", "expected"];
const MEASURES: readonly NonNullable<QuantityMention["measure"]>[] = [
  "separation",
  "altitude",
  "depth",
  "length",
  "range",
];
const OPEN_UP = new Set(["at least", "more than"]);
const OPEN_DOWN = new Set(["at most", "less than", "nearly"]);

const words = (make: (value: string | null) => Change): Mender => {
  return (value) => make(value || null);
};

function oneOf<Word extends string>(known: readonly Word[], make: (word: Word) => Change): Mender {
  return (value) => {
    const word = known.find((one) => one === value.toLowerCase());
    return word === undefined ? `"${value}" is none of ${known.join(", ")}` : make(word);
  };
}

const numbers = (make: (value: number | null, mention: AttributedQuantity) => Change | string): Mender => {
  return (value, mention) => {
    const number = value === "" ? null : Number(value);
    return number === null || Number.isFinite(number)
      ? make(number, mention)
      : `"${value}" is no number; write it like 3000000 or 14.5`;
  };
};

/** `number` is no column of the table: it is the number as written, wherever the bound puts it. */
const MENDERS: Readonly<Record<string, Mender>> = {
  low: numbers((low) => ({low})),
  high: numbers((high) => ({high})),
  number: numbers((number, {bound}) => {
    if (number === null) return "an empty number says nothing; mend low and high, or drop the reading";
    if (bound === "range" || bound === "vague")
      return `a number with the bound ${bound} has two ends; mend low and high`;
    return {low: OPEN_DOWN.has(bound) ? null : number, high: OPEN_UP.has(bound) ? null : number};
  }),
  bound: oneOf(BOUNDS, (bound) => ({bound})),
  role: oneOf(ROLES, (role) => ({role})),
  modality: oneOf(MODALITIES, (modality) => ({modality})),
  measure: (value, mention) =>
    value === "" ? {measure: null} : oneOf(MEASURES, (measure) => ({measure}))(value, mention),
  unit: words((unit) => ({unit, unitName: unit === null ? null : (unitOfCode(unit)?.name ?? unit)})),
  counted: words((counted) => ({counted})),
  from: words((from) => ({from})),
  to: words((to) => ({to})),
  direction: words((direction) => ({direction})),
  about: words((about) => ({about})),
  place: words((place) => ({place})),
  caveat: words((caveat) => ({caveat})),
  speaker: words((speaker) => ({speaker, speakerStart: null, speakerEnd: null, speakerCue: null})),
  asOf: (value) =>
    value === "" || /^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(value)
      ? {asOf: value || null}
      : `"${value}" is no date; write it like 2022-03-16`,
};

/** In which the ends of the interval are told. */
const ENDS = new Set(["low", "high", "number", "bound"]);

/**
 * Mends columns of one reading, all rows of it together since an interval may need two. Returns the reading as mended, the changes in
 * words by row, and the rows that cannot be with their reasons; an interval that comes out wrong is refused whole.
 */
export function mendMention<Row extends Mend>(
  mention: AttributedQuantity,
  mends: readonly Row[],
): {mended: AttributedQuantity; changes: [Row, string][]; refused: [Row, string][]} {
  const ends = mends.filter(({column}) => ENDS.has(column));
  // The bound first: a number stands where its bound puts it.
  ends.sort((a, b) => Number(b.column === "bound") - Number(a.column === "bound"));
  const interval = mendInTurn(mention, ends);
  const wrong = interval.mended === mention ? null : checkInterval(interval.mended);
  const begun = wrong === null ? interval : {mended: mention, changes: [], refused: []};
  const rest = mendInTurn(
    begun.mended,
    mends.filter(({column}) => !ENDS.has(column)),
  );
  return {
    mended: rest.mended,
    changes: [...begun.changes, ...rest.changes],
    refused: [...(wrong === null ? interval.refused : ends.map((row): [Row, string] => [row, wrong])), ...rest.refused],
  };
}

function mendInTurn<Row extends Mend>(mention: AttributedQuantity, mends: readonly Row[]) {
  const changes: [Row, string][] = [];
  const refused: [Row, string][] = [];
  const seen = new Set<string>();
  let mended = mention;
  for (const row of mends) {
    const mend = Object.hasOwn(MENDERS, row.column) ? MENDERS[row.column] : undefined;
    const change = seen.has(row.column)
      ? `mends ${row.column} a second time; remove one of the rows`
      : (mend?.(row.value, mended) ?? `"${row.column}" cannot be mended; known are ${Object.keys(MENDERS).join(", ")}`);
    seen.add(row.column);
    if (typeof change === "string") refused.push([row, change]);
    else {
      const told = describeChange(mended, change);
      // What the rules have come to read by themselves is nobody's correction.
      if (told !== "") changes.push([row, told]);
      mended = {...mended, ...change};
    }
  }
  return {mended, changes, refused};
}

/** "low: 690 → 691, high: 690 → 691"; what follows from a change by itself is left out. */
function describeChange(mention: AttributedQuantity, change: Change): string {
  const before = mention as unknown as Record<string, unknown>;
  const told = Object.entries(change).filter(
    ([column, value]) => before[column] !== value && !/^(?:unitName|speaker(?:Start|End|Cue))$/u.test(column),
  );
  return told.map(([column, value]) => `${column}: ${before[column] ?? "none"} → ${value ?? "none"}`).join(", ");
}

function checkInterval({low, high, bound}: AttributedQuantity): string | null {
  const interval = `${low ?? "open"} to ${high ?? "open"}`;
  if (low !== null && high !== null && low > high) return `gives the interval ${interval}; mend low and high`;
  if ((bound === "exact" || bound === "about") && (low !== high || low === null))
    return `gives an ${bound === "exact" ? "exact number" : "approximate number"} the interval ${interval}; mend number, or the bound too`;
  if (OPEN_UP.has(bound) && (low === null || high !== null))
    return `gives "${bound}" the interval ${interval}; leave high empty, or mend the bound too`;
  if (OPEN_DOWN.has(bound) && (high === null || low !== null))
    return `gives "${bound}" the interval ${interval}; leave low empty, or mend the bound too`;
  return null;
}
