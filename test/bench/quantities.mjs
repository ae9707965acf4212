// Sentences a second of readQuantities on the body of the seeds, on one core, and how its time grows with the length of one line.
// The peer, if `npm install --prefix test/bench` was run: Recognizers-Text (numbers, units, percentages, money, ages, dates), sentence by
// sentence, in the same run. Process CPU time, best of five rounds.
import {spawnSync} from "node:child_process";
import {fileURLToPath} from "node:url";

if (!process.execArgv.includes("tsx")) {
  const {status} = spawnSync(process.execPath, ["--import", "tsx", fileURLToPath(import.meta.url)], {stdio: "inherit"});
  process.exit(status ?? 1);
}

const {readCorpus} = await import("../../src/corpus/read-corpus.ts");
const {readSentences} = await import("../../src/text/sentences.ts");
const {readQuantities} = await import("../../src/quantities/read-quantities.ts");

const {articles} = readCorpus(fileURLToPath(new URL("../../seeds", import.meta.url)));
const read = articles.map((article) => ({article, sentences: readSentences(article)}));
const texts = read.flatMap(({sentences}) => sentences.filter(({zone}) => zone === "body").map(({text}) => text));

/** CPU milliseconds of a run, the best of some. */
function bestOf(rounds, run) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    run();
    const {user, system} = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const perSecond = (count, ms) => Math.round((1000 * count) / ms);
const REPEATS = 40;
const count = read.reduce((sum, {sentences}) => sum + sentences.length, 0);
const ours = bestOf(5, () => {
  for (let repeat = 0; repeat < REPEATS; repeat++)
    for (const {article, sentences} of read) readQuantities(article, sentences);
});
const speed = perSecond(count * REPEATS, ours);
console.log(`readQuantities: ${speed.toLocaleString("en")} sentences/s (${count} sentences of the seeds)`);

const line = texts.join(" ");
for (const megabytes of [1, 10]) {
  const text = line.repeat(Math.ceil((megabytes * 1e6) / line.length)).slice(0, megabytes * 1e6);
  const zones = [{start: 0, end: text.length, zone: "body"}];
  const sentence = {sentence: 0, paragraph: 0, start: 0, end: text.length, zone: "body", field: "text", text};
  const ms = bestOf(1, () => readQuantities({...articles[0], text, zones}, [sentence]));
  console.log(`one line of ${megabytes} MB: ${(ms / 1000).toFixed(2)} s`);
}

const peer = await import("@microsoft/recognizers-text-suite").catch(() => null);
if (!peer) console.log("Recognizers-Text is not installed: npm install --prefix test/bench");
else {
  const {recognizeNumber, recognizePercentage, recognizeCurrency, recognizeDimension, recognizeAge, recognizeDateTime} =
    peer.default ?? peer;
  const all = [
    recognizeNumber,
    recognizePercentage,
    recognizeCurrency,
    recognizeDimension,
    recognizeAge,
    recognizeDateTime,
  ];
  const some = texts.slice(0, 60);
  for (const recognize of all) recognize(some[0], "en-us");
  const ms = bestOf(2, () => {
    for (const text of some) for (const recognize of all) recognize(text, "en-us");
  });
  const theirs = perSecond(some.length, ms);
  console.log(
    `Recognizers-Text: ${theirs.toLocaleString("en")} sentences/s, ${Math.round(speed / theirs)} times slower`,
  );
}
