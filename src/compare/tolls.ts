import type {Sentence} from "../text/sentences.ts";
import type {AttributedQuantity, QuantityReading} from "./claims.ts";
import {readTerms} from "./terms.ts";
import {compareValues, numberOf} from "./values.ts";

const TOLL_ROLES = new Set(["killed", "injured", "killed or injured", "missing", "trapped", "captive"]);
/** A story tells what it is about in its title and its first sentences. */
const LEAD_SENTENCES = 3;
/** Parts of a toll (those at one hospital) are mostly far smaller than the whole. */
const WHOLE_SHARE = 0.75;

/**
 * The mentions that tell the toll of the event an article opens with: those in the title, the headline or the first three sentences
 * of the body, and later ones of the same role that say the number again, or make a vague one ("dozens") exact without being a part.
 * A later one that stands beside names which the opening does not have is of another event.
 *
 * Why it matters: two outlets' tolls of one event are one claim even when the numbers differ (an update), while other numbers of
 * people killed in the same articles are about other events.
 */
export function findTolls(reading: QuantityReading): Set<AttributedQuantity> {
  const sentenceOf = new Map(reading.sentences.map((s) => [s.sentence, s]));
  const opening = reading.sentences.filter((s) => s.zone === "headline");
  opening.push(...reading.sentences.filter((s) => s.zone === "body").slice(0, LEAD_SENTENCES));
  const lead = new Set(opening.map((s) => s.sentence));
  const openingNames = new Set(opening.flatMap((s) => readTerms(s).map((t) => t.term)));
  const thisYear = reading.article.published?.slice(0, 4) ?? "";
  const candidates = reading.quantities.filter((q) => {
    const sentence = sentenceOf.get(q.sentence);
    if (!sentence || !TOLL_ROLES.has(q.role) || q.unit !== "person" || q.modality !== "asserted") return false;
    if (isPartitive(q)) return false;
    return (
      !namesAnotherYear(sentence.text, thisYear) &&
      (lead.has(q.sentence) || namesNear(sentence, q).every((name) => openingNames.has(name)))
    );
  });
  const told = candidates.filter((q) => lead.has(q.sentence));
  // An article that opens with the dead and counts the injured lower down: the largest count is the toll, smaller ones are parts.
  if (told.some((q) => q.role === "killed") && !told.some((q) => q.role === "injured")) {
    const largest = candidates
      .filter((q) => q.role === "injured" && q.bound !== "vague")
      .sort((a, b) => (numberOf(b) ?? 0) - (numberOf(a) ?? 0))[0];
    if (largest) told.push(largest);
  }
  const again = candidates.filter(
    (q) => !told.includes(q) && told.some((t) => t.role === q.role && saysAgain(t, q, candidates)),
  );
  return new Set([...told, ...again]);
}

const PART = /^\P{L}*[\p{L}\d,.-]+ of (?:the|those|them|these|whom|his|her|their)\b/iu;
/** As headlines say it, without an article. */
const BARE_PART = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) of (?!(?:my|our|its)\b)\p{L}/iu;

/** "One of the victims", "20 of those injured", "One of Victims": a part of something, never the whole of it. */
export const isPartitive = ({text}: Pick<AttributedQuantity, "text">): boolean =>
  PART.test(text) || BARE_PART.test(text);

const namesAnotherYear = (text: string, thisYear: string) =>
  (text.match(/\b(?:1[5-9]|20)\d\d\b/gu) ?? []).some((year) => year !== thisYear);

/** How far titles and employers of a speaker stand from the name, in characters. */
const TITLE_REACH = 40;
/** How many words from the number a name still belongs to the same event. */
const NEAR_WORDS = 9;

function namesNear(sentence: Sentence, mention: AttributedQuantity): string[] {
  const terms = readTerms(sentence);
  const at = terms.findIndex((t) => t.end > mention.numberStart);
  const isSpeaker = (t: {start: number; end: number}) =>
    mention.speakerStart !== null &&
    mention.speakerEnd !== null &&
    t.start < mention.speakerEnd + TITLE_REACH &&
    t.end > mention.speakerStart - TITLE_REACH;
  return terms.filter((t, i) => t.isName && Math.abs(i - at) <= NEAR_WORDS && !isSpeaker(t)).map((t) => t.term);
}

function saysAgain(lead: AttributedQuantity, later: AttributedQuantity, all: readonly AttributedQuantity[]): boolean {
  const agreement = compareValues(lead, later);
  if (agreement === "equal" || agreement === "bound") return true;
  if (agreement !== "within" && agreement !== "rounded") return false;
  if (later.bound === "vague") return true;
  if (lead.bound !== "vague" && agreement === "within") return false;
  const largest = Math.max(...all.filter((q) => q.role === later.role).map((q) => numberOf(q) ?? 0));
  return (numberOf(later) ?? 0) >= WHOLE_SHARE * largest;
}
