import assert from "node:assert/strict";
import {closeSync, openSync, readFileSync, writeSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {startProgress} from "../../src/cli/progress.ts";
import {makeFolder} from "./run-cli.ts";

const CLEAR = "\r\u001b[K";

/** Works without a pause, as reading and comparing do. */
function keepBusy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** What a terminal would have got. */
function record(isTTY: boolean, columns: number, work: (progress: ReturnType<typeof startProgress>) => void): string {
  const path = join(makeFolder(), "terminal");
  const fd = openSync(path, "w");
  const progress = startProgress({isTTY, fd, columns, write: (text) => writeSync(fd, text)});
  work(progress);
  progress.end();
  const written = readFileSync(path, "utf8");
  closeSync(fd);
  return written;
}

test("nothing is shown in the first second, nor where there is no terminal", () => {
  const quick = (progress: ReturnType<typeof startProgress>) => {
    progress.step("reading");
    keepBusy(200);
  };
  assert.equal(record(true, 80, quick), "");
  assert.equal(
    record(false, 80, () => keepBusy(1500)),
    "",
  );
});

test("after a second the line tells what is done, fits the terminal, and is gone in the end", () => {
  const written = record(true, 20, (progress) => {
    progress.step("comparing the articles, sentence by sentence");
    keepBusy(2500);
    progress.note("skipped a.txt");
    progress.end();
    progress.note("skipped b.txt");
  });
  const shown = written.split(CLEAR);
  assert.match(shown[1] ?? "", /^\d s {2}comparing the $/);
  assert.equal(shown.at(-1), "skipped a.txt\nskipped b.txt\n");
  for (const line of shown.slice(0, -1)) assert.ok(line.length < 20, line);
});
