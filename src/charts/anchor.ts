/**
 * The id that a mention's span has on a report's page, from the article and the offset where it starts. Whitespace is no part of
 * an HTML id.
 *
 * @example mentionId({article: "a b.txt", start: 12}) // => "a_b.txt-12"
 */
export function mentionId({article, start, field}: {article: string; start: number; field?: string}): string {
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
 * The id of a fact's card, which its marks and numbers open.
 *
 * @example cardId("killed 1") // => "fact-killed_1"
 */
export function cardId(fact: string): string {
  return `fact-${fact.replace(/\s+/g, "_")}`;
}
