import assert from "node:assert/strict";
import {test} from "node:test";
import {readReuseTokens} from "../../src/reuse/token.ts";

const classes = (text: string): string =>
  readReuseTokens(text, 0)
    .map(({raw, class: read}) => `${raw}/${read}`)
    .join(" ");

test("each word knows what it can prove", () => {
  assert.equal(
    classes("On Monday the mayor, Ann Lee, 44, said 12 boats sank."),
    "On/function Monday/calendar the/function mayor/title Ann/name Lee/name 44/title said/reporting 12/number boats/content sank/content",
  );
  assert.equal(
    classes("They can’t march in March 2019."),
    "They/function ca/function n't/function march/content in/function March/calendar 2019/calendar",
  );
});

test("forms of one word have one key", () => {
  for (const [a, b] of [
    ["took", "taken"],
    ["realised", "realizes"],
    ["cities", "city"],
    ["were", "is"],
    ["ignited", "igniting"],
    ["shells", "shelling"],
    ["Ukraine’s", "Ukraine"],
    ["fled", "fleeing"],
  ] as const)
    assert.equal(readReuseTokens(a, 0)[0]?.key, readReuseTokens(b, 0)[0]?.key, `${a} / ${b}`);
});

test("a word is quoted only inside the marks", () => {
  const tokens = readReuseTokens("He said “we agree” on “this” issue", 5);
  assert.deepEqual(
    tokens.filter(({quoted}) => quoted).map(({raw}) => raw),
    ["we", "agree", "this"],
  );
  assert.equal(tokens[0]?.start, 5);
});
