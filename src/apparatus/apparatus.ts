import {cardId, hrefTo, mentionId} from "../charts/anchor.ts";
import {toneOf} from "../charts/theme.ts";
import {isAttributed, RELATIONS} from "../compare/relations.ts";
import {readVoices} from "../compare/voices.ts";
import {lowerArticle, upperFirst} from "../compare/wording.ts";
import {attributes, type Html, html} from "../markup/html.ts";
import {renderCorrected} from "./corrected.ts";
import {type Edition, type FactRow, siglumOf} from "./edition.ts";
import {type Choice, renderFilter} from "./filter.ts";
import {renderSiglum} from "./siglum.ts";
import {inNotebook} from "./style.ts";
import {findVariants, type Variant} from "./variants.ts";

/**
 * The apparatus: a line per fact that several articles tell, then the facts of one article alone, folded. The lemma, each
 * variant with the sigla that have it, who omits it, who is said to say it, and the relation in a word. `id` keeps several
 * apparatuses on one page apart.
 */
export function renderApparatus(edition: Edition, id = "apparatus"): Html {
  const shared = edition.facts.filter(({articles}) => articles.length > 1);
  const alone = edition.facts.filter(({articles}) => articles.length < 2);
  if (edition.facts.length === 0) return html`<p class="muted">No article gives a figure for it.</p>`;
  return inNotebook(html`<div class="apparatus">
${shared.length > 1 && renderFilter(id, choicesFor(edition, shared), "facts")}
<div id="${id}">${shared.map((fact) => renderEntry(edition, fact))}</div>
${
  alone.length > 0 &&
  html`<details class="data"><summary>${alone.length} more in one article alone</summary>
${alone.map((fact) => renderEntry(edition, fact))}</details>`
}
</div>`);
}

function renderEntry(edition: Edition, fact: FactRow): Html {
  const variants = findVariants(edition, fact);
  const omitted = edition.omissionsOf.get(fact.fact) ?? [];
  const data = {
    "data-row": true,
    "data-relation": fact.relation,
    "data-role": fact.role,
    "data-outlet": fact.articles.map((article) => siglumOf(edition, article).letter).join("|"),
    "data-omitted": omitted.map(({article}) => siglumOf(edition, article).letter).join("|") || null,
  };
  return html`<div class="entry" ${attributes(data)}>
<p class="lemma"><a href="${hrefTo(cardId(fact.fact))}">${upperFirst(fact.label)}</a></p>
<p class="variants">${joinWith(
    variants.map((variant) => renderVariant(variant, fact)),
    DOT,
  )}${renderOmissions(edition, fact)}</p>
${fact.articles.length > 1 && html`<p class="relation tone-${toneOf(fact.relation)}">${fact.relation}</p>`}
${renderSpeakers(edition, fact)}</div>
`;
}

function renderVariant({text, witnesses, relation}: Variant, fact: FactRow): Html {
  const [first] = witnesses;
  const href = hrefTo(first ? mentionId(first.mention) : cardId(fact.fact));
  const word =
    relation !== "same" && relation !== fact.relation && html` <i class="tone-${toneOf(relation)}">${relation}</i>`;
  const links = witnesses.map(
    ({siglum, mention}) =>
      html`<a class="witness" href="${hrefTo(mentionId(mention))}">${renderSiglum(siglum)}</a>${renderCorrected(mention.corrected)}`,
  );
  return html`<a class="reading" href="${href}"><bdi>${text}</bdi></a> <span class="witnessed">${joinWith(links, SPACE)}</span>${word}`;
}

function renderOmissions(edition: Edition, fact: FactRow): Html | null {
  const rows = edition.omissionsOf.get(fact.fact) ?? [];
  const sign = (early: boolean) =>
    joinWith(
      rows
        .filter(({known}) => (known === false) === early)
        .map(({article}) => renderSiglum(siglumOf(edition, article))),
      SPACE,
    );
  const [left, early] = [sign(false), sign(true)];
  if (rows.length === 0) return null;
  return html` <span class="omitted"><span class="dot">·</span> ${left.length > 0 && html`<i>om.</i> ${left}`}${
    early.length > 0 && html`${left.length > 0 && ", "}<i>too early</i> ${early}`
  }</span>`;
}

/** "by U.N. human rights office A C · by no one named B", and caveats where there are any. */
function renderSpeakers(edition: Edition, {fact}: FactRow): Html | null {
  const mentions = edition.mentionsOf.get(fact) ?? [];
  const said = mentions.filter((mention) => mention.speaker && isAttributed(mention));
  const named = [...collect(said, ({speaker}) => speaker ?? "")].sort((a, b) => b[1].size - a[1].size);
  const nobody = new Set(readVoices(mentions).silent.map(({article}) => article));
  const caveats = collect(
    mentions.filter(({caveat}) => caveat),
    ({caveat}) => `“${caveat}”`,
  );
  if (named.length === 0 && caveats.size === 0) return null;
  const sigla = (articles: ReadonlySet<string>) =>
    joinWith(
      [...articles].map((article) => renderSiglum(siglumOf(edition, article))),
      SPACE,
    );
  const list = (values: Iterable<[string, ReadonlySet<string>]>) =>
    [...values].map(([value, articles]) => html`<bdi>${lowerArticle(value)}</bdi> ${sigla(articles)}`);
  const unnamed: [string, ReadonlySet<string>][] = nobody.size > 0 && named.length > 0 ? [["no speaker", nobody]] : [];
  const parts = [
    ...(named.length > 0 ? [html`says ${joinWith(list([...named, ...unnamed]), DOT)}`] : []),
    ...(caveats.size > 0 ? [html`caveat ${joinWith(list(caveats), DOT)}`] : []),
  ];
  return html`<p class="says">${joinWith(parts, html` <span class="dot">—</span> `)}</p>`;
}

const SPACE = html` `;
const DOT = html` <span class="dot">·</span> `;

/** Articles by what is read of them; "The agency" and "the agency" are one. */
function collect<Row extends {article: string}>(
  rows: readonly Row[],
  read: (row: Row) => string,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const spelt = new Map<string, string>();
  for (const row of rows) {
    const value = read(row);
    const key = value.toLowerCase();
    const name = spelt.get(key) ?? value;
    spelt.set(key, name);
    found.set(name, (found.get(name) ?? new Set()).add(row.article));
  }
  return found;
}

function choicesFor(edition: Edition, facts: readonly FactRow[]): Choice[] {
  const relations = RELATIONS.filter((relation) => facts.some((fact) => fact.relation === relation));
  const roles = [...new Set(facts.map(({role}) => role))].sort();
  const articles = [...edition.sigla.values()].map(({letter, name}) => [letter, `${letter} ${name}`] as const);
  const omitted: Choice[] = edition.omissionsOf.size > 0 ? [{name: "omitted", label: "Not in", options: articles}] : [];
  return [
    {name: "relation", label: "Relation", options: relations.map((relation) => [relation, relation])},
    {name: "role", label: "Role", options: roles.map((role) => [role, role])},
    {name: "outlet", label: "Told by", options: articles},
    ...omitted,
  ];
}

const joinWith = (parts: readonly Html[], between: Html): Html[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
