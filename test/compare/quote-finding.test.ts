import assert from "node:assert/strict";
import {test} from "node:test";
import {readClaims} from "../../src/compare/claims.ts";
import {stateQuotes} from "../../src/compare/quote-finding.ts";
import {compareQuotes} from "../../src/compare/quotes.ts";
import type {Article} from "../../src/corpus/article.ts";
import {seeds} from "../corpus/gold.ts";
import {makeArticle} from "../reuse/make-text.ts";

function read(articles: readonly Article[]) {
  const readings = readClaims(articles);
  return {readings, ...compareQuotes(readings)};
}

const state = (...texts: string[]): string =>
  stateQuotes(read(texts.map((text, i) => makeArticle("abc"[i] ?? "", text))));

test("the numbers of the finding are those of the tables", () => {
  const rows = read(seeds);
  const {quotes, utterances} = rows;
  const told = stateQuotes(rows).match(/\d+(?= (?:quotations|speakers|utterances|of them))/g);
  const marked = quotes.filter(({utterance}) => utterance !== null);
  const same = utterances.filter(({variants}) => variants.every(({form}) => form === "full"));
  assert.deepEqual(told?.map(Number), [
    marked.length,
    new Set(marked.flatMap(({speaker}) => rows.speakers.get(speaker ?? "") ?? [])).size,
    utterances.length,
    same.length,
  ]);
});

test("the deepest cut is quoted as it is printed, and only where nothing else of it is", () => {
  const full = "“The bridge was very old and weak,” Ann Reyes said.";
  assert.match(
    state(full, "Ann Reyes called it “old and weak”."),
    /Of “The bridge was very old and weak” \(a\), words of Ann Reyes, b quotes no more than “old and weak”\.$/,
  );
  assert.doesNotMatch(state(full, `Ann Reyes called it “old and weak”. ${full}`), /no more than/);
});

test("a plain result is a result", () => {
  assert.equal(state("It rained."), "Nobody is quoted.");
  assert.equal(state("“We are safe,” Ann Lee said."), "The article prints 1 quotation of 1 speaker.");
  assert.equal(
    state("“We are safe,” Ann Lee said.", "It rained."),
    "The 2 articles print 1 quotation of 1 speaker. No words are quoted by two of them.",
  );
  assert.equal(
    state("“We are safe,” Ann Lee said.", "“We are safe,” Ann Lee said."),
    "The 2 articles print 2 quotations of 1 speaker. 1 utterance is quoted by more than one, always in the same words.",
  );
});
