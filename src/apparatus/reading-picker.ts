import {readFileSync} from "node:fs";
import {dressMarkup, type Html, html} from "../markup/html.ts";
import {Widget} from "../markup/widget.ts";
import type {Edition} from "./edition.ts";
import {layersOf, readStrips, renderStrips, type StripFact} from "./reading-strips.ts";
import {renderSiglum} from "./siglum.ts";
import {inNotebook, notebookStyle} from "./style.ts";

/** What was picked, and what the reader sees of it. */
export type PickedReadings = {
  /** The letters of the articles. */
  outlets: string[];
  /** How readings stand to the reading of reference, "rounded" for one; empty for all. */
  layer: string;
  controls: string;
  chart: string;
  count: string;
};

/**
 * Boxes for the articles, a list of the ways in which readings differ, and a chart of the readings that were asked for: each
 * article's words, and its number beside those of the others. In a notebook the kernel draws, and `picker.state` is what was
 * picked; in a report the whole chart stands in the page, whose script leaves the asked lines. `id` keeps several on one page apart.
 */
export function pickReadings(edition: Edition, id = "readings"): Widget<PickedReadings> {
  const facts = readStrips(edition);
  const letters = [...edition.sigla.values()].map(({letter}) => letter);
  const total = countLines(facts);
  const controls = renderControls(edition, layersOf(facts), id);
  return new Widget<PickedReadings>({
    script: readFileSync(new URL("reading-picker-script.js", import.meta.url), "utf8"),
    state: {
      outlets: letters,
      layer: "",
      controls: dress(controls),
      chart: "",
      count: "",
    },
    still:
      total === 0
        ? inNotebook(html`<p class="muted">No fact stands in more than one article.</p>`)
        : inNotebook(inFrame(html`${controls}${renderStrips(facts, id)}`)),
    answer({outlets, layer}) {
      const shown = chooseLines(facts, new Set(Array.isArray(outlets) ? outlets : letters), layer);
      const count = countLines(shown);
      return {
        chart: dress(renderStrips(shown, `${id}-shown`)),
        count: count === total ? `${total}` : `${count} of ${total}`,
      };
    },
  });
}

const inFrame = (markup: Html): Html => html`<div class="picker">${markup}</div>`;
const dress = (markup: Html): string => dressMarkup(inFrame(markup).toString(), notebookStyle());
const countLines = (facts: readonly StripFact[]): number => facts.reduce((sum, {lines}) => sum + lines.length, 0);

function chooseLines(facts: readonly StripFact[], outlets: ReadonlySet<string>, layer: string): StripFact[] {
  const isAsked = ({outlet, layers}: StripFact["lines"][number]) =>
    outlets.has(outlet) && (layer === "" || layers.includes(layer));
  return facts.map((fact) => ({...fact, lines: fact.lines.filter(isAsked)})).filter(({lines}) => lines.length > 0);
}

/** A form of the page's script; in a notebook, the widget's own shows it. */
function renderControls(edition: Edition, layers: readonly string[], id: string): Html {
  const boxes = [...edition.sigla.values()].map(
    (siglum) =>
      html`<label><input type="checkbox" name="outlet" value="${siglum.letter}" checked> ${renderSiglum(siglum)} ${siglum.name}</label>\n`,
  );
  const options = layers.map((layer) => html`<option value="${layer}">${layer}</option>`);
  return html`<form class="filter" data-filter="${id}" hidden>
<fieldset><legend>Articles</legend> ${boxes}</fieldset>
<label>Readings <select name="layer"><option value="">all</option>${options}</select></label>
<span><output></output> readings</span></form>`;
}
