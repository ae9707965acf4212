import assert from "node:assert/strict";
import {test} from "node:test";
import {sayPercent, sayShare, stateOrigins} from "../../src/compare/origin-finding.ts";
import type {OriginRow} from "../../src/compare/origins.ts";
import {readArticles} from "../../src/compare/reading.ts";
import {compareReuse} from "../../src/compare/reuse.ts";
import {seeds} from "../corpus/gold.ts";
import {makeArticle} from "../reuse/make-text.ts";

const readings = readArticles(seeds);
const comparison = compareReuse(seeds);

test("the seeds: who stands in whom, who credits whom, how many origins", () => {
  assert.equal(
    stateOrigins({...comparison, readings}),
    "87% of 000 stands in the text of KSL, word for word or nearly so; both credit AP. " +
      "58% of NewsNation stands in the text of KSL, word for word or nearly so; KSL credits AP, no credit for its text was found in NewsNation. " +
      "Counted by shared text, the 5 articles have at most 3 origins.",
  );
});

test("every percentage of the finding is that of the table", () => {
  const told = [...stateOrigins({...comparison, readings}).matchAll(/(\d+%) of (\S+)/g)].map(([, share, name]) => [
    name,
    share,
  ]);
  const table = comparison.origins
    .filter(({origin}) => origin !== null)
    .map((row) => [readings.find(({article}) => article.article === row.article)?.label, sayShare(row)]);
  assert.deepEqual(told, table);
});

test("credits are told as they are printed", () => {
  const finding = (mine: string | null, theirs: string | null): string => {
    const row = (article: string, origin: string | null, credit: string | null): OriginRow => ({
      article,
      origin,
      family: "b",
      closest: null,
      verbatim: 0.5,
      nearVerbatim: 0,
      paraphrased: 0,
      own: 0.5,
      words: 100,
      credit,
      contains: null,
      credited: null,
      why: "",
    });
    const articles = readArticles([makeArticle("a", "One."), makeArticle("b", "Two.")]);
    return stateOrigins({readings: articles, origins: [row("a", "b", mine), row("b", null, theirs)], shares: []})
      .replace(/^.*nearly so; /, "")
      .replace(/\. Counted.*$/, "");
  };
  assert.equal(finding("AP", "AP"), "both credit AP");
  assert.equal(finding(null, null), "no credit to an agency was found in either");
  assert.equal(finding("AP", null), "no credit for its text was found in b, a credits AP");
  assert.equal(finding("Reuters", "AP"), "b credits AP, a credits Reuters");
});

test("where nobody shares, that is the finding", () => {
  const state = (...texts: string[]): string => {
    const articles = texts.map((text, i) => makeArticle("abc"[i] ?? "", text));
    return stateOrigins({...compareReuse(articles), readings: readArticles(articles)});
  };
  assert.equal(state("One thing happened."), "There is one article, and nothing to compare it with.");
  assert.equal(
    state("One thing happened here today.", "Nothing else did."),
    "The two articles do not count as one text: not a sentence of one stands in another.",
  );
  const same = "The old quay bridge collapsed on Monday evening after days of heavy rain in the hills.";
  assert.match(
    state(same, `${same} ${"Nobody knows why this went on for so long. ".repeat(3)}`, "Something else."),
    /^No two of the 3 articles count as one text, .* The most is 100% of a, which stands in b word for word or nearly so\.$/,
  );
});

test("a trace of a share is no zero", () => {
  assert.deepEqual([0, 0.004, 0.005, 0.5, 1].map(sayPercent), ["0%", "under 1%", "1%", "50%", "100%"]);
});
