import assert from "node:assert/strict";
import {test} from "node:test";
import {compareReuse} from "../../src/compare/reuse.ts";
import {TABLES} from "../../src/tables/catalog.ts";
import {makeArticle} from "../reuse/make-text.ts";

/** Seventy articles, each fifth one a copy of the one before it but for a word. */
const articles = Array.from({length: 70}, (_, i) => {
  const own = i % 5 === 4 ? i - 1 : i;
  const sentence = (k: number) =>
    `Harbour pilot number${own} steered vessel${own * 7 + k} past lighthouse${own * 3 + k} towards quay${own + k} while storm${own}x${k} gathered ${i % 5 === 4 && k === 1 ? "rapidly" : "slowly"} behind.`;
  return makeArticle(`${String(i).padStart(2, "0")}.txt`, Array.from({length: 6}, (_, k) => sentence(k)).join(" "));
});

test("beyond 64 articles the tables are aligned in worker threads, and are the same", async () => {
  const corpus = {articles, skipped: [], corrections: []};
  const expected = compareReuse(articles);
  assert.ok(expected.reuse.length >= 14 * 6, String(expected.reuse.length));
  assert.deepEqual(await TABLES["reuse"]?.rows(corpus), expected.reuse);
  assert.deepEqual(await TABLES["origins"]?.rows(corpus), expected.origins);
});
