import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import type {Span, SpanPair} from "./spans.ts";

type Cells = Record<string, string>;

export interface GoldZone extends Span {
  zone: string;
}

export interface GoldSentence extends GoldZone {
  text: string;
}

export interface GoldQuantity extends Span {
  text: string;
  /** The bare number. */
  number: Span;
  low: number | null;
  high: number | null;
  bound: string;
  unit: string;
  /** Any of them is right. */
  roles: readonly string[];
  speaker: string;
  fact: string;
  tier: string;
}

export interface GoldFact {
  fact: string;
  /** The main one first. */
  relations: readonly string[];
}

export interface GoldQuotation extends Span {
  text: string;
  isQuotation: boolean;
  /** Each of them is right. */
  speakers: readonly string[];
}

export interface GoldReuse extends SpanPair {
  id: string;
  label: string;
  text: string;
}

/** The tables of one gold folder; null where the folder has none of that name. */
export interface Gold {
  zones: GoldZone[] | null;
  sentences: GoldSentence[] | null;
  quantities: GoldQuantity[] | null;
  facts: GoldFact[] | null;
  quotes: GoldQuotation[] | null;
  reuse: GoldReuse[] | null;
  /** Pairs that look alike and are not the same claim. */
  traps: SpanPair[] | null;
  /** Pairs of facts that may be merged or not. */
  neutral: [string, string][] | null;
}

/** Reads the tables of a gold folder; throws where a row has not the columns of its head. */
export function readGold(folder: string): Gold {
  const table = <T>(name: string, toRow: (cells: Cells) => T): T[] | null => {
    const path = join(folder, name);
    if (!existsSync(path)) return null;
    return (parse(readFileSync(path), {columns: true, bom: true}) as Cells[]).map(toRow);
  };
  return {
    zones: table("zones.csv", (cells) => ({...toSpan(cells), zone: cells["zone"] ?? ""})),
    sentences: table("sentences.csv", (cells) => ({
      ...toSpan(cells),
      zone: cells["zone"] ?? "",
      text: cells["text"] ?? "",
    })),
    quantities: table("quantities.csv", toQuantity),
    facts: table("facts.csv", (cells) => ({
      fact: cells["fact"] ?? "",
      relations: splitList(cells["relation"] ?? "", ";"),
    })),
    quotes: table("quotes.csv", toQuotation),
    reuse: table("reuse.csv", (cells) => ({
      ...toPair(cells),
      id: cells["pair_id"] ?? "",
      label: cells["label"] ?? "",
      text: cells["text_a"] ?? "",
    })),
    traps: table("traps.csv", toPair),
    neutral: table("neutral.csv", (cells) => [cells["fact_a"] ?? "", cells["fact_b"] ?? ""]),
  };
}

const splitList = (cell: string, separator: string): string[] =>
  cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Tables name the article in `article` or in `file`, pairs with a suffix; an end that is not given is the next character. */
function toSpan(cells: Cells, suffix = ""): Span {
  const start = Number(cells[`start${suffix}`]);
  const end = cells[`end${suffix}`];
  const article = cells[`article${suffix}`] ?? cells[`file${suffix}`] ?? "";
  return {article, start, end: end ? Number(end) : start + 1};
}

const toPair = (cells: Cells): SpanPair => ({a: toSpan(cells, "_a"), b: toSpan(cells, "_b")});

/** Dates and clock times stand in the bounds of some rows; they are no numbers. */
function toNumber(cell: string | undefined): number | null {
  const number = Number(cell || Number.NaN);
  return Number.isNaN(number) ? null : number;
}

function toQuantity(cells: Cells): GoldQuantity {
  const span = toSpan(cells);
  return {
    ...span,
    text: cells["text"] ?? "",
    number: {
      article: span.article,
      start: toNumber(cells["numberStart"]) ?? span.start,
      end: toNumber(cells["numberEnd"]) ?? span.end,
    },
    low: toNumber(cells["low"]),
    high: toNumber(cells["high"]),
    bound: cells["bound"] ?? "",
    unit: cells["unit"] ?? "",
    roles: (cells["role"] ?? "").split("|"),
    speaker: cells["speaker"] ?? "",
    fact: cells["fact"] ?? "",
    tier: cells["tier"] ?? "",
  };
}

function toQuotation(cells: Cells): GoldQuotation {
  const speakers = [cells["speaker_canonical"], cells["speaker_as_written"], cells["speaker"]];
  return {
    ...toSpan(cells),
    text: cells["text"] ?? "",
    isQuotation: cells["is_quote"] !== "0",
    speakers: speakers.filter((name) => name !== undefined && name !== "") as string[],
  };
}
