import {AGENCIES} from "./agencies.ts";

/** The dateline at the head of a first paragraph. Offsets are relative to the paragraph. */
export interface Dateline {
  end: number;
  place: string | null;
  /** What stands in brackets: an agency, or the outlet's own tag ("(NewsNation)"). */
  tag: string | null;
}

const DASH = "(?:—|–|―|•|-{1,2}|\\|)";
const NAME = "\\p{Lu}[\\p{L}.'’\\-]*";
// "KYIV, Ukraine (AP) —", "NEW YORK —", "WASHINGTON, March 3 (Reuters) -", "(NewsNation) —"
const DASHED = new RegExp(
  `^(?:(?<place>(?:\\p{Lu}[\\p{Lu}.'’\\-]+(?:[ /]\\p{Lu}[\\p{Lu}.'’\\-]+){0,4})(?:, ?${NAME}(?: ${NAME}){0,3}){0,2})?(?:,? (?:\\p{Lu}\\p{L}{2,8}\\.? \\d{1,2}(?:, \\d{4})?))? ?)?(?:\\((?<tag>[^()]{1,40})\\))? ?${DASH}\\s*(?=[\\p{L}\\p{N}“"‘'])`,
  "u",
);
// Mixed case needs the bracketed agency: "Kabul (AFP) – ". Without one a dash is no sign.
const TAGGED = new RegExp(`^(?<place>${NAME}(?:[ ,]+${NAME}){0,4}) \\((?<tag>[^()]{1,40})\\) ?(?:${DASH}|:)?\\s*`, "u");
// "LEMON GROVE (CNS) - " is DASHED; "LEXINGTON, Ky (LEX 18) Despite" has no dash at all.
const COLON = new RegExp(`^(?<place>${NAME}(?: ${NAME}){0,2}): (?=[\\p{Lu}“"‘])`, "u");

/** Words that open a paragraph with a colon and name no place. */
const LABELS = new Set(
  "analysis exclusive update updated watch live opinion video read breaking photos photo explainer interview editorial correction note warning related more comment feature profile factbox timeline clarification question answer q a".split(
    " ",
  ),
);

/**
 * Reads the dateline of a paragraph, or null.
 *
 * Decides only on form: a place in capitals before a dash, a bracketed tag before a dash, or one to three capitalised words before
 * a colon when the paragraph is long enough to be a story's opening.
 */
export function readDateline(paragraph: string): Dateline | null {
  const dashed = DASHED.exec(paragraph);
  if (dashed && (dashed.groups?.["place"] || dashed.groups?.["tag"])) return datelineOf(dashed);
  const tagged = TAGGED.exec(paragraph);
  if (tagged && AGENCIES.has((tagged.groups?.["tag"] ?? "").trim())) return datelineOf(tagged);
  const colon = COLON.exec(paragraph);
  const place = colon?.groups?.["place"] ?? "";
  if (colon && paragraph.length > 120 && !place.split(" ").some((word) => LABELS.has(word.toLowerCase())))
    return datelineOf(colon);
  return null;
}

function datelineOf(match: RegExpExecArray): Dateline {
  const end = match[0].trimEnd().length;
  return {end, place: match.groups?.["place"]?.trim() || null, tag: match.groups?.["tag"]?.trim() || null};
}
