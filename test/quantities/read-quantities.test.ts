import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {ACLED_CONVENTIONS} from "../../src/quantities/conventions.ts";
import {BOUNDS, ROLES} from "../../src/quantities/quantity.ts";
import {readQuantities} from "../../src/quantities/read-quantities.ts";
import {bodyOf, readText, sentencesOf} from "./texts.ts";

const WORDS =
  "12 1,143 3 million dozens of people killed injured were at least nearly $ % km (9 miles) from to - and or between 2022 March Kyiv , . ; half a two-thirds old aged 42 -year-old one in five".split(
    " ",
  );
const newsText = fc.array(fc.constantFrom(...WORDS), {maxLength: 40}).map((words) => words.join(" "));
const anyText = fc.oneof(
  newsText,
  fc.string({unit: "binary", maxLength: 200}),
  fc.string({unit: "grapheme", maxLength: 200}),
);

test("every span slices back to its text, the number inside it", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const row of readText(text)) {
        assert.equal(text.slice(row.start, row.end), row.text);
        assert.ok(
          row.start <= row.numberStart && row.numberStart < row.numberEnd && row.numberEnd <= row.end,
          row.text,
        );
      }
    }),
    {numRuns: 1500},
  );
});

test("bounds, roles and intervals keep their contract", () => {
  fc.assert(
    fc.property(newsText, (text) => {
      for (const row of readText(text)) {
        assert.ok(BOUNDS.includes(row.bound) && ROLES.includes(row.role));
        if (row.low !== null && row.high !== null)
          assert.ok(row.low <= row.high, `${row.text}: ${row.low} to ${row.high}`);
      }
    }),
    {numRuns: 1000},
  );
});

test("joining two texts with a blank line joins their rows", () => {
  const shown = (text: string, shift = 0) =>
    readText(text).map((row) => [row.start + shift, row.end + shift, row.low, row.high, row.bound, row.unit]);
  fc.assert(
    fc.property(newsText, newsText, (first, second) => {
      const shift = first.length + 2;
      assert.deepEqual(shown(`${first}\n\n${second}`), [...shown(first), ...shown(second, shift)]);
    }),
    {numRuns: 600},
  );
});

test("reading twice, or after another article, gives the same rows", () => {
  const text = "At least 35 people were killed and 1,143 injured in Lviv on Tuesday.";
  const first = readText(text);
  readText("Dozens of houses burned 20 km north of Odesa.");
  assert.deepEqual(readText(text), first);
});

test("furniture, credits, bylines, datelines and crawler lines yield no quantity", () => {
  const text = "Twelve towns lost power.";
  for (const zone of ["furniture", "photo credit", "agency credit", "byline", "dateline", "crawler line"] as const) {
    assert.deepEqual(
      readQuantities(
        bodyOf(text),
        sentencesOf(text).map((sentence) => ({...sentence, zone})),
      ),
      [],
    );
  }
});

test("what vague words mean is a setting", () => {
  const values = (rows: {low: number | null}[]) => rows.map((row) => row.low);
  const text = "Dozens of people died, hundreds of homes burned and tens of thousands of people fled.";
  assert.deepEqual(values(readText(text)), [24, 200, 20_000]);
  assert.deepEqual(values(readText(text, {conventions: ACLED_CONVENTIONS})), [12, 100, 10_000]);
});

test("a long line takes time in proportion to its length", () => {
  const unit =
    "Rescuers said 35 people were killed near Lviv on Tuesday, 12 km (7 miles) from Kyiv, while one-one-one-one million hundred saw it; ";
  const timeOf = (count: number): number => {
    const text = unit.repeat(count);
    const sentence = {
      sentence: 0,
      paragraph: 0,
      start: 0,
      end: text.length,
      zone: "body" as const,
      field: "text" as const,
      text,
    };
    const start = process.cpuUsage().user;
    readQuantities(bodyOf(text), [sentence]);
    return process.cpuUsage().user - start;
  };
  timeOf(500);
  const [short, long] = [Math.min(timeOf(500), timeOf(500)), timeOf(4000)];
  assert.ok(long < 8 * short * 3, `8 times the text took ${(long / short).toFixed(1)} times the time`);
});

test("runs of one character or word are read in linear time", () => {
  for (const unit of [
    "1",
    "1,",
    "1-",
    "a-",
    "one-",
    "million ",
    "(",
    "1/",
    "0 ",
    "$",
    "half a ",
    "of the ",
    "and 1 ",
    "'s",
    "1.",
    "more than ",
  ]) {
    const text = unit.repeat(Math.ceil(60_000 / unit.length));
    const start = process.cpuUsage().user;
    readQuantities(bodyOf(text), [
      {sentence: 0, paragraph: 0, start: 0, end: text.length, zone: "body", field: "text", text},
    ]);
    const seconds = (process.cpuUsage().user - start) / 1e6;
    assert.ok(seconds < 2, `${JSON.stringify(unit)} took ${seconds.toFixed(1)} s`);
  }
});
