import type {Gold} from "./gold.ts";
import {type Measure, measureCount} from "./measure.ts";
import type {Readings} from "./readings.ts";
import {countShared, isSameArticle, type Span} from "./spans.ts";

/** Gold tells more kinds of furniture apart than the project does; both are compared by these. */
function broadZone(zone: string): string {
  if (["headline", "dateline", "body", "caption"].includes(zone)) return zone;
  return zone.includes("credit") ? "credit" : "other";
}

/** The share of the gold's characters that were read as of the right zone; what stands in no run was read as "other". */
export function scoreZones({zones}: Gold, readings: Readings): Measure[] {
  if (!zones) return [];
  let [right, all] = [0, 0];
  const misses: string[] = [];
  for (const run of zones) {
    const near = readings.zones.filter((row) => countShared(run, row) > 0);
    const wrong = new Map<string, number>();
    for (let at = run.start; at < run.end; at++) {
      const read = broadZone(near.find(({start, end}) => start <= at && at < end)?.zone ?? "other");
      if (read !== broadZone(run.zone)) wrong.set(read, (wrong.get(read) ?? 0) + 1);
    }
    const length = run.end - run.start;
    all += length;
    right += [...wrong.values()].reduce((left, count) => left - count, length);
    for (const [zone, count] of wrong) misses.push(`${place(run)} ${count} of ${length} ${run.zone} read as ${zone}`);
  }
  const figure = all === 0 ? null : right / all;
  return [{task: "zones", measure: "characters in the right zone", figure, kind: "share", n: all, misses}];
}

/** Sentences whose two ends are not the gold's, and readings that stand on gold text without being a sentence of it. */
export function scoreSentences(gold: Gold, readings: Readings): Measure[] {
  if (!gold.sentences) return [];
  const wanted = gold.sentences.filter(({zone}) => ["headline", "body", "caption"].includes(zone));
  const isSame = (x: Span, y: Span): boolean =>
    x.start === y.start && x.end === y.end && isSameArticle(x.article, y.article);
  const missed = wanted.filter((sentence) => !readings.sentences.some((row) => isSame(row, sentence)));
  const spurious = readings.sentences.filter(
    (row) =>
      wanted.some((sentence) => countShared(sentence, row) > 0) && !wanted.some((sentence) => isSame(row, sentence)),
  );
  const say = (row: Span & {text: string}): string => `${place(row)} ${JSON.stringify(row.text)}`;
  return [
    measureCount("sentences", "missed", missed, wanted.length, say),
    measureCount("sentences", "spurious", spurious, wanted.length, say),
  ];
}

const place = ({article, start, end}: Span): string => `${article} ${start}-${end}`;
