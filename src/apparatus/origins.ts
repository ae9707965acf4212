import {hrefTo, passageId} from "../charts/anchor.ts";
import type {LeftOutRow} from "../compare/left-out.ts";
import {sayPercent, sayShare} from "../compare/origin-finding.ts";
import type {OriginRow} from "../compare/origins.ts";
import type {ReuseComparison} from "../compare/reuse.ts";
import {earlierOf, type VersionRow} from "../compare/versions.ts";
import {type Html, html} from "../markup/html.ts";
import {type Edition, siglumOf} from "./edition.ts";
import {renderSiglum} from "./siglum.ts";
import {inNotebook} from "./style.ts";
import {renderDate} from "./witnesses.ts";

type OriginRows = Pick<ReuseComparison, "origins" | "versions"> & Partial<Pick<ReuseComparison, "leftOut">>;

/**
 * Each article's text in sentences: how much of it stands where, what is credited, which of the two is likely the earlier version by
 * its own words and dates, and what it leaves out. Articles with most shared text first. A comparison without `leftOut` tells nothing
 * of it.
 */
export function renderOrigins(edition: Edition, comparison: OriginRows): Html {
  const shareOf = ({verbatim, nearVerbatim}: OriginRow): number => verbatim + nearVerbatim;
  const rows = [...comparison.origins].sort(
    (x, y) => Number(y.origin !== null) - Number(x.origin !== null) || shareOf(y) - shareOf(x),
  );
  return inNotebook(html`<div class="apparatus">${rows.map((row) => renderRow(edition, row, comparison))}</div>`);
}

function renderRow(edition: Edition, row: OriginRow, {origins, versions, leftOut}: OriginRows): Html {
  const siglum = siglumOf(edition, row.article);
  const taken = origins.filter(({origin}) => origin === row.article).length;
  const left = leftOut?.filter(({article}) => article === row.article);
  return html`<div class="entry origin">
<p class="lemma"><a href="#text-${siglum.letter}" data-jump>${renderSiglum(siglum)} ${siglum.name}</a></p>
<div class="told-of"><p>${renderShares(edition, row)} ${
    taken > 0 && html`It is the fullest of ${taken + 1} texts that share sentences. `
  }${row.credit === null ? "No credit to an agency was found for its text." : `It credits ${row.credit} for its text.`}</p>
${row.origin !== null && renderVersions(edition, row.article, row.origin, versions)}
${row.origin !== null && left && renderLeftOut(edition, row.origin, left)}</div></div>
`;
}

function renderShares(edition: Edition, row: OriginRow): Html {
  if (row.closest === null) return html`None of its ${words(row.words)} stand in another article.`;
  const paraphrased = row.paraphrased > 0 ? html`; ${sayPercent(row.paraphrased)} are told there in other words` : "";
  const other = html`${renderSiglum(siglumOf(edition, row.closest))}`;
  if (row.verbatim + row.nearVerbatim === 0)
    return html`None of its ${words(row.words)} stand word for word in ${other}${paraphrased}.`;
  return html`Of its ${words(row.words)} ${sayShare(row)} stand in ${other}: ${sayPercent(row.verbatim)} in sentences that are the same word for word, ${sayPercent(row.nearVerbatim)} in sentences nearly the same${paraphrased}.`;
}

const words = (count: number): string => `${count.toLocaleString("en-US")} words of body text`;

/** The evidence, and which text it makes the earlier version; divided evidence decides nothing. */
function renderVersions(
  edition: Edition,
  article: string,
  origin: string,
  versions: readonly VersionRow[],
): Html | null {
  const rows = versions.filter(
    ({earlier, later}) => (earlier === article && later === origin) || (earlier === origin && later === article),
  );
  if (rows.length === 0)
    return html`<p class="muted">Nothing in the wording or the dates says which text is the earlier.</p>`;
  const earlier = earlierOf(article, origin, versions);
  const later = earlier === article ? origin : article;
  const sign = (name: string) => renderSiglum(siglumOf(edition, name));
  const verdict =
    earlier === null
      ? html`Which text is the earlier stays open, for the evidence is divided: `
      : html`The text of ${sign(earlier)} is likely the earlier version of what it shares with ${sign(later)}: `;
  return html`<p>${verdict}${rows.map((row, i) => html`${i > 0 && "; "}${renderEvidence(edition, row)}`)}.</p>`;
}

function renderEvidence(edition: Edition, row: VersionRow): Html {
  const [early, late] = [renderSiglum(siglumOf(edition, row.earlier)), renderSiglum(siglumOf(edition, row.later))];
  if (row.evidence === "published")
    return html`${early} is dated ${renderDate(row.earlierText)}, ${late} ${renderDate(row.laterText)}`;
  return html`${early} has ${linkWords(edition, row.earlier, row.earlierStart, row.earlierText)} where ${late} has ${linkWords(edition, row.later, row.laterStart, row.laterText)}`;
}

/** The words as a link to the shared sentence in which they stand. */
function linkWords(edition: Edition, article: string, start: number | null, text: string): Html {
  const quoted = html`<q>${text}</q>`;
  const row = edition.reuse.find(
    (one) =>
      start !== null &&
      ((one.articleA === article && one.startA <= start && start < one.endA) ||
        (one.articleB === article && one.startB <= start && start < one.endB)),
  );
  if (!row) return quoted;
  const place =
    row.articleA === article
      ? {article, start: row.startA, end: row.endA}
      : {article, start: row.startB, end: row.endB};
  return html`<a href="${hrefTo(passageId(place))}" data-jump>${quoted}</a>`;
}

function renderLeftOut(edition: Edition, origin: string, rows: readonly LeftOutRow[]): Html {
  const between = rows.filter(({place}) => place === "between");
  const around = rows.length - between.length;
  const sign = renderSiglum(siglumOf(edition, origin));
  const sentences = `${rows.length} ${rows.length === 1 ? "sentence" : "sentences"}`;
  if (rows.length === 0) return html`<p>It leaves out no sentence of ${sign}.</p>`;
  const outside = "before the first or after the last that they share";
  if (between.length === 0) return html`<p>Not in it: ${sentences} of ${sign} ${outside}.</p>`;
  return html`<details class="data"><summary>Not in it: ${sentences} of ${sign}, ${between.length} of them between sentences that they share${
    around > 0 && `, ${around} ${outside}`
  }</summary><ul class="left-out">${between.map(({text}) => html`<li dir="auto">${text}</li>\n`)}</ul></details>`;
}
