import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {formatConcordance, readArticle, readArticles, readConcordance} from "../../src/index.ts";

const readings = readArticles([
  readArticle("a.txt", "The White House said no. White paint sold out. House prices rose.", {
    title: "White House silent",
  }),
  readArticle("b.txt", "Nobody at the white  house, he said, knew of the white-house plan."),
]);

test("lines of context, the matches aligned", () => {
  const lines = readConcordance(readings, "WHITE house", 20);
  assert.equal(
    `\n${formatConcordance(lines)}\n`,
    `
               White House  silent
          The  White House  said no.
Nobody at the  white house , he said, knew of t
`,
  );
});

test("a line points into the untouched text, or into the title", () => {
  const lines = readConcordance(readings, "white house");
  assert.deepEqual(
    lines.map(({article, field}) => [article, field]),
    [
      ["a.txt", "title"],
      ["a.txt", "text"],
      ["b.txt", "text"],
    ],
  );
  for (const {article, field, start, end, match} of lines) {
    const source = readings.find((one) => one.article.article === article)?.article[field];
    assert.equal(source?.slice(start, end).replace(/\s+/g, " "), match);
  }
});

test("furniture and credits are not searched", () => {
  const sentences = (["body", "furniture", "photo credit", "caption"] as const).map((zone, i) => {
    return {zone, field: "text" as const, start: 10 * i, text: "One boat."};
  });
  const found = readConcordance([{article: {article: "a"}, sentences}], "boat");
  assert.deepEqual(
    found.map(({start}) => start),
    [4, 34],
  );
});

test("any text: every match is the word, and its sentence is its neighbourhood", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("one", "One", "two", "’t", "\n", "𝟗", "."), {maxLength: 40}), (parts) => {
      const whole = parts.join(" ");
      const lines = readConcordance(
        [{article: {article: "a"}, sentences: [{zone: "body", field: "text", start: 0, text: whole}]}],
        "one",
        7,
      );
      assert.equal(lines.length, parts.filter((part) => part.toLowerCase() === "one").length);
      for (const {left, right, match} of lines) {
        assert.ok([...left].length <= 7 && [...right].length <= 7 && match.toLowerCase() === "one");
        assert.ok(whole.replace(/\s+/g, " ").includes(left + match + right));
      }
    }),
  );
});

test("nothing sought, nothing found", () => {
  assert.deepEqual(readConcordance(readings, " - "), []);
  assert.deepEqual(readConcordance(readings, "absent"), []);
  assert.deepEqual(readConcordance([], "white"), []);
  assert.equal(formatConcordance([]), "");
});
