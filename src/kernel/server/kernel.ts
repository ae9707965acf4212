import {createRequire} from "node:module";
import {LANGUAGE} from "../session/language.ts";
import {LazyTypeService, readTypeChecks} from "../types/lazy-type-service.ts";
import type {Connection} from "./connection.ts";
import {Executions} from "./executions.ts";
import {Frontend, type Request} from "./frontend.ts";
import type {HelpRequest} from "./help-request.ts";
import {History, type HistoryEntry, historyFile} from "./history.ts";
import {Sockets} from "./sockets.ts";
import type {UserProcess} from "./user-process.ts";
import {type Json, PROTOCOL_VERSION, Wire, WireError} from "./wire.ts";

const require = createRequire(import.meta.url);
const versionOf = (name: string): string => (require(name) as {version: string}).version;

type Handler = (request: Request) => Promise<Json | null> | Json | null;

/** A kernel over one connection: everything of Jupyter's protocol that is not the running of code. */
export class Kernel {
  readonly #wire: Wire;
  readonly #sockets: Sockets;
  readonly #frontend: Frontend;
  readonly #executions: Executions;
  readonly #history: History;
  readonly #types = new LazyTypeService(process.cwd(), readTypeChecks(process.env));
  readonly #connection: Connection;
  readonly #handlers: Record<string, Handler>;
  #isStarting = true;
  #resolveClosed: () => void = () => {};
  /** Resolves when a client shut the kernel down. */
  readonly closed = new Promise<void>((resolve) => {
    this.#resolveClosed = resolve;
  });

  constructor(connection: Connection, userProcess?: UserProcess) {
    this.#connection = connection;
    this.#wire = new Wire(connection.digest, connection.key);
    this.#sockets = new Sockets();
    this.#frontend = new Frontend(this.#wire, this.#sockets);
    this.#history = new History(historyFile(), this.#wire.session);
    this.#executions = new Executions({
      frontend: this.#frontend,
      history: this.#history,
      help: (asked) => this.#help(asked),
      ...(userProcess ? {process: userProcess} : {}),
      types: this.#types,
      log,
    });
    this.#handlers = {
      kernel_info_request: () => kernelInfo(),
      connect_request: () => this.#ports(),
      is_complete_request: async ({message}) => {
        const {completeness} = await import("./completeness.ts");
        return completeness(String(message.content["code"] ?? ""));
      },
      complete_request: ({message}) => this.#complete(message.content),
      inspect_request: ({message}) => this.#inspect(message.content),
      history_request: ({message}) => this.#readHistory(message.content),
      comm_info_request: ({message}) => {
        // A page asks it on opening, a program does not: somebody is about to type, and the checker's first answer takes longest.
        this.#types.warmUp();
        return this.#commInfo(message.content);
      },
      interrupt_request: () => {
        this.#executions.interrupt();
        return {};
      },
      comm_open: async (request) => this.#callComm(request, "open"),
      comm_msg: async (request) => this.#callComm(request, "msg"),
      comm_close: async (request) => this.#callComm(request, "close"),
    };
  }

  async start(): Promise<void> {
    await this.#sockets.listen(this.#connection, {
      receive: (channel, frames) => this.#receive(channel, frames),
      welcome: (topic) => this.#welcome(topic),
    });
  }

  /** The welcome comes first, then that the kernel starts, unless it has begun to answer meanwhile. */
  #welcome(topic: string): void {
    this.#frontend.welcome(topic);
    if (this.#isStarting) this.#frontend.status("starting", null);
    this.#isStarting = false;
  }

  interrupt(): void {
    this.#executions.interrupt();
  }

  async shutdown(): Promise<void> {
    this.#executions.close();
    this.#types.stop();
    await this.#sockets.close();
    this.#resolveClosed();
  }

  #receive(channel: Request["channel"], frames: Buffer[]): void {
    try {
      const request = {channel, message: this.#wire.decode(frames)};
      void this.#serve(request).catch((error: unknown) =>
        log(error instanceof Error ? (error.stack ?? "") : String(error)),
      );
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      log(`dropped what came in on ${channel}: ${error.message}`);
    }
  }

  async #serve(request: Request): Promise<void> {
    const {header, content} = request.message;
    const type = header.msg_type;
    this.#isStarting = false;
    if (request.channel === "stdin") {
      const answer = typeof content["value"] === "string" ? content["value"] : "";
      if (type !== "input_reply" || !this.#executions.answer(answer))
        log(`dropped a ${type} on stdin that nothing asked for`);
      return;
    }
    if (type === "execute_request") return this.#executions.add(request);
    if (type === "shutdown_request") return this.#shutDown(request);
    const handler = Object.hasOwn(this.#handlers, type) ? this.#handlers[type] : undefined;
    if (!handler) return log(`no answer is known for a ${type} on ${request.channel}`);
    const running = this.#executions.running;
    this.#frontend.status("busy", header);
    try {
      const reply = await handler(request);
      if (reply) this.#frontend.reply(request, {status: "ok", ...reply});
    } catch (error) {
      const evalue = error instanceof Error ? error.message : String(error);
      this.#frontend.reply(request, {status: "error", ename: "KernelError", evalue, traceback: [evalue]});
    }
    this.#frontend.status("idle", header);
    // Clients take the last status for the kernel's, whatever it answers: a cell that still runs says so again.
    if (running && running === this.#executions.running) this.#frontend.status("busy", running);
  }

  async #callComm(request: Request, kind: "open" | "msg" | "close"): Promise<null> {
    await this.#executions.callComm(request, kind);
    return null;
  }

  async #shutDown(request: Request): Promise<void> {
    this.#frontend.status("busy", request.message.header);
    this.#frontend.reply(request, {status: "ok", restart: request.message.content["restart"] === true});
    this.#frontend.status("idle", request.message.header);
    await this.shutdown();
  }

  async #complete(content: Json): Promise<Json> {
    const code = String(content["code"] ?? "");
    const {matches, start, end} = await this.#types.complete(code, offsetOf(code, content["cursor_pos"]));
    const [from, to] = [pointsBefore(code, start), pointsBefore(code, end)];
    const types = matches.map(({text, type, signature}) => ({start: from, end: to, text, type, signature}));
    const metadata = {_jupyter_types_experimental: types};
    return {matches: matches.map((match) => match.text), cursor_start: from, cursor_end: to, metadata};
  }

  async #inspect(content: Json): Promise<Json> {
    const code = String(content["code"] ?? "");
    const found = await this.#types.inspect(
      code,
      offsetOf(code, content["cursor_pos"]),
      Number(content["detail_level"] ?? 0),
    );
    return {found: found !== null, data: found === null ? {} : helpBundle(found), metadata: {}};
  }

  async #help({name, detail}: HelpRequest): Promise<Json> {
    const found = await this.#types.inspect(name, name.length, detail).catch(() => null);
    return {source: "page", data: helpBundle(found ?? `${name}: nothing is known of it`), start: 0};
  }

  #ports(): Json {
    const {shell_port, iopub_port, stdin_port, control_port, hb_port} = this.#connection;
    return {shell_port, iopub_port, stdin_port, control_port, hb_port};
  }

  #commInfo(content: Json): Json {
    const wanted = content["target_name"];
    const open = [...this.#executions.comms].filter(([, target]) => typeof wanted !== "string" || wanted === target);
    return {comms: Object.fromEntries(open.map(([id, target]) => [id, {target_name: target}]))};
  }

  #readHistory(content: Json): Json {
    const number = (name: string): number | null => (typeof content[name] === "number" ? content[name] : null);
    const entries = this.#findHistory(content, number);
    const shown = ({session, line, input, output}: HistoryEntry) => [
      session,
      line,
      content["output"] === true ? [input, output] : input,
    ];
    return {history: entries.map(shown)};
  }

  #findHistory(content: Json, number: (name: string) => number | null): HistoryEntry[] {
    switch (content["hist_access_type"]) {
      case "tail":
        return this.#history.tail(number("n") ?? 10);
      case "range":
        return this.#history.range(number("session") ?? 0, number("start") ?? 1, number("stop"));
      case "search":
        return this.#history.search(String(content["pattern"] ?? "*"), number("n"), content["unique"] === true);
      default:
        throw new Error(
          `hist_access_type ${JSON.stringify(content["hist_access_type"]) ?? "is missing"}; tail, range and search are known`,
        );
    }
  }
}

const helpBundle = (markdown: string): Json => ({
  "text/markdown": markdown,
  "text/plain": markdown.replace(/^```.*\n?/gm, "").trim(),
});

/** Jupyter counts code points, JavaScript UTF-16 code units. */
function offsetOf(code: string, cursor: unknown): number {
  if (typeof cursor !== "number") return code.length;
  let points = cursor;
  let offset = 0;
  for (const character of code) {
    if (points-- <= 0) break;
    offset += character.length;
  }
  return offset;
}

const pointsBefore = (code: string, offset: number): number => [...code.slice(0, offset)].length;

function log(text: string): void {
  process.stderr.write(`variorum kernel: ${text}\n`);
}

function kernelInfo(): Json {
  const version = versionOf("../../../package.json");
  const typescript = versionOf("typescript/package.json");
  return {
    protocol_version: PROTOCOL_VERSION,
    implementation: "variorum",
    implementation_version: version,
    language_info: {
      ...LANGUAGE,
      version: typescript,
      pygments_lexer: "typescript",
      codemirror_mode: {name: "javascript", typescript: true},
      nbconvert_exporter: "script",
    },
    banner: `Variorum ${version}: TypeScript ${typescript} on Node ${process.version}`,
    debugger: false,
    supported_features: [],
    help_links: [{text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/"}],
  };
}
