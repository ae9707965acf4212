// The one place that knows Vega and Vega-Lite, and the only bridge from charts to reports.
import {readFileSync} from "node:fs";
import * as vega from "vega";
import {compile, type TopLevelSpec} from "vega-lite";
import {measureText} from "./text-width.ts";
import {houseConfig, SANS, type Theme} from "./theme.ts";

export {INK, RELATION_TONES, SANS, WITNESS_TONES} from "./theme.ts";

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

type TextItem = {fontSize?: number; fontWeight?: string | number};
const {textMetrics} = vega as unknown as {textMetrics: {width: (item: TextItem, text: unknown) => number}};
// Without a canvas Vega takes 0.8 em a character, 1.6 times too much; it looks this function up at each measurement.
textMetrics.width = ({fontSize = 11, fontWeight = 400}, text) =>
  measureText(String(text ?? "").trim(), fontSize, fontWeight);

/** The title and subtitle that a specification states, as lines of text. */
export function chartTitle(spec: ChartSpec): {title: string; subtitle: string} {
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

/** A chart drawn, and the Vega specification that draws the same again in a browser. */
export interface DrawnChart {
  svg: string;
  vega: ChartSpec;
}

/**
 * Draws a specification as an SVG element, equal to the byte on every machine and at every run. Marks carry their tooltip
 * as `aria-label`; links that do not lead to "#..." or http(s) are left out; data is never fetched.
 *
 * @throws Error when the specification cannot be compiled or asks for data by URL.
 */
export async function renderSvg(spec: ChartSpec, options: RenderOptions = {}): Promise<string> {
  return (await drawChart(spec, options)).svg;
}

/** As `renderSvg`, with the specification that was drawn. */
export async function drawChart(spec: ChartSpec, options: RenderOptions = {}): Promise<DrawnChart> {
  const {widthPx} = options;
  const shaped = shapeSpec(spec, options);
  if (widthPx === undefined) return draw(shaped, options);
  // The room for axes is known only once they are drawn: draw, see what they took, and draw again.
  let plotPx = widthPx - 80;
  let drawn = await draw(setWidth(shaped, plotPx), options);
  for (let pass = 0; pass < 3; pass++) {
    const excess = svgWidth(drawn.svg) - widthPx;
    if (excess === 0 || plotPx - excess < 60) break;
    plotPx -= excess;
    const next = await draw(setWidth(shaped, plotPx), options);
    if (svgWidth(next.svg) === svgWidth(drawn.svg)) break;
    drawn = next;
  }
  return drawn;
}

async function draw(spec: ChartSpec, options: RenderOptions): Promise<DrawnChart> {
  const {warn = emitWarning} = options;
  const compiled = compileChart(spec, options);
  const runtime = vega.parse(compiled as unknown as vega.Spec);
  const asked: string[] = [];
  const view = new vega.View(runtime, {renderer: "none", loader: refusingLoader(asked), logger: loggerTo(warn)});
  try {
    await view.runAsync();
    if (asked.length > 0) throw new Error(`a chart's data must stand in it, but it asks for ${asked.join(", ")}`);
    describeMarks((view.scenegraph() as unknown as {root: SceneNode}).root);
    return {svg: slim(renumberIds(await view.toSVG())), vega: compiled};
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

/** Vega counts clip paths and gradients over the life of the process; here they count from 0 in each picture. */
function renumberIds(svg: string): string {
  const names = new Map<string, string>();
  for (const [, id = ""] of svg.matchAll(/ id="([^"]+)"/g)) names.set(id, `def-${names.size}`);
  return svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${names.get(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (whole, id: string) => (names.has(id) ? `url(#${names.get(id)})` : whole));
}

/**
 * Decimals beyond a hundredth of a px, the font named at every label and Vega's invisible frames are a third of the bytes.
 * Style attributes go too: a page's Content-Security-Policy refuses them, and nothing that the house draws needs one.
 */
function slim(svg: string): string {
  const font = ` font-family="${SANS.replaceAll('"', "&quot;")}"`;
  // Vega escapes "<" and ">" in text and attributes, so this sees tags and nothing else.
  const slimmed = svg.replace(/<[^<>]+>/g, (tag) => {
    if (/^<path class="(?:background|foreground)" aria-hidden="true" d="(?:M0,0h0v0h0Z)?"/.test(tag)) return "";
    return tag
      .replaceAll(font, "")
      .replace(/ style="[^"]*"/, "")
      .replace(/ (?:d|transform|[xy]2?|width|height|r|stroke-width)="[^"]*"/g, roundNumbers);
  });
  return slimmed.replace("<svg ", `<svg${font} `);
}

const roundNumbers = (text: string): string =>
  text.replace(/\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100));

const svgWidth = (svg: string): number => Math.round(Number(/ width="([\d.]+)"/.exec(svg)?.[1] ?? 0));

/** The specification in its narrow variant where it has one, and without its title if so asked. */
function shapeSpec(spec: ChartSpec, {widthPx, title = true}: RenderOptions): ChartSpec {
  const {narrow} = isRecord(spec.usermeta) ? spec.usermeta : {narrow: null};
  const {usermeta: _usermeta, ...shaped} = mergeDeep(
    spec,
    widthPx !== undefined && widthPx < NARROW_PX ? narrow : null,
  );
  const {title: _title, ...untitled} = shaped;
  return title ? shaped : untitled;
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
