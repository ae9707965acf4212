import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {measureText, wrapText} from "../../src/charts/text-width.ts";

/** Widths that a browser measured for Liberation Sans at 100 px, kerning off. */
const MEASURED: [text: string, weight: number, px: number][] = [
  ["", 400, 0],
  ["0123456789", 400, 556.2],
  ["The quick brown fox", 400, 894.9],
  ["Łódź, Kraków", 400, 605.9],
  ["Київ", 400, 195],
  ["“691” — killed", 700, 678.1],
];

test("text is as wide as a browser draws it", () => {
  for (const [text, weight, px] of MEASURED) {
    const measured = measureText(text, 100, weight);
    assert.ok(Math.abs(measured - px) <= 0.5, `${text}: ${measured}, not ${px}`);
  }
});

test("width grows with the text and with the size", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({min: 1, max: 40}), (a, b, size) => {
      const sum = measureText(a, size) + measureText(b, size);
      assert.ok(measureText(a + b, size) <= sum + 0.01);
      assert.ok(measureText(a, size * 2) >= measureText(a, size));
    }),
  );
});

test("wrapped lines fit, keep every word in order, and say when they do not", () => {
  assert.deepEqual(wrapText("people killed in the base strike", 100, 10, 2), ["people killed in the", "base strike"]);
  assert.deepEqual(wrapText("people killed in the base strike, 13 March", 80, 10, 2), [
    "people killed in",
    "the base strike…",
  ]);
  assert.deepEqual(wrapText("Donaudampfschifffahrt", 60, 10, 2), ["Donaudam…"]);
  assert.deepEqual(wrapText("", 60, 10, 2), []);
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/)), fc.integer({min: 60, max: 300}), (words, widthPx) => {
      const lines = wrapText(words.join(" "), widthPx, 10, 3);
      assert.ok(lines.length <= 3);
      for (const line of lines) assert.ok(measureText(line, 10) <= widthPx, line);
      const said = lines.join(" ");
      assert.ok(said === words.join(" ") || said.endsWith("…"));
      assert.ok(words.join(" ").startsWith(said.replace(/…$/, "")));
    }),
  );
});
