import {mentionId} from "../charts/anchor.ts";
import type {QuotationRow} from "../compare/quotes.ts";
import {type Html, html} from "../markup/html.ts";
import {renderSource} from "./card.ts";
import {type Edition, siglumOf} from "./edition.ts";
import {type Mark, renderMarkedText} from "./marked-text.ts";
import {inNotebook} from "./style.ts";

/**
 * A quotation's card, as the value of a cell: the sentences that it stands in, its own words bold, the speaker underlined, the verb
 * that introduces it in italics, and beneath the article's sign whose words they are said to be. To see all readings of what several
 * articles quote, `renderFact(openQuotes(...), quotation)`.
 *
 * @throws Error where the edition does not hold its article
 */
export function renderQuotation(edition: Edition, quotation: QuotationRow): Html {
  const {article, field, start, end, speaker, speakerRole, kind} = quotation;
  const siglum = siglumOf(edition, article);
  const reading = edition.readings.find((one) => one.article.article === article);
  if (!reading) throw new Error(`the edition has no article "${article}"`);
  const text = field === "title" ? (reading.article.title ?? "") : reading.article.text;
  const marks = marksOf(quotation);
  const near = marks.filter(({className}) => className !== "speaker");
  const around = reading.sentences.filter(
    (one) => one.field === field && near.some((mark) => one.start < mark.end && one.end > mark.start),
  );
  const from = Math.min(start, ...around.map((one) => one.start));
  const to = Math.max(end, ...around.map((one) => one.end));
  return inNotebook(html`<div class="picker"><div class="card">
<p class="why"><b>${speaker ?? "Nobody named"}</b>${speakerRole && `, ${speakerRole}`} <span class="muted">${kind === "indirect" ? "reported" : kind}</span></p>
<section class="told">
${renderSource(siglum, reading, mentionId(quotation))}
<blockquote dir="auto">${renderMarkedText(text, from, to, marks)}</blockquote>
</section></div></div>`);
}

function marksOf({start, end, speakerStart, speakerEnd, cueStart, cueEnd}: QuotationRow): Mark[] {
  const mark = (className: string, from: number | null, to: number | null): Mark[] =>
    from === null || to === null ? [] : [{start: from, end: to, className}];
  return [
    ...mark("figure", start, end),
    ...mark("speaker", speakerStart, speakerEnd),
    ...mark("cue", cueStart, cueEnd),
  ];
}
