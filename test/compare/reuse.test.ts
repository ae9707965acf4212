import assert from "node:assert/strict";
import {test} from "node:test";
import {compareReuse} from "../../src/compare/reuse.ts";
import type {ReuseRow} from "../../src/reuse/passages.ts";
import {readGold, seeds} from "../corpus/gold.ts";
import {makeArticle} from "../reuse/make-text.ts";

const {reuse, ledger, shares, origins, versions, leftOut} = compareReuse(seeds);
const gold = readGold("reuse.csv");
const nameOf = (prefix: string): string => seeds.find(({article}) => article.startsWith(prefix))?.article ?? "";

type Span = [start: number, end: number];
const overlap = ([a0, a1]: Span, [b0, b1]: Span): number => Math.max(0, Math.min(a1, b1) - Math.max(a0, b0));
/** Half of the shorter span and a quarter of the longer. */
function isClose(x: Span, y: Span): boolean {
  const lengths = [x[1] - x[0], y[1] - y[0]] as const;
  return overlap(x, y) >= Math.max(0.5 * Math.min(...lengths), 0.25 * Math.max(...lengths));
}
/** Rows of the gold table stand in the order of the files, as ours do in that of the names. */
const isRow = (row: ReuseRow, g: Record<string, string>): boolean =>
  row.articleA === g["file_a"] &&
  row.articleB === g["file_b"] &&
  isClose([row.startA, row.endA], [Number(g["start_a"]), Number(g["end_a"])]) &&
  isClose([row.startB, row.endB], [Number(g["start_b"]), Number(g["end_b"])]);

test("hand-labelled pairs are found under their label", () => {
  for (const [label, least] of [
    ["verbatim", 1],
    ["near-verbatim", 0.96],
    ["paraphrase", 0.6],
  ] as const) {
    const all = gold.filter((g) => g["label"] === label);
    const found = all.filter((g) => reuse.some((row) => isRow(row, g)));
    assert.ok(found.length >= least * all.length, `${label}: ${found.length} of ${all.length}`);
    const right = found.filter((g) => reuse.some((row) => isRow(row, g) && row.label === label));
    assert.ok(right.length >= 0.85 * found.length, `${label}: ${right.length} of ${found.length} labelled so`);
  }
});

test("what looks alike and is not the same is not aligned", () => {
  const traps = readGold("traps.csv");
  assert.ok(traps.length > 0);
  assert.deepEqual(
    traps.filter((trap) => reuse.some((row) => isRow(row, trap))),
    [],
  );
  const known = reuse.filter((row) => gold.some((g) => isRow(row, g)));
  assert.ok(known.length >= 0.95 * reuse.length, `${known.length} of ${reuse.length}`);
});

test("shares of body words are within three points of the count by hand", () => {
  const share = (article: string, other: string) =>
    shares.find((row) => row.article === nameOf(article) && row.other === nameOf(other));
  for (const [article, other, copy, withParaphrase] of [
    ["000", "001", 0.87, null],
    ["003", "001", 0.58, 0.7],
    ["002", "003", 0.1, null],
  ] as const) {
    const row = share(article, other);
    assert.ok(row);
    assert.ok(Math.abs(row.verbatim + row.nearVerbatim - copy) <= 0.03, JSON.stringify(row));
    if (withParaphrase !== null) assert.ok(Math.abs(1 - row.own - withParaphrase) <= 0.03, JSON.stringify(row));
    assert.ok(Math.abs(row.verbatim + row.nearVerbatim + row.paraphrased + row.own - 1) < 0.001);
  }
});

test("five articles are three families, and the missing credit is noticed", () => {
  const summary = origins.map(({article, origin, credit, contains, credited}) => [
    article.slice(0, 3),
    origin?.slice(0, 3) ?? null,
    credit,
    contains,
    credited,
  ]);
  assert.deepEqual(summary, [
    ["000", "001", "AP", "AP", true],
    ["001", null, "AP", "AP", true],
    ["002", null, null, null, null],
    ["003", "001", null, "AP", false],
    ["004", null, null, null, null],
  ]);
});

test("each origin is said in one sentence", () => {
  assert.deepEqual(
    origins.map(({why}) => why.replace(/(\d{3})_\w+\.txt/, "$1")),
    [
      "87% stands word for word or nearly so in 001; AP is credited.",
      "The fullest of 3 texts that share copy; AP is credited.",
      "10% stands word for word or nearly so in 003, too little to be one text.",
      "58% stands word for word or nearly so in 001; wording credited to AP elsewhere, no such credit found.",
      "4% stands word for word or nearly so in 000, too little to be one text.",
    ],
  );
});

test("a meeting that is scheduled precedes one that met", () => {
  const [tense] = versions.filter(({evidence}) => evidence === "tense");
  assert.deepEqual(
    [tense?.earlier, tense?.earlierText, tense?.later, tense?.laterText],
    [nameOf("003"), "are scheduled to meet", nameOf("001"), "met"],
  );
  for (const {earlier, earlierStart, earlierEnd, earlierText, evidence} of versions) {
    const text = seeds.find(({article}) => article === earlier)?.text ?? "";
    if (evidence === "tense") assert.equal(text.slice(earlierStart ?? 0, earlierEnd ?? 0), earlierText);
  }
});

test("the ledger runs from the fuller or earlier text and names the edits", () => {
  const edit = (before: string | null, after: string | null) =>
    ledger.find((row) => row.before === before && row.after === after)?.edit;
  assert.equal(edit("realized", "realised"), "house style");
  assert.equal(edit("U.S.", "US"), "house style");
  assert.equal(edit("businesslike", "business-like"), "house style");
  assert.equal(edit("12", "Twelve"), "house style");
  assert.equal(edit("9 miles", "15 kilometers"), "unit");
  assert.equal(edit("within", "inside"), "word");
  assert.equal(edit("met", "are scheduled to meet"), "tense");
  // 003 has less of the text, and an earlier version of it: who dropped or added what is not known.
  assert.equal(edit("He said", null), "attribution in one");
  assert.equal(edit("hundreds of people", "at least 400 medics and civilian residents"), "number");
  assert.equal(edit("but acknowledges those numbers were likely an undercount", null), "caveat in one");
  for (const row of ledger) {
    const [a, b] = [row.articleA, row.articleB].map((name) => seeds.find(({article}) => article === name)?.text ?? "");
    assert.equal(a?.slice(row.startA, row.endA) || null, row.before);
    assert.equal(b?.slice(row.startB, row.endB) || null, row.after);
    assert.ok(reuse.some(({startA, startB}) => [startA, startB].includes(row.sentenceStartA)));
  }
});

test("text that was merged from two sentences is neither cut nor added", () => {
  // One sentence of 003 holds two of 001; only what stands in neither was left out of both.
  const between = ledger.filter(
    (row) => [row.articleA, row.articleB].sort().join() === [nameOf("001"), nameOf("003")].join(),
  );
  const merged = between.filter(
    ({before, after}) => [before, after].includes(null) && (before ?? after)?.includes("plumes of smoke"),
  );
  assert.deepEqual(merged, []);
  assert.ok(between.some(({before}) => before?.startsWith("according to a statement and images")));
});

test("what was left out is told apart by whether it must have been seen", () => {
  const rows = leftOut.filter(({article}) => article === nameOf("003"));
  assert.ok(rows.some(({place}) => place === "between") && rows.some(({place}) => place === "after"));
  const text = seeds.find(({article}) => article === nameOf("001"))?.text ?? "";
  for (const row of rows) {
    assert.equal(text.slice(row.start, row.end), row.text);
    assert.ok(
      !reuse.some(
        ({articleA, startA, articleB}) => articleA === row.origin && articleB === row.article && startA === row.start,
      ),
    );
  }
});

test("the order of the articles changes nothing", () => {
  assert.deepEqual(compareReuse([...seeds].reverse()), {reuse, ledger, shares, origins, versions, leftOut});
});

const COPY = "A freight train carrying grain left the rails near the Harlow crossing before dawn on Sunday.";
const CAVEAT =
  "Eleven wagons overturned and spilled wheat across both tracks of the line to the coast, though it was not confirmed.";
const BARE = "Eleven wagons overturned and spilled wheat across both tracks of the line to the coast.";
const MORE = "Villagers who had come with torches watched cranes lift the first of them after sunrise.";

/** Two articles of these texts and dates: what the ledger says of the caveat, with the articles in its order. */
function readLedger(moreDate: string | null, lessDate: string | null, more: string, less: string): string[] {
  const articles = [
    makeArticle("b", more, {published: moreDate, agency: "Reuters"}),
    makeArticle("a", less, {published: lessDate}),
  ];
  return compareReuse(articles).ledger.map((row) => `${row.articleA} ${row.articleB} ${row.edit}, ${row.direction}`);
}

test("only dates or wording tell what was dropped and what was added", () => {
  assert.deepEqual(readLedger("2024-05-05", "2024-05-06", CAVEAT, BARE), ["b a caveat dropped, earlier"]);
  assert.deepEqual(readLedger("2024-05-06", "2024-05-05", CAVEAT, BARE), ["a b caveat added, earlier"]);
  assert.deepEqual(readLedger("2024-05-05", "2024-05-05", CAVEAT, BARE), ["b a caveat in one, null"]);
  assert.deepEqual(readLedger("2024-05-05T09:00", "2024-05-05", CAVEAT, BARE), ["b a caveat in one, null"]);
  assert.deepEqual(readLedger(null, "2024-05-05", CAVEAT, BARE), ["b a caveat in one, null"]);
});

test("the fuller text is one to start from, unless it is the later", () => {
  const family = [`${COPY} ${CAVEAT} ${MORE}`, `${COPY} ${BARE}`] as const;
  assert.deepEqual(readLedger(null, null, ...family), ["b a caveat dropped, fuller"]);
  assert.deepEqual(readLedger("2024-05-05", "2024-05-06", ...family), ["b a caveat dropped, earlier"]);
  assert.deepEqual(readLedger("2024-05-06", "2024-05-05", ...family), ["b a caveat in one, null"]);
});
