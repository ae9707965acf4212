import {type Html, html} from "../markup/html.ts";

/** A list to choose from; rows carry the values of `data-NAME`, several joined by "|". */
export interface Choice {
  name: string;
  label: string;
  options: readonly (readonly [value: string, text: string])[];
}

/** Lists that a script brings to life over the rows of the element `id`; without one they stay hidden and every line stands. */
export function renderFilter(id: string, choices: readonly Choice[], things: string): Html {
  return html`<form class="filter" data-filter="${id}" hidden>
${choices.map(
  ({name, label, options}) =>
    html`<label>${label} <select name="${name}"><option value="">all</option>${options.map(
      ([value, text]) => html`<option value="${value}">${text}</option>`,
    )}</select></label> ${"\n"}`,
)}<span><output></output> ${things}</span></form>`;
}
