import {hrefTo, pairId, passageId} from "../charts/anchor.ts";
import {type Html, html} from "../markup/html.ts";
import type {Sentence} from "../text/sentences.ts";
import {type Edition, type ReuseRow, siglumOf} from "./edition.ts";
import {renderMarkedText} from "./marked-text.ts";
import {renderSiglum} from "./siglum.ts";
import {renderDate} from "./witnesses.ts";
import {findWordDifferences} from "./word-differences.ts";

const HEADINGS: Readonly<Record<string, string>> = {
  verbatim: "The same words",
  "near-verbatim": "Nearly the same words",
  paraphrase: "The same in other words",
};

/** A card for each pair of aligned sentences, as templates that the page's panel opens: both sentences, and in each the words that the other has not. */
export function renderPairCards(edition: Edition): Html {
  return html`${edition.reuse.map((row) => renderPairCard(edition, row))}`;
}

function renderPairCard(edition: Edition, row: ReuseRow): Html {
  const [a, b] = [
    {article: row.articleA, start: row.startA, end: row.endA},
    {article: row.articleB, start: row.startB, end: row.endB},
  ];
  const [textA, textB] = [textOf(edition, a), textOf(edition, b)];
  return html`<template id="${pairId(a, b)}"><div class="card">
<h2>${HEADINGS[row.label] ?? row.label}</h2>
${renderSide(edition, a, row.label === "paraphrase" ? null : textB)}
${renderSide(edition, b, row.label === "paraphrase" ? null : textA)}
</div></template>
`;
}

type Side = Pick<Sentence, "start" | "end"> & {article: string};

const textOf = (edition: Edition, {article, start, end}: Side): string =>
  readingOf(edition, article).text.slice(start, end);

function readingOf(edition: Edition, name: string) {
  const reading = edition.readings.find(({article}) => article.article === name);
  if (!reading) throw new Error(`the edition has no article "${name}"`);
  return reading.article;
}

/** In a paraphrase nearly every word differs, and marks would say nothing: `other` is null. */
function renderSide(edition: Edition, side: Side, other: string | null): Html {
  const article = readingOf(edition, side.article);
  const siglum = siglumOf(edition, side.article);
  const {spans} = other === null ? {spans: []} : findWordDifferences(other, textOf(edition, side));
  const marks = spans.map(({start, end}) => ({start: side.start + start, end: side.start + end, className: "differs"}));
  return html`<section class="told">
<p class="source">${renderSiglum(siglum)} ${siglum.name} <span class="muted">${renderDate(article.published)}</span>
<a class="jump" href="${hrefTo(passageId(side))}" data-jump>in the text</a></p>
<blockquote dir="auto">${renderMarkedText(article.text, side.start, side.end, marks)}</blockquote>
</section>`;
}
