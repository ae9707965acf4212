/**
 * Names and phrases as a sentence lists them.
 *
 * @example
 * listAnd(["KSL", "CBS", "NewsNation"]) // => "KSL, CBS and NewsNation"
 */
export function listAnd(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** As a sentence begins: "Under 1%". */
export const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
