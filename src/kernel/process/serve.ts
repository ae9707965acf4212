// The process of the user's code: it runs cells alone on its main thread, and may die without taking the kernel with it.
import {Socket} from "node:net";
import {Worker} from "node:worker_threads";
import {captureOutput, currentRun, type SessionEvent} from "../session/output.ts";
import {createSession, InterruptedError} from "../session/session.ts";
import {isA, plainText} from "../session/traceback.ts";
import {Comms} from "./comms.ts";
import {DESCRIPTORS, encodeFrame, FrameReader, type Order, type Report} from "./orders.ts";
import {readNow, writeNow} from "./pipes.ts";
import {tslab} from "./tslab.ts";
import {Widgets} from "./widgets.ts";

/** A result goes with the report that its cell is done, which follows at once: the server wakes up once for both. */
let held: Buffer[] = [];

function tell(report: Report): void {
  held.push(encodeFrame(report));
  if (report.type === "event" && report.event.type === "result") return;
  const frames = held;
  held = [];
  writeNow(DESCRIPTORS.reports, frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames));
}

/** Whether the client that runs the present cell takes questions. */
let allowsStdin = false;

captureOutput({
  write: (name, text) => tell({type: "text", run: 0, name, text}),
  fail: (thrown) =>
    tell({type: "text", run: 0, name: "stderr", text: `${plainText(isA(thrown, Error) ? thrown.stack : thrown)}\n`}),
});

const comms = new Comms((run, message) => tell({type: "comm", run, message}));
const widgets = new Widgets(comms);
const flag = new Int32Array(new SharedArrayBuffer(4));
/** The run that was begun last. */
const latest = new Int32Array(new SharedArrayBuffer(4));
const {JPY_SESSION_NAME: notebook, FORCE_COLOR: colors = "0"} = process.env;
const session = createSession({
  flag,
  folder: process.cwd(),
  // What asks a program for colours though it writes to no terminal: Node and its packages go by it too.
  colors: !["0", "false"].includes(colors),
  ...(notebook?.endsWith(".ipynb") ? {notebook} : {}),
  builtIn: {tslab: () => tslab},
  beforeLasting: watch,
  globals: {comms, prompt: ask, confirm, alert: (text: unknown = "") => console.log(String(text))},
  openWidget: (widget) => widgets.open(widget),
  renderSvg: async (spec) => (await loadRenderer()).renderSvg(spec),
  dressChart: async (spec) => (await loadRenderer()).dressChart(spec),
  onEvent: (event: SessionEvent, run: number) =>
    event.type === "stream"
      ? tell({type: "text", run, name: event.name, text: event.text})
      : tell({type: "event", run, event}),
});

type Spec = Record<string, unknown>;
type Renderer = {renderSvg: (spec: Spec) => Promise<string>; dressChart: (spec: Spec) => Spec};

/** Drawing costs a quarter of a second to load: not before the first chart. */
async function loadRenderer(): Promise<Renderer> {
  const file = import.meta.url.endsWith(".ts") ? "../../charts/render.ts" : "../../charts/render.js";
  return (await import(new URL(file, import.meta.url).href)) as Renderer;
}

/** Asks the user, and waits for the answer as `prompt` does in a browser. */
function ask(question: unknown = "", {password = false} = {}): string | null {
  if (!allowsStdin) throw new Error("prompt: the client that runs this cell takes no questions");
  tell({type: "input", run: currentRun()?.cell ?? 0, prompt: String(question), password});
  const size = readNow(DESCRIPTORS.answers, 4)?.readInt32LE(0) ?? -1;
  if (size < 0) throw new InterruptedError("the question was interrupted");
  return readNow(DESCRIPTORS.answers, size)?.toString("utf8") ?? null;
}

function confirm(question: unknown = ""): boolean {
  return /^\s*y(es)?\s*$/i.test(ask(`${String(question)} [y/N] `) ?? "");
}

async function obey(order: Order): Promise<void> {
  if (order.type === "interrupt") {
    if (session.running === order.run) session.interrupt();
    else if (session.running === null) flag[0] = 0;
    tell({type: "interrupted"});
    return;
  }
  Atomics.store(latest, 0, order.run);
  if (order.type === "comm") {
    await session.call(() => comms.receive(order.message), order.run);
    tell({type: "called", run: order.run});
    return;
  }
  allowsStdin = order.allowStdin;
  const {run, source, label, silent} = order;
  const outcome = await session.run(source, {cell: run, label, silent});
  const expressions: Record<string, unknown> = {};
  if (held.length > 0 && Object.keys(order.expressions).length > 0)
    writeNow(DESCRIPTORS.reports, Buffer.concat(held.splice(0)));
  if (outcome.status === "ok")
    for (const [name, expression] of Object.entries(order.expressions))
      expressions[name] = await session.evaluate(expression);
  tell({type: "done", run, outcome, expressions});
}

/**
 * Waits on a thread of its own for the server's wish to interrupt: a busy main thread would not hear it. The flag stops loops;
 * wishes from before this thread was there are done with, and a run that has not begun is waited for. When the server is gone,
 * so is the process.
 */
const WATCH = `
const {workerData: {flag, latest, first, descriptor}} = require("node:worker_threads");
const {Socket} = require("node:net");
const wake = new Socket({fd: descriptor, readable: true, writable: false});
const stop = (run) => {
  if (run < first) return;
  if (run <= Atomics.load(latest, 0)) Atomics.store(flag, 0, 1);
  else setTimeout(stop, 5, run);
};
wake.on("data", (bytes) => {
  if (bytes.length >= 4) stop(bytes.readUInt32LE(bytes.length - 4));
});
wake.on("close", () => process.kill(process.pid, "SIGKILL"));`;

let isWatched = false;

/** The thread costs 10 MB and is in the way of a quick start: it waits for the first cell that can last. */
function watch(): void {
  if (isWatched) return;
  isWatched = true;
  const workerData = {flag, latest, first: latest[0], descriptor: DESCRIPTORS.wake};
  new Worker(WATCH, {eval: true, workerData, execArgv: []}).unref();
}

process.on("SIGINT", () => {});
const orders = new Socket({fd: DESCRIPTORS.orders, readable: true, writable: false});
const frames = new FrameReader<Order>();
orders.on("data", (bytes: Buffer) => {
  for (const order of frames.push(bytes)) void obey(order);
});
orders.on("end", () => process.exit(0));
tell({type: "ready"});
