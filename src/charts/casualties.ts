import {drawForest, type ForestFact, stateAgreement} from "./forest.ts";
import {type ChartFact, type ChartMention, countWitnesses, type ReadingMark, readMark} from "./readings.ts";
import type {ChartSpec} from "./render.ts";
import type {Sigla} from "./sigla.ts";

/** Groups of people, in the order in which a reader asks for them. */
const GROUPS: [role: string, heading: string][] = [
  ["killed", "Killed"],
  ["killed or injured", "Killed or injured"],
  ["injured", "Injured"],
  ["missing", "Missing"],
  ["displaced", "Displaced"],
  ["evacuated", "Evacuated"],
  ["captive", "Held captive"],
  ["trapped", "Trapped"],
];

/** More lines than this are no picture; figures of one article alone are then left to the table of quantities. */
const MOST_LINES = 40;

/**
 * Everyone who was killed, injured, driven out or held, as each article counts them: a forest plot of the readings, the facts that
 * several articles tell first in each group. Null where no article counts anybody.
 */
export function drawCasualties(
  mentions: readonly ChartMention[],
  sigla: Sigla,
  facts: readonly ChartFact[],
): ChartSpec | null {
  const all = GROUPS.flatMap(([role, group]) => readGroup(role, group, mentions, sigla, facts));
  const lines = all.reduce((sum, {marks}) => sum + marks.length, 0);
  const shared = all.filter(({marks}) => countWitnesses(marks) > 1);
  const shown = lines > MOST_LINES && shared.length > 0 ? shared : all;
  if (shown.length === 0) return null;
  const hidden = all.length - shown.length;
  const left = hidden === 1 ? "1 that only one article gives is" : `${hidden} that only one article gives are`;
  const {title, sentence} = stateAgreement(all, "counts of people");
  const subtitle = [sentence, hidden > 0 && `${left} not drawn.`, "An arrow marks an open end (“at least”, “nearly”)."];
  return drawForest(shown, {
    title,
    subtitle: subtitle.filter(Boolean).join(" "),
    unit: "People",
    sigla,
  });
}

function readGroup(
  role: string,
  group: string,
  mentions: readonly ChartMention[],
  sigla: Sigla,
  facts: readonly ChartFact[],
): ForestFact[] {
  const weight = ({marks}: ForestFact) => marks[0]?.value ?? 0;
  return facts
    .filter((fact) => fact.role === role)
    .map(({fact, label, relation}) => ({
      group,
      label,
      relation,
      marks: readMarks(
        mentions.filter((mention) => mention.fact === fact),
        sigla,
      ),
    }))
    .filter(({marks}) => marks.length > 0)
    .sort((a, b) => countWitnesses(b.marks) - countWitnesses(a.marks) || weight(b) - weight(a));
}

/** An article that says the same twice gets one mark; marks stand in the order of the sigla. */
function readMarks(mentions: readonly ChartMention[], sigla: Sigla): ReadingMark[] {
  const marks = new Map<string, ReadingMark>();
  for (const mention of mentions) {
    const mark = readMark(mention, sigla);
    const key = `${mark?.siglum} ${mark?.low} ${mark?.high}`;
    if (mark && !marks.has(key)) marks.set(key, mark);
  }
  const order = [...sigla.values()].map(({letter}) => letter);
  return [...marks.values()].sort((a, b) => order.indexOf(a.siglum) - order.indexOf(b.siglum));
}
