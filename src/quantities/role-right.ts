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

/** How a scan to the right stands: where, at what cost, and what it has passed. */
interface Scan {
  at: number;
  cost: number;
  /** A form of "be" was passed: the next participle is a passive. */
  be: boolean;
  have: boolean;
  /** Inside a prepositional phrase, whose nouns are passed over. */
  inPhrase: boolean;
}

/** Where the scan of a draft begins; null where the words behind it are said of another draft. */
function beginScan({tokens, drafts, cues}: RoleContext, index: number, draft: Draft): Scan | null {
  const end = Math.max(draft.to, draft.numberTo);
  const whole = wholeOf(tokens, drafts, index);
  const at = whole ? whole.to : end;
  if (whole && (/^(who|that|which)$/.test(tokens[at]?.lower ?? "") || (cues.get(at) ?? []).length > 0)) return null;
  // "two of the four victims had died": the verb is said of the two.
  const isWhole = index > 0 && wholeOf(tokens, drafts, index - 1) === draft;
  if (isWhole && AUXILIARIES.has(tokens[end]?.lower ?? "")) return null;
  return {at, cost: whole ? 2 : 0, be: false, have: false, inPhrase: false};
}

/** From the counted noun to the right: "35 [people in Kyiv] were killed", "35 killed", "35 dead", "four of whom were injured". */
export function scanRight(context: RoleContext, index: number): RoleReading | null {
  const {tokens, drafts, cues, owner} = context;
  const draft = drafts[index];
  const scan = draft ? beginScan(context, index, draft) : null;
  if (!draft || !scan) return null;
  const end = Math.max(draft.to, draft.numberTo);
  let present: RoleReading | null = null;
  while (scan.at < tokens.length && scan.at < end + REACH) {
    const {at, cost} = scan;
    const cue = cueOnRight(tokens, cues.get(at) ?? [], {...scan, owner, drafts});
    if (cue === "agent") return present;
    if (cue?.cue.role === "present") {
      // Being there is said of the killed too: "all 176 people on board were killed".
      present ??= {role: "present", cue: {from: cue.from, to: cue.to}, cost: cost + 4};
      scan.at = cue.to;
    } else if (cue) {
      return {
        role: roleInContext(tokens, cue),
        cue: {from: beginOfVerb(tokens, cue.from, end), to: cue.to},
        cost: cost + 1,
      };
    } else if (!step(context, scan)) return present;
  }
  return present;
}

/** Passes what may stand between a noun and its verb; false where something else begins. */
function step({tokens, drafts, owner}: RoleContext, scan: Scan): boolean {
  const token = tokens[scan.at];
  if (!token) return false;
  const aside = pastBrackets(tokens, scan.at) || pastDashes(tokens, scan.at) || pastComma(tokens, scan.at);
  if (aside) return move(scan, aside, 2);
  const word = token.lower;
  if (/^(and|or|&|,)$/.test(word)) {
    const past = pastCoordinate(tokens, drafts, owner, scan.at);
    return past > 0 && move(scan, past, 6);
  }
  if (token.kind === "mark" && !/^[-'’"“”]$/.test(word)) return false;
  if (BE.test(word)) scan.be = true;
  else if (HAVE.test(word)) scan.have = true;
  if (/^(who|that|which|whom)$/.test(word) || AUXILIARIES.has(word) || BE.test(word)) scan.inPhrase = false;
  else if (PREPOSITIONS.has(word) && !/^(to|after|before|since|during|following|until|without)$/.test(word)) {
    scan.inPhrase = true;
    return move(scan, scan.at + 1, 1);
  } else if (!ADVERBS.has(word) && !HEDGE.test(word) && !word.endsWith("ly")) {
    return scan.inPhrase && !CLAUSE_OPENERS.has(word) && move(scan, scan.at + 1, 0.5);
  }
  return move(scan, scan.at + 1, 0);
}

function move(scan: Scan, to: number, cost: number): boolean {
  scan.at = to;
  scan.cost += cost;
  return true;
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
      const isAttribute = /^(dead|in|for|on|at)$/.test(cue.cue.words[0] ?? "");
      if (isAttribute && context.inPhrase && !context.be && !context.have) continue;
      return cue;
    }
    if (context.be) return cue;
    const object = hasObject(tokens, cue.to, context);
    if (object && context.inPhrase) continue;
    return object || context.have ? "agent" : cue;
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
