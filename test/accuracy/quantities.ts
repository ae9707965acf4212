import type {Gold, GoldQuantity} from "./gold.ts";
import {countF1, type Measure, measureCount, measureFigure, measureShare} from "./measure.ts";
import {isSameSpeaker} from "./names.ts";
import type {QuantityRow, Readings} from "./readings.ts";
import {countShared} from "./spans.ts";

/** A gold row with the reading that took its number, if any did. */
export interface Match {
  gold: GoldQuantity;
  read: QuantityRow | null;
}
type Hit = Match & {read: QuantityRow};

/** Recognised so as not to be counted; never for or against. */
const UNCOUNTED: readonly string[] = ["date", "time", "ordinal", "rank"];
/** One thing may be put under any of these. */
const PLAIN_COUNTS: readonly string[] = ["population", "present", "percentage", "count", "other"];
/** What a comparison of outlets turns on. */
const PEOPLE = ["killed", "injured", "killed or injured", "missing", "displaced", "evacuated", "captive", "trapped"];
const DECISIVE: readonly string[] = [...PEOPLE, "distance"];

/** Spellings of the units that are scored; any other unit is a counted noun, for which annotators have no one form. */
const UNIT_SPELLINGS: Readonly<Record<string, string>> = {
  mi: "mile miles",
  km: "kilometer kilometers kilometre",
  m: "meter meters metre metres",
  ft: "foot feet",
  mph: "",
  "km/h": "kph",
  t: "tonne",
  kg: "",
  second: "s",
  minute: "min",
  hour: "h hr",
  day: "d",
  week: "wk",
  month: "mo",
  year: "a yr",
  percent: "% pct",
  person: "people",
  USD: "$",
  EUR: "",
  GBP: "",
};
const UNIT_OF = new Map(
  Object.entries(UNIT_SPELLINGS).flatMap(([unit, spellings]) => [unit, ...spellings.split(" ")].map((s) => [s, unit])),
);
const unitOf = (written: string | null): string | undefined =>
  written ? (UNIT_OF.get(written) ?? UNIT_OF.get(written.toLowerCase())) : undefined;

const isCounted = ({role}: QuantityRow): boolean => !UNCOUNTED.includes(role);
const isUncounted = ({roles}: GoldQuantity): boolean => roles.length === 1 && UNCOUNTED.includes(roles[0] ?? "");

/** The rows that are scored. */
export const isCore = (gold: GoldQuantity): boolean => gold.tier === "core" && !isUncounted(gold);

/** One to one, in the order of the gold: each row takes the first free reading whose number shares a character with its own. */
export function matchQuantities(gold: readonly GoldQuantity[], rows: readonly QuantityRow[]): Match[] {
  const free = new Set(rows);
  return gold.map((row) => {
    for (const read of free) {
      const [start, end] = [read.numberStart ?? read.start, read.numberEnd ?? read.end];
      if (countShared({article: read.article, start, end}, row.number) === 0) continue;
      free.delete(read);
      return {gold: row, read};
    }
    return {gold: row, read: null};
  });
}

/** How well single readings are: found, bounds, role, unit, speaker. */
export function scoreQuantities({quantities}: Gold, readings: Readings): Measure[] {
  if (!quantities) return [];
  const matches = matchQuantities(quantities, readings.quantities);
  const core = matches.filter(({gold}) => isCore(gold));
  const optional = matches.filter(({gold}) => gold.tier === "optional" && !isUncounted(gold));
  const hits = core.filter(isHit);
  return [
    measureShare("quantities", "found (recall, core)", core, isHit, sayGold),
    ...scoreFalse(matches, hits.length, readings.quantities),
    measureShare("quantities", "found (optional: free)", optional, isHit),
    ...scoreReadings(hits),
    scoreDecisive(matches, readings.quantities),
  ];
}

const isHit = (match: Match): match is Hit => match.read !== null;

/** What was read and should not have been: no row of the gold, or one that is there as a trap. */
function scoreFalse(matches: readonly Match[], found: number, rows: readonly QuantityRow[]): Measure[] {
  const taken = new Set(matches.map(({read}) => read));
  const stray = rows.filter((row) => !taken.has(row) && isCounted(row));
  const [traps, furniture] = [findTrapped(matches, "trap"), findTrapped(matches, "furniture")];
  const misses = [
    ...stray.map((row) => `${row.article} ${row.start} ${JSON.stringify(row.text)}`),
    ...[...traps.fallenFor, ...furniture.fallenFor].map(sayGold),
  ];
  const predicted = found + misses.length;
  const figure = predicted === 0 ? null : found / predicted;
  return [
    {task: "quantities", measure: "right to read (precision)", figure, kind: "share", n: predicted, misses},
    measureCount("quantities", "trapped by names and pronouns", traps.fallenFor, traps.n, sayGold),
    measureCount("quantities", "trapped by furniture", furniture.fallenFor, furniture.n, sayGold),
  ];
}

function findTrapped(matches: readonly Match[], tier: string): {fallenFor: Hit[]; n: number} {
  const traps = matches.filter(({gold}) => gold.tier === tier);
  return {fallenFor: traps.filter(isHit).filter(({read}) => isCounted(read)), n: traps.length};
}

function scoreReadings(hits: readonly Hit[]): Measure[] {
  const share = (measure: string, of: readonly Hit[], isRight: (hit: Hit) => boolean, column: keyof QuantityRow) =>
    measureShare("quantities", measure, of, isRight, ({gold, read}) => `${sayGold({gold})}: ${read[column]}`);
  const measured = hits.filter(({gold}) => unitOf(gold.unit) !== undefined);
  const [spoken, silent] = [hits.filter(({gold}) => gold.speaker), hits.filter(({gold}) => !gold.speaker)];
  const invented = silent.filter(({read}) => read.speaker);
  return [
    share(
      "bounds (low and high)",
      hits,
      ({gold, read}) => isNear(gold.low, read.low) && isNear(gold.high, read.high),
      "low",
    ),
    share("bound (the word for it)", hits, ({gold, read}) => gold.bound === read.bound, "bound"),
    share("role", hits, hasRole, "role"),
    share("unit (measures and people)", measured, ({gold, read}) => unitOf(gold.unit) === unitOf(read.unit), "unit"),
    share("speaker right", spoken, ({gold, read}) => isSameSpeaker(read.speaker, gold.speaker), "speaker"),
    {
      ...measureFigure("quantities", "speaker invented", invented.length / silent.length, silent.length),
      misses: invented.map(({gold, read}) => `${sayGold({gold})}: ${read.speaker}`),
    },
  ];
}

/** Casualties and distances: found with the right role, against everything that was said to be one. */
function scoreDecisive(matches: readonly Match[], rows: readonly QuantityRow[]): Measure {
  const wanted = matches.filter(({gold}) => isCore(gold) && gold.roles.some((role) => DECISIVE.includes(role)));
  const hits = wanted.filter(isHit).filter(hasRole);
  // Where the gold is free or gives a choice, a reading counts only when it is right.
  const excused = new Set(
    matches
      .filter(({gold}) => gold.tier === "optional" || isUncounted(gold) || gold.roles.length > 1)
      .map(({read}) => read),
  );
  const accountable = rows.filter((row) => DECISIVE.includes(row.role) && !excused.has(row)).length;
  const said = accountable + hits.filter(({read}) => excused.has(read)).length;
  const figure = countF1(hits.length, said, wanted.length);
  return measureFigure("quantities", "casualties and distances (F1)", figure, wanted.length);
}

function hasRole({gold, read}: Hit): boolean {
  if (gold.roles.includes(read.role)) return true;
  return PLAIN_COUNTS.includes(read.role) && gold.roles.some((role) => PLAIN_COUNTS.includes(role));
}

/** Equal up to a millionth; open only against open. */
function isNear(gold: number | null, read: number | null): boolean {
  if (gold === null || read === null) return gold === read;
  return Math.abs(gold - read) <= 1e-6 * Math.max(1, Math.abs(gold), Math.abs(read));
}

const sayGold = ({gold}: {gold: GoldQuantity}): string => `${gold.article} ${gold.start} ${JSON.stringify(gold.text)}`;
