import assert from "node:assert/strict";
import {test} from "node:test";
import {openQuotes, renderQuotations} from "../../src/apparatus/utterances.ts";
import {drawQuotedWords, drawReportingVerbs} from "../../src/charts/quotes.ts";
import {type ChartSpec, chartTitle, renderSvg} from "../../src/charts/render.ts";
import {assignSigla} from "../../src/charts/sigla.ts";
import {readClaims} from "../../src/compare/claims.ts";
import {compareQuotes} from "../../src/compare/quotes.ts";
import type {Article} from "../../src/corpus/article.ts";
import {escapeHtml} from "../../src/markup/html.ts";
import {seeds} from "../corpus/gold.ts";
import {makeArticle} from "../reuse/make-text.ts";

function read(articles: readonly Article[]) {
  const readings = readClaims(articles);
  const {speech} = compareQuotes(readings);
  return {speech, sigla: assignSigla(readings.map(({article, label}) => ({article: article.article, name: label})))};
}

/** Drawn wide and narrow; any warning of Vega fails the test. */
async function draw(spec: ChartSpec | null): Promise<string> {
  assert.ok(spec);
  const warn = (message: string) => assert.fail(message);
  const narrow = await renderSvg(spec, {widthPx: 343, warn});
  const wide = await renderSvg(spec, {widthPx: 760, warn});
  for (const [svg, most] of [
    [narrow, 343],
    [wide, 760],
  ] as const) {
    assert.ok(Number(/ width="([\d.]+)"/.exec(svg)?.[1]) <= most, `${most} px at most`);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
  }
  return wide;
}

const {speech, sigla} = read(seeds);
const printed = (svg: string) => Array.from(svg.matchAll(/>([^<>]+)</g), (match) => match[1] ?? "");

test("the title of the words names the largest number of the table, and the chart shows it", async () => {
  const spec = drawQuotedWords(speech, sigla);
  const most = [...speech.words].sort((a, b) => b.directWords - a.directWords)[0];
  assert.ok(spec && most);
  const told = sigla.get(most.outlet);
  assert.equal(
    chartTitle(spec).title,
    `${most.speaker} has the most words between quotation marks in one article: ${most.directWords} words in ${told?.letter} (${told?.name})`,
  );
  const svg = await draw(spec);
  assert.ok(printed(svg).includes(String(most.directWords)));
  assert.ok(svg.includes(`Speaker: ${most.speaker}; Article: ${told?.name}; Words between marks: ${most.directWords}`));
});

test("the counts of verbs add up to what the title and subtitle say", async () => {
  const spec = drawReportingVerbs(speech, sigla);
  assert.ok(spec);
  const {title, subtitle} = chartTitle(spec);
  const all = speech.cues.reduce((sum, {count}) => sum + count, 0);
  const said = speech.cues.filter(({cue}) => cue === "say").reduce((sum, {count}) => sum + count, 0);
  assert.ok(title.startsWith(`“say” introduces ${said} of ${all} statements`), title);
  const {values} = spec["data"] as {values: {count: number}[]};
  const shown = values.reduce((sum, {count}) => sum + count, 0);
  assert.ok(subtitle.includes(`${all - shown} of the ${all} are not drawn`), subtitle);
  assert.ok(printed(await draw(spec)).includes("deny"));
});

test("a verb that takes a stand is told from a plain one by shape", async () => {
  const own = read([
    makeArticle(
      "a",
      "Ann Lee said the bridge was old. Tom Okoro denied it was weak. Tom Okoro warned that it might fall.",
    ),
  ]);
  const spec = drawReportingVerbs(own.speech, own.sigla);
  assert.equal(
    spec && chartTitle(spec).title,
    "“deny” introduces 1 of 3 statements, a verb that takes a stand 2: “deny” 1, “warn” 1",
  );
  await draw(spec);
  await draw(drawQuotedWords(own.speech, own.sigla));
});

test("nobody speaks, no chart", () => {
  const own = read([makeArticle("a", "It rained.")]);
  assert.equal(drawQuotedWords(own.speech, own.sigla), null);
  assert.equal(drawReportingVerbs(own.speech, own.sigla), null);
});

test("a speaker's name never becomes markup", async () => {
  const hostile = "<script>alert(1)</script>";
  const words = [{speaker: hostile, outlet: "a", directWords: 3, indirectWords: 0, statements: 1}];
  const cues = [{speaker: hostile, outlet: "a", cue: "say", count: 1}];
  const names = assignSigla([{article: "a", name: "<img src=x>"}]);
  for (const spec of [drawQuotedWords({words, cues}, names), drawReportingVerbs({words, cues}, names)])
    assert.doesNotMatch(await draw(spec), /<script|<img/);
});

test("every bar, number and verb leads to the list of its speaker's words", async () => {
  const readings = readClaims(seeds);
  const comparison = compareQuotes(readings);
  const lists = renderQuotations(openQuotes(readings, comparison), comparison).toString();
  for (const spec of [drawQuotedWords(speech, sigla), drawReportingVerbs(speech, sigla)]) {
    const svg = await renderSvg(spec ?? {}, {widthPx: 760, warn: (message) => assert.fail(message)});
    const marks = svg.match(/role="graphics-symbol" aria-roledescription="(?!axis)[^"]*"/g)?.length ?? 0;
    const links = [...svg.matchAll(/<a xlink:href="#([^"]+)"/g)].map(([, id = ""]) => decodeURIComponent(id));
    assert.ok(marks > 10 && links.length > 10, `${marks} marks, ${links.length} links`);
    for (const id of links) assert.ok(lists.includes(`<ul id="${escapeHtml(id)}"`), id);
  }
});
