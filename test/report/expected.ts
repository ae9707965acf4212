import assert from "node:assert/strict";
import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";

/**
 * Compares text with a file. On a difference the text is written beside it as NAME-changed.EXT, to be opened, and to be moved over
 * the expected one where it is right.
 */
export function assertExpected(actual: string, file: URL): void {
  const changed = new URL(file.href.replace(/(\.\w+)$/, "-changed$1"));
  const expected = existsSync(file) ? readFileSync(file, "utf8") : null;
  if (actual === expected) {
    rmSync(changed, {force: true});
    return;
  }
  writeFileSync(changed, actual);
  assert.fail(
    `differs from ${file.pathname}: open ${changed.pathname}, and move it over the expected file where it is right`,
  );
}
