import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {formatConcordance, readConcordance} from "../../src/words/concordance.ts";

function text(article: string, ...sentences: string[]) {
  const whole = sentences.join(" ");
  let at = 0;
  const spans = sentences.map((sentence) => {
    const start = whole.indexOf(sentence, at);
    at = start + sentence.length;
    return {start, end: at};
  });
  return {article, text: whole, sentences: spans};
}

const texts = [
  text("a.txt", "The White House said no.", "White", "House prices rose."),
  text("b.txt", "Nobody at the white\n house, he said, knew of the white-house plan."),
];

test("lines of context, the matches aligned", () => {
  const lines = readConcordance(texts, "WHITE house", 20);
  assert.equal(
    `\n${formatConcordance(lines)}\n`,
    `
          The  White House  said no.
Nobody at the  white house , he said, knew of t
`,
  );
});

test("a line points into the untouched text", () => {
  for (const {article, start, end, match} of readConcordance(texts, "white house")) {
    const source = texts.find((one) => one.article === article);
    assert.equal(source?.text.slice(start, end).replace(/\s+/g, " "), match);
  }
});

test("any text: every match is the word, and its sentence is its neighbourhood", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("one", "One", "two", "’t", "\n", "𝟗", "."), {maxLength: 40}), (parts) => {
      const whole = parts.join(" ");
      const lines = readConcordance(
        [{article: "a", text: whole, sentences: [{start: 0, end: whole.length}]}],
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
  assert.deepEqual(readConcordance(texts, " - "), []);
  assert.deepEqual(readConcordance(texts, "absent"), []);
  assert.deepEqual(readConcordance([], "white"), []);
  assert.equal(formatConcordance([]), "");
});
