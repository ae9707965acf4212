import type {ChartSpec} from "../charts/render.ts";
import {ESCAPED_TYPE, type Html, html, undressMarkup} from "../markup/html.ts";
import {type CellOutput, joinLines, type MimeBundle} from "./executed-notebook.ts";
import {keepPlainMarkup} from "./plain-markup.ts";
import {renderMarkdown} from "./prose.ts";

/** How the outputs of one cell come out: charts are drawn by the caller, who counts them. */
export type DrawChart = (spec: ChartSpec) => Promise<Html>;

const CHART_TYPE = /^application\/vnd\.vega(?:lite)?\.v\d+(?:\.\d+)*\+json$/;

/**
 * One output in the best format that a static page can show: markup, a chart, a picture, Markdown, JSON, text. Markup of our own
 * template (it carries `ESCAPED_TYPE`) stands as it is; of any other, tables and plain formatting are kept and all else is shown
 * as its text. Null where there is nothing to show.
 */
export async function renderOutput(output: CellOutput, drawChart: DrawChart): Promise<Html | null> {
  if (output.output_type === "stream") return renderStream(output);
  if (output.output_type === "error") return renderError(output);
  return renderBundle(output.data ?? {}, drawChart);
}

async function renderBundle(data: MimeBundle, drawChart: DrawChart): Promise<Html | null> {
  const {"text/html": markup, "image/svg+xml": svg, "image/png": png, "image/jpeg": jpeg} = data;
  if (markup !== undefined && data[ESCAPED_TYPE] === true)
    return inScroll(html.unsafe(undressMarkup(joinLines(markup))));
  const chart = Object.keys(data)
    .filter((type) => CHART_TYPE.test(type))
    .map((type) => data[type])
    .find(isSpec);
  if (chart) return drawChart(chart);
  if (svg !== undefined) return renderImage("image/svg+xml", Buffer.from(joinLines(svg)).toString("base64"));
  if (png !== undefined) return renderImage("image/png", joinLines(png));
  if (jpeg !== undefined) return renderImage("image/jpeg", joinLines(jpeg));
  if (markup !== undefined) return inScroll(keepPlainMarkup(joinLines(markup)));
  return renderText(data);
}

/** A table may be wider than the page; it moves in its own frame then, and the page stands still. */
function inScroll(markup: Html): Html {
  return /^\s*<table/i.test(markup.toString()) ? html`<div class="scroll" tabindex="0">${markup}</div>` : markup;
}

function renderText(data: MimeBundle): Html | null {
  const {"text/markdown": markdown, "application/json": json, "text/plain": plain} = data;
  if (markdown !== undefined) return html`<div class="prose">${renderMarkdown(joinLines(markdown))}</div>`;
  if (json !== undefined) return html`<pre class="text">${JSON.stringify(json, null, 2)}</pre>`;
  const text = plain === undefined ? "" : joinLines(plain);
  return ["", "undefined", "null"].includes(text) ? null : html`<pre class="text">${text}</pre>`;
}

/** In an img element a picture runs no script and loads nothing, whoever drew it. */
function renderImage(type: string, base64: string): Html {
  const url = `data:${type};base64,${base64.replace(/[^\w+/=]/g, "")}`;
  return html`<img alt="" src="${html.unsafe(url)}">`;
}

function renderStream({name, text}: CellOutput): Html | null {
  const written = stripAnsi(joinLines(text));
  return written.trim() === ""
    ? null
    : html`<pre class="text ${name === "stderr" ? "stderr" : "stdout"}">${written}</pre>`;
}

function renderError({ename, evalue, traceback}: CellOutput): Html {
  const trace = stripAnsi((traceback ?? []).join("\n"));
  return html`<div class="error" role="alert"><p><strong>This cell failed: ${ename ?? "Error"}</strong> ${evalue ?? ""}</p>
${trace && html`<details><summary>Where</summary><pre class="text">${trace}</pre></details>`}</div>`;
}

const isSpec = (value: unknown): value is ChartSpec =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals' colour codes begin with one
const stripAnsi = (text: string): string => text.replace(/\u001b\[[\d;]*[A-Za-z]/g, "");
