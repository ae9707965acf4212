import {AGENCIES, agencyIn, PICTURE_CREDITS} from "./agencies.ts";

/** A stretch of a paragraph that credits a picture or an agency. Offsets are relative to the paragraph. */
export interface Credit {
  start: number;
  end: number;
  zone: "photo credit" | "agency credit";
}

const BRACKETED = /[([](?<inside>[^()[\]]{2,120})[)\]]$/u;
const PICTURE_WORDS =
  /\b(?:photo(?:s|graph|graphs)?|picture|image|images|courtesy|handout|via|pool|screenshot|screengrab|file|source|credit|illustration|graphic)\b|\/|^for\b/iu;
const names = [...new Set(PICTURE_CREDITS)]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  .join("|");
const SLASHED = new RegExp(
  `(?:^|[.!?]["”’]? |\\s(?=\\p{Lu}{2}))(?<credit>[\\p{Lu}][^.!?]{0,80}/ ?(?:${names})(?: ?/ ?(?:${names}))*)$`,
  "u",
);
const LEADING = new RegExp(`^(?:(?:${names})(?: • | \\| |/))*(?:${names}) (?=["“‘]?\\p{Lu}|\\d|In )`, "u");
const LABELLED =
  /^(?:media playback is (?:un)?supported on your device )?(?:image copyright (?<copyright>.{1,60}?) )?(?<label>image caption|media caption) /iu;
const TRAILING_AGENCY = new RegExp(
  `(?<=[.!?]["”’]?)\\s+(?<credit>(?:[—–-]{1,2} ?)?(?:${[...AGENCIES.keys()].map((a) => a.replace(/\./g, "\\.")).join("|")}))$`,
  "u",
);

/** A credit at the end of a paragraph: "(AP Photo/...)", "NAME/SPUTNIK/AFP/Getty", or a bare agency after the last sentence. */
export function findTrailingCredit(paragraph: string): Credit | null {
  const end = paragraph.length;
  const bracketed = BRACKETED.exec(paragraph);
  if (bracketed) {
    const inside = bracketed.groups?.["inside"]?.trim() ?? "";
    if (AGENCIES.has(inside) && /[.!?]["”’]?\s*$/u.test(paragraph.slice(0, bracketed.index)))
      return {start: bracketed.index, end, zone: "agency credit"};
    const named = agencyIn(inside) !== null || PICTURE_CREDITS.some((name) => inside.includes(name));
    if (
      PICTURE_WORDS.test(inside) &&
      (named || /\b(?:photo|picture|image|courtesy|handout|source|credit|screengrab)/iu.test(inside))
    )
      return {start: bracketed.index, end, zone: "photo credit"};
    if (named && countCapitals(inside)) return {start: bracketed.index, end, zone: "photo credit"};
  }
  const slashed = SLASHED.exec(paragraph)?.groups?.["credit"];
  if (slashed && slashed.length < 100) return {start: end - slashed.length, end, zone: "photo credit"};
  const agency = TRAILING_AGENCY.exec(paragraph)?.groups?.["credit"];
  if (agency) return {start: end - agency.length, end, zone: "agency credit"};
  return null;
}

const countCapitals = (inside: string) =>
  inside.split(/\s+/u).every((word) => /^[\p{Lu}\d/&]/u.test(word) || /^(?:via|for|the|of)$/u.test(word));

/** Offsets of the label or picture credit with which some outlets open a caption; 0 when the paragraph opens with none. */
export function leadingCaptionLabel(paragraph: string, endsOpen: boolean): {end: number; copyrightEnd: number} {
  const labelled = LABELLED.exec(paragraph);
  if (labelled) {
    const copyright = labelled.groups?.["copyright"];
    const copyrightEnd = copyright ? paragraph.indexOf(copyright) + copyright.length : 0;
    return {end: labelled[0].length, copyrightEnd};
  }
  const leading = endsOpen ? LEADING.exec(paragraph) : null;
  return leading ? {end: leading[0].length, copyrightEnd: leading[0].trimEnd().length} : {end: 0, copyrightEnd: 0};
}
