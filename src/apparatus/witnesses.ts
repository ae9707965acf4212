import {sayShare} from "../compare/origin-finding.ts";
import type {ArticleReading} from "../compare/reading.ts";
import {attributes, type Html, html} from "../markup/html.ts";
import {type Edition, originOf, siglumOf} from "./edition.ts";
import {renderSiglum} from "./siglum.ts";
import {inNotebook} from "./style.ts";

/** A row per article: siglum, name, date, credit as printed, words, and what was taken from whom. A source stands before what was
 * taken from it. */
export function renderWitnesses(edition: Edition): Html {
  const knowsOrigins = edition.origins.length > 0;
  const rows = edition.readings.filter(({article}) => !originOf(edition, article.article));
  const families = rows.flatMap((source) => [
    source,
    ...edition.readings.filter(({article}) => originOf(edition, article.article) === source.article.article),
  ]);
  // What was taken from an article that itself was taken from another stands at the end.
  const ordered = [...families, ...edition.readings.filter((reading) => !families.includes(reading))];
  return inNotebook(html`<div class="scroll"><table class="witnesses">
<thead><tr><th scope="col">Article</th><th scope="col">Published</th><th scope="col">Credit</th><th scope="col" class="num">Words</th>${
    knowsOrigins && html`<th scope="col">Shared text</th>`
  }</tr></thead>
<tbody>${ordered.map((reading) => renderWitness(edition, reading, knowsOrigins))}</tbody>
</table></div>`);
}

function renderWitness(edition: Edition, reading: ArticleReading, knowsOrigins: boolean): Html {
  const {article, label} = reading;
  const siglum = siglumOf(edition, article.article);
  const className = originOf(edition, article.article) ? "taken" : null;
  const origin = edition.origins.find((row) => row.article === article.article);
  // What was read of the text as it came: a credit may have stood elsewhere on the page.
  const uncredited =
    origin?.credited === false && origin.contains
      ? `wording credited to ${origin.contains} elsewhere, no such credit found`
      : null;
  const credit = [...new Set([article.byline, article.agency, uncredited])].filter((part) => part !== null).join(", ");
  return html`<tr ${attributes({class: className})}><td><a href="#text-${siglum.letter}" data-jump>${renderSiglum(siglum)} ${label}</a>${
    article.outlet === "unknown" && html` <span class="muted">outlet not named</span>`
  }${article.link && html` <a href="${article.link}">on the web</a>`}</td>
<td>${renderDate(article.published)}</td>
<td data-label="credit">${credit || html`<span class="muted">none</span>`}</td>
<td class="num" data-unit="words">${countWords(reading).toLocaleString("en-US")}</td>
${knowsOrigins && html`<td>${renderOrigin(edition, article.article)}</td>`}</tr>
`;
}

function renderOrigin(edition: Edition, article: string): Html {
  const row = edition.origins.find((origin) => origin.article === article);
  if (row?.origin === null && edition.origins.some(({origin}) => origin === article))
    return html`<span class="muted">the fullest text</span>`;
  const other = row?.origin ?? row?.closest ?? null;
  if (!row || other === null || row.verbatim + row.nearVerbatim === 0) return html`<span class="muted">none</span>`;
  const told = html`${sayShare(row)} as in ${renderSiglum(siglumOf(edition, other))}`;
  return row.origin === null ? html`<span class="muted">${told}</span>` : told;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2022-03-16T05:59" as "16 Mar 2022, 05:59": no time zone is added, for none is known. */
export function renderDate(iso: string | null): Html {
  const [, year, month, day, time] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(iso ?? "") ?? [];
  if (!iso || !year) return html`<span class="muted">no date</span>`;
  const name = MONTHS[Number(month) - 1];
  const date = [day && String(Number(day)), name, year].filter(Boolean).join(" ");
  return html`<time class="nowrap" datetime="${iso}">${date}${time && `, ${time}`}</time>`;
}

/** Words of headline, body and captions: what the outlet tells, without dates, credits and the furniture of the page. */
export function countWords({sentences}: ArticleReading): number {
  const told = sentences.filter(({zone, field}) => field === "text" && ["headline", "body", "caption"].includes(zone));
  return told.reduce((sum, {text}) => sum + (text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)?.length ?? 0), 0);
}
