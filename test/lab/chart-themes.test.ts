import assert from "node:assert/strict";
import {test} from "node:test";
import * as vega from "vega";
import {compile} from "vega-lite";
import {type ChartSpec, dressChart} from "../../src/charts/render.ts";
import {
  chartSpellings,
  chartWords,
  compareCorpus,
  compareWords,
  drawCasualties,
  drawDeviations,
  drawDistances,
  drawPresence,
  drawQuotedWords,
  drawReportingVerbs,
  drawShareMatrix,
  drawSpeakers,
  drawStrongestRibbons,
  openEdition,
  readCorpus,
} from "../../src/index.ts";

const corpus = readCorpus("seeds");
const comparison = compareCorpus(corpus);
const {mentions, relations, omissions, speech, shares, reuse} = comparison;
const {facts, sigla} = openEdition(comparison);
const words = compareWords(comparison.readings);
const charts: Record<string, ChartSpec | null | undefined> = {
  casualties: drawCasualties(mentions, sigla, facts),
  distances: drawDistances(mentions, sigla, facts),
  deviations: drawDeviations(mentions, sigla, facts),
  presence: drawPresence(facts, relations, omissions, sigla),
  speakers: drawSpeakers(mentions, sigla, facts),
  quotedWords: drawQuotedWords(speech, sigla),
  reportingVerbs: drawReportingVerbs(speech, sigla),
  shares: drawShareMatrix(shares, reuse, sigla),
  ribbons: drawStrongestRibbons(corpus.articles, comparison, sigla)[0],
  words: chartWords(words),
  spellings: chartSpellings(words),
};

/** What JupyterLab's Vega is handed beside a specification: nothing in the light; in the dark, what matters of vega-themes' "dark". */
const THEMES = {
  light: {paper: "#ffffff", config: {}},
  dark: {paper: "#333333", config: {background: "#333", axis: {gridColor: "#888"}, title: {color: "#fff"}}},
};

async function draw(spec: ChartSpec, config: object): Promise<string> {
  const warned: string[] = [];
  const logger = vega.logger(vega.Warn);
  logger.warn = (...parts) => {
    warned.push(parts.join(" "));
    return logger;
  };
  const compiled = compile(dressChart(spec) as never, {config, logger}).spec;
  const svg = await new vega.View(vega.parse(compiled), {renderer: "none", logger}).toSVG();
  assert.deepEqual(warned, []);
  return svg;
}

function luminance(colour: string): number {
  const channels = colour.startsWith("rgb")
    ? (colour.match(/\d+/g) ?? []).map(Number)
    : (colour.slice(1).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

for (const [name, spec] of Object.entries(charts))
  for (const [theme, {paper, config}] of Object.entries(THEMES))
    test(`${name} can be read in JupyterLab's ${theme}`, async () => {
      assert.ok(spec);
      const svg = await draw(spec, config);
      // Words that stand on a filled cell are written in the paper's own colour, and measured where charts are tested.
      const ownPaper = theme === "light" ? "#fdfdfb" : "#15171a";
      const inks = new Set([...svg.matchAll(/<text[^>]* fill="([^"]+)"/g)].map(([, fill = ""]) => fill));
      inks.delete(ownPaper);
      assert.ok(inks.size > 0);
      for (const ink of inks)
        assert.ok(contrast(ink, paper) >= 4.5, `${ink} on ${paper}: ${contrast(ink, paper).toFixed(1)}`);
      assert.match(svg, theme === "light" ? /fill="white"/ : /fill="#333"/);
    });
