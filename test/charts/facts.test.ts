// The charts of the notebook of facts: who has a fact, what was updated, who says it.
import assert from "node:assert/strict";
import {test} from "node:test";
import {drawPresence, type PresenceCell} from "../../src/charts/presence.ts";
import {type ChartSpec, chartTitle, renderSvg} from "../../src/charts/render.ts";
import {assignSigla} from "../../src/charts/sigla.ts";
import {drawSpeakers, type SpeakerMark} from "../../src/charts/speakers.ts";
import {svgWidth} from "../../src/charts/svg.ts";
import {drawUpdates, type UpdateMark} from "../../src/charts/updates.ts";
import {
  compareCorpus,
  openEdition,
  readArticle,
  renderApparatus,
  renderCards,
  renderExplained,
  renderTexts,
} from "../../src/index.ts";
import {edition, facts, mentions, omissions, relations} from "../apparatus/ferry.ts";
import {seeds} from "../corpus/gold.ts";

const warn = (message: string) => assert.fail(`the chart library warns: ${message}`);
const linesOf = <Line>(spec: ChartSpec | null) => ((spec?.["data"] ?? {values: []}) as {values: Line[]}).values;
const titleOf = (spec: ChartSpec | null) => chartTitle(spec ?? {});
const days = new Map([
  ["harbour-post.txt", "2021-05-03T10:00"],
  ["northern-wire.txt", "2021-05-03"],
  ["city-desk.txt", "2021-05-04"],
]);

/** A row a line, a column an article. */
const drawMatrix = (spec: ChartSpec | null) => {
  const cells = linesOf<PresenceCell>(spec);
  return cells.flatMap(({name, line}) =>
    name === undefined
      ? []
      : `${name}: ${cells.flatMap((c) => (c.line === line && c.siglum ? `${c.siglum} ${c.word}` : [])).join(" | ")}`,
  );
};

test("the presence matrix has the relation of each article's reading in its cell", () => {
  const spec = drawPresence(edition.facts, relations, omissions, edition.sigla);
  assert.deepEqual(drawMatrix(spec), [
    "People killed on the ferry: A update | B ref. | C same",
    "Passengers taken off by lifeboats: A bound | B ref. | C same",
    "Residents who left their homes: A om. | B ref. | C vaguer",
    "Distance of the reef from Skerrow: A same | B ref. | C unit",
  ]);
  assert.equal(titleOf(spec).title, "Of the 4 shared facts, A city-desk leaves out 1, more than any other");
});

test("an article that is not said to leave a fact out has its number somewhere", () => {
  const spec = drawPresence(edition.facts, relations, [], edition.sigla);
  assert.ok(drawMatrix(spec).includes("Residents who left their homes: A number | B ref. | C vaguer"));
  assert.match(titleOf(spec).subtitle, /number: has the number, maybe of something else/);
});

test("three tones, and an article that wrote too early leaves nothing out", () => {
  const early = omissions.map((row) => ({...row, known: false}));
  const conflicting = relations.map((row) => (row.fact === "killed" ? {...row, relation: "conflict"} : row));
  const spec = drawPresence(edition.facts, conflicting, early, edition.sigla);
  const cells = linesOf<PresenceCell>(spec).filter(({siglum}) => siglum);
  assert.deepEqual([...new Set(cells.map(({relation, tone}) => `${relation} ${tone}`))].sort(), [
    "bound differs explained",
    "conflict conflict",
    "converted explained",
    "reference same",
    "same same",
    "too early none",
    "vaguer explained",
  ]);
  assert.equal(titleOf(spec).title, "No article leaves out any of the 4 shared facts that it could have known");
});

/** As many facts and articles as asked for; each fact stands in every second article. */
function manyFacts(factCount: number, articleCount: number) {
  const articles = Array.from({length: articleCount}, (_, i) => `news-${i}.example`);
  const sigla = assignSigla(articles.map((article) => ({article, name: article})));
  const carriers = articles.filter((_, i) => i % 2 === 0);
  const rows = Array.from({length: factCount}, (_, i) => ({
    ...{fact: `fact ${i}`, role: "killed", relation: "attribution differs"},
    ...{label: `people killed in the ${i}th of many places (a spokesman of the fire brigade)`, articles: carriers},
  }));
  const said = rows.flatMap(({fact}) =>
    carriers.map((article, i) => ({
      ...{article, start: i, text: "35 people", low: 35 + i, high: 35 + i, bound: "exact", unit: "person"},
      ...{role: "killed", fact, speaker: i === 0 ? "a spokesman of the fire brigade in the capital" : null},
    })),
  );
  const found = said.slice(1).map(({fact, article, start}) => ({
    ...{fact, article, start, relation: "attribution differs"},
    ...{referenceArticle: carriers[0] ?? "", referenceStart: 0},
  }));
  return {sigla, facts: rows, mentions: said, relations: found};
}

test("sixty facts in seven outlets fit a page and a telephone; of more the rest is counted", async () => {
  const many = manyFacts(60, 7);
  const spec = drawPresence(many.facts, many.relations, [], many.sigla);
  const strip = drawSpeakers(many.mentions, many.sigla, many.facts);
  for (const widthPx of [343, 760])
    for (const one of [spec, strip])
      assert.equal(svgWidth(await renderSvg(one ?? {}, {widthPx, title: false, warn})), widthPx);
  assert.equal(drawMatrix(spec).length, 60);
  assert.match(titleOf(strip).subtitle, /30 more facts are not drawn/);
  const more = manyFacts(70, 30);
  const matrix = drawPresence(more.facts, more.relations, [], more.sigla);
  assert.match(titleOf(matrix).subtitle, /Where there is no room: • reference, A attribution differs/);
  assert.match(titleOf(matrix).subtitle, /10 more facts are not drawn\. 6 more articles are not drawn\./);
  await renderSvg(matrix ?? {}, {widthPx: 760, warn});
});

test("updates go from day to day: equal readings are one mark, a step joins what most print", () => {
  const spec = drawUpdates(mentions, edition.sigla, edition.facts, days);
  assert.deepEqual(
    linesOf<UpdateMark>(spec).map(
      ({name, day, words, nextColumn}) => name ?? (nextColumn === undefined ? `${day} ${words}` : `to ${nextColumn}`),
    ),
    ["People killed on the ferry", "2021-05-03 B C  nine people", "2021-05-04 A  Eleven people", "to 1"],
  );
  assert.equal(titleOf(spec).title, "1 fact was updated from day to day: people killed on the ferry, from 9 to 11");
});

test("on one scale the larger number stands higher, and an equal one level", () => {
  const told = [
    ["harbour-post.txt", 9],
    ["northern-wire.txt", 12],
    ["city-desk.txt", 9],
  ] as const;
  const rows = told.map(([article, low]) => ({
    ...(mentions[0] as (typeof mentions)[number]),
    article,
    low,
    high: low,
    start: low,
  }));
  const marks = linesOf<UpdateMark>(drawUpdates(rows, edition.sigla, edition.facts, days)).filter(({words}) => words);
  const [first, last] = [marks.find(({siglum}) => siglum === "B"), marks.find(({siglum}) => siglum === "A")];
  assert.equal(first?.y, last?.y);
  assert.ok((marks.find(({siglum}) => siglum === "C")?.y ?? 0) < (first?.y ?? 0));
});

test("updates of one day, of undated articles, and other relations are no slope", () => {
  const sameDay = new Map([...days.keys()].map((article) => [article, "2021-05-03"]));
  assert.equal(drawUpdates(mentions, edition.sigla, edition.facts, sameDay), null);
  assert.equal(drawUpdates(mentions, edition.sigla, edition.facts, new Map()), null);
  const others = edition.facts.filter(({relation}) => relation !== "update");
  assert.equal(drawUpdates(mentions, edition.sigla, others, days), null);
});

test("who says it: a line for each speaker, nobody last, lost speakers first", () => {
  const spec = drawSpeakers(mentions, edition.sigla, edition.facts);
  const marks = linesOf<SpeakerMark>(spec);
  const told = marks.flatMap(({line, name, words}) => {
    if (name !== undefined) return [name];
    if (words === undefined) return [];
    return [`${words}: ${marks.flatMap((mark) => (mark.line === line && mark.siglum ? mark.siglum : [])).join(" ")}`];
  });
  assert.deepEqual(told, [
    "People killed on the ferry",
    "the coast guard: A B",
    "officials: C",
    "Residents who left their homes",
    "Mayor Lida Brandt: B C",
  ]);
  assert.equal(
    titleOf(spec).title,
    "Of 2 shared facts that somebody is named for, 1 loses or changes its speaker from article to article",
  );
});

test("a name and its fuller form are one speaker, and one who is silent stands with nobody", () => {
  const speakers = ["The U.N.", "The United Nations human rights office", null];
  const articles = speakers.map((_, i) => `${i}.txt`);
  const sigla = assignSigla(articles.map((article) => ({article, name: article})));
  const rows = speakers.map((speaker, i) => ({
    ...(mentions[0] as (typeof mentions)[number]),
    article: `${i}.txt`,
    speaker,
  }));
  const marks = linesOf<SpeakerMark>(drawSpeakers(rows, sigla, facts)).filter(({siglum}) => siglum);
  assert.deepEqual(
    marks.map(({siglum, speaker}) => [siglum, speaker]),
    [
      ["A", "The United Nations human rights office"],
      ["B", "The United Nations human rights office"],
      ["C", ""],
    ],
  );
});

test("nothing to draw is no chart", () => {
  assert.equal(drawPresence([], [], [], edition.sigla), null);
  assert.equal(
    drawPresence(
      facts.filter(({articles}) => articles.length < 2),
      [],
      [],
      edition.sigla,
    ),
    null,
  );
  const silent = mentions.map((mention) => ({...mention, speaker: null}));
  assert.equal(drawSpeakers(silent, edition.sigla, edition.facts), null);
});

test("drawn without a doubt, wide and narrow, and every link leads to an id of the page", async () => {
  const moved = readArticle("a title.jsonl", "The Kyiv fire killed 37 people, police said.", {
    title: "37 killed in Kyiv fire",
    published: "2022-03-18",
  });
  for (const articles of [seeds, [...seeds, moved]]) {
    const comparison = compareCorpus({articles});
    const whole = openEdition(comparison);
    const published = new Map(articles.map(({article, published: day}) => [article, day]));
    const page = [
      renderTexts(whole),
      renderCards(whole),
      renderApparatus(whole),
      renderExplained(comparison.facts),
    ].join("");
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const told = comparison.mentions.flatMap((mention) =>
      mention.fact === null ? [] : [{...mention, fact: mention.fact}],
    );
    const charts = [
      drawPresence(whole.facts, comparison.relations, comparison.omissions, whole.sigla),
      drawSpeakers(told, whole.sigla, whole.facts),
      drawUpdates(told, whole.sigla, whole.facts, published),
    ];
    assert.ok(charts[0] && charts[1]);
    for (const spec of charts.filter((one) => one !== null))
      for (const widthPx of [343, 760]) {
        const svg = await renderSvg(spec, {widthPx, title: false, warn});
        assert.equal(svgWidth(svg), widthPx);
        const links = [...svg.matchAll(/xlink:href="#([^"]+)"/g)].map(([, id = ""]) => decodeURIComponent(id));
        assert.ok(links.length > 20);
        assert.deepEqual(
          links.filter((id) => !ids.has(id)),
          [],
        );
      }
    const explained = [
      ...renderExplained(comparison.facts)
        .toString()
        .matchAll(/href="#([^"]+)"/g),
    ];
    for (const [, id = ""] of explained) assert.ok(ids.has(decodeURIComponent(id)), id);
  }
});
