import assert from "node:assert/strict";
import {test} from "node:test";
import {foldSpelling} from "../../src/words/spelling.ts";

/** House spellings of one word. */
const TOGETHER = `
  organised organized
  Organisations organizations
  analysed analyzed
  colour color
  neighbouring neighboring
  honours honors
  centre center
  kilometres kilometers
  theatre theater
  travelled traveled
  cancelling canceling
  defence defense
  dialogue dialog
  judgement judgment
  archaeologists archeologists
  programmes programs
  towards toward
  amongst among
  advisers advisors
  cease-fire ceasefire
  businesslike business-like
  U.S US
  U.N UN
  p.m pm
  re-entry reentry
  Zürich Zurich
  Zelenskyy Zelensky Zelenskiy Zelenski
  Zelenskyy's Zelensky's Zelensky’s
  Sergei Sergey
`;

/** Different words that look like house spellings. */
const APART = `
  filled filed
  refilled refiled
  polled poled
  four for
  hour hor
  tour tor
  US us
  IT it
  WHO who
  a.m am
  re-sign resign
  co-op coop
  later latter
  planed planned
  to too
  off of
  lose loose
  desert dessert
  prize prise
  Kyiv Kiev
  realise realist
  12-story 12story
  cars car's
`;

const lines = (table: string) =>
  table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" "));

for (const words of lines(TOGETHER)) {
  test(`one word: ${words.join(" ")}`, () => assert.equal(new Set(words.map(foldSpelling)).size, 1));
}

for (const words of lines(APART)) {
  test(`different words: ${words.join(" ")}`, () => assert.equal(new Set(words.map(foldSpelling)).size, words.length));
}

test("folding twice changes no more than folding once", () => {
  for (const word of [...lines(TOGETHER), ...lines(APART)].flat())
    assert.equal(foldSpelling(foldSpelling(word)), foldSpelling(word));
});
