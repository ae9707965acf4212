import {createHmac, randomUUID, timingSafeEqual} from "node:crypto";

export type Json = Record<string, unknown>;

export type Header = {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
};

/** A message of Jupyter's protocol: whom it goes to or came from, and its parts. */
export type Message = {
  identities: Buffer[];
  header: Header;
  parent: Header | null;
  metadata: Json;
  content: Json;
  buffers: Uint8Array[];
};

export const PROTOCOL_VERSION = "5.5";
const DELIMITER = "<IDS|MSG>";

/** What arrived is no message, or not from who may send one. */
export class WireError extends Error {
  override name = "WireError";
}

/** Signs, reads and writes messages for one connection. */
export class Wire {
  readonly #digest: string;
  readonly #key: string;
  readonly session = randomUUID();

  constructor(digest: string, key: string) {
    this.#digest = digest;
    this.#key = key;
  }

  /**
   * Reads the frames of one message.
   *
   * @throws WireError for frames without delimiter, a wrong signature, parts that are no JSON objects, or a header without type
   */
  decode(frames: readonly Buffer[]): Message {
    const at = frames.findIndex((frame) => frame.length === DELIMITER.length && frame.toString("latin1") === DELIMITER);
    if (at < 0) throw new WireError("a message without delimiter");
    const [signature, ...parts] = frames.slice(at + 1, at + 6);
    if (!signature || parts.length < 4) throw new WireError(`a message of ${parts.length} parts`);
    if (this.#key !== "" && !isSame(signature, Buffer.from(this.#sign(parts), "latin1")))
      throw new WireError("a wrong signature");
    const [header, parent, metadata, content] = parts.map(parseObject) as [Json, Json, Json, Json];
    if (typeof header["msg_type"] !== "string" || typeof header["msg_id"] !== "string")
      throw new WireError("a header without msg_type or msg_id");
    return {
      identities: frames.slice(0, at),
      header: header as Header,
      parent: typeof parent["msg_id"] === "string" ? (parent as Header) : null,
      metadata,
      content,
      buffers: frames.slice(at + 6),
    };
  }

  encode({identities, header, parent, metadata, content, buffers}: Message): (Buffer | Uint8Array)[] {
    const parts = [header, parent ?? {}, metadata, content].map((part) => Buffer.from(JSON.stringify(part)));
    const signature = Buffer.from(this.#key === "" ? "" : this.#sign(parts), "latin1");
    return [...identities, Buffer.from(DELIMITER, "latin1"), signature, ...parts, ...buffers];
  }

  /** A message of this kernel's own. */
  make(type: string, content: Json, parent: Header | null, more: Partial<Message> = {}): Message {
    const header = {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.session,
      username: parent?.username ?? "kernel",
      date: new Date().toISOString(),
      version: PROTOCOL_VERSION,
    };
    return {identities: [], header, parent, metadata: {}, content, buffers: [], ...more};
  }

  #sign(parts: readonly Buffer[]): string {
    const hmac = createHmac(this.#digest, this.#key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }
}

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

function parseObject(part: Buffer): Json {
  let value: unknown;
  try {
    value = JSON.parse(part.toString("utf8"));
  } catch {
    throw new WireError("a part that is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new WireError("a part that is no object");
  return value as Json;
}
