import {readFileSync} from "node:fs";
import {attributes, dressMarkup, type Html, html} from "../markup/html.ts";
import {Widget} from "../markup/widget.ts";
import {renderCardBody} from "./card.ts";
import type {Edition, FactRow} from "./edition.ts";
import {inNotebook, notebookStyle} from "./style.ts";

/** What the reader of a picker sees: the fact that is picked, and its card. */
export type PickedFact = {choices: [fact: string, label: string][]; fact: string; card: string};

/**
 * A list of an edition's facts, and the sentences of the one that is picked side by side. In a notebook the kernel answers, and
 * `picker.state.fact` is what was picked; in a report the cards stand in the page, and its script shows one of them. `id` keeps
 * several pickers on one page apart.
 */
export function pickFact(edition: Edition, id = "picker"): Widget<PickedFact> {
  const facts = edition.facts;
  const choices = facts.map((fact): [string, string] => [fact.fact, labelOf(fact)]);
  const cards = new Map(facts.map((fact) => [fact.fact, fact]));
  return new Widget<PickedFact>({
    script: readFileSync(new URL("fact-picker-script.js", import.meta.url), "utf8"),
    state: {choices, fact: facts[0]?.fact ?? "", card: ""},
    still: renderStill(edition, id),
    answer({fact}) {
      const row = cards.get(fact);
      return {card: row === undefined ? "" : dressMarkup(renderCardBody(edition, row).toString(), notebookStyle())};
    },
  });
}

const labelOf = ({label, articles, relation}: FactRow): string =>
  articles.length > 1 ? `${label} (${articles.length} articles: ${relation})` : label;

/** All cards in the page; its script shows the picked one, and without a script they stand below each other. */
function renderStill(edition: Edition, id: string): Html {
  const options = edition.facts.map((fact) => html`<option value="${fact.fact}">${labelOf(fact)}</option>`);
  const rows = edition.facts.map(
    (fact) =>
      html`<div ${attributes({"data-row": true, "data-fact": fact.fact})}>${renderCardBody(edition, fact)}</div>\n`,
  );
  if (rows.length === 0) return inNotebook(html`<p class="muted">There is no fact to pick.</p>`);
  return inNotebook(html`<div class="picker">
<form class="filter" data-filter="${id}" hidden><label>Fact <select name="fact">${options}</select></label></form>
<div id="${id}">${rows}</div>
</div>`);
}
