import type {CueAt} from "./cues.ts";
import type {Draft} from "./draft.ts";
import type {Role} from "./quantity.ts";
import {BE, REACH, type RoleContext, type RoleReading, roleInContext} from "./role-context.ts";
import type {Token} from "./tokens.ts";
import {AUXILIARIES, CLAUSE_OPENERS, DETERMINERS, PREPOSITIONS} from "./word-classes.ts";

const TOLL_LINK =
  /^(rose|rises|risen|rising|climbed|climbs|climbing|jumped|reached|reaches|hit|hits|stands|stood|standing|increased|grew|grown|has|have|had|was|is|were|at|to|of|now|from|in|the|by|that|who|had|said|put|officially|currently|so|far|least|up|passed|passes|exceeded|exceeds|tops|topped|among|latest|confirmed|on|as|being|would|could|may|might|will|be|been|:|-|–|—|,|for)$/;

/** From the number to the left: "killed [the] 35", "killed 20 soldiers and 35 civilians", "the death toll rose to 35". */
export function scanLeft(sentence: RoleContext, index: number): RoleReading | null {
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
    const verb = word === "and" ? verbBeforeObject(sentence, at - 1) : null;
    if (verb) return {role: roleInContext(tokens, verb), cue: {from: verb.from, to: verb.to}, cost: cost + 3};
    const previous = owner[at] ?? -1;
    if (previous >= 0 && cost > 0) {
      const other = drafts[previous];
      if (!other || (other.role !== null && other.role !== "age")) break;
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
  return fromLeadingNoun(sentence, draft, first) ?? fromNumberOf(sentence, draft.from);
}

/** "killed himself and 22 others", "killing the driver and 15 passengers": the verb before another object that has no number. */
function verbBeforeObject(sentence: RoleContext, last: number): CueAt | null {
  const {tokens, owner} = sentence;
  for (let at = last; at >= 0 && last - at < 5; at--) {
    const word = tokens[at]?.lower ?? "";
    if (tokens[at]?.kind !== "word" || (owner[at] ?? -1) >= 0) return null;
    const cue = cueEndingAt(sentence, at, "active");
    if (cue) return at < last && /^(killed|injured)$/.test(cue.cue.role) ? cue : null;
    if (PREPOSITIONS.has(word) || AUXILIARIES.has(word) || CLAUSE_OPENERS.has(word)) return null;
  }
  return null;
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
function cueEndingAt({tokens, cues}: RoleContext, last: number, kind: "active" | "of"): CueAt | null {
  for (let from = Math.max(0, last - 4); from <= last; from++) {
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

/** How far a toll may stand from its number: "the death toll from a powerful truck bombing at the consulate ... rose to six". */
const TOLL_REACH = 32;
const TOLL = /toll|number|deaths|fatalities|casualties|population/;

/** "the deaths of 35", "a city of 430,000", "the death toll rose to 35": a noun phrase before the number. */
function fromLeadingNoun(sentence: RoleContext, draft: Draft, from: number): RoleReading | null {
  const {tokens, owner, drafts} = sentence;
  if (draft.low === 1 && tokens[draft.numberTo]?.lower === "of") return null;
  let linked = true;
  let near = from - 1;
  while (/^(the|its|their|his|her|these|those|all|some)$/.test(tokens[near]?.lower ?? "")) near--;
  for (let at = from - 1; at >= 0 && from - at <= TOLL_REACH; at--) {
    const word = tokens[at]?.lower ?? "";
    const cue = cueEndingAt(sentence, at, "of");
    if (cue) {
      const toll = TOLL.test(cue.cue.words.join(" "));
      if (at === near) return {role: cue.cue.role, cue: {from: cue.from, to: cue.to}, cost: 2};
      const rises =
        /^(to|at|is|was|reached|reaches|hit|hits|of|passed|passes|exceeded|exceeds|tops|topped|stands|:)$/.test(
          tokens[from - 1]?.lower ?? "",
        );
      return toll && (linked || rises)
        ? {role: cue.cue.role, cue: {from: cue.from, to: cue.to}, cost: 3 + (from - at) / 8}
        : null;
    }
    if (/^[;.?!()]$/.test(word) || (CLAUSE_OPENERS.has(word) && word !== "following")) return null;
    if ((owner[at] ?? -1) >= 0 && drafts[owner[at] ?? 0]?.role === null) return null;
    if (!TOLL_LINK.test(word)) linked = false;
  }
  return null;
}

/** The role of "the number of people fleeing has passed 3 million", from the first cue between the noun and the number. */
function fromNumberOf({tokens, cues, drafts, owner}: RoleContext, from: number): RoleReading | null {
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
