import {type Html, html} from "../markup/html.ts";
import type {Edition} from "./edition.ts";
import {inNotebook} from "./style.ts";

/** Relations under which two articles say the same thing, each in its own way. */
const AGREEING = new Set(["same", "converted", "rounded"]);

/** How a relation is told of one fact and of several. */
const TOLD: [relation: string, one: string, several: string][] = [
  ["conflict", "is in conflict", "are in conflict"],
  ["update", "was updated", "were updated"],
  ["scope differs", "counts something narrower or wider", "count something narrower or wider"],
  ["bound differs", "is exact in one and open in another", "are exact in one and open in another"],
  ["vaguer", "is told vaguely by some", "are told vaguely by some"],
  ["attribution differs", "loses or changes its speaker", "lose or change their speaker"],
  ["caveat lost", "lost its caveat", "lost their caveats"],
];

/**
 * What a comparison found, in one or two computed sentences. A plain result is a result: that nothing conflicts is said. A fact that
 * differs in two ways is told of in both; only one that differs in none is agreed on.
 *
 * @example
 * stateFinding(openEdition(compareCorpus({articles: [readArticle("a", "The camp is 15 kilometers north of Oslo."), readArticle("b", "The camp is 9 miles north of Oslo.")]}))) // => "The two articles share 1 fact and agree on every one. Nothing conflicts."
 */
export function stateFinding({facts, readings}: Edition): string {
  if (readings.length < 2) return "There is one article, and nothing to compare it with.";
  const shared = facts.filter(({articles}) => articles.length > 1);
  const articles = readings.length === 2 ? "two articles" : `${readings.length} articles`;
  if (shared.length === 0) return `The ${articles} share no fact that carries a figure.`;
  const holds = ({relation, also = []}: Edition["facts"][number]) => [relation, ...also];
  const agreed = shared.filter((fact) => holds(fact).every((relation) => AGREEING.has(relation))).length;
  const conflicts = shared.filter((fact) => holds(fact).includes("conflict")).length;
  const others = TOLD.flatMap(([relation, one, several]) => {
    const count = shared.filter((fact) => holds(fact).includes(relation)).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  });
  const sharing = `The ${articles} share ${shared.length} ${shared.length === 1 ? "fact" : "facts"}`;
  const agreeing = ` and agree on ${agreed === shared.length ? "every one" : agreed === 0 ? "none" : agreed}`;
  const conflict = conflicts === 0 ? "Nothing conflicts" : "";
  const rest = [conflict, others.join(", ")].filter((part) => part !== "").join("; ");
  return `${sharing}${agreeing}. ${rest}.`;
}

/** The finding as the first thing that a report says; its own words, or a sentence that the notebook computed. */
export function renderFinding(finding: Edition | string): Html {
  return inNotebook(html`<p class="finding">${typeof finding === "string" ? finding : stateFinding(finding)}</p>`);
}
