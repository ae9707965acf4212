import {SMALL_NUMBERS} from "./number-words.ts";
import type {Token} from "./tokens.ts";
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  endsNounPhrase,
  looksVerbal,
  PREPOSITIONS,
  PRONOUNS,
  VERBS,
} from "./word-classes.ts";

const EVENT =
  /^(war|invasion|siege|offensive|battle|attack|assault|airstrike|air-strike|strike|shelling|barrage|bombardment|bombing|blast|explosion|shooting|massacre|rampage|killing|stabbing|murder|kidnapping|abduction|hijacking|raid|ambush|clash|clashes|crash|collision|derailment|accident|incident|disaster|fire|blaze|wildfire|earthquake|quake|tremor|tsunami|flood|flooding|floods|landslide|avalanche|storm|hurricane|typhoon|cyclone|tornado|eruption|drought|famine|outbreak|epidemic|pandemic|election|referendum|protest|protests|rally|riot|riots|coup|uprising|insurgency|strikes|attacks|airstrikes|launch|flight|mission|match|game|tournament|concert|festival|ceremony|funeral|summit|evacuation|collapse|sinking|shipwreck|stampede)$/;

/** Before it the word is a verb, one of several nouns, or a war long past. */
const NO_EVENT_AFTER = /^(eventually|then|will|would|could|can|to|any|may|might|not|and|world|cold)$/;

/**
 * The event nearest to a number in its sentence, with the adjectives before it: "the Ufton Nervet rail crash", "a suicide attack".
 * Token positions, half-open; null when the sentence names none. Farther than 26 tokens away nothing belongs to it.
 */
export function nearestEvent(tokens: readonly Token[], at: number): {from: number; to: number} | null {
  for (let reach = 1; reach <= 26; reach++) {
    for (const place of [at + reach, at - reach]) {
      const token = tokens[place];
      if (token?.kind !== "word" || !EVENT.test(token.lower.replace(/'s$/, ""))) continue;
      if (isModifier(tokens[place + 1]) || NO_EVENT_AFTER.test(tokens[place - 1]?.lower ?? "")) continue;
      if (tokens[place + 1]?.text === "-" && tokens[place + 1]?.glued) continue;
      return {from: beginOfPhrase(tokens, place), to: place + 1};
    }
  }
  return null;
}

/** "launch pad", "flight attendants": before another noun the word names no event. */
const isModifier = (next: Token | undefined): boolean =>
  next?.kind === "word" &&
  !next.glued &&
  /^\p{Ll}/u.test(next.text) &&
  !endsNounPhrase(next.lower) &&
  !looksVerbal(next.lower);

function beginOfPhrase(tokens: readonly Token[], head: number): number {
  let from = head;
  while (from > 0 && head - from < 5) {
    const token = tokens[from - 1];
    const word = token?.lower ?? "";
    if (!token || (token.kind !== "word" && !(token.text === "-" && token.glued))) break;
    if (/^(the|a|an)$/.test(word)) return from - 1;
    if (
      PREPOSITIONS.has(word) ||
      CONJUNCTIONS.has(word) ||
      AUXILIARIES.has(word) ||
      PRONOUNS.has(word) ||
      VERBS.has(word) ||
      ADVERBS.has(word) ||
      looksVerbal(word) ||
      SMALL_NUMBERS.has(word)
    )
      break;
    from--;
  }
  return from;
}
