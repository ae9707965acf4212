/** Whose age a number is: a name as written, or only a noun ("daughter", "driver"), and which side of a deed the sentence puts them on. */
export interface Bearer {
  name: readonly string[];
  noun: string | null;
  side: "did" | "suffered" | null;
  /** "Another 15-year-old": somebody else than the article told of before. */
  isAnother: boolean;
}

const NAME = "\\p{Lu}[\\p{L}.'’-]+(?: (?:\\p{Lu}[\\p{L}.'’-]*|[IVJ]{1,3}\\b|de|van|von|bin|al|el))*";
const BEFORE = new RegExp(`(?<name>${NAME}),? (?:both |all )?(?:aged |age )?$`, "u");
/** Words that say whose child or spouse somebody is: a person named elsewhere is another. */
const KIN =
  "daughters?|sons?|wife|husband|(?:step|grand)?(?:mother|father|son|daughter)|brother|sister|uncle|aunt|cousin|nephew|niece|girlfriend|boyfriend";
const OLD = "^[- –]?(?:years?|months?|weeks?|days?)?[- ]?olds?,?";
const IS_OLD = new RegExp(OLD, "u");
const AFTER = new RegExp(
  `${OLD} (?:(?:identified as|as|named|called|${KIN}),? )?(?<name>${NAME})(?![\\p{L}.'’-]| \\p{Lu}| \\p{Ll}*(?:man|woman|boy|girl|resident|native)\\b)`,
  "u",
);
const ANOTHER = /\b(?:another|second|third|fourth|fifth|the other|also an?)(?: \p{Ll}+,)? $/iu;
/** As news turns to another event. */
const ELSEWHERE =
  /^\P{L}*(?:(?:Earlier this|Last) (?:month|year)|In (?:another|a separate|an unrelated)|Elsewhere|In that case)\b/u;
// Who did it and who suffered it. "Died" tells neither: attackers die too.
const HARM = "shot|killed|murdered|stabbed|wounded|injured|struck|hit|hurt|beaten";
const CHARGED = "arrested|charged|accused|indicted|convicted|sentenced|jailed|detained|held";
const PERSON = `${OLD}(?: \\p{L}+){0,3}?,?`;
const DID_AFTER = new RegExp(
  `${PERSON} (?:suspect|shooter|gunman|attacker|(?:who |(?:has|had|have) )?(?:(?:is|was|were|been|being) ){0,2}(?:\\p{L}+ly )?(?:${CHARGED})|faces charges|who (?:\\p{L}+ly )*(?:${HARM}|fired|opened fire)(?! (?:him|her|them)sel))\\b`,
  "u",
);
const DID_BEFORE = new RegExp(
  `\\b(?:against|by|${CHARGED}|arresting|charging|accusing|suspects?|shooter|gunman) (?:an? |the |his |her )?$`,
  "u",
);
const SUFFERED_AFTER = new RegExp(
  `${PERSON} (?:victim|(?:who )?(?:(?:is|was|were|been|being) )+(?:\\p{L}+ly )?(?:${HARM}))\\b`,
  "u",
);
const SUFFERED_BEFORE = new RegExp(
  `\\b(?:${HARM}|kill(?:s|ing)|wound(?:s|ing)|injur(?:es|ing)|strik(?:es|ing)|hit(?:s|ting)|shooting|(?:deaths?|murder|killing|slaying|shooting|head|face|chest|leg|arm|back|funeral) of|victims?) (?:an? |the |my |our |his |her |their )?$`,
  "u",
);
/** "His grandfather, 35": a noun before the number, of a person who is somebody's. */
const KIN_BEFORE = new RegExp(
  `(?:\\b(?:[Hh]is|[Hh]er|[Tt]heir)|\\p{L}[’'](?:s)?) (?:\\p{L}+ )?(?<noun>${KIN}), $`,
  "u",
);
const NO_NAME = new Set(
  "The A An His Her Their This That One Another And But Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(
    " ",
  ),
);
const NOUN = new RegExp(
  `${OLD} (?:\\p{L}+ ){0,2}?(?<noun>${KIN}|girl|boy|man|woman|driver|student|teenager|child|baby|infant|toddler|suspect|victim)\\b`,
  "u",
);

/**
 * Reads whose age stands at [start, end) of a sentence: the name right before it ("Ann Lee, 42") or right after it ("42-year-old
 * Ann Lee"), else the noun after it. Two ages are one fact only when their bearers can be one person.
 *
 * @example readBearer("Ann Lee, 42, said so.", 9, 11) // => {"name": ["Ann", "Lee"], "noun": null, "side": null, "isAnother": false}
 * @example readBearer("Ann Lee and Bo Dahl, both 42, came.", 26, 28) // => {"name": ["Bo", "Dahl"], "noun": null, "side": null, "isAnother": false}
 */
export function readBearer(sentence: string, start: number, end: number): Bearer {
  const [before, after] = [sentence.slice(Math.max(0, start - 60), start), sentence.slice(end, end + 80)];
  const named = BEFORE.exec(before)?.groups?.["name"] ?? "";
  // "Ann's 12-year-old brother", "a Boston 12-year-old", "In Boston, 12-year-old Ann Lee": none of them is 12 by the name before.
  const told = before.endsWith(", ") ? named : "";
  const name = IS_OLD.test(after) ? (AFTER.exec(after)?.groups?.["name"] ?? told) : named;
  return {
    name: name.split(" ").filter((word) => /^\p{Lu}/u.test(word) && !NO_NAME.has(word)),
    noun: (NOUN.exec(after) ?? KIN_BEFORE.exec(before))?.groups?.["noun"] ?? null,
    side: readSide(before, after),
    isAnother: ANOTHER.test(before) || ELSEWHERE.test(sentence),
  };
}

function readSide(before: string, after: string): Bearer["side"] {
  const did = DID_AFTER.test(after) || DID_BEFORE.test(before);
  const suffered = SUFFERED_AFTER.test(after) || SUFFERED_BEFORE.test(before);
  return did === suffered ? null : did ? "did" : "suffered";
}

const IS_KIN = new RegExp(`^(?:${KIN})$`, "u");

const MALE = /^(?:man|boy|(?:step|grand)?(?:son|father)|husband|brother|uncle|nephew|boyfriend)s?$/u;
const FEMALE = /^(?:woman|girl|(?:step|grand)?(?:daughter|mother)|wife|sister|aunt|niece|girlfriend)s?$/u;

/** Whether two bearers can be one person; "named" when their names say so. */
export function bearersAgree(a: Bearer, b: Bearer): "named" | "perhaps" | "no" {
  if (a.name.length > 0 && b.name.length > 0) {
    if (a.name.at(-1) !== b.name.at(-1)) return a.name.length === 1 && b.name[0] === a.name[0] ? "named" : "no";
    return a.name.length < 2 || b.name.length < 2 || a.name[0] === b.name[0] ? "named" : "no";
  }
  if (a.side !== null && b.side !== null && a.side !== b.side) return "no";
  const [named, other] = a.name.length > 0 ? [a, b] : [b, a];
  if (named.name.length > 0 && other.noun !== null && other.noun !== named.noun && IS_KIN.test(other.noun)) return "no";
  const [x, y] = [a.noun ?? "", b.noun ?? ""];
  return (MALE.test(x) && FEMALE.test(y)) || (FEMALE.test(x) && MALE.test(y)) ? "no" : "perhaps";
}
