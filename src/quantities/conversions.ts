import type {Issue} from "../corpus/issue.ts";
import type {Draft} from "./draft.ts";
import type {Token} from "./tokens.ts";
import {unitOfCode} from "./units.ts";

/** A quantity in brackets that restates the one before it in another unit. */
export interface Conversion {
  /** Index of the draft that it restates. */
  of: number;
  issues: Issue[];
}

/** How far the two may differ before it is worth a question: "about 15 kilometers (9 miles)" is 3% off. */
const TOLERANCE = 0.12;

/** Which drafts of a sentence are conversions: "15 kilometers (9 miles)", "12mph (20km/h)", "HK$3.7 billion (US$473 million)". */
export function findConversions(tokens: readonly Token[], drafts: readonly Draft[]): Map<number, Conversion> {
  const found = new Map<number, Conversion>();
  for (let index = 1; index < drafts.length; index++) {
    const [main, other] = [drafts[index - 1], drafts[index]];
    if (!main || !other || !main.unit || !other.unit || main.unit === other.unit || other.role !== main.role) continue;
    const open = tokens[other.from - 1]?.text;
    if ((open !== "(" && open !== "[") || other.from - main.to > 3) continue;
    if (main.role === "money" || main.role === "speed") found.set(index, {of: index - 1, issues: []});
    else {
      const [a, b] = [unitOfCode(main.unit), unitOfCode(other.unit)];
      if (a && b && a.dimension === b.dimension) found.set(index, {of: index - 1, issues: check(tokens, main, other)});
    }
  }
  return found;
}

/** The two values in the SI unit must agree, else the conversion carries an issue. */
function check(tokens: readonly Token[], main: Draft, other: Draft): Issue[] {
  const [a, b] = [inSi(main), inSi(other)];
  if (a === null || b === null || Math.abs(a - b) <= TOLERANCE * Math.max(a, b)) return [];
  const [start, end] = [tokens[main.from]?.start ?? null, tokens[other.to - 1]?.end ?? null];
  return [
    {
      rule: "conversion-agrees",
      message: `the conversion differs by ${Math.round((Math.abs(a - b) / Math.max(a, b)) * 100)}%`,
      start,
      end,
    },
  ];
}

function inSi(draft: Draft): number | null {
  const factor = unitOfCode(draft.unit ?? "")?.si ?? null;
  const value = draft.low ?? draft.high;
  return factor === null || value === null ? null : value * factor;
}
