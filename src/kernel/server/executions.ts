import type {Report} from "../process/orders.ts";
import type {SessionEvent} from "../session/output.ts";
import type {RunOutcome} from "../session/session.ts";
import type {ErrorReport} from "../session/traceback.ts";
import {publishEvent, readExpressions, withStatus} from "./cell-output.ts";
import type {Frontend, Request} from "./frontend.ts";
import {type HelpRequest, readHelpRequest} from "./help-request.ts";
import type {History} from "./history.ts";
import {UserProcess} from "./user-process.ts";
import type {Header, Json} from "./wire.ts";

/** How long code may go on that does not hear an interrupt (a library's loop) before its process is replaced. */
const INTERRUPT_PATIENCE_MS = 3000;
/** Requests that a client sent before it could know of an error are aborted with it, if they arrive within this time. */
const ABORT_WINDOW_MS = 100;
/** How long the end of a cell waits for its type warnings. */
const CHECK_PATIENCE_MS = 2000;
/** How many runs are remembered, so that late output finds its cell. */
const REMEMBERED_RUNS = 10_000;

type Active = {
  run: number;
  request: Request;
  code: string;
  count: number;
  silent: boolean;
  stores: boolean;
  result: string | null;
  warnings: Promise<string[]> | null;
};

/** Gives the page that a help request asks for. */
export type Help = (asked: HelpRequest) => Promise<Json>;
/** Finds what is wrong with a cell's types, and remembers the cell once it ran; null where there is nothing to check. */
export type TypeCheck = {
  check(code: string, count: number): Promise<string[]> | null;
  ran(code: string): void;
  forget(): void;
  strict: boolean;
};

export type ExecutionOptions = {
  frontend: Frontend;
  history: History;
  help: Help;
  types: TypeCheck;
  log: (text: string) => void;
  /** The first process of the cells, if it was started already. */
  process?: UserProcess;
};

/** Runs what clients send, one after the other, in a process that is replaced when it dies. */
export class Executions {
  readonly #options: ExecutionOptions;
  readonly #queue: Request[] = [];
  readonly #runs = new Map<number, Request>();
  readonly comms = new Map<string, string>();
  #process: UserProcess;
  #active: Active | null = null;
  #isPumping = false;
  #count = 0;
  #lastRun = 0;
  #abortBefore = {date: 0, until: 0};
  readonly #aborted = new WeakSet<Request>();
  #interrupting: {timer: NodeJS.Timeout; done: () => void; heard: Promise<void>} | null = null;
  readonly #called = new Map<number, () => void>();
  #lastHeader: Header | null = null;
  #isClosed = false;

  constructor(options: ExecutionOptions) {
    this.#options = options;
    this.#process = this.#adopt(options.process ?? new UserProcess());
  }

  /** The header of the request whose cell is running now. */
  get running(): Header | null {
    return this.#active?.request.message.header ?? null;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  add(request: Request): void {
    this.#queue.push(request);
    void this.#pump();
  }

  /** Hands a message of a comm to the cells' process; resolves when it was dealt with. */
  async callComm(request: Request, kind: "open" | "msg" | "close"): Promise<void> {
    const {content, metadata, buffers} = request.message;
    const run = this.#remember(request);
    const commId = String(content["comm_id"] ?? "");
    const targetName = String(content["target_name"] ?? this.comms.get(commId) ?? "");
    if (kind === "open") this.comms.set(commId, targetName);
    if (kind === "close") this.comms.delete(commId);
    const called = new Promise<void>((done) => this.#called.set(run, done));
    const message = {kind, commId, targetName, data: content["data"] ?? {}, metadata, buffers: [...buffers]};
    this.#process.order({type: "comm", run, message});
    await called;
  }

  /** Hands on the answer to the question that was asked; false when none was. */
  answer(text: string): boolean {
    if (!this.#isAsking) return false;
    this.#isAsking = false;
    this.#process.answer(text);
    return true;
  }

  /** Stops the running cell; what waits behind it is aborted by its error. */
  interrupt(): void {
    if (this.#interrupting || this.#isClosed) return;
    let done = () => {};
    const heard = new Promise<void>((resolve) => {
      done = resolve;
    });
    const timer = setTimeout(() => {
      const why = "the running code did not hear the interrupt";
      this.#replace({
        ename: "Interrupted",
        evalue: `${why}; its process was replaced, and all names are lost`,
        traceback: [],
      });
    }, INTERRUPT_PATIENCE_MS);
    this.#interrupting = {timer, done, heard};
    // A question that waits for its answer blocks the thread, and no loop looks at the flag.
    if (this.#isAsking) this.#process.answer(null);
    this.#isAsking = false;
    this.#process.interrupt(this.#active?.run ?? this.#lastRun);
  }

  close(): void {
    this.#isClosed = true;
    this.#options.history.flush();
    this.#process.kill();
  }

  #isAsking = false;

  #adopt(userProcess: UserProcess): UserProcess {
    userProcess.listen({
      report: (report) => this.#hear(report),
      died: ({code, signal, last}) => {
        const how = /heap out of memory/.test(last)
          ? "ran out of memory"
          : signal
            ? `was ended by ${signal}`
            : `ended with exit code ${code}`;
        this.#options.log(`the user's process ${how}`);
        this.#replace({
          ename: "ProcessEnded",
          evalue: `the process of the cells ${how}; a fresh session was started, and all names are lost`,
          traceback: [],
        });
      },
    });
    return userProcess;
  }

  /** Starts a fresh process in place of one that died or does not listen; the running cell ends with the error. */
  #replace(error: ErrorReport): void {
    if (this.#isClosed) return;
    this.#process.kill();
    this.#endInterrupt();
    this.#isAsking = false;
    this.comms.clear();
    this.#options.types.forget();
    for (const done of this.#called.values()) done();
    this.#process = this.#adopt(new UserProcess());
    const shown = {...error, traceback: [`${error.ename}: ${error.evalue}`]};
    const active = this.#active;
    if (active) {
      if (!active.silent) this.#options.frontend.publish("error", {...shown}, active.request.message.header);
      this.#finish({status: "error", error: shown, interrupted: true}, {});
    } else if (this.#lastHeader) this.#options.frontend.stream(this.#lastHeader, "stderr", `${error.evalue}\n`);
  }

  #endInterrupt(): void {
    if (!this.#interrupting) return;
    clearTimeout(this.#interrupting.timer);
    this.#interrupting.done();
    this.#interrupting = null;
  }

  #remember(request: Request): number {
    const run = ++this.#lastRun;
    this.#runs.set(run, request);
    this.#runs.delete(run - REMEMBERED_RUNS);
    return run;
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    for (let request = this.#queue.shift(); request; request = this.#queue.shift()) {
      await this.#interrupting?.heard;
      if (this.#isClosed) return;
      const {frontend} = this.#options;
      const {header} = request.message;
      if (this.#isAborted(request)) {
        frontend.status("busy", header);
        frontend.reply(request, {status: "aborted", execution_count: this.#count});
      } else await this.#execute(request).catch((error: unknown) => this.#fail(request, error));
      frontend.status("idle", header);
    }
    this.#isPumping = false;
  }

  #fail(request: Request, error: unknown): void {
    this.#options.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    this.#active = null;
    const evalue = `the kernel failed: ${String(error)}`;
    const content = {ename: "KernelError", evalue, traceback: [evalue]};
    this.#options.frontend.publish("error", content, request.message.header);
    this.#options.frontend.reply(request, {status: "error", execution_count: this.#count, ...content});
  }

  /** True for what a client sent when it could not yet know of an error. */
  #isAborted(request: Request): boolean {
    if (this.#aborted.has(request)) return true;
    return (
      Date.now() < this.#abortBefore.until && Date.parse(String(request.message.header.date)) < this.#abortBefore.date
    );
  }

  async #execute(request: Request): Promise<void> {
    const {frontend, help, types} = this.#options;
    const {content, header} = request.message;
    const code = typeof content["code"] === "string" ? content["code"] : "";
    const silent = content["silent"] === true;
    const stores = !silent && content["store_history"] !== false;
    if (stores) this.#count++;
    const count = this.#count;
    this.#lastHeader = header;
    const announce = (): void => {
      frontend.status("busy", header);
      if (!silent) frontend.publish("execute_input", {code, execution_count: count}, header);
    };
    const asked = silent ? null : readHelpRequest(code);
    if (asked || code.trim() === "") {
      announce();
      const payload = asked ? [await help(asked)] : [];
      frontend.reply(request, {status: "ok", execution_count: count, user_expressions: {}, payload});
      return;
    }
    const warnings = silent ? null : types.check(code, count);
    if (types.strict && warnings) {
      const found = await warnings;
      if (found.length > 0) {
        announce();
        return this.#refuse(request, count, found, content["stop_on_error"] !== false);
      }
    }
    const run = this.#remember(request);
    await new Promise<void>((done) => {
      this.#active = {run, request, code, count, silent, stores, result: null, warnings};
      this.#done = done;
      // The cell starts while its clients are told that it does.
      this.#process.order({
        type: "run",
        run,
        source: code,
        label: `cell ${count}`,
        silent,
        allowStdin: content["allow_stdin"] !== false,
        expressions: readExpressions(content["user_expressions"]),
      });
      announce();
    });
  }

  #done: () => void = () => {};

  #refuse(request: Request, count: number, found: string[], stops: boolean): void {
    const content = {ename: "TypeError", evalue: found[0] ?? "", traceback: found};
    this.#options.frontend.publish("error", content, request.message.header);
    this.#options.frontend.reply(request, {status: "error", execution_count: count, ...content});
    if (stops) this.#abort(Date.now());
  }

  #abort(failedAt: number): void {
    this.#abortBefore = {date: failedAt, until: Date.now() + ABORT_WINDOW_MS};
    for (const waiting of this.#queue) this.#aborted.add(waiting);
  }

  #hear(report: Report): void {
    const {frontend} = this.#options;
    const request = "run" in report ? this.#runs.get(report.run) : undefined;
    switch (report.type) {
      case "ready":
        return;
      case "interrupted":
        this.#endInterrupt();
        return;
      case "text": {
        const parent = request?.message.header ?? this.running ?? this.#lastHeader;
        if (parent && !this.#isSilent(report.run)) frontend.stream(parent, report.name, report.text);
        return;
      }
      case "event":
        if (request && !this.#isSilent(report.run)) this.#publish(report.event, request, report.run);
        return;
      case "called":
        this.#called.get(report.run)?.();
        this.#called.delete(report.run);
        return;
      case "input":
        this.#isAsking = true;
        if (request) frontend.ask(request, report.prompt, report.password);
        return;
      case "comm":
        this.#publishComm(report, request);
        return;
      case "done":
        if (report.run === this.#active?.run) this.#finish(report.outcome, report.expressions);
    }
  }

  #isSilent(run: number): boolean {
    if (run === this.#active?.run || run === 0) return this.#active?.silent ?? false;
    return this.#runs.get(run)?.message.content["silent"] === true;
  }

  #publish(event: SessionEvent, {message}: Request, run: number): void {
    const active = this.#active?.run === run ? this.#active : null;
    if (active && event.type === "result") active.result = String(event.data["text/plain"] ?? "");
    publishEvent(this.#options.frontend, event, message.header, active?.count ?? this.#count);
  }

  #publishComm({message: comm}: Report & {type: "comm"}, request: Request | undefined): void {
    const {kind, commId, targetName, data, metadata, buffers} = comm;
    if (kind === "open") this.comms.set(commId, targetName);
    if (kind === "close") this.comms.delete(commId);
    const content = {comm_id: commId, data, ...(kind === "open" ? {target_name: targetName} : {})};
    const parent = request?.message.header ?? this.running ?? this.#lastHeader;
    this.#options.frontend.publish(`comm_${kind}`, content, parent, {metadata, buffers});
  }

  #finish(outcome: RunOutcome, expressions: Record<string, unknown>): void {
    const active = this.#active;
    if (!active) return;
    this.#active = null;
    this.#isAsking = false;
    void this.#conclude(active, outcome, expressions).finally(() => this.#done());
  }

  async #conclude(active: Active, outcome: RunOutcome, expressions: Record<string, unknown>): Promise<void> {
    const {frontend, history, types} = this.#options;
    const {request, code, count, stores, result} = active;
    const {header, content} = request.message;
    const failedAt = Date.now();
    if (outcome.status === "ok" || outcome.error.ename !== "SyntaxError") types.ran(code);
    const warnings = outcome.status === "error" && outcome.interrupted ? [] : await withinPatience(active.warnings);
    if (warnings.length > 0) frontend.publish("stream", {name: "stderr", text: `${warnings.join("\n")}\n`}, header);
    if (outcome.status === "ok") {
      frontend.reply(request, {
        status: "ok",
        execution_count: count,
        user_expressions: Object.fromEntries(
          Object.entries(expressions).map(([name, value]) => [name, withStatus(value)]),
        ),
        payload: [],
      });
    } else {
      const {ename, evalue, traceback} = outcome.error;
      frontend.reply(request, {
        status: "error",
        execution_count: count,
        ename,
        evalue,
        traceback,
        user_expressions: {},
        payload: [],
      });
      if (content["stop_on_error"] !== false) await this.#abortLater(failedAt);
    }
    if (stores) history.add(count, code, result);
  }

  /** Requests that came in together with the failed one may still stand in the socket. */
  async #abortLater(failedAt: number): Promise<void> {
    await new Promise((done) => setImmediate(() => setImmediate(done)));
    this.#abort(failedAt);
  }
}

/** A first check starts the type checker: a cell that is done does not wait for it for ever. */
async function withinPatience(warnings: Promise<string[]> | null): Promise<string[]> {
  if (!warnings) return [];
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => resolve([]), CHECK_PATIENCE_MS);
  });
  return Promise.race([warnings, late]).finally(() => clearTimeout(timer));
}
