import type {Gold} from "./gold.ts";
import {countF1, type Measure, measureFigure, measureShare} from "./measure.ts";
import {isSameSpeaker} from "./names.ts";
import type {QuoteRow, Readings} from "./readings.ts";
import {measureAgreement, type Span} from "./spans.ts";

const NO_SPEECH: readonly string[] = ["indirect", "title", "scare"];
/** Marks and commas at the edges may differ; three quarters of both spans together must be shared. */
const LEAST_AGREEMENT = 0.75;

/** Quotations in marks: found one to one, and who says them. */
export function scoreQuotations({quotes}: Gold, readings: Readings): Measure[] {
  if (!quotes) return [];
  const rows = readings.quotes.filter(({kind}) => !NO_SPEECH.includes(kind));
  const wanted = quotes.filter(({isQuotation}) => isQuotation);
  const free = new Set(rows);
  const matches = wanted.map((gold) => ({gold, read: takeFirst(free, gold)}));
  const hits = matches.filter(({read}) => read !== null);
  const named = hits.filter(({gold}) => gold.speakers.length > 0);
  const missed = matches.filter(({read}) => read === null).map(({gold}) => `missed ${say(gold)}`);
  const misses = [...missed, ...[...free].map((row) => `stray ${say(row)}`)];
  const figure = countF1(hits.length, rows.length, wanted.length);
  return [
    {...measureFigure("quotations", "spans (F1)", figure, wanted.length), misses},
    measureShare(
      "quotations",
      "speaker right",
      named,
      ({gold, read}) => gold.speakers.some((name) => isSameSpeaker(read?.speaker ?? null, name)),
      ({gold, read}) => `${say(gold)} ${gold.speakers.join(" | ")}: ${read?.speaker}`,
    ),
  ];
}

function takeFirst(free: Set<QuoteRow>, gold: Span): QuoteRow | null {
  for (const row of free) {
    if (measureAgreement(row, gold) < LEAST_AGREEMENT) continue;
    free.delete(row);
    return row;
  }
  return null;
}

const say = ({article, start, text}: Span & {text: string}): string => `${article} ${start} ${JSON.stringify(text)}`;
