import {escapeHtml} from "../markup/html.ts";
import {wrapText} from "./text-width.ts";
import {SANS} from "./theme.ts";

export interface Heading {
  title: string;
  subtitle: string;
}

/** The width that an SVG element states, in whole px; 0 where it states none. */
export const svgWidth = (svg: string): number => Math.round(Number(/ width="([\d.]+)"/.exec(svg)?.[1] ?? 0));

/** Vega counts clip paths and gradients over the life of the process; here they count from 0 in each picture. */
export function renumberIds(svg: string): string {
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
export function slimSvg(svg: string): string {
  const font = ` font-family="${escapeHtml(SANS)}"`;
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

/** A label that leads where its mark or another label does is no second stop for the keyboard. */
export function skipLabels(svg: string): string {
  const reached = new Set([...svg.matchAll(/<a xlink:href="([^"]*)"><(?!text)/g)].map(([, href]) => href));
  return svg.replace(/<a xlink:href="([^"]*)"(?=><text)/g, (link, href: string) => {
    if (reached.has(href)) return `${link} tabindex="-1"`;
    reached.add(href);
    return link;
  });
}

const TITLE = {size: 16, line: 20, weight: 700};
const SUBTITLE = {size: 13, line: 17, weight: 400};
const AIR_PX = 10;

/** The picture with its title above it, cut into lines that fit: Vega cuts none. */
export function addTitle(svg: string, {title, subtitle}: Heading, colours: {ink: string; muted: string}): string {
  const width = svgWidth(svg);
  const lines = [
    // Bold is about 7% wider than the face that lines are measured in.
    ...wrapText(title, (width - 8) / 1.07, TITLE.size, 6).map((text) => ({text, ...TITLE, fill: colours.ink})),
    ...wrapText(subtitle, width - 8, SUBTITLE.size, 6).map((text) => ({text, ...SUBTITLE, fill: colours.muted})),
  ];
  let y = 4;
  const written = lines.map(({text, size, line, weight, fill}) => {
    y += line;
    return `<text x="0" y="${y - 4}" font-size="${size}px" font-weight="${weight}" fill="${fill}">${escapeHtml(text)}</text>`;
  });
  const above = y + AIR_PX;
  const [, open = "", paper = "", rest = ""] = /^(<svg [^>]*>)(<rect [^>]*>)?(.*)<\/svg>$/s.exec(svg) ?? [];
  const total = Number(/ height="([\d.]+)"/.exec(open)?.[1] ?? 0) + above;
  const taller = (tag: string) =>
    tag
      .replace(/ height="[^"]*"/, ` height="${total}"`)
      .replace(/ viewBox="[^"]*"/, ` viewBox="0 0 ${width} ${total}"`);
  return `${taller(open)}${taller(paper)}${written.join("")}<g transform="translate(0,${above})">${rest}</g></svg>`;
}
