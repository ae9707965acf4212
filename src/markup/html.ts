const IS_HTML = Symbol.for("variorum.html");
const IS_ATTRIBUTES = Symbol.for("variorum.attributes");

/**
 * Markup that is safe to put into a page. Only `html` and `html.unsafe` make one, so a function that asks for
 * `Html` cannot be handed foreign text by mistake.
 */
export class Html {
  readonly #markup: string;
  readonly #sheet: string | null;
  /** Two copies of this module in one process (a kernel's and a notebook's) know each other's markup by it. */
  readonly [IS_HTML] = true;

  constructor(markup: string, sheet: string | null = null) {
    this.#markup = markup;
    this.#sheet = sheet;
  }

  /** The same markup, which brings a style sheet along where a notebook shows it by itself. */
  withStyle(sheet: string): Html {
    return new Html(this.#markup, sheet);
  }

  toString(): string {
    return this.#markup;
  }

  /** How a kernel shows it: the extra type tells whoever prints the notebook that nothing foreign stands here unescaped. */
  [Symbol.for("Jupyter.display")](): Record<string, unknown> {
    const size = `<HTML, ${this.#markup.length.toLocaleString("en-US")} characters>`;
    const shown = this.#sheet === null ? this.#markup : dressMarkup(this.#markup, this.#sheet);
    return {"text/html": shown, [ESCAPED_TYPE]: true, "text/plain": size};
  }
}

/** Stands beside `text/html` in an output where the template made it. */
export const ESCAPED_TYPE = "application/vnd.variorum.escaped+json";

/**
 * Markup in a box with its own style sheet, for notebooks, whose pages have none for it. Every output carries its own: it stays
 * dressed when the cell before it is cleared or run again. Rules of the sheet begin with `.variorum`.
 *
 * @example dressMarkup("<p>a</p>", ".variorum p{margin:0}") // => "<div class=\"variorum\"><style>.variorum p{margin:0}</style><p>a</p></div>"
 */
export function dressMarkup(markup: string, sheet: string): string {
  return `<div class="variorum"><style>${sheet.replaceAll("<", "\\3c ")}</style>${markup}</div>`;
}

/**
 * What `dressMarkup` was given, for a page that has the style sheet itself and whose policy allows no other.
 *
 * @example undressMarkup("<div class=\"variorum\"><style>p{}</style><p>a</p></div>") // => "<p>a</p>"
 */
export function undressMarkup(markup: string): string {
  return /^<div class="variorum"><style>[^<]*<\/style>([\s\S]*)<\/div>$/.exec(markup)?.[1] ?? markup;
}

/** What a hole may hold: text and numbers are escaped, arrays are joined, null, undefined and false leave nothing. */
export type HtmlValue = Html | string | number | bigint | boolean | null | undefined | readonly HtmlValue[];

/** Attributes by name: true writes the bare name, null, undefined and false leave the attribute out. */
export type AttributeValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

class Attributes extends Html {
  readonly [IS_ATTRIBUTES] = true;
}

const ENTITIES: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"};
const URL_ATTRIBUTES = new Set(["href", "src", "action", "formaction", "poster", "cite", "xlink:href"]);

/**
 * Escapes text for element content and for quoted attributes alike.
 *
 * @example escapeHtml("Tom & \"Jerry\" <b>") // => "Tom &amp; &quot;Jerry&quot; &lt;b&gt;"
 */
export function escapeHtml(text: string): string {
  // U+0000 is a parse error in HTML; the replacement character keeps it visible.
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "").replaceAll("\u0000", "\uFFFD");
}

/**
 * The URL when a reader may safely follow it (http, https, mailto, a path or a fragment), else "#unsafe-link".
 * Browsers skip control characters and spaces while they read a scheme, and so does this.
 *
 * @example safeUrl("java\nscript:alert(1)") // => "#unsafe-link"
 */
export function safeUrl(url: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be skipped
  const seen = url.replace(/[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202E\uFEFF]/g, "");
  const scheme = /^([^/?#]*?):/.exec(seen)?.[1]?.toLowerCase();
  return scheme === undefined || ["http", "https", "mailto"].includes(scheme) ? url : "#unsafe-link";
}

/**
 * Attributes from data, for a hole that stands inside a tag: html`<a ${attributes({href, hidden: true})}>`.
 *
 * @throws TypeError for a name that is none, and for event handlers.
 * @example attributes({id: "a\"b", hidden: true, title: null}).toString() // => "id=\"a&quot;b\" hidden"
 */
export function attributes(values: AttributeValues): Html {
  const written = Object.entries(values).flatMap(([name, value]) => {
    if (!/^[a-z][\w:.-]*$/i.test(name)) throw new TypeError(`"${name}" is no attribute name`);
    refuseHandler(name);
    if (value === null || value === undefined || value === false) return [];
    return value === true ? [name] : [`${name}="${writeAttribute(name, value)}"`];
  });
  return new Attributes(written.join(" "));
}

/**
 * A template whose holes are escaped: html`<p>${text}</p>`. Where a hole stands decides how it is written: links are
 * checked with `safeUrl`, and places that no escaping makes safe (script, style, comments, event handlers, attributes
 * without quotes, names of tags) are refused. `html.unsafe(markup)` writes markup as it is.
 *
 * @throws TypeError when a hole stands where no text is safe.
 * @example html`<p>${"a < b"}</p>`.toString() // => "<p>a &lt; b</p>"
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const holes = placesOf(strings);
  let markup = strings[0] ?? "";
  for (const [index, value] of values.entries()) {
    markup += writeHole(holes[index] ?? {kind: "text"}, value) + (strings[index + 1] ?? "");
  }
  return new Html(markup);
}

/** Markup written as it is: for what a drawing library or a Markdown library made, never for text from outside. */
html.unsafe = (markup: string): Html => new Html(markup);

type Place = {kind: "text"} | {kind: "tag"} | {kind: "attribute"; name: string; begun: boolean};

function writeHole(place: Place, value: HtmlValue): string {
  if (place.kind === "text") return writeText(value);
  if (value === null || value === undefined || value === false) return "";
  if (place.kind === "attribute") return writeAttribute(place.begun ? "" : place.name, value);
  if (isHtml(value) && IS_ATTRIBUTES in value) return value.toString();
  throw new TypeError("inside a tag, a hole takes attributes({...}) only");
}

/** Nothing that was text or JSON can carry the mark. */
const isHtml = (value: unknown): value is Html => typeof value === "object" && value !== null && IS_HTML in value;

function writeText(value: HtmlValue): string {
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (isHtml(value)) return value.toString();
  return Array.isArray(value) ? value.map(writeText).join("") : escapeHtml(String(value));
}

function writeAttribute(name: string, value: HtmlValue): string {
  if (isHtml(value)) return value.toString().replaceAll('"', "&quot;");
  const text = Array.isArray(value) ? value.map((part) => writeAttribute("", part)).join("") : String(value ?? "");
  return Array.isArray(value) ? text : escapeHtml(URL_ATTRIBUTES.has(name.toLowerCase()) ? safeUrl(text) : text);
}

function refuseHandler(name: string): void {
  if (/^on/i.test(name) || /^(style|srcdoc)$/i.test(name)) throw new TypeError(`no text is safe in ${name}`);
}

const places = new WeakMap<TemplateStringsArray, Place[]>();

/** Where each hole stands. Templates are constants, so each is read once. */
function placesOf(strings: TemplateStringsArray): Place[] {
  const known = places.get(strings);
  if (known) return known;
  const found: Place[] = [];
  let before = "";
  for (const string of strings.slice(0, -1)) {
    before += string;
    found.push(placeAfter(before));
    before += "x";
  }
  places.set(strings, found);
  return found;
}

const OPEN_TAG = /^<[a-z][\w-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?|\s)*/i;

/** Reads markup up to a hole; quoted attributes are part of their tag, so "<" and ">" inside them end nothing. */
function placeAfter(markup: string): Place {
  let rest = markup;
  while (rest.includes("<")) {
    rest = rest.slice(rest.indexOf("<"));
    if (rest.startsWith("<!--")) {
      const end = rest.indexOf("-->");
      if (end < 0) throw new TypeError("no text is safe in a comment");
      rest = rest.slice(end + 3);
      continue;
    }
    const tag = OPEN_TAG.exec(rest)?.[0];
    if (tag === undefined) {
      if (/^<\/?[\w!-]*$/.test(rest)) throw new TypeError("a hole cannot name a tag");
      rest = rest.slice(1);
      continue;
    }
    const after = rest.slice(tag.length);
    const end = /^\s*\/?>/.exec(after)?.[0];
    if (end === undefined) return placeInTag(tag, after);
    rest = afterRawText(tag, after.slice(end.length));
  }
  return {kind: "text"};
}

function placeInTag(tag: string, after: string): Place {
  const [, name, quoted] = /([\w:.-]+)\s*=\s*("[^"]*|'[^']*)$/.exec(tag + after) ?? [];
  if (name !== undefined && quoted !== undefined && /^\s*=\s*["']/.test(after)) {
    refuseHandler(name);
    const begun = quoted.slice(1);
    // href="#${id}" is a fragment whatever the id is; href="java${rest}" could be anything.
    if (begun !== "" && URL_ATTRIBUTES.has(name.toLowerCase()) && !/[#?/]/.test(begun)) {
      throw new TypeError(`${name} has to be one hole, or to begin with "#" or a path`);
    }
    return {kind: "attribute", name, begun: begun !== ""};
  }
  if (after.trim() === "" && /\s$/.test(tag + after)) return {kind: "tag"};
  throw new TypeError(`a hole stands in "${tag + after}" where no text is safe; quote the attribute`);
}

function afterRawText(tag: string, rest: string): string {
  const raw = /^<(script|style|title|textarea)\b/i.exec(tag)?.[1]?.toLowerCase();
  if (raw === undefined) return rest;
  const end = rest.toLowerCase().indexOf(`</${raw}`);
  if (end >= 0) return rest.slice(end);
  if (raw === "script" || raw === "style") throw new TypeError(`no text is safe in <${raw}>`);
  return "";
}
