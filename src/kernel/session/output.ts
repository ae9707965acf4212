import {AsyncLocalStorage} from "node:async_hooks";
import {StringDecoder} from "node:string_decoder";
import type {ErrorReport} from "./traceback.ts";

/** Representations of one value by MIME type; JSON types hold objects, all others text (images in base64). */
export type MimeBundle = Record<string, unknown>;

/** What a cell puts out, in the order in which it did. */
export type SessionEvent =
  | {type: "stream"; name: "stdout" | "stderr"; text: string}
  | {type: "display"; data: MimeBundle; metadata: Record<string, unknown>; displayId?: string}
  | {type: "update"; data: MimeBundle; metadata: Record<string, unknown>; displayId: string}
  | {type: "result"; data: MimeBundle; metadata: Record<string, unknown>}
  | ({type: "error"} & ErrorReport)
  | {type: "clear"; wait: boolean};

/** One execution of a cell. It is carried through every timer, promise and callback that the cell starts. */
export type Run = {
  readonly cell: number;
  interrupted: boolean;
  emit(event: SessionEvent | Promise<SessionEvent | null>): void;
  /** An error that reached nobody: a rejection without a handler, a throw in a timer. */
  fail(thrown: unknown): void;
};

const runs = new AsyncLocalStorage<Run | undefined>();

/** The run that the calling code belongs to, however late it is called. */
export const currentRun = (): Run | undefined => runs.getStore();

export const withRun = <T>(run: Run, body: () => T): T => runs.run(run, body);

/** Calls the host's code as no run's: what it writes in turn is its own. */
export const withoutRun = <T>(body: () => T): T => runs.run(undefined, body);

/** Sends events on in the order in which they were put in, though some of them take time to be made. */
export class Outbox {
  readonly #send: (event: SessionEvent) => void;
  readonly #skipped: Promise<null>;
  #last: Promise<void> | null = null;
  /** Waits no longer for what is still being made: it is left out, and what stands behind it goes. */
  skip: () => void = () => {};

  constructor(send: (event: SessionEvent) => void) {
    this.#send = (event) => withoutRun(() => send(event));
    this.#skipped = new Promise((resolve) => {
      this.skip = () => resolve(null);
    });
  }

  put(event: SessionEvent | Promise<SessionEvent | null>): void {
    if (this.#last === null && !(event instanceof Promise)) {
      this.#send(event);
      return;
    }
    const sent: Promise<void> = Promise.resolve(this.#last).then(async () => {
      const ready = await Promise.race([event, this.#skipped]);
      if (ready) this.#send(ready);
      if (this.#last === sent) this.#last = null;
    });
    this.#last = sent;
  }

  /** Resolves when all that was put in so far is sent. */
  async drain(): Promise<void> {
    await this.#last;
  }
}

type Write = typeof process.stdout.write;
let captured = false;

/** Where output and errors go that belong to no run. */
export type Elsewhere = {
  write(name: "stdout" | "stderr", text: string): void;
  fail(thrown: unknown): void;
};

/**
 * Leads what is written to stdout and stderr (console.* included) to the run that wrote it. What no run wrote goes to
 * `elsewhere`, or where it always went. Done once for the process; later calls change nothing.
 */
export function captureOutput(elsewhere?: Elsewhere): void {
  if (captured) return;
  captured = true;
  for (const name of ["stdout", "stderr"] as const) {
    const stream = process[name];
    const original = stream.write.bind(stream) as (...given: unknown[]) => boolean;
    const decoder = new StringDecoder("utf8");
    stream.write = ((chunk: unknown, encoding?: unknown, callback?: unknown): boolean => {
      const run = currentRun();
      if (!run && !elsewhere) return original(chunk, encoding, callback);
      const text = decode(chunk, encoding, decoder);
      if (run) run.emit({type: "stream", name, text});
      else elsewhere?.write(name, text);
      const done = typeof encoding === "function" ? encoding : callback;
      if (typeof done === "function") queueMicrotask(() => done(null));
      return true;
    }) as Write;
  }
  // What Node would do with an error that nobody caught, unless a cell started what threw it: then it is that cell's.
  const fail = elsewhere ? elsewhere.fail.bind(elsewhere) : crash;
  const report = (thrown: unknown) => (currentRun()?.fail ?? fail)(thrown);
  process.on("unhandledRejection", report);
  process.on("uncaughtException", report);
}

function decode(chunk: unknown, encoding: unknown, decoder: StringDecoder): string {
  if (chunk instanceof Uint8Array) return decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  if (typeof chunk !== "string") throw new TypeError(`write takes text or bytes, not ${typeof chunk}`);
  return encoding === "hex" || encoding === "base64" ? Buffer.from(chunk, encoding).toString("utf8") : chunk;
}

function crash(thrown: unknown): never {
  process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
  process.exit(1);
}
