import assert from "node:assert/strict";
import {resolve} from "node:path";
import {test} from "node:test";
import {compareQuotes} from "../../src/compare/quotes.ts";
import {readArticles} from "../../src/compare/reading.ts";
import {readCorpus} from "../../src/corpus/read-corpus.ts";

const {articles} = readCorpus(resolve(import.meta.dirname, "../../seeds"));
const {quotes, utterances, speech} = compareQuotes(readArticles(articles));

test("one utterance of the seeds stands in four articles as a sentence and a fragment", () => {
  const [widest] = utterances.filter((utterance) => utterance.articles.length === 4);
  assert.deepEqual(
    widest?.variants.map(({text, form, articles: names}) => [text, form, names.length]),
    [
      ["A neutral status is being seriously discussed in connection with security guarantees", "full", 3],
      ["seriously discussed", "fragment", 3],
    ],
  );
  assert.equal(widest?.speaker, "Sergey Lavrov");
});

test("every quotation of an utterance carries its id", () => {
  for (const {utterance, articles: names} of utterances)
    assert.deepEqual(
      new Set(quotes.filter((row) => row.utterance === utterance).map((row) => row.article)),
      new Set(names),
    );
});

test("the order of the articles changes no quotation and no utterance", () => {
  const turned = compareQuotes(readArticles(articles.toReversed()));
  const texts = (rows: typeof utterances) =>
    rows
      .map(({variants}) =>
        variants
          .map(({text}) => text)
          .sort()
          .join(" / "),
      )
      .sort();
  assert.deepEqual(texts(turned.utterances), texts(utterances));
  assert.equal(turned.quotes.length, quotes.length);
});

test("Lavrov is quoted in direct speech by four of the five outlets", () => {
  const outlets = speech.words.filter(({speaker, directWords}) => speaker === "Sergey Lavrov" && directWords > 2);
  assert.equal(new Set(outlets.map(({outlet}) => outlet)).size, 4);
});
