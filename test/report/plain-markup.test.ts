import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {keepPlainMarkup} from "../../src/report/plain-markup.ts";

const CASES: [markup: string, kept: string][] = [
  ["<b>a</b> &amp; b", "<b>a</b> &amp; b"],
  ["a < b & c > d", "a &lt; b &amp; c &gt; d"],
  ['<td colspan="2" style="text-align: right">1', '<td class="num" colspan="2">1</td>'],
  ["<table><tr><td>1</table>", "<table><tr><td>1</td></tr></table>"],
  ["</main></body>", "&lt;/main&gt;&lt;/body&gt;"],
  ["<p>a</div>b</p>", "<p>a&lt;/div&gt;b</p>"],
  ["<a href='javascript:x'>y</a>", "&lt;a href=&#39;javascript:x&#39;&gt;y&lt;/a&gt;"],
  ["<br/><BR>", "<br><br>"],
  ["<!-- <b> -->", "&lt;!-- <b> --&gt;</b>"],
  ['<p title="<b>">', "&lt;p title=&quot;<b>&quot;&gt;</b>"],
  ["<p id=panel class=panel>a", "<p>a</p>"],
];

test("form is kept, and nothing that acts", () => {
  for (const [markup, kept] of CASES) assert.equal(keepPlainMarkup(markup).toString(), kept, markup);
});

test("whatever comes in, each element that is opened is closed in order, and none can act", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "<b>",
      "</b>",
      "<table>",
      "</table>",
      "<tr><td>",
      "<script>",
      "</script>",
      "<img src=x onerror=y>",
      '"',
      "<",
      ">",
      "</",
    ),
    fc.string({maxLength: 5}),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const open: string[] = [];
      const kept = keepPlainMarkup(pieces.join("")).toString();
      for (const [tag, slash, name = ""] of kept.matchAll(/<(\/?)([a-z0-9]+)[^<>]*>/g)) {
        assert.match(tag, /^<\/?[a-z0-9]+( class="num")?( (col|row)span="\d+")*>$/);
        if (slash) assert.equal(open.pop(), name);
        else if (name !== "br" && name !== "hr") open.push(name);
      }
      assert.deepEqual(open, []);
      assert.doesNotMatch(kept.replace(/<[^<>]*>/g, ""), /[<>]/);
    }),
  );
});
