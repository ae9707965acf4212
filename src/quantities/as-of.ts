import {isWeekday} from "./dates.ts";
import type {Draft} from "./draft.ts";
import type {Placed} from "./nearby.ts";
import type {Token} from "./tokens.ts";

const DAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const DAY_MS = 86_400_000;

/** A date that a sentence names, resolved. */
export interface DateAt extends Placed {
  iso: string;
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Midnight UTC of the day of publication, or null. */
function publicationDay(published: string | null): number | null {
  const day = published === null ? Number.NaN : Date.parse(`${published.slice(0, 10)}T00:00:00Z`);
  return published !== null && published.length >= 10 && Number.isFinite(day) ? day : null;
}

/**
 * The dates of a sentence: written ones as they stand, those without a year in the year of publication (or the one before, when they
 * would lie more than a month ahead), weekdays as the last such day up to publication ("next Friday" as the one after), "yesterday".
 */
export function findDates(tokens: readonly Token[], drafts: readonly Draft[], published: string | null): DateAt[] {
  const day = publicationDay(published);
  const dates: DateAt[] = [];
  for (const draft of drafts) {
    const iso = draft.kind === "date" ? resolveYear(draft.iso, day) : null;
    if (iso) dates.push({from: draft.from, to: draft.to, iso});
  }
  if (day === null) return dates;
  const written = new Set(dates.flatMap((date) => [date.from, date.from - 1, date.from - 2]));
  for (let at = 0; at < tokens.length; at++) {
    const word = (tokens[at]?.lower ?? "").replace(/'s$/, "");
    if (isWeekday(word)) {
      if (written.has(at)) continue;
      const ahead =
        tokens[at - 1]?.lower === "next" || (tokens[at - 1]?.lower === "on" && tokens[at - 2]?.lower === "scheduled");
      const back = (new Date(day).getUTCDay() - DAYS.indexOf(word) + 7) % 7;
      const before = tokens[at - 1]?.lower === "last" && back === 0 ? 7 : back;
      dates.push({from: at, to: at + 1, iso: isoDay(ahead ? day + (7 - back) * DAY_MS : day - before * DAY_MS)});
    } else if (word === "yesterday") dates.push({from: at, to: at + 1, iso: isoDay(day - DAY_MS)});
    else if (word === "today" || word === "tonight") dates.push({from: at, to: at + 1, iso: isoDay(day)});
  }
  return dates.sort((a, b) => a.from - b.from);
}

function resolveYear(iso: string | null, day: number | null): string | null {
  if (iso === null || !iso.startsWith("--")) return iso;
  if (day === null) return null;
  const year = new Date(day).getUTCFullYear();
  const here = `${year}-${iso.slice(2)}`;
  const time = Date.parse(`${here.length === 7 ? `${here}-01` : here}T00:00:00Z`);
  return time - day > 31 * DAY_MS ? `${year - 1}-${iso.slice(2)}` : here;
}
