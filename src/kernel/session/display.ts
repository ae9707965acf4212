import {type HtmlValue, html as makeHtml} from "../../markup/html.ts";
import {isMimeBundle, type MimeOptions, toMimeBundle} from "./mime.ts";
import {currentRun, type MimeBundle, type Run, type SessionEvent} from "./output.ts";

/** Shows the same place again with another value. */
export class DisplayHandle {
  readonly id: string;
  readonly update: (value: unknown) => void;

  constructor(id: string, update: (value: unknown) => void) {
    this.id = id;
    this.update = update;
  }
}

/** The functions that every cell finds without importing them. */
export type DisplayFunctions = {
  /** Shows a value in its richest form, or a MIME bundle as it is. With `id`, a later display or update can replace it. */
  display: (value: unknown, options?: {id?: string; metadata?: Record<string, unknown>}) => DisplayHandle;
  /** Shows markup: html("<b>…</b>"), or html`<b>${text}</b>` with the holes escaped. */
  html: (markup: unknown, ...values: unknown[]) => void;
  markdown: (text: unknown, ...values: unknown[]) => void;
  svg: (markup: unknown, ...values: unknown[]) => void;
  clearOutput: (wait?: boolean) => void;
};

let displays = 0;

/** Makes the display functions of one session; what a run shows late still goes to that run's cell. */
export function makeDisplay(options: MimeOptions, fallback: () => Run | null): DisplayFunctions {
  const put = (event: SessionEvent | Promise<SessionEvent | null>) => (currentRun() ?? fallback())?.emit(event);
  const bundleOf = async (value: unknown): Promise<MimeBundle> =>
    isMimeBundle(value) ? value : toMimeBundle(value, options);
  const update = (displayId: string, value: unknown, metadata = {}) =>
    put(bundleOf(value).then((data) => ({type: "update", data, metadata, displayId})));
  const show = (type: string, text: string) =>
    put({type: "display", data: {[type]: text, "text/plain": text}, metadata: {}});
  return {
    display(value, {id, metadata = {}} = {}) {
      const displayId = id ?? `display-${++displays}`;
      const named = id === undefined ? {} : {displayId};
      put(bundleOf(value).then((data) => ({type: "display", data, metadata, displayId, ...named})));
      return new DisplayHandle(displayId, (next) => update(displayId, next, metadata));
    },
    html(markup, ...values) {
      if (!isTemplate(markup)) return void show("text/html", String(markup));
      const data = bundleOf(makeHtml(markup, ...(values as HtmlValue[])));
      put(data.then((bundle) => ({type: "display", data: bundle, metadata: {}})));
    },
    markdown: (text, ...values) => show("text/markdown", fill(text, values, String)),
    svg: (markup, ...values) => show("image/svg+xml", fill(markup, values, escapeHtml)),
    clearOutput: (wait = false) => put({type: "clear", wait}),
  };
}

const isTemplate = (value: unknown): value is TemplateStringsArray => Array.isArray(value) && "raw" in value;

function fill(template: unknown, values: unknown[], write: (value: unknown) => string): string {
  if (!isTemplate(template)) return String(template);
  return template.map((text, n) => (n === 0 ? String(text) : write(values[n - 1]) + String(text))).join("");
}

/** Escapes what is text; markup that a library made (an object that writes itself as markup) stays as it is. */
function escapeHtml(value: unknown): string {
  if (Array.isArray(value)) return value.map(escapeHtml).join("");
  if (typeof value === "object" && value !== null && value.constructor.name === "Html") return String(value);
  return String(value ?? "").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
