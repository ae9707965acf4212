// npm run bench:facts: joining facts over growing corpora of one event, made by recombining the paragraphs of the seeds with a seeded
// generator; a third of the sentences get numbers of their own, so that not everything is a copy. One process, one core; the figure
// to look at is the ratio of times when the corpus doubles (2 is linear).
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

const root = join(import.meta.dirname, "../..");
const {readArticle} = await import(join(root, "dist/corpus/metadata.js"));
const {readClaims} = await import(join(root, "dist/compare/claims.js"));
const {compareFacts} = await import(join(root, "dist/compare/compare-facts.js"));

let state = 20260101;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const pick = (list) => list[Math.floor(random() * list.length)];

const paragraphs = readdirSync(join(root, "seeds"))
  .filter((name) => name.endsWith(".txt"))
  .flatMap((name) =>
    readFileSync(join(root, "seeds", name), "utf8")
      .slice(0, 9400)
      .split(/\n+/),
  )
  .filter((line) => line.length > 80);

/** Digits of some numbers changed by up to a fifth, as later versions of a story have it. */
const vary = (paragraph) =>
  random() < 0.67
    ? paragraph
    : paragraph.replace(/\b\d{2,3}\b/g, (n) => String(Math.max(2, Math.round(Number(n) * (0.9 + random() / 5)))));

const articles = Array.from({length: 2000}, (_, i) =>
  readArticle(`article-${i}`, Array.from({length: 18}, () => vary(pick(paragraphs))).join("\n"), {
    outlet: `Outlet ${i}`,
    published: `2022-03-${10 + (i % 15)}`,
  }),
);
console.log("articles  mentions  facts  reading s  joining s  joining against half");
/** Seconds of processor time of this process: other work on the machine does not count. */
const cpu = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
let before = 0;
for (const n of [250, 500, 1000, 2000]) {
  const t0 = cpu();
  const claims = readClaims(articles.slice(0, n));
  const t1 = cpu();
  const {facts, factOf} = compareFacts(claims);
  const joining = cpu() - t1;
  console.log(
    `${String(n).padStart(8)}  ${String(factOf.size).padStart(8)}  ${String(facts.length).padStart(5)}  ${(t1 - t0).toFixed(2).padStart(9)}  ${joining.toFixed(2).padStart(9)}  ${before ? `${(joining / before).toFixed(2)} x` : "-"}`,
  );
  before = joining;
}
