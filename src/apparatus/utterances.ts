import {cardId, hrefTo, mentionId, speechId} from "../charts/anchor.ts";
import type {QuotationRow, QuoteComparison} from "../compare/quotes.ts";
import type {ArticleReading} from "../compare/reading.ts";
import type {Utterance, UtteranceVariant} from "../compare/utterances.ts";
import {attributes, type Html, html} from "../markup/html.ts";
import {type Edition, type FactRow, openEdition, siglumOf} from "./edition.ts";
import {type Choice, renderFilter} from "./filter.ts";
import {renderSiglum} from "./siglum.ts";
import {inNotebook} from "./style.ts";

/**
 * An edition whose facts are what was said: quotations of one utterance belong together, so that texts, cards and apparatus lead from
 * each quotation to all of its readings. Reported clauses without marks are facts of their own.
 */
export function openQuotes(
  readings: readonly ArticleReading[],
  {quotes, utterances}: Pick<QuoteComparison, "quotes" | "utterances">,
): Edition {
  const shared = new Map(utterances.map((utterance) => [utterance.utterance, utterance]));
  const mentions = quotes
    .filter((row) => row.kind !== "title" && row.kind !== "scare" && !isHeaded(row, quotes))
    .map((row, i) => ({...row, role: row.kind, fact: row.utterance ?? `reported ${i + 1}`}));
  const facts = new Map<string, FactRow>();
  for (const row of mentions) {
    const known = shared.get(row.fact);
    const label = `${known?.speaker ?? row.speaker ?? "Nobody named"}`;
    if (!facts.has(row.fact))
      facts.set(row.fact, {
        fact: row.fact,
        role: row.kind,
        label,
        articles: known?.articles ?? [row.article],
        ...(known ? describeDifference(known) : {relation: "same", why: null}),
      });
  }
  return openEdition({readings, mentions, facts: [...facts.values()]});
}

/** Whether a reported clause begins with a quotation, which then marks the place of both. */
const isHeaded = ({kind, article, field, start}: QuotationRow, quotations: readonly QuotationRow[]): boolean =>
  kind === "indirect" &&
  quotations.some(
    (row) => row.kind !== "indirect" && row.article === article && row.field === field && row.start === start,
  );

/** How the readings of an utterance differ, in a word and a sentence. */
function describeDifference({variants}: Utterance): {relation: string; why: string | null} {
  const forms = new Set(variants.map(({form}) => form));
  if (forms.has("changed")) return {relation: "words changed", why: "some quote it in other words"};
  if (forms.size > 1) return {relation: "cut", why: "some quote only a part of it"};
  if (variants.length > 1) return {relation: "spelled otherwise", why: "the words are the same"};
  return {relation: "same", why: null};
}

/** The words that say what a wording is against the longest. */
const FORMS: Readonly<Record<UtteranceVariant["form"], string>> = {
  full: "the longest",
  cut: "cut",
  fragment: "a fragment",
  word: "one word",
  changed: "words changed",
};

/**
 * Utterances that several articles quote: the wordings beside each other, the longest first, and in the others the words that they
 * cut struck through and those that they put in marked. Those that differ most stand first.
 */
export function renderUtterances(edition: Edition, utterances: readonly Utterance[], id = "utterances"): Html {
  if (utterances.length === 0) return inNotebook(html`<p class="muted">No words are quoted by two articles.</p>`);
  const ranked = [...utterances].sort(
    (x, y) => y.variants.length - x.variants.length || y.articles.length - x.articles.length,
  );
  return inNotebook(html`<div class="apparatus">
${ranked.length > 1 && renderFilter(id, choicesFor(edition, ranked), "utterances")}
<div id="${id}">${ranked.map((utterance) => renderUtterance(edition, utterance))}</div>
</div>`);
}

function renderUtterance(edition: Edition, utterance: Utterance): Html {
  const {speaker, articles, variants} = utterance;
  const data = {
    "data-row": true,
    "data-relation": describeDifference(utterance).relation,
    "data-speaker": speaker ?? "nobody named",
    "data-outlet": articles.map((article) => siglumOf(edition, article).letter).join("|"),
  };
  return html`<div class="entry utterance" ${attributes(data)}>
<p class="lemma"><a href="${hrefTo(cardId(utterance.utterance))}">${speaker ?? "Nobody named"}</a></p>
<div class="wordings">${variants.map((variant) => renderWording(edition, variant, utterance))}</div></div>
`;
}

function renderWording(edition: Edition, variant: UtteranceVariant, {text: longest, variants}: Utterance): Html {
  const {articles, form, changes, places, text} = variant;
  const links = articles.map((article) => {
    const place = places.find((one) => one.article === article);
    const siglum = renderSiglum(siglumOf(edition, article));
    return place ? html`<a href="${hrefTo(mentionId(place))}">${siglum}</a> ` : html`${siglum} `;
  });
  const words = changes.map(({change, text}) =>
    change === "kept" ? html`${text} ` : change === "cut" ? html`<del>${text}</del> ` : html`<ins>${text}</ins> `,
  );
  return html`<div class="wording"><p>${links}${variants.length > 1 && html`<span class="muted">${form === "full" && text !== longest ? "spelled otherwise" : FORMS[form]}</span>`}</p>
<p class="reading" dir="auto">${form === "full" ? html`<q>${text}</q>` : words}</p></div>`;
}

function choicesFor(edition: Edition, utterances: readonly Utterance[]): Choice[] {
  const kinds = [...new Set(utterances.map((utterance) => describeDifference(utterance).relation))].sort();
  const speakers = [...new Set(utterances.map(({speaker}) => speaker ?? "nobody named"))].sort();
  return [
    {name: "speaker", label: "Speaker", options: speakers.map((speaker) => [speaker, speaker])},
    {name: "relation", label: "Wording", options: kinds.map((kind) => [kind, kind])},
    {
      name: "outlet",
      label: "Quoted by",
      options: [...edition.sigla.values()].map(({letter, name}) => [letter, `${letter} ${name}`]),
    },
  ];
}

/**
 * Every quotation and reported clause by its speaker, those who are given most words first; each with its siglum, the verb that
 * introduces it, and a link to where it stands.
 */
export function renderQuotations(edition: Edition, {quotes, speech, speakers}: QuoteComparison): Html {
  const groups = new Map<string, QuotationRow[]>(
    [...new Set(speech.words.map(({speaker}) => speaker))].map((name) => [name, []]),
  );
  const nobody: QuotationRow[] = [];
  for (const row of quotes) {
    if (row.kind === "title" || row.kind === "scare") continue;
    (groups.get(speakers.get(row.speaker ?? "") ?? "") ?? nobody).push(row);
  }
  const rows: [string, QuotationRow[]][] = [...groups, ["Nobody named", nobody]];
  return inNotebook(
    html`${rows.filter(([, list]) => list.length > 0).map(([speaker, list]) => renderSpeaker(edition, speaker, list))}`,
  );
}

function renderSpeaker(edition: Edition, speaker: string, rows: readonly QuotationRow[]): Html {
  const articles = new Set(rows.map(({article}) => article));
  const role = rows.find((row) => row.speakerRole !== null)?.speakerRole;
  const order = [...edition.sigla.keys()];
  const sorted = [...rows].sort((x, y) => order.indexOf(x.article) - order.indexOf(y.article) || x.start - y.start);
  return html`<details class="data speech"><summary><b>${speaker}</b>${role && ` ${role}`} <span class="muted">· ${
    rows.length
  } in ${[...articles].map((article) => html`${renderSiglum(siglumOf(edition, article))} `)}</span></summary>
<ul id="${speechId(speaker)}">${sorted.map(
    (row) =>
      html`<li>${renderSiglum(siglumOf(edition, row.article))} <a href="${hrefTo(mentionId(row))}" class="reading" dir="auto">${row.text}</a> <span class="muted">${
        row.kind === "indirect" ? "reported" : row.kind
      }${row.cue && `, ${row.cue}`}</span></li>\n`,
  )}</ul></details>
`;
}
