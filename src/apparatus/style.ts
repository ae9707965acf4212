import {readFileSync} from "node:fs";
import {FONT_PROPERTIES, TONE_CLASSES, toneProperties} from "../charts/theme.ts";
import type {Html} from "../markup/html.ts";

/** The style sheet for everything that this folder prints; a report is built with it (`styles`). */
export function editionStyle(): string {
  return readSheet("edition.css");
}

/** Markup of this folder as a notebook shows it by itself: in the house's type and colours, in the notebook's light or dark. */
export function inNotebook(markup: Html): Html {
  return markup.withStyle(notebookStyle());
}

let sheet: string | undefined;

const readSheet = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

/**
 * One sheet, whose every rule holds inside of `.variorum` alone. The class stands twice in the selector, so that a notebook's own
 * rules for tables and links give way. JupyterLab and VS Code say on the body which of the two it is; a paper is theirs.
 */
export function notebookStyle(): string {
  sheet ??= writeSheet();
  return sheet;
}

function writeSheet(): string {
  const box = "color:var(--ink);font:15px/1.5 var(--sans);max-width:1120px;overflow-wrap:break-word";
  return shorten(`.variorum{${toneProperties("light")};${FONT_PROPERTIES}}
:is([data-jp-theme-light="false"],.vscode-dark) .variorum{${toneProperties("dark")}}
.variorum{--paper:var(--jp-layout-color0,transparent)}
.variorum.variorum{${box};${readSheet("notebook.css")}${TONE_CLASSES}${readSheet("edition.css")}}`);
}

/** The same rules without comments and indentation: every output of a notebook carries them. */
function shorten(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .trim();
}
