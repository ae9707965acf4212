import type {CueAt} from "./cues.ts";
import {type Draft, isBare, wholeOf} from "./draft.ts";
import {BE, REACH, type RoleContext, type RoleReading, roleInContext} from "./role-context.ts";
import type {Token} from "./tokens.ts";
import {ADVERBS, AUXILIARIES, CLAUSE_OPENERS, DETERMINERS, PREPOSITIONS} from "./word-classes.ts";

const HAVE = /^(have|has|had|having|'ve)$/;
const HEDGE =
  /^(reported|confirmed|believed|feared|thought|known|presumed|declared|listed|said|estimated|officially|expected|likely|to|still|brought|carried|taken|away|stretchered|initially|found|left|reportedly|critically|seriously|fatally|slightly|severely|badly|lightly|mortally|gravely|others?|more|people|all|both|of|them|then|even|successfully|being|forcibly|a|who've)$/;

/** Past an aside in brackets, or 0. */
function pastBrackets(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== "(") return 0;
  for (let end = at + 1; end < at + 12 && end < tokens.length; end++) if (tokens[end]?.text === ")") return end + 1;
  return 0;
}

/** Past an aside between dashes, or 0. */
function pastDashes(tokens: readonly Token[], at: number): number {
  if (!/^[—–]$/.test(tokens[at]?.text ?? "")) return 0;
  for (let end = at + 1; end < at + 16 && end < tokens.length; end++)
    if (/^[—–]$/.test(tokens[end]?.text ?? "")) return end + 1;
  return 0;
}

const ASIDE =
  /^(including|mostly|among|mainly|one|two|three|four|five|six|seven|eight|nine|ten|aged|ages|a|an|the|largely|half|men|women|most|many|some|several|dozens|more|nearly|about|around|roughly|almost|at|or|all|both)$/;

/** Past a comma that only interrupts ("passengers, including a child, were killed"), or 0. */
function pastComma(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ",") return 0;
  const next = tokens[at + 1]?.lower ?? "";
  if (!ASIDE.test(next) && tokens[at + 1]?.kind !== "number") return /^(who|each)$/.test(next) ? at + 1 : 0;
  for (let end = at + 2; end < at + 16 && end < tokens.length; end++) {
    const after = tokens[end + 1]?.lower ?? "";
    if (tokens[end]?.text !== ",") continue;
    return AUXILIARIES.has(after) || /^(died|dead|injured|wounded|killed|missing|homeless|trapped|hurt)$/.test(after)
      ? end + 1
      : 0;
  }
  return 0;
}

/** From the counted noun to the right: "35 [people in Kyiv] were killed", "35 killed", "35 dead", "four of whom were injured". */
export function scanRight({tokens, drafts, cues, owner}: RoleContext, index: number): RoleReading | null {
  const draft = drafts[index];
  if (!draft) return null;
  const end = Math.max(draft.to, draft.numberTo);
  const whole = wholeOf(tokens, drafts, index);
  let at = whole ? whole.to : end;
  if (whole && (/^(who|that|which)$/.test(tokens[at]?.lower ?? "") || (cues.get(at) ?? []).length > 0)) return null;
  let cost = whole ? 2 : 0;
  let be = false;
  let have = false;
  let inPhrase = false;
  let present: RoleReading | null = null;
  while (at < tokens.length && at < end + REACH) {
    const token = tokens[at];
    if (!token) break;
    const cue = cueOnRight(tokens, cues.get(at) ?? [], {be, have, adjacent: at === end, owner, drafts, inPhrase});
    if (cue === "agent") return present;
    if (cue && cue.cue.role === "present") {
      present ??= {role: "present", cue: {from: cue.from, to: cue.to}, cost: cost + 4};
      at = cue.to;
      continue;
    }
    if (cue)
      return {
        role: roleInContext(tokens, cue),
        cue: {from: beginOfVerb(tokens, cue.from, end), to: cue.to},
        cost: cost + 1,
      };
    const skip = pastBrackets(tokens, at) || pastDashes(tokens, at) || pastComma(tokens, at);
    if (skip) {
      cost += 2;
      at = skip;
      continue;
    }
    const word = token.lower;
    if (BE.test(word)) be = true;
    else if (HAVE.test(word)) have = true;
    if (word === "and" || word === "or" || word === "&" || word === ",") {
      const past = pastCoordinate(tokens, drafts, owner, at);
      if (!past) return present;
      cost += 6;
      at = past;
      continue;
    }
    if (token.kind === "mark" && !/^[-'’"“”]$/.test(word)) return present;
    if (/^(who|that|which|whom)$/.test(word)) inPhrase = false;
    else if (
      PREPOSITIONS.has(word) &&
      word !== "to" &&
      !/^(after|before|since|during|following|until|without)$/.test(word)
    ) {
      inPhrase = true;
      cost += 1;
    } else if (AUXILIARIES.has(word) || BE.test(word)) inPhrase = false;
    else if (!ADVERBS.has(word) && !HEDGE.test(word) && !word.endsWith("ly")) {
      if (!inPhrase || CLAUSE_OPENERS.has(word)) return present;
      cost += 0.5;
    }
    at++;
  }
  return present;
}

/** "two women and the driver died": past a coordinate noun phrase or number, or 0 where "and" begins something else. */
function pastCoordinate(tokens: readonly Token[], drafts: readonly Draft[], owner: Int32Array, at: number): number {
  const next = at + 1;
  const other = owner[next] ?? -1;
  if (other >= 0) {
    const draft = drafts[other];
    return draft && draft.role === null && draft.noun && !isBare(draft) ? draft.to : 0;
  }
  if (tokens[at]?.text === ",") return 0;
  if (!/^(the|a|an|his|her|their|its|another|one)$/.test(tokens[next]?.lower ?? "")) return 0;
  for (let end = next + 2; end <= next + 5 && end < tokens.length; end++) {
    if (AUXILIARIES.has(tokens[end]?.lower ?? "") || /^(died|killed|injured|perished)$/.test(tokens[end]?.lower ?? ""))
      return end;
  }
  return 0;
}

interface RightContext {
  be: boolean;
  have: boolean;
  adjacent: boolean;
  inPhrase: boolean;
  owner: Int32Array;
  drafts: readonly Draft[];
}

/** The cue that what is counted undergoes, "agent" where it acts on something itself ("20 gunmen killed 35"), or null. */
function cueOnRight(tokens: readonly Token[], here: readonly CueAt[], context: RightContext): CueAt | "agent" | null {
  for (const cue of here) {
    const {form} = cue.cue;
    if (form === "of" || form === "active") continue;
    if (form === "state") {
      if (
        context.inPhrase &&
        !context.be &&
        !context.have &&
        cue.cue.words[0] !== "from" &&
        /^(dead|in|for|on|at)$/.test(cue.cue.words[0] ?? "")
      )
        continue;
      return cue;
    }
    if (context.be) return cue;
    const object = hasObject(tokens, cue.to, context);
    if (object || (context.have && !context.be)) {
      if (object && context.inPhrase) continue;
      return "agent";
    }
    return cue;
  }
  return null;
}

/** Does an object follow a verb? Then what stands before it acts. */
function hasObject(tokens: readonly Token[], at: number, {owner, drafts}: RightContext): boolean {
  const token = tokens[at];
  if (!token || token.kind === "mark") return false;
  const other = owner[at] ?? -1;
  if (other >= 0 && drafts[other]?.role === null && !PREPOSITIONS.has(token.lower)) return true;
  return (
    DETERMINERS.has(token.lower) ||
    /^(him|her|them|his|their|people|civilians|himself|themselves|herself)$/.test(token.lower)
  );
}

/** Auxiliaries and adverbs before a verb belong to the cue as shown: "have been killed". */
function beginOfVerb(tokens: readonly Token[], from: number, min: number): number {
  let at = from;
  while (
    at - 1 >= min &&
    (AUXILIARIES.has(tokens[at - 1]?.lower ?? "") ||
      HEDGE.test(tokens[at - 1]?.lower ?? "") ||
      ADVERBS.has(tokens[at - 1]?.lower ?? ""))
  )
    at--;
  while (at < from && !AUXILIARIES.has(tokens[at]?.lower ?? "")) at++;
  return at;
}
