import {randomUUID} from "node:crypto";
import {currentRun} from "../session/output.ts";
import type {CommMessage} from "./orders.ts";

export type CommOptions = {metadata?: Record<string, unknown>; buffers?: Uint8Array[]};
export type CommListener = (data: unknown, buffers: Uint8Array[]) => unknown;

type Send = (run: number, message: CommMessage) => void;

/** One line between this session and something in the notebook's page: a widget, an extension. */
export class Comm {
  readonly id: string;
  readonly target: string;
  readonly #send: (kind: CommMessage["kind"], data: unknown, options: CommOptions) => void;
  /** Called with what the page sends. */
  onMessage: CommListener = () => undefined;
  onClose: CommListener = () => undefined;

  constructor(id: string, target: string, send: Send) {
    this.id = id;
    this.target = target;
    this.#send = (kind, data, {metadata = {}, buffers = []}) =>
      send(currentRun()?.cell ?? 0, {kind, commId: id, targetName: target, data, metadata, buffers});
  }

  send(data: unknown, options: CommOptions = {}): void {
    this.#send("msg", data, options);
  }

  open(data: unknown, options: CommOptions = {}): void {
    this.#send("open", data, options);
  }

  close(data: unknown = {}, options: CommOptions = {}): void {
    this.#send("close", data, options);
  }
}

/** The comms of one process: those that cells opened, and those that the page opened for a target that a cell registered. */
export class Comms {
  readonly #open = new Map<string, Comm>();
  readonly #targets = new Map<string, (comm: Comm, data: unknown, buffers: Uint8Array[]) => unknown>();
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = (run, message) => {
      if (message.kind === "close") this.#open.delete(message.commId);
      send(run, message);
    };
  }

  /** Opens a comm to what the page knows under a name. */
  open(target: string, data: unknown = {}, options: CommOptions = {}): Comm {
    const comm = new Comm(randomUUID(), target, this.#send);
    this.#open.set(comm.id, comm);
    comm.open(data, options);
    return comm;
  }

  /** Says what happens when the page opens a comm for a name. */
  register(target: string, opened: (comm: Comm, data: unknown, buffers: Uint8Array[]) => unknown): void {
    this.#targets.set(target, opened);
  }

  /** Hands a message of the page to whom it is for. */
  receive({kind, commId, targetName, data, buffers}: CommMessage): unknown {
    if (kind === "open") {
      const comm = new Comm(commId, targetName, this.#send);
      const opened = this.#targets.get(targetName);
      if (!opened) {
        comm.close({error: `no cell registered the comm target '${targetName}'`});
        return undefined;
      }
      this.#open.set(commId, comm);
      return opened(comm, data, buffers);
    }
    const comm = this.#open.get(commId);
    if (kind === "close") this.#open.delete(commId);
    return kind === "close" ? comm?.onClose(data, buffers) : comm?.onMessage(data, buffers);
  }
}
