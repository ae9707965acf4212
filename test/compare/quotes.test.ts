import assert from "node:assert/strict";
import {test} from "node:test";
import {compareQuotes, listVariants} from "../../src/compare/quotes.ts";
import {TABLES} from "../../src/tables/catalog.ts";
import {seeds} from "../corpus/gold.ts";
import {quotationsIn} from "../quotes/plain-article.ts";

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
    quotationsIn(
      "Ann Reyes said the bridge was “old and weak”. “It should not have been open,” Ann Reyes warned.",
      null,
      "a",
    ),
  );
  assert.deepEqual(
    speech.cues.map(({cue, count}) => `${cue} ${count}`),
    ["say 1", "warn 1"],
  );
});

test("wordings are listed with their articles", () => {
  const {utterances} = compareQuotes([
    ...quotationsIn("“The bridge was very old and weak,” Ann Reyes said.", null, "a"),
    ...quotationsIn("Ann Reyes called it “old and weak”.", null, "b"),
  ]);
  assert.deepEqual(utterances.map(listVariants), [
    ["“The bridge was very old and weak” (full: a)", "“old and weak” (fragment: b)"],
  ]);
});
