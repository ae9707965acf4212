import type {Siglum} from "../charts/sigla.ts";
import {type Html, html} from "../markup/html.ts";

/** The eight shapes of `WITNESS_SHAPES` in a box of 12 units, as heavy as each other to the eye. */
const SHAPES = [
  "M6 1.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6Z",
  "M1.7 1.7h8.6v8.6h-8.6Z",
  "M6 .2L11.8 6L6 11.8L.2 6Z",
  "M6 .9L11.8 11H.2Z",
  "M6 11.1L.2 1H11.8Z",
  "M4.2.8h3.6v3.4h3.4v3.6H7.8v3.4H4.2V7.8H.8V4.2h3.4Z",
  "M11.1 6L1 .2v11.6Z",
  "M.9 6L11 .2v11.6Z",
];

/** A siglum as it stands in every line: its shape in its colour, its letter in the colour of the text. */
export function renderSiglum({letter, tone, name}: Siglum): Html {
  const shape = tone === null ? undefined : shapeOf(tone);
  return html`<span class="siglum" title="${name}">${
    shape && html`<svg class="s${(tone ?? 0) + 1}" viewBox="0 0 12 12" aria-hidden="true"><path d="${shape}"/></svg>`
  }${letter}</span>`;
}

/** The outline of a witness's shape in a box of 12 units; a dot after the eighth. */
export const shapeOf = (tone: number | null): string | undefined => SHAPES[tone ?? 0];
