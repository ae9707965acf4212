import assert from "node:assert/strict";
import {test} from "node:test";
import {findQuoted} from "../../src/reuse/quoted.ts";

// paragraph -> what is quoted in it
const CASES: readonly (readonly [string, readonly string[]])[] = [
  [`He said "wait here" twice.`, ["wait here"]],
  ["“Go,” she said. “Now.”", ["Go,", "Now."]],
  ['He called it “urgent" on Monday.', ["urgent"]],
  ["“It began. It went on.", ["It began. It went on."]],
  [`I saw nothing. Nobody did," he said.`, ["I saw nothing. Nobody did,"]],
  ["The mayor said 'we are ready' and left.", ["we are ready"]],
  ["The boosters' weight isn't known; it's the company's secret.", []],
  [`The "sharp, left-hand curve" has a limit`, ["sharp, left-hand curve"]],
  [`She said "go home. Nobody went. He said "stay" then.`, ["go home. Nobody went. He said ", "stay"]],
  ["", []],
];

test("quoted parts of a paragraph", () => {
  for (const [paragraph, expected] of CASES) {
    const found = findQuoted(paragraph).map(({start, end}) => paragraph.slice(start, end));
    assert.deepEqual(found, expected, paragraph);
  }
});
