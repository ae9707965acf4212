import {agencyIn} from "./agencies.ts";
import type {Article, ZoneRun} from "./article.ts";
import {readDate} from "./dates.ts";
import type {Issue} from "./issue.ts";
import {isEnglish} from "./language.ts";
import {findOutlet} from "./outlet.ts";
import {readZones} from "./zones.ts";

/** What a JSONL record or `articles.csv` knows of an article beside its text. Absent: unknown. */
export interface Known {
  outlet?: string;
  title?: string;
  published?: string;
  updated?: string;
  link?: string;
}

/**
 * Reads one text into an Article: zones, and what the text itself tells of outlet, agency, headline and dates. What is `known`
 * beforehand wins over what is read; what neither tells is "unknown" (outlet) or null, with an issue.
 *
 * @example
 * readArticle("a.txt", "March 3, 2021\n\nOSLO, Norway (AP) — Two boats sank.").published // => "2021-03-03"
 * @example
 * readArticle("a.txt", "OSLO, Norway (AP) — Two boats sank.").zones.map(({start, zone}) => [start, zone]) // => [[0, "dateline"], [20, "body"]]
 */
export function readArticle(article: string, text: string, known: Known = {}): Article {
  const {zones, dateline} = readZones(text, known.title);
  const runs = (zone: ZoneRun["zone"]) =>
    zones.filter((run) => run.zone === zone).map((run) => text.slice(run.start, run.end));
  const headline = known.title ?? runs("headline")[0] ?? null;
  const bylines = runs("byline");
  const dates = readDates([...runs("crawler line"), ...bylines]);
  const owners = runs("furniture").filter((line) => /^(?:©|copyright)/iu.test(line));
  const signed = [
    dateline?.tag ?? "",
    ...bylines.filter((line) => !readDate(line)),
    ...runs("agency credit"),
    ...owners,
  ];
  const agency = signed.map(agencyIn).find((name) => name !== null) ?? null;
  const outlet = known.outlet ?? findOutlet(text, zones, dateline?.tag ?? null) ?? "unknown";
  const published = known.published ?? dates.published;
  const issues: Issue[] = [];
  const doubt = (rule: string, message: string) => issues.push({rule, message, start: null, end: null});
  if (outlet === "unknown") doubt("outlet-found", "The text names no outlet; articles.csv can.");
  if (published === null) doubt("published-found", "The text gives no date of publication; articles.csv can.");
  const english = isEnglish(text);
  if (!english) doubt("language-is-english", "Too few English function words: the reading rules are made for English.");
  if (!zones.some((run) => run.zone === "body")) doubt("body-found", "No line reads like the body of an article.");
  return {
    article,
    outlet,
    agency,
    headline,
    byline: bylines.find((line) => !readDate(line)) ?? null,
    dateline: dateline?.text ?? null,
    published,
    updated: known.updated ?? dates.updated,
    language: english ? "en" : null,
    link: known.link ?? null,
    title: known.title ?? null,
    text,
    zones,
    issues,
  };
}

/** "Published ... | Updated: ..." may share a line; a date after the word "updated" is one of the update. */
function readDates(lines: readonly string[]): {published: string | null; updated: string | null} {
  let [published, updated]: (string | null)[] = [null, null];
  for (const line of lines) {
    const at = line.search(/\b(?:last )?(?:updated|modified)\b/iu);
    const [before, after] = at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at)];
    published ??= readDate(before);
    updated ??= readDate(after);
  }
  return {published: published ?? null, updated: updated ?? null};
}
