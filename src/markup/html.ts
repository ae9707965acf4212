/** Markup that is safe to put into a page. */
export class Html {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

export type HtmlValue = Html | string | number | bigint | boolean | null | undefined | readonly HtmlValue[];

/** A template whose holes are escaped. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const write = (value: HtmlValue): string =>
    value === null || value === undefined || typeof value === "boolean"
      ? ""
      : value instanceof Html
        ? value.toString()
        : Array.isArray(value)
          ? value.map(write).join("")
          : String(value).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  return new Html(strings.reduce((markup, string, index) => markup + write(values[index - 1]) + string));
}
