import {isVerb, looksLikeVerb, phraseEndingAt, type Range} from "./noun-phrases.ts";
import {isCapitalised, isPossessive, isTime, type Token} from "./tokens.ts";
import {PEOPLE, PREPOSITIONS, TITLES} from "./word-classes.ts";

const TIES_NAMES = /^(?:of|from|in|for|at)$/;

/** A plural of people: "ministers", "officials". */
export const isPeople = (lower: string): boolean =>
  lower.endsWith("s") && (PEOPLE.has(lower.slice(0, -1)) || TITLES.has(lower.slice(0, -1)));

/** Whether "of Poland and Slovenia" may hang on a word: also a trade in the plural ("doctors", "residents"). */
export const bearsNames = (lower: string): boolean =>
  isPeople(lower) || /[a-z]{2}(?:er|or|ist|ian|ent|ant)s$/.test(lower);

const isNamePart = (token: Token | undefined) => isCapitalised(token) && !isPossessive(token) && !isTime(token);

/** Index of the first token of the name that ends at `last`, its article included; `last + 1` where none does. */
function nameStart(tokens: readonly Token[], last: number): number {
  let from = last + 1;
  while (isNamePart(tokens[from - 1])) from--;
  return from <= last && tokens[from - 1]?.lower === "the" ? from - 1 : from;
}

/** Index behind the name that begins at `first`; `first` where none does. */
function nameEnd(tokens: readonly Token[], first: number): number {
  const from = tokens[first]?.lower === "the" ? first + 1 : first;
  let to = from;
  while (isNamePart(tokens[to])) to++;
  return to > from ? to : first;
}

/**
 * The noun phrase that a list of names before a verb hangs on: "the prime ministers of Poland, the Czech Republic and Slovenia". Null
 * where the list hangs on no plural of people, or what it hangs on is no subject ("talks with the leaders of Poland, ...").
 */
export function phraseOfList(tokens: readonly Token[], last: number): Range | null {
  // "the leaders of the Labour, Green and Liberal parties": one noun for all names.
  let from = nameStart(tokens, isNamePart(tokens[last]) ? last : last - 1);
  if (from > last || tokens[from - 1]?.lower !== "and") return null;
  let link = tokens[from - 2]?.text === "," ? from - 2 : from - 1;
  let names = 1;
  for (; link > 0; names++) {
    from = nameStart(tokens, link - 1);
    if (from === link) return null;
    if (tokens[from - 1]?.text !== ",") break;
    link = from - 1;
  }
  const head = from - 2;
  if (names < 2 || head < 0 || !TIES_NAMES.test(tokens[from - 1]!.lower) || !bearsNames(tokens[head]!.lower))
    return null;
  const phrase = phraseEndingAt(tokens, head);
  const edge = tokens[phrase.from - 1];
  if (phrase.to === phrase.from || (edge && (PREPOSITIONS.has(edge.lower) || isVerb(tokens, phrase.from - 1))))
    return null;
  return {from: phrase.from, to: last + 1};
}

/** Index behind ", the Czech Republic and Slovenia" where a phrase for people that ends at `to` goes on so; else `to`. */
export function pastNameList(tokens: readonly Token[], {from, to}: Range): number {
  const first = nameStart(tokens, to - 1);
  if (first - 2 < from || !TIES_NAMES.test(tokens[first - 1]!.lower) || !bearsNames(tokens[first - 2]!.lower))
    return to;
  let at = to;
  while (tokens[at]?.text === ",") {
    const last = tokens[at + 1]?.lower === "and";
    const end = nameEnd(tokens, last ? at + 2 : at + 1);
    if (end <= at + (last ? 2 : 1)) return to;
    if (last) return end;
    at = end;
  }
  const end = nameEnd(tokens, at + 1);
  return at > to && tokens[at]?.lower === "and" && end > at + 1 ? end : to;
}

/** Like `pastNameList`, for a phrase that no verb may follow: in "according to officials in Kyiv, Lviv and Odesa fell" the list is another's. */
export function withNameList(tokens: readonly Token[], phrase: Range): Range {
  const to = pastNameList(tokens, phrase);
  return looksLikeVerb(tokens, to) ? phrase : {from: phrase.from, to};
}
