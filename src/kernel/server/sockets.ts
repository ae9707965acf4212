import {Reply, Router, XPublisher} from "zeromq";
import {addressOf, type ChannelName, type Connection} from "./connection.ts";

type Frames = (Buffer | Uint8Array)[];

/** What comes in on a kernel's channels. */
export type Listener = {
  receive(channel: "shell" | "control" | "stdin", frames: Buffer[]): void;
  /** A client subscribed to a topic of iopub. */
  welcome(topic: string): void;
};

/** Sends one after the other: ZeroMQ takes no second message while it waits to hand on the first. */
class Sender {
  readonly #send: (frames: Frames) => Promise<void>;
  #last: Promise<void> = Promise.resolve();

  constructor(send: (frames: Frames) => Promise<void>) {
    this.#send = send;
  }

  put(frames: Frames): void {
    this.#last = this.#last.then(() => this.#send(frames)).catch(() => undefined);
  }

  drained(): Promise<void> {
    return this.#last;
  }
}

/** The five sockets of a kernel. */
export class Sockets {
  readonly #routers = {
    shell: new Router({linger: 1000}),
    control: new Router({linger: 1000}),
    stdin: new Router({linger: 1000}),
  };
  readonly #iopub = new XPublisher({linger: 1000, sendHighWaterMark: 0, verbosity: "allSubs"});
  readonly #heartbeat = new Reply({linger: 0});
  readonly #senders: Record<"shell" | "control" | "stdin" | "iopub", Sender>;
  #closed = false;

  constructor() {
    const {shell, control, stdin} = this.#routers;
    // A reply to a client that has gone is dropped; one that is slow must not make the kernel lose what it sends.
    for (const router of [shell, control, stdin]) router.sendHighWaterMark = 0;
    // A client that connects again under its old name takes the place of what is left of it.
    for (const router of [shell, control, stdin]) router.handover = true;
    this.#senders = {
      shell: new Sender((frames) => shell.send(frames)),
      control: new Sender((frames) => control.send(frames)),
      stdin: new Sender((frames) => stdin.send(frames)),
      iopub: new Sender((frames) => this.#iopub.send(frames)),
    };
  }

  /** Binds all channels and hands on what comes in, until `close`. */
  async listen(connection: Connection, listener: Listener): Promise<void> {
    const bind = (socket: Router | Reply | XPublisher, channel: ChannelName) =>
      socket.bind(addressOf(connection, channel));
    const {shell, control, stdin} = this.#routers;
    await Promise.all([
      bind(shell, "shell"),
      bind(control, "control"),
      bind(stdin, "stdin"),
      bind(this.#iopub, "iopub"),
      bind(this.#heartbeat, "hb"),
    ]);
    void this.#watch(async () => {
      for await (const frames of this.#heartbeat) await this.#heartbeat.send(frames);
    });
    void this.#watch(async () => {
      for await (const [frame] of this.#iopub) if (frame?.[0] === 1) listener.welcome(frame.toString("utf8", 1));
    });
    for (const channel of ["control", "shell", "stdin"] as const)
      void this.#watch(async () => {
        for await (const frames of this.#routers[channel]) listener.receive(channel, frames);
      });
  }

  send(channel: "shell" | "control" | "stdin" | "iopub", frames: Frames): void {
    if (!this.#closed) this.#senders[channel].put(frames);
  }

  /** Waits until all was sent, then closes. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.#senders).map((sender) => sender.drained()));
    this.#closed = true;
    for (const socket of [...Object.values(this.#routers), this.#iopub, this.#heartbeat]) socket.close();
  }

  async #watch(loop: () => Promise<void>): Promise<void> {
    while (!this.#closed) {
      try {
        await loop();
      } catch (error) {
        if (!this.#closed) process.stderr.write(`variorum kernel: ${String(error)}\n`);
      }
      await new Promise((done) => setImmediate(done));
    }
  }
}
