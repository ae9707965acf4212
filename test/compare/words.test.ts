import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {readArticles} from "../../src/compare/reading.ts";
import {describeVariants, describeWordMethod, describeWords} from "../../src/compare/word-finding.ts";
import {compareWords, type WordRow} from "../../src/compare/words.ts";
import {type Article, ZONES} from "../../src/corpus/article.ts";
import {readCorpus} from "../../src/corpus/read-corpus.ts";

/** An article of body text alone. */
function writeArticle(article: string, outlet: string, text: string): Article {
  const nothing = {agency: null, headline: null, byline: null, dateline: null, published: null, updated: null};
  const zones = text.trim() ? [{start: 0, end: text.length, zone: "body" as const}] : [];
  return {article, outlet, ...nothing, language: "en", link: null, title: null, text, zones, issues: []};
}

const seeds = readArticles(readCorpus(new URL("../../seeds", import.meta.url).pathname).articles);
const rowOf = (rows: readonly WordRow[], outlet: string, word: string, layer = "word") =>
  rows.find((row) => row.outlet === outlet && row.word === word && row.layer === layer);

test("no word of the seeds differs beyond chance, and the sentence says so", () => {
  const comparison = compareWords(seeds);
  assert.deepEqual(comparison.different, []);
  assert.equal(
    describeWords(comparison),
    "No word differs beyond chance between 000, 002, CBS News, KSL and NewsNation.",
  );
  assert.match(
    describeWordMethod(comparison.scope),
    /^3,6\d\d words of body text .* at most 5% of 1,999 random deals of the 1\d\d different sentences/,
  );
});

test("the strongest evidence in the seeds is a spelling, and folding it takes it away", () => {
  const {rows, variants} = compareWords(seeds);
  const first = rows[0];
  assert.deepEqual([first?.outlet, first?.word, first?.count, first?.otherCount], ["002", "zelensky", 4, 0]);
  const folded = rowOf(rows, "002", "zelenskyy", "folded");
  assert.equal(folded?.count, 4);
  assert.equal(folded?.pAdjusted, 1);
  const variant = variants.find(({word}) => word === "zelenskyy");
  assert.equal(
    variant && describeVariants(variant),
    "“Zelenskyy” (CBS News 8, KSL 5, 000 4, NewsNation 1), “Zelensky” (002 4)",
  );
});

test("counts of a layer sum to each outlet's total, and every number is finite or null", () => {
  const {rows, scope} = compareWords(seeds, {permutations: 99});
  for (const layer of ["word", "folded"]) {
    for (const outlet of scope.outlets) {
      const own = rows.filter((row) => row.layer === layer && row.outlet === outlet);
      const sum = own.reduce((total, row) => total + row.count, 0);
      assert.ok(own.every((row) => row.total === sum && row.total + row.otherTotal === scope.tokens));
    }
  }
  for (const row of rows) {
    for (const value of Object.values(row))
      assert.ok(value === null || typeof value === "string" || Number.isFinite(value));
    assert.ok(row.p !== null && row.p >= 0 && row.p <= 1);
    assert.ok(row.pAdjusted !== null && row.pAdjusted > 0 && row.pAdjusted <= 1);
  }
});

test("more evidence never has a larger chance", () => {
  const {rows} = compareWords(seeds, {permutations: 99});
  for (const layer of ["word", "folded"]) {
    const own = rows.filter((row) => row.layer === layer);
    for (const [i, row] of own.entries()) {
      const next = own[i + 1];
      if (!next) continue;
      assert.ok(Math.abs(row.g2 ?? 0) >= Math.abs(next.g2 ?? 0));
      assert.ok((row.p ?? 0) <= (next.p ?? 0) && (row.pAdjusted ?? 0) <= (next.pAdjusted ?? 0));
    }
  }
});

test("the order of the articles changes nothing, and a second run gives the same bytes", () => {
  const expected = JSON.stringify(compareWords(seeds, {permutations: 199}));
  assert.equal(JSON.stringify(compareWords(seeds, {permutations: 199})), expected);
  fc.assert(
    fc.property(fc.shuffledSubarray(seeds, {minLength: seeds.length}), (shuffled) => {
      assert.equal(JSON.stringify(compareWords(shuffled, {permutations: 199})), expected);
    }),
    {numRuns: 5},
  );
});

const SENTENCES = Array.from({length: 30}, (_, i) => `Item ${i} was seen near gate ${i * 7}.`);

test("a word that one outlet writes in every sentence is found, and said", () => {
  const plain = SENTENCES.join(" ");
  const loud = SENTENCES.map((sentence) => sentence.replace("was", "was allegedly")).join(" ");
  const readings = readArticles([
    writeArticle("a.txt", "A", loud),
    writeArticle("b.txt", "B", plain.replaceAll("gate", "door")),
  ]);
  const comparison = compareWords(readings);
  const words = comparison.different.map(({row, kind}) => `${row.outlet} ${row.word} ${kind}`);
  assert.ok(words.includes("A allegedly word"), words.join());
  assert.match(
    describeWords(comparison),
    /^\d words differ beyond chance between A and B: .*“allegedly” \(A 30 times in 2\d\d words, the others never; corrected p < \.001\)/,
  );
});

test("a difference of house style alone is called spelling", () => {
  const british = SENTENCES.map((sentence, i) => `${sentence} The defence organised squad ${i}.`).join(" ");
  const american = SENTENCES.map((sentence, i) => `${sentence} The defense organized squad ${i + 50}.`).join(" ");
  const comparison = compareWords(
    readArticles([writeArticle("a.txt", "A", british), writeArticle("b.txt", "B", american)]),
  );
  assert.deepEqual(
    comparison.different.map(({kind}) => kind),
    comparison.different.map(() => "spelling"),
  );
  assert.match(
    describeWords(comparison),
    /^Only spelling differs beyond chance between A and B: .*A writes “defence”, where others write “defense”/,
  );
});

test("copies are no independent evidence: what three outlets print alike does not make the fourth differ", () => {
  const wire = "Rescue teams found the hidden tunnel. The tunnel held a hidden store.";
  const own = (i: number) => SENTENCES.map((sentence) => sentence.replace("Item", `Thing ${i}`)).join(" ");
  const articles = ["A", "B", "C", "D"].map((outlet, i) =>
    writeArticle(`${outlet}.txt`, outlet, `${own(i)} ${i < 3 ? wire : ""}`),
  );
  const {different} = compareWords(readArticles(articles));
  assert.ok(different.every(({row}) => !["tunnel", "hidden"].includes(row.word)));
});

test("outlets with several articles each are compared by dealing out articles", () => {
  const articles = Array.from({length: 14}, (_, i) =>
    writeArticle(`${i}.txt`, i % 2 ? "A" : "B", SENTENCES.slice(i, i + 9).join(" ")),
  );
  // One article's topic: nine uses in nine sentences, yet one article.
  const topical = articles.map((article, i) =>
    i === 3
      ? writeArticle(
          "3.txt",
          "A",
          SENTENCES.slice(0, 9)
            .map((s) => `${s} Avalanche again.`)
            .join(" "),
        )
      : article,
  );
  const comparison = compareWords(readArticles(topical));
  assert.equal(comparison.scope.unit, "article");
  assert.deepEqual(comparison.scope.outlets, ["A", "B"]);
  assert.deepEqual(comparison.different, []);
  // The same words in sentences dealt out singly would pass for a habit of the outlet.
  const row = rowOf(comparison.rows, "A", "avalanche");
  assert.ok((row?.p ?? 1) < 0.01 && (row?.pAdjusted ?? 0) > 0.05);
});

test("nothing to compare: no article, an empty one, one outlet, no zone asked for", () => {
  const cases: [articles: Article[], finding: string][] = [
    [[], "No words to compare: no article has body text."],
    [[writeArticle("a.txt", "A", "")], "No words to compare: no article has body text."],
    [[writeArticle("a.txt", "A", "?! -")], "No words to compare: no article has body text."],
    [[writeArticle("a.txt", "A", "One two.")], "Only A has words: there is nothing to compare its word use with."],
    [
      [writeArticle("a.txt", "A", "One two."), writeArticle("b.txt", "B", " ")],
      "Only A has words: there is nothing to compare its word use with.",
    ],
  ];
  for (const [articles, finding] of cases) {
    const comparison = compareWords(readArticles(articles));
    assert.equal(describeWords(comparison), finding);
    assert.deepEqual(comparison.different, []);
    assert.ok(comparison.rows.every((row) => row.g2 === null && row.pAdjusted === null && row.logRatioLow === null));
    assert.doesNotMatch(JSON.stringify(comparison), /NaN|Infinity/);
  }
  assert.deepEqual(compareWords(seeds, {zones: []}).rows, []);
});

test("an outlet without body text is named, and not compared", () => {
  const texts = ["One two three.", "Two three four.", ""];
  const {scope} = compareWords(readArticles(texts.map((text, i) => writeArticle(`${i}.txt`, `Outlet ${i}`, text))), {
    permutations: 9,
  });
  assert.deepEqual([scope.outlets, scope.silent], [["Outlet 0", "Outlet 1"], ["Outlet 2"]]);
  assert.match(describeWordMethod(scope), /counted in 2 outlets.*No body text: Outlet 2\.$/);
});

test("only the zones asked for are counted", () => {
  const bodyOnly = compareWords(seeds, {permutations: 0}).scope.tokens;
  const everything = compareWords(seeds, {permutations: 0, zones: ZONES}).scope.tokens;
  assert.ok(bodyOnly < everything);
  assert.equal(everything, 5136);
});

test("with hundreds of outlets the table grows with the texts, zeros where a use was to be expected", () => {
  const articles = Array.from({length: 400}, (_, i) =>
    writeArticle(`${i}.txt`, `Outlet ${i}`, `The road ${i} was shut ${i % 7 ? "by" : "under"} snow x${i} y${i}.`),
  );
  const {rows, scope} = compareWords(readArticles(articles), {permutations: 9});
  assert.ok(scope.types * 400 > 200_000 && rows.length < 4 * scope.tokens, `${rows.length} rows`);
  assert.equal(rowOf(rows, "Outlet 7", "by")?.count, undefined);
  assert.equal(rowOf(rows, "Outlet 7", "under")?.count, 1);
});
