import {html} from "../markup/html.ts";
import type {Report} from "../report/build-report.ts";
import {renderPage} from "../report/page.ts";
import {renderMarkdown} from "../report/prose.ts";

/** The page that leads to the reports: each by its title and its first paragraph. */
export function buildIndex(reports: readonly Report[]): string {
  const entries = reports.map(
    ({name, title, summary}) =>
      html`<section class="prose">\n<h2><a href="${name}.html">${title}</a></h2>\n${renderMarkdown(summary)}</section>\n`,
  );
  return renderPage({title: "Variorum", note: "", home: null, main: html`<h1>Reports</h1>\n${entries}`});
}
