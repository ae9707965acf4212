import {type Draft, isBare, wholeOf} from "./draft.ts";
import {isPersonal, type RoleReading} from "./role-context.ts";
import type {Token} from "./tokens.ts";
import {AUXILIARIES, CONJUNCTIONS, PREPOSITIONS} from "./word-classes.ts";

const FAR = 24;

/**
 * The draft whose noun or unit a bare number leaves out, as an index, or -1: "691 civilians have been killed and 1,143 injured",
 * "12 towns were without water and six without heat", "460 cars, compared with 63 last year", "21 of the more than 200 girls". It
 * stands in the same sentence and fits the role.
 */
export function findElided(
  tokens: readonly Token[],
  drafts: readonly Draft[],
  roles: readonly (RoleReading | null)[],
  index: number,
): number {
  const draft = drafts[index];
  if (!draft || draft.role !== null || !isBare(draft) || draft.kind === "fraction") return -1;
  if (wholeOf(tokens, drafts, index)) return index + 1;
  const personal = isPersonal(roles[index]?.role ?? null) || draft.noun?.head === "";
  let seen = false;
  for (let before = index - 1; before >= 0; before--) {
    const other = drafts[before];
    if (!other || draft.from - other.to > FAR) return -1;
    if (/^[([]$/.test(tokens[other.from - 1]?.text ?? "")) continue;
    if (personal) {
      if (other.unit === "person" && other.role === null && !isBare(other)) return before;
      continue;
    }
    if (
      isParallel(tokens, draft, other) &&
      roles[index] === null &&
      other.unit !== null &&
      other.role !== "age" &&
      other.role !== "duration"
    )
      return before;
    if (isOfWhole(tokens, draft, other) && isCounting(other)) return before;
    if (!isCounting(other) || seen) continue;
    const fits = roles[index] === null && (isGapped(tokens, draft, other) || isCompared(tokens, draft, other));
    if (fits) return before;
    seen = true;
  }
  return -1;
}

/** Has the draft a unit that a later number could share? Shares, ages and compounds have none. */
function isCounting(draft: Draft): boolean {
  if (draft.unit === null || draft.unit === "percent" || draft.unit === "pp" || draft.kind === "fraction") return false;
  return draft.role === null
    ? draft.noun !== null && draft.noun.head !== "" && draft.noun.isPlural
    : /^(money|distance|speed|other)$/.test(draft.role);
}

/** "and six without heat", "and 187 by tender", "and 2,380,000 ($21,972) for": a conjunction before, a preposition or aside after. */
function isGapped(tokens: readonly Token[], draft: Draft, other: Draft): boolean {
  if (!/^(and|or|but|while|,)$/.test(tokens[draft.from - 1]?.lower ?? "")) return false;
  const next = tokens[draft.numberTo];
  if (other.unit === "person" && AUXILIARIES.has(next?.lower ?? "")) return true;
  return PREPOSITIONS.has(next?.lower ?? "") || (other.role === "money" && next?.text === "(");
}

/** "rose by 2 percent but Tokyo fell by 1": the same word leads to both numbers, and nothing follows the second. */
function isParallel(tokens: readonly Token[], draft: Draft, other: Draft): boolean {
  const lead = tokens[draft.from - 1]?.lower ?? "";
  if (!/^(by|at|is|was)$/.test(lead) || lead !== tokens[other.from - 1]?.lower) return false;
  const next = tokens[draft.numberTo];
  if (next?.kind === "word" && !PREPOSITIONS.has(next.lower) && !CONJUNCTIONS.has(next.lower)) return false;
  for (let at = other.to; at < draft.from; at++) if (/^(while|but|and|,|;)$/.test(tokens[at]?.lower ?? "")) return true;
  return false;
}

/** "compared with 63 last year", "rose 64 points to 4,577": the number is set against the one before it. */
function isCompared(tokens: readonly Token[], draft: Draft, other: Draft): boolean {
  const [link, earlier] = [tokens[draft.from - 1]?.lower ?? "", tokens[draft.from - 2]?.lower ?? ""];
  const next = tokens[draft.numberTo];
  const ends =
    next?.kind !== "word" ||
    PREPOSITIONS.has(next.lower) ||
    CONJUNCTIONS.has(next.lower) ||
    AUXILIARIES.has(next.lower) ||
    /^(last|this|a|the)$/.test(next.lower);
  if (!ends) return false;
  if (/^(with|to)$/.test(link) && earlier === "compared") return true;
  if (/^(against|versus|vs)$/.test(link) || (link === "from" && /^(up|down)$/.test(earlier))) return true;
  return link === "to" && draft.from - other.to <= 6;
}

/** "Of the 276 girls, 57 escaped". */
function isOfWhole(tokens: readonly Token[], draft: Draft, other: Draft): boolean {
  const before = tokens[other.from - 1]?.lower ?? "";
  const of = before === "the" ? tokens[other.from - 2]?.lower : before;
  return of === "of" && tokens[draft.from - 1]?.text === ",";
}
