import {attributes, type Html, html} from "../markup/html.ts";

/** A stretch of an article that stands out: an anchor with an id, a link, or only a class. Offsets are those of the text. */
export interface Mark {
  start: number;
  end: number;
  className?: string;
  id?: string;
  /** The template that a click opens. */
  panel?: string;
  href?: string;
  /** Stands behind the last character. */
  after?: Html;
}

/**
 * The text from `start` to `end` with its marks. Marks may overlap: the text is cut at every border, a piece carries the classes
 * of all marks over it and the link of the shortest, and an id stands at its mark's first piece; a mark that begins outside
 * leaves its id to the piece where it begins. No character is lost.
 */
export function renderMarkedText(text: string, start: number, end: number, marks: readonly Mark[]): Html {
  const here = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const borders = new Set([start, end]);
  for (const mark of here) borders.add(Math.max(start, mark.start)).add(Math.min(end, mark.end));
  const cuts = [...borders].sort((a, b) => a - b);
  return html`${cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const over = here.filter((mark) => mark.start <= from && mark.end >= to);
    const opening = over.filter((mark) => mark.start === from);
    const after = over.filter((mark) => mark.end === to).map((mark) => mark.after);
    return html`${renderPiece(text.slice(from, to), over, opening)}${after}`;
  })}`;
}

function renderPiece(piece: string, over: readonly Mark[], opening: readonly Mark[]): Html {
  if (over.length === 0) return html`${piece}`;
  const className = [...new Set(over.flatMap((mark) => mark.className ?? []))].join(" ") || null;
  const links = over.filter((mark) => mark.href !== undefined);
  const link = links.reduce<Mark | undefined>(
    (best, mark) => (!best || length(mark) < length(best) ? mark : best),
    undefined,
  );
  const [first, ...others] = opening
    .filter((mark) => mark.id !== undefined)
    .sort((a, b) => Number(b === link) - Number(a === link));
  const anchors = others.map(({id, panel}) => html`<span ${attributes({id, "data-panel": panel})}></span>`);
  const about = {id: first?.id, class: className, "data-panel": (first ?? link)?.panel};
  if (!link && !about.id && !about.class) return html`${anchors}${piece}`;
  return link
    ? html`${anchors}<a ${attributes({...about, href: link.href})}>${piece}</a>`
    : html`${anchors}<span ${attributes(about)}>${piece}</span>`;
}

const length = (mark: Mark): number => mark.end - mark.start;
