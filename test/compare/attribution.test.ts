import assert from "node:assert/strict";
import {test} from "node:test";
import {joinSpeakers, type PlacedNumber} from "../../src/compare/attribution.ts";
import {quotationsIn} from "../quotes/plain-article.ts";

/** Each number of the text with who says it; null is the narrator. */
function whoSays(text: string): [string, string | null][] {
  const mentions: PlacedNumber[] = [...text.matchAll(/\d+(?:,\d{3})*/g)].map((number) => ({
    article: "plain",
    field: "text",
    numberStart: number.index,
    numberEnd: number.index + number[0].length,
  }));
  const speakers = joinSpeakers(mentions, quotationsIn(text));
  return mentions.map((mention, i) => [text.slice(mention.numberStart, mention.numberEnd), speakers[i]!.speaker]);
}

const CASES: [why: string, text: string, speakers: [string, string | null][]][] = [
  [
    "the narrator's own number beside a speaker's",
    "The quake struck 9 villages. Governor Ana Ruiz said 40 people had died.",
    [
      ["9", null],
      ["40", "Ana Ruiz"],
    ],
  ],
  [
    "carried over a pronoun",
    "Regional leader Ivan Bondar spoke on Monday. He said 12 towns had no water and 6 no heat.",
    [
      ["12", "Ivan Bondar"],
      ["6", "Ivan Bondar"],
    ],
  ],
  [
    "who is shocked does not count",
    "Mayor Ann Lee said she was “horrified” by a shooting that left 50 people dead. She said 12 of them were children.",
    [
      ["50", null],
      ["12", "Ann Lee"],
    ],
  ],
  [
    "who counts and is shocked counts",
    "Mayor Ann Lee said 50 people were dead and she was shocked by it.",
    [["50", "Ann Lee"]],
  ],
  [
    "not carried into the next sentence",
    "The United Nations said 691 people were killed. To date, 3,000,000 people have fled.",
    [
      ["691", "The United Nations"],
      ["3,000,000", null],
    ],
  ],
  [
    "the innermost of two",
    "Police said a witness told them that 3 men ran away, Reuters reported.",
    [["3", "a witness"]],
  ],
  [
    "an age belongs to the narrator",
    "Mia Chen, 30, said 2 cars burned.",
    [
      ["30", null],
      ["2", "Mia Chen"],
    ],
  ],
  [
    "according to",
    "Some 20,000 people left in 4,000 cars, according to the mayor's office.",
    [
      ["20,000", "the mayor's office"],
      ["4,000", "the mayor's office"],
    ],
  ],
  ["inside direct speech", "“We counted 15 boats,” Lund said.", [["15", "Lund"]]],
];

for (const [why, text, speakers] of CASES)
  test(`speaker of a quantity: ${why}`, () => {
    assert.deepEqual(whoSays(text), speakers);
  });

test("articles and fields stay apart", () => {
  const quotations = quotationsIn("Lund said 15 boats sank.", null, "other");
  const mention = {article: "plain", field: "text", numberStart: 10, numberEnd: 12} as const;
  assert.equal(joinSpeakers([mention], quotations)[0]?.speaker, null);
  assert.equal(joinSpeakers([{...mention, article: "other"}], quotations)[0]?.speaker, "Lund");
  assert.equal(joinSpeakers([{...mention, article: "other", field: "title"}], quotations)[0]?.speaker, null);
});

test("the order of the mentions does not matter", () => {
  const quotations = quotationsIn("Lund said 15 boats sank and 20 left. Police said 30 came.");
  const mentions = [50, 10, 28].map(
    (at) => ({article: "plain", field: "text", numberStart: at, numberEnd: at + 2}) as const,
  );
  assert.deepEqual(
    joinSpeakers(mentions, quotations).map(({speaker}) => speaker),
    ["Police", "Lund", "Lund"],
  );
});
