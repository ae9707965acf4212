import type {Field} from "../corpus/article.ts";
import {correctedIn, type Fact} from "./compare-facts.ts";
import type {Relation} from "./relations.ts";

/** A row of the table `relations`. */
export interface RelationRow {
  fact: string;
  article: string;
  /** Which string the offsets point into, and those of the reference. */
  field: Field;
  start: number;
  end: number;
  referenceArticle: string;
  referenceField: Field;
  referenceStart: number;
  referenceEnd: number;
  relation: Relation;
  also: Relation[];
  why: string;
  /** What a person corrected of the two readings, in words; absent where nobody did. */
  corrected?: string[];
}

/**
 * The readings of all facts against their reference readings, one row each: linear in the mentions.
 *
 * @example
 * listRelations([]) // => []
 */
export function listRelations(facts: readonly Fact[]): RelationRow[] {
  return facts.flatMap((fact) =>
    fact.readings.map(({article, mention, conversions, relation, also, why}) => ({
      fact: fact.fact,
      article,
      field: mention.field,
      start: mention.start,
      end: mention.end,
      referenceArticle: fact.reference.article,
      referenceField: fact.reference.mention.field,
      referenceStart: fact.reference.mention.start,
      referenceEnd: fact.reference.mention.end,
      relation,
      also,
      why,
      ...correctedIn([mention, ...conversions, fact.reference.mention, ...fact.reference.conversions]),
    })),
  );
}
