import {agencyIn} from "./agencies.ts";
import type {ZoneRun} from "./article.ts";

const NAME = "\\p{Lu}[\\p{L}\\d&.]*(?: (?:\\p{Lu}|\\d)[\\p{L}\\d&.]*){0,3}";
const CORRESPONDENT = new RegExp(
  `(?<![\\p{L}\\d] )(?<name>${NAME})(?:[’']s?)? (?:correspondent|reporter) \\p{Lu}\\p{L}+ \\p{Lu}[\\p{L}’'-]+ (?:reported|reports|said|says)\\b`,
  "u",
);
const OWN_WORDS = new RegExp(`\\b(?:told|spoke (?:to|with)|an? interview with) (?<name>${NAME})\\b`, "gu");
/** American stations sign with a call sign: K or W and two or three letters, then a channel or "TV". */
const CALL_SIGN = /\b(?<name>[KW][A-Z]{2,3})(?:[- ](?:TV|FM|AM|\d{1,2})\b)/u;
const COPYRIGHT = new RegExp(`(?:©|\\(c\\)|copyright)\\s*(?:©\\s*)?(?:\\d{4}\\s+)?(?:by )?(?<name>${NAME})`, "iu");

/** A bracketed tag may be a place or a date too: it names an outlet when it is spelt like one (NewsNation, WMC, LEX 18, X.com, Y Times). */
const NAMES_OUTLET =
  /^(?:\p{Lu}{2,5}(?: \d{1,2})?|.*\p{Ll}\p{Lu}.*|.*\p{Lu}{2}\p{Ll}.*|.*\.(?:com|org|net|tv)|.*\b(?:News|Times|Post|TV|Radio|Media|Journal|Herald|Tribune|Gazette|Chronicle|Mail|Guardian|Telegraph|Today|Daily|Press|Star|Sun)\b.*)$/u;

/**
 * The outlet that the text itself names, or null: its own tag in the dateline, "X correspondent N. N. reported", a station's call
 * sign or the owner of the copyright in the page's furniture. An agency is no outlet, and what is only quoted ("told X") is no sign.
 */
export function findOutlet(text: string, zones: readonly ZoneRun[], datelineTag: string | null): string | null {
  if (datelineTag && agencyIn(datelineTag) === null && NAMES_OUTLET.test(datelineTag)) return datelineTag;
  const own = zones
    .filter((run) => run.zone === "body")
    .map((run) => text.slice(run.start, run.end))
    .join("\n");
  const correspondent = CORRESPONDENT.exec(own)?.groups?.["name"];
  const quotedElsewhere = new Set([...own.matchAll(OWN_WORDS)].map((match) => match.groups?.["name"]));
  if (correspondent && agencyIn(correspondent) === null && quotedElsewhere.size <= 1) return correspondent;
  for (const run of zones) {
    if (run.zone !== "furniture") continue;
    const line = text.slice(run.start, run.end);
    if (line.length > 160) continue;
    const name = COPYRIGHT.exec(line)?.groups?.["name"] ?? CALL_SIGN.exec(line)?.groups?.["name"];
    if (name && agencyIn(name) === null) return name;
  }
  return null;
}
