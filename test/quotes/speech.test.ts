import assert from "node:assert/strict";
import {test} from "node:test";
import {countSpeech} from "../../src/quotes/speech.ts";
import {quotationsIn} from "./plain-article.ts";

const one = quotationsIn(
  "President Vera Zelinskyy denied the ships had sailed. “They are in port,” she said.\nMark Bell claimed Zelinskyy had called it “a lie”.",
  null,
  "one",
);
const two = quotationsIn("Vera Zelinsky said the ships were in port.", null, "two");
const outlets = new Map([
  ["one", "Daily"],
  ["two", "Herald"],
]);

test("words are counted by speaker and outlet, spellings of a name together", () => {
  const {words} = countSpeech([...one, ...two], outlets);
  assert.deepEqual(
    words.filter(({speaker}) => speaker.startsWith("Vera")),
    [
      {speaker: "Vera Zelinskyy", outlet: "Daily", directWords: 6, indirectWords: 4, statements: 3},
      {speaker: "Vera Zelinskyy", outlet: "Herald", directWords: 0, indirectWords: 5, statements: 1},
    ],
  );
});

test("a word inside two reports counts for the inner one", () => {
  const bell = countSpeech(one, outlets).words.find(({speaker}) => speaker === "Mark Bell");
  assert.deepEqual(bell, {speaker: "Mark Bell", outlet: "Daily", directWords: 0, indirectWords: 4, statements: 1});
});

test("reporting verbs are counted by their dictionary form", () => {
  const {cues} = countSpeech(one, outlets);
  assert.deepEqual(
    cues.map(({speaker, cue, count}) => `${speaker} ${cue} ${count}`),
    ["Mark Bell claim 1", "Vera Zelinskyy call 1", "Vera Zelinskyy deny 1", "Vera Zelinskyy say 1"],
  );
});

test("nobody speaks: nothing is counted", () => {
  assert.deepEqual(countSpeech([], outlets), {words: [], cues: []});
});
