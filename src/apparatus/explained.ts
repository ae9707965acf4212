import {cardId, hrefTo} from "../charts/anchor.ts";
import type {Fact} from "../compare/compare-facts.ts";
import {explainFact} from "../compare/explain.ts";
import {type Html, html} from "../markup/html.ts";
import {inNotebook} from "./style.ts";

/** Further differences of one fact say little that the first have not. */
const MOST_LINES = 4;

/** Facts in plain sentences, each with a link to its card; of many readings the first few. */
export function renderExplained(facts: readonly Fact[]): Html {
  if (facts.length === 0) return inNotebook(html`<p class="muted">No reading differs from another.</p>`);
  const told = facts.map((fact) => {
    const [first = "", ...lines] = explainFact(fact).split("\n");
    const label = first.slice(0, first.indexOf(": "));
    const more = lines.length - MOST_LINES;
    return html`<p><a href="${hrefTo(cardId(fact.fact))}">${label}</a>${first.slice(label.length)}</p>
<ul>${lines.slice(0, MOST_LINES).map((line) => html`<li>${line}</li>\n`)}${
      more > 0 && html`<li class="muted">${more} more in the apparatus</li>`
    }</ul>`;
  });
  return inNotebook(html`<div class="explained">${told}</div>`);
}
