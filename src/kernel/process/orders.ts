import {deserialize, serialize} from "node:v8";
import type {SessionEvent} from "../session/output.ts";
import type {RunOutcome} from "../session/session.ts";

/** The descriptors over which the server and the process of the user's code speak. */
export const DESCRIPTORS = {reports: 3, orders: 4, wake: 5, answers: 6} as const;

export type CommMessage = {
  kind: "open" | "msg" | "close";
  commId: string;
  targetName: string;
  data: unknown;
  metadata: Record<string, unknown>;
  buffers: Uint8Array[];
};

/** What the server asks of the user's process. `run` numbers whatever puts out anything. */
export type Order =
  | {
      type: "run";
      run: number;
      source: string;
      label: string;
      silent: boolean;
      allowStdin: boolean;
      expressions: Record<string, string>;
    }
  | {type: "comm"; run: number; message: CommMessage}
  | {type: "interrupt"; run: number};

/** What the user's process tells. Run 0 is nobody's. */
export type Report =
  | {type: "ready"}
  | {type: "text"; run: number; name: "stdout" | "stderr"; text: string}
  | {type: "event"; run: number; event: SessionEvent}
  | {type: "done"; run: number; outcome: RunOutcome; expressions: Record<string, unknown>}
  | {type: "called"; run: number}
  | {type: "input"; run: number; prompt: string; password: boolean}
  | {type: "comm"; run: number; message: CommMessage}
  | {type: "interrupted"};

const KINDS = ["value", "stdout", "stderr"] as const;

/**
 * One message as bytes: its length, its kind, and the message; text that a cell writes goes without a detour.
 */
export function encodeFrame(message: Report | Order): Buffer {
  if (message.type === "text") {
    const body = Buffer.byteLength(message.text);
    const frame = Buffer.allocUnsafe(9 + body);
    frame.writeUInt32LE(5 + body, 0);
    frame[4] = KINDS.indexOf(message.name);
    frame.writeUInt32LE(message.run, 5);
    frame.write(message.text, 9);
    return frame;
  }
  const body = serialize(message);
  const head = Buffer.allocUnsafe(5);
  head.writeUInt32LE(1 + body.length, 0);
  head[4] = 0;
  return Buffer.concat([head, body]);
}

/** Puts messages together again from the pieces in which bytes arrive. */
export class FrameReader<M extends Report | Order> {
  #pieces: Buffer[] = [];
  #length = 0;

  push(piece: Buffer): M[] {
    this.#pieces.push(piece);
    this.#length += piece.length;
    const messages: M[] = [];
    for (;;) {
      if (this.#length < 4) return messages;
      const head = this.#gather(4);
      const size = head.readUInt32LE(0);
      if (this.#length < 4 + size) return messages;
      const whole = this.#gather(4 + size);
      messages.push(decodeFrame(whole.subarray(4, 4 + size)) as M);
      this.#pieces = [whole.subarray(4 + size)];
      this.#length -= 4 + size;
    }
  }

  /** The first piece, made at least so long. Pieces are joined once for each message, not once for each piece. */
  #gather(size: number): Buffer {
    const first = this.#pieces[0] as Buffer;
    if (first.length >= size) return first;
    const whole = Buffer.concat(this.#pieces);
    this.#pieces = [whole];
    return whole;
  }
}

function decodeFrame(frame: Buffer): Report | Order {
  const kind = KINDS[frame[0] ?? 0];
  if (kind === "stdout" || kind === "stderr")
    return {type: "text", run: frame.readUInt32LE(1), name: kind, text: frame.toString("utf8", 5)};
  return deserialize(frame.subarray(1)) as Report | Order;
}
