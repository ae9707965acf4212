// The one place that knows Vega and Vega-Lite, and the only bridge from charts to reports.
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
 * Vega-Lite to Vega with the house's configuration beneath the specification's own. A Vega specification gets the
 * configuration alone. `widthPx` is the width of the plot, or of all plots in a row, without axes.
 *
 * @throws Error when Vega-Lite cannot read the specification.
 */
export function compileChart(spec: ChartSpec, options: RenderOptions = {}): ChartSpec {
  const {theme = "light", warn = emitWarning} = options;
  const shaped = shapeSpec(spec, options);
  if (!isVegaLite(spec)) return {...shaped, config: mergeDeep(houseConfig(theme), shaped.config)};
  const compiled = compile(shaped as unknown as TopLevelSpec, {
    config: houseConfig(theme),
    logger: loggerTo(warn),
  });
  return compiled.spec as unknown as ChartSpec;
}

/**
 * Draws a specification as an SVG element, equal to the byte on every machine and at every run. Marks carry their tooltip
 * as `aria-label`; links that do not lead to "#..." or http(s) are left out; data is never fetched.
 *
 * @throws Error when the specification cannot be compiled or asks for data by URL.
 */
export async function renderSvg(spec: ChartSpec, options: RenderOptions = {}): Promise<string> {
  const {widthPx} = options;
  if (widthPx === undefined) return draw(spec, options);
  // The room for axes is known only once they are drawn: draw, see what they took, and draw again.
  let plotPx = widthPx - 80;
  let svg = await draw(spec, {...options, widthPx: plotPx});
  for (let pass = 0; pass < 3; pass++) {
    const excess = svgWidth(svg) - widthPx;
    if (excess === 0 || plotPx - excess < 60) break;
    plotPx -= excess;
    const next = await draw(spec, {...options, widthPx: plotPx});
    if (svgWidth(next) === svgWidth(svg)) break;
    svg = next;
  }
  return svg;
}

async function draw(spec: ChartSpec, options: RenderOptions): Promise<string> {
  const {warn = emitWarning} = options;
  const runtime = vega.parse(compileChart(spec, options) as unknown as vega.Spec);
  const view = new vega.View(runtime, {renderer: "none", loader: refusingLoader, logger: loggerTo(warn)});
  try {
    await view.runAsync();
    describeMarks((view.scenegraph() as unknown as {root: SceneNode}).root);
    return slim(renumberIds(await view.toSVG()));
  } finally {
    view.finalize();
  }
}

const refusingLoader = {
  options: {},
  load: (url: string) => Promise.reject(new Error(`a chart's data must stand in it, but it asks for ${url}`)),
  sanitize: async (url: string) => ({href: /^(#|https?:\/\/)/i.test(url) ? url : null}),
  http: () => Promise.reject(new Error("a chart fetches nothing")),
  file: () => Promise.reject(new Error("a chart reads no file")),
} as unknown as NonNullable<ConstructorParameters<typeof vega.View>[1]>["loader"] & object;

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

/** The specification with the width asked for, its narrow variant where it has one, and without its title if so asked. */
function shapeSpec(spec: ChartSpec, {widthPx, title = true}: RenderOptions): ChartSpec {
  const {narrow} = isRecord(spec.usermeta) ? spec.usermeta : {narrow: null};
  const merged = mergeDeep(spec, widthPx !== undefined && widthPx < NARROW_PX ? narrow : null);
  const {title: _, ...untitled} = merged;
  const shaped = title ? merged : untitled;
  return widthPx === undefined ? shaped : setWidth(shaped, widthPx);
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
