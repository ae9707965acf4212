import {inspect} from "node:util";
import {ESCAPED_TYPE} from "../../markup/html.ts";
import {isWidget, type Widget} from "../../markup/widget.ts";
import type {MimeBundle} from "./output.ts";
import {readTable, tableForNotebook, tableText} from "./table.ts";
import {isA, plainText} from "./traceback.ts";

/** What makes rich forms that the session itself cannot: drawing is the host's. */
export type MimeOptions = {
  /** Draws a Vega or Vega-Lite specification as SVG. */
  renderSvg?: ((spec: Record<string, unknown>) => Promise<string>) | undefined;
  /** Adds to a specification what the page that draws it has to know; nothing unless said otherwise. */
  dressChart?: ((spec: Record<string, unknown>) => Promise<Record<string, unknown>>) | undefined;
  /** Opens a widget in the page, and gives the id of its model; without it, widgets stand still. */
  openWidget?: (widget: Widget) => string;
  colors?: boolean;
};

const WIDGET_TYPE = "application/vnd.jupyter.widget-view+json";

export const JUPYTER_DISPLAY = Symbol.for("Jupyter.display");

/**
 * Every form in which a value can be shown. Rich forms come from the value's own hooks first, then from what it is: a chart
 * specification, a table (danfo DataFrame or Series, Arrow table, array of records), an image. `text/plain` is always there.
 */
export async function toMimeBundle(value: unknown, options: MimeOptions = {}): Promise<MimeBundle> {
  const plain = quickBundle(value, options);
  if (plain) return plain;
  try {
    const rich = await richBundle(value as object, options);
    if (rich) return "text/plain" in rich ? rich : {...rich, "text/plain": inspectSafely(value, options)};
  } catch (error) {
    const why = plainText(isA(error, Error) ? error.message : error);
    return {"text/plain": `${inspectSafely(value, options)}\n[its rich form failed: ${why}]`};
  }
  return {"text/plain": inspectSafely(value, options)};
}

/** The bundle of a value that has no rich form and needs no waiting for; null for all others. */
export function quickBundle(value: unknown, options: MimeOptions): MimeBundle | null {
  if ((typeof value === "object" && value !== null) || typeof value === "function") return null;
  return {"text/plain": inspectSafely(value, options)};
}

/** Up to Node 22, promises carry what leads output home to its cell. */
const TRACKING =
  /,?\s*\[Symbol\((?:async_id_symbol|trigger_async_id_symbol|kResourceStore)\)\]: (?:cell )?(?:\d+|undefined)(?=[\s,}])/g;

/** Node's inspection of a value; where that throws (a getter, a proxy, a hook), what can be said all the same. */
export function inspectSafely(value: unknown, {colors = false}: MimeOptions = {}): string {
  try {
    const text = inspect(value, {colors, depth: 4, maxStringLength: 100_000, breakLength: 100});
    return text.includes("[Symbol(async_id_symbol)]") ? text.replace(TRACKING, "") : text;
  } catch {
    return plainText(value);
  }
}

async function richBundle(value: object, options: MimeOptions): Promise<MimeBundle | null> {
  const own = await ownBundle(value);
  if (own && options.openWidget && isWidget(value))
    return {...own, [WIDGET_TYPE]: {version_major: 2, version_minor: 0, model_id: options.openWidget(value)}};
  if (own) return own;
  const spec = asSpecification(value);
  if (spec) return chartBundle(spec, options);
  const table = readTable(value);
  if (table) return {"text/html": tableForNotebook(table), [ESCAPED_TYPE]: true, "text/plain": tableText(table)};
  const image = value instanceof Uint8Array ? imageType(value) : null;
  if (image) {
    const bytes = value as Uint8Array;
    return {
      [image]: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"),
      "text/plain": `<${image}, ${bytes.length} bytes>`,
    };
  }
  return null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True for {"text/html": ..., ...}: a bundle given as such. */
export function isMimeBundle(value: unknown): value is MimeBundle {
  try {
    const types = isRecord(value) ? Object.keys(value) : [];
    return types.length > 0 && types.every((type) => /^[a-z]+\/[\w.+-]+$/.test(type));
  } catch {
    return false;
  }
}

const REPRESENTATIONS: [hook: string, type: string][] = [
  ["_repr_html_", "text/html"],
  ["_repr_svg_", "image/svg+xml"],
  ["_repr_markdown_", "text/markdown"],
  ["_repr_latex_", "text/latex"],
  ["_repr_json_", "application/json"],
  ["_repr_png_", "image/png"],
  ["_repr_jpeg_", "image/jpeg"],
];

async function ownBundle(value: object): Promise<MimeBundle | null> {
  const display: unknown = Reflect.get(value, JUPYTER_DISPLAY);
  if (typeof display === "function") {
    const bundle: unknown = await display.call(value);
    if (isRecord(bundle)) return bundle;
  }
  const whole: unknown = Reflect.get(value, "_repr_mimebundle_");
  if (typeof whole === "function") {
    const bundle: unknown = await whole.call(value);
    if (isRecord(bundle)) return bundle;
  }
  const bundle: MimeBundle = {};
  for (const [hook, type] of REPRESENTATIONS) {
    const represent: unknown = Reflect.get(value, hook);
    if (typeof represent !== "function") continue;
    const shown: unknown = await represent.call(value);
    if (shown instanceof Uint8Array) bundle[type] = Buffer.from(shown).toString("base64");
    else if (shown !== null && shown !== undefined) bundle[type] = shown;
  }
  return Object.keys(bundle).length > 0 ? bundle : null;
}

type Specification = {kind: "vega" | "vegalite"; spec: Record<string, unknown>};

function asSpecification(value: object): Specification | null {
  const toSpec: unknown = Reflect.get(value, "toSpec");
  const spec: unknown = typeof toSpec === "function" ? toSpec.call(value) : value;
  if (!isRecord(spec) || typeof spec["$schema"] !== "string") return null;
  const match = /\/schema\/(vega|vega-lite)\/v\d/.exec(spec["$schema"]);
  return match ? {kind: match[1] === "vega" ? "vega" : "vegalite", spec} : null;
}

/**
 * A chart is published under the v5 MIME types: JupyterLab knows no others, and draws v6 specifications under them. The SVG
 * beside it is for readers that draw nothing themselves.
 */
async function chartBundle({kind, spec}: Specification, {renderSvg, dressChart}: MimeOptions): Promise<MimeBundle> {
  const title =
    typeof spec["title"] === "string" ? spec["title"] : isRecord(spec["title"]) ? spec["title"]["text"] : "";
  const name = kind === "vega" ? "Vega" : "Vega-Lite";
  const plain = JSON.parse(JSON.stringify(dressChart ? await dressChart(spec) : spec)) as unknown;
  const bundle: MimeBundle = {[`application/vnd.${kind}.v5+json`]: plain};
  if (renderSvg) bundle["image/svg+xml"] = await renderSvg(spec);
  return {...bundle, "text/plain": `<${name} chart${title ? `: ${[title].flat().join(" ")}` : ""}>`};
}

const MAGIC: [type: string, bytes: number[]][] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
];

const imageType = (bytes: Uint8Array): string | null =>
  MAGIC.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
