import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {measureG2} from "../../src/words/keyness.ts";
import {adjustByMaxima, permuteMaxima} from "../../src/words/permutation.ts";
import {seededRandom, shuffle} from "../../src/words/random.ts";
import {countByGroup, countSample, type SampleUnit} from "../../src/words/sample.ts";
import {assertNear} from "./assert-near.ts";

const GROUPS = 4;
const words = fc.array(fc.constantFrom(..."aaaaabbbbccdefghij"), {maxLength: 12});
const printed = fc.array(fc.record({group: fc.nat(GROUPS - 1), words}), {minLength: 1, maxLength: 4});
const unit: fc.Arbitrary<SampleUnit> = fc.oneof(
  {weight: 4, arbitrary: fc.record({groups: fc.nat(GROUPS - 1).map((group) => [group]), versions: fc.tuple(words)})},
  {
    weight: 1,
    arbitrary: fc.record({
      groups: fc.array(fc.nat(GROUPS - 1), {minLength: 1, maxLength: 4}),
      versions: fc.tuple(words),
    }),
  },
  printed.map((printings) => ({
    groups: printings.map(({group}) => group),
    versions: printings.map((printing) => printing.words),
  })),
);
const units = fc.array(unit, {minLength: 1, maxLength: 14});

/** The largest |G2| of any word in any group, by counting everything anew: what permuteMaxima computes by tables and short cuts. */
function countHighest(dealt: readonly SampleUnit[]): number {
  const sample = countSample(dealt, GROUPS);
  const values = sample.words.flatMap((_, word) =>
    Array.from(sample.totals.keys(), (group) => {
      const count = countByGroup(sample, word).get(group) ?? 0;
      const total = sample.totals[group] ?? 0;
      return Math.abs(measureG2(count, total, (sample.frequencies[word] ?? 0) - count, sample.total - total));
    }),
  );
  return Math.max(0, ...values);
}

test("the short cuts find the same maxima as counting everything anew", () => {
  fc.assert(
    fc.property(units, fc.nat(1000), (sampleUnits, seed) => {
      const permutations = 5;
      const sample = countSample(sampleUnits, GROUPS);
      const random = seededRandom(seed);
      const holders = Uint32Array.from(sampleUnits.keys());
      const expected = Array.from({length: permutations}, () => {
        shuffle(holders, random);
        const dealt = sampleUnits.flatMap(({versions}, i) => {
          const turn = versions.length > 1 ? Math.floor(random() * versions.length) : 0;
          const groups = sampleUnits[holders[i] ?? 0]?.groups ?? [];
          return groups.map((group, j) => ({
            groups: [group],
            versions: [versions[(j + turn) % versions.length] ?? []],
          }));
        });
        return countHighest(dealt);
      }).sort((a, b) => a - b);
      const maxima = permuteMaxima([{sample}], {permutations, seed});
      for (const [i, value] of expected.entries()) assertNear(maxima[i] ?? Number.NaN, value, 1e-9, `deal ${i}`);
    }),
    {numRuns: 300},
  );
});

test("words that are looked at together share their maxima", () => {
  const sampleUnits = Array.from({length: 20}, (_, i) => ({groups: [i % 2], versions: [[`w${i % 7}`, `v${i % 3}`]]}));
  const sample = countSample(sampleUnits, 2);
  const words = [...sample.words.keys()];
  const [some, others] = [words.filter((word) => word % 2), words.filter((word) => word % 2 === 0)];
  assert.deepEqual(
    permuteMaxima([
      {sample, words: some},
      {sample, words: others},
    ]),
    permuteMaxima([{sample}]),
  );
});

test("the same seed gives the same deals, another seed others", () => {
  const sample = countSample(
    Array.from({length: 30}, (_, i) => ({groups: [i % 3], versions: [[`w${i % 11}`, "the"]]})),
    3,
  );
  assert.deepEqual(permuteMaxima([{sample}], {seed: 7}), permuteMaxima([{sample}], {seed: 7}));
  assert.notDeepEqual(permuteMaxima([{sample}], {seed: 7}), permuteMaxima([{sample}], {seed: 8}));
});

test("the random numbers are the same on every machine", () => {
  const random = seededRandom(1);
  assert.deepEqual(
    Array.from({length: 3}, () => Math.floor(random() * 1e9)),
    [713276896, 12132219, 819684],
  );
});

test("a shuffle keeps the values and reaches every order evenly", () => {
  const random = seededRandom(3);
  const seen = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const values = Uint32Array.of(0, 1, 2);
    shuffle(values, random);
    seen.set(values.join(), (seen.get(values.join()) ?? 0) + 1);
  }
  assert.equal(seen.size, 6);
  for (const times of seen.values()) assert.ok(times > 880 && times < 1120, `${times} of 6000`);
});

test("where nothing differs, one text in twenty or fewer shows a word at .05", () => {
  let found = 0;
  const texts = 200;
  for (let text = 0; text < texts; text++) {
    const random = seededRandom(1000 + text);
    // Bursty sentences of a Zipf-like vocabulary, dealt to three outlets at random.
    const sampleUnits = Array.from({length: 45}, () => {
      const topic = Math.floor(random() * 10);
      const words = Array.from({length: 20}, () =>
        random() < 0.3 ? `topic${topic}` : `w${Math.floor(1 / (random() + 0.002))}`,
      );
      return {groups: [Math.floor(random() * 3)], versions: [words]};
    });
    const sample = countSample(sampleUnits, 3);
    const maxima = permuteMaxima([{sample}], {permutations: 99, seed: text});
    const highest = Math.max(
      ...sample.words.flatMap((_, word) =>
        Array.from(sample.totals.keys(), (group) => {
          const count = countByGroup(sample, word).get(group) ?? 0;
          const total = sample.totals[group] ?? 0;
          return Math.abs(measureG2(count, total, (sample.frequencies[word] ?? 0) - count, sample.total - total));
        }),
      ),
    );
    if (adjustByMaxima(highest, maxima) <= 0.05) found += 1;
  }
  // 10 expected; 20 would be beyond three standard errors.
  assert.ok(found <= 20, `${found} of ${texts} texts`);
  assert.ok(found >= 2, `only ${found} of ${texts} texts: the test has lost its power`);
});

test("no group, one group, no word: no maxima but zero", () => {
  for (const sample of [
    countSample([], 0),
    countSample([{groups: [0], versions: [["a"]]}], 1),
    countSample([{groups: [1], versions: [[]]}], 2),
  ]) {
    assert.deepEqual(permuteMaxima([{sample}], {permutations: 2}), new Float64Array(2));
  }
  assert.equal(permuteMaxima([]).length, 1999);
});
