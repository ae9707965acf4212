import assert from "node:assert/strict";
import {test} from "node:test";
import {describeChanges} from "../../src/compare/utterance-changes.ts";
import {joinUtterances} from "../../src/compare/utterances.ts";
import {quotationsIn} from "../quotes/plain-article.ts";

const read = (texts: readonly string[]) => texts.flatMap((text, i) => quotationsIn(text, null, `article ${i + 1}`));
const drawn = (texts: readonly string[]) =>
  joinUtterances(read(texts)).utterances.map(
    ({speaker, variants}) =>
      `${speaker ?? "-"}: ${variants.map(({text, form, articles}) => `${text} (${form}, ${articles.length})`).join(" / ")}`,
  );

test("a sentence, a fragment and a word of it are one utterance", () => {
  assert.deepEqual(
    drawn([
      "“The business-like spirit of the talks gives hope,” Minister Oleg Petrov said.",
      "Minister Oleg Petrov praised “the businesslike spirit” of the talks.\nOleg Petrov described the talks as “businesslike.”",
      "Oleg Petrov said the talks were “business-like”.",
    ]),
    [
      "Oleg Petrov: The business-like spirit of the talks gives hope (full, 1) / the businesslike spirit (fragment, 1) / business-like (word, 1) / businesslike (word, 1)",
    ],
  );
});

test("a term that several people use is not one utterance", () => {
  assert.deepEqual(drawn(["Ann Reyes called it a “massacre”.", "Tom Okoro called it a “massacre”."]), []);
});

test("condolences of two people are not one utterance, a spokesman's and his agency's words are", () => {
  const sorry = "Our thoughts and prayers are with the victims and their families";
  assert.deepEqual(drawn([`“${sorry},” Ann Reyes said.`, `“${sorry},” Tom Okoro said.`]), []);
  assert.deepEqual(drawn([`“${sorry},” the fire department said.`, `“${sorry},” a spokesman said.`]), [
    `the fire department: ${sorry} (full, 2)`,
  ]);
});

test("a word that fits two utterances of its speaker joins neither", () => {
  const {ids} = joinUtterances(
    read([
      "“The bridge was very old,” Ann Reyes said.",
      "“The mayor is very old too,” Ann Reyes said.",
      "Ann Reyes called it “very old”.",
    ]),
  );
  assert.equal(new Set(ids).size, 3);
});

test("every quotation in marks has an utterance, reported clauses have none", () => {
  const rows = read(["Ann Reyes said the bridge was “old and weak”."]);
  const {ids, utterances} = joinUtterances(rows);
  assert.deepEqual(
    rows.map((row, i) => [row.kind, ids[i]]),
    [
      ["indirect", null],
      ["mixed", "u1"],
    ],
  );
  assert.deepEqual(utterances, []);
});

test("the order of the articles changes no joining", () => {
  const texts = [
    "“The bridge was very old and weak,” Ann Reyes said.",
    "Ann Reyes called it “old and weak”.",
    "“No,” Tom Okoro said.",
  ];
  const groups = (order: readonly string[]) =>
    joinUtterances(read(order)).utterances.map(({variants}) => variants.map(({text}) => text).join(" / "));
  assert.deepEqual(groups(texts), groups(texts.toReversed()));
});

test("what a reading cuts and adds is shown word by word", () => {
  assert.deepEqual(
    describeChanges("The tram went at a higher speed than is permitted", "a much higher speed than permitted"),
    [
      {change: "cut", text: "The tram went at a"},
      {change: "added", text: "a much"},
      {change: "kept", text: "higher speed than"},
      {change: "cut", text: "is"},
      {change: "kept", text: "permitted"},
    ],
  );
});

test("an empty corpus has no utterances", () => {
  assert.deepEqual(joinUtterances([]), {utterances: [], ids: []});
});

test("a sentence that breaks a quotation off and takes it up again gives one wording", () => {
  assert.deepEqual(
    drawn([
      "Minister Oleg Petrov said “the businesslike spirit” of the talks “gives hope to both of us.”",
      "Oleg Petrov called the talks “businesslike”.",
    ]),
    ["Oleg Petrov: the businesslike spirit … gives hope to both of us (full, 1) / businesslike (word, 1)"],
  );
});
