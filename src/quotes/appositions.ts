import {bearsNames, phraseOfList} from "./name-lists.ts";
import {holdsName} from "./names.ts";
import {isVerb, phraseEndingAt, type Range} from "./noun-phrases.ts";
import type {Subject} from "./subjects.ts";
import {isCapitalised, type Token} from "./tokens.ts";
import {ADVERBS, PEOPLE, PREPOSITIONS, RELATIVES, TITLES} from "./word-classes.ts";

const OPENS_CLAUSE = /^[;:—–]$/;

/**
 * The subject of a verb that follows a comma: "Mike Brown, commissioner of Transport, said"; "the hospital's director, Pavel Nartov,
 * said". Walks back over ages, relative clauses and appositions to the name; null where the comma ends a clause ("..., said Smith").
 */
export function subjectBeforeComma(
  tokens: readonly Token[],
  comma: number,
): {subject: Subject; certain: boolean} | null {
  let noun: Range | null = null;
  let certain = false;
  let chunk = chunkBefore(tokens, comma);
  for (let walked = 0; chunk && walked < 6; walked++) {
    const kind = classify(tokens, chunk);
    // "Police say Lee, 36, of Bismarck, told": past an age or the like, the last phrase of the clause.
    if (kind === "clause" && certain && !noun)
      return {subject: {phrase: phraseEndingAt(tokens, chunk.to - 1), apposition: null}, certain: false};
    if (kind === "clause") break;
    const place = kind === "name" && followsPlace(tokens, chunk);
    if (kind === "relative" || kind === "age" || place) certain = true;
    if (kind === "name" && !place) {
      const phrase = phraseOfList(tokens, chunk.to - 1) ?? trimmed(tokens, chunk);
      if (phrase.to > phrase.from)
        return {
          subject: {phrase, apposition: noun ?? roleBefore(tokens, phrase)},
          certain: certain || phrase.from <= 1,
        };
      break;
    }
    if (kind === "noun") noun = chunk;
    const edge = tokens[chunk.from - 1];
    if (edge?.text !== ",") break;
    chunk = chunkBefore(tokens, chunk.from - 1);
  }
  if (!noun) return null;
  const phrase = trimmed(tokens, noun);
  return phrase.to > phrase.from ? {subject: {phrase, apposition: null}, certain: certain || phrase.from <= 1} : null;
}

/** "Russia's chief negotiator, | Vladimir Medinsky": a role in front of a name, between commas. */
export function roleBefore(tokens: readonly Token[], phrase: Range): Range | null {
  if (tokens[phrase.from - 1]?.text !== "," || !endsInName(tokens, phrase)) return null;
  const chunk = chunkBefore(tokens, phrase.from - 1);
  if (!chunk || classify(tokens, chunk) !== "noun" || !isRole(tokens, chunk)) return null;
  const edge = tokens[chunk.from - 1];
  return !edge || edge.kind === "quotation" || edge.text === "," || edge.text === ";" ? chunk : null;
}

/** Whether the noun that a chunk rests on is an office, a trade or a relation: "the hospital's director", "another man". */
export function isRole(tokens: readonly Token[], chunk: Range): boolean {
  if (/^(?:and|but|or|notably|including|especially)$/.test(tokens[chunk.from]!.lower)) return false;
  let head = chunk.from;
  while (head + 1 < chunk.to && !PREPOSITIONS.has(tokens[head + 1]!.lower)) head++;
  const {lower} = tokens[head]!;
  return TITLES.has(lower) || PEOPLE.has(lower) || /(?:er|or|ist|man|woman|ian|ant|person)$/.test(lower);
}

/** Whether a phrase ends with a capitalised word. */
export const endsInName = (tokens: readonly Token[], phrase: Range) => isCapitalised(tokens[phrase.to - 1]);

/** A finite verb before any relative pronoun. */
export function hasFinite(tokens: readonly Token[], chunk: Range): boolean {
  for (let i = chunk.from; i < chunk.to; i++) {
    if (RELATIVES.has(tokens[i]!.lower)) return false;
    if (isVerb(tokens, i)) return true;
  }
  return false;
}

function chunkBefore(tokens: readonly Token[], comma: number): Range | null {
  let i = comma - 1;
  while (i >= 0 && tokens[i]!.text !== "," && tokens[i]!.kind !== "quotation" && !OPENS_CLAUSE.test(tokens[i]!.text))
    i--;
  return i + 1 < comma ? {from: i + 1, to: comma} : null;
}

type Chunk = "age" | "relative" | "adverbial" | "name" | "noun" | "clause";

function classify(tokens: readonly Token[], chunk: Range): Chunk {
  const first = tokens[chunk.from]!;
  if (chunk.to - chunk.from <= 2 && (first.kind === "number" || first.lower === "aged")) return "age";
  const second = tokens[chunk.from + 1]?.lower ?? "";
  if (RELATIVES.has(first.lower) || (PREPOSITIONS.has(first.lower) && RELATIVES.has(second))) return "relative";
  if (PREPOSITIONS.has(first.lower)) return hasFinite(tokens, chunk) ? "clause" : "adverbial";
  if (/(?:ing|ed)$/.test(first.lower) && !isCapitalised(first)) return "adverbial";
  if (hasFinite(tokens, chunk)) return "clause";
  return holdsName(tokens, chunk.from, chunk.to) && !/^(?:a|an|his|her|their|its)$/.test(first.lower) ? "name" : "noun";
}

/** A chunk without the conjunction or adverb that opens it. */
function trimmed(tokens: readonly Token[], chunk: Range): Range {
  const {from, to} = phraseEndingAt(tokens, chunk.to - 1);
  let start = chunk.from;
  while (
    start < chunk.to &&
    (/^(?:and|but|or|yet|so)$/.test(tokens[start]!.lower) || ADVERBS.has(tokens[start]!.lower))
  )
    start++;
  return {from: from > start && tokens[start]!.kind === "word" ? start : Math.max(from, start), to};
}

function endsInPlace(tokens: readonly Token[], chunk: Range): boolean {
  let i = chunk.to - 1;
  while (i > chunk.from && isCapitalised(tokens[i])) i--;
  const {lower} = tokens[i]!;
  return (
    i < chunk.to - 1 && (/^(?:in|at|near|from)$/.test(lower) || (lower === "of" && bearsNames(tokens[i - 1]!.lower)))
  );
}

/** "from New Addington, | south east London,": the second half of a place. */
function followsPlace(tokens: readonly Token[], chunk: Range): boolean {
  if (tokens[chunk.from - 1]?.text !== ",") return false;
  const before = chunkBefore(tokens, chunk.from - 1);
  // "at its headquarters in Potsdam, | Germany,"; "residents of Springfield, | Illinois,"
  if (before && chunk.to - chunk.from === 1 && endsInPlace(tokens, before)) return true;
  return (
    !!before &&
    before.from > 0 &&
    classify(tokens, before) === "adverbial" &&
    PREPOSITIONS.has(tokens[before.from]!.lower)
  );
}
