import {isMonth, isWeekday, monthOf} from "./dates.ts";
import type {Placed} from "./nearby.ts";
import {MAGNITUDES} from "./number-words.ts";
import {pastHyphen, wordAt} from "./numeral.ts";
import type {Token} from "./tokens.ts";
import {AUXILIARIES, endsNounPhrase, VERBS} from "./word-classes.ts";

const LOCATIVE =
  /^(in|at|near|outside|inside|around|across|within|throughout|into|from|to|of|off|over|on|leaving|entering|fleeing|fled|left)$/;
const STRONG = /^(in|at|near|outside|inside|around|across|within|throughout)$/;
const SETTLEMENT =
  "city|town|village|hamlet|borough|township|municipality|province|region|district|state|capital|port|seaport|resort|suburb|island|peninsula|enclave|county|republic|neighborhood|neighbourhood|oblast|governorate";
const COMMON = new RegExp(`^(${SETTLEMENT})$`);
const OF_PLACE = new RegExp(
  `^(${SETTLEMENT}|cities|north|south|east|west|northeast|northwest|southeast|southwest|center|centre|heart|outskirts|regions|part|parts|coast|streets|suburbs|people|area|areas|border|borders|out|outside|kingdom|side|edge)$`,
);
/** What may stand between a preposition and the name of a place: where it lies, what it is, and what befell it ("rebel-held"). */
const BEFORE_PLACE = new RegExp(
  `^(the|a|an|of|${SETTLEMENT}|(north|south)?-?(east|west|north|south)(ern)?|central|south-central|north-central|downtown|suburban|rural|inland|mainland|coastal|nearby|neighbouring|neighboring` +
    "|besieged|embattled|encircled|surrounded|occupied|annexed|disputed|contested|divided|captured|liberated|isolated|flooded|devastated|shattered|battered" +
    "|[a-z]+-(held|ruled|run|led|controlled|occupied|dominated|torn|hit|struck|stricken|ravaged|battered|scarred|plagued))$",
);
const NO_PLACE =
  /^(president|minister|mr|mrs|ms|dr|sir|god|christmas|easter|congress|parliament|senate|twitter|facebook|instagram|telegram|english|french|german|russian|spanish|arabic|internet|i|he|she|they|we|it|the|a|an|this|that|reuters|ap|afp|bbc|cnn|tv|u\.n|un|nato|eu|who|what|gmt|police|officials)$/;

const isName = (token: Token | undefined): boolean =>
  token?.kind === "word" && /^\p{Lu}/u.test(token.text) && !isWeekday(token.lower) && monthOf(token) === 0;

/**
 * The places of a sentence: capitalised names after a preposition of place ("in Lviv", "near the town of Bucha"). Without a
 * gazetteer a name after "in" may be no place; titles, languages and weekdays are excluded.
 */
export function findPlaces(tokens: readonly Token[], known: ReadonlySet<string> = new Set()): Placed[] {
  const places: Placed[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]?.lower ?? "";
    if (known.has(tokens[at]?.text ?? "") && isAlone(tokens, at)) places.push({from: at, to: at + 1});
    if (!LOCATIVE.test(word) || (word === "to" && tokens[at - 1]?.lower === "according")) continue;
    if (word === "of" && !OF_PLACE.test(tokens[at - 1]?.lower ?? "")) continue;
    const {from, between} = readBetween(tokens, at + 1);
    const common = between.some((each) => COMMON.test(each));
    if (!between.every((each) => BEFORE_PLACE.test(each))) continue;
    if (!isName(tokens[from]) || (!STRONG.test(word) && !common && between.length > (between[0] === "the" ? 1 : 0)))
      continue;
    const to = endOfName(tokens, from, word === "of");
    if (
      to === 0 ||
      (!STRONG.test(word) && !common && /^(to|from|of|on|over)$/.test(word) && /'s$/.test(tokens[to - 1]?.lower ?? ""))
    )
      continue;
    places.push({from, to});
    at = to - 1;
  }
  return places;
}

/** The words up to the next name, a hyphenated one in one piece, and where that name begins. */
function readBetween(tokens: readonly Token[], start: number): {from: number; between: string[]} {
  const between: string[] = [];
  let from = start;
  while (between.length < 5 && tokens[from]?.kind === "word" && !isName(tokens[from])) {
    let word = wordAt(tokens, from++);
    for (let next = pastHyphen(tokens, from); next > from; next = pastHyphen(tokens, from)) {
      word += `-${wordAt(tokens, next)}`;
      from = next + 1;
    }
    between.push(word);
  }
  return {from, between};
}

const isAlone = (tokens: readonly Token[], at: number) =>
  !isName(tokens[at - 1]) &&
  !isName(tokens[at + 1]) &&
  !LOCATIVE.test(tokens[at - 1]?.lower ?? "") &&
  !tokens[at + 1]?.glued;

/**
 * Names that an article puts after "in", "near" or the like somewhere: as subjects of other sentences they are places too ("Mariupol
 * has been surrounded").
 */
export function knownPlaces(text: string): Set<string> {
  const known = new Set<string>();
  for (const match of text.matchAll(
    /\b(?:in|near|around|outside|inside|city of|town of|village of) ([A-Z][\p{L}-]{2,30})(?![\p{L}'’-]| [A-Z])/gu,
  )) {
    const name = match[1] ?? "";
    if (!NO_PLACE.test(name.toLowerCase()) && !isWeekday(name.toLowerCase()) && !isMonth(name.toLowerCase()))
      known.add(name);
  }
  return known;
}

/** Past a name, or 0 where it is a person's, a people's or no name of a place. */
function endOfName(tokens: readonly Token[], from: number, afterOf: boolean): number {
  if (
    NO_PLACE.test(tokens[from]?.lower ?? "") ||
    /^(?!US$|UK$|UAE$|USA$|DRC$)[A-Z]{1,6}$/.test(tokens[from]?.text ?? "")
  )
    return 0;
  let to = from;
  while (to < from + 6) {
    const token = tokens[to];
    if (!token) break;
    if (isName(token) && (to === from || !token.glued)) to++;
    else if (token?.text === "-" && token.glued && tokens[to + 1]?.kind === "word" && tokens[to + 1]?.glued) to += 2;
    else if (
      token?.lower === "of" &&
      to > from &&
      isName(tokens[to + 1]) &&
      /^(sea|gulf|bay|strait|isle|city|port|university|republic|province|coast|house|church)$/.test(
        tokens[to - 1]?.lower ?? "",
      )
    )
      to += 2;
    else if (token?.text === "." && token.glued && /^(st|mt|ft)$/.test(tokens[to - 1]?.lower ?? "")) to++;
    else break;
  }
  const next = tokens[to];
  const isActor =
    next?.kind === "word" &&
    (VERBS.has(next.lower) || AUXILIARIES.has(next.lower)) &&
    /^(said|says|told|added|wrote|tweeted)$/.test(next.lower);
  const isAdjective = to === from + 1 && /(ian|ish|ese|ean)$/.test(tokens[from]?.lower ?? "") && next?.kind === "word";
  const isModifier = afterOf && next?.kind === "word" && !next.glued && !isName(next) && !endsNounPhrase(next.lower);
  const isModel =
    next?.kind === "number" &&
    /^\d{1,3}$/.test(next.text) &&
    monthOf(tokens[to - 1]) === 0 &&
    tokens[to + 1]?.kind === "word" &&
    !MAGNITUDES.has(tokens[to + 1]?.lower ?? "");
  return isActor || isAdjective || isModifier || isModel ? 0 : to;
}

/** The name that "a port city of 430,000" stands in apposition to: "Mariupol, a strategic port city of 430,000". */
export function namedBefore(tokens: readonly Token[], at: number): Placed | null {
  let comma = at - 1;
  while (comma > 0 && at - comma < 10 && tokens[comma]?.text !== ",") comma--;
  if (tokens[comma]?.text !== "," || !/^(a|an|the)$/.test(tokens[comma + 1]?.lower ?? "")) return null;
  let from = comma;
  while (from > 0 && isName(tokens[from - 1])) from--;
  return from < comma ? {from, to: comma} : null;
}
