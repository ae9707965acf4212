import assert from "node:assert/strict";
import {test} from "node:test";
import {groupByOrigin} from "../../src/compare/independence.ts";
import {compareReuse, compareReuseInWorkers} from "../../src/compare/reuse.ts";
import {makeArticle} from "../reuse/make-text.ts";

const COPY = "A freight train carrying grain left the rails near the Harlow crossing before dawn on Sunday.";
const MORE = "Eleven wagons overturned and spilled wheat across both tracks of the line to the coast.";
const NEXT = "Repairs would take until Thursday at the earliest, the railway's chief engineer Ada Voss said.";
const REWRITTEN = "Eleven overturned wagons had spilled wheat over the tracks of the coast line near the crossing.";
const OWN = "Villagers said they were woken by a noise like thunder and ran outside with torches.";
const OTHER = "Grain prices in the region did not move when markets opened a day after the derailment.";

const wire = makeArticle("wire", [COPY, MORE, NEXT].join(" "), {agency: "Reuters", published: "2024-05-05T06:10"});
const copy = makeArticle("copy", [COPY, NEXT, OTHER].join(" "), {published: "2024-05-05T09:00"});
const rewrite = makeArticle("rewrite", [COPY, NEXT, REWRITTEN].join(" "));
const own = makeArticle("own", [OWN, OTHER.replace("day", "week")].join(" "));
const articles = [wire, copy, rewrite, own];
const compared = compareReuse(articles);

const carrier = (article: {article: string; text: string}, sentence: string) => {
  const start = article.text.indexOf(sentence);
  return {article: article.article, start, end: start + sentence.length};
};
const count = (...carriers: ReturnType<typeof carrier>[]) =>
  groupByOrigin(carriers, compared.reuse, compared.origins).length;

test("copies of one sentence are one origin", () => {
  assert.equal(count(carrier(wire, COPY), carrier(copy, COPY)), 1);
  assert.equal(count(carrier(wire, COPY), carrier(copy, COPY), carrier(own, OWN)), 2);
});

test("a paraphrase inside a family is no witness of its own", () => {
  assert.equal(count(carrier(wire, MORE), carrier(rewrite, REWRITTEN)), 1);
  assert.equal(groupByOrigin([carrier(wire, MORE), carrier(rewrite, REWRITTEN)], compared.reuse, []).length, 2);
});

test("a fact that stands in the own words of two articles has two origins, however much else they share", () => {
  assert.equal(count(carrier(wire, COPY), carrier(copy, OTHER)), 2);
});

test("several carriers in one article are one", () => {
  assert.equal(count(carrier(wire, COPY), carrier(wire, MORE)), 1);
  assert.equal(count(), 0);
});

test("the family's origin is its fullest credited text, and who prints no credit is known", () => {
  const rows = new Map(compared.origins.map((row) => [row.article, row]));
  assert.equal(rows.get("copy")?.origin, "wire");
  assert.equal(rows.get("copy")?.contains, "Reuters");
  assert.equal(rows.get("copy")?.credited, false);
  assert.equal(rows.get("wire")?.origin, null);
  assert.equal(rows.get("own")?.family, "own");
  assert.equal(rows.get("own")?.credited, null);
});

test("what the copy left out between two copied sentences it had", () => {
  assert.deepEqual(
    compared.leftOut.filter(({article}) => article === "copy").map(({text, place}) => [text, place]),
    [[MORE, "between"]],
  );
});

test("published times order the versions where the wording does not", () => {
  assert.deepEqual(
    compared.versions.map(({earlier, later, evidence}) => [earlier, later, evidence]),
    [["wire", "copy", "published"]],
  );
});

test("no articles, no rows", () => {
  assert.deepEqual(compareReuse([]), {reuse: [], ledger: [], shares: [], origins: [], versions: [], leftOut: []});
});

test("workers compare as one thread does", async () => {
  assert.deepEqual(await compareReuseInWorkers(articles, {workers: 2}), compared);
});

test("a share under half a percent is no nought, and a paraphrase alone is no share", () => {
  const filler = Array.from({length: 900}, (_, i) => `Entry${i} of row${i * 7} lists item${i * 13}.`).join(" ");
  const long = makeArticle("long", `${COPY} ${filler}`);
  const why = (article: string, others: Parameters<typeof compareReuse>[0]) =>
    compareReuse(others).origins.find((row) => row.article === article)?.why;
  assert.equal(
    why("long", [wire, long]),
    "Under 1% stands word for word or nearly so in wire, too little to be one text.",
  );
  const retold = makeArticle("retold", `${REWRITTEN} ${OWN}`);
  assert.equal(
    why("retold", [makeArticle("told", `${MORE} ${NEXT}`), retold]),
    "Nothing stands word for word or nearly so in told.",
  );
});
