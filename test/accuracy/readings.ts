import {type Corpus, readCorpus} from "../../src/corpus/read-corpus.ts";
import {TABLES} from "../../src/tables/catalog.ts";
import type {Span} from "./spans.ts";

export interface ZoneRow extends Span {
  zone: string;
}

export interface SentenceRow extends Span {
  text: string;
}

export interface QuantityRow extends Span {
  text: string;
  numberStart: number | null;
  numberEnd: number | null;
  low: number | null;
  high: number | null;
  bound: string;
  unit: string | null;
  role: string;
  speaker: string | null;
  fact: string | null;
}

export interface FactRow {
  fact: string;
  label: string;
  relation: string;
}

export interface QuoteRow extends Span {
  text: string;
  kind: string;
  speaker: string | null;
}

export interface ReuseRow {
  articleA: string;
  startA: number;
  endA: number;
  articleB: string;
  startB: number;
  endB: number;
  label: string;
}

/** What the command line's tables of these names say of a corpus, titles left out: they have no gold. */
export interface Readings {
  zones: readonly ZoneRow[];
  sentences: readonly SentenceRow[];
  quantities: readonly QuantityRow[];
  facts: readonly FactRow[];
  quotes: readonly QuoteRow[];
  reuse: readonly ReuseRow[];
}

/** Reads a folder or file of articles as the command line does. Throws where an input cannot be read: a gap is no figure. */
export async function readTables(input: string): Promise<Readings> {
  const corpus = readCorpus(input);
  const [skipped] = corpus.skipped;
  if (skipped) throw new Error(`${skipped.path}: ${skipped.reason}`);
  return {
    zones: await listRows<ZoneRow>("zones", corpus),
    sentences: await listRows<SentenceRow>("sentences", corpus),
    quantities: await listRows<QuantityRow>("quantities", corpus),
    facts: await listRows<FactRow>("facts", corpus),
    quotes: await listRows<QuoteRow>("quotes", corpus),
    reuse: await listRows<ReuseRow>("reuse", corpus),
  };
}

async function listRows<T>(name: string, corpus: Corpus): Promise<T[]> {
  const table = TABLES[name];
  if (!table) throw new Error(`no table ${name}`);
  const rows: object[] = [];
  for await (const row of await table.rows(corpus)) if (!("field" in row) || row.field !== "title") rows.push(row);
  return rows as T[];
}
