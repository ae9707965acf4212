import type {Gold, GoldReuse} from "./gold.ts";
import {type Measure, measureCount, measureShare} from "./measure.ts";
import type {Readings, ReuseRow} from "./readings.ts";
import {fallsOn, type SpanPair, standsFor} from "./spans.ts";

const COPIES = ["verbatim", "near-verbatim", "paraphrase"] as const;

/** Aligned sentences: found under each label, rightly aligned, rightly labelled, and traps. Other labels of the gold are free. */
export function scoreReuse(gold: Gold, readings: Readings): Measure[] {
  if (!gold.reuse) return [];
  const isOn = (pair: SpanPair, row: ReuseRow): boolean => {
    const a = {article: row.articleA, start: row.startA, end: row.endA};
    const b = {article: row.articleB, start: row.startB, end: row.endB};
    return fallsOn(pair, a, b, standsFor);
  };
  const isCopy = ({label}: GoldReuse): boolean => (COPIES as readonly string[]).includes(label);
  const copies = gold.reuse
    .filter(isCopy)
    .map((pair) => ({pair, read: readings.reuse.find((row) => isOn(pair, row)) ?? null}));
  const found = copies.filter(({read}) => read !== null);
  const isRight = (row: ReuseRow): boolean => copies.some(({pair}) => isOn(pair, row));
  const free = gold.reuse.filter((pair) => !isCopy(pair));
  const counted = readings.reuse.filter((row) => isRight(row) || !free.some((pair) => isOn(pair, row)));
  const traps = gold.traps ?? [];
  const fallenFor = traps.filter((trap) => readings.reuse.some((row) => isOn(trap, row)));
  return [
    ...COPIES.map((label) =>
      measureShare(
        "reuse",
        `${label} found (recall)`,
        copies.filter(({pair}) => pair.label === label),
        ({read}) => read !== null,
        ({pair}) => `${pair.id} ${pair.text}`,
      ),
    ),
    measureShare("reuse", "pairs aligned rightly (precision)", counted, isRight, sayRow),
    measureShare(
      "reuse",
      "label right",
      found,
      ({pair, read}) => read?.label === pair.label,
      ({pair, read}) => `${pair.id} ${pair.label}: ${read?.label}`,
    ),
    measureCount(
      "reuse",
      "traps aligned",
      fallenFor,
      traps.length,
      ({a, b}) => `${a.article} ${a.start} | ${b.article} ${b.start}`,
    ),
  ];
}

const sayRow = ({articleA, startA, articleB, startB, label}: ReuseRow): string =>
  `${articleA} ${startA} | ${articleB} ${startB} ${label}`;
