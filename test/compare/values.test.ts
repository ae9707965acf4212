import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {bearersAgree, readBearer} from "../../src/compare/bearers.ts";
import {namesMeet} from "../../src/compare/relations.ts";
import {compareValues, distinctiveness, type Valued} from "../../src/compare/values.ts";

const exact = (value: number, unit = "person"): Valued => ({low: value, high: value, bound: "exact", unit});
const about = (value: number, unit = "person"): Valued => ({...exact(value, unit), bound: "about"});
const least = (value: number): Valued => ({low: value, high: null, bound: "at least", unit: "person"});
const nearly = (value: number): Valued => ({low: null, high: value, bound: "nearly", unit: "person"});
const vague = (value: number): Valued => ({low: value, high: null, bound: "vague", unit: "person"});

const CASES: [Valued, Valued, string][] = [
  [exact(35), exact(35), "equal"],
  [exact(35), least(35), "bound"],
  [exact(691), nearly(700), "rounded"],
  [exact(1143), about(1100), "rounded"],
  [exact(19), exact(20), "apart"],
  [about(850), about(1000), "apart"],
  [vague(200), least(200), "within"],
  [about(15, "km"), about(9, "mi"), "converted"],
  [exact(80, "km"), exact(50, "mi"), "converted"],
  [exact(16_800, "kg"), exact(37_000, "lb"), "converted"],
  [exact(15, "km"), exact(12, "mi"), "apart"],
  [vague(200), exact(400), "within"],
  [vague(24), exact(5000), "apart"],
  [least(6), exact(120), "apart"],
  [least(2000), exact(4000), "within"],
  [{low: null, high: null, bound: "vague", unit: "person"}, exact(4), "unknown"],
];
for (const [a, b, expected] of CASES) {
  test(`values: ${JSON.stringify(a)} and ${JSON.stringify(b)} are ${expected}`, () => {
    assert.equal(compareValues(a, b), expected);
    assert.equal(compareValues(b, a), expected);
  });
}

test("agreement is the same from both sides, and every value agrees with itself", () => {
  const value = fc
    .integer({min: 0, max: 10_000_000})
    .chain((n) => fc.constantFrom(exact(n), about(n), least(n), nearly(n), vague(n), exact(n, "km"), exact(n, "mi")));
  fc.assert(
    fc.property(value, value, (a, b) => {
      assert.equal(compareValues(a, b), compareValues(b, a));
      assert.equal(compareValues(a, a), "equal");
      assert.ok(distinctiveness(a) >= 0 && distinctiveness(a) <= 1);
    }),
  );
});

test("names meet by a word of their own, by acronym and by abbreviation, never by a title alone", () => {
  const met = (a: string, b: string) => namesMeet(a, b) && namesMeet(b, a);
  assert.ok(met("The U.N.", "United Nations human rights office"));
  assert.ok(met("The RAIB", "The Rail Accident Investigation Branch"));
  assert.ok(met("Zelenskyy’s office", "President Zelenskyy"));
  assert.ok(!met("Prime Minister Ann Lee", "Prime Minister Bob Roe"));
});

test("ages are told apart by whose they are", () => {
  const bearer = (text: string) => {
    const at = text.search(/\d/);
    return readBearer(text, at, at + (/\d+/.exec(text)?.[0].length ?? 0));
  };
  const agree = (a: string, b: string) => bearersAgree(bearer(a), bearer(b));
  assert.equal(agree("Ann Lee, 42, said so.", "The driver, 42-year-old Ann Lee, left."), "named");
  assert.equal(agree("Ann Lee, 42, said so.", "Bob Lee, 42, said so."), "no");
  assert.equal(agree("Ann Lee, 42, said so.", "Her 4-year-old daughter slept."), "no");
  assert.equal(agree("Ann Lee, 42, said so.", "Her grandmother, 42, slept."), "no");
  assert.equal(agree("Ann Lee, 42, said so.", "Their 42-year-old sister Ann Lee slept."), "named");
  assert.equal(agree("Bo’s 12-year-old brother ran.", "The 12-year-old ran."), "perhaps");
  assert.equal(agree("In Lyon, 42-year-old Ann Lee ran.", "Ann Lee, 42, ran."), "named");
  assert.equal(agree("A 42-year-old was charged.", "The 42-year-old victim slept."), "no");
  assert.equal(agree("The death of a 4-year-old shocked Lyon.", "A 4-year-old who shot himself died."), "perhaps");
  assert.equal(agree("A 42-year-old man was held.", "The 42-year-old driver was held."), "perhaps");
  assert.equal(agree("A 42-year-old man was held.", "A 42-year-old woman was held."), "no");
});
