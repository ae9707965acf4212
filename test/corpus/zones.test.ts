import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {readZones} from "../../src/corpus/zones.ts";
import {readGold, seeds} from "./gold.ts";

/** The gold tells apart more kinds of furniture than a reader needs. */
const coarse = (zone: string) =>
  ["body", "caption", "headline", "dateline"].includes(zone) ? zone : /credit/.test(zone) ? "credit" : "other";

test("every character of the seeds stands in the zone that the gold gives it", () => {
  const wrong: string[] = [];
  let characters = 0;
  for (const row of readGold("zones.csv")) {
    const article = seeds.find((a) => a.article === row["file"]);
    assert.ok(article);
    for (let i = Number(row["start"]); i < Number(row["end"]); i++) {
      const zone = article.zones.find((run) => run.start <= i && i < run.end)?.zone ?? "none";
      characters++;
      if (coarse(zone) !== coarse(row["zone"] ?? ""))
        wrong.push(`${article.article}:${i} ${row["zone"]} read as ${zone}`);
    }
  }
  assert.ok(characters > 28_000);
  assert.ok(wrong.length / characters <= 0.005, wrong.slice(0, 10).join("\n"));
});

const cases: [string, string, [string, string][]][] = [
  [
    "a caption with its credit in brackets",
    "A bridge after the flood. (Photo by Ann Lee/Getty Images)\nThe river rose. It fell.",
    [
      ["caption", "A bridge after the flood."],
      ["photo credit", "(Photo by Ann Lee/Getty Images)"],
      ["body", "The river rose. It fell."],
    ],
  ],
  [
    "a label before the caption",
    "Image copyright Reuters Image caption The bridge in May\nThe river rose. It fell.",
    [
      ["photo credit", "Image copyright Reuters"],
      ["furniture", "Image caption"],
      ["caption", "The bridge in May"],
      ["body", "The river rose. It fell."],
    ],
  ],
  [
    "a headline, a byline, a stamp and a dateline",
    "River floods three towns\nBy Ann Lee\nPublished 3 May 2021, 14:05\nLYON, France (AFP) — The river rose. It fell.",
    [
      ["headline", "River floods three towns"],
      ["byline", "By Ann Lee"],
      ["byline", "Published 3 May 2021, 14:05"],
      ["dateline", "LYON, France (AFP) —"],
      ["body", "The river rose. It fell."],
    ],
  ],
  [
    "a dash in the first sentence is no dateline",
    "The river — all of it — rose.",
    [["body", "The river — all of it — rose."]],
  ],
  [
    "a colon after a label is no dateline",
    "Analysis: The river rose faster than any model had said it would, and the towns along it had no time to build their barriers, experts say.",
    [
      [
        "body",
        "Analysis: The river rose faster than any model had said it would, and the towns along it had no time to build their barriers, experts say.",
      ],
    ],
  ],
  [
    "an agency after the last sentence",
    "The river rose. It fell. — AFP",
    [
      ["body", "The river rose. It fell."],
      ["agency credit", "— AFP"],
    ],
  ],
  [
    "a crosshead between paragraphs",
    "The river rose. It fell.\nSlow help\nHelp came late. It rained.",
    [
      ["body", "The river rose. It fell."],
      ["furniture", "Slow help"],
      ["body", "Help came late. It rained."],
    ],
  ],
  [
    "what follows the contributors' line",
    "The river rose. It fell.\nSo it went on. It rained.\nAnn Lee contributed to this report.\nTen tips for dry cellars. Read them now.",
    [
      ["body", "The river rose. It fell."],
      ["body", "So it went on. It rained."],
      ["agency credit", "Ann Lee contributed to this report."],
      ["furniture", "Ten tips for dry cellars. Read them now."],
    ],
  ],
];
for (const [name, text, expected] of cases) {
  test(`zones: ${name}`, () => {
    assert.deepEqual(
      readZones(text).zones.map((run) => [run.zone, text.slice(run.start, run.end)]),
      expected,
    );
  });
}

test("every non-space character stands in exactly one run, in order, whatever the text", () => {
  const line = fc.oneof(
    fc.string({unit: "grapheme", maxLength: 60}),
    fc.constantFrom(
      "date 2022-03-16 Kyiv: Rain fell.",
      "(AP Photo/X Y)",
      "___",
      "AP",
      "By A B",
      "A caption. (AP Photo/X)",
      "More stories",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, {maxLength: 12}), (lines) => {
      const text = lines.join("\n");
      const seen = new Uint8Array(text.length);
      let last = 0;
      for (const {start, end} of readZones(text).zones) {
        assert.ok(start >= last && end > start);
        last = end;
        seen.fill(1, start, end);
      }
      for (let i = 0; i < text.length; i++)
        assert.ok(seen[i] === 1 || /[\s\p{Cc}\u200b\u2060\ufeff]/u.test(text[i] ?? ""), JSON.stringify(text));
    }),
    {numRuns: 400},
  );
});
