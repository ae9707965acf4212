import {isSamePlace, type Place} from "../charts/anchor.ts";
import {restates} from "../charts/readings.ts";
import type {Siglum} from "../charts/sigla.ts";
import {RELATIONS} from "../compare/relations.ts";
import {type Edition, type FactRow, type MentionRow, siglumOf} from "./edition.ts";

/** An article that tells a fact, and where it does. */
export interface Witness {
  siglum: Siglum;
  mention: MentionRow;
}

/** One way in which a fact is told, and the articles that tell it so. */
export interface Variant {
  /** As written; a conversion in brackets follows what it restates: "about 15 kilometers (9 miles)". */
  text: string;
  witnesses: Witness[];
  /** Against the reading of reference; "same" for that reading itself. */
  relation: string;
  isReference: boolean;
}

/** The variants of a fact: the reading of reference first, then by how far they stray from it and how many tell them. */
export function findVariants(edition: Edition, {fact}: FactRow): Variant[] {
  const mentions = edition.mentionsOf.get(fact) ?? [];
  const readings = readingsIn(edition, fact);
  const [reference] = readings;
  const variants = new Map<string, Variant>();
  for (const article of edition.sigla.keys()) {
    for (const {text, mention} of readingsOf(mentions.filter((row) => row.article === article))) {
      const relation = relationOf(mention, readings, mentions);
      const key = `${normalise(text)} ${relation}`;
      const variant = variants.get(key) ?? {text, witnesses: [], relation, isReference: false};
      variants.set(key, variant);
      variant.isReference ||= reference !== undefined && isSamePlace(mention, reference);
      if (variant.witnesses.some(({siglum}) => siglum.article === article)) continue;
      variant.witnesses.push({siglum: siglumOf(edition, article), mention});
    }
  }
  return [...variants.values()].sort(
    (a, b) =>
      Number(b.isReference) - Number(a.isReference) ||
      strengthOf(b.relation) - strengthOf(a.relation) ||
      b.witnesses.length - a.witnesses.length,
  );
}

/** An article's own mentions of a fact, conversions joined to what they restate. */
function readingsOf(mentions: readonly MentionRow[]): {text: string; mention: MentionRow}[] {
  return mentions
    .filter(({conversionOf}) => conversionOf === null || conversionOf === undefined)
    .map((mention) => {
      const conversions = mentions.filter((row) => restates(row, mention)).map(({text}) => `(${text})`);
      return {text: [mention.text, ...conversions].join(" "), mention};
    });
}

interface RelatedReading extends Place {
  relation: string;
}

/** The readings that the table of relations knows: that of reference first, which is no row of its own there. */
function readingsIn({relationsOf}: Edition, fact: string): RelatedReading[] {
  const rows = relationsOf.get(fact) ?? [];
  const references = rows.slice(0, 1).map(({referenceArticle, referenceField = "text", referenceStart}) => ({
    article: referenceArticle,
    field: referenceField,
    start: referenceStart,
    relation: "same",
  }));
  return [...references, ...rows];
}

/** A number that an article repeats has no row either: it stands as the reading of the same form does. */
function relationOf(mention: MentionRow, readings: readonly RelatedReading[], mentions: readonly MentionRow[]): string {
  const own = readings.filter(({article}) => article === mention.article);
  const form = ({low, high, bound, unit}: MentionRow) => JSON.stringify([low, high, bound, unit]);
  const alike = mentions.filter((row) => form(row) === form(mention));
  const found =
    own.find((reading) => isSamePlace(reading, mention)) ??
    own.find((reading) => alike.some((row) => isSamePlace(reading, row))) ??
    own[0];
  return found?.relation ?? "same";
}

/** Place in the order of strength: 0 is a conflict. */
export function strengthOf(relation: string): number {
  const place = RELATIONS.indexOf(relation as (typeof RELATIONS)[number]);
  return place < 0 ? RELATIONS.length : place;
}

const normalise = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .replaceAll("’", "'");
