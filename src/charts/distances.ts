import {drawDeviationLines} from "./deviations.ts";
import {drawForest, type ForestFact, stateAgreement} from "./forest.ts";
import {type ChartFact, type ChartMention, countWitnesses, type ReadingMark, readMark, restates} from "./readings.ts";
import type {ChartSpec} from "./render.ts";
import type {Sigla} from "./sigla.ts";

/** Kilometres in a unit, exact by definition (international yard and pound agreement of 1959). */
const KM_PER: Readonly<Record<string, number>> = {
  km: 1,
  m: 0.001,
  cm: 0.00001,
  mm: 0.000001,
  mi: 1.609344,
  yd: 0.0009144,
  ft: 0.0003048,
  in: 0.0000254,
};

/** A distance in km, with the conversions in brackets that restate it. */
export interface DistanceMark extends ReadingMark {
  conversions: readonly ReadingMark[];
}

/** Every distance on one axis of kilometres, whatever unit the article prints. Null where no article gives one. */
export function drawDistances(
  mentions: readonly ChartMention[],
  sigla: Sigla,
  facts: readonly ChartFact[],
): ChartSpec | null {
  const told = readDistances(mentions, sigla, facts);
  if (told.length === 0) return null;
  const drawn = told.map((fact) => ({...fact, marks: fact.marks.map(({conversions: _, ...mark}) => mark)}));
  const {title, sentence} = stateAgreement(drawn, "distances");
  return drawForest(drawn, {
    title,
    subtitle: `${sentence} Miles and kilometres stand on one axis, in the words of each article.`.trim(),
    unit: "Kilometres",
    sigla,
  });
}

/**
 * How far the readings of each distance lie from each other, in percent of the value that they have in common. Grey is what
 * rounding explains: 15 km and 9 miles overlap, so they say the same. Null where no distance is given twice.
 */
export function drawDeviations(
  mentions: readonly ChartMention[],
  sigla: Sigla,
  facts: readonly ChartFact[],
): ChartSpec | null {
  const told = readDistances(mentions, sigla, facts).filter(
    ({marks}) => marks.length > 1 || marks.some(({conversions}) => conversions.length > 0),
  );
  return told.length === 0 ? null : drawDeviationLines(told, sigla);
}

function readDistances(
  mentions: readonly ChartMention[],
  sigla: Sigla,
  facts: readonly ChartFact[],
): ForestFact<DistanceMark>[] {
  return facts
    .filter(({role}) => role === "distance")
    .map(({fact, label, relation}) => ({
      group: "",
      label,
      relation,
      marks: readReadings(
        mentions.filter((mention) => mention.fact === fact),
        sigla,
      ),
    }))
    .filter(({marks}) => marks.length > 0)
    .sort(
      (a, b) =>
        countWitnesses(b.marks) - countWitnesses(a.marks) || (b.marks[0]?.value ?? 0) - (a.marks[0]?.value ?? 0),
    );
}

/** A reading per article and wording, its conversion joined: "about 15 kilometers (9 miles)". */
function readReadings(mentions: readonly ChartMention[], sigla: Sigla): DistanceMark[] {
  const readKm = (mention: ChartMention) => {
    const factor = KM_PER[mention.unit ?? ""];
    return factor === undefined ? null : readMark(mention, sigla, factor);
  };
  const readings = new Map<string, DistanceMark>();
  for (const mention of mentions) {
    const mark = readKm(mention);
    if (!mark || typeof mention.conversionOf === "number") continue;
    const restating = mentions.filter((other) => restates(other, mention));
    const reading = [mention.text, ...restating.map(({text}) => `(${text})`)].join(" ");
    const key = `${mark.siglum} ${reading}`;
    if (!readings.has(key))
      readings.set(key, {...mark, reading, conversions: restating.flatMap((row) => readKm(row) ?? [])});
  }
  return [...readings.values()];
}
