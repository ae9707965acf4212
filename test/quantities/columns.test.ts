import assert from "node:assert/strict";
import {test} from "node:test";
import type {QuantityMention} from "../../src/quantities/quantity.ts";
import {readText} from "./texts.ts";

function only(text: string): QuantityMention {
  const rows = readText(text).filter((row) => row.role !== "date" && row.role !== "time");
  assert.equal(rows.length, 1, `${text}: ${rows.map((row) => row.text).join(" | ")}`);
  return rows[0] as QuantityMention;
}

test("a distance has its two ends and a direction", () => {
  const {from, to, direction, measure} = only("Rebels took the town of Quell, 80 km north of Lorne, overnight.");
  assert.deepEqual(
    {from, to, direction, measure},
    {from: "the town of Quell", to: "Lorne", direction: "north", measure: "separation"},
  );
});

test("kinds of length are told apart", () => {
  const measures: [string, QuantityMention["measure"]][] = [
    ["The jet flew at an altitude of 9,000 metres.", "altitude"],
    ["The wreck lies 300 feet below the surface.", "depth"],
    ["The bridge is 300 feet long.", "length"],
    ["The missile has a range of 500 km.", "range"],
    ["Troops are 15 km from the capital.", "separation"],
    ["They bought 12 yards of cloth.", null],
  ];
  for (const [text, measure] of measures) assert.equal(only(text).measure, measure, text);
});

test("a conversion in brackets restates the number before it, bound, ends and all", () => {
  const [main, other] = readText("Troops were about 15 kilometers (9 miles) from the center of Lorne.");
  assert.ok(main && other);
  assert.equal(other.conversionOf, main.start);
  assert.deepEqual([other.bound, other.to, other.measure], ["about", "the center of Lorne", "separation"]);
  assert.deepEqual(other.issues, []);
});

test("a conversion that is wrong carries an issue", () => {
  const [, other] = readText("The camp is 15 kilometers (90 miles) from Lorne.");
  assert.deepEqual(
    other?.issues.map(({rule}) => rule),
    ["conversion-agrees"],
  );
});

test("an elided noun is filled in from the sentence", () => {
  const [, wounded] = readText("Some 691 civilians have been killed and 1,143 wounded.");
  assert.equal(wounded?.counted, "civilians");
  const [, part] = readText("The group freed 21 of the more than 200 schoolgirls.");
  assert.equal(part?.counted, "schoolgirls");
});

test("weekdays are resolved against the day of publication, 2022-03-17, a Thursday", () => {
  const dates: [string, string | null][] = [
    ["Thirty people died on Tuesday.", "2022-03-15"],
    ["Thirty people died on Thursday.", "2022-03-17"],
    ["Thirty people died on Friday.", "2022-03-11"],
    ["Thirty people died yesterday.", "2022-03-16"],
    ["Thirty people died on March 2.", "2022-03-02"],
    ["Thirty people died in December 2021.", "2021-12"],
    ["Thirty people died.", null],
  ];
  for (const [text, asOf] of dates) assert.equal(only(text).asOf, asOf, text);
});

test("a date of another clause is not taken where its own stands", () => {
  assert.equal(only("Convoys rolled Wednesday after thousands managed to leave on Tuesday.").asOf, "2022-03-15");
});

test("words of doubt hang on the number, of this sentence or of the next", () => {
  assert.equal(only("The office says 691 people died, likely an undercount.").caveat, "likely an undercount");
  assert.equal(
    only("There were two victims, without saying if they were hurt or killed.").caveat,
    "without saying if they were hurt or killed",
  );
  assert.equal(
    only("Shells killed 12 people. The figures could not be independently verified.").caveat,
    "could not be independently verified",
  );
  assert.equal(only("Shells killed 12 people. The mayor could not be reached.").caveat, null);
});

test("the place is the nearest in the clause, or named before it in the paragraph", () => {
  assert.equal(only("Shells killed 12 people in Lorne.").place, "Lorne");
  assert.equal(only("The mayor spoke in Lorne. Shells killed 12 people.").place, "Lorne");
  assert.equal(only("Quell, a port city of 430,000, is calm.").place, "Quell");
});

test("a place is known through what it is, where it lies and what befell it", () => {
  const places: [string, string | null][] = [
    ["Shells killed 12 people in rebel-held Lorne.", "Lorne"],
    ["Shells killed 12 people in the flood-hit eastern city of Lorne.", "Lorne"],
    ["Rain killed 12 people in rural Quell.", "Quell"],
    ["Rain killed 12 people in the mountain resort of Quell.", "Quell"],
    ["Rain killed 12 people in northwest Quell.", "Quell"],
    ["Police found 12 people in a stolen Rover.", null],
    ["Critics named 12 people in opposition leader Quell's camp.", null],
  ];
  for (const [text, place] of places) assert.equal(only(text).place, place, text);
});

test("the cue is the words that decided the role", () => {
  assert.equal(only("At least 35 people were killed.").cue, "were killed");
  assert.equal(only("The death toll from the fire at a depot in Lorne rose to 35.").cue, "death toll");
  assert.equal(only("A blast killed 35.").cue, "killed");
});

test("what is doubtful carries an issue", () => {
  assert.deepEqual(
    only("The index closed at 5,884.").issues.map(({rule}) => rule),
    ["quantity-has-unit"],
  );
});

test("a figure that a correction withdraws is no row", () => {
  const rows = readText(
    "This article was amended to remove an incorrect weight of 300 tonnes; it weighs about 37 tonnes.",
  );
  assert.deepEqual(
    rows.map(({text}) => text),
    ["about 37 tonnes"],
  );
});
