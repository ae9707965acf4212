import type {Draft} from "./draft.ts";
import type {Modality} from "./quantity.ts";
import type {RoleReading} from "./role-context.ts";
import type {Token} from "./tokens.ts";

const NEGATION =
  /^(not|never|nobody|none|neither|nor|without|denied|denies|deny|didn't|doesn't|don't|hasn't|haven't|hadn't|isn't|aren't|wasn't|weren't|won't|n't|cannot)$/;
const HYPOTHESIS =
  /^(could|may|might|would|if|whether|possibly|potentially|feared|fears|fear|threatened|threatens|threatening|unless|should|risk|risks|perhaps)$/;
const EXPECTATION =
  /^(will|'ll|expected|expects|expect|forecast|forecasts|predicted|predicts|projected|projects|scheduled|planned|plans|planning|due|anticipated|anticipates|slated|poised)$/;
const BREAK = /^[,;:.()—–“”"]$/;
const REACH = 9;

/**
 * Whether the text asserts the quantity. "could kill thousands" is hypothetical, "will send 500 troops" expected, "did not kill 35"
 * negated. Looks only at the words of the clause between its start and the end of number and cue.
 */
export function readModality(tokens: readonly Token[], draft: Draft, reading: RoleReading | null): Modality {
  const from = Math.min(draft.from, reading?.cue?.from ?? draft.from);
  const to = Math.max(draft.numberFrom, reading?.cue?.to ?? 0);
  const cueBehind = reading?.cue && reading.cue.from >= draft.to;
  let start = from;
  while (
    !cueBehind &&
    start > 0 &&
    from - start < REACH &&
    !BREAK.test(tokens[start - 1]?.text ?? "") &&
    !/^(and|but|while|because|said|says|that)$/.test(tokens[start - 1]?.lower ?? "")
  )
    start--;
  for (let at = draft.from - 1; at >= draft.from - 4; at--)
    if (/^(none|neither|no)$/.test(tokens[at]?.lower ?? "")) return "negated";
  let modality: Modality = isFeared(tokens, draft.from) ? "hypothetical" : "asserted";
  for (let at = start; at < to; at++) {
    const word = tokens[at]?.lower ?? "";
    if (at >= draft.from && at < draft.to) continue;
    if (word === "not" && tokens[at + 1]?.lower === "only") continue;
    if (word === "may" && /^\p{Lu}/u.test(tokens[at]?.text ?? "") && at > 0) continue;
    if (
      word === "due" &&
      tokens[at + 1]?.lower === "to" &&
      tokens[at + 2]?.kind === "word" &&
      /^(a|an|the|his|its|their)$/.test(tokens[at + 2]?.lower ?? "")
    )
      continue;
    if (NEGATION.test(word) && !isFarNegation(tokens, at, draft)) return "negated";
    if (HYPOTHESIS.test(word)) modality = "hypothetical";
    else if (EXPECTATION.test(word) && modality === "asserted") modality = "expected";
  }
  return modality;
}

/** "It is feared that more than 100 have died." */
const isFeared = (tokens: readonly Token[], from: number): boolean =>
  tokens[from - 1]?.lower === "that" && /^(feared|fears|fear|possible|threatened)$/.test(tokens[from - 2]?.lower ?? "");

/** "without heat" after a number says nothing of it, and a negation that another verb follows belongs to that verb. */
function isFarNegation(tokens: readonly Token[], at: number, draft: Draft): boolean {
  if (at > draft.to) return /^(without|nor|neither)$/.test(tokens[at]?.lower ?? "");
  return draft.from - at > 6;
}
