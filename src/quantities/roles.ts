import {findCues, NOUN_ROLES} from "./cues.ts";
import {type Draft, isBare} from "./draft.ts";
import {PEOPLE_ADJECTIVES} from "./person-nouns.ts";
import type {Role} from "./quantity.ts";
import {isPersonal, REACH, type RoleContext, type RoleReading} from "./role-context.ts";
import {scanLeft} from "./role-left.ts";
import {scanRight} from "./role-right.ts";
import type {Token} from "./tokens.ts";

/**
 * Decides the role of every draft of a sentence that its unit or form did not decide, in order.
 *
 * @param aboutCaptives whether the article tells of captives: only then do "freed" and "released" speak of them
 */
export function readRoles(
  tokens: readonly Token[],
  drafts: readonly Draft[],
  aboutCaptives = false,
): (RoleReading | null)[] {
  const owner = new Int32Array(tokens.length).fill(-1);
  drafts.forEach((draft, index) => {
    for (let at = draft.from; at < draft.to && at < owner.length; at++) owner[at] = index;
  });
  const sentence: RoleContext = {tokens, drafts, cues: findCues(tokens, aboutCaptives), aboutCaptives, owner};
  const readings: (RoleReading | null)[] = drafts.map((_, index) => readRole(sentence, index));
  inherit(sentence, readings);
  return readings;
}

function readRole(sentence: RoleContext, index: number): RoleReading | null {
  const draft = sentence.drafts[index];
  if (!draft || draft.role !== null) return null;
  const candidates = [scanRight(sentence, index), scanLeft(sentence, index), fromNoun(draft, sentence)].filter(
    (r) => r !== null,
  );
  const fitting = candidates.filter((r) => fitsCounted(draft, r.role));
  fitting.sort((a, b) => a.cost - b.cost);
  return fitting[0] ?? null;
}

function fitsCounted(draft: Draft, role: Role): boolean {
  const person = draft.unit === "person" || isBare(draft);
  if (isPersonal(role)) return person || NOUN_ROLES.has(draft.noun?.head ?? "");
  if (role === "count") return person && draft.kind !== "fraction";
  if (role === "destroyed") return !person || (isBare(draft) && draft.kind !== "vague");
  if (role === "population") return person && (draft.low ?? draft.high ?? 0) >= 50;
  return true;
}

function fromNoun(draft: Draft, sentence: RoleContext): RoleReading | null {
  const modifier = modifierRole(draft, sentence);
  if (modifier) return modifier;
  const role = NOUN_ROLES.get(draft.noun?.head ?? "");
  const {tokens} = sentence;
  if (
    draft.noun?.head === "injury" &&
    /^(suffer(s|ed|ing)?|sustain(s|ed|ing)?|with|had|has|have|received)$/.test(tokens[draft.from - 1]?.lower ?? "")
  )
    return null;
  const participle = PEOPLE_ADJECTIVES.has(draft.noun?.head ?? "");
  return role && !(draft.noun?.head === "body" && /student|governing|public/.test(draft.noun.lemma))
    ? {role, cue: null, cost: participle ? 1 : 5}
    : null;
}

const MODIFIERS: ReadonlyMap<string, Role> = new Map([
  ["kidnapped", "captive"],
  ["abducted", "captive"],
  ["captive", "captive"],
  ["wounded", "injured"],
  ["injured", "injured"],
  ["displaced", "displaced"],
  ["evacuated", "evacuated"],
  ["trapped", "trapped"],
  ["stranded", "trapped"],
  ["missing", "missing"],
  ["dead", "killed"],
  ["slain", "killed"],
]);

/** "21 kidnapped schoolgirls", "more than 100 wounded people": the noun carries the cue before its head. */
function modifierRole(draft: Draft, {tokens, aboutCaptives}: RoleContext): RoleReading | null {
  if (!draft.noun || draft.unit !== "person") return null;
  for (let at = draft.noun.from; at < draft.noun.to - 1; at++) {
    const word = tokens[at]?.lower ?? "";
    const role = aboutCaptives && /^(freed|released|rescued)$/.test(word) ? "captive" : MODIFIERS.get(word);
    if (role) return {role, cue: {from: at, to: at + 1}, cost: 4};
  }
  return null;
}

/** "destroyed 111 aircraft, 160 drones": a bare member of a list takes the role before it; "seven others" takes that of the first. */
function inherit({tokens, drafts}: RoleContext, readings: (RoleReading | null)[]): void {
  for (let index = 1; index < drafts.length; index++) {
    const draft = drafts[index];
    const [before, reading] = [drafts[index - 1], readings[index - 1]];
    if (!draft || !before || !reading || readings[index] || draft.role !== null) continue;
    const included =
      /^(including|them)$/.test(tokens[draft.from - 1]?.lower ?? "") &&
      draft.from - before.to <= 8 &&
      draft.noun !== null;
    if (included && draft.unit === "person" && fitsCounted(draft, reading.role)) {
      readings[index] = {...reading, cost: reading.cost + 3};
      continue;
    }
    const others = /^(others?|more)$/.test(tokens[draft.to - 1]?.lower ?? "");
    const gapped =
      isBare(draft) &&
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
