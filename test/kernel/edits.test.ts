import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {Edits} from "../../src/kernel/session/edits.ts";

test("wraps nest: the longer one is outside, of equal ones the earlier", () => {
  const edits = new Edits("a+b");
  edits.wrap(0, 3, "(", ")");
  edits.wrap(0, 1, "[", "]");
  edits.wrap(0, 3, "{", "}");
  edits.replace(2, 3, "B");
  edits.insert(1, "!");
  assert.equal(edits.apply("<", ">"), "<({[a]!+B})>");
});

test("every kept character knows where it came from", () => {
  const edit = fc.record({start: fc.nat(40), length: fc.nat(3), text: fc.stringMatching(/^[a-z]{0,5}$/)});
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Z]{0,40}$/),
      fc.array(edit, {maxLength: 8}),
      fc.stringMatching(/^[a-z]{0,5}$/),
      (text, list, prefix) => {
        const edits = new Edits(text);
        let free = 0;
        for (const {start, length, text: put} of list.sort((a, b) => a.start - b.start)) {
          if (start < free || start + length > text.length) continue;
          edits.replace(start, start + length, put);
          free = start + Math.max(1, length);
        }
        const result = edits.apply(prefix);
        // Kept characters are capitals, all that was put in is small.
        const kept = [...result].flatMap((c, at) => (/[A-Z]/.test(c) ? [[edits.originOf(at), c] as const] : []));
        for (const [at, c] of kept) assert.equal(text[at], c);
        const origins = kept.map(([at]) => at);
        assert.deepEqual(
          origins,
          [...new Set(origins)].sort((a, b) => a - b),
        );
      },
    ),
  );
});
