import {pastSuffix} from "./bounds.ts";
import {readClockTime} from "./clock-times.ts";
import type {Conventions} from "./conventions.ts";
import {readCountedNoun} from "./counted-nouns.ts";
import {counted} from "./counts.ts";
import {type Following, monthOf, readDate} from "./dates.ts";
import {type Draft, LIGHT} from "./draft.ts";
import {readLookAlike} from "./look-alikes.ts";
import {readMeasurement, readUnit} from "./measurements.ts";
import {measured, readEarthquake, readSpan} from "./measures.ts";
import {MAGNITUDES, ORDINAL_WORDS} from "./number-words.ts";
import {type Numeral, pastHyphen} from "./numeral.ts";
import {NUMERAL_STARTERS, readNumeral} from "./numerals.ts";
import {readOrdinal} from "./ordinals.ts";
import {isPersonNoun} from "./person-nouns.ts";
import {readRange} from "./ranges.ts";
import type {Token} from "./tokens.ts";
import {PRONOUNS} from "./word-classes.ts";

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
    const light = readUncounted(tokens, at);
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

function readUncounted(tokens: readonly Token[], at: number): Draft | null {
  const token = tokens[at];
  const base = {...LIGHT, from: at, numberFrom: at};
  const isNumber = token?.kind === "number";
  if (isNumber || HOURS.has(token?.lower ?? "")) {
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

const HOURS = new Set("one two three four five six seven eight nine ten eleven twelve".split(" "));
const isFraction = (tokens: readonly Token[], at: number) =>
  tokens[at]?.kind === "word" &&
  tokens[at - 1]?.text === "-" &&
  /^(one|two|three|four)$/.test(tokens[at - 2]?.lower ?? "");

const isCounted = (tokens: readonly Token[], at: number) => following(tokens, at) !== null;

/** What begins at a token: a unit, people or plural things. Tells "2000 people" from the year and "20 Mile" names from counts. */
function following(tokens: readonly Token[], at: number): Following {
  const token = tokens[at];
  if (!token) return null;
  const start = pastHyphen(tokens, pastSuffix(tokens, at));
  if (tokens[start]?.kind === "mark") return token.text === "%" ? "measure" : null;
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
  // "30-odd thousand": a magnitude that is not read belongs to the number.
  if (MAGNITUDES.has(tokens[pastSuffix(tokens, single.to)]?.lower ?? "")) return null;
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
