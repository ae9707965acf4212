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

/**
 * The outlet that the text itself names, or null: its own tag in the dateline, "X correspondent N. N. reported", a station's call
 * sign or the owner of the copyright in the page's furniture. An agency is no outlet, and what is only quoted ("told X") is no sign.
 */
export function findOutlet(text: string, zones: readonly ZoneRun[], datelineTag: string | null): string | null {
  if (datelineTag && agencyIn(datelineTag) === null) return datelineTag;
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
