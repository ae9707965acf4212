import {boundInterval, readBound} from "./bounds.ts";
import {readClockTime} from "./clock-times.ts";
import type {Conventions} from "./conventions.ts";
import {type CountedNoun, readCountedNoun} from "./counted-nouns.ts";
import {type Following, monthOf, readDate} from "./dates.ts";
import {readLookAlike} from "./look-alikes.ts";
import {type Measurement, readMeasurement, readUnit} from "./measurements.ts";
import {ORDINAL_WORDS} from "./number-words.ts";
import {NUMERAL_STARTERS, type Numeral, readNumeral} from "./numerals.ts";
import {readOrdinal} from "./ordinals.ts";
import {isPersonNoun} from "./person-nouns.ts";
import type {Bound, Role} from "./quantity.ts";
import {readRange} from "./ranges.ts";
import type {Token} from "./tokens.ts";
import {PRONOUNS} from "./word-classes.ts";

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

const LIGHT: Pick<Draft, "unit" | "unitName" | "noun" | "thing" | "written" | "iso" | "low" | "high" | "bound"> = {
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

/** Every number of a tokenised sentence, in order; dates, clock times and ordinals among them, names that look like numbers not. */
export function readDrafts(tokens: readonly Token[], conventions: Conventions): Draft[] {
  const drafts: Draft[] = [];
  const countedAfter = (at: number) => isCounted(tokens, at);
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token || !mayBegin(tokens, at)) {
      at++;
      continue;
    }
    const light = readUncounted(tokens, at, countedAfter);
    if (light) {
      drafts.push(light);
      at = light.numberTo;
      continue;
    }
    const skip = readLookAlike(tokens, at, countedAfter);
    if (skip > at) {
      at = skip;
      continue;
    }
    const draft = readSpan(tokens, at) ?? readCountable(tokens, at, conventions);
    if (draft) drafts.push(draft);
    at = draft ? Math.max(draft.numberTo, at + 1) : at + 1;
  }
  return drafts;
}

/** A cheap look before any grammar: most tokens begin no number. */
function mayBegin(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === "number") return true;
  if (token?.kind !== "word") return false;
  return NUMERAL_STARTERS.has(token.lower) || ORDINAL_WORDS.has(token.lower) || monthOf(token) > 0;
}

function readUncounted(tokens: readonly Token[], at: number, _countedAfter: (at: number) => boolean): Draft | null {
  const token = tokens[at];
  const base = {...LIGHT, from: at, numberFrom: at};
  const isNumber = token?.kind === "number";
  if (isNumber || SIX_TO_TWELVE.has(token?.lower ?? "")) {
    const time = readClockTime(tokens, at);
    if (time) return {...base, to: time, numberTo: time, kind: "time", role: "time"};
  }
  const date = readDate(tokens, at, isNumber ? following(tokens, at + 1) : null);
  if (date) return {...base, to: date.to, numberTo: date.to, kind: "date", role: "date", iso: date.iso};
  const ordinal = readOrdinal(tokens, at);
  if (!ordinal || isFraction(tokens, at)) return null;
  return {
    ...base,
    to: ordinal.to,
    numberTo: ordinal.to,
    low: ordinal.value,
    high: ordinal.value,
    kind: "ordinal",
    role: ordinal.role,
  };
}

const SIX_TO_TWELVE = new Set("one two three four five six seven eight nine ten eleven twelve".split(" "));
const isFraction = (tokens: readonly Token[], at: number) =>
  tokens[at]?.kind === "word" &&
  tokens[at - 1]?.text === "-" &&
  /^(one|two|three|four)$/.test(tokens[at - 2]?.lower ?? "");

const isCounted = (tokens: readonly Token[], at: number) => following(tokens, at) !== null;

/** What begins at a token: a unit, people or plural things. Tells "2000 people" from the year and "20 Mile" names from counts. */
function following(tokens: readonly Token[], at: number): Following {
  const token = tokens[at];
  if (!token) return null;
  const hyphen = token.text === "-" && token.glued && tokens[at + 1]?.glued;
  const start = hyphen ? at + 1 : at;
  if (token.kind === "mark" && !hyphen) return token.text === "%" ? "measure" : null;
  if (readUnit(tokens, start, true)) return "measure";
  if (/^(million|billion|trillion|thousand|hundred|dozen)$/.test(tokens[start]?.lower ?? "")) return "measure";
  const noun = readCountedNoun(tokens, start, false);
  if (!noun || noun.to - start > 4) return null;
  if (noun.isPerson) return "people";
  const head = tokens[noun.to - 1];
  return noun.isPlural && !/^\p{Lu}/u.test(head?.text ?? "") ? "things" : null;
}

/** "one" counts only before a noun or in "one of the": not "no one", "each one", "the one", "one another", "one day". */
function isPronounOne(tokens: readonly Token[], numeral: Numeral): boolean {
  if (numeral.to !== numeral.from + 1 || tokens[numeral.from]?.lower !== "one") return false;
  const before = tokens[numeral.from - 1]?.lower ?? "";
  const next = tokens[numeral.to];
  const after = next?.lower ?? "";
  if (
    /^(no|any|every|each|some|this|that|which|another|the|only|a|loved|first|second|last|big|good|new|little|number|day|not)$/.test(
      before,
    ) &&
    after !== "of"
  ) {
    return !(/^(the|only|that|this)$/.test(before) && next?.kind === "word" && isPersonNoun(next.lower));
  }
  if (tokens[numeral.from - 1]?.text === "-" || (next?.text === "-" && !next.glued)) return true;
  if (!next) return false;
  if (next.kind === "mark") return !(next.text === "-" && next.glued);
  if (
    /^(another|day|by|can|should|would|could|must|might|may|has|thing|way|time|night|who|that|on|in|to|at|for|and|or|with|as|such)$/.test(
      after,
    )
  ) {
    return !/^(killed|injured|least|leaving|left|wounding)$/.test(before);
  }
  return after !== "of" && PRONOUNS.has(after);
}

/** "less than a fortnight", "more than a decade": an article before a unit of time counts as one where a bound stands before it. */
function readSpan(tokens: readonly Token[], at: number): Draft | null {
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

/** Something counted or measured: number, range, unit or noun, bound. */
function readCountable(tokens: readonly Token[], at: number, conventions: Conventions): Draft | null {
  const numeralAt = (position: number) => {
    const sign = /^[$€£¥₹]$/.test(tokens[position]?.text ?? "")
      ? position + 1
      : /^(US|HK|Y)$/.test(tokens[position]?.text ?? "") && /^[$=]$/.test(tokens[position + 1]?.text ?? "")
        ? position + 2
        : position;
    return readNumeral(tokens, sign, conventions);
  };
  const single = readNumeral(tokens, at, conventions);
  if (!single || isPronounOne(tokens, single)) return null;
  const unitEnd = (position: number) => {
    const unit = readUnit(tokens, position, single.digits);
    return unit && {to: unit.to, code: unit.unit.code};
  };
  const range = readRange(tokens, single, numeralAt, unitEnd);
  const numeral = range ?? single;
  const magnitude = readEarthquake(tokens, numeral);
  if (magnitude) return magnitude;
  const measure = readMeasurement(tokens, numeral);
  return measure ? measured(tokens, numeral, measure) : counted(tokens, numeral);
}

/** "a magnitude-6.4 earthquake", "a magnitude of 7.1": the scale stands before the number. */
function readEarthquake(tokens: readonly Token[], numeral: Numeral): Draft | null {
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

function measured(tokens: readonly Token[], numeral: Numeral, measure: Measurement): Draft | null {
  const noun =
    measure.to > numeral.to && measure.role !== "money" && tokens[numeral.to]?.text === "-"
      ? readCountedNoun(tokens, measure.to, true)
      : null;
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

function counted(tokens: readonly Token[], numeral: Numeral): Draft | null {
  const hyphen = Boolean(
    tokens[numeral.to]?.text === "-" && tokens[numeral.to]?.glued && tokens[numeral.to + 1]?.glued,
  );
  const one = numeral.low === 1 && numeral.high === 1;
  const compound = hyphen ? readCompound(tokens, numeral.to + 1) : null;
  if (hyphen && !compound) return null;
  const determiner =
    numeral.kind === "fraction" && /^(the|its|their|all|his|her)$/.test(tokens[numeral.to]?.lower ?? "") ? 1 : 0;
  const after = numeral.to + (isOpenEnd(tokens, numeral.to) ? 2 : determiner);
  const noun =
    compound?.noun ??
    readLives(tokens, numeral) ??
    withoutParticiple(readCountedNoun(tokens, after, one && after === numeral.to));
  const end = noun && noun.head !== "" ? noun.to : numeral.to;
  const whole = Math.max(end, noun?.to ?? 0, compound?.thing?.to ?? 0);
  const {low, high, bound, from, to} = bounded(tokens, numeral, numeral.from, end, {
    bare: noun === null,
    time: false,
    length: false,
  });
  return {
    from,
    to: Math.max(to, whole),
    numberFrom: numeral.from,
    numberTo: numeral.to,
    low,
    high,
    bound,
    kind: numeral.kind,
    role: null,
    ...nameUnit(noun),
    noun,
    thing: compound?.thing ?? null,
    written: noun && {from: noun.from, to: noun.to},
    iso: null,
  };
}

/** People are "person"; "times" are counts, so that nobody takes them for time; other things are their noun. */
function nameUnit(noun: CountedNoun | null): {unit: string | null; unitName: string | null} {
  if (noun?.isPerson) return {unit: "person", unitName: "person"};
  if (noun?.lemma === "time") return {unit: "count", unitName: "count"};
  return {unit: noun?.lemma || null, unitName: noun?.head || null};
}

/** "40 or more buildings": the noun stands after the modifier. */
const isOpenEnd = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === "or" && /^(more|so|fewer|less)$/.test(tokens[at + 1]?.lower ?? "");

/** "1,143 injured": the participle says what happened to them, it does not name them. */
const withoutParticiple = (noun: CountedNoun | null): CountedNoun | null =>
  noun && noun.to === noun.from + 1 && /^(injured|wounded|dead|killed|hurt|missing|displaced|homeless)$/.test(noun.head)
    ? null
    : noun;

/** "claimed 35 lives", "35 lives were lost": people, where the words around say that the lives ended. */
function readLives(tokens: readonly Token[], numeral: Numeral): CountedNoun | null {
  const at = tokens[numeral.to]?.lower === "more" ? numeral.to + 1 : numeral.to;
  if (!/^(lives|life)$/.test(tokens[at]?.lower ?? "")) return null;
  const after = /^(lost|were|have|had|are)$/.test(tokens[at + 1]?.lower ?? "");
  let taken = false;
  for (let back = numeral.from - 1; back >= numeral.from - 6; back--) {
    taken ||= /^(claim|claims|claimed|claiming|cost|costs|costing|took|take|takes|taken|taking|lost)$/.test(
      tokens[back]?.lower ?? "",
    );
  }
  return after || taken ? {from: at, to: at + 1, head: "life", lemma: "life", isPerson: true, isPlural: true} : null;
}

interface Compound {
  noun: CountedNoun;
  thing: {from: number; to: number} | null;
}

/** "12-story apartment building", "30-nation military alliance": the glued noun is counted, what follows has it. */
function readCompound(tokens: readonly Token[], at: number): Compound | null {
  const token = tokens[at];
  if (token?.kind !== "word" || token.lower.length < 3) return null;
  if (/^(off|out|time|way|fold|and|year|handed|sided|up|to|in|on)$/.test(token.lower)) return null;
  const rest = tokens[at + 1]?.glued ? null : readCountedNoun(tokens, at + 1, true);
  const head = token.lower === "storey" ? "story" : token.lower;
  const noun = {from: at, to: at + 1, head, lemma: head, isPerson: isPersonNoun(head), isPlural: false};
  return {noun, thing: rest && {from: rest.from, to: rest.to}};
}

function bounded(
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
