import {Worker} from "node:worker_threads";
import type {Session} from "./session.ts";

/** Sets the flag that loops look at from another thread: a loop that never ends lets no timer of its own thread fire. */
const WATCH = `
const {parentPort, workerData} = require("node:worker_threads");
let timer;
parentPort.on("message", (ms) => {
  clearTimeout(timer);
  if (ms !== null) timer = setTimeout(() => Atomics.store(workerData, 0, 1), ms);
});`;

/** A timer that is set to more than this, 24 days, fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Stops the cell that a session is running when it takes longer than it may, in a loop as well as in an await. */
export class Deadline {
  readonly #session: Session;
  readonly #seconds: number;
  readonly #ms: number;
  readonly #worker: Worker;
  #timer: NodeJS.Timeout | undefined;

  constructor(session: Session, seconds: number) {
    this.#session = session;
    this.#seconds = seconds;
    this.#ms = Math.min(seconds * 1000, LONGEST_TIMER_MS);
    this.#worker = new Worker(WATCH, {eval: true, workerData: session.flag});
    this.#worker.unref();
  }

  start(): void {
    const message = `the cell took longer than ${this.#seconds} s`;
    this.#session.haltMessage = message;
    this.#worker.postMessage(this.#ms);
    this.#timer = setTimeout(() => this.#session.interrupt(message), this.#ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#worker.postMessage(null);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
