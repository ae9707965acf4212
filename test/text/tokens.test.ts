import assert from "node:assert/strict";
import {createHash} from "node:crypto";
import {test} from "node:test";
import fc from "fast-check";
import {readTokens} from "../../src/text/tokens.ts";
import {readSeedTokens} from "../words/seed-tokens.ts";

const CASES: [text: string, words: string][] = [
  ["The U.S. said 1,143 were injured.", "the u.s said 1,143 were injured"],
  ["Russia’s three-week siege — “don't”, he said", "russia's three-week siege don't he said"],
  ["rock 'n' roll, 'tis the '90s", "rock n roll tis the 90s"],
  ["3.5% of €20bn, -5°C", "3.5 of 20bn 5 c"],
  ["Zürich; Zu\u0308rich; ИЗЮМ; 東京都", "zürich zu\u0308rich изюм 東京都"],
  ["a--b a.-b a- b", "a b a b a b"],
  ["𝐁old 👍🏽 𝟗", "𝐁old 𝟗"],
  ["", ""],
  [" \n\u00a0", ""],
];

for (const [text, words] of CASES) {
  test(`words of ${JSON.stringify(text)}`, () => {
    assert.equal(
      readTokens(text)
        .map((token) => token.word)
        .join(" "),
      words,
    );
  });
}

/** The same words, said as a regular expression: the definition, and too slow to use. */
function matchTokens(text: string) {
  const pattern = /[\p{L}\p{M}\p{N}]+(?:['.,-][\p{L}\p{M}\p{N}]+)*/gu;
  return Array.from(text.replaceAll("’", "'").matchAll(pattern), (match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const prose = fc
  .array(fc.oneof(fc.constantFrom(..."aZ9'’.,- é\u0301İ“𝐁👍\n"), fc.string({unit: "binary"})))
  .map((parts) => parts.join(""));

test("any text has the words of the definition, and each stands where it says", () => {
  fc.assert(
    fc.property(prose, (text) => {
      const tokens = readTokens(text);
      assert.deepEqual(tokens, matchTokens(text));
      for (const {word, start, end} of tokens) {
        assert.equal(text.slice(start, end).toLowerCase().replaceAll("’", "'"), word);
      }
    }),
  );
});

test("a stretch of a text is read in the offsets of the whole", () => {
  assert.deepEqual(readTokens("One two three", 4, 7), [{word: "two", start: 4, end: 7}]);
});

test("the seeds have the 5,136 words that the reference numbers were computed from", () => {
  const digests = [...readSeedTokens()].map(([seed, words]) => [
    seed,
    words.length,
    createHash("sha256").update(words.join("\n")).digest("hex").slice(0, 16),
  ]);
  assert.deepEqual(digests, [
    ["000", 332, "06be92d38ff06ce8"],
    ["001", 2188, "b6476ab7fc5dc5d1"],
    ["002", 579, "7913f78f2c992fbc"],
    ["003", 1161, "21ef2a4dd45b0b13"],
    ["004", 876, "f063a3f6d56b47cb"],
  ]);
});
