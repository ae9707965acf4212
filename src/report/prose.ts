import {Marked, type Tokens} from "marked";
import {attributes, escapeHtml, type Html, html} from "../markup/html.ts";

/** Cells from the page's reader down: raw HTML in Markdown is shown as the text that it is. */
const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({text}: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
    link({href, title, tokens}: Tokens.Link) {
      const inner = html.unsafe(this.parser.parseInline(tokens));
      return html`<a ${attributes({href, title})}>${inner}</a>`.toString();
    },
    // A report fetches nothing: a picture from elsewhere becomes a link to it.
    image: ({href, text}: Tokens.Image) =>
      (/^data:image\/(?:png|jpeg|gif);base64,[\w+/=]+$/.test(href)
        ? html`<img src="${html.unsafe(href)}" alt="${text}">`
        : html`<a href="${href}">${text || href}</a>`
      ).toString(),
  },
});

/**
 * Markdown (GitHub's) to HTML that can run nothing: raw HTML is escaped, links are checked, remote pictures become links.
 *
 * @example renderMarkdown("*a* <b>").toString() // => "<p><em>a</em> &lt;b&gt;</p>\n"
 */
export function renderMarkdown(markdown: string): Html {
  return html.unsafe(marked.parse(markdown, {async: false}));
}

/** The text of the first heading of the first level, without its markup; null where there is none. */
export function findTitle(markdown: string): string | null {
  const headings = marked.lexer(markdown).filter((token): token is Tokens.Heading => token.type === "heading");
  const heading = headings.find(({depth}) => depth === 1);
  return heading ? plainText(heading) : null;
}

function plainText(token: Tokens.Heading): string {
  return token.tokens.map((part) => ("text" in part ? String(part.text) : part.raw)).join("");
}
