import assert from "node:assert/strict";
import {test} from "node:test";
import {renderApparatus} from "../../src/apparatus/apparatus.ts";
import {renderCards} from "../../src/apparatus/card.ts";
import {openEdition, siglumOf} from "../../src/apparatus/edition.ts";
import {stateFinding} from "../../src/apparatus/finding.ts";
import {renderTexts} from "../../src/apparatus/texts.ts";
import {findVariants} from "../../src/apparatus/variants.ts";
import {renderDate, renderWitnesses} from "../../src/apparatus/witnesses.ts";
import {assignSigla} from "../../src/charts/sigla.ts";
import {toneOf} from "../../src/charts/theme.ts";
import {edition, facts, mentions, readings, relations} from "./ferry.ts";

const plain = (markup: {toString(): string}) =>
  markup
    .toString()
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();

test("facts stand by how much they differ, those of one article last", () => {
  assert.deepEqual(
    edition.facts.map(({fact}) => fact),
    ["killed", "rescued", "homes", "offshore", "crew"],
  );
});

test("the variants of a fact begin with the reading of reference", () => {
  const told = edition.facts.map((fact) =>
    findVariants(edition, fact)
      .map(
        ({text, witnesses, relation}) => `${text} ${witnesses.map(({siglum}) => siglum.letter).join("")} ${relation}`,
      )
      .join(" · "),
  );
  assert.deepEqual(told, [
    "nine people BC same · Eleven people A update",
    "At least 140 passengers B same · More than 140 passengers C same · 143 passengers A bound differs",
    "Some 300 residents B same · Hundreds of residents C vaguer",
    "about 12 kilometers (7 miles) B same · 12 kilometers A same · about 7 miles C converted",
    "four crew members A same",
  ]);
});

test("the order of the rows changes nothing", () => {
  const shuffled = openEdition({
    readings,
    mentions: [...mentions].reverse(),
    facts: [...facts].reverse(),
    relations: [...relations].reverse(),
  });
  const straight = openEdition({readings, mentions, facts, relations});
  assert.equal(renderApparatus(shuffled).toString(), renderApparatus(straight).toString());
  assert.equal(renderTexts(shuffled).toString(), renderTexts(straight).toString());
});

test("a plain result is a result", () => {
  const finding = (kinds: string[]) => {
    const rows = kinds.map((relation, index) => ({
      ...facts[0],
      fact: String(index),
      role: "killed",
      label: "people",
      articles: ["a", "b"],
      relation,
    }));
    const told = rows.map(({fact}) => ({
      article: readings[0]?.article.article ?? "",
      start: 0,
      end: 1,
      text: "1",
      role: "killed",
      fact,
    }));
    return stateFinding(openEdition({readings, mentions: told, facts: rows}));
  };
  assert.equal(
    stateFinding(edition),
    "The 3 articles share 4 facts and agree on 1. Nothing conflicts; 1 was updated, 1 is exact in one and open in another, 1 is told vaguely by some.",
  );
  assert.equal(finding(["same", "rounded"]), "The 3 articles share 2 facts and agree on every one. Nothing conflicts.");
  assert.equal(finding(["conflict"]), "The 3 articles share 1 fact and agree on none. 1 is in conflict.");
  assert.equal(
    finding(["conflict", "conflict", "update"]),
    "The 3 articles share 3 facts and agree on none. 2 are in conflict, 1 was updated.",
  );
  assert.equal(finding([]), "The 3 articles share no fact that carries a figure.");
  const [one] = readings;
  assert.ok(one);
  assert.equal(
    stateFinding(openEdition({readings: [one], mentions: [], facts: []})),
    "There is one article, and nothing to compare it with.",
  );
});

test("a source stands before what was taken from it", () => {
  const rows = plain(renderWitnesses(edition));
  assert.ok(rows.indexOf("Harbour Post") < rows.indexOf("northern-wire"));
  assert.match(rows, /northern-wire outlet not named 4 Mar 2021 none 61 69% as in B/);
  const circle = [
    {article: "harbour-post.txt", origin: "northern-wire.txt", verbatim: 1, nearVerbatim: 0},
    {article: "northern-wire.txt", origin: "harbour-post.txt", verbatim: 1, nearVerbatim: 0},
  ];
  const all = plain(renderWitnesses(openEdition({readings, mentions, facts, origins: circle})));
  for (const {label} of readings) assert.ok(all.includes(label), `${label} is listed`);
});

test("dates are as precise as the text, and never more", () => {
  const dates = ["2022-03-16T05:59", "2022-03-16", "2022-03", "2022", null, "yesterday"].map((iso) =>
    plain(renderDate(iso)),
  );
  assert.deepEqual(dates, ["16 Mar 2022, 05:59", "16 Mar 2022", "Mar 2022", "2022", "no date", "no date"]);
});

test("the texts are whole, zones and all", () => {
  const markup = renderTexts(edition).toString();
  const unescaped = markup
    .replace(/<summary>[^<]*<\/summary>/g, "")
    .replace(/ <a [^>]*data-jump>.*?<\/a>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({lt: "<", gt: ">", quot: '"', amp: "&"})[name] ?? "'")
    .replace(/\s+/g, " ");
  for (const {article} of readings) {
    for (const line of article.text.split("\n")) assert.ok(unescaped.includes(line.trim().replace(/\s+/g, " ")), line);
  }
  assert.doesNotMatch(markup, /<script|<\/template/);
});

test("a passage that two articles share leads across, both ways", () => {
  const markup = renderTexts(edition).toString();
  const links = [...markup.matchAll(/<a href="#([^"]+)" title="((?:near-)?verbatim in [^"]+)"/g)].map(
    ([, id = "", title]) => [markup.includes(`id="${id}"`), title],
  );
  assert.deepEqual(links, [
    [true, "near-verbatim in northern-wire"],
    [true, "verbatim in northern-wire"],
    [true, "near-verbatim in Harbour Post"],
    [true, "verbatim in Harbour Post"],
  ]);
});

test("a card marks the figure, its speaker and the words that differ", () => {
  const card = renderCards(edition).toString();
  assert.match(
    card,
    /<span class="figure">nine people<\/span> were killed, <span class="speaker differs">officials<\/span> said/,
  );
  assert.equal(card.split("<template").length - 1, edition.facts.length);
  assert.match(plain(card), /Not in A/);
  assert.match(plain(card), /Crew members in hospital only here/);
});

test("a caveat is underlined where it stands", () => {
  const doubted = mentions.map((row) =>
    row.text === "Eleven people" ? {...row, caveat: "two more than it had counted"} : row,
  );
  const markup = renderCards(openEdition({readings, mentions: doubted, facts, relations})).toString();
  assert.match(markup, /<span class="caveat">two more than it had counted<\/span>/);
  assert.match(
    plain(renderApparatus(openEdition({readings, mentions: doubted, facts, relations}))),
    /caveat “two more than it had counted” A/,
  );
});

test("sigla are letters for any number of articles, colours for eight", () => {
  const many = [...assignSigla(Array.from({length: 60}, (_, index) => ({article: String(index), name: ""}))).values()];
  assert.deepEqual(
    [0, 7, 8, 25, 26, 59].map((index) => [many[index]?.letter, many[index]?.tone]),
    [
      ["A", 0],
      ["H", 7],
      ["I", null],
      ["Z", null],
      ["AA", null],
      ["BH", null],
    ],
  );
  assert.equal(new Set(many.map(({letter}) => letter)).size, 60);
  assert.throws(() => siglumOf(edition, "of another corpus"), /no article "of another corpus"/);
  assert.deepEqual(["same", "rounded", "conflict"].map(toneOf), ["same", "explained", "conflict"]);
});

test("a title and a text both begin at 0, and no reading takes the place of another", () => {
  const [post] = readings;
  assert.ok(post);
  const article = post.article.article;
  const told = (
    field: "title" | "text",
    start: number,
    text: string,
    low: number,
    conversionOf: number | null = null,
  ) => ({
    article,
    field,
    start,
    end: start + text.length,
    text,
    low,
    high: low,
    role: "distance",
    fact: "reef",
    conversionOf,
  });
  const opened = openEdition({
    readings: [post],
    mentions: [
      told("title", 5, "12 km", 12),
      told("title", 12, "7 miles", 7, 5),
      told("text", 5, "14 km", 14),
      told("text", 40, "12 km", 12),
    ],
    facts: [{fact: "reef", role: "distance", label: "the reef", articles: [article], relation: "update"}],
    relations: [
      {
        fact: "reef",
        article,
        field: "text",
        start: 5,
        referenceArticle: article,
        referenceField: "title",
        referenceStart: 5,
        relation: "update",
      },
    ],
  });
  const variants = opened.facts.flatMap((fact) => findVariants(opened, fact));
  assert.deepEqual(
    variants.map(({text, relation, isReference}) => [text, relation, isReference]),
    [
      ["12 km (7 miles)", "same", true],
      ["12 km", "same", false],
      ["14 km", "update", false],
    ],
  );
});

test("a credit that was not found is told as that, and as nothing more", () => {
  const agency = {verbatim: 0.5, nearVerbatim: 0, contains: "AP", credited: false};
  const rows = [{article: "harbour-post.txt", origin: "northern-wire.txt", ...agency}];
  const witnesses = plain(renderWitnesses(openEdition({readings, mentions, facts, origins: rows})));
  assert.match(witnesses, /wording credited to AP elsewhere, no such credit found/);
});
