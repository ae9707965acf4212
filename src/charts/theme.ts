/** Version 5 is what JupyterLab draws too. */
export const SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

/** A colour on light and on dark paper. Charts are drawn with the light one; the page's style sheet swaps it for the dark one. */
export interface Tone {
  light: string;
  dark: string;
}

export type Theme = "light" | "dark";

/** Paper, ink and the lines between: no two share a light value, so a style sheet can tell them apart by it. */
export const INK = {
  paper: {light: "#fdfdfb", dark: "#15171a"},
  ink: {light: "#1b1b1a", dark: "#e8e6e1"},
  muted: {light: "#5f605d", dark: "#a5a7a6"},
  rule: {light: "#dcdbd6", dark: "#383b3f"},
  axis: {light: "#8f8f8a", dark: "#74777b"},
  band: {light: "#ebeae5", dark: "#2a2d31"},
} as const satisfies Record<string, Tone>;

/** Three tones only: what agrees, a difference that is explained, and a conflict. */
export const RELATION_TONES = {
  same: {light: "#868681", dark: "#9a9c9e"},
  explained: {light: "#1a66a8", dark: "#74b4ec"},
  conflict: {light: "#c03a12", dark: "#ff8a5e"},
} as const satisfies Record<string, Tone>;

export type RelationTone = keyof typeof RELATION_TONES;

/**
 * Three tones only: a conflict, a difference that is explained, no difference.
 *
 * @example toneOf("rounded") // => "explained"
 */
export function toneOf(relation: string): RelationTone {
  return relation === "conflict" ? "conflict" : relation === "same" ? "same" : "explained";
}

/**
 * Colours of the witnesses, from Okabe and Ito, "Color universal design" (2008). Blue and vermilion come last: they also say
 * "explained" and "conflict". Yellow and sky are darkened on light paper, blue and black lightened on dark, to keep 3:1.
 */
export const WITNESS_TONES: readonly Tone[] = [
  {light: "#009e73", dark: "#1fbf92"},
  {light: "#d98e00", dark: "#e69f00"},
  {light: "#b8578a", dark: "#cc79a7"},
  {light: "#000000", dark: "#ffffff"},
  {light: "#2e93cf", dark: "#56b4e9"},
  {light: "#a89a00", dark: "#f0e442"},
  {light: "#0072b2", dark: "#4da6e0"},
  {light: "#d55e00", dark: "#f07d2b"},
];

/** One shape each, in the order of `WITNESS_TONES`; Vega's names. */
export const WITNESS_SHAPES = [
  "circle",
  "square",
  "diamond",
  "triangle-up",
  "triangle-down",
  "cross",
  "triangle-right",
  "triangle-left",
] as const;

/** Metric-compatible on every system, so that what `measureText` lays out fits; see text-width-table.ts. */
export const SANS = 'Helvetica, Arial, "Liberation Sans", sans-serif';
const SERIF = 'Charter, "Bitstream Charter", Georgia, "Liberation Serif", serif';

/** Every colour that changes with the paper, by its name in a style sheet; the witnesses' are s1, s2 ... */
export const TONES: readonly (readonly [name: string, tone: Tone])[] = [
  ...Object.entries(INK),
  ...Object.entries(RELATION_TONES),
  ...WITNESS_TONES.map((tone, index): [string, Tone] => [`s${index + 1}`, tone]),
];

/** The colours as custom properties, for a rule of a style sheet: "--paper:#fdfdfb;--ink:..." */
export const toneProperties = (theme: Theme): string =>
  TONES.map(([name, tone]) => `--${name}:${tone[theme]}`).join(";");

export const FONT_PROPERTIES = `--sans:${SANS};--serif:${SERIF}`;

/** The classes of witnesses (s1 ...) and relations (tone-conflict ...). */
export const TONE_CLASSES = [
  ...WITNESS_TONES.map((_, index) => `.s${index + 1}{color:var(--s${index + 1})}`),
  ...Object.keys(RELATION_TONES).map((name) => `.tone-${name}{color:var(--${name})}`),
].join("\n");

/** The Vega and Vega-Lite configuration of the house: no frame, quiet axes, direct labels, numbers with commas. */
export function houseConfig(theme: Theme = "light"): Record<string, unknown> {
  const ink = (name: keyof typeof INK) => INK[name][theme];
  const title = {anchor: "start", frame: "group", font: SANS, color: ink("ink"), offset: 12} as const;
  return {
    background: ink("paper"),
    font: SANS,
    padding: {left: 0, right: 2, top: 4, bottom: 4},
    title: {
      ...title,
      fontSize: 16,
      fontWeight: 700,
      subtitleFontSize: 13,
      subtitleColor: ink("muted"),
      subtitlePadding: 4,
    },
    axis: {
      labelFont: SANS,
      labelFontSize: 13,
      labelColor: ink("muted"),
      labelPadding: 6,
      labelLimit: 240,
      titleFont: SANS,
      titleFontSize: 13,
      titleFontWeight: 400,
      titleColor: ink("muted"),
      titlePadding: 8,
      domainColor: ink("axis"),
      gridColor: ink("rule"),
      tickColor: ink("axis"),
      tickSize: 4,
    },
    axisY: {domain: false, ticks: false, labelColor: ink("ink")},
    axisQuantitative: {tickCount: 6},
    header: {labelFont: SANS, labelFontSize: 13, labelFontWeight: 700, labelColor: ink("ink"), title: null},
    legend: {labelFont: SANS, labelFontSize: 13, labelColor: ink("ink"), titleFont: SANS, titleFontSize: 13},
    view: {stroke: null, continuousWidth: 500},
    text: {font: SANS, fontSize: 13, color: ink("ink")},
    rule: {color: ink("axis")},
    bar: {color: RELATION_TONES.explained[theme]},
    point: {filled: true, size: 90, opacity: 1, color: RELATION_TONES.explained[theme]},
    line: {strokeWidth: 2, color: RELATION_TONES.explained[theme]},
    range: {category: WITNESS_TONES.map((tone) => tone[theme]), symbol: WITNESS_SHAPES},
  };
}
