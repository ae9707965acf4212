import {scoreFacts, scoreRelations} from "./facts.ts";
import type {Gold} from "./gold.ts";
import type {Measure} from "./measure.ts";
import {scoreQuantities} from "./quantities.ts";
import {scoreQuotations} from "./quotations.ts";
import type {Readings} from "./readings.ts";
import {scoreReuse} from "./reuse.ts";
import {scoreSentences, scoreZones} from "./texts.ts";

const TASKS = [scoreZones, scoreSentences, scoreQuantities, scoreFacts, scoreRelations, scoreQuotations, scoreReuse];

/** All measures for which the gold has a table. */
export function scoreReadings(gold: Gold, readings: Readings): Measure[] {
  return TASKS.flatMap((score) => score(gold, readings));
}
