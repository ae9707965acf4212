import {vegaRuntime} from "../charts/render.ts";
import {escapeHtml, type Html, html} from "../markup/html.ts";
import {type ChartFigure, renderChartFigure} from "./chart-figure.ts";
import {type ExecutedCell, type ExecutedNotebook, joinLines} from "./executed-notebook.ts";
import {renderOutput} from "./output.ts";
import {renderPage} from "./page.ts";
import {findTitle, renderMarkdown} from "./prose.ts";

export interface ReportOptions {
  /** The report's name, which its charts' files begin with: "casualties". */
  name: string;
  /** Address of the index page. Default "index.html"; null leaves the way back out. */
  home?: string | null;
  /** Stands at the right of the head line: what was compared. */
  note?: string;
  /** Style sheets for markup that outputs bring, after the page's own. */
  styles?: readonly string[];
  /** Called with each doubt of the chart libraries. Default: nothing. */
  warn?: (message: string) => void;
}

export interface Report {
  name: string;
  /** The first heading of the notebook, or its name. */
  title: string;
  /** The first paragraph under it, for the index; empty where there is none. */
  summary: string;
  /** What the report found, in a sentence or two; null where it prints no finding. */
  finding: Html | null;
  /** The page, whole. */
  html: string;
  charts: readonly ChartFigure[];
}

/**
 * A notebook that was run, as one page that needs nothing else: prose, outputs, charts drawn wide and narrow, code folded.
 * The same notebook gives the same bytes.
 *
 * @throws Error when a chart cannot be drawn.
 */
export async function buildReport(notebook: ExecutedNotebook, options: ReportOptions): Promise<Report> {
  const {name, home = "index.html", note = "", styles = [], warn = () => {}} = options;
  const charts: ChartFigure[] = [];
  const drawChart = async (spec: ChartFigure["spec"]) => {
    const figure = await renderChartFigure(spec, `${name}-${charts.length + 1}`, warn);
    charts.push(figure);
    return figure.html;
  };
  const sections = await renderCells(notebook.cells, drawChart);
  const prose = notebook.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => joinLines(cell.source));
  const title = findTitle(prose.join("\n\n")) ?? name;
  // Vega is half a megabyte: a page carries it only for a chart that does more than link and name its marks.
  const scripts = charts.some(({live}) => live) ? vegaRuntime() : [];
  const page = renderPage({title: `${title} — Variorum`, note, home, styles, scripts, main: dropDeadLinks(sections)});
  return {name, title, summary: findSummary(prose), finding: findFinding(sections), html: page, charts};
}

type DrawChart = Parameters<typeof renderOutput>[1];

/** Cells in their order; code that shows nothing goes with the next cell that does, so that it leaves no gap. */
async function renderCells(cells: readonly ExecutedCell[], drawChart: DrawChart): Promise<Html[]> {
  const sections: Html[] = [];
  let codes: Html[] = [];
  for (const cell of cells) {
    const source = joinLines(cell.source);
    if (cell.cell_type === "markdown")
      sections.push(html`<section class="prose">\n${renderMarkdown(source)}</section>\n`);
    if (cell.cell_type !== "code") continue;
    if (source.trim() !== "") codes.push(renderCode(source, cell.execution_count ?? null));
    const outputs: Html[] = [];
    for (const output of cell.outputs ?? []) outputs.push((await renderOutput(output, drawChart)) ?? html``);
    if (outputs.every((output) => output.toString() === "")) continue;
    sections.push(html`<section class="cell">\n<div class="codes">${codes}</div>\n${outputs}\n</section>\n`);
    codes = [];
  }
  return codes.length === 0
    ? sections
    : [...sections, html`<section class="cell"><div class="codes">${codes}</div></section>\n`];
}

function renderCode(source: string, count: number | null): Html {
  return html`<details class="code"><summary>Code${count !== null && ` [${count}]`}</summary><pre><code>${source}</code></pre></details>`;
}

/**
 * The page's markup, with no link to what was left out of it: the texts in a report of excerpts, or in one on words. A mark whose
 * sentence stands on a card (`data-for`) keeps its link, which opens the card; a jump (`data-jump`) leads into the text alone.
 */
function dropDeadLinks(sections: readonly Html[]): Html {
  const markup = sections.join("");
  const read = (pattern: RegExp) => new Set([...markup.matchAll(pattern)].flatMap(([, list = ""]) => list.split(" ")));
  const [places, sentences] = [read(/ id="([^"]*)"/g), read(/ data-for="([^"]*)"/g)];
  return html.unsafe(
    markup.replace(/ (?:xlink:)?href="#([^"]+)"( data-jump)?/g, (link, href: string, jump = "") => {
      const id = readFragment(href);
      return places.has(id) || (jump === "" && sentences.has(id)) ? link : jump;
    }),
  );
}

/** The id that a link names, as it stands in an attribute. */
function readFragment(href: string): string {
  try {
    return escapeHtml(decodeURIComponent(href.replaceAll("&#39;", "'")));
  } catch {
    return href;
  }
}

/** The first paragraph of the class "finding" in the outputs: what the report says before all else. */
function findFinding(sections: readonly Html[]): Html | null {
  const [, found] = /<p class="finding">(.*?)<\/p>/s.exec(sections.join("")) ?? [];
  return found === undefined ? null : html.unsafe(found);
}

function findSummary(prose: readonly string[]): string {
  const paragraphs = prose.flatMap((text) => text.split(/\n\s*\n/)).map((paragraph) => paragraph.trim());
  return paragraphs.find((paragraph) => /^[\p{L}\p{N}“"*_]/u.test(paragraph)) ?? "";
}
