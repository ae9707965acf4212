// The hand-made gold of the five seeds: every core row found, nothing trapped, and what is read of each row.
import assert from "node:assert/strict";
import {test} from "node:test";
import type {QuantityMention} from "../../src/quantities/quantity.ts";
import {readQuantities} from "../../src/quantities/read-quantities.ts";
import {readSentences} from "../../src/text/sentences.ts";
import {readGold, seeds} from "../corpus/gold.ts";

const rows = new Map(seeds.map((article) => [article.article, readQuantities(article, readSentences(article))]));
const UNCOUNTED = new Set(["date", "time", "ordinal", "rank"]);
const COUNTS = new Set(["count", "other", "present", "population", "percentage"]);

const overlaps = (row: QuantityMention, gold: Record<string, string>): boolean =>
  row.numberStart < Number(gold["numberEnd"]) && row.numberEnd > Number(gold["numberStart"]);
const rowOf = (gold: Record<string, string>) => rows.get(gold["article"] ?? "")?.find((row) => overlaps(row, gold));
const gold = readGold("quantities.csv");
const core = gold.filter((row) => row["tier"] === "core" && !UNCOUNTED.has(row["role"] ?? ""));
const numberOf = (cell: string | undefined) => (cell ? Number(cell) : null);

test("every core quantity of the seeds is found, with its interval and bound", () => {
  assert.equal(core.length, 65);
  for (const row of core) {
    const found = rowOf(row);
    assert.ok(found, `${row["article"]} ${row["start"]} ${row["text"]}`);
    assert.deepEqual(
      [found.low, found.high, found.bound],
      [numberOf(row["low"]), numberOf(row["high"]), row["bound"]],
      row["text"],
    );
  }
});

test("every core quantity of the seeds has its role", () => {
  const wrong = core.filter((row) => {
    const role = rowOf(row)?.role ?? "other";
    return !(row["role"] ?? "").split("|").some((right) => right === role || (COUNTS.has(right) && COUNTS.has(role)));
  });
  assert.deepEqual(
    wrong.map((row) => `${row["text"]}: ${rowOf(row)?.role}`),
    [],
  );
});

test("people are counted as persons, lengths and money by their unit", () => {
  for (const row of core.filter(({unit}) => /^(person|km|mi|USD)$/.test(unit ?? "")))
    assert.equal(rowOf(row)?.unit, row["unit"], row["text"]);
});

test("nothing that the gold calls a trap or furniture is counted", () => {
  const trapped = gold
    .filter((row) => row["tier"] === "trap" || row["tier"] === "furniture")
    .filter((row) => !UNCOUNTED.has(rowOf(row)?.role ?? "date"));
  assert.deepEqual(
    trapped.map((row) => row["text"]),
    [],
  );
});

test("nothing else is counted in the seeds", () => {
  const strays = [...rows].flatMap(([article, found]) =>
    found
      .filter((row) => !UNCOUNTED.has(row.role) && !gold.some((g) => g["article"] === article && overlaps(row, g)))
      .map((row) => `${article}: ${row.text}`),
  );
  assert.deepEqual(strays, []);
});
