import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {DEFAULT_CONVENTIONS} from "../../src/quantities/conventions.ts";
import {readNumeral} from "../../src/quantities/numerals.ts";
import {tokenize} from "../../src/quantities/tokens.ts";

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A number below a trillion in English words, with or without the British "and". */
function inWords(n: number, and: boolean): string {
  if (n < 20) return SMALL[n] ?? "";
  if (n < 100) return n % 10 === 0 ? (TENS[n / 10] ?? "") : `${TENS[Math.floor(n / 10)]}-${SMALL[n % 10]}`;
  for (const [size, name] of [
    [1e9, "billion"],
    [1e6, "million"],
    [1e3, "thousand"],
    [100, "hundred"],
  ] as const) {
    if (n < size) continue;
    const rest = n % size;
    const link = rest === 0 ? "" : and && rest < 100 ? " and " : " ";
    return `${inWords(Math.floor(n / size), and)} ${name}${link}${rest === 0 ? "" : inWords(rest, and)}`;
  }
  return "";
}

function readValue(text: string): number | null {
  const tokens = tokenize(text);
  const numeral = readNumeral(tokens, 0, DEFAULT_CONVENTIONS);
  assert.equal(numeral?.to, tokens.length, `${text}: not read to its end`);
  return numeral?.low ?? null;
}

test("reading a number in words gives the number", () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 999_999_999_999}), fc.boolean(), (n, and) => {
      assert.equal(readValue(inWords(n, and)), n);
    }),
    {numRuns: 3000},
  );
});

test("reading a number in digits gives the number, with separators or without", () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 2_000_000_000}), (n) => {
      assert.equal(readValue(String(n)), n);
      assert.equal(readValue(n.toLocaleString("en-US")), n);
      assert.equal(readValue(n.toLocaleString("en-US").replaceAll(",", "\u202f")), n);
    }),
  );
});

test("decimals with a magnitude keep no floating-point tail", () => {
  for (const [text, value] of [
    ["1.1 million", 1_100_000],
    ["4.35 billion", 4_350_000_000],
    ["2½", 2.5],
    ["1.99×10−30", 1.99e-30],
  ] as const) {
    assert.equal(readValue(text), value);
  }
});

test("tokens cover every character that is no white space or control, in order", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary"}), (text) => {
      let at = 0;
      for (const token of tokenize(text)) {
        assert.match(text.slice(at, token.start), /^[\s\p{Cc}]*$/u);
        assert.equal(text.slice(token.start, token.end), token.text);
        at = token.end;
      }
      assert.match(text.slice(at), /^[\s\p{Cc}]*$/u);
    }),
  );
});
