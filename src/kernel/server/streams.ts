type Name = "stdout" | "stderr";

/** How long text may wait for more of its kind, in milliseconds, and how much of it may wait. */
const PATIENCE_MS = 20;
const PATIENCE_LENGTH = 1 << 20;

/**
 * Joins what a cell writes in many small pieces into few messages: a client that is sent a message for every line loses
 * lines. Order is kept; whatever else is published goes through `flush` first.
 */
export class Streams<Owner> {
  readonly #publish: (owner: Owner, name: Name, text: string) => void;
  #pending: {owner: Owner; name: Name; parts: string[]; length: number} | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(publish: (owner: Owner, name: Name, text: string) => void) {
    this.#publish = publish;
  }

  write(owner: Owner, name: Name, text: string): void {
    if (text === "") return;
    if (this.#pending && (this.#pending.owner !== owner || this.#pending.name !== name)) this.flush();
    this.#pending ??= {owner, name, parts: [], length: 0};
    this.#pending.parts.push(text);
    this.#pending.length += text.length;
    if (this.#pending.length >= PATIENCE_LENGTH) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), PATIENCE_MS);
  }

  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const pending = this.#pending;
    this.#pending = null;
    if (pending) this.#publish(pending.owner, pending.name, pending.parts.join(""));
  }
}
