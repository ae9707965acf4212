import type {Article} from "../corpus/article.ts";
import type {Correction, ReadingPlace} from "../corpus/corrections-csv.ts";
import type {Skipped} from "../corpus/input-files.ts";
import {Groups} from "../text/groups.ts";
import {type AttributedQuantity, type ClaimReading, readClaims} from "./claims.ts";
import {type Mend, mendMention} from "./mends.ts";
import {NO_RULINGS, type Rulings} from "./rulings.ts";

/** A correction that holds: which reading, what became of it, and why in the words of the person who made it. */
export interface AppliedCorrection extends ReadingPlace {
  end: number;
  /** The reading's own words. */
  text: string;
  change: string;
  note: string | null;
}

/** Readings as a person corrected them, and what joins and splits their facts. */
export interface CorrectedClaims {
  readings: readonly ClaimReading[];
  rulings: Rulings;
  applied: readonly AppliedCorrection[];
  /** Rows that say nothing of any reading, or something that cannot be. */
  refused: readonly Skipped[];
}

/**
 * Applies `corrections.csv` to what was read: readings are dropped and mended, and what was joined or split is handed on to
 * `compareFacts`. A reading is known by its exact offsets, so that a row for another version of a text touches nothing.
 */
export function correctClaims(
  readings: readonly ClaimReading[],
  corrections: readonly Correction[] = [],
): CorrectedClaims {
  if (corrections.length === 0) return {readings, rulings: NO_RULINGS, applied: [], refused: []};
  const desk = openDesk(readings);
  dropReadings(desk, corrections);
  mendReadings(desk, corrections);
  const joins = joinReadings(desk, corrections);
  const splits = splitReadings(desk, corrections, joins);
  return {
    readings: readings.map((reading) => correctReading(reading, desk)),
    rulings: {
      joins: joins.map(([a, b]) => [nowOf(desk, a), nowOf(desk, b)] as const),
      splits: splits.map(([a, b]) => [nowOf(desk, a), b === null ? null : nowOf(desk, b)] as const),
    },
    applied: desk.applied,
    refused: desk.refused,
  };
}

/**
 * The rows of `corrections.csv` that fit no reading of the corpus, each with what is wrong and what to do.
 *
 * @example
 * checkCorrections({articles: [readArticle("a", "35 people fled.")], corrections: []}) // => []
 */
export function checkCorrections(corpus: {
  articles: readonly Article[];
  corrections: readonly Correction[];
}): readonly Skipped[] {
  return corpus.corrections.length === 0 ? [] : correctClaims(readClaims(corpus.articles), corpus.corrections).refused;
}

/** Mentions as read stand for themselves until the end; what became of each is noted beside it. */
interface Desk {
  at: ReadonlyMap<string, readonly AttributedQuantity[]>;
  dropped: Map<AttributedQuantity, Correction>;
  /** The reading as it is now, with what was corrected of it. */
  now: Map<AttributedQuantity, AttributedQuantity>;
  applied: AppliedCorrection[];
  refused: Skipped[];
}

function openDesk(readings: readonly ClaimReading[]): Desk {
  const at = new Map<string, AttributedQuantity[]>();
  for (const {quantities} of readings)
    for (const mention of quantities) at.set(keyOf(mention), [...(at.get(keyOf(mention)) ?? []), mention]);
  return {at, dropped: new Map(), now: new Map(), applied: [], refused: []};
}

const keyOf = ({article, field, start}: ReadingPlace) => JSON.stringify([article, field, start]);
const nowOf = ({now}: Desk, mention: AttributedQuantity) => now.get(mention) ?? mention;

function refuse({refused}: Desk, {path}: Correction, reason: string): null {
  refused.push({path, reason});
  return null;
}

/** Notes a change on the reading itself and in the list of what was applied. */
function apply(desk: Desk, {note}: Correction, mention: AttributedQuantity, change: string): void {
  const {article, field, start, end, text, corrected = []} = nowOf(desk, mention);
  desk.now.set(mention, {...nowOf(desk, mention), corrected: [...corrected, change]});
  desk.applied.push({article, field, start, end, text, change, note});
}

/** The reading that a row is about; null where none stands there, which is noted. */
function findReading(desk: Desk, correction: Correction): AttributedQuantity | null {
  const {article, start, end} = correction;
  const here = desk.at.get(keyOf(correction)) ?? [];
  const found = here.find((mention) => mention.end === end);
  if (found) return isThere(desk, correction, found);
  const near = here[0] ? `the reading there is “${here[0].text}”, ${start}-${here[0].end}` : "none begins there";
  return refuse(desk, correction, `no reading of ${article} is ${start}-${end}: ${near}; see the table quantities`);
}

function findOther(desk: Desk, correction: Correction, place: ReadingPlace): AttributedQuantity | null {
  const [found] = desk.at.get(keyOf(place)) ?? [];
  if (found) return isThere(desk, correction, found);
  return refuse(desk, correction, `no reading of ${place.article} begins at ${place.start}; see the table quantities`);
}

function isThere(desk: Desk, correction: Correction, found: AttributedQuantity): AttributedQuantity | null {
  const by = desk.dropped.get(found);
  if (!by || correction.action === "drop") return found;
  return refuse(desk, correction, `“${found.text}” is dropped by ${by.path}; remove one of the two rows`);
}

function dropReadings(desk: Desk, corrections: readonly Correction[]): void {
  for (const correction of corrections) {
    if (correction.action !== "drop") continue;
    const mention = findReading(desk, correction);
    if (!mention) continue;
    desk.dropped.set(mention, correction);
    apply(desk, correction, mention, "dropped");
  }
}

/** All rows of one reading together, since an interval may need two. */
function mendReadings(desk: Desk, corrections: readonly Correction[]): void {
  const rows = new Map<AttributedQuantity, (Correction & Mend)[]>();
  for (const correction of corrections) {
    if (correction.action !== "mend") continue;
    const mention = findReading(desk, correction);
    if (mention) rows.set(mention, [...(rows.get(mention) ?? []), correction]);
  }
  for (const [mention, mends] of rows) {
    const {mended, changes, refused} = mendMention(mention, mends);
    desk.now.set(mention, mended);
    for (const [mend, reason] of refused) refuse(desk, mend, reason);
    for (const [mend, change] of changes) apply(desk, mend, mention, change);
  }
}

type MentionPair = readonly [AttributedQuantity, AttributedQuantity];

const named = ({text, article}: AttributedQuantity) => `“${text}” in ${article}`;

function joinReadings(desk: Desk, corrections: readonly Correction[]): MentionPair[] {
  return corrections.flatMap((correction): MentionPair[] => {
    if (correction.action !== "join") return [];
    const mention = findReading(desk, correction);
    const other = mention && findOther(desk, correction, correction.other);
    if (!mention || !other) return [];
    if (mention === other) {
      refuse(desk, correction, "joins a reading with itself; name the other one in article2 and start2");
      return [];
    }
    apply(desk, correction, mention, `joined with ${named(other)}`);
    return [[mention, other]];
  });
}

function splitReadings(
  desk: Desk,
  corrections: readonly Correction[],
  joins: readonly MentionPair[],
): [AttributedQuantity, AttributedQuantity | null][] {
  const joined = new Groups<string>();
  for (const [a, b] of joins) joined.join(keyOf(a), keyOf(b));
  return corrections.flatMap((correction): [AttributedQuantity, AttributedQuantity | null][] => {
    if (correction.action !== "split") return [];
    const mention = findReading(desk, correction);
    const other = correction.other && mention && findOther(desk, correction, correction.other);
    if (!mention || (correction.other && !other)) return [];
    if (other && joined.find(keyOf(mention)) === joined.find(keyOf(other))) {
      refuse(desk, correction, `${named(mention)} and ${named(other)} are also joined; remove one of the rows`);
      return [];
    }
    apply(desk, correction, mention, other ? `split from ${named(other)}` : "split off");
    return [[mention, other]];
  });
}

/** An article's reading without what was dropped; a conversion whose number is gone stands for itself. */
function correctReading(reading: ClaimReading, desk: Desk): ClaimReading {
  const {quantities} = reading;
  if (!quantities.some((mention) => desk.now.has(mention))) return reading;
  const gone = new Set(quantities.filter((mention) => desk.dropped.has(mention)).map(keyOf));
  const isOrphan = (mention: AttributedQuantity) =>
    mention.conversionOf !== null && gone.has(keyOf({...mention, start: mention.conversionOf}));
  const corrected = quantities.filter((mention) => !desk.dropped.has(mention));
  for (const mention of corrected)
    if (isOrphan(mention)) desk.now.set(mention, {...nowOf(desk, mention), conversionOf: null});
  return {...reading, quantities: corrected.map((mention) => nowOf(desk, mention))};
}
