import {readFileSync} from "node:fs";

/** The style sheet for everything that this folder prints; a report is built with it (`styles`). */
export function editionStyle(): string {
  return readFileSync(new URL("edition.css", import.meta.url), "utf8");
}
