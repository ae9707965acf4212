import assert from "node:assert/strict";
import {test} from "node:test";
import {compareQuotes, listVariants} from "../../src/compare/quotes.ts";
import {readArticles} from "../../src/compare/reading.ts";
import {TABLES} from "../../src/tables/catalog.ts";
import {seeds} from "../corpus/gold.ts";
import {makeArticle} from "../reuse/make-text.ts";

const rowsOf = async (name: string): Promise<Record<string, unknown>[]> => {
  const rows: Record<string, unknown>[] = [];
  const found = await TABLES[name]?.rows({articles: [...seeds], skipped: [], corrections: []});
  assert.ok(found);
  for await (const row of found) rows.push(row as Record<string, unknown>);
  return rows;
};

test("the tables quotes and utterances name each other's rows", async () => {
  const [quotes, utterances] = [await rowsOf("quotes"), await rowsOf("utterances")];
  assert.ok(utterances.length >= 5, String(utterances.length));
  for (const {utterance, articles} of utterances) {
    const own = quotes.filter((row) => row["utterance"] === utterance);
    assert.deepEqual([...new Set(own.map(({article}) => article))].sort(), [...(articles as string[])].sort());
  }
  for (const {kind, utterance} of quotes)
    assert.equal(utterance === null, ["indirect", "title", "scare"].includes(String(kind)), String(kind));
});

test("every column of a schema stands in some row", async () => {
  for (const name of ["quotes", "utterances", "reuse", "ledger", "origins"]) {
    const rows = await rowsOf(name);
    for (const column of TABLES[name]?.schema.columns ?? [])
      assert.ok(
        rows.some((row) => column.name in row),
        `${name}.${column.name}`,
      );
  }
});

test("one “said” before a clause, its quoted words and the next sentence is one", () => {
  const {speech} = compareQuotes(
    readArticles([
      makeArticle(
        "a",
        "Ann Reyes said the bridge was “old and weak”. “It should not have been open,” Ann Reyes warned.",
      ),
    ]),
  );
  assert.deepEqual(
    speech.cues.map(({cue, count}) => `${cue} ${count}`),
    ["say 1", "warn 1"],
  );
});

test("wordings are listed with their articles", () => {
  const {utterances} = compareQuotes(
    readArticles([
      makeArticle("a", "“The bridge was very old and weak,” Ann Reyes said."),
      makeArticle("b", "Ann Reyes called it “old and weak”."),
    ]),
  );
  assert.deepEqual(utterances.map(listVariants), [
    ["“The bridge was very old and weak” (full: a)", "“old and weak” (fragment: b)"],
  ]);
});

const {quotes, utterances, speech} = compareQuotes(readArticles(seeds));

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
  const turned = compareQuotes(readArticles(seeds.toReversed()));
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
