import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {readCorpus} from "../../src/corpus/read-corpus.ts";
import {findReuse} from "../../src/reuse/corpus-reuse.ts";
import {findEdits} from "../../src/reuse/edits.ts";
import {fingerprintArticle} from "../../src/reuse/fingerprints.ts";
import {readReuseText} from "../../src/reuse/passage-text.ts";
import {alignTexts} from "../../src/reuse/passages.ts";
import {makeArticle, makeText} from "./make-text.ts";

const {articles} = readCorpus(new URL("../../seeds", import.meta.url).pathname);
const texts = articles.map(readReuseText);

// Texts that resemble each other: sentences of the seeds, words changed, in any order.
const pool = texts.flatMap(({sentences}) => sentences.map(({text}) => text));
const sentence = fc
  .tuple(fc.constantFrom(...pool), fc.nat(), fc.constantFrom("harbour", "“no,”", "twelve", "said", ""))
  .map(([text, at, word]) => {
    const words = text.split(" ");
    words[at % words.length] = word;
    return words.join(" ");
  });
const text = fc.array(sentence, {minLength: 1, maxLength: 6}).map((sentences) => sentences.join(" "));

test("alignment is symmetric", () => {
  fc.assert(
    fc.property(text, text, (x, y) => {
      const [a, b] = [makeText("a", x), makeText("b", y)];
      const there = alignTexts(a, b).map((pair) => [pair.a.start, pair.b.start, pair.label, pair.score, pair.moved]);
      const back = alignTexts(b, a).map((pair) => [pair.b.start, pair.a.start, pair.label, pair.score, pair.moved]);
      const order = (p: unknown[], q: unknown[]) => Number(p[0]) - Number(q[0]) || Number(p[1]) - Number(q[1]);
      assert.deepEqual(back.sort(order), there.sort(order));
    }),
    {numRuns: 60},
  );
});

test("spans of pairs and edits slice back to what they state", () => {
  fc.assert(
    fc.property(text, text, (x, y) => {
      for (const pair of alignTexts(makeText("a", x), makeText("b", y))) {
        assert.equal(x.slice(pair.a.start, pair.a.end), pair.a.text);
        assert.equal(y.slice(pair.b.start, pair.b.end), pair.b.text);
        for (const edit of findEdits(pair.a, pair.b)) {
          assert.equal(x.slice(edit.startA, edit.endA) || null, edit.before);
          assert.equal(y.slice(edit.startB, edit.endB) || null, edit.after);
          assert.ok(edit.before !== null || edit.after !== null);
        }
      }
    }),
    {numRuns: 60},
  );
});

test("an article against itself is verbatim in every sentence, without an edit", () => {
  for (const article of texts) {
    const pairs = alignTexts(article, article).filter((pair) => pair.a.start === pair.b.start);
    assert.equal(pairs.length, article.sentences.length, article.article);
    for (const {a, b, label} of pairs) {
      assert.equal(label, "verbatim", a.text);
      assert.deepEqual(findEdits(a, b), []);
    }
  }
});

test("the order of the articles changes nothing", () => {
  const expected = findReuse(articles);
  assert.ok(expected.length > 40);
  fc.assert(
    fc.property(fc.shuffledSubarray(articles, {minLength: articles.length}), (shuffled) => {
      assert.deepEqual(findReuse(shuffled), expected);
    }),
    {numRuns: 5},
  );
});

test("any text whatever is read, aligned and fingerprinted", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary", maxLength: 200}), fc.string({unit: "grapheme", maxLength: 200}), (x, y) => {
      for (const {a, b} of alignTexts(makeText("a", `${x} ${y}`), makeText("b", `${y} ${x}`))) findEdits(a, b);
      fingerprintArticle(makeArticle("a", x + y));
    }),
    {numRuns: 200},
  );
});

test("a text without a full stop is compared in pieces, in good time", () => {
  const words = Array.from({length: 20_000}, (_, i) => `word${(i * 7919) % 6007}`).join(" ");
  const started = performance.now();
  const pairs = alignTexts(makeText("a", words), makeText("b", `${words.slice(5000)} end`));
  assert.ok(pairs.length > 50, String(pairs.length));
  for (const {a} of pairs) assert.equal(words.slice(a.start, a.end), a.text);
  assert.ok(performance.now() - started < 20_000);
});
