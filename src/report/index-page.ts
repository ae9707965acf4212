import {type Html, html} from "../markup/html.ts";
import {renderPage} from "./page.ts";
import {renderMarkdown} from "./prose.ts";

/** A report as the index lists it. */
export interface IndexEntry {
  /** The report's name; its page is `${name}.html` beside the index. */
  name: string;
  title: string;
  /** What it found; the summary, in Markdown, stands for it where it is null. */
  finding: Html | null;
  summary: string;
}

export interface IndexOptions {
  title: string;
  /** What was compared, beneath the title. */
  lead?: Html | string;
  note?: string;
  styles?: readonly string[];
}

/** The page that leads to all reports, one a row, in the order given. */
export function buildIndex(
  reports: readonly IndexEntry[],
  {title, lead = "", note = "", styles = []}: IndexOptions,
): string {
  const rows = reports.map(
    ({name, title, finding, summary}) =>
      html`<li><h2><a href="${`${name}.html`}">${title}</a></h2>${finding ? html`<p>${finding}</p>` : renderMarkdown(summary)}</li>\n`,
  );
  const main = html`<section class="prose"><h1>${title}</h1>
${lead && html`<div class="lead">${lead}</div>`}</section>
<ul class="reports">
${rows}</ul>
`;
  return renderPage({title: `${title} — Variorum`, note, home: null, styles, main});
}
