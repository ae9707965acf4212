import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {findTiles} from "../../src/reuse/tiles.ts";

const words = fc.array(fc.constantFrom("a", "b", "c", "d"), {maxLength: 25});

test("a clause that moved to the front is found", () => {
  const a = "he said the bridge fell".split(" ");
  const b = "the bridge fell he said".split(" ");
  assert.deepEqual(findTiles(a, b, 2), [
    {a: 0, b: 3, length: 2},
    {a: 2, b: 0, length: 3},
  ]);
});

test("tiles are equal words, used once, and do not depend on the side", () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const tiles = findTiles(a, b, 2);
      const [usedA, usedB] = [new Set<number>(), new Set<number>()];
      for (const tile of tiles)
        for (let k = 0; k < tile.length; k++) {
          assert.equal(a[tile.a + k], b[tile.b + k]);
          assert.ok(!usedA.has(tile.a + k) && !usedB.has(tile.b + k));
          usedA.add(tile.a + k);
          usedB.add(tile.b + k);
        }
      const swapped = findTiles(b, a, 2).map((tile) => ({a: tile.b, b: tile.a, length: tile.length}));
      if (a.join(" ") !== b.join(" "))
        assert.deepEqual(
          swapped.sort((x, y) => x.a - y.a),
          tiles,
        );
    }),
  );
});

test("a text against itself is one tile", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "c"), {minLength: 2, maxLength: 25}), (a) => {
      assert.deepEqual(findTiles(a, a, 2), [{a: 0, b: 0, length: a.length}]);
    }),
  );
});
