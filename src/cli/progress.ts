import {writeSync} from "node:fs";
import {Worker} from "node:worker_threads";

export interface Progress {
  /** Tells what is being done now. */
  step(what: string): void;
  /** Writes a line that stays, above the one that changes. */
  note(line: string): void;
  /** Takes the line away again; nothing is shown afterwards. Once more does no harm. */
  end(): void;
}

interface Terminal {
  isTTY?: boolean;
  fd: number;
  columns?: number;
  write(text: string): unknown;
}

const MAX_BYTES = 400;

/**
 * A line on a terminal that says what is being done and for how long, from the first second on; nothing where there is no terminal.
 *
 * A thread of its own writes it, because reading and comparing keep this one from ever looking at a clock.
 */
export function startProgress(terminal: Terminal = process.stderr): Progress {
  const note = (line: string) => void terminal.write(`${line}\n`);
  if (!terminal.isTTY) return {step() {}, note, end() {}};
  const shared = new SharedArrayBuffer(12 + MAX_BYTES);
  const state = new Int32Array(shared, 0, 3);
  const bytes = new Uint8Array(shared, 12);
  const worker = new Worker(CLOCK, {
    eval: true,
    execArgv: [],
    workerData: {shared, fd: terminal.fd, width: terminal.columns ?? 80},
  });
  worker.unref();
  const clear = () => {
    lock(state);
    if (state[SHOWN] === 1) writeSync(terminal.fd, CLEAR);
    state[SHOWN] = 0;
  };
  let ended = false;
  return {
    step(what) {
      // Whoever ends keeps the lock.
      if (ended) return;
      lock(state);
      // A buffer that is shared cannot be encoded into.
      const text = new TextEncoder().encode(what).subarray(0, MAX_BYTES);
      bytes.set(text);
      state[LENGTH] = text.length;
      Atomics.store(state, LOCK, 0);
    },
    note(line) {
      if (!ended) clear();
      note(line);
      if (!ended) Atomics.store(state, LOCK, 0);
    },
    end() {
      if (ended) return;
      ended = true;
      clear();
      void worker.terminate();
    },
  };
}

/** To the start of the line, and nothing to its right. */
const CLEAR = "\r\u001b[K";
const [LOCK, SHOWN, LENGTH] = [0, 1, 2] as const;

/** The other thread holds the lock for one short write alone. Whoever ends keeps it. */
function lock(state: Int32Array): void {
  while (Atomics.compareExchange(state, LOCK, 0, 1) !== 0);
}

const CLOCK = `
const {writeSync} = require("node:fs");
const {workerData: {shared, fd, width}} = require("node:worker_threads");
const state = new Int32Array(shared, 0, 3);
const bytes = new Uint8Array(shared, 12);
const started = performance.now();
setInterval(() => {
  const seconds = Math.floor((performance.now() - started) / 1000);
  if (seconds < 1 || Atomics.compareExchange(state, ${LOCK}, 0, 1) !== 0) return;
  const what = new TextDecoder().decode(bytes.slice(0, state[${LENGTH}]));
  const line = (seconds + " s" + (what ? "  " + what : "")).slice(0, width - 1);
  try {
    writeSync(fd, ${JSON.stringify(CLEAR)} + line);
    state[${SHOWN}] = 1;
  } catch {}
  Atomics.store(state, ${LOCK}, 0);
}, 250);
`;
