import assert from "node:assert/strict";
import {test} from "node:test";
import {findCandidates} from "../../src/reuse/candidates.ts";
import {findReuse, findReuseInWorkers} from "../../src/reuse/corpus-reuse.ts";
import {fingerprintArticle} from "../../src/reuse/fingerprints.ts";
import {makeArticle} from "./make-text.ts";

/** A deterministic sentence of words that mean nothing. */
function makeSentence(seed: number): string {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
  const word = () =>
    Array.from({length: 2 + (next() % 2)}, () => "bdfgklmnprstv"[next() % 13] + "aeiou"[next() % 5]!).join("");
  const words = Array.from({length: 18}, word);
  return `The ${words.join(" ")}.`;
}
const makeStory = (seed: number): string => Array.from({length: 8}, (_, k) => makeSentence(seed * 100 + k)).join(" ");

test("articles that share a few sentences are found among many that share none", () => {
  const stories = Array.from({length: 300}, (_, i) => makeStory(i));
  stories[250] = `${makeStory(999)} ${stories[7]?.split(". ").slice(2, 4).join(". ")}.`;
  const found = findCandidates(stories.map((text, i) => fingerprintArticle(makeArticle(String(i), text))));
  assert.deepEqual(
    found.map(({a, b}) => [a, b]),
    [[7, 250]],
  );
});

test("a story that hundreds printed stays one connected family, without every pair", () => {
  const stories = Array.from({length: 400}, (_, i) => (i % 2 === 0 ? makeStory(5) : makeStory(1000 + i)));
  const found = findCandidates(stories.map((text, i) => fingerprintArticle(makeArticle(String(i), text))));
  assert.ok(found.length < 1000, String(found.length));
  const root = stories.map((_, i) => i);
  const find = (i: number): number => (root[i] === i ? i : find(root[i] ?? i));
  for (const {a, b} of found) root[find(b)] = find(a);
  const families = new Set(stories.flatMap((_, i) => (i % 2 === 0 ? [find(i)] : [])));
  assert.equal(families.size, 1);
});

test("a phrase that everybody uses pairs nobody", () => {
  const stories = Array.from(
    {length: 200},
    (_, i) => `${makeStory(i)} Readers can send their questions to the desk by post.`,
  );
  assert.deepEqual(findCandidates(stories.map((text, i) => fingerprintArticle(makeArticle(String(i), text)))), []);
});

test("fingerprints ignore case, marks and where a word was broken", () => {
  const [a, b] = [
    "The “U.S.” won’t say why it left the well-known port.",
    "THE us wont say why it left the wellknown port",
  ];
  const print = (text: string) => [...fingerprintArticle(makeArticle("a", text))];
  assert.deepEqual(print(a.replace("U.S.", "US")), print(b));
});

test("captions and body are fingerprinted, furniture is not", () => {
  const text = makeStory(1);
  const article = makeArticle("a", text, {zones: [{start: 0, end: text.length, zone: "furniture"}]});
  assert.deepEqual([...fingerprintArticle(article)], []);
});

test("workers find what one thread finds", async () => {
  const articles = Array.from({length: 90}, (_, i) =>
    makeArticle(`${i}`, `${makeStory(i % 70)} ${makeStory(500 + i)}`),
  );
  const expected = findReuse(articles);
  assert.equal(new Set(expected.map(({articleA, articleB}) => `${articleA} ${articleB}`)).size, 20);
  assert.deepEqual(await findReuseInWorkers(articles, {workers: 2}), expected);
});
