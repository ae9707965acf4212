import type {Fact} from "./compare-facts.ts";
import {listAnd, lowerArticle, upperFirst} from "./wording.ts";

/**
 * A fact in a few plain sentences: what it is, who has it, how the readings differ and why, with the words as quoted.
 *
 * @example
 * explainFact(compareCorpus({articles: [readArticle("a", "The camp is 15 kilometers north of Oslo."), readArticle("b", "The camp is 9 miles north of Oslo.")]}).facts[0]).split("\n").at(-1) // => "Converted: b “9 miles”, a “15 kilometers”: one measure in two units."
 */
export function explainFact(fact: Fact): string {
  const who = fact.outlets.length === 1 ? `${fact.outlets[0]} alone` : listAnd(fact.outlets);
  const said = fact.reference.mention.speaker ? `, from ${lowerArticle(fact.reference.mention.speaker)}` : "";
  const lines = [
    `${upperFirst(fact.label)}: ${fact.reference.label} has “${fact.reference.mention.text}”${said}. ${upperFirst(who)} ${fact.outlets.length === 1 ? "carries" : "carry"} it.`,
  ];
  for (const reading of fact.readings)
    if (reading.relation !== "same") lines.push(`${upperFirst(reading.relation)}: ${reading.why}`);
  if (fact.articles.length > 1 && lines.length === 1) lines.push("All say the same.");
  if (fact.corrected) lines.push(`Corrected by hand: ${fact.corrected.join("; ")}.`);
  return lines.join("\n");
}
