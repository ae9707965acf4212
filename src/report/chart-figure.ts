import {type ChartSpec, chartTitle, drawChart, isInteractive, renderSvg} from "../charts/render.ts";
import {attributes, type Html, html} from "../markup/html.ts";
import {type ChartTable, readChartData, writeCsv} from "./chart-data.ts";

/** Widths in px that a chart is drawn at: beside a panel on a desk, and on a telephone of 375 px with its margins. */
export const CHART_WIDTHS = {wide: 760, narrow: 343} as const;

/** A chart as a page shows it and as `--charts` writes it. */
export interface ChartFigure {
  /** File name without ending, unique in its report: "casualties-1". */
  name: string;
  html: Html;
  spec: ChartSpec;
  /** Whether it comes to life when scripts run, for which the page has to bring Vega. */
  live: boolean;
  /** The picture alone, with its title, on light paper. */
  svg: string;
}

/**
 * Draws a chart wide and narrow (a style sheet shows one), with its title as text above and its table and downloads folded
 * beneath. The downloads are data: links, so they work offline and with scripts off.
 *
 * @throws Error when the specification cannot be drawn.
 */
export async function renderChartFigure(
  spec: ChartSpec,
  name: string,
  warn: (message: string) => void,
): Promise<ChartFigure> {
  const wide = await drawChart(spec, {widthPx: CHART_WIDTHS.wide, warn});
  const narrow = await renderSvg(spec, {widthPx: CHART_WIDTHS.narrow, title: false, warn: () => {}});
  const live = isInteractive(spec);
  const {title, subtitle} = chartTitle(spec);
  const table = readChartData(spec);
  const figure = html`<figure class="chart" id="${name}">
<figcaption>${title && html`<h3>${title}</h3>`}${subtitle && html`<p>${subtitle}</p>`}</figcaption>
<div class="wide">${inlineSvg(wide.svg, `${name}-wide`, title)}</div>
<div class="narrow">${inlineSvg(narrow, `${name}-narrow`, title)}</div>
${live && html.unsafe(`<script type="application/json" class="live">${JSON.stringify(wide.vega).replaceAll("<", "\\u003c")}</script>`)}
<details class="data"><summary>Table and downloads</summary>
<p class="downloads">Download ${table && downloadLink("CSV", `${name}.csv`, "text/csv", writeCsv(table))}
${downloadLink("Vega-Lite", `${name}.vl.json`, "application/json", `${JSON.stringify(spec)}\n`)}
${downloadLink("SVG", `${name}.svg`, "image/svg+xml", wide.titled)}</p>
${table && renderTable(table)}
</details>
</figure>`;
  return {name, html: figure, spec, live, svg: wide.titled};
}

/** Ids of clip paths and gradients hold for the whole page, so each picture's get its name in front. */
function inlineSvg(svg: string, prefix: string, label: string): Html {
  // Names and titles may hold "$", which a replacement written as text would read as a sign.
  const own = svg.replace(/( id="|url\(#)(def-\d+)/g, (_, before: string, id: string) => `${before}${prefix}-${id}`);
  return html.unsafe(own.replace("<svg ", () => html`<svg aria-label="${label || "Chart"}" `.toString()));
}

function downloadLink(label: string, file: string, type: string, content: string): Html {
  // Base64 takes a third more; percent signs would take thrice as much for every quotation mark of JSON.
  const url = `data:${type};charset=utf-8;base64,${Buffer.from(content).toString("base64")}`;
  return html`<a download="${file}" href="${html.unsafe(url)}">${label}</a>`;
}

function renderTable({columns, rows}: ChartTable): Html {
  const cell = (value: unknown) =>
    typeof value === "number"
      ? html`<td class="num">${value.toLocaleString("en-US", {maximumFractionDigits: 3})}</td>`
      : html`<td>${Array.isArray(value) ? value.join("; ") : typeof value === "object" ? "" : String(value ?? "")}</td>`;
  const isNumeric = (field: string) => rows.some((row) => typeof row[field] === "number");
  return html`<div class="scroll" tabindex="0"><table>
<thead><tr>${columns.map(({field, heading}) => html`<th ${attributes({scope: "col", class: isNumeric(field) ? "num" : null})}>${heading}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map(({field}) => cell(row[field]))}</tr>\n`)}</tbody>
</table></div>`;
}
