import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {readSentences, splitSentences} from "../../src/text/sentences.ts";
import {readGold, seeds} from "../corpus/gold.ts";

test("the sentences of the seeds are those of the gold, to the character", () => {
  const gold = readGold("sentences.csv").map((row) => `${row["file"]} ${row["start"]}-${row["end"]}`);
  const read = seeds.flatMap((article) => readSentences(article).map((s) => `${article.article} ${s.start}-${s.end}`));
  const isFurniture = new Set(
    readGold("sentences.csv")
      .filter((row) => !["body", "caption", "headline"].includes(row["zone"] ?? ""))
      .map((row) => `${row["file"]} ${row["start"]}-${row["end"]}`),
  );
  assert.deepEqual(
    gold.filter((key) => !isFurniture.has(key) && !read.includes(key)),
    [],
  );
  const bodies = new Set(
    seeds.flatMap((article) =>
      readSentences(article)
        .filter((s) => ["body", "caption", "headline"].includes(s.zone))
        .map((s) => `${article.article} ${s.start}-${s.end}`),
    ),
  );
  assert.deepEqual(
    [...bodies].filter((key) => !gold.includes(key)),
    [],
  );
});

// Each line is one paragraph; a bar stands where a new sentence begins.
const CASES = [
  "He met Dr. Ann Lee at 5 p.m. on Friday.| She left.",
  "The U.S. Congress voted.| The U.S. did not.| It rained.",
  "It fell in Jan. 2021.| No. 4 was last.",
  "He said “No.”| Then he left.",
  "“Why?” he asked.| Nobody knew.",
  "J. K. Rowling and George W. Bush came.| They sat.",
  "Acme Inc. rose 4.5 percent.| Then it fell.",
  "It cost $3.5 million.| 20 people paid.",
  "“It is late,” she said.| “Go home.”",
  "He lives in Washington, D.C.| He likes it.",
  "It opened at 9 a.m. EST and closed.",
  "He lives at 12400 N. 25th Ave. in Lyon.| She left.",
  "It ended.[9][10]| On May 3 it rained.[11]",
  "Was it so?!| Yes… maybe.| No.",
];
for (const written of CASES) {
  test(`sentences: ${written}`, () => {
    const text = written.replaceAll("|", "");
    assert.equal(
      splitSentences(text)
        .map((s) => text.slice(s.start, s.end))
        .join("| "),
      written,
    );
  });
}

test("sentences keep every non-space character, in order, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({unit: "grapheme", maxLength: 200}), (text) => {
      const spans = splitSentences(text);
      assert.equal(
        spans
          .map((s) => text.slice(s.start, s.end))
          .join("")
          .replace(/\s/gu, ""),
        text.replace(/\s/gu, ""),
      );
      for (let i = 1; i < spans.length; i++) assert.ok((spans[i - 1]?.end ?? 0) <= (spans[i]?.start ?? 0));
    }),
  );
});

test("a long line is split as its parts are, in time that grows with its length", () => {
  const part = seeds.map((article) => article.text.replace(/\s+/g, " ").slice(0, 2000)).join(" ");
  const once = splitSentences(part).length;
  const long = Array.from({length: 100}, () => part).join(" ");
  const spans = splitSentences(long);
  assert.ok(Math.abs(spans.length - 100 * once) <= 100, `${spans.length} sentences, ${once} in a part`);
  assert.equal(
    spans
      .map((s) => long.slice(s.start, s.end))
      .join("")
      .replace(/\s/gu, ""),
    long.replace(/\s/gu, ""),
  );
});
