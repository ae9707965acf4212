import assert from "node:assert/strict";
import {test} from "node:test";
import {findOtherVoices, readVoices, type Spoken} from "../../src/compare/voices.ts";

const tell = (article: string, speaker: string | null, more: Partial<Spoken> = {}): Spoken => ({
  article,
  speaker,
  start: 0,
  numberEnd: 1,
  text: "7 people",
  role: "killed",
  ...more,
});
const differ = (...mentions: Spoken[]) =>
  findOtherVoices(readVoices(mentions))?.map(({article, speaker}) => `${article} ${speaker ?? "nobody"}`) ?? null;

test("an article that names nobody in its body loses the speaker; a headline or a caption owes none", () => {
  assert.deepEqual(differ(tell("a", "police"), tell("b", null)), ["a police", "b nobody"]);
  assert.equal(
    differ(tell("a", "police"), tell("b", null, {zone: "headline"}), tell("b", null, {zone: "caption"})),
    null,
  );
  assert.equal(differ(tell("a", "police"), tell("a", null), tell("b", "the police")), null);
  assert.equal(differ(tell("a", null), tell("b", null)), null);
});

test("two articles differ that have no speaker in common, one article that has two does not", () => {
  assert.deepEqual(differ(tell("a", "police"), tell("b", "the mayor")), ["a police", "b the mayor"]);
  assert.equal(differ(tell("a", "local sources"), tell("a", "a hospital")), null);
  assert.equal(differ(tell("a", "Elon Musk"), tell("b", "Elon Musk"), tell("b", "the billionaire")), null);
  assert.deepEqual(differ(tell("a", "Ann Lee"), tell("b", "Ann Lee"), tell("b", "the mayor"), tell("c", "the mayor")), [
    "a Ann Lee",
    "c the mayor",
  ]);
});

test("nobody makes a claim of an age, or of a number that describes a thing", () => {
  assert.equal(differ(tell("a", "police", {role: "age"}), tell("b", null, {role: "age"})), null);
  const house = {role: "count", text: "12-story building", numberEnd: 2};
  assert.equal(differ(tell("a", "police", house), tell("b", null, house)), null);
});

test("a speaker has the fullest of its names", () => {
  const {voices} = readVoices([tell("a", "Lee"), tell("b", "Ann Lee"), tell("c", "the mayor")]);
  assert.deepEqual(
    voices.map(({speaker, mentions}) => [speaker, mentions.length]),
    [
      ["Ann Lee", 2],
      ["the mayor", 1],
    ],
  );
});
