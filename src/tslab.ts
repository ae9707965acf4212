// What `import ... from "variorum"` finds in tslab, which reads "main" and "types" and calls require: all of the package, and the
// display functions that this project's kernel gives to every cell.
import {inspect} from "node:util";
import {inspectSafely, isMimeBundle, JUPYTER_DISPLAY} from "./kernel/session/mime.ts";
import {readTable, tableForNotebook} from "./kernel/session/table.ts";
import {Html, type HtmlValue, html as makeHtml} from "./markup/html.ts";
import {Widget} from "./markup/widget.ts";

export * from "./index.ts";

declare global {
  /** Shows a value in its richest form, and another in its place. */
  function display(value: unknown): {update(value: unknown): void};
  /** Shows text as Markdown. */
  function markdown(text: string): void;
  /** Shows markup: html("<b>…</b>"), or html`<b>${text}</b>` with the holes escaped. */
  function html(markup: string | TemplateStringsArray, ...values: HtmlValue[]): void;
}

/** tslab's public display functions, as far as they are used. */
type TslabDisplay = {
  html(text: string): void;
  markdown(text: string): void;
  text(text: string): void;
  raw(type: string, content: unknown): void;
};
type TslabHost = {require: (name: string) => {display: TslabDisplay; newDisplay(): TslabDisplay}};

const host: unknown = Reflect.get(globalThis, "__tslab__");
if (isTslab(host)) {
  const {display, newDisplay} = host.require("tslab");
  Object.assign(globalThis, {
    display(value: unknown) {
      const place = newDisplay();
      showIn(place, value);
      return {update: (next: unknown) => showIn(place, next)};
    },
    markdown: (text: string) => display.markdown(text),
    html: (markup: string | TemplateStringsArray, ...values: HtmlValue[]) =>
      display.html(typeof markup === "string" ? markup : makeHtml(markup, ...values).toString()),
  });
  // tslab prints a cell's last value as Node inspects it, so what is markup shows itself there.
  for (const {prototype} of [Html, Widget]) {
    Reflect.set(prototype, inspect.custom, function show(this: object) {
      showIn(display, this);
      return "";
    });
  }
}

function isTslab(value: unknown): value is TslabHost {
  return typeof value === "object" && value !== null && "require" in value && typeof value.require === "function";
}

/** tslab shows one form at a time, and at once: markup, a chart as JupyterLab draws it, a table, else text. */
function showIn(display: TslabDisplay, value: unknown): void {
  const markup = typeof value === "object" && value !== null ? markupOf(value) : null;
  if (markup !== null) display.html(markup);
  else if (isChart(value)) display.raw("application/vnd.vegalite.v5+json", JSON.parse(JSON.stringify(value)));
  else display.text(inspectSafely(value));
}

function markupOf(value: object): string | null {
  const own: unknown = Reflect.get(value, JUPYTER_DISPLAY);
  const bundle: unknown = typeof own === "function" ? own.call(value) : isMimeBundle(value) ? value : null;
  const markup: unknown = typeof bundle === "object" && bundle !== null ? Reflect.get(bundle, "text/html") : undefined;
  if (typeof markup === "string") return markup;
  const table = readTable(value);
  return table === null ? null : tableForNotebook(table);
}

function isChart(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("$schema" in value)) return false;
  return typeof value.$schema === "string" && value.$schema.includes("/vega-lite/");
}
