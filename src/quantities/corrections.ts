import type {Token} from "./tokens.ts";

const CORRECTION = /^(amended|corrected|updated|correction|clarification|corrections|version|misstated|misreported)$/;
const WRONG =
  /^(incorrect|incorrectly|wrong|wrongly|erroneous|erroneously|mistakenly|inaccurate|inaccurately|misstated)$/;

/** Is the number at a token withdrawn by a correction note: "amended to remove an incorrect weight of 300 tonnes; it weighs 37"? */
export function isWithdrawn(tokens: readonly Token[], at: number): boolean {
  let wrong = false;
  for (let back = at - 1; back >= 0 && at - back < 60; back--) {
    const word = tokens[back]?.lower ?? "";
    if (word === ";" || word === ".") {
      if (!wrong) return false;
    } else if (WRONG.test(word)) wrong = true;
    if (wrong && CORRECTION.test(word)) return true;
  }
  return false;
}
