// Measures text reuse on 20,000 seeded articles of 500 words, a tenth of them near-copies of others.
// The articles are chains of real phrases from seeds/: the next word is one that follows in some seed, or, three times in ten, any word.
// A near-copy drops a fifth of its source's sentences, moves one, and changes every twelfth word.
// The peer: comparing all pairs of a part of the same articles, in the same run; its time for all is extrapolated by the square.
import {spawnSync} from "node:child_process";
import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

if (!process.execArgv.includes("tsx")) {
  const {status} = spawnSync(
    process.execPath,
    ["--max-old-space-size=1024", "--import", "tsx", fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    {stdio: "inherit"},
  );
  process.exit(status ?? 1);
}

const {findReuse, findReuseInWorkers} = await import("../../src/reuse/corpus-reuse.ts");
const count = Number(process.argv[2] ?? 20_000);
const WORDS = 500;
const COPIES = 0.1;

/** mulberry32: the same numbers in every run. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(20221);
const pick = (list) => list[Math.floor(random() * list.length)];
const seeds = new URL("../../seeds/", import.meta.url);
const vocabulary = readdirSync(seeds)
  .filter((file) => file.endsWith(".txt"))
  .flatMap((file) => readFileSync(new URL(file, seeds), "utf8").match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []);
const followers = new Map();
for (const [i, word] of vocabulary.entries()) {
  const next = vocabulary[i + 1] ?? vocabulary[0];
  if (followers.has(word)) followers.get(word).push(next);
  else followers.set(word, [next]);
}

function makeSentence() {
  const words = [pick(vocabulary)];
  const length = 12 + Math.floor(random() * 20);
  while (words.length < length) words.push(random() < 0.3 ? pick(vocabulary) : pick(followers.get(words.at(-1))));
  return words;
}

function makeSentences() {
  const sentences = [];
  for (let words = 0; words < WORDS; words += sentences.at(-1).length) sentences.push(makeSentence());
  return sentences;
}

function nearCopy(sentences) {
  const kept = sentences
    .filter(() => random() >= 0.2)
    .map((words) => words.map((word) => (random() < 1 / 12 ? pick(vocabulary) : word)));
  kept.unshift(...kept.splice(Math.floor(random() * kept.length), 1));
  while (kept.reduce((sum, {length}) => sum + length, 0) < WORDS) kept.push(makeSentence());
  return kept;
}

const toArticle = (sentences, i) => {
  const text = sentences.map((words) => `${words[0][0].toUpperCase()}${words.join(" ").slice(1)}.`).join(" ");
  const article = `${String(i).padStart(6, "0")}.txt`;
  const zones = [{start: 0, end: text.length, zone: "body"}];
  return {article, outlet: "unknown", title: null, text, zones, issues: []};
};

const originals = Math.round(count * (1 - COPIES));
const sentences = Array.from({length: originals}, makeSentences);
const planted = new Set();
for (let i = originals; i < count; i++) {
  const source = Math.floor(random() * originals);
  planted.add(`${source} ${i}`);
  sentences.push(nearCopy(sentences[source]));
}
const articles = sentences.map(toArticle);
sentences.length = 0;

let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
const started = performance.now();
const rows = await findReuseInWorkers(articles, {workers: 2});
const seconds = (performance.now() - started) / 1000;
clearInterval(watch);
peak = Math.max(peak, process.memoryUsage().rss, process.resourceUsage().maxRSS * 1024);

const found = new Set(
  rows.map(({articleA, articleB}) => `${Number.parseInt(articleA, 10)} ${Number.parseInt(articleB, 10)}`),
);
const hit = [...planted].filter((pair) => found.has(pair)).length;
const extra = [...found].filter((pair) => !planted.has(pair)).length;

const part = articles.slice(-Math.min(60, count));
const peerStarted = performance.now();
findReuse(part, {exhaustiveUpTo: part.length});
const peerSeconds = (performance.now() - peerStarted) / 1000;
const peerForAll = peerSeconds * (count / part.length) ** 2;

console.log(
  JSON.stringify({
    articles: count,
    planted: planted.size,
    recall: Math.round((10_000 * hit) / planted.size) / 10_000,
    otherPairs: extra,
    rows: rows.length,
    seconds: Math.round(seconds * 10) / 10,
    peakMB: Math.round(peak / 2 ** 20),
    allPairsOfPart: `${part.length} articles in ${peerSeconds.toFixed(1)} s`,
    timesFasterThanAllPairs: Math.round(peerForAll / seconds),
  }),
);
