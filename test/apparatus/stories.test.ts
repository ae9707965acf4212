import assert from "node:assert/strict";
import {test} from "node:test";
import {sayPercent} from "../../src/compare/origin-finding.ts";
import type {Html} from "../../src/markup/html.ts";
import {seeds} from "../corpus/gold.ts";
import {assertExpected} from "../report/expected.ts";
import {quay, tellStories} from "./quay.ts";

const stories = {seeds: tellStories(seeds), quay: tellStories(quay)};

const CHARACTERS: Readonly<Record<string, string>> = {lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&"};

/** Markup as a reader sees it, a row a line: [-cut-], {+put in+}. */
function plain(markup: Html): string {
  return markup
    .toString()
    .replace(/<form.*?<\/form>/gs, "")
    .replace(/<del>/g, "[-")
    .replace(/<\/del>/g, "-]")
    .replace(/<ins>/g, "{+")
    .replace(/<\/ins>/g, "+}")
    .replace(/\s+/g, " ")
    .replace(/<div class="(?:entry|wording)[^>]*>|<details/g, "\n$&")
    .replace(/<\/p>|<\/?q>|<\/li>|<\/summary>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => CHARACTERS[name] ?? "")
    .split("\n")
    .map((line) => line.replace(/ +/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n")
    .concat("\n");
}

for (const [name, {ledger, origins, utterances, quotations}] of Object.entries(stories)) {
  for (const [part, markup] of Object.entries({ledger, origins, utterances, quotations})) {
    test(`${part} of ${name} as expected`, () => {
      assertExpected(plain(markup), new URL(`expected/${name}-${part}.txt`, import.meta.url));
    });
  }
}

test("every line of the ledger leads to the card of its two sentences", () => {
  for (const {ledger, reuse} of Object.values(stories)) {
    const cards = reuse.join("");
    const links = [...ledger.toString().matchAll(/class="reading" href="#([^"]+)"/g)].map(([, id = ""]) => id);
    assert.ok(links.length > 0);
    for (const id of links) assert.ok(cards.includes(`<template id="${decodeURIComponent(id)}"`), id);
  }
});

test("no id stands twice on a page, and every link leads somewhere", () => {
  for (const {reuse, quoted} of Object.values(stories)) {
    for (const page of [reuse.join(""), quoted.join("")]) {
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id);
      assert.deepEqual(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        [],
      );
      for (const [, id = ""] of page.matchAll(/ href="#([^"]*)"/g)) assert.ok(ids.includes(decodeURIComponent(id)), id);
    }
  }
});

test("what an article says never becomes markup", () => {
  const {reuse, quoted} = stories.quay;
  for (const page of [reuse.join(""), quoted.join("")]) {
    assert.doesNotMatch(page, /<(?:script|img|i onclick|svg\/)[\s>/]|<b>officials/);
    assert.equal(page.split("<template").length, page.split("</template>").length);
    assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt;/);
  }
});

test("every share in the sentences about an article is the table's", () => {
  for (const {origins, comparison} of Object.values(stories)) {
    const told = plain(origins).trim().split("\n");
    assert.equal(told.length, comparison.origins.length + told.filter((line) => line.startsWith("Not in it")).length);
    for (const {verbatim, nearVerbatim, paraphrased, words, article} of comparison.origins) {
      const name = comparison.readings.find((reading) => reading.article.article === article)?.label ?? "";
      const line = told.find((one) => one.slice(2).startsWith(name)) ?? "";
      const numbers = [...line.matchAll(/\d+%/g)].map(String);
      const shares = [verbatim + nearVerbatim, verbatim, nearVerbatim].map(sayPercent);
      assert.deepEqual(numbers, paraphrased > 0 ? [...shares, sayPercent(paraphrased)] : shares, line);
      assert.ok(line.includes(`${words.toLocaleString("en-US")} words`), line);
    }
  }
});

test("nothing in common is said plainly", () => {
  const {ledger, utterances} = tellStories(quay.slice(0, 1));
  assert.equal(plain(ledger), "No two articles share a sentence.\n");
  assert.equal(plain(utterances), "No words are quoted by two articles.\n");
});
