import assert from "node:assert/strict";
import {test} from "node:test";
import fc from "fast-check";
import {attributes, escapeHtml, type Html, html, safeUrl} from "../../src/markup/html.ts";

const evil = `<script>alert("x" + 'y')</script>&amp;`;
const escaped = "&lt;script&gt;alert(&quot;x&quot; + &#39;y&#39;)&lt;/script&gt;&amp;amp;";

/** A template, and what it must write. */
const WRITTEN: [() => Html, string][] = [
  [() => html`<p>${evil}</p>`, `<p>${escaped}</p>`],
  [() => html`<p title="${evil}">`, `<p title="${escaped}">`],
  [() => html`<p title='it is ${evil}'>`, `<p title='it is ${escaped}'>`],
  [() => html`<p title="it's ${1}">`, `<p title="it's 1">`],
  [() => html`${["a<", 1, null, undefined, false, true, [html`<b>${"b>"}</b>`]]}`, "a&lt;1<b>b&gt;</b>"],
  [() => html`${html.unsafe("<i>as it is</i>")}`, "<i>as it is</i>"],
  [() => html`<a href="${"javascript:alert(1)"}">`, `<a href="#unsafe-link">`],
  [() => html`<a href="${"https://example.org/?a=1&b=2"}">`, `<a href="https://example.org/?a=1&amp;b=2">`],
  [() => html`<a href="#${"data:x"}">`, `<a href="#data:x">`],
  [() => html`<a ${attributes({href: "vbscript:x", id: 'a"b'})}>`, `<a href="#unsafe-link" id="a&quot;b">`],
  [() => html`<input ${attributes({checked: true, hidden: false, name: null})}>`, "<input checked>"],
  [() => html`<p> 1 < 2 ${"<"}</p>`, "<p> 1 < 2 &lt;</p>"],
  [() => html`<title>${"</title><script>"}</title>`, "<title>&lt;/title&gt;&lt;script&gt;</title>"],
  [() => html`<script>let a = "<p>"</script><p>${"<"}`, `<script>let a = "<p>"</script><p>&lt;`],
  [() => html`<!-- a <p --><p>${"<"}`, "<!-- a <p --><p>&lt;"],
];

const REFUSED: [() => Html, RegExp][] = [
  [() => html`<script>${evil}</script>`, /no text is safe in <script>/],
  [() => html`<style>${evil}</style>`, /no text is safe in <style>/],
  [() => html`<!-- ${evil} -->`, /comment/],
  [() => html`<p onclick="${evil}">`, /onclick/],
  [() => html`<p style="${evil}">`, /style/],
  [() => html`<p title=${evil}>`, /quote the attribute/],
  [() => html`<${"p"}>`, /name a tag/],
  [() => html`</${"p"}>`, /name a tag/],
  [() => html`<p ${evil}>`, /attributes/],
  [() => html`<a href="java${"script:x"}">`, /one hole/],
  [() => html`<p ${attributes({onclick: evil})}>`, /onclick/],
  [() => html`<p ${attributes({"a b": evil})}>`, /no attribute name/],
];

test("a hole is written as its place asks", () => {
  for (const [write, expected] of WRITTEN) assert.equal(write().toString(), expected);
});

test("a hole where no escaping helps is refused", () => {
  for (const [write, why] of REFUSED) assert.throws(write, why);
});

test("links that run something are taken out, however they are spelt", () => {
  for (const url of ["JaVaScript:x", " javascript:x", "java\tscript:x", "\u0001javascript:x", "data:text/html,x"]) {
    assert.equal(safeUrl(url), "#unsafe-link", url);
  }
  for (const url of ["#a:b", "/a:b", "a/b?c:d", "https://a.b", "http://a", "mailto:a@b.c", "?a:b"]) {
    assert.equal(safeUrl(url), url);
  }
});

test("no text leaves its element or its attribute", () => {
  const readEntities = (text: string) =>
    text.replace(/&(amp|lt|gt|quot|#39);/g, (e) => ({"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'})[e] ?? "'");
  fc.assert(
    fc.property(fc.string({unit: "binary"}), (text) => {
      const markup = html`<p title="${text}">${text}</p>`.toString();
      const [, inAttribute = "", inElement = ""] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/s.exec(markup) ?? [];
      assert.equal(readEntities(inAttribute), text.replaceAll("\u0000", "\uFFFD"));
      assert.equal(inElement, inAttribute);
      assert.equal(escapeHtml(text), inElement);
    }),
  );
});
