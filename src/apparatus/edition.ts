import {groupByFact} from "../charts/fact-lines.ts";
import type {Sigla, Siglum} from "../charts/sigla.ts";
import {assignSigla} from "../charts/sigla.ts";
import type {ArticleReading} from "../compare/reading.ts";
import {RELATIONS} from "../compare/relations.ts";
import type {Field} from "../corpus/article.ts";

/** A row of the table `quantities`, as far as an edition shows it. */
export interface MentionRow {
  article: string;
  field?: Field;
  zone?: string;
  sentence?: number;
  start: number;
  end: number;
  numberEnd?: number;
  text: string;
  role: string;
  /** What the words give, where it is a number: null is an open end. */
  low?: number | null;
  high?: number | null;
  bound?: string;
  unit?: string | null;
  /** Null for what is no claim of its own: a date, an ordinal. */
  fact: string | null;
  speaker?: string | null;
  speakerStart?: number | null;
  speakerEnd?: number | null;
  caveat?: string | null;
  conversionOf?: number | null;
  /** What a person corrected of it, in words. */
  corrected?: readonly string[];
}

/** A row of the table `facts`. */
export interface FactRow {
  fact: string;
  role: string;
  label: string;
  articles: readonly string[];
  relation: string;
  also?: readonly string[];
  why?: string | null;
}

/** A row of the table `relations`: an article's reading against the reading of reference. */
export interface RelationRow {
  fact: string;
  article: string;
  field?: Field;
  start: number;
  referenceArticle: string;
  referenceField?: Field;
  referenceStart: number;
  relation: string;
  also?: readonly string[];
  why?: string | null;
}

/** A row of the table `omissions`. */
export interface OmissionRow {
  fact: string;
  article: string;
  known: boolean | null;
}

/** A row of the table `origins`; shares are of the words of the body, from 0 to 1. */
export interface OriginRow {
  article: string;
  /** The article that most was taken from; null where it is a source of its own. */
  origin: string | null;
  /** The article that has most of its words, be it ever so little; null where none has any. */
  closest?: string | null;
  verbatim: number;
  nearVerbatim: number;
  /** The agency whose copy it contains, and whether it prints the credit; null where none is known. */
  contains?: string | null;
  credited?: boolean | null;
}

/** A row of the table `reuse`: a sentence, or a run of them, that stands in two articles. */
export interface ReuseRow {
  articleA: string;
  startA: number;
  endA: number;
  articleB: string;
  startB: number;
  endB: number;
  label: string;
}

export interface EditionRows {
  readings: readonly ArticleReading[];
  mentions: readonly MentionRow[];
  facts: readonly FactRow[];
  relations?: readonly RelationRow[];
  omissions?: readonly OmissionRow[];
  origins?: readonly OriginRow[];
  reuse?: readonly ReuseRow[];
}

/** A comparison's rows, indexed for print. `facts` are sorted: conflicts first, then by how many articles tell them. */
export interface Edition {
  readings: readonly ArticleReading[];
  sigla: Sigla;
  facts: readonly FactRow[];
  origins: readonly OriginRow[];
  reuse: readonly ReuseRow[];
  mentionsOf: ReadonlyMap<string, readonly (MentionRow & {fact: string})[]>;
  relationsOf: ReadonlyMap<string, readonly RelationRow[]>;
  omissionsOf: ReadonlyMap<string, readonly OmissionRow[]>;
}

/** Indexes the rows of a comparison and gives every article its siglum, in the order of `readings`. */
export function openEdition(rows: EditionRows): Edition {
  const {readings, mentions, facts, relations = [], omissions = [], origins = [], reuse = []} = rows;
  const shown = new Set(facts.map(({fact}) => fact));
  const mentionsOf = groupByFact(
    mentions.filter((m): m is MentionRow & {fact: string} => m.fact !== null && shown.has(m.fact)),
  );
  for (const list of mentionsOf.values()) list.sort((a, b) => a.start - b.start);
  return {
    readings,
    sigla: assignSigla(readings.map(({article, label}) => ({article: article.article, name: label}))),
    facts: facts.filter(({fact}) => mentionsOf.has(fact)).sort(byDifference),
    origins,
    reuse,
    mentionsOf,
    relationsOf: groupByFact(relations),
    omissionsOf: groupByFact(omissions),
  };
}

/** The siglum of an article. @throws Error when the edition does not hold it, for then its rows and readings do not belong together. */
export function siglumOf({sigla}: Edition, article: string): Siglum {
  const siglum = sigla.get(article);
  if (!siglum) throw new Error(`the edition has no article "${article}"`);
  return siglum;
}

function byDifference(a: FactRow, b: FactRow): number {
  const rank = ({relation, articles}: FactRow) =>
    articles.length < 2 ? RELATIONS.length : RELATIONS.indexOf(relation as (typeof RELATIONS)[number]);
  return rank(a) - rank(b) || b.articles.length - a.articles.length || (a.fact < b.fact ? -1 : 1);
}

/** The article that has most of an article's text; null where that is a source of its own. */
export const originOf = ({origins}: Pick<Edition, "origins">, article: string): string | null =>
  origins.find((row) => row.article === article)?.origin ?? null;
