import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {homedir} from "node:os";
import {dirname, join} from "node:path";

/** One cell that was run: session and line count from 1; `output` is its result's text. */
export type HistoryEntry = {session: number; line: number; input: string; output: string | null};

type Stored = {session: string; line: number; input: string; output: string | null};

/** How many entries of older sessions are looked at. */
const KEPT = 10_000;
/** A cell of data is no history: what is longer than this, in characters, is remembered by nobody. */
const LONGEST_INPUT = 100_000;
const LONGEST_OUTPUT = 10_000;
/** How long a cell may wait to be written down. */
const WRITE_AFTER_MS = 200;
/** How long the file may grow, in bytes, before its older half is dropped. */
const LONGEST_FILE = 8 << 20;

/** The file in which the user's kernels keep their history. */
export function historyFile(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment["VARIORUM_HISTORY"]) return environment["VARIORUM_HISTORY"];
  const data = environment["XDG_DATA_HOME"] ?? environment["APPDATA"] ?? join(homedir(), ".local", "share");
  return join(data, "variorum", "history.jsonl");
}

/** What was run in this session and in older ones. A file that cannot be read or written costs the past, not the kernel. */
export class History {
  readonly #file: string;
  readonly #id: string;
  /** What older sessions ran; null until somebody asks. */
  #older: HistoryEntry[] | null = null;
  readonly #own: Omit<HistoryEntry, "session">[] = [];
  #session = 1;
  #unwritten = "";
  #timer: NodeJS.Timeout | undefined;

  constructor(file: string, id: string) {
    this.#file = file;
    this.#id = id;
  }

  add(line: number, input: string, shown: string | null): void {
    if (input.length > LONGEST_INPUT) return;
    const output = shown !== null && shown.length > LONGEST_OUTPUT ? `${shown.slice(0, LONGEST_OUTPUT)}…` : shown;
    this.#own.push({line, input, output});
    const stored: Stored = {session: this.#id, line, input, output};
    this.#unwritten += `${JSON.stringify(stored)}\n`;
    this.#timer ??= setTimeout(() => this.flush(), WRITE_AFTER_MS);
  }

  /** Writes at once what waits to be written: the next cell should not have to wait for a disk. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#unwritten === "") return;
    try {
      mkdirSync(dirname(this.#file), {recursive: true});
      appendFileSync(this.#file, this.#unwritten);
    } catch {
      // Read-only homes are common in containers.
    }
    this.#unwritten = "";
  }

  tail(n: number): HistoryEntry[] {
    return n > 0 ? this.#load().slice(-n) : [];
  }

  /** Lines from `start` up to but not including `stop` of one session; 0 is this one, -1 the one before it. */
  range(session: number, start: number, stop: number | null): HistoryEntry[] {
    const entries = this.#load();
    const wanted = session > 0 ? session : this.#session + session;
    return entries.filter((e) => e.session === wanted && e.line >= start && (stop === null || e.line < stop));
  }

  /** Entries whose whole input fits a pattern of `*` and `?`; the last `n` of them, each input once when `unique`. */
  search(pattern: string, n: number | null, unique: boolean): HistoryEntry[] {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, "[\\s\\S]*")
      .replace(/\?/g, "[\\s\\S]");
    const expression = new RegExp(`^${source}$`);
    let found = this.#load().filter((e) => expression.test(e.input));
    if (unique) found = [...new Map(found.map((e) => [e.input, e])).values()].sort(byAge);
    return n === null ? found : found.slice(-Math.max(0, n) || found.length);
  }

  /** Reads the file when it is first needed: most notebooks never ask. */
  #load(): HistoryEntry[] {
    this.#older ??= this.#readOlder();
    return [...this.#older, ...this.#own.map((entry) => ({session: this.#session, ...entry}))];
  }

  #readOlder(): HistoryEntry[] {
    const sessions = new Map<string, number>();
    const lines = readLines(this.#file).filter(({session}) => session !== this.#id);
    for (const {session} of lines) if (!sessions.has(session)) sessions.set(session, sessions.size + 1);
    this.#session = sessions.size + 1;
    return lines.map(({session, ...entry}) => ({...entry, session: sessions.get(session) ?? 0}));
  }
}

const byAge = (a: HistoryEntry, b: HistoryEntry): number => a.session - b.session || a.line - b.line;

function readLines(file: string): Stored[] {
  return readTail(file)
    .split("\n")
    .slice(-KEPT - 1)
    .flatMap((line) => {
      try {
        const value = JSON.parse(line) as Partial<Stored>;
        const {session, line: number, input, output = null} = value;
        return typeof session === "string" && typeof number === "number" && typeof input === "string"
          ? [{session, line: number, input, output}]
          : [];
      } catch {
        return [];
      }
    });
}

/** The end of the file; the beginning of one that has grown long is forgotten for good. */
function readTail(file: string): string {
  try {
    const size = statSync(file).size;
    if (size <= LONGEST_FILE) return readFileSync(file, "utf8");
    const descriptor = openSync(file, "r");
    const bytes = Buffer.alloc(LONGEST_FILE / 2);
    readSync(descriptor, bytes, 0, bytes.length, size - bytes.length);
    closeSync(descriptor);
    const tail = bytes.subarray(bytes.indexOf("\n") + 1).toString("utf8");
    writeFileSync(`${file}.${process.pid}.tmp`, tail);
    renameSync(`${file}.${process.pid}.tmp`, file);
    return tail;
  } catch {
    return "";
  }
}
