// The one place that knows Vega and Vega-Lite, and the only bridge from charts to reports.
import {readFileSync} from "node:fs";
import * as vega from "vega";
import {compile, type TopLevelSpec} from "vega-lite";
import {fitPage} from "./page-theme.ts";
import {addTitle, type Heading, renumberIds, skipLabels, slimSvg, svgWidth} from "./svg.ts";
import {measureText} from "./text-width.ts";
import {houseConfig, INK, type Theme} from "./theme.ts";

export {formatCsvHeader, formatCsvRow} from "../tables/csv.ts";
export {FONT_PROPERTIES, TONE_CLASSES, TONES, toneProperties} from "./theme.ts";

/** A Vega-Lite (v5 or v6) or Vega specification: plain data, as it stands in a notebook's output. */
export interface ChartSpec {
  readonly $schema?: unknown;
  readonly title?: unknown;
  readonly config?: unknown;
  readonly usermeta?: unknown;
  readonly width?: unknown;
  readonly spec?: unknown;
  readonly columns?: unknown;
  readonly marks?: unknown;
  readonly [key: string]: unknown;
}

export interface RenderOptions {
  /** Width of the whole picture in px, axes and labels included. Default: the specification's own. */
  widthPx?: number;
  /** Default "light". */
  theme?: Theme;
  /** False leaves the title out, for a page that prints it as text. Default true. */
  title?: boolean;
  /** Called with each warning of Vega and Vega-Lite. Default: Node's `process.emitWarning`. */
  warn?: (message: string) => void;
}

type TextItem = {fontSize?: number; fontWeight?: string | number; limit?: number};
const {textMetrics} = vega as unknown as {textMetrics: {width: (item: TextItem, text: unknown) => number}};
// Without a canvas Vega takes 0.8 em a character, 1.6 times too much; it looks this function up at each measurement.
textMetrics.width = ({fontSize = 11, fontWeight = 400, limit = 0}, text) => {
  const width = measureText(String(text ?? "").trim(), fontSize, fontWeight);
  // What is longer is drawn cut off at the limit.
  return limit > 0 ? Math.min(width, limit) : width;
};

/** The title and subtitle that a specification states, as lines of text. */
export function chartTitle(spec: ChartSpec): Heading {
  const {title} = spec;
  const read = (value: unknown) => (Array.isArray(value) ? value.join(" ") : typeof value === "string" ? value : "");
  const {text, subtitle} = isRecord(title) ? title : {text: title, subtitle: null};
  return {title: read(text), subtitle: read(subtitle)};
}

/** Whether a specification is Vega-Lite, by its `$schema` or, lacking that, by its shape. */
export function isVegaLite(spec: ChartSpec): boolean {
  const {$schema} = spec;
  return typeof $schema === "string" ? $schema.includes("vega-lite") : !Array.isArray(spec.marks);
}

/**
 * Vega-Lite to Vega with the house's configuration beneath the specification's own; a Vega specification gets the configuration
 * alone.
 *
 * @throws Error when Vega-Lite cannot read the specification.
 */
export function compileChart(spec: ChartSpec, options: RenderOptions = {}): ChartSpec {
  const {theme = "light", warn = emitWarning} = options;
  if (!isVegaLite(spec)) return {...spec, config: mergeDeep(houseConfig(theme), spec.config)};
  const compiled = compile(spec as unknown as TopLevelSpec, {config: houseConfig(theme), logger: loggerTo(warn)});
  return compiled.spec as unknown as ChartSpec;
}

/**
 * The specification as a notebook's page draws it, with a Vega of its own that knows nothing of the house: the configuration goes
 * along, beneath the specification's, the title begins where the picture does, and colours follow the page's light or dark.
 */
export function dressChart(spec: ChartSpec): ChartSpec {
  const config = mergeDeep(mergeDeep(houseConfig("light"), spec.config), {title: {frame: "bounds"}, padding: 8});
  const dressed = {...spec, config};
  return isVegaLite(spec) ? (fitPage(dressed) as ChartSpec) : dressed;
}

/** A chart drawn, and the Vega specification that draws the same again in a browser. */
export interface DrawnChart {
  /** Without a title, for a page that prints it as text. */
  svg: string;
  /** With it. */
  titled: string;
  vega: ChartSpec;
}

/**
 * Draws a specification as an SVG element, equal to the byte on every machine and at every run. Marks carry their tooltip
 * as `aria-label`; links that do not lead to "#..." or http(s) are left out; data is never fetched.
 *
 * @throws Error when the specification cannot be compiled or asks for data by URL.
 */
export async function renderSvg(spec: ChartSpec, options: RenderOptions = {}): Promise<string> {
  const {svg, titled} = await drawChart(spec, options);
  return options.title === false ? svg : titled;
}

/** As `renderSvg`, with the specification that was drawn. */
export async function drawChart(spec: ChartSpec, options: RenderOptions = {}): Promise<DrawnChart> {
  const {widthPx, theme = "light"} = options;
  const {shaped, heading} = shapeSpec(spec, options);
  const most = typeof shaped.width === "number" ? {mostPx: shaped.width} : {};
  let drawn = await draw(widthPx === undefined ? shaped : setWidth(shaped, widthPx - 80), {...options, ...most});
  // Where Vega cannot change the width of what stands, as in facets, all is laid out again.
  let plotPx = (widthPx ?? 0) - 80;
  for (let pass = 0; pass < 3 && widthPx !== undefined && !drawn.fits; pass++) {
    const excess = svgWidth(drawn.svg) - widthPx;
    if (excess === 0 || plotPx - excess < LEAST_PX) break;
    plotPx -= excess;
    const next = await draw(setWidth(shaped, plotPx), options);
    if (svgWidth(next.svg) === svgWidth(drawn.svg)) break;
    drawn = next;
  }
  const {svg, vega} = drawn;
  const titled = heading.title === "" ? svg : addTitle(svg, heading, {ink: INK.ink[theme], muted: INK.muted[theme]});
  return {svg, titled, vega};
}

const LEAST_PX = 60;

/** `mostPx` is the width that the specification asks for its plot. */
async function draw(
  spec: ChartSpec,
  options: RenderOptions & {mostPx?: number},
): Promise<Omit<DrawnChart, "titled"> & {fits: boolean}> {
  const {warn = emitWarning, widthPx, mostPx = Number.POSITIVE_INFINITY} = options;
  const compiled = compileChart(spec, options);
  const runtime = vega.parse(compiled as unknown as vega.Spec);
  const asked: string[] = [];
  const view = new vega.View(runtime, {renderer: "none", loader: refusingLoader(asked), logger: loggerTo(warn)});
  const write = async () => {
    await view.runAsync();
    if (asked.length > 0) throw new Error(`a chart's data must stand in it, but it asks for ${asked.join(", ")}`);
    describeMarks((view.scenegraph() as unknown as {root: SceneNode}).root);
    return skipLabels(slimSvg(renumberIds(await view.toSVG())));
  };
  try {
    let svg = await write();
    if (widthPx === undefined || typeof compiled.width !== "number") return {svg, vega: compiled, fits: false};
    // The room for axes and names is known only once they are drawn: see what they took, and draw again.
    for (let pass = 0; pass < 3; pass++) {
      const plotPx = Math.min(mostPx, view.width() - (svgWidth(svg) - widthPx));
      if (plotPx === view.width() || plotPx < LEAST_PX) break;
      view.width(plotPx);
      svg = await write();
    }
    return {svg, vega: {...compiled, width: view.width()}, fits: true};
  } finally {
    view.finalize();
  }
}

/** Whether a reader can do something with a chart beyond pointing at its marks: selections, or inputs bound to them. */
export function isInteractive(spec: ChartSpec): boolean {
  const acts = (node: unknown): boolean => {
    if (Array.isArray(node)) return node.some(acts);
    if (!isRecord(node)) return false;
    const {params, signals, data: _data, datasets: _datasets, ...parts} = node;
    const own = [params, signals]
      .flat()
      .some((one) => isRecord(one) && ("select" in one || "bind" in one || "on" in one));
    return own || Object.values(parts).some(acts);
  };
  return acts(spec);
}

/**
 * Vega and its interpreter of expressions as two scripts for a page, which leave `vega` and `vegaInterpreter` in the global scope.
 * With the interpreter Vega needs no eval, so a strict Content-Security-Policy holds. Together 530 kB.
 */
export function vegaRuntime(): string[] {
  const read = (name: string, file: string) =>
    readFileSync(new URL(file, import.meta.resolve(name)), "utf8").replace(/^\/\/# source.*$/gm, "");
  const interpreter = read("vega-interpreter", "./vega-interpreter.js")
    .replace(/^import \{([^}]*)\} from 'vega-util';/m, "const {$1} = vega;")
    .replace(/^export \{ expression as expressionInterpreter \};/m, "return expression;");
  return [read("vega", "./vega.min.js"), `globalThis.vegaInterpreter = (() => {${interpreter}})();`];
}

/** Loads nothing, and notes what was asked for: Vega itself goes on without the data, to an empty picture. */
function refusingLoader(asked: string[]) {
  const refuse = (url: string) => {
    asked.push(url);
    return Promise.reject(new Error("a chart fetches nothing"));
  };
  const sanitize = async (url: string) => ({href: /^(#|https?:\/\/)/i.test(url) ? url : null});
  return {options: {}, load: refuse, http: refuse, file: refuse, sanitize} as unknown as vega.Loader;
}

interface SceneNode {
  items?: SceneNode[];
  marktype?: string;
  mark?: SceneNode;
  tooltip?: unknown;
  description?: string;
}

/** Vega shows tooltips only while scripts run; as descriptions they reach readers of the picture alone, too. */
function describeMarks(node: SceneNode): void {
  if (node.tooltip !== undefined && node.tooltip !== null) node.description = describeTooltip(node.tooltip);
  else if (node.mark?.marktype === "text") delete node.description;
  for (const child of node.items ?? []) describeMarks(child);
}

function describeTooltip(tooltip: unknown): string {
  if (!isRecord(tooltip)) return String(tooltip);
  return Object.entries(tooltip)
    .filter(([, value]) => value !== "" && value !== null)
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");
}

/** The specification in its narrow variant where it has one, and its title apart: Vega would draw that in one long line. */
function shapeSpec(spec: ChartSpec, {widthPx}: RenderOptions): {shaped: ChartSpec; heading: Heading} {
  const {narrow} = isRecord(spec.usermeta) ? spec.usermeta : {narrow: null};
  const isNarrow = widthPx !== undefined && widthPx < NARROW_PX;
  const {usermeta: _usermeta, title: _title, ...shaped} = mergeDeep(spec, isNarrow ? narrow : null);
  return {shaped, heading: chartTitle(spec)};
}

const NARROW_PX = 480;

function setWidth(spec: ChartSpec, px: number): ChartSpec {
  for (const name of ["hconcat", "vconcat", "concat"] as const) {
    const children = spec[name];
    if (!Array.isArray(children)) continue;
    const columns =
      name === "vconcat" ? 1 : name === "hconcat" ? children.length : Number(spec.columns ?? children.length);
    return {...spec, [name]: children.map((child: ChartSpec) => setWidth(child, (px - 20 * (columns - 1)) / columns))};
  }
  const inner = spec.spec;
  if (isRecord(inner)) {
    const columns = Number(spec.columns ?? 1);
    return {...spec, spec: setWidth(inner, (px - 20 * (columns - 1)) / columns)};
  }
  const {width} = spec;
  if (isRecord(width)) return spec;
  return {...spec, width: Math.floor(typeof width === "number" ? Math.min(width, px) : px)};
}

/** The second over the first, objects merged key by key, all else replaced. */
function mergeDeep(base: ChartSpec, over: unknown): ChartSpec {
  if (!isRecord(over)) return base;
  const merged: Record<string, unknown> = {...base};
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isRecord(below) && isRecord(value) ? mergeDeep(below, value) : value;
  }
  return merged;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const emitWarning = (message: string): void => process.emitWarning(message, {type: "ChartWarning"});

function loggerTo(warn: (message: string) => void) {
  const say = (...parts: readonly unknown[]) => {
    warn(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" "));
    return logger;
  };
  const quiet = () => logger;
  const fail = (...parts: readonly unknown[]): never => {
    throw parts.find((part) => part instanceof Error) ?? new Error(parts.join(" "));
  };
  const logger = {level: () => logger, error: fail, warn: say, info: quiet, debug: quiet} as unknown as NonNullable<
    Parameters<typeof compile>[1]
  >["logger"] &
    object;
  return logger;
}
