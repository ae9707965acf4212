import {hrefTo, mentionId} from "../charts/anchor.ts";
import {attributes, type Html, html} from "../markup/html.ts";
import {cardId} from "./card.ts";
import {type Edition, type FactRow, RELATIONS, siglumOf, toneOf} from "./edition.ts";
import {renderSiglum} from "./siglum.ts";
import {findVariants, type Variant} from "./variants.ts";

/**
 * The apparatus: a line per fact that several articles tell, then the facts of one article alone, folded. The lemma, each
 * variant with the sigla that have it, who omits it, who is said to say it, and the relation in a word. `id` keeps several
 * apparatuses on one page apart.
 */
export function renderApparatus(edition: Edition, id = "apparatus"): Html {
  const shared = edition.facts.filter(({articles}) => articles.length > 1);
  const alone = edition.facts.filter(({articles}) => articles.length < 2);
  return html`<div class="apparatus">
${shared.length > 1 && renderFilter(edition, shared, id)}
<div id="${id}">${shared.map((fact) => renderEntry(edition, fact))}</div>
${
  alone.length > 0 &&
  html`<details class="data"><summary>${alone.length} more in one article alone</summary>
${alone.map((fact) => renderEntry(edition, fact))}</details>`
}
</div>`;
}

function renderEntry(edition: Edition, fact: FactRow): Html {
  const variants = findVariants(edition, fact);
  const data = {
    "data-row": true,
    "data-relation": fact.relation,
    "data-role": fact.role,
    "data-outlet": fact.articles.map((article) => siglumOf(edition, article).letter).join("|"),
  };
  return html`<div class="entry" ${attributes(data)}>
<p class="lemma"><a href="${hrefTo(cardId(fact.fact))}">${upperFirst(fact.label)}</a></p>
<p class="variants">${joinWith(
    variants.map((variant) => renderVariant(variant, fact)),
    html` <span class="dot">·</span> `,
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
  return html`<span class="variant"><a class="reading" href="${href}"><bdi>${text}</bdi></a> ${witnesses.map(
    ({siglum, mention}) => html`<a class="witness" href="${hrefTo(mentionId(mention))}">${renderSiglum(siglum)}</a>`,
  )}${word}</span>`;
}

function renderOmissions(edition: Edition, fact: FactRow): Html | null {
  const rows = edition.omissionsOf.get(fact.fact) ?? [];
  const sign = (wanted: boolean) =>
    rows.filter(({known}) => (known !== false) === wanted).map(({article}) => renderSiglum(siglumOf(edition, article)));
  const [left, early] = [sign(true), sign(false)];
  if (rows.length === 0) return null;
  return html` <span class="omitted"><span class="dot">·</span> ${left.length > 0 && html`<abbr title="omitted by">om.</abbr> ${left}`}${
    early.length > 0 && html` ${early} went out before`
  }</span>`;
}

/** "Says: U.N. human rights office A C · nobody named B", and caveats where there are any. */
function renderSpeakers(edition: Edition, {fact}: FactRow): Html | null {
  const mentions = edition.mentionsOf.get(fact) ?? [];
  const list = (values: Map<string, Set<string>>, nobody: string) =>
    joinWith(
      [...values].map(
        ([value, articles]) =>
          html`<span class="variant"><bdi>${value || nobody}</bdi> ${[...articles].map((article) => renderSiglum(siglumOf(edition, article)))}</span>`,
      ),
      html` <span class="dot">·</span> `,
    );
  const speakers = collect(mentions, ({speaker}) => speaker ?? "");
  const caveats = collect(
    mentions.filter(({caveat}) => caveat),
    ({caveat}) => `“${caveat}”`,
  );
  const named = [...speakers.keys()].some((speaker) => speaker !== "");
  if (!named && caveats.size === 0) return null;
  return html`<p class="says">${named && html`says ${list(speakers, "no one named")}`}${
    caveats.size > 0 && html`${named && html` <span class="dot">·</span> `}caveat ${list(caveats, "")}`
  }</p>`;
}

function collect<Row extends {article: string}>(
  rows: readonly Row[],
  read: (row: Row) => string,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const value = read(row);
    found.set(value, (found.get(value) ?? new Set()).add(row.article));
  }
  return found;
}

/** Three lists that a script brings to life; without one they stay hidden and every line stands. */
function renderFilter(edition: Edition, facts: readonly FactRow[], id: string): Html {
  const relations = RELATIONS.filter((relation) => facts.some((fact) => fact.relation === relation));
  const roles = [...new Set(facts.map(({role}) => role))].sort();
  const choice = (name: string, label: string, options: readonly [value: string, text: string][]) =>
    html`<label>${label} <select name="${name}"><option value="">all</option>${options.map(
      ([value, text]) => html`<option value="${value}">${text}</option>`,
    )}</select></label> `;
  return html`<form class="filter" data-filter="${id}" hidden>
${choice(
  "relation",
  "Relation",
  relations.map((relation) => [relation, relation]),
)}
${choice(
  "role",
  "Role",
  roles.map((role) => [role, role]),
)}
${choice(
  "outlet",
  "Told by",
  [...edition.sigla.values()].map(({letter, name}) => [letter, `${letter} ${name}`]),
)}
<span><output></output> facts</span></form>`;
}

const joinWith = (parts: readonly Html[], between: Html): Html[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));

const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
