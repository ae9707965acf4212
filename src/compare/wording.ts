/**
 * Names and phrases as a sentence lists them.
 *
 * @example
 * listAnd(["KSL", "CBS", "NewsNation"]) // => "KSL, CBS and NewsNation"
 */
export function listAnd(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/**
 * A name as it stands inside a sentence, whose own may have begun with it: "the U.N.", "a senior official".
 *
 * @example lowerArticle("A senior U.S. defense official") // => "a senior U.S. defense official"
 */
export const lowerArticle = (name: string): string => name.replace(/^(?:An?|The)(?= )/u, (word) => word.toLowerCase());

/** As a sentence begins: "Under 1%". */
export const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
