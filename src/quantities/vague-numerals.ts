import type {Conventions} from "./conventions.ts";
import {MAGNITUDES, VAGUE_PLURALS} from "./number-words.ts";
import {type Numeral, wordAt} from "./numeral.ts";
import type {Token} from "./tokens.ts";

/** Words for an open number. */
export const QUANTIFIERS: ReadonlySet<string> = new Set("several few many couple handful multiple numerous".split(" "));

/** "dozens", "tens of thousands", "several hundred", "a few", "a number of": low and high as the conventions have it. */
export function readVague(tokens: readonly Token[], at: number, conventions: Conventions): Numeral | null {
  const vague = (to: number, low: number | null, high: number | null): Numeral => ({
    from: at,
    to,
    low,
    high,
    kind: "vague",
    digits: false,
    magnitude: 1,
  });
  const word = wordAt(tokens, at);
  const plural = word === "tens" ? 10 : VAGUE_PLURALS.get(word);
  if (plural !== undefined) {
    const second = wordAt(tokens, at + 1) === "of" ? VAGUE_PLURALS.get(wordAt(tokens, at + 2)) : undefined;
    if (second !== undefined) return vague(at + 3, conventions.plural * plural * second, null);
    if (word === "tens") return null;
    if (word === "dozens" && tokens[at - 1]?.kind === "number") return null;
    if (word === "dozens") return vague(at + 1, conventions.dozens.low, conventions.dozens.high);
    if (word === "scores")
      return isScoreCount(tokens, at) ? vague(at + 1, conventions.scores.low, conventions.scores.high) : null;
    return vague(at + 1, conventions.plural * plural, null);
  }
  let next = word === "a" ? at + 1 : at;
  if (word === "a" && wordAt(tokens, next) === "number" && wordAt(tokens, next + 1) === "of")
    return vague(next + 1, null, null);
  const quantifier = wordAt(tokens, next);
  if (!QUANTIFIERS.has(quantifier)) return null;
  if (quantifier === "couple" && (word !== "a" || wordAt(tokens, next + 1) !== "of")) return null;
  next += 1;
  const magnitudeAt = wordAt(tokens, next) === "of" ? next + 1 : next;
  let factor = MAGNITUDES.get(wordAt(tokens, magnitudeAt)) ?? VAGUE_PLURALS.get(wordAt(tokens, magnitudeAt));
  if (factor !== undefined) {
    const second = MAGNITUDES.get(wordAt(tokens, magnitudeAt + 1));
    if (second !== undefined && second > factor) factor *= second;
    const to = magnitudeAt + (second !== undefined && factor > second ? 2 : 1);
    return vague(to, conventions.plural * factor, null);
  }
  return vague(next, conventions.several.low, conventions.several.high);
}

/** "scores of people", "wounded scores", "scores were hurt"; not "he scores" and not "test scores". */
function isScoreCount(tokens: readonly Token[], at: number): boolean {
  const after = wordAt(tokens, at + 1);
  if (/^(of|more|others|were|are|have|had|dead|injured|wounded|killed|missing|hurt|trapped|feared)$/.test(after))
    return true;
  return /(ed|ing|ds|res)$/.test(wordAt(tokens, at - 1)) && (after === "" || tokens[at + 1]?.kind === "mark");
}
