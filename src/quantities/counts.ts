import {pastSuffix} from "./bounds.ts";
import {type CountedNoun, readCountedNoun} from "./counted-nouns.ts";
import type {Draft} from "./draft.ts";
import {bounded} from "./intervals.ts";
import {type Numeral, pastHyphen} from "./numeral.ts";
import {isPersonNoun, PEOPLE_GROUPS} from "./person-nouns.ts";
import type {Token} from "./tokens.ts";

/** The draft of a number that counts a noun, or nothing that is written; null where the number is glued to something else. */
export function counted(tokens: readonly Token[], numeral: Numeral): Draft | null {
  const suffix = pastSuffix(tokens, numeral.to);
  const part = pastHyphen(tokens, suffix);
  const one = numeral.low === 1 && numeral.high === 1;
  const compound = part > suffix ? readCompound(tokens, part) : null;
  if (part > suffix && !compound) return null;
  const isOfWhole = numeral.kind === "fraction" && /^(the|its|their|all|his|her)$/.test(tokens[suffix]?.lower ?? "");
  const after = isOfWhole ? suffix + 1 : suffix;
  const noun =
    compound?.noun ??
    readLives(tokens, numeral) ??
    withoutParticiple(readCountedNoun(tokens, after, one && after === numeral.to));
  const end = noun && noun.head !== "" ? noun.to : numeral.to;
  const whole = Math.max(end, noun?.to ?? 0, compound?.thing?.to ?? 0);
  const {low, high, bound, from, to} = bounded(tokens, numeral, numeral.from, end, {
    bare: noun === null,
    time: false,
    length: false,
  });
  return {
    from,
    to: Math.max(to, whole),
    numberFrom: numeral.from,
    numberTo: numeral.to,
    low,
    high,
    bound,
    kind: numeral.kind,
    role: null,
    ...(numeral.kind === "multiple" ? TIMES : nameUnit(noun)),
    noun,
    thing: compound?.thing ?? null,
    written: noun && {from: noun.from, to: noun.to},
    iso: null,
  };
}

const TIMES = {unit: "count", unitName: "count"};

/** People are "person"; "times" are counts, so that nobody takes them for time; other things are their noun. */
function nameUnit(noun: CountedNoun | null): {unit: string | null; unitName: string | null} {
  if (noun?.isPerson) return {unit: "person", unitName: "person"};
  if (noun?.lemma === "time") return TIMES;
  return {unit: noun?.lemma || null, unitName: noun?.head || null};
}

/** "1,143 injured": the participle says what happened to them, it does not name them. */
const withoutParticiple = (noun: CountedNoun | null): CountedNoun | null =>
  noun && noun.to === noun.from + 1 && /^(injured|wounded|dead|killed|hurt|missing|displaced|homeless)$/.test(noun.head)
    ? null
    : noun;

/** "claimed 35 lives", "35 lives were lost": people, where the words around say that the lives ended. */
function readLives(tokens: readonly Token[], numeral: Numeral): CountedNoun | null {
  const at = tokens[numeral.to]?.lower === "more" ? numeral.to + 1 : numeral.to;
  if (!/^(lives|life)$/.test(tokens[at]?.lower ?? "")) return null;
  const after = /^(lost|were|have|had|are)$/.test(tokens[at + 1]?.lower ?? "");
  let taken = false;
  for (let back = numeral.from - 1; back >= numeral.from - 6; back--) {
    taken ||= /^(claim|claims|claimed|claiming|cost|costs|costing|took|take|takes|taken|taking|lost)$/.test(
      tokens[back]?.lower ?? "",
    );
  }
  return after || taken ? {from: at, to: at + 1, head: "life", lemma: "life", isPerson: true, isPlural: true} : null;
}

interface Compound {
  noun: CountedNoun;
  thing: {from: number; to: number} | null;
}

/** "12-story apartment building", "30-nation alliance": the glued noun is counted, what follows has it. "300-strong crowd": people. */
function readCompound(tokens: readonly Token[], at: number): Compound | null {
  const token = tokens[at];
  if (token?.kind !== "word" || token.lower.length < 3) return null;
  if (/^(off|out|time|way|fold|and|year|handed|sided|up|to|in|on|something)$/.test(token.lower)) return null;
  const rest = tokens[at + 1]?.glued ? null : readCountedNoun(tokens, at + 1, true);
  if (token.lower === "strong")
    return rest && PEOPLE_GROUPS.has(rest.head) ? {noun: {...rest, isPerson: true}, thing: null} : null;
  const head = token.lower === "storey" ? "story" : token.lower;
  const noun = {from: at, to: at + 1, head, lemma: head, isPerson: isPersonNoun(head), isPlural: false};
  return {noun, thing: rest && {from: rest.from, to: rest.to}};
}
