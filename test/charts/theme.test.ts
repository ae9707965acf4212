import assert from "node:assert/strict";
import {test} from "node:test";
import {INK, RELATION_TONES, WITNESS_SHAPES, WITNESS_TONES} from "../../src/charts/theme.ts";

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test("text and marks stand out from the paper, in the light and in the dark", () => {
  for (const theme of ["light", "dark"] as const) {
    const against = (tone: {light: string; dark: string}) => contrast(tone[theme], INK.paper[theme]);
    for (const tone of [INK.ink, INK.muted, RELATION_TONES.explained, RELATION_TONES.conflict]) {
      assert.ok(against(tone) >= 4.5, `${theme} ${tone[theme]} is text: ${against(tone)}`);
    }
    for (const tone of [...WITNESS_TONES, RELATION_TONES.same, INK.axis]) {
      assert.ok(against(tone) >= 2.6, `${theme} ${tone[theme]} is a mark: ${against(tone)}`);
    }
  }
});

test("a style sheet can tell all colours apart by their light value", () => {
  const light = [...Object.values(INK), ...Object.values(RELATION_TONES), ...WITNESS_TONES].map((tone) => tone.light);
  assert.equal(new Set(light).size, light.length);
  for (const hex of light) assert.match(hex, /^#[0-9a-f]{6}$/);
  assert.equal(WITNESS_SHAPES.length, WITNESS_TONES.length);
});
