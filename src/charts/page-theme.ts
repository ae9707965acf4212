import {INK, TONES} from "./theme.ts";

/** The dark of JupyterLab's charts (vega-themes' "dark" has #333333) is no black: lines and bands need more light there. */
const ON_GREY: Readonly<Record<string, string>> = {
  [INK.muted.light]: "#c1c3c4",
  [INK.rule.light]: "#505357",
  [INK.axis.light]: "#94979b",
  [INK.band.light]: "#4a4d52",
};

/** Paler shades of what is explained lie between it and the paper, on either. */
const SHADES: [string, string][] = [
  ["#7fa9cf", "#5a80a2"],
  ["#c5d6e6", "#435361"],
];
const DARK = new Map<string, string>([
  ...TONES.map(([, {light, dark}]): [string, string] => [light, ON_GREY[light] ?? dark]),
  ...SHADES,
]);

/** Parts that hold no colours to draw with: rows and what is asked of them, and what only we read. */
const SKIPPED = new Set(["data", "datasets", "transform", "domain", "datum", "usermeta", "category"]);

/** What the page decides: its paper; and, as JupyterLab's Vega-Lite takes any object for a yes, what is clipped in narrow pictures. */
const isThePages = ([key, value]: [string, unknown]): boolean =>
  (key === "background" && value === INK.paper.light) || (key === "clip" && typeof value === "object");

/**
 * A specification whose colours of the house follow the paper that a page gives it: each becomes an expression that asks whether the
 * chart's background, which is the page's and no longer the specification's own, is dark. Vega knows it once the page draws.
 */
export function fitPage(node: unknown): unknown {
  if (typeof node === "string") {
    const dark = DARK.get(node);
    return dark === undefined ? node : {expr: `luminance(background) < 0.2 ? "${dark}" : "${node}"`};
  }
  if (Array.isArray(node)) return node.map(fitPage);
  if (typeof node !== "object" || node === null) return node;
  const own = Object.entries(node).filter((entry) => !isThePages(entry));
  return Object.fromEntries(own.map(([key, value]) => [key, SKIPPED.has(key) ? value : fitPage(value)]));
}
