/** Replacements and insertions in a text that remember where every character came from. */
export class Edits {
  readonly #text: string;
  readonly #edits: {at: number; end: number; text: string; rank: number; depth: number; order: number}[] = [];
  #kept: {at: number; from: number; length: number}[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  replace(start: number, end: number, text: string): void {
    this.#edits.push({at: start, end, text, rank: 2, depth: 0, order: 0});
  }

  /** Puts text around a span. Where spans begin or end together, the longer one is outside; of equal ones, the earlier call. */
  wrap(start: number, end: number, open: string, close: string): void {
    const order = this.#edits.length;
    this.#edits.push({at: start, end: start, text: open, rank: 1, depth: -end, order});
    this.#edits.push({at: end, end, text: close, rank: 0, depth: -start, order: -order});
  }

  insert(at: number, text: string): void {
    this.#edits.push({at, end: at, text, rank: 1, depth: 0, order: this.#edits.length});
  }

  /** The text with all edits made, between a prefix and a suffix. */
  apply(prefix = "", suffix = ""): string {
    this.#edits.sort((a, b) => a.at - b.at || a.rank - b.rank || a.depth - b.depth || a.order - b.order);
    const kept: {at: number; from: number; length: number}[] = [];
    const parts: string[] = [prefix];
    let [from, at] = [0, prefix.length];
    const keep = (end: number) => {
      if (end <= from) return;
      kept.push({at, from, length: end - from});
      parts.push(this.#text.slice(from, end));
      at += end - from;
      from = end;
    };
    for (const edit of this.#edits) {
      keep(edit.at);
      parts.push(edit.text);
      at += edit.text.length;
      from = Math.max(from, edit.end);
    }
    keep(this.#text.length);
    this.#kept = kept;
    return parts.join("") + suffix;
  }

  /** The offset in the text before the edits for one after them; inside an inserted text, where the next kept text begins. */
  originOf(offset: number): number {
    const kept = this.#kept ?? [];
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = kept[middle];
      if (piece && piece.at + piece.length <= offset) low = middle + 1;
      else high = middle;
    }
    const piece = kept[low];
    if (!piece) return this.#text.length;
    return piece.from + Math.max(0, offset - piece.at);
  }
}
