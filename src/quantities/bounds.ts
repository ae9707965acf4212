import {AFTER, BEFORE, type Effect} from "./bound-phrases.ts";
import {SMALL_NUMBERS, TENS} from "./number-words.ts";
import type {Bound} from "./quantity.ts";
import type {Token} from "./tokens.ts";
import {unitOfWord} from "./units.ts";

interface Modifier {
  words: readonly string[];
  effect: Effect;
}

function table(
  rows: Partial<Record<Effect, readonly string[]>>,
  keyOf: (words: readonly string[]) => string,
): Map<string, Modifier[]> {
  const byKey = new Map<string, Modifier[]>();
  for (const [effect, phrases] of Object.entries(rows)) {
    for (const phrase of phrases) {
      const words = phrase.split(" ");
      const key = keyOf(words);
      byKey.set(key, [...(byKey.get(key) ?? []), {words, effect: effect as Effect}]);
    }
  }
  for (const list of byKey.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byKey;
}
const BEFORE_BY_LAST = table(BEFORE, (words) => words.at(-1) ?? "");
const AFTER_BY_FIRST = table(AFTER, (words) => words[0] ?? "");

/** The words around a number that open or close its interval; `from` and `to` take them into the mention. */
export interface BoundReading {
  bound: Effect;
  from: number;
  to: number;
}

const matches = (tokens: readonly Token[], at: number, words: readonly string[]) =>
  at >= 0 && words.every((word, index) => tokens[at + index]?.lower === word);

/** "passed 3 million" is a bound, "passed 3 checkpoints" is not: these verbs need a bare number after them. */
const NEEDS_BARE = new Set(["passed", "passing", "crossed"]);
/** "over three days" and "within 24 hours" span a time and bound nothing. */
const SPANS_TIME = new Set(["over", "under", "above", "within", "around", "below"]);
/** "walked up to two guards", "inching back up to 4.8 percent": where to, not how many. */
const MOVES =
  /^(back|walk|walks|walked|walking|ran|run|running|drove|drives|driving|pulled|pulls|came|come|comes|went|go|goes|going|crept|rode|rushed|stepped|snuck|sneaked|rolled|edged|inched|inching|climbed|climbs|climbing|rose|rises|risen|rising|jumped|jumps|ticked|moved|moving|crawled)$/;
/** "a story about two men", "a dispute over $10": what it is about, not how many. */
const TOPICS: Record<string, RegExp> = {
  about:
    /^(story|stories|tale|book|film|movie|documentary|song|report|reports|article|joke|jokes|question|questions|information|details|news|concern|concerns|concerned|worry|worried|worries|complaint|complaints|complained|warned|told|lied|wrote|writes|asked|asking|thinking|thought|knew|knows|know|rumours?|rumors?|lies|truth|theory|theories|debate)$/,
  over: /^(dispute|disputes|argument|arguments|fight|fights|fighting|row|quarrel|quarrelled|quarreled|feud|spat|squabble|wrangle|clash|clashed|concerns?|concerned|outrage|anger|angry|lawsuit|sued)$/,
};
const SPANS_PLACE = /^(over|under|above|below)$/;
const MEASURING_VERB =
  /^(for|is|was|be|been|lasted|lasts|took|takes|take|spent|after|just|well|now|aged|waited|already|with|at|little|of)$/;
const STRENGTH: Record<Effect, number> = {
  exact: 0,
  about: 1,
  nearly: 2,
  "at most": 3,
  "less than": 3,
  "more than": 3,
  "at least": 3,
};

export interface BoundContext {
  /** The number counts nothing that is written after it. */
  bare: boolean;
  /** The number measures time. */
  time: boolean;
  /** The number measures length; only then "within 9 miles" closes an interval. */
  length: boolean;
}

function modifierBefore(tokens: readonly Token[], end: number, context: BoundContext): Modifier | null {
  const last = tokens[end - 1]?.lower ?? "";
  for (const modifier of BEFORE_BY_LAST.get(last) ?? []) {
    if (!matches(tokens, end - modifier.words.length, modifier.words)) continue;
    if (modifier.words.join(" ") === "up to" && MOVES.test(tokens[end - 3]?.lower ?? "")) continue;
    if (modifier.words.length === 1) {
      if (NEEDS_BARE.has(last) && !context.bare) continue;
      const earlier = tokens[end - 2]?.lower ?? "";
      if (last === "within" && !context.length) continue;
      if (
        context.time &&
        SPANS_TIME.has(last) &&
        !(last === "over" || last === "under" ? MEASURING_VERB.test(earlier) : last === "around")
      )
        continue;
      if (last === "all" && !/^(and|but|,|)$/.test(earlier)) continue;
      if (TOPICS[last]?.test(earlier)) continue;
      if (
        (last === "over" || last === "around" || last === "about") &&
        /^(turned|fell|all|went|ran|rolled|looked|talked|took|taken|takes|argued|handed|hand|handing|turning|gave|give|won|taking|brought|got)$/.test(
          earlier,
        )
      )
        continue;
    }
    return modifier;
  }
  return null;
}

/**
 * The bound of a number from the words before and after it. Of several ("as many as about 50") the strictest holds.
 *
 * @param from first token of the number, currency sign included
 * @param to token after the number and its unit or noun
 * @param numberEnd token after the bare number
 */
export function readBound(
  tokens: readonly Token[],
  from: number,
  numberEnd: number,
  to: number,
  context: BoundContext,
): BoundReading {
  const article = /^an?$/.test(tokens[from - 1]?.lower ?? "") && tokens[from]?.kind === "number" ? 1 : 0;
  // "over a 12-mile stretch" says where.
  const spans = article && tokens[numberEnd]?.text === "-" && SPANS_PLACE.test(tokens[from - 2]?.lower ?? "");
  let reading: BoundReading = {bound: "exact", from, to};
  for (let end = from - article; !spans; end = reading.from) {
    const modifier = modifierBefore(tokens, end, context);
    if (!modifier) break;
    const bound = STRENGTH[modifier.effect] > STRENGTH[reading.bound] ? modifier.effect : reading.bound;
    reading = {...reading, bound, from: end - modifier.words.length};
  }
  for (const at of numberEnd === to ? [to] : [numberEnd, to]) {
    const modifier = modifierAfter(tokens, at);
    if (!modifier) continue;
    const bound = STRENGTH[modifier.effect] > STRENGTH[reading.bound] ? modifier.effect : reading.bound;
    return {...reading, bound, to: Math.max(to, at + modifier.words.length)};
  }
  return reading;
}

function modifierAfter(tokens: readonly Token[], at: number): Modifier | null {
  const first = tokens[at];
  for (const modifier of AFTER_BY_FIRST.get(first?.lower ?? "") ?? []) {
    const next = tokens[at + modifier.words.length];
    if (!matches(tokens, at, modifier.words) || (first?.kind === "mark" && !first.glued) || opensNumber(next)) continue;
    // "$50 plus tax" adds something, "three odd jobs" are strange.
    if (first?.lower === "plus" && next?.kind === "word" && !unitOfWord(next.lower)) continue;
    if (first?.lower === "odd" && !/(?:0|ty|dred|sand|lion|zen)$/.test(tokens[at - 1]?.lower ?? "")) continue;
    return modifier;
  }
  return null;
}

/** "killed 30 and over 40 were hurt": the words belong to the number that follows. */
const opensNumber = (token: Token | undefined): boolean =>
  token?.kind === "number" ||
  /^[$€£]$/.test(token?.text ?? "") ||
  SMALL_NUMBERS.has(token?.lower ?? "") ||
  TENS.has(token?.lower ?? "");

const PRENOMINAL = /^(- plus|plus|\+|- odd|odd|- ish|or more|or so|or fewer|or less)$/;

/** Past what opens or blurs a number and stands before its noun ("30-plus people", "30-odd", "30+", "40 or more"); else `at`. */
export function pastSuffix(tokens: readonly Token[], at: number): number {
  const words = modifierAfter(tokens, at)?.words ?? [];
  return PRENOMINAL.test(words.join(" ")) ? at + words.length : at;
}

/**
 * The interval that a bound makes of a value.
 *
 * @example
 * boundInterval("nearly", 3) // => {low: null, high: 3}
 */
export function boundInterval(bound: Bound, value: number | null): {low: number | null; high: number | null} {
  if (bound === "at least" || bound === "more than") return {low: value, high: null};
  if (bound === "at most" || bound === "less than" || bound === "nearly") return {low: null, high: value};
  return {low: value, high: value};
}
