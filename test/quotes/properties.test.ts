import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {findQuoted} from "../../src/quotes/marks.ts";
import {readQuotations} from "../../src/quotes/quotations.ts";
import {readSentences} from "../../src/text/sentences.ts";
import {CASES} from "./cases.ts";
import {plainArticle, quotationsIn} from "./plain-article.ts";

/** Random text that is likely to look like reported speech. */
const speech = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "said",
        "told",
        "he",
        "Ann Lee",
        "the police",
        ",",
        ".",
        ":",
        "that",
        "and",
        "\n",
      ),
      fc.constantFrom(
        "according to",
        "(",
        ")",
        "who",
        "12",
        "people",
        "were",
        "hurt",
        "—",
        "claims",
        "called it",
        "?",
        "Mr. Lee",
      ),
      fc.string({unit: "binary", maxLength: 6}),
    ),
    {maxLength: 60},
  )
  .map((words) => words.join(" "));

test("spans slice back to their text, in every field", () => {
  fc.assert(
    fc.property(speech, speech, (text, title) => {
      for (const row of quotationsIn(text, title)) {
        const field = row.field === "title" ? title : text;
        assert.equal(field.slice(row.start, row.end), row.text);
        assert.ok(row.start < row.end);
        if (row.cueStart !== null && row.cueEnd !== null) assert.equal(field.slice(row.cueStart, row.cueEnd), row.cue);
        else assert.equal(row.cue, null);
        if (row.speakerStart !== null) assert.ok(row.speakerEnd !== null && row.speakerStart < row.speakerEnd);
        if (row.kind === "title" || row.kind === "scare") assert.equal(row.speaker, null);
        if (row.kind === "indirect") assert.notEqual(row.speaker, null);
      }
    }),
    {numRuns: 400},
  );
});

test("quotations in marks come in order and never overlap", () => {
  fc.assert(
    fc.property(speech, (text) => {
      let last = 0;
      for (const {start, end} of findQuoted(text, [{start: 0, end: text.length}])) {
        assert.ok(last <= start && start < end);
        last = end;
      }
    }),
    {numRuns: 400},
  );
});

test("rows of an article never depend on the articles read before it", () => {
  const all = CASES.map(({text}) => text);
  const alone = all.map((text) => JSON.stringify(quotationsIn(text)));
  for (const text of all.toReversed()) quotationsIn(text);
  assert.deepEqual(
    all.map((text) => JSON.stringify(quotationsIn(text))),
    alone,
  );
});

test("white space before an article moves its offsets and nothing else", () => {
  for (const {text} of CASES) {
    const moved = quotationsIn(`\n\n${text}`).map((row) => ({...row, start: row.start - 2, end: row.end - 2}));
    assert.deepEqual(
      moved.map(({kind, speaker, start, end}) => [kind, speaker, start, end]),
      quotationsIn(text).map(({kind, speaker, start, end}) => [kind, speaker, start, end]),
    );
  }
});

/** Milliseconds to read a text as one body paragraph of one sentence: the worst case for every loop. */
function timeToRead(text: string): number {
  const article = plainArticle(text);
  const sentence = {sentence: 0, paragraph: 0, start: 0, end: text.length, zone: "body", field: "text", text} as const;
  const from = performance.now();
  readQuotations(article, [sentence]);
  return performance.now() - from;
}

const HARD: Record<string, string> = {
  marks: '"',
  openers: '"a ',
  pairs: '"a" ',
  "curly openers": "“",
  "single openers": "'a ",
  cues: "said ",
  subjects: "police and ",
  relatives: "who said to ",
  names: "Ann Smith ",
};

for (const [what, piece] of Object.entries(HARD))
  test(`no quadratic time on a line of ${what}`, () => {
    const small = piece.repeat(Math.ceil(60_000 / piece.length));
    const large = piece.repeat(Math.ceil(480_000 / piece.length));
    timeToRead(small);
    const base = Math.min(timeToRead(small), timeToRead(small)) + 20;
    const ratio = timeToRead(large) / base;
    // Eight times the text: linear is 8, quadratic 64; the machine may be busy.
    assert.ok(ratio < 32, `${ratio.toFixed(1)} times the time for 8 times the text`);
  });

test("1 MB of quotation marks is read", () => {
  const article = plainArticle('"'.repeat(1_000_000));
  assert.deepEqual(readQuotations(article, readSentences(article)), []);
});
