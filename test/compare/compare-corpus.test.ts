// The comparison that is kept for the next caller answers that caller's own question.
import assert from "node:assert/strict";
import {test} from "node:test";
import {compareCorpus, readArticle} from "../../src/index.ts";

const BODY =
  "The harbour master had closed the gates before the storm came ashore that night. Fishermen carried their nets along the flooded quay to the church on the hill. The storm killed 35 people.";
const articles = () => [readArticle("a", BODY), readArticle("b", BODY)];

test("the same corpus, read again, is compared once", () => {
  assert.equal(compareCorpus({articles: articles()}).facts, compareCorpus({articles: articles()}).facts);
});

test("given text reuse decides, whatever was compared before and after", () => {
  const found = compareCorpus({articles: articles()});
  const given = compareCorpus({articles: articles()}, {reuse: []});
  assert.deepEqual([found.facts[0]?.origins, given.facts[0]?.origins], [["a"], ["a", "b"]]);
  assert.deepEqual(compareCorpus({articles: articles()}).reuse, found.reuse);
});

test("a text that is zoned anew is compared anew", () => {
  const before = compareCorpus({articles: articles()});
  const zones = [{start: 0, end: BODY.length, zone: "furniture" as const}];
  const after = compareCorpus({articles: articles().map((article) => ({...article, zones}))});
  assert.ok(before.mentions.length > 0);
  assert.equal(after.mentions.length, 0);
});
