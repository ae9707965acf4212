import {type CueAt, findCues, NOUN_ROLES} from "./cues.ts";
import type {Draft} from "./drafts.ts";
import {isBare, isPersonal} from "./elisions.ts";
import {PEOPLE_ADJECTIVES} from "./person-nouns.ts";
import type {Role} from "./quantity.ts";
import type {Token} from "./tokens.ts";
import {ADVERBS, AUXILIARIES, CLAUSE_OPENERS, DETERMINERS, PREPOSITIONS} from "./word-classes.ts";

/** The role that a number's surroundings give it, with the words that decided. */
export interface RoleReading {
  role: Role;
  /** Token positions of the cue, half-open; null where the counted noun or the unit decided. */
  cue: {from: number; to: number} | null;
  /** How far away the evidence stood; the nearest wins. */
  cost: number;
}

const REACH = 16;
const BE =
  /^(am|is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't|get|gets|got|gotten|getting|'re|remain|remains|remained|remaining)$/;
const HAVE = /^(have|has|had|having|'ve)$/;
const HEDGE =
  /^(reported|confirmed|believed|feared|thought|known|presumed|declared|listed|said|estimated|officially|expected|likely|to|still|brought|carried|taken|away|stretchered|initially|found|left|reportedly|critically|seriously|fatally|slightly|severely|badly|lightly|mortally|gravely|others?|more|people|all|both|of|them|then|even|successfully|being|forcibly|a|who've)$/;

interface Sentence {
  tokens: readonly Token[];
  drafts: readonly Draft[];
  cues: ReadonlyMap<number, readonly CueAt[]>;
  /** Which draft covers a token, or -1. */
  owner: Int32Array;
}

/** Decides the role of every draft of a sentence that its unit or form did not decide, in order. */
export function readRoles(tokens: readonly Token[], drafts: readonly Draft[]): (RoleReading | null)[] {
  const owner = new Int32Array(tokens.length).fill(-1);
  drafts.forEach((draft, index) => {
    for (let at = draft.from; at < draft.to && at < owner.length; at++) owner[at] = index;
  });
  const sentence: Sentence = {tokens, drafts, cues: findCues(tokens), owner};
  const readings: (RoleReading | null)[] = drafts.map((_, index) => readRole(sentence, index));
  inherit(sentence, readings);
  return readings;
}

function readRole(sentence: Sentence, index: number): RoleReading | null {
  const draft = sentence.drafts[index];
  if (!draft || draft.role !== null) return null;
  const candidates = [scanRight(sentence, index), scanLeft(sentence, index), fromNoun(draft)].filter((r) => r !== null);
  const fitting = candidates.filter((r) => fitsCounted(draft, r.role));
  fitting.sort((a, b) => a.cost - b.cost);
  return fitting[0] ?? null;
}

const isElided = isBare;

function fitsCounted(draft: Draft, role: Role): boolean {
  const person = draft.unit === "person" || isElided(draft);
  if (isPersonal(role)) return person || NOUN_ROLES.has(draft.noun?.head ?? "");
  if (role === "destroyed") return !person || (isElided(draft) && draft.kind !== "vague");
  if (role === "population") return person && (draft.low ?? draft.high ?? 0) >= 50;
  return true;
}

function fromNoun(draft: Draft): RoleReading | null {
  const role = NOUN_ROLES.get(draft.noun?.head ?? "");
  const participle = PEOPLE_ADJECTIVES.has(draft.noun?.head ?? "");
  return role && !(draft.noun?.head === "body" && /student|governing|public/.test(draft.noun.lemma))
    ? {role, cue: null, cost: participle ? 1 : 5}
    : null;
}

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

/** Past a comma that only interrupts ("passengers, including a child, were killed"), or 0. */
function pastComma(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ",") return 0;
  const next = tokens[at + 1]?.lower ?? "";
  if (/^(who|all|both|most|many|some|some of whom|each)$/.test(next)) return at + 1;
  if (!/^(including|mostly|among|mainly|one|two|three|aged|ages|a|an|the|both|largely|half|men|women)$/.test(next))
    return 0;
  for (let end = at + 2; end < at + 16 && end < tokens.length; end++) {
    if (
      tokens[end]?.text === "," &&
      (AUXILIARIES.has(tokens[end + 1]?.lower ?? "") || tokens[end + 1]?.lower === "died")
    )
      return end + 1;
  }
  return 0;
}

/** From the counted noun to the right: "35 [people in Kyiv] were killed", "35 killed", "35 dead", "four of whom were injured". */
function scanRight({tokens, drafts, cues, owner}: Sentence, index: number): RoleReading | null {
  const draft = drafts[index];
  if (!draft) return null;
  const end = Math.max(draft.to, draft.numberTo);
  let at = end;
  let cost = 0;
  let be = false;
  let have = false;
  let inPhrase = false;
  while (at < tokens.length && at < end + REACH) {
    const token = tokens[at];
    if (!token) break;
    const cue = cueOnRight(tokens, cues.get(at) ?? [], {be, have, adjacent: at === end, owner, inPhrase});
    if (cue === "agent") return null;
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
      if (!past) return null;
      cost += 6;
      at = past;
      continue;
    }
    if (token.kind === "mark" && !/^[-'’"“”]$/.test(word)) return null;
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
      if (!inPhrase || CLAUSE_OPENERS.has(word)) return null;
      cost += 0.5;
    }
    at++;
  }
  return null;
}

/** "two women and the driver died": past a coordinate noun phrase or number, or 0 where "and" begins something else. */
function pastCoordinate(tokens: readonly Token[], drafts: readonly Draft[], owner: Int32Array, at: number): number {
  const next = at + 1;
  const other = owner[next] ?? -1;
  if (other >= 0) {
    const draft = drafts[other];
    return draft && draft.role === null && draft.noun && !isElided(draft) ? draft.to : 0;
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
    const object = hasObject(tokens, cue.to, context.owner);
    if (object || (context.have && !context.be)) {
      if (object && context.inPhrase) continue;
      return "agent";
    }
    return cue;
  }
  return null;
}

/** Does an object follow a verb? Then what stands before it acts. */
function hasObject(tokens: readonly Token[], at: number, owner: Int32Array): boolean {
  const token = tokens[at];
  if (!token || token.kind === "mark") return false;
  const other = owner[at] ?? -1;
  if (other >= 0 && !PREPOSITIONS.has(token.lower)) return true;
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

/** "rescued" out of a wreck where people were trapped speaks of the trapped. */
function roleInContext(tokens: readonly Token[], cue: CueAt): Role {
  if (cue.cue.role === "evacuated" && /^(rescued|rescuing)$/.test(cue.cue.words[0] ?? "")) {
    for (let at = Math.max(0, cue.from - 30); at < Math.min(tokens.length, cue.from + 30); at++)
      if (tokens[at]?.lower === "trapped") return "trapped";
  }
  return cue.cue.role;
}

const TOLL_LINK =
  /^(rose|rises|risen|rising|climbed|climbs|climbing|jumped|reached|reaches|hit|hits|stands|stood|standing|increased|grew|grown|has|have|had|was|is|were|at|to|of|now|from|in|the|by|that|who|had|said|put|officially|currently|so|far|least|up|passed|passes|exceeded|exceeds|tops|topped|among|latest|confirmed|on|as|being|would|could|may|might|will|be|been|:|-|–|—|,|for)$/;

/** From the number to the left: "killed [the] 35", "killed 20 soldiers and 35 civilians", "the death toll rose to 35". */
function scanLeft(sentence: Sentence, index: number): RoleReading | null {
  const {tokens, drafts, owner} = sentence;
  const draft = drafts[index];
  if (!draft) return null;
  let at = draft.from - 1;
  let cost = 0;
  let first = draft.from;
  while (at >= 0 && draft.from - at <= REACH + 8) {
    const cue = (owner[at] ?? -1) >= 0 ? null : cueEndingAt(sentence, at, "active");
    if (cue) return {role: roleInContext(tokens, cue), cue: {from: cue.from, to: cue.to}, cost: cost + 1};
    const word = tokens[at]?.lower ?? "";
    const forced = at === draft.from - 1 && readForced(tokens, at, draft.to);
    if (forced) return {role: forced, cue: {from: at, to: at + 1}, cost: 1};
    const previous = owner[at] ?? -1;
    if (previous >= 0 && cost > 0) {
      const other = drafts[previous];
      if (!other || other.role !== null) break;
      at = other.from - 1;
      if (other.unit === draft.unit) first = other.from;
      cost += 1;
      continue;
    }
    if (word === "," || word === "and" || word === "or" || word === "plus") {
      if ((owner[at - 1] ?? -1) < 0 && !(word === "and" && tokens[at - 1]?.text === "," && (owner[at - 2] ?? -1) >= 0))
        break;
      cost += 1.5;
    } else if (
      DETERMINERS.has(word) ||
      /^(his|her|their|its|up|down|dead|nearly|also|some)$/.test(word) ||
      word.endsWith("ly")
    )
      cost += 0.5;
    else break;
    at--;
  }
  return fromLeadingNoun(sentence, first) ?? fromNumberOf(sentence, draft.from);
}

/** "forced 400 people into a hospital" holds them, "forced 400 people from their homes" displaces them. */
function readForced(tokens: readonly Token[], verb: number, to: number): Role | null {
  if (
    !/^(force|forced|forces|forcing|herded|herding|marched|marching|moved|drove|drive|driven|driving)$/.test(
      tokens[verb]?.lower ?? "",
    )
  )
    return null;
  const isForce = /^(forc|herd)/.test(tokens[verb]?.lower ?? "");
  for (let at = to; at < to + 10 && at < tokens.length; at++) {
    const word = tokens[at]?.lower ?? "";
    if (/^[,.;]$/.test(word)) return null;
    if (
      /^(homes?|country|flee|leave|evacuate|houses)$/.test(word) &&
      /^(their|to|the)$/.test(tokens[at - 1]?.lower ?? "")
    )
      return word === "evacuate" ? "evacuated" : "displaced";
    if (word === "into" && isForce) return "captive";
  }
  return null;
}

/** The cue of the given kind whose last word is at `last`: active verbs, or verbs that are no passive there. */
function cueEndingAt({tokens, cues}: Sentence, last: number, kind: "active" | "of"): CueAt | null {
  for (let from = last; from >= 0 && from > last - 5; from--) {
    for (const cue of cues.get(from) ?? []) {
      if (cue.to !== last + 1) continue;
      if (
        kind === "of"
          ? cue.cue.form === "of"
          : cue.cue.form === "active" ||
            (cue.cue.form === "verb" && cue.cue.gap === 0 && !BE.test(tokens[from - 1]?.lower ?? ""))
      ) {
        return cue;
      }
    }
  }
  return null;
}

/** "the deaths of 35", "a city of 430,000", "the number of people fleeing has passed 3 million". */
function fromLeadingNoun(sentence: Sentence, from: number): RoleReading | null {
  const {tokens} = sentence;
  let cost = 0;
  for (let at = from - 1; at >= 0 && from - at <= REACH; at--) {
    const word = tokens[at]?.lower ?? "";
    const cue = cueEndingAt(sentence, at, "of");
    if (cue && (cost === 0 || /toll|number|deaths|fatalities|casualties|population/.test(cue.cue.words.join(" ")))) {
      return {role: cue.cue.role, cue: {from: cue.from, to: cue.to}, cost: cost + 2};
    }
    if (/^[;.?!()]$/.test(word) || CLAUSE_OPENERS.has(word)) return null;
    if (!TOLL_LINK.test(word) && !hasNumberOf(tokens, at)) cost += 1;
    cost += 0.1;
  }
  return null;
}

const hasNumberOf = (tokens: readonly Token[], at: number) =>
  /^(people|those|persons|civilians|dead|killed|injured)$/.test(tokens[at]?.lower ?? "");

/** The role of "the number of people fleeing has passed 3 million", from the first cue between the noun and the number. */
function fromNumberOf({tokens, cues, drafts, owner}: Sentence, from: number): RoleReading | null {
  let at = from - 1;
  while (at >= 0 && !(tokens[at]?.lower === "number" && tokens[at + 1]?.lower === "of")) {
    if (from - at > 2 * REACH || /^[;.?!]$/.test(tokens[at]?.text ?? "")) return null;
    at--;
  }
  if (at < 0 || tokens[at - 1]?.lower === "a") return null;
  for (let next = at + 2; next < from; next++) {
    if ((owner[next] ?? -1) >= 0 && drafts[owner[next] ?? 0]?.role === null) return null;
    for (const cue of cues.get(next) ?? []) {
      if (cue.cue.form !== "of") return {role: cue.cue.role, cue: {from: at, to: cue.to}, cost: 3};
    }
  }
  return null;
}

/** "destroyed 111 aircraft, 160 drones": a bare member of a list takes the role before it; "seven others" takes that of the first. */
function inherit({tokens, drafts}: Sentence, readings: (RoleReading | null)[]): void {
  for (let index = 1; index < drafts.length; index++) {
    const draft = drafts[index];
    const [before, reading] = [drafts[index - 1], readings[index - 1]];
    if (!draft || !before || !reading || readings[index] || draft.role !== null) continue;
    const others = /^(others?|more)$/.test(tokens[draft.to - 1]?.lower ?? "");
    const gapped =
      isElided(draft) &&
      /^(and|,|while|;)$/.test(tokens[draft.from - 1]?.lower ?? "") &&
      /^(to|at|in|from|inside|on|near)$/.test(tokens[draft.numberTo]?.lower ?? "") &&
      draft.from - before.to < REACH + 8;
    if (gapped && isPersonal(reading.role) && draft.bound !== "vague")
      readings[index] = {...reading, cost: reading.cost + 6};
    else if (others && draft.from - before.to < 12 && isPersonal(reading.role) && fitsCounted(draft, reading.role)) {
      readings[index] = {...reading, cost: reading.cost + 4};
    }
  }
}
