import {escapeHtml, type Html, html} from "../markup/html.ts";

/** What gives text a form and can do nothing else: no links, no ids, no pictures, no styles. */
const PLAIN = new Set(
  "table thead tbody tfoot tr th td caption p div span br hr b strong i em u s small sub sup code pre ul ol li dl dt dd h1 h2 h3 h4 blockquote details summary".split(
    " ",
  ),
);
const VOID = new Set(["br", "hr"]);

/**
 * Markup from anywhere, reduced to tables and plain formatting. Attributes go, but for spans of columns and rows and for the
 * alignment of numbers; every other tag is shown as the text that it is; what is open at the end is closed, and what was never
 * opened is not closed, so that nothing reaches beyond its place.
 *
 * @example keepPlainMarkup("<b>1</b><script>x</script></main>").toString() // => "<b>1</b>&lt;script&gt;x&lt;/script&gt;&lt;/main&gt;"
 */
export function keepPlainMarkup(markup: string): Html {
  const open: string[] = [];
  const kept = markup.split(/(<[^<>]*>)/).map((part) => {
    const [, slash, rawName = "", attributes = ""] = /^<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>$/i.exec(part) ?? [];
    const name = rawName.toLowerCase();
    if (!PLAIN.has(name)) return keepText(part);
    if (slash) return closeTag(name, open) ?? keepText(part);
    if (!VOID.has(name)) open.push(name);
    return `<${name}${keepAttributes(attributes)}>`;
  });
  const rest = open.reverse().map((name) => `</${name}>`);
  return html.unsafe([...kept, ...rest].join(""));
}

/** Closes an element, and what was left open inside it; null where it is not open. */
function closeTag(name: string, open: string[]): string | null {
  const depth = open.lastIndexOf(name);
  if (depth < 0) return null;
  return open
    .splice(depth)
    .reverse()
    .map((inner) => `</${inner}>`)
    .join("");
}

/** Character references stay what they stand for. */
const keepText = (text: string): string => escapeHtml(text).replace(/&amp;(#?\w+;)/g, "&$1");

function keepAttributes(attributes: string): string {
  const spans = [...attributes.matchAll(/\b(colspan|rowspan)\s*=\s*["']?(\d{1,3})\b/gi)].map(
    ([, name = "", value]) => ` ${name.toLowerCase()}="${value}"`,
  );
  const number = /text-align:\s*right/i.test(attributes) ? ' class="num"' : "";
  return number + spans.join("");
}
