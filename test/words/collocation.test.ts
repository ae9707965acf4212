import assert from "node:assert/strict";
import {test} from "node:test";
import {findCollocations, measureAssociation} from "../../src/words/collocation.ts";
import {assertNear} from "./assert-near.ts";
import {readReference} from "./read-reference.ts";
import {readSeedTokens} from "./seed-tokens.ts";

const inSentences = (...texts: string[]) => ({
  sentences: texts.map((text) => ({zone: "body" as const, field: "text" as const, start: 0, text})),
});
const reference = readReference("collocation.csv");

test("the pairs of the seeds and their measures are those of nltk", () => {
  // nltk counted the pairs over all five texts as one, their borders included.
  const found = findCollocations([inSentences([...readSeedTokens().values()].flat().join(" "))]);
  assert.equal(found.length, reference.length);
  for (const row of reference) {
    const label = `${row["first"]} ${row["second"]}`;
    const pair = found.find(({first, second}) => `${first} ${second}` === label);
    assert.ok(pair, label);
    assert.deepEqual(
      [pair.together, pair.firstCount, pair.secondCount],
      [Number(row["together"]), Number(row["first_count"]), Number(row["second_count"])],
    );
    assertNear(pair.pmi, Number(row["pmi"]), 1e-9, label);
    assertNear(pair.tScore, Number(row["t_score"]), 1e-9, label);
    assertNear(pair.logDice, Number(row["log_dice"]), 1e-9, label);
    assertNear(Math.abs(pair.g2), Number(row["g2"]), 1e-9, label);
  }
});

test("published examples", () => {
  // Church and Hanks 1990, p. 24; Manning and Schuetze 1999, pp. 164-165.
  assertNear(measureAssociation(8, 1105, 44, 15_000_000).pmi, 11.3, 0.05, "PMI");
  assertNear(measureAssociation(8, 15_828, 4675, 14_307_668).tScore, 0.999932, 1e-6, "t");
});

test("pairs end with the sentence, and the strongest comes first", () => {
  const readings = [inSentences("The White House", "House the", "white house", "the end", "the white flag")];
  assert.deepEqual(
    findCollocations(readings, 2).map(({first, second, together}) => `${first} ${second} ${together}`),
    ["white house 2", "the white 2"],
  );
  assert.deepEqual(findCollocations([]), []);
});

test("counts that cannot be are refused", () => {
  assert.throws(() => measureAssociation(3, 2, 5, 10), /3 pairs of words that stand 2 and 5 times in 10 cannot be/);
  assert.throws(() => measureAssociation(0, 2, 5, 10), RangeError);
});
