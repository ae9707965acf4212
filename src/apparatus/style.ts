import {readFileSync} from "node:fs";
import {INK, RELATION_TONES, SANS, type Theme, type Tone, WITNESS_TONES} from "../charts/theme.ts";
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
  const tones: [string, Tone][] = [
    ...Object.entries(INK),
    ...Object.entries(RELATION_TONES),
    ...WITNESS_TONES.map((tone, index): [string, Tone] => [`s${index + 1}`, tone]),
  ];
  const properties = (theme: Theme) => tones.map(([name, tone]) => `--${name}:${tone[theme]}`).join(";");
  const classes = [
    ...WITNESS_TONES.map((_, index) => `.s${index + 1}{color:var(--s${index + 1})}`),
    ...Object.keys(RELATION_TONES).map((name) => `.tone-${name}{color:var(--${name})}`),
  ];
  const fonts = `--sans:${SANS};--serif:Charter,"Bitstream Charter",Georgia,"Liberation Serif",serif`;
  const box = "color:var(--ink);font:15px/1.5 var(--sans);max-width:1120px;overflow-wrap:break-word";
  return shorten(`.variorum{${properties("light")};${fonts}}
:is([data-jp-theme-light="false"],.vscode-dark) .variorum{${properties("dark")}}
.variorum{--paper:var(--jp-layout-color0,transparent)}
.variorum.variorum{${box};${readSheet("notebook.css")}${classes.join("")}${readSheet("edition.css")}}`);
}

/** The same rules without comments and indentation: every output of a notebook carries them. */
function shorten(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .trim();
}
