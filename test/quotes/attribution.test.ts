import assert from "node:assert/strict";
import {test} from "node:test";
import {CASES} from "./cases.ts";
import {drawRow, quotationsIn} from "./plain-article.ts";

for (const {why, text, rows} of CASES)
  test(`attribution: ${why}`, () => {
    assert.deepEqual(quotationsIn(text).map(drawRow), rows);
  });

test("the role and the place of the name are given", () => {
  const [row] = quotationsIn("Russian Foreign Minister Oleg Petrov said talks went on.");
  assert.equal(row?.speakerRole, "Russian Foreign Minister");
  assert.deepEqual([row?.speakerStart, row?.speakerEnd], [25, 36]);
  assert.deepEqual([row?.cueStart, row?.cueEnd], [37, 41]);
});

test("a headline's words are given to who says them in the article", () => {
  const rows = quotationsIn(
    "Driver Joe Park said he “blacked out” at the bend.",
    "Tram driver ‘blacked out’ before crash",
  );
  assert.deepEqual(
    rows.map((row) => [row.field, row.kind, row.speaker]),
    [
      ["title", "mixed", "Joe Park"],
      ["text", "mixed", "Joe Park"],
    ],
  );
});
