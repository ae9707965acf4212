import {type Field, TOLD_ZONES} from "../corpus/article.ts";
import type {Sentence} from "../text/sentences.ts";

/** Deaths that a text tells without a number. */
export interface ToldDeath {
  low: number;
  high: number;
  start: number;
  end: number;
  field: Field;
  sentence: number;
  byAttacker: boolean;
  /** How much it counts beside a written number, 0 to 1. */
  trust: number;
}

export interface ToldDeaths {
  counts: ToldDeath[];
  /** Somebody killed himself after killing others. */
  attackerDied: boolean;
  /** A toll that says so: "nine dead, including the gunman". */
  attackerCounted: boolean;
}

const MULTIPLE: ReadonlyMap<string, number> = new Map([
  ["double", 2],
  ["triple", 3],
  ["quadruple", 4],
  ["quintuple", 5],
]);
const HOMICIDE =
  /\b(double|triple|quadruple|quintuple)[- ](?:fatal(?:ity)?|homicide|murder|killing|slaying|fatal shooting|murder[- ]suicide)s?\b/gi;
const PERSON =
  "(?:man|woman|boy|girl|teen|teenager|child|baby|infant|toddler|mother|father|mom|dad|son|daughter|husband|wife|brother|sister|girlfriend|boyfriend|officer|policeman|deputy|student|teacher|suspect|gunman|shooter|driver|passenger|pilot|victim|grandmother|grandfather|couple|friend|bystander|soldier|resident|employee|worker|security guard|neighbor)";
const SINGLE = `(?:an?|the|his|her|their|another|one) (?:[\\w'-]+ ){0,4}?${PERSON}`;
const DEATH =
  "(?:(?:were|was|are|have been|had been|both|each|also|all)\\s+)*(?:found |shot |pronounced |declared |confirmed |fatally |shot and |stabbed and |later )*(?:dead|killed|died|murdered|slain|fatally shot|shot to death|stabbed to death)";
const PAIR = new RegExp(`\\b${SINGLE}(?:, (?:[\\w' -]{1,40}))?,? and ${SINGLE}(?:,[^,.]{1,40},)? ${DEATH}\\b`, "gi");
const KILLED_PAIR = new RegExp(
  `\\b(?:kill(?:ed|ing|s)|murder(?:ed|ing)|leaving|shot dead|shot and killed) ${SINGLE},? and ${SINGLE}\\b`,
  "gi",
);
const KILLED_ONE = new RegExp(
  `\\b(?:kill(?:ed|ing|s)|murder(?:ed|ing)|shot dead|shot and killed) (?:(?:an?|the|his|her|their) )?(?:[\\w'-]+ ){0,3}?${PERSON}\\b(?! and)`,
  "gi",
);
const BOTH =
  /\bboth (?:men|women|victims|teens|boys|girls|people|of them|were|had|later)?\s*(?:were |was |have |had )?(?:dead|died|killed|pronounced dead|fatally shot)\b/gi;
const SUICIDE =
  /\b(?:kill(?:ed|ing|s)? (?:him|her)self|(?:took|taking|take|takes) (?:his|her) own life|turn(?:ed|ing|s)? the (?:gun|weapon|rifle|pistol) on (?:him|her)self|shot and killed (?:him|her)self|(?:shoots|shot|shooting) (?:him|her)self|commit(?:ted|ting|s) suicide|murder[-– ]suicide|self-inflicted gunshot)\b/i;
const COUNTED =
  /\b(?:including|counting) (?:the )?(?:suspected |alleged )?(?:gunman|shooter|suspect|attacker|killer|assailant|himself|herself)\b|\b(?:gunman|shooter|suspect|attacker) (?:among|and \w+ (?:others|victims|people))\b/i;

/** Longest stretch of a sentence that the patterns look at; nothing longer tells a death in its first words. */
const WINDOW = 600;

/** Finds deaths told without a number, and whether an attacker killed himself, in the sentences of headline, body and captions. */
export function findToldDeaths(sentences: readonly Sentence[]): ToldDeaths {
  const told: ToldDeaths = {counts: [], attackerDied: false, attackerCounted: false};
  let seen = 0;
  for (const sentence of sentences) {
    if (!TOLD_ZONES.has(sentence.zone)) continue;
    if (seen++ > 40) break;
    const text = sentence.text.slice(0, WINDOW);
    if (!/dead|died|kill|murder|slain|fatal|homicide|suicide|slaying|death|own life|herself|himself|shot/i.test(text))
      continue;
    if (SUICIDE.test(text) && !/\b(?:not|never|threaten|accident|attempt)/i.test(text)) told.attackerDied = true;
    if (COUNTED.test(text)) told.attackerCounted = true;
    const add = (match: RegExpMatchArray, count: number, trust: number, byAttacker = false) =>
      told.counts.push({
        low: count,
        high: count,
        start: sentence.start + (match.index ?? 0),
        end: sentence.start + (match.index ?? 0) + match[0].length,
        field: sentence.field,
        sentence: sentence.sentence,
        trust,
        byAttacker,
      });
    for (const match of text.matchAll(HOMICIDE)) add(match, MULTIPLE.get((match[1] ?? "").toLowerCase()) ?? 2, 0.8);
    for (const match of text.matchAll(PAIR)) add(match, 2, 0.7);
    for (const match of text.matchAll(KILLED_PAIR)) add(match, 2, 0.7, true);
    for (const match of text.matchAll(KILLED_ONE)) add(match, 1, 0.3, true);
    for (const match of text.matchAll(BOTH)) add(match, 2, 0.5);
  }
  return told;
}
