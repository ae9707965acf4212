import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {FONT_PROPERTIES, TONE_CLASSES, TONES, toneProperties} from "../charts/render.ts";
import {type Html, html} from "../markup/html.ts";

export interface Page {
  title: string;
  /** What stands in the page's head line at the right, beside the way back. */
  note?: Html | string;
  /** Address of the index page; null on the index itself. */
  home: string | null;
  main: Html;
  /** Style sheets after the page's own, for markup that outputs bring. */
  styles?: readonly string[];
  /** Scripts before the page's own, such as a chart runtime. */
  scripts?: readonly string[];
}

const asset = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

/**
 * A whole page in one file. It fetches nothing, and its Content-Security-Policy lets no script or style run but the ones
 * written here, by their hashes: even markup that slipped through escaping could not act.
 */
export function renderPage({title, note, home, main, styles = [], scripts = []}: Page): string {
  const style = [toneSheet(), asset("page.css"), ...styles].join("\n");
  const code = [...scripts, asset("page-script.js")];
  const policy = [
    "default-src 'none'",
    `script-src ${code.map(hashSource).join(" ")}`,
    `style-src ${hashSource(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="${html.unsafe("data:,")}">
${html.unsafe(`<style>${style}</style>`)}
</head>
<body>
<header class="masthead">${home === null ? html`<b>Variorum</b>` : html`<a href="${home}"><b>Variorum</b></a>`}
${note && html`<span>${note}</span>`}</header>
<main>
${main}
</main>
<aside id="panel" class="panel" role="dialog" aria-label="Detail" tabindex="-1" hidden>
<button type="button" class="close">Close <kbd>Esc</kbd></button>
<div class="panel-body"></div>
</aside>
<div id="tooltip" class="tooltip" role="status" hidden></div>
${code.map((script) => html.unsafe(`<script>${script}</script>\n`))}</body>
</html>
`;
  return page.toString();
}

const hashSource = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * The theme as custom properties. Charts carry the light colours as attributes, so that a picture that leaves the page stays
 * whole; in the dark the sheet swaps each for its counterpart. Print is always light.
 */
function toneSheet(): string {
  const swaps = TONES.flatMap(([name, {light}]) => [
    `.chart svg [fill="${light}"]{fill:var(--${name})}`,
    `.chart svg [stroke="${light}"]{stroke:var(--${name})}`,
  ]);
  return [
    `:root{${toneProperties("light")};${FONT_PROPERTIES}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${toneProperties("dark")}}${swaps.join("")}}`,
    TONE_CLASSES,
  ].join("\n");
}
