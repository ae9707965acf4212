import {randomUUID} from "node:crypto";
import {currentRun} from "../session/output.ts";

/** tslab's public display functions over this kernel's output, so that notebooks written for tslab run unchanged. */
export class TslabDisplay {
  readonly #displayId: string | null;
  #shown = false;

  constructor(displayId: string | null) {
    this.#displayId = displayId;
  }

  javascript = (text: string): void => this.raw("text/javascript", text);
  html = (text: string): void => this.raw("text/html", text);
  markdown = (text: string): void => this.raw("text/markdown", text);
  latex = (text: string): void => this.raw("text/latex", text);
  svg = (text: string): void => this.raw("image/svg+xml", text);
  text = (text: string): void => this.raw("text/plain", text);
  png = (bytes: Uint8Array): void => this.raw("image/png", bytes);
  jpeg = (bytes: Uint8Array): void => this.raw("image/jpeg", bytes);
  gif = (bytes: Uint8Array): void => this.raw("image/gif", bytes);
  pdf = (bytes: Uint8Array): void => this.raw("application/pdf", bytes);

  raw = (type: string, content: string | Uint8Array): void => {
    const value = typeof content === "string" ? content : Buffer.from(content).toString("base64");
    const shown = {data: {[type]: value}, metadata: {}};
    const displayId = this.#displayId;
    const run = currentRun();
    if (displayId === null) run?.emit({type: "display", ...shown});
    else run?.emit({type: this.#shown ? "update" : "display", ...shown, displayId});
    this.#shown = true;
  };
}

/** The module "tslab" as cells of this kernel see it. */
export const tslab = {
  display: new TslabDisplay(null),
  newDisplay: (): TslabDisplay => new TslabDisplay(randomUUID()),
};
