import type {AttributedQuantity} from "./claims.ts";
import type {QuantityReading} from "./statements.ts";
import {compareValues, numberOf} from "./values.ts";

const TOLL_ROLES = new Set(["killed", "injured", "killed or injured", "missing", "trapped", "captive"]);
/** A story tells what it is about in its title and its first sentences. */
const LEAD_SENTENCES = 3;
/** Parts of a toll (those at one hospital) are mostly far smaller than the whole. */
const WHOLE_SHARE = 0.75;

/**
 * The mentions that tell the toll of the event an article opens with: those in the title, the headline or the first three sentences
 * of the body, and later ones of the same role that say the number again, or make a vague one ("dozens") exact without being a part.
 *
 * Why it matters: two outlets' tolls of one event are one claim even when the numbers differ (an update), while other numbers of
 * people killed in the same articles are about other events.
 */
export function findTolls(reading: QuantityReading): Set<AttributedQuantity> {
  const lead = new Set(reading.sentences.filter((s) => s.zone === "headline").map((s) => s.sentence));
  for (const sentence of reading.sentences.filter((s) => s.zone === "body").slice(0, LEAD_SENTENCES))
    lead.add(sentence.sentence);
  const textOf = new Map(reading.sentences.map((s) => [s.sentence, s.text]));
  const thisYear = reading.article.published?.slice(0, 4) ?? "";
  const ofAnotherYear = (text: string) =>
    (text.match(/\b(?:1[5-9]|20)\d\d\b/gu) ?? []).some((year) => year !== thisYear);
  const candidates = reading.quantities.filter(
    (q) =>
      TOLL_ROLES.has(q.role) &&
      q.unit === "person" &&
      q.modality === "asserted" &&
      !ofAnotherYear(textOf.get(q.sentence) ?? ""),
  );
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

function saysAgain(lead: AttributedQuantity, later: AttributedQuantity, all: readonly AttributedQuantity[]): boolean {
  const agreement = compareValues(lead, later);
  if (agreement === "equal" || agreement === "bound") return true;
  if (agreement !== "within" && agreement !== "rounded") return false;
  if (later.bound === "vague") return agreement === "within";
  const largest = Math.max(...all.filter((q) => q.role === later.role).map((q) => numberOf(q) ?? 0));
  return (numberOf(later) ?? 0) >= WHOLE_SHARE * largest;
}
