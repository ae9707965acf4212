import {cardId, hrefTo} from "../charts/anchor.ts";
import {type ReadingMark, readMark} from "../charts/readings.ts";
import {toneOf} from "../charts/theme.ts";
import {RELATIONS} from "../compare/relations.ts";
import {dimensionOf} from "../compare/values.ts";
import {upperFirst} from "../compare/wording.ts";
import {attributes, type Html, html} from "../markup/html.ts";
import type {Edition, FactRow} from "./edition.ts";
import {renderSiglum, shapeOf} from "./siglum.ts";
import {findVariants, type Variant, type Witness} from "./variants.ts";

/** A reading of a fact by one article, on a line of its own. */
export interface StripLine {
  /** The letter of its article. */
  outlet: string;
  /** How it stands to the reading of reference; the reference itself stands by all readings of its fact. */
  layers: readonly string[];
  words: Html;
  mark: ReadingMark | null;
  tone: number | null;
}

export interface StripFact {
  fact: FactRow;
  lines: readonly StripLine[];
  /** Where a number stands, in px from the left, and where the reading of reference does. */
  place: (value: number) => number;
  reference: number | null;
}

/** More are no picture: the rest is left to the apparatus. */
const MOST_FACTS = 40;

/** The facts that several articles tell, those that differ first, with their readings. */
export function readStrips(edition: Edition): StripFact[] {
  const shared = edition.facts.filter(({articles}) => articles.length > 1).slice(0, MOST_FACTS);
  return shared.map((fact) => {
    const variants = findVariants(edition, fact);
    const layers = [...new Set(variants.map(({relation}) => relation))];
    const lines = variants.flatMap((variant) =>
      variant.witnesses.map((witness) => readLine(edition, variant, witness, layers)),
    );
    const reference = variants[0]?.isReference ? (lines[0]?.mark?.value ?? null) : null;
    return {fact, lines, place: placeBetween(lines), reference};
  });
}

function readLine(edition: Edition, variant: Variant, {siglum, mention}: Witness, layers: string[]): StripLine {
  const {low = null, high = null, bound = "exact", unit = null} = mention;
  const mark = readMark({...mention, low, high, bound, unit}, edition.sigla, dimensionOf(unit).factor);
  const relation = variant.isReference
    ? html`<span class="muted">reference</span>`
    : html`<i class="tone-${toneOf(variant.relation)}">${variant.relation}</i>`;
  const reading = html`<bdi class="reading">${variant.text}</bdi>`;
  return {
    outlet: siglum.letter,
    layers: variant.isReference ? layers : [variant.relation],
    words: html`${renderSiglum(siglum)} ${mark ? html`<a href="${mark.href}">${reading}</a>` : reading} ${relation}`,
    mark,
    tone: siglum.tone,
  };
}

/** The layers that any line has, the strongest first. */
export function layersOf(facts: readonly StripFact[]): string[] {
  const present = new Set(facts.flatMap(({lines}) => lines.flatMap(({layers}) => layers)));
  return RELATIONS.filter((relation) => present.has(relation));
}

/**
 * A chart of readings: under each fact a line for every article, its words and its dot on a scale of the fact's own, with a rule
 * where the reading of reference stands. Lines say what they are in `data-outlet` and `data-layer`.
 */
export function renderStrips(facts: readonly StripFact[], id: string): Html {
  return html`<div class="strips" id="${id}">${facts.map(
    ({fact, lines, place, reference}) => html`<section class="strip">
<h4><a href="${hrefTo(cardId(fact.fact))}">${upperFirst(fact.label)}</a></h4>
${lines.map(
  (line) =>
    html`<div ${attributes({"data-row": true, "data-outlet": line.outlet, "data-layer": line.layers.join("|")})}><p>${line.words}</p>${renderStrip(line, place, reference)}</div>\n`,
)}</section>\n`,
  )}</div>`;
}

const WIDTH = 240;
const HEIGHT = 16;
/** Room for half of a dot at the left end, and for an arrow behind it at the right one. */
const LEFT = 7;
const RIGHT = 18;

/** From nought to the highest number of a fact: what differs by little stands close together. */
function placeBetween(lines: readonly StripLine[]): StripFact["place"] {
  const ends = lines.flatMap(({mark}) => (mark ? [mark.from, mark.to] : []));
  const [from, to] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const share = (value: number) => (to > from ? (value - from) / (to - from) : 0);
  return (value) => Math.round((LEFT + share(value) * (WIDTH - LEFT - RIGHT)) * 10) / 10;
}

/** The words beside it say what it shows, so it is no picture of its own to a screen reader. */
function renderStrip({mark, tone}: StripLine, place: StripFact["place"], reference: number | null): Html | null {
  if (!mark) return null;
  const [x, from, to, y] = [place(mark.value), place(mark.from), place(mark.to), HEIGHT / 2];
  const arrow = mark.open === "up" ? `M${x + 9} ${y - 4}l5 4l-5 4` : `M${x - 9} ${y - 4}l-5 4l5 4`;
  return html`<svg width="${WIDTH}" height="${HEIGHT}" viewBox="${`0 0 ${WIDTH} ${HEIGHT}`}" aria-hidden="true">
<path class="base" d="${`M0 ${y}H${WIDTH}`}"/>${reference !== null && html`<path class="guide" d="${`M${place(reference)} 0V${HEIGHT}`}"/>`}
${to > from && html`<path class="reach" d="${`M${from} ${y}H${to}`}"/>`}${mark.open && html`<path class="reach" d="${arrow}"/>`}
<path class="${tone === null ? "tone-same" : `s${tone + 1}`}" d="${shapeOf(tone)}" transform="${`translate(${x - 6} ${y - 6})`}"/></svg>`;
}
