import assert from "node:assert/strict";
import {test} from "node:test";
import {readQuantities} from "../../src/quantities/read-quantities.ts";
import {readToll} from "../../src/quantities/toll.ts";
import {bodyOf, sentencesOf} from "./texts.ts";

function tollOf(text: string): {
  killed: [number | null, number | null];
  injured: [number | null, number | null];
  words: string | null;
} {
  const [article, sentences] = [bodyOf(text), sentencesOf(text)];
  const toll = readToll(article, readQuantities(article, sentences), sentences);
  return {
    killed: [toll.killedLow, toll.killedHigh],
    injured: [toll.injuredLow, toll.injuredHigh],
    words: toll.killedStart === null || toll.killedEnd === null ? null : text.slice(toll.killedStart, toll.killedEnd),
  };
}

test("the toll is what the article first and most often says, with the words that say it", () => {
  const text =
    "At least seven people died when a ferry sank on Monday. Dozens more were hurt.\n\nAt least seven people are dead, police said. In 2004, 40 people died there.";
  assert.deepEqual(tollOf(text), {killed: [7, null], injured: [24, null], words: "At least seven people"});
});

test("members of one list add up", () => {
  assert.deepEqual(tollOf("Six children and two adults were shot dead on Sunday.").killed, [8, 8]);
});

test("deaths told without a number count", () => {
  assert.deepEqual(tollOf("A man and a woman were found dead on Sunday.").killed, [2, 2]);
  assert.deepEqual(tollOf("Police are investigating a triple homicide.").killed, [3, 3]);
});

test("an attacker who kills himself is among the dead, unless the toll already says so", () => {
  assert.deepEqual(tollOf("A gunman killed six people before killing himself.").killed, [7, 7]);
  assert.deepEqual(tollOf("Seven people died, including the gunman, who killed himself.").killed, [7, 7]);
});

test("an article without deaths has no toll", () => {
  const none = {killed: [null, null], injured: [null, null], words: null};
  assert.deepEqual(tollOf("The council bought 12 buses."), none);
  assert.deepEqual(tollOf("The storm could kill thousands of people."), none);
  assert.deepEqual(tollOf("The anniversary of the 1989 crash, which killed 47 people, is on Monday."), none);
  assert.deepEqual(tollOf(""), none);
});
