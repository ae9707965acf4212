import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {renderMarkedText} from "../../src/apparatus/marked-text.ts";
import {findWordDifferences} from "../../src/apparatus/word-differences.ts";

const TEXT = "nine people, the <coast> guard said";

test("marks may overlap, and each keeps its id and its link", () => {
  const marks = [
    {start: 0, end: 11, id: "a", href: "#a", className: "mention", panel: "fact"},
    {start: 5, end: 24, className: "speaker"},
  ];
  assert.equal(
    renderMarkedText(TEXT, 0, TEXT.length, marks).toString(),
    '<a id="a" class="mention" data-panel="fact" href="#a">nine </a>' +
      '<a class="mention speaker" data-panel="fact" href="#a">people</a>' +
      '<span class="speaker">, the &lt;coast&gt;</span> guard said',
  );
});

test("two marks that begin together both have their anchors", () => {
  const marks = [
    {start: 0, end: 4, id: "inner", href: "#inner"},
    {start: 0, end: 11, id: "outer", href: "#outer"},
  ];
  const markup = renderMarkedText(TEXT, 0, TEXT.length, marks).toString();
  assert.equal(markup.split('id="outer"').length, 2);
  assert.match(markup, /<a id="inner" href="#inner">nine<\/a><a href="#outer"> people<\/a>/);
});

const readText = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({lt: "<", gt: ">", quot: '"', amp: "&"})[name] ?? "'");

test("no character is lost or doubled, whatever is marked", () => {
  const mark = fc.record({start: fc.nat(40), end: fc.nat(40), className: fc.constant("x"), href: fc.constant("#y")});
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~]{0,40}$/), fc.array(mark), (text, marks) => {
      assert.equal(readText(renderMarkedText(text, 0, text.length, marks).toString()), text);
    }),
  );
});

/** A sentence, another, and what of the other is marked. */
const DIFFERENCES: [reference: string, text: string, differing: string[]][] = [
  ["He fled home.", "He ran home.", ["ran"]],
  ["nine people were killed", "nine people were killed", []],
  ["nine people were killed", "Eleven people were killed", ["Eleven"]],
  ["“It’s over,” she said.", '"It\'s over," she said.', []],
  ["about 15 kilometers away", "about 9.3 miles away", ["9.3 miles"]],
  ["", "all of it", ["all of it"]],
];

test("the words that differ are marked, and no others", () => {
  for (const [reference, text, differing] of DIFFERENCES) {
    const {spans} = findWordDifferences(reference, text);
    assert.deepEqual(
      spans.map(({start, end}) => text.slice(start, end)),
      differing,
      text,
    );
  }
});

test("a text shares all its words with itself, and as many with another as that one with it", () => {
  const sentence = fc.array(fc.constantFrom("the", "toll", "rose", "to", "nine", "11")).map((words) => words.join(" "));
  fc.assert(
    fc.property(sentence, sentence, (a, b) => {
      assert.equal(findWordDifferences(a, a).shared, 1);
      assert.equal(findWordDifferences(a, b).shared, findWordDifferences(b, a).shared);
    }),
  );
});
