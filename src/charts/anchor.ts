/** Where something begins: an offset into the article's text or, where `field` says so, into its title. Both begin at 0. */
export interface Place {
  article: string;
  field?: string;
  start: number;
}

/**
 * Whether two places are one.
 *
 * @example isSamePlace({article: "a", start: 12}, {article: "a", field: "title", start: 12}) // => false
 */
export const isSamePlace = (one: Place, other: Place): boolean =>
  one.article === other.article && one.start === other.start && (one.field ?? "text") === (other.field ?? "text");

/**
 * The id that a mention's span has on a report's page, from the article and the offset where it starts. Whitespace is no part of
 * an HTML id.
 *
 * @example mentionId({article: "a b.txt", start: 12}) // => "a_b.txt-12"
 */
export function mentionId({article, start, field}: Place): string {
  return `${article.replace(/\s+/g, "_")}-${field === "title" ? "title-" : ""}${start}`;
}

/**
 * The link to an id on the same page.
 *
 * @example hrefTo("50%-12") // => "#50%25-12"
 */
export function hrefTo(id: string): string {
  return `#${encodeURIComponent(id)}`;
}

/**
 * The id of a shared sentence on a report's page: other than any mention's, though both may start at one character.
 *
 * @example passageId({article: "a b.txt", start: 12, end: 40}) // => "a_b.txt-12-40"
 */
export function passageId({article, start, end}: {article: string; start: number; end: number}): string {
  return `${mentionId({article, start})}-${end}`;
}

/**
 * The id of the card that shows two aligned sentences beside each other, whichever is named first.
 *
 * @example pairId({article: "b", start: 1}, {article: "a", start: 2}) // => "pair-a-2-b-1"
 */
export function pairId(one: Place, other: Place): string {
  return `pair-${[mentionId(one), mentionId(other)].sort().join("-")}`;
}

/**
 * The id of the list of a speaker's words.
 *
 * @example speechId("the mayor") // => "speech-the_mayor"
 */
export function speechId(speaker: string): string {
  return `speech-${speaker.replace(/\s+/g, "_")}`;
}

/**
 * The id of the list of a word's places.
 *
 * @example wordId("u.s") // => "word-u.s"
 */
export function wordId(word: string): string {
  return `word-${word}`;
}

/**
 * The id of a fact's card, which its marks and numbers open.
 *
 * @example cardId("killed 1") // => "fact-killed_1"
 */
export function cardId(fact: string): string {
  return `fact-${fact.replace(/\s+/g, "_")}`;
}
