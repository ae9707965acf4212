import {availableParallelism} from "node:os";
import {extname} from "node:path";
import {Worker} from "node:worker_threads";
import type {Article} from "../corpus/article.ts";
import {compareText} from "../text/order.ts";
import {type CandidateOptions, findCandidates} from "./candidates.ts";
import {fingerprintArticle} from "./fingerprints.ts";
import {type ReuseText, readReuseText} from "./passage-text.ts";
import {alignTexts, type ReuseRow, toReuseRow} from "./passages.ts";

export interface ReuseOptions extends CandidateOptions {
  /** Corpora of at most this many articles are aligned pair by pair, without an index. Default 64. */
  exhaustiveUpTo?: number;
}

export const byArticle = (x: Article, y: Article): number => compareText(x.article, y.article);

/** The pairs of positions to align, in an order that keeps one article's pairs together. */
function choosePairs(
  articles: readonly Article[],
  {exhaustiveUpTo = 64, ...options}: ReuseOptions,
): [number, number][] {
  if (articles.length <= exhaustiveUpTo)
    return articles.flatMap((_, a) => articles.slice(a + 1).map((_, k): [number, number] => [a, a + 1 + k]));
  return findCandidates(articles.map(fingerprintArticle), options)
    .map(({a, b}): [number, number] => [a, b])
    .sort(([a, b], [c, d]) => a - c || b - d);
}

const TEXTS_KEPT = 256;

/** Reads texts once while they are in use, and forgets the oldest. */
export function textReader(articles: readonly Article[]): (at: number) => ReuseText {
  const kept = new Map<number, ReuseText>();
  return (at) => {
    const known = kept.get(at);
    if (known) return known;
    const text = readReuseText(articles[at] as Article);
    kept.set(at, text);
    if (kept.size > TEXTS_KEPT) kept.delete(kept.keys().next().value as number);
    return text;
  };
}

/** Aligns the given pairs of positions, one after the other. */
export function alignPairs(articles: readonly Article[], pairs: readonly (readonly [number, number])[]): ReuseRow[] {
  const read = textReader(articles);
  return pairs.flatMap(([a, b]) => {
    const [left, right] = [read(a), read(b)];
    return alignTexts(left, right).map((pair) => toReuseRow(left.article, right.article, pair));
  });
}

/**
 * Finds every copied sentence of a corpus: rows of {@link ReuseRow}, `articleA` before `articleB` in the order of their names, whatever the
 * order given. Up to `exhaustiveUpTo` articles every pair is aligned; beyond, those that share enough rare shingles, so that a lone
 * paraphrase between strangers is found in small corpora only. One thread; see {@link findReuseInWorkers} for thousands of articles.
 *
 * @example
 * findReuse([]) // => []
 */
export function findReuse(articles: readonly Article[], options: ReuseOptions = {}): ReuseRow[] {
  const sorted = [...articles].sort(byArticle);
  return alignPairs(sorted, choosePairs(sorted, options));
}

/** What a worker is sent; it answers with the rows. */
export interface AlignTask {
  articles: Article[];
  pairs: [number, number][];
}

/** Node strips no types in workers before version 22.18, so that a worker run from the sources registers the loader of its parent itself. */
function startWorker(): Worker {
  const entry = new URL(`./align-worker${extname(import.meta.url)}`, import.meta.url);
  if (extname(entry.pathname) !== ".ts") return new Worker(entry);
  const load = `import("tsx/esm/api").then(({register}) => (register(), import(${JSON.stringify(entry.href)})))`;
  return new Worker(load, {eval: true});
}

function runTask(worker: Worker, task: AlignTask): Promise<ReuseRow[]> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number) =>
      reject(new Error(`The alignment worker stopped with code ${code} before it answered.`));
    worker.once("exit", onExit).once("error", reject);
    worker.once("message", (rows: ReuseRow[]) => {
      worker.off("exit", onExit).off("error", reject);
      resolve(rows);
    });
    worker.postMessage(task);
  });
}

/** Articles of a chunk of pairs, renumbered, so that a worker is sent no more than it needs. */
function packTask(articles: readonly Article[], pairs: readonly [number, number][]): AlignTask {
  const places = new Map<number, number>();
  const place = (at: number): number => {
    const known = places.get(at) ?? places.size;
    places.set(at, known);
    return known;
  };
  const renumbered = pairs.map(([a, b]): [number, number] => [place(a), place(b)]);
  return {articles: [...places.keys()].map((at) => articles[at] as Article), pairs: renumbered};
}

const PAIRS_A_TASK = 256;

/** The same rows as {@link findReuse}, aligned in worker threads. Rejects if a worker fails. `workers` defaults to the machine's cores. */
export async function findReuseInWorkers(
  articles: readonly Article[],
  {workers = availableParallelism(), ...options}: ReuseOptions & {workers?: number} = {},
): Promise<ReuseRow[]> {
  const sorted = [...articles].sort(byArticle);
  const pairs = choosePairs(sorted, options);
  const results: ReuseRow[][] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = startWorker();
    try {
      for (let task = next++; task * PAIRS_A_TASK < pairs.length; task = next++) {
        const part = pairs.slice(task * PAIRS_A_TASK, (task + 1) * PAIRS_A_TASK);
        results[task] = await runTask(worker, packTask(sorted, part));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({length: Math.min(Math.max(1, workers), Math.ceil(pairs.length / PAIRS_A_TASK))}, work));
  return results.flat();
}
