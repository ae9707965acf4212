// The quotations of the five seed articles against the hand-made gold. Every stray, missed or misattributed row is printed by name.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {test} from "node:test";
import {parse} from "csv-parse/sync";
import {joinUtterances} from "../../src/compare/utterances.ts";
import {readCorpus} from "../../src/corpus/read-corpus.ts";
import {readQuotations} from "../../src/quotes/quotations.ts";
import {nameKey} from "../../src/quotes/speech.ts";
import {readSentences} from "../../src/text/sentences.ts";

const root = resolve(import.meta.dirname, "../..");
const gold: Record<string, string>[] = parse(readFileSync(resolve(root, "test/gold/seeds/quotes.csv"), "utf8"), {
  columns: true,
});
const quoted = gold.filter((row) => row["is_quote"] === "1");
const rows = readCorpus(resolve(root, "seeds")).articles.flatMap((article) =>
  readQuotations(article, readSentences(article)),
);
const spoken = rows.filter((row) => !["indirect", "title", "scare"].includes(row.kind));
const at = (file: string | undefined, start: string | undefined) =>
  spoken.find((row) => row.article === file && row.start === Number(start));

test("every quotation of the seeds is found at its offsets, and nothing else", () => {
  const missed = quoted.filter((row) => at(row["file"], row["start"])?.end !== Number(row["end"]));
  assert.deepEqual(
    missed.map((row) => row["text"]),
    [],
  );
  assert.equal(spoken.length, quoted.length);
});

test("at least 98 in 100 quotations of the seeds have the right speaker", () => {
  const wrong = quoted.filter((row) => {
    const said = nameKey(at(row["file"], row["start"])?.speaker ?? "");
    const want = nameKey(`${row["speaker_canonical"]} ${row["speaker_as_written"]}`);
    return !said.some((word) => want.includes(word));
  });
  assert.ok(wrong.length / quoted.length <= 0.02, wrong.map((row) => row["text"]).join("\n"));
});

test("the same words of the seeds are joined as by hand", () => {
  const {ids} = joinUtterances(rows);
  const mine = quoted.map((row) => ids[rows.indexOf(at(row["file"], row["start"])!)]);
  const wrong: string[] = [];
  for (let i = 0; i < quoted.length; i++)
    for (let j = i + 1; j < quoted.length; j++) {
      const same = quoted[i]!["utterance_id"] === quoted[j]!["utterance_id"];
      if (same !== (mine[i] === mine[j]))
        wrong.push(`${same ? "apart" : "joined"}: ${quoted[i]!["text"]} | ${quoted[j]!["text"]}`);
    }
  assert.deepEqual(wrong, []);
});
