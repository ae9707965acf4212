import {type Html, html} from "../markup/html.ts";
import {type Edition, siglumOf} from "./edition.ts";
import {renderSiglum} from "./siglum.ts";

/** A reading that a person corrected in `corrections.csv`, or dropped. */
export interface CorrectedReading {
  article: string;
  text: string;
  change: string;
  note: string | null;
}

/** The word that stands behind whatever a person corrected; what was changed is its title. Nothing where nobody did. */
export function renderCorrected(corrected: readonly string[] | null | undefined): Html | null {
  if (!corrected || corrected.length === 0) return null;
  return html` <span class="corrected" title="${corrected.join("; ")}">corrected</span>`;
}

/** Everything that a person corrected, with the reasons given, and the rows that fit no reading. */
export function renderCorrections(
  edition: Edition,
  corrections: readonly CorrectedReading[],
  refused: readonly {path: string; reason: string}[],
): Html | null {
  if (corrections.length + refused.length === 0) return null;
  const made = corrections.map(
    ({article, text, change, note}) =>
      html`<li>${renderSiglum(siglumOf(edition, article))} <q><bdi>${text}</bdi></q> ${change}${
        note && html` <span class="muted">${note}</span>`
      }</li>\n`,
  );
  const left = refused.map(({path, reason}) => html`<li>Left out, ${fileAndLine(path)}: ${reason}</li>\n`);
  const count = corrections.length === 1 ? "1 correction" : `${corrections.length} corrections`;
  return html`<details class="data" open><summary>${count} by hand</summary><ul>${made}${left}</ul></details>`;
}

/** Where a folder lies is nobody's business, and would make the same report differ from place to place. */
const fileAndLine = (path: string): string => path.replace(/^.*[/\\]/u, "");
