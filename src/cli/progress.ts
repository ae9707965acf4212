/** Milliseconds of silence before the first line. */
const PATIENCE_MS = 1000;
const PAUSE_MS = 100;

export interface Progress {
  /** Tells what is being done now; shown only when it has taken a second already. */
  step(what: string): void;
  /** Takes the line away again. */
  end(): void;
}

/** A progress line on `stream`, rewritten in place; nothing at all where the stream is no terminal. */
export function startProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return {step() {}, end() {}};
  const started = performance.now();
  let shown = 0;
  return {
    step(what) {
      const now = performance.now();
      if (now - started < PATIENCE_MS || now - shown < PAUSE_MS) return;
      stream.write(`\r\u001b[K${what.slice(0, (stream.columns ?? 80) - 1)}`);
      shown = now;
    },
    end() {
      if (shown > 0) stream.write("\r\u001b[K");
    },
  };
}
