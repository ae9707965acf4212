import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {Groups} from "../../src/text/groups.ts";

test("joined is joined, directly or through others, in whatever order, and the lowest stands for all", () => {
  const pairs = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), {maxLength: 30});
  fc.assert(
    fc.property(pairs, fc.infiniteStream(fc.nat()), (joined, deal) => {
      const reach = Array.from({length: 20}, (_, i) => i);
      for (let round = 0; round < 20; round++)
        for (const [a, b] of joined) reach[a] = reach[b] = Math.min(reach[a]!, reach[b]!);
      const shuffled = joined.map((pair) => ({pair, key: deal.next().value as number})).sort((x, y) => x.key - y.key);
      const groups = new Groups<number>();
      for (const {pair} of shuffled) groups.join(...pair);
      assert.deepEqual(
        reach.map((_, i) => groups.find(i)),
        reach,
      );
    }),
  );
});

test("names are grouped as numbers are, and who was never joined stands alone", () => {
  const groups = new Groups<string>();
  groups.join("c", "b");
  groups.join("constructor", "c");
  assert.deepEqual(
    ["b", "c", "constructor", "d"].map((name) => groups.find(name)),
    ["b", "b", "b", "d"],
  );
});
