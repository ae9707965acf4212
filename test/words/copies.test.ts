import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {groupCopies} from "../../src/words/copies.ts";

/** Sentences, and their families: the same letter, the same family. */
const CASES: [family: string, sentence: string][] = [
  ["a", "The main module will continue its trajectory into deep space, the billionaire said"],
  ["a", "Once the cores have separated, the main module will continue its trajectory into deep space"],
  ["b", "The module was painted red, the billionaire said at a news conference"],
  ["c", "he said no"],
  ["c", "he said no"],
  ["d", "he said yes"],
  ["e", "A spokesman told The Associated Press that the road was closed to all traffic"],
  ["f", "A witness told The Associated Press that nobody in the village had seen it coming"],
];

test("copies of a sentence, cut or extended, are a family; sentences that share a phrase are none", () => {
  const families = groupCopies(CASES.map(([, sentence]) => sentence.toLowerCase().split(/\W+/)));
  const letters = CASES.map(([letter]) => letter);
  assert.deepEqual(
    [...families],
    letters.map((letter) => [...new Set(letters)].indexOf(letter)),
  );
});

test("equal sentences share a family, and the numbers come in order", () => {
  const sentence = fc.array(fc.constantFrom(..."abcd"), {maxLength: 10});
  fc.assert(
    fc.property(fc.array(sentence, {maxLength: 30}), (sentences) => {
      const families = groupCopies(sentences);
      let next = 0;
      for (const [i, family] of families.entries()) {
        assert.ok(family <= next);
        if (family === next) next += 1;
        const twin = sentences.findIndex((other) => other.join(" ") === sentences[i]?.join(" "));
        assert.equal(families[twin], family);
      }
    }),
  );
});
