import assert from "node:assert/strict";
import {test} from "node:test";
import {readDate} from "../../src/corpus/dates.ts";
import {readArticle} from "../../src/index.ts";
import {readGold, seeds} from "./gold.ts";

test("outlet, agency and dates of the seeds are what the texts themselves tell", () => {
  for (const row of readGold("articles.csv")) {
    const article = seeds.find((a) => a.article === row["file"]);
    assert.ok(article);
    assert.equal(article.outlet, row["outlet"]);
    assert.equal(article.agency, /^none/.test(row["agency"] ?? "") ? null : row["agency"]);
    assert.equal(article.published ?? "", row["date_published"]);
    assert.equal(article.updated ?? "", row["date_updated"]);
    assert.equal(article.headline ?? "", row["headline"]);
    assert.equal(
      article.issues.some((issue) => issue.rule === "published-found"),
      row["date_published"] === "",
    );
  }
});

test("what the user knows wins over what the text tells", () => {
  const text = "LYON (AFP) — The river rose on Monday. It fell.";
  assert.equal(readArticle("a", text).outlet, "unknown");
  const known = readArticle("a", text, {outlet: "Le Progrès", published: "2021-05-03", link: "https://example.org/a"});
  assert.deepEqual(
    [known.outlet, known.agency, known.published, known.link],
    ["Le Progrès", "AFP", "2021-05-03", "https://example.org/a"],
  );
});

test("a tag in the dateline names an outlet only when it is spelt like one", () => {
  const outlet = (tag: string) => readArticle("a", `LYON (${tag}) — The river rose on Monday. It fell.`).outlet;
  assert.deepEqual(["NewsNation", "WMC", "LEX 18", "Fox News", "09/15/16", "BROOKLYN", "Reuters"].map(outlet), [
    "NewsNation",
    "WMC",
    "LEX 18",
    "Fox News",
    "unknown",
    "unknown",
    "unknown",
  ]);
});

test("dates keep the precision of the text, and no impossible day is read", () => {
  const dates = [
    "date 2022-03-16",
    "Mar 16, 2022, 5:59 AM",
    "16th March 2022 at 17.05",
    "March 31, 2022 12:10 a.m.",
    "30 February 2022",
    "Wednesday",
  ];
  assert.deepEqual(dates.map(readDate), [
    "2022-03-16",
    "2022-03-16T05:59",
    "2022-03-16T17:05",
    "2022-03-31T00:10",
    null,
    null,
  ]);
});
