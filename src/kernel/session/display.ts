import {type HtmlValue, html as makeHtml} from "../../markup/html.ts";
import {isMimeBundle, type MimeOptions, quickBundle, toMimeBundle} from "./mime.ts";
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
  /** What needs no waiting for is shown at once, also from the middle of a loop. */
  const send = (value: unknown, event: (data: MimeBundle) => SessionEvent) => {
    const ready = isMimeBundle(value) ? value : quickBundle(value, options);
    put(ready ? event(ready) : toMimeBundle(value, options).then(event));
  };
  const show = (type: string, text: string) =>
    put({type: "display", data: {[type]: text, "text/plain": text}, metadata: {}});
  return {
    display(value, {id, metadata = {}} = {}) {
      const displayId = id ?? `display-${++displays}`;
      send(value, (data) => ({type: "display", data, metadata, displayId}));
      const update = (next: unknown) => send(next, (data) => ({type: "update", data, metadata, displayId}));
      return new DisplayHandle(displayId, update);
    },
    html(markup, ...values) {
      if (!isTemplate(markup)) return void show("text/html", String(markup));
      send(makeHtml(markup, ...(values as HtmlValue[])), (data) => ({type: "display", data, metadata: {}}));
    },
    markdown: (text, ...values) =>
      show("text/markdown", isTemplate(text) ? String.raw({raw: text}, ...values) : String(text)),
    svg: (markup, ...values) =>
      show("image/svg+xml", String(isTemplate(markup) ? makeHtml(markup, ...(values as HtmlValue[])) : markup)),
    clearOutput: (wait = false) => put({type: "clear", wait}),
  };
}

const isTemplate = (value: unknown): value is TemplateStringsArray => Array.isArray(value) && "raw" in value;
