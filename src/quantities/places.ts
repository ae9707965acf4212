import {isWeekday, monthOf} from "./dates.ts";
import type {Token} from "./tokens.ts";
import {AUXILIARIES, VERBS} from "./word-classes.ts";

/** A place as written; token positions, half-open. */
export interface PlaceAt {
  from: number;
  to: number;
}

const LOCATIVE =
  /^(in|at|near|outside|inside|around|across|within|throughout|into|from|to|of|off|over|on|leaving|entering|fleeing|fled|left)$/;
const STRONG = /^(in|at|near|outside|inside|around|across|within|throughout)$/;
const COMMON =
  /^(city|town|village|province|region|district|state|capital|port|suburb|island|county|republic|neighborhood|neighbourhood|oblast|governorate)$/;
const NO_PLACE =
  /^(president|minister|mr|mrs|ms|dr|sir|god|christmas|easter|congress|parliament|senate|twitter|facebook|instagram|telegram|english|french|german|russian|spanish|arabic|internet|i|he|she|they|we|it|the|a|an|this|that|reuters|ap|afp|bbc|cnn|tv|u\.n|un|nato|eu|who|what|gmt|january|police|officials)$/;

const isName = (token: Token | undefined): token is Token =>
  token?.kind === "word" && /^\p{Lu}/u.test(token.text) && !isWeekday(token.lower) && monthOf(token) === 0;

/**
 * The places of a sentence: capitalised names after a preposition of place ("in Lviv", "near the town of Bucha"). Without a
 * gazetteer a name after "in" may be no place; titles, languages and weekdays are excluded.
 */
export function findPlaces(tokens: readonly Token[]): PlaceAt[] {
  const places: PlaceAt[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]?.lower ?? "";
    if (!LOCATIVE.test(word)) continue;
    let from = at + 1;
    let common = false;
    while (from < at + 6 && tokens[from]?.kind === "word" && !isName(tokens[from])) {
      common ||= COMMON.test(tokens[from]?.lower ?? "");
      from++;
    }
    const between = tokens.slice(at + 1, from).map((token) => token.lower);
    if (
      between.length > 0 &&
      !between.every((w) =>
        /^(the|a|an|southern|northern|eastern|western|central|downtown|besieged|nearby|city|town|village|province|region|district|state|capital|port|suburb|island|county|of|neighbouring|neighboring|embattled|seaport|coastal)$/.test(
          w,
        ),
      )
    )
      continue;
    if (!isName(tokens[from]) || (!STRONG.test(word) && !common && between.length > 1)) continue;
    const to = endOfName(tokens, from);
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

/** Past a name, or 0 where it is a person's, a people's or no name of a place. */
function endOfName(tokens: readonly Token[], from: number): number {
  if (NO_PLACE.test(tokens[from]?.lower ?? "")) return 0;
  let to = from;
  while (to < from + 6) {
    const token = tokens[to];
    if (isName(token) && (to === from || !token.glued)) to++;
    else if (token?.text === "-" && token.glued && tokens[to + 1]?.kind === "word" && tokens[to + 1]?.glued) to += 2;
    else if (token?.text === "." && token.glued && /^(st|mt|ft)$/.test(tokens[to - 1]?.lower ?? "")) to++;
    else break;
  }
  const next = tokens[to];
  const isActor =
    next?.kind === "word" &&
    (VERBS.has(next.lower) || AUXILIARIES.has(next.lower)) &&
    /^(said|says|told|added|wrote|tweeted)$/.test(next.lower);
  const isAdjective = to === from + 1 && /(ian|ish|ese|ean)$/.test(tokens[from]?.lower ?? "") && next?.kind === "word";
  return isActor || isAdjective ? 0 : to;
}

/** The place nearest to a token position; one behind it in the sentence is preferred to one as far before it. */
export function nearestPlace(places: readonly PlaceAt[], at: number): PlaceAt | null {
  let best: PlaceAt | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const distance = place.from >= at ? place.from - at : (at - place.to) * 1.5 + 2;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}
