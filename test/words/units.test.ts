import assert from "node:assert/strict";
import {test} from "node:test";
import {readFolding} from "../../src/words/folding.ts";
import {chooseUnit, readArticleUnits, readSentenceUnits} from "../../src/words/units.ts";

const CASES: [articlesOfOutlets: number[], unit: string, why: string][] = [
  [[1, 1, 1, 1, 1], "sentence", "one article an outlet"],
  [[1], "sentence", "one outlet"],
  [[], "sentence", "nothing"],
  [[6, 6], "sentence", "462 deals"],
  [[7, 7], "article", "1,716 deals"],
  [[2, 2, 2, 2], "sentence", "105 deals, for the four pairs are alike"],
  [[3, 3, 3], "sentence", "280 deals"],
  [[2, 3, 4], "article", "1,260 deals"],
  [[4, 1, 1], "sentence", "15 deals"],
];

for (const [sizes, unit, why] of CASES) {
  test(`articles by outlet ${sizes.join("+") || "none"}: ${unit}, ${why}`, () => {
    const groups = sizes.flatMap((size, group) => Array.from({length: size}, () => group));
    assert.equal(chooseUnit(groups), unit);
  });
}

const run = (text: string) => {
  const written = text.split(" ");
  const words = written.map((word) => word.toLowerCase());
  return {words, written, keys: words.map((word) => word.replace("organised", "organized"))};
};

test("a sentence that several outlets print is one unit", () => {
  const texts = [
    {group: 0, sentences: [run("Same words"), run("Own words")]},
    {group: 1, sentences: [run("same words"), {words: [], written: [], keys: []}]},
    {group: 0, sentences: [run("Same words")]},
  ];
  assert.deepEqual(
    readSentenceUnits(texts).map(({groups, versions}) => [groups, versions.map(({words}) => words.join(" ")).join()]),
    [
      [[0, 1, 0], "same words"],
      [[0], "own words"],
    ],
  );
  assert.deepEqual(
    readArticleUnits(texts).map(({groups, versions}) => [groups, versions[0]?.words.length]),
    [
      [[0], 4],
      [[1], 2],
      [[0], 2],
    ],
  );
});

test("folded words bear their commonest spelling, copies counted each time", () => {
  const units = readSentenceUnits([
    {group: 0, sentences: [run("they organised it")]},
    {group: 1, sentences: [run("they organised it")]},
    {group: 2, sentences: [run("she organized it")]},
  ]);
  const folding = readFolding(units, 3);
  assert.deepEqual(folding.variants, [
    {
      name: "organised",
      spellings: [
        {word: "organised", written: "organised", counts: [1, 1, 0]},
        {word: "organized", written: "organized", counts: [0, 0, 1]},
      ],
    },
  ]);
  assert.equal(folding.nameOf("organized"), "organised");
  assert.deepEqual(folding.namesOf("organized"), ["organised"]);
  assert.deepEqual([folding.changes("organised"), folding.changes("they")], [true, false]);
});

test("a word with two keys is counted under each, and bears the key's capitals", () => {
  const text = {
    words: ["us", "and", "us", "u.s"],
    written: ["US", "and", "us", "U.S"],
    keys: ["US", "and", "us", "US"],
  };
  const folding = readFolding([{groups: [0], versions: [text]}], 1);
  assert.deepEqual(folding.namesOf("us"), ["US", "us"]);
  assert.deepEqual(folding.variants, [
    {
      name: "US",
      spellings: [
        {word: "u.s", written: "U.S.", counts: [1]},
        {word: "us", written: "US", counts: [1]},
      ],
    },
  ]);
  assert.deepEqual([folding.changes("us"), folding.changes("US")], [true, true]);
});
