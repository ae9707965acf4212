import assert from "node:assert/strict";
import {test} from "node:test";
import {
  compareCorpus,
  openEdition,
  openQuotes,
  pickReadings,
  readArticle,
  renderFact,
  renderQuotation,
} from "../../src/index.ts";
import {undressMarkup} from "../../src/markup/html.ts";

const comparison = compareCorpus({
  articles: [
    readArticle(
      "a.txt",
      "A ferry sank off Skerrow. At least 35 people drowned, the coast guard said.\n\n“We <b>never</b> saw it coming,” Mayor Ann Lee said on Friday.",
      {outlet: "Quay & Sons"},
    ),
    readArticle(
      "b.txt",
      "A ferry sank off Skerrow on Friday. The coast guard said 37 people drowned. Lee said: “We <b>never</b> saw it coming.”",
    ),
  ],
});
const edition = openEdition(comparison);
const toll = edition.facts.find(({role, articles}) => role === "killed" && articles.length === 2);

/** The markup with its marks as words: [figure 35 people]. */
const marked = (markup: {[Symbol.toPrimitive]?: unknown; toString(): string}): string =>
  undressMarkup(markup.toString())
    .replace(/<span class="([\w ]+)">([^<]*)<\/span>/g, "[$1 $2]")
    .replace(/<svg.*?<\/svg>|<[^>]*>/g, "")
    .replace(/\s+/g, " ");

test("a fact's card shows every article's sentence with its figure and speaker marked", () => {
  assert.ok(toll);
  const shown = marked(renderFact(edition, toll));
  assert.match(shown, /\[figure differs At least 35 people\].*drowned\], \[speaker the coast guard\] said/);
  assert.match(shown, /\[speaker The coast guard\] said \[figure 37 people\]/);
  assert.match(shown, /Quay &amp; Sons/);
  const mention = comparison.mentions.find(({fact}) => fact === toll.fact);
  assert.ok(mention);
  for (const named of [toll.fact, mention]) assert.equal(marked(renderFact(edition, named)), shown);
  assert.throws(() => renderFact(edition, "f99"), /has no fact "f99"/);
});

test("a quotation's card shows its sentence with words, speaker and verb marked, and no markup of the article", () => {
  const first = comparison.quotes.find(({kind}) => kind === "direct");
  assert.ok(first);
  const shown = marked(renderQuotation(edition, first));
  assert.match(shown, /Ann Lee, Mayor \[muted direct\]/);
  assert.match(
    shown,
    /\[figure “We &lt;b&gt;never&lt;\/b&gt; saw it coming,”\] .*Mayor \[speaker Ann Lee\] \[cue said\] on Friday\./,
  );
  const both = marked(renderFact(openQuotes(comparison.readings, comparison), first));
  assert.ok(both.includes("Ann Lee") && both.split("never").length === 3, both);
});

test("the chart of readings answers to what was picked, and to nonsense", () => {
  const {state} = pickReadings(edition);
  assert.deepEqual(state.outlets, ["A", "B"]);
  const lines = (chart: unknown) =>
    [...String(chart).matchAll(/data-outlet="(\w+)" data-layer="([^"]*)"/g)].map(([, a, b]) => `${a} ${b}`);
  const all = lines(state.chart);
  assert.ok(all.length >= 2 && state.count === `${all.length}`);
  const widget = pickReadings(edition);
  const answer = widget.change({outlets: ["B"], layer: ""});
  assert.ok(lines(answer.chart).every((line) => line.startsWith("B ")) && lines(answer.chart).length > 0);
  assert.equal(answer.count, `${lines(answer.chart).length} of ${all.length}`);
  assert.equal(widget.state.layer, "");
  for (const wrong of [{outlets: []}, {outlets: ["Z"]}, {outlets: ["A"], layer: "<script>"}])
    assert.deepEqual(lines(widget.change(wrong).chart), [], JSON.stringify(wrong));
  assert.ok(lines(widget.change({outlets: "A" as never, layer: ""}).chart).length === all.length);
});
