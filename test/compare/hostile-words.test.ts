// Words that every JavaScript object answers to, a number in a title over a copied body, one sentence under two speakers, and nought.
import assert from "node:assert/strict";
import {test} from "node:test";
import {compareValues} from "../../src/compare/values.ts";
import {compareCorpus, compareWords, readArticle, readArticles} from "../../src/index.ts";

const BUILT_IN = ["constructor", "toString", "hasOwnProperty", "__proto__", "valueOf", "Constructor", "isPrototypeOf"];

for (const word of BUILT_IN) {
  test(`${word} is a word like another`, () => {
    const told = (name: string) =>
      `The winners of the long season were praised on Sunday by the team of ${name} before 12 people of ${name} came. “We are glad,” ${name} said.`;
    const articles = [readArticle("a", told(word)), readArticle("b", told("Ferrari"))];
    const {ledger, mentions} = compareCorpus({articles});
    assert.ok(ledger.length > 0);
    assert.ok(mentions.length > 0);
    assert.ok(compareWords(readArticles(articles)).rows.every(({word: counted}) => typeof counted === "string"));
  });
}

test("a number in a title is no part of a copied body", () => {
  const body =
    "The harbour master had closed the gates before the storm came ashore that night. Fishermen carried their nets along the flooded quay to the church on the hill.";
  const {facts} = compareCorpus({
    articles: [
      readArticle("a", body, {title: "Storm kills 35 people in Oslo"}),
      readArticle("b", body, {title: "At least 35 people killed by storm in Oslo"}),
    ],
  });
  assert.deepEqual(facts.find(({role}) => role === "killed")?.origins, ["a", "b"]);
});

test("one sentence under two speakers is one claim whose speaker differs", () => {
  const told = (name: string) => `${name} visited the harbour town.\n\nShe said 35 people were killed by the storm.`;
  const {facts} = compareCorpus({articles: [readArticle("a", told("Ann Lee")), readArticle("b", told("Mary Carr"))]});
  assert.deepEqual(
    facts.filter(({role}) => role === "killed").map(({articles, relation}) => [articles, relation]),
    [[["a", "b"], "attribution differs"]],
  );
});

test("nought is no rounded number", () => {
  const none = {low: 0, high: 0, bound: "about", unit: "person"} as const;
  assert.equal(compareValues(none, {low: 500, high: 500, bound: "exact", unit: "person"}), "apart");
});
