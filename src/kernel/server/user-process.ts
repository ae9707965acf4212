import {type ChildProcess, spawn} from "node:child_process";
import type {Readable, Writable} from "node:stream";
import {StringDecoder} from "node:string_decoder";
import {fileURLToPath} from "node:url";
import {DESCRIPTORS, encodeFrame, FrameReader, type Order, type Report} from "../process/orders.ts";

export type UserProcessListener = {
  report(report: Report): void;
  /** The process is gone without being asked to; `last` is what it wrote to stderr at the end. */
  died(how: {code: number | null; signal: NodeJS.Signals | null; last: string}): void;
};

const COMPILED = !import.meta.url.endsWith(".ts");
const MAIN = fileURLToPath(new URL(COMPILED ? "../process/main.js" : "../process/main.ts", import.meta.url));

/** The process in which the user's code runs: one at a time, replaced when it dies. */
export class UserProcess {
  readonly #child: ChildProcess;
  /** What is told before anybody listens waits here. */
  #early: ((listener: UserProcessListener) => void)[] = [];
  #listener: UserProcessListener | null = null;
  #isKilled = false;
  #last = "";

  constructor() {
    const flags = ["--disable-warning=ExperimentalWarning", ...(COMPILED ? [] : ["--import", "tsx"])];
    this.#child = spawn(process.execPath, [...flags, MAIN], {
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    const frames = new FrameReader<Report>();
    (this.#child.stdio[DESCRIPTORS.reports] as Readable).on("data", (bytes: Buffer) => {
      for (const report of frames.push(bytes)) this.#report(report);
    });
    this.#readText("stdout");
    this.#readText("stderr");
    for (const stream of this.#child.stdio) stream?.on("error", () => {});
    this.#child.on("error", (error) => this.#end(null, null, String(error)));
    this.#child.on("close", (code, signal) => this.#end(code, signal));
  }

  listen(listener: UserProcessListener): void {
    this.#listener = listener;
    for (const tell of this.#early) tell(listener);
    this.#early = [];
  }

  #tell(tell: (listener: UserProcessListener) => void): void {
    if (this.#listener) tell(this.#listener);
    else this.#early.push(tell);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  order(order: Order): void {
    this.#write(DESCRIPTORS.orders, encodeFrame(order));
  }

  /**
   * Stops what runs, without killing anything: the process answers with a report of type "interrupted". A loop is woken by
   * another thread, everything else by the order.
   *
   * @param run the run to be stopped, or the last one there was
   */
  interrupt(run: number): void {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(run);
    this.#write(DESCRIPTORS.wake, bytes);
    this.order({type: "interrupt", run});
  }

  /** Answers a question; null says that the question was interrupted. */
  answer(text: string | null): void {
    const body = Buffer.from(text ?? "");
    const head = Buffer.alloc(4);
    head.writeInt32LE(text === null ? -1 : body.length);
    this.#write(DESCRIPTORS.answers, Buffer.concat([head, body]));
  }

  kill(): void {
    this.#isKilled = true;
    this.#child.kill("SIGKILL");
  }

  #write(descriptor: number, bytes: Buffer): void {
    const pipe = this.#child.stdio[descriptor] as Writable | null | undefined;
    if (pipe?.writable) pipe.write(bytes);
  }

  /**
   * What a child process of the user's code writes comes through the pipes and not with the reports. When a cell says that it
   * is done, what its children wrote may still stand in the pipe: so the report waits while there is something to read.
   */
  #readText(name: "stdout" | "stderr"): void {
    const decoder = new StringDecoder("utf8");
    this.#child[name]?.on("data", (bytes: Buffer) => {
      this.#isReading = true;
      const text = decoder.write(bytes);
      if (name === "stderr") this.#last = (this.#last + text).slice(-10_000);
      this.#tell((listener) => listener.report({type: "text", run: 0, name, text}));
    });
  }

  #isReading = false;
  #report(report: Report): void {
    if (report.type !== "done") {
      this.#tell((listener) => listener.report(report));
      return;
    }
    const settle = (): void => {
      this.#isReading = false;
      setImmediate(() => (this.#isReading ? settle() : this.#tell((listener) => listener.report(report))));
    };
    settle();
  }

  #end(code: number | null, signal: NodeJS.Signals | null, last = this.#last): void {
    if (this.#isKilled) return;
    this.#isKilled = true;
    this.#tell((listener) => listener.died({code, signal, last}));
  }
}
