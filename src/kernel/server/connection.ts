import {getHashes} from "node:crypto";
import {readFileSync} from "node:fs";

/** Where a kernel listens, as Jupyter's connection file says. */
export type Connection = {
  transport: "tcp" | "ipc";
  ip: string;
  shell_port: number;
  iopub_port: number;
  stdin_port: number;
  control_port: number;
  hb_port: number;
  key: string;
  /** The digest of the signatures, as Node names it ("sha256"). */
  digest: string;
};

export type ChannelName = "shell" | "iopub" | "stdin" | "control" | "hb";

/** The connection file is missing or none; the message says so in one line. */
export class ConnectionError extends Error {
  override name = "ConnectionError";
}

/**
 * Reads and checks a connection file.
 *
 * @throws ConnectionError naming the file and what is wrong with it
 */
export function readConnection(path: string): Connection {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    throw new ConnectionError(`${path}: the connection file cannot be read (${code ?? "error"})`, {cause: error});
  }
  return parseConnection(text, path);
}

/** Checks the text of a connection file; throws as `readConnection` does. */
export function parseConnection(text: string, path: string): Connection {
  const fail = (why: string): never => {
    throw new ConnectionError(`${path}: ${why}`);
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail("the connection file is not JSON");
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) return fail("the connection file is no object");
  const fields = json as Record<string, unknown>;
  const port = (name: string): number => {
    const value = fields[name];
    if (typeof value === "number" && Number.isInteger(value) && value > 0 && value < 65536) return value;
    return fail(`${name} is ${JSON.stringify(value) ?? "missing"}; a port is a number from 1 to 65535`);
  };
  const {transport = "tcp", ip = "127.0.0.1", key = "", signature_scheme: scheme = "hmac-sha256"} = fields;
  if (transport !== "tcp" && transport !== "ipc")
    return fail(`transport is ${JSON.stringify(transport)}; tcp and ipc are known`);
  if (typeof ip !== "string" || typeof key !== "string") return fail("ip and key have to be text");
  const digest = /^hmac-(\w+)$/.exec(String(scheme))?.[1] ?? "";
  if (!getHashes().includes(digest)) return fail(`signature_scheme ${JSON.stringify(scheme)} is not known`);
  return {
    transport,
    ip,
    key,
    digest,
    shell_port: port("shell_port"),
    iopub_port: port("iopub_port"),
    stdin_port: port("stdin_port"),
    control_port: port("control_port"),
    hb_port: port("hb_port"),
  };
}

/** The address of one channel, as ZeroMQ writes it. */
export function addressOf(connection: Connection, channel: ChannelName): string {
  const port = connection[`${channel}_port`];
  const {transport, ip} = connection;
  if (transport === "ipc") return `ipc://${ip}-${port}`;
  return `tcp://${ip.includes(":") ? `[${ip}]` : ip}:${port}`;
}
