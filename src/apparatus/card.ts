import {cardId, hrefTo, mentionId} from "../charts/anchor.ts";
import type {Siglum} from "../charts/sigla.ts";
import {toneOf} from "../charts/theme.ts";
import type {ArticleReading} from "../compare/reading.ts";
import {upperFirst} from "../compare/wording.ts";
import {type Html, html} from "../markup/html.ts";
import type {Sentence} from "../text/sentences.ts";
import {type Edition, type FactRow, type MentionRow, siglumOf} from "./edition.ts";
import {type Mark, renderMarkedText} from "./marked-text.ts";
import {renderSiglum} from "./siglum.ts";
import {inNotebook} from "./style.ts";
import {renderDate} from "./witnesses.ts";
import {findWordDifferences} from "./word-differences.ts";

/** Cards for all facts of an edition, as templates that the page's panel opens. */
export function renderCards(edition: Edition): Html {
  return html`${edition.facts.map((fact) => renderCard(edition, fact))}`;
}

/**
 * One fact's card: the sentences of all its witnesses, the one of reference first, the words in which the others differ from it
 * marked, the figure set bold, speaker and caveat underlined, and the relation with its reason.
 */
export function renderCard(edition: Edition, fact: FactRow): Html {
  return html`<template id="${cardId(fact.fact)}">${renderCardBody(edition, fact)}</template>
`;
}

/** The card itself, for where it is seen at once. */
export function renderCardBody(edition: Edition, fact: FactRow): Html {
  const sentences = sentencesOf(edition, fact);
  const [reference] = sentences;
  const silent = (edition.omissionsOf.get(fact.fact) ?? []).map(({article}) =>
    renderSiglum(siglumOf(edition, article)),
  );
  const relation = fact.articles.length > 1 ? fact.relation : "only here";
  return html`<div class="card">
<h2>${upperFirst(fact.label)}</h2>
<p class="why"><b class="tone-${toneOf(fact.articles.length > 1 ? fact.relation : "same")}">${relation}</b>${
    fact.also && fact.also.length > 0 && html`, also ${fact.also.join(", ")}`
  }${fact.why && html`: ${fact.why}`}</p>
${sentences.map((told) => renderTold(edition, told, reference))}
${silent.length > 0 && html`<p class="silent">Not in ${silent.map((sign) => html`${sign} `)}</p>`}
</div>`;
}

/**
 * A fact's card by itself, as the value of a cell. The fact is named by its id, or by any row that has one: of the tables facts,
 * quantities, relations, omissions, utterances or quotes.
 *
 * @throws Error where the edition holds no such fact
 */
export function renderFact(edition: Edition, named: string | {fact?: string | null; utterance?: string | null}): Html {
  const id = typeof named === "string" ? named : (named.fact ?? named.utterance);
  const fact = edition.facts.find((one) => one.fact === id);
  if (!fact) throw new Error(`the edition has no fact "${id}"`);
  return inNotebook(html`<div class="picker">${renderCardBody(edition, fact)}</div>`);
}

/** A sentence that tells the fact, with every mention of it there. */
interface Told {
  reading: ArticleReading;
  sentence: Sentence;
  mentions: MentionRow[];
}

function sentencesOf(edition: Edition, {fact}: FactRow): Told[] {
  const referenceArticle = edition.relationsOf.get(fact)?.[0]?.referenceArticle;
  const told: Told[] = [];
  for (const mention of edition.mentionsOf.get(fact) ?? []) {
    const reading = edition.readings.find(({article}) => article.article === mention.article);
    const sentence = reading?.sentences.find(
      ({field, start, end}) => field === (mention.field ?? "text") && start <= mention.start && mention.start < end,
    );
    if (!reading || !sentence) continue;
    const known = told.find((other) => other.sentence === sentence);
    if (known) known.mentions.push(mention);
    else told.push({reading, sentence, mentions: [mention]});
  }
  const order = [...edition.sigla.keys()];
  const rank = ({reading: {article}}: Told) =>
    article.article === referenceArticle ? -1 : order.indexOf(article.article);
  return told.sort((a, b) => rank(a) - rank(b) || a.sentence.start - b.sentence.start);
}

/** Below this share of common words two sentences are told independently, and marking every other word says nothing. */
const ALIGNED = 0.4;

function renderTold(edition: Edition, told: Told, reference: Told | undefined): Html {
  const {reading, sentence, mentions} = told;
  const siglum = siglumOf(edition, reading.article.article);
  const text = sentence.field === "title" ? (reading.article.title ?? "") : reading.article.text;
  const marks = [...mentions.flatMap((mention) => marksOf(mention, sentence)), ...differences(told, reference)];
  const ids = mentions.map((mention) => mentionId(mention));
  const corrected = mentions.flatMap((mention) => mention.corrected ?? []);
  return html`<section class="told" data-for="${ids.join(" ")}">
${renderSource(siglum, reading, ids[0] ?? "")}
<blockquote dir="auto">${renderMarkedText(text, sentence.start, sentence.end, marks)}</blockquote>
${corrected.length > 0 && html`<p class="corrected">Corrected by hand: ${corrected.join("; ")}</p>`}
</section>`;
}

/** Whose sentence it is, and the way to it. */
export const renderSource = (siglum: Siglum, {label, article}: ArticleReading, target: string): Html =>
  html`<p class="source">${renderSiglum(siglum)} ${label} <span class="muted">${renderDate(article.published)}</span>
<a class="jump" href="${hrefTo(target)}" data-jump>in the text</a></p>`;

function differences({sentence}: Told, reference: Told | undefined): Mark[] {
  if (!reference || reference.sentence === sentence) return [];
  const {spans, shared} = findWordDifferences(reference.sentence.text, sentence.text);
  if (shared < ALIGNED) return [];
  return spans.map(({start, end}) => ({
    start: sentence.start + start,
    end: sentence.start + end,
    className: "differs",
  }));
}

function marksOf(mention: MentionRow, sentence: Sentence): Mark[] {
  const {start, end, speakerStart, speakerEnd, caveat} = mention;
  const marks: Mark[] = [{start, end, className: "figure"}];
  if (typeof speakerStart === "number" && typeof speakerEnd === "number") {
    marks.push({start: speakerStart, end: speakerEnd, className: "speaker"});
  }
  const at = caveat ? sentence.text.indexOf(caveat) : -1;
  if (caveat && at >= 0) {
    marks.push({start: sentence.start + at, end: sentence.start + at + caveat.length, className: "caveat"});
  }
  return marks;
}
