import {FRACTION_PARTS, MAGNITUDES, SMALL_NUMBERS} from "./number-words.ts";
import {exact, type Numeral, pastHyphen, wordAt} from "./numeral.ts";
import type {Token} from "./tokens.ts";

const HALF_OF = /^(of|the|its|their|his|her|our|my|all|those|these)$/;

/** "two-thirds", "a third of", "half of", "half a million", "one in five", "half-hour". */
export function readFraction(tokens: readonly Token[], at: number): Numeral | null {
  const fraction = (to: number, value: number, digits = false): Numeral => ({
    ...exact(at, to, value, digits),
    kind: "fraction",
  });
  const word = wordAt(tokens, at);
  if (word === "half") {
    const next = pastHyphen(tokens, at + 1);
    const afterArticle = /^an?$/.test(wordAt(tokens, next)) ? next + 1 : next;
    const factor = MAGNITUDES.get(wordAt(tokens, afterArticle));
    if (factor) return exact(at, afterArticle + 1, factor / 2, false, factor);
    if (
      /^(hour|mile|century|decade|day|kilometre|kilometer|inch|tonne|ton|pound|year|dozen)$/.test(
        wordAt(tokens, afterArticle),
      )
    )
      return exact(at, afterArticle, 0.5, false);
    const earlier = wordAt(tokens, at - 1);
    if (/^(first|second|other|latter|former|one|top|bottom|a|each|every|better|northern|southern)$/.test(earlier))
      return null;
    return HALF_OF.test(wordAt(tokens, at + 1)) ? fraction(at + 1, 0.5) : null;
  }
  const numerator = word === "a" ? 1 : SMALL_NUMBERS.get(word);
  if (numerator === undefined || numerator === 0) {
    return word === "quarter" && wordAt(tokens, at + 1) === "of" && !/^\w+(st|rd|th|nd)$/.test(wordAt(tokens, at - 1))
      ? fraction(at + 1, 0.25)
      : null;
  }
  const partAt = pastHyphen(tokens, at + 1);
  const part = FRACTION_PARTS.get(wordAt(tokens, partAt));
  const million = part === 4 ? MAGNITUDES.get(wordAt(tokens, partAt + 1)) : undefined;
  if (million !== undefined) return exact(at, partAt + 2, (numerator * million) / 4, false, million);
  if (part === undefined || (word === "a" && part === 2)) return null;
  const whole =
    numerator === 1 ? wordAt(tokens, partAt + 1) === "of" || partAt > at + 1 : wordAt(tokens, partAt).endsWith("s");
  const isTime = wordAt(tokens, partAt).startsWith("quarter") && numerator > 3;
  return whole && !isTime ? fraction(partAt + 1, numerator / part) : null;
}
