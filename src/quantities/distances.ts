import type {Draft} from "./draft.ts";
import type {Measure} from "./quantity.ts";
import type {Token} from "./tokens.ts";
import {ADVERBS, AUXILIARIES, CONJUNCTIONS, looksVerbal, PREPOSITIONS, PRONOUNS, VERBS} from "./word-classes.ts";

/** The two ends of a distance as written, and what kind of length it is. Positions are token positions, half-open. */
export interface DistanceReading {
  measure: Measure | null;
  /** What is that far away: "the city of Ivankiv". */
  from: {from: number; to: number} | null;
  /** What it is measured to: "Kyiv". */
  to: {from: number; to: number} | null;
  direction: string | null;
}

/** A point of the compass or the like, in lower case. */
export const DIRECTION =
  /^(north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|northeastward|inland|upstream|downstream|offshore)$/;
const PREFIX = /^(due|to|the|straight|further|farther)$/;
const NONE: DistanceReading = {measure: null, from: null, to: null, direction: null};

/** Reads ends, direction and measure of a length: "about 15 kilometers (9 miles) from the center of Kyiv", "80 km north of Kyiv". */
export function readDistance(tokens: readonly Token[], draft: Draft): DistanceReading {
  if (draft.role !== "distance") return NONE;
  const measure = readMeasure(tokens, draft);
  if (measure !== null && measure !== "separation") return {...NONE, measure};
  let at = pastConversion(tokens, draft.to);
  const heading = readDirection(tokens, at);
  at = heading.to;
  const link = tokens[at]?.lower ?? "";
  const away = link === "away" ? at + 1 : at;
  const isEnd =
    /^(from|of|off|outside|away)$/.test(tokens[away]?.lower ?? "") ||
    (heading.direction !== null && tokens[away]?.lower === "to");
  const to =
    isEnd &&
    (heading.direction !== null || !/^of$/.test(tokens[away]?.lower ?? "") || tokens[draft.from]?.lower === "within")
      ? nounPhraseAt(tokens, away + 1)
      : null;
  if (!to && heading.direction === null) return {...NONE, measure};
  return {measure: "separation", from: nounPhraseBefore(tokens, draft.from), to, direction: heading.direction};
}

function readDirection(tokens: readonly Token[], start: number): {to: number; direction: string | null} {
  let at = start;
  while (PREFIX.test(tokens[at]?.lower ?? "") && at < start + 3) at++;
  let end = at;
  let direction = "";
  while (
    end < at + 5 &&
    (DIRECTION.test(tokens[end]?.lower ?? "") ||
      (tokens[end]?.text === "-" && direction !== "" && DIRECTION.test(tokens[end + 1]?.lower ?? "")))
  ) {
    direction += tokens[end]?.lower ?? "";
    end++;
  }
  return direction === "" ? {to: start, direction: null} : {to: end, direction};
}

/** Past a conversion in brackets. */
function pastConversion(tokens: readonly Token[], at: number): number {
  const closes = tokens[at]?.text === ")" ? at + 1 : at;
  if (tokens[at]?.text !== "(") return closes;
  for (let end = at + 1; end < at + 8 && end < tokens.length; end++) if (tokens[end]?.text === ")") return end + 1;
  return at;
}

/** What kind of length the words around the number make of it; null when nothing says. */
function readMeasure(tokens: readonly Token[], draft: Draft): Measure | null {
  const after = pastConversion(tokens, draft.to);
  const words = (from: number, to: number) =>
    tokens
      .slice(Math.max(0, from), to)
      .map((token) => token.lower)
      .join(" ");
  const right = words(after, after + 5);
  const left = words(draft.from - 5, draft.from);
  const tail = words(draft.numberTo, draft.to);
  if (/^(away|from|off) /.test(`${right} `) && !/^off the ground/.test(right)) return "separation";
  if (
    /\b(altitude|elevation|orbit|apogee|perigee|height)s? (of|at)( \w+)?$/.test(left) ||
    /^(altitude|orbit|elevation)/.test(right) ||
    /^((above|over) (the )?(earth|ground|sea|surface|equator)|up in|overhead)/.test(right)
  )
    return "altitude";
  if (
    /^(deep|below|beneath|under (the )?(ground|sea|surface|water)|underground|underwater|down\b)/.test(right) ||
    /\bdepths? of$/.test(left)
  )
    return "depth";
  if (/\brange\b/.test(words(draft.from - 4, draft.from)) || /^(range|radius)/.test(right)) return "range";
  if (
    /^(long|wide|tall|high|thick|across|in (length|diameter|width|height)|of (track|road|pipe|pipeline|coast|coastline|railway|tunnel|tunnels|border|fence|wall|trail|cable))/.test(
      right,
    )
  )
    return "length";
  if (/\b(range|radius)$/.test(tail)) return "range";
  if (/^-|long|wide|tall|thick|high/.test(tail) || /\b(length|width|height|diameter|circumference) of$/.test(left))
    return "length";
  if (
    /\b(travel(l?ed|s|ling)?|drove|walk(ed|ing)?|ran|flew|ride|cycled|swam|sailed|march(ed)?|slid|stretch(es|ed|ing)?|extend(s|ed|ing)?|fell|journey of|trip of)( \w+)?$/.test(
      left,
    )
  )
    return "length";
  return /^(apart|away|from|off|outside)\b/.test(right) ? "separation" : null;
}

const isCapital = (token: Token | undefined) => Boolean(token && /^\p{Lu}/u.test(token.text));

/** The noun phrase that begins at a token: "the center of Kyiv", "Odesa". */
function nounPhraseAt(tokens: readonly Token[], at: number): {from: number; to: number} | null {
  let to = at;
  while (to < tokens.length && to < at + 9) {
    const token = tokens[to];
    if (
      !token ||
      (token.kind !== "word" &&
        !(token.text === "-" && token.glued) &&
        !(token.text === "." && token.glued && /^(st|mt|ft)$/.test(tokens[to - 1]?.lower ?? "")))
    )
      break;
    const word = token.lower;
    const opensOf = word === "of" && to > at;
    const isArticle =
      (to === at || tokens[to - 1]?.lower === "of") && /^(the|a|an|its|their|his|her|where|this|that)$/.test(word);
    const ends =
      PREPOSITIONS.has(word) ||
      CONJUNCTIONS.has(word) ||
      AUXILIARIES.has(word) ||
      (VERBS.has(word) && !isCapital(token)) ||
      (ADVERBS.has(word) && to > at);
    if (ends && !opensOf && !(isArticle && word !== "where")) break;
    to++;
  }
  while (to > at && /^(of|the|a|an|'s)$/.test(tokens[to - 1]?.lower ?? "")) to--;
  return to > at && !PRONOUNS.has(tokens[at]?.lower ?? "") ? {from: at, to} : null;
}

/** The noun phrase that ends before a number: of "the city of Ivankiv, 80 kilometers" and "Russian troops were still 9 miles". */
function nounPhraseBefore(tokens: readonly Token[], end: number): {from: number; to: number} | null {
  let to = end;
  while (to > 0) {
    const token = tokens[to - 1];
    const word = token?.lower ?? "";
    const passes =
      word === "," ||
      AUXILIARIES.has(word) ||
      ADVERBS.has(word) ||
      /^(remain(s|ed)?|lies|lay|located|situated|stands|stood|based|sits|sat|is|which|that|who|lives?|lived|held|killed|happened|occurred|fell|landed|crashed)$/.test(
        word,
      );
    if (!passes || end - to > 6) break;
    to--;
  }
  let from = to;
  while (from > 0 && to - from < 6) {
    const token = tokens[from - 1];
    const word = token?.lower ?? "";
    if (token?.kind !== "word") break;
    const joins = word === "of" && from < to;
    if (
      !joins &&
      (PREPOSITIONS.has(word) ||
        CONJUNCTIONS.has(word) ||
        AUXILIARIES.has(word) ||
        PRONOUNS.has(word) ||
        VERBS.has(word) ||
        (looksVerbal(word) && !isCapital(token)))
    )
      break;
    from--;
    if (/^(the|a|an)$/.test(word)) break;
  }
  while (from < to && /^(of|and)$/.test(tokens[from]?.lower ?? "")) from++;
  return from < to ? {from, to} : null;
}
