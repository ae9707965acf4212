import {type ChildProcess, spawn} from "node:child_process";
import {createRequire} from "node:module";
import {join} from "node:path";
import {pathToFileURL} from "node:url";

type Json = Record<string, unknown>;
type Answer = {result?: unknown; error?: {message?: string}};

/**
 * Looking through all packages for names that could be imported makes every completion 40 ms slower. And unless it is told not to,
 * the server has npm install types of its own accord.
 */
const SETTINGS = {
  suggest: {autoImports: false},
  disableAutomaticTypeAcquisition: true,
  tsserver: {automaticTypeAcquisition: {enabled: false}},
};

const PATIENCE_MS = 10_000;

/** TypeScript's own language server, spoken to in the language server protocol over its standard streams. */
export class LanguageServer {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;
  isAlive = true;

  private constructor(executable: string, folder: string) {
    // A group of its own: the interrupt of a notebook goes to all processes of the kernel's.
    this.#child = spawn(executable, ["--lsp", "-stdio"], {
      cwd: folder,
      stdio: ["pipe", "pipe", "ignore"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    this.#child.stdout?.on("data", (bytes: Buffer) => this.#receive(bytes));
    this.#child.stdin?.on("error", () => {});
    const end = () => {
      this.isAlive = false;
      for (const answer of this.#waiting.values()) answer({error: {message: "the language server ended"}});
      this.#waiting.clear();
    };
    this.#child.on("error", end);
    this.#child.on("exit", end);
  }

  /** Starts the server of the TypeScript that this package brings. */
  static async start(folder: string): Promise<LanguageServer> {
    const require = createRequire(import.meta.url);
    const path = join(require.resolve("typescript/package.json"), "..", "lib", "getExePath.js");
    const {default: getExePath} = (await import(pathToFileURL(path).href)) as {default: () => string};
    const server = new LanguageServer(getExePath(), folder);
    await server.request("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {
        workspace: {configuration: true},
        textDocument: {
          completion: {completionItem: {documentationFormat: ["markdown"]}},
          hover: {contentFormat: ["markdown"]},
          diagnostic: {},
        },
      },
    });
    server.notify("initialized", {});
    return server;
  }

  /** Asks; rejects when the server says no, is gone, or takes longer than ten seconds. */
  request(method: string, params: Json): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(id, {error: {message: `no answer to ${method}`}}), PATIENCE_MS);
      timer.unref();
      this.#waiting.set(id, ({result, error}) => {
        clearTimeout(timer);
        if (error) reject(new Error(error.message ?? method));
        else resolve(result);
      });
      if (this.isAlive) this.#send({jsonrpc: "2.0", id, method, params});
      else this.#settle(id, {error: {message: "the language server ended"}});
    });
  }

  notify(method: string, params: Json): void {
    if (this.isAlive) this.#send({jsonrpc: "2.0", method, params});
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  stop(): void {
    this.isAlive = false;
    this.#child.kill();
  }

  #settle(id: number, answer: Answer): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }

  #send(message: Json): void {
    const body = Buffer.from(JSON.stringify(message));
    this.#child.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  #receive(bytes: Buffer): void {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
    for (;;) {
      const head = this.#received.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: *(\d+)/i.exec(this.#received.toString("latin1", 0, head))?.[1] ?? 0);
      const end = head + 4 + length;
      if (this.#received.length < end) return;
      const message = JSON.parse(this.#received.toString("utf8", head + 4, end)) as Json;
      this.#received = this.#received.subarray(end);
      this.#hear(message);
    }
  }

  #hear(message: Json): void {
    const {id, method, params} = message;
    if (typeof method !== "string" && typeof id === "number") this.#settle(id, message as Answer);
    if (typeof method !== "string" || id === undefined) return;
    const items = (params as {items?: unknown[]} | undefined)?.items;
    this.#send({jsonrpc: "2.0", id, result: Array.isArray(items) ? items.map(() => SETTINGS) : null});
  }
}
