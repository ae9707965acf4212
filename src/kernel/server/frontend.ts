import type {Sockets} from "./sockets.ts";
import {Streams} from "./streams.ts";
import type {Header, Json, Message, Wire} from "./wire.ts";

export type Request = {channel: "shell" | "control" | "stdin"; message: Message};

type Extra = {metadata?: Json; buffers?: Uint8Array[]};

/** The kernel's side of the conversation: replies to who asked, and publishes to all. */
export class Frontend {
  readonly #wire: Wire;
  readonly #sockets: Sockets;
  readonly #streams: Streams<Header>;

  constructor(wire: Wire, sockets: Sockets) {
    this.#wire = wire;
    this.#sockets = sockets;
    this.#streams = new Streams((parent, name, text) => this.#put("stream", {name, text}, parent));
  }

  /** Answers a request on the channel where it came in. */
  reply({channel, message}: Request, content: Json, extra: Extra = {}): void {
    const type = message.header.msg_type.replace(/_request$/, "_reply");
    const reply = this.#wire.make(type, content, message.header, {identities: message.identities, ...extra});
    this.#sockets.send(channel, this.#wire.encode(reply));
  }

  /** Tells every client; text that waited goes first. */
  publish(type: string, content: Json, parent: Header | null, extra: Extra = {}): void {
    this.#streams.flush();
    this.#put(type, content, parent, extra);
  }

  stream(parent: Header, name: "stdout" | "stderr", text: string): void {
    this.#streams.write(parent, name, text);
  }

  status(state: "starting" | "busy" | "idle", parent: Header | null): void {
    this.publish("status", {execution_state: state}, parent);
  }

  /** Asks the client that sent a request, and no other. */
  ask({message}: Request, prompt: string, password: boolean): void {
    const {identities, header} = message;
    const request = this.#wire.make("input_request", {prompt, password}, header, {identities});
    this.#sockets.send("stdin", this.#wire.encode(request));
  }

  welcome(topic: string): void {
    const message = this.#wire.make("iopub_welcome", {subscription: topic}, null, {identities: [Buffer.from(topic)]});
    this.#sockets.send("iopub", this.#wire.encode(message));
  }

  #put(type: string, content: Json, parent: Header | null, extra: Extra = {}): void {
    const message = this.#wire.make(type, content, parent, {identities: [Buffer.from(type)], ...extra});
    this.#sockets.send("iopub", this.#wire.encode(message));
  }
}
