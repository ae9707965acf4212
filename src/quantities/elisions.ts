import {type Draft, isBare, wholeOf} from "./drafts.ts";
import {isPersonal, type RoleReading} from "./role-context.ts";
import type {Token} from "./tokens.ts";
import {PREPOSITIONS} from "./word-classes.ts";

const FAR = 24;

/**
 * The earlier draft whose noun a bare number leaves out, as an index, or -1: "691 civilians have been killed and 1,143 injured",
 * "12 towns were without water and six without heat". The noun must stand in the same sentence and fit the role.
 */
export function findElided(
  tokens: readonly Token[],
  drafts: readonly Draft[],
  roles: readonly (RoleReading | null)[],
  index: number,
): number {
  const draft = drafts[index];
  if (!draft || draft.role !== null || !isBare(draft) || draft.kind === "fraction") return -1;
  const whole = wholeOf(tokens, drafts, index);
  if (whole) return index + 1;
  const personal = isPersonal(roles[index]?.role ?? null) || draft.noun?.head === "";
  for (let before = index - 1; before >= 0; before--) {
    const other = drafts[before];
    if (!other || draft.from - other.to > FAR) return -1;
    if (!other.noun || other.noun.head === "" || other.role !== null || other.noun.lemma === "other") continue;
    if (personal) {
      if (other.unit === "person") return before;
      continue;
    }
    return roles[index] === null && isGapped(tokens, draft) && other.noun.isPlural ? before : -1;
  }
  return -1;
}

/** "and six without heat", "and 187 by tender": a conjunction before the number, a preposition after it. */
const isGapped = (tokens: readonly Token[], draft: Draft): boolean =>
  /^(and|or|but|while|,)$/.test(tokens[draft.from - 1]?.lower ?? "") &&
  PREPOSITIONS.has(tokens[draft.numberTo]?.lower ?? "");
