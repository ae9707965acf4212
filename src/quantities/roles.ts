import {findCues, NOUN_ROLES} from "./cues.ts";
import {type Draft, isBare} from "./drafts.ts";
import {PEOPLE_ADJECTIVES} from "./person-nouns.ts";
import type {Role} from "./quantity.ts";
import {isPersonal, REACH, type RoleContext, type RoleReading} from "./role-context.ts";
import {scanLeft} from "./role-left.ts";
import {scanRight} from "./role-right.ts";
import type {Token} from "./tokens.ts";

/** Decides the role of every draft of a sentence that its unit or form did not decide, in order. */
export function readRoles(tokens: readonly Token[], drafts: readonly Draft[]): (RoleReading | null)[] {
  const owner = new Int32Array(tokens.length).fill(-1);
  drafts.forEach((draft, index) => {
    for (let at = draft.from; at < draft.to && at < owner.length; at++) owner[at] = index;
  });
  const sentence: RoleContext = {tokens, drafts, cues: findCues(tokens), owner};
  const readings: (RoleReading | null)[] = drafts.map((_, index) => readRole(sentence, index));
  inherit(sentence, readings);
  return readings;
}

function readRole(sentence: RoleContext, index: number): RoleReading | null {
  const draft = sentence.drafts[index];
  if (!draft || draft.role !== null) return null;
  const candidates = [scanRight(sentence, index), scanLeft(sentence, index), fromNoun(draft)].filter((r) => r !== null);
  const fitting = candidates.filter((r) => fitsCounted(draft, r.role));
  fitting.sort((a, b) => a.cost - b.cost);
  return fitting[0] ?? null;
}

function fitsCounted(draft: Draft, role: Role): boolean {
  const person = draft.unit === "person" || isBare(draft);
  if (isPersonal(role)) return person || NOUN_ROLES.has(draft.noun?.head ?? "");
  if (role === "destroyed") return !person || (isBare(draft) && draft.kind !== "vague");
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

/** "destroyed 111 aircraft, 160 drones": a bare member of a list takes the role before it; "seven others" takes that of the first. */
function inherit({tokens, drafts}: RoleContext, readings: (RoleReading | null)[]): void {
  for (let index = 1; index < drafts.length; index++) {
    const draft = drafts[index];
    const [before, reading] = [drafts[index - 1], readings[index - 1]];
    if (!draft || !before || !reading || readings[index] || draft.role !== null) continue;
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
