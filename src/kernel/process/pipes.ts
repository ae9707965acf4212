import {readSync, writeSync} from "node:fs";

const nap = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes all bytes before it returns, so that nothing is lost when the process ends in the next moment, and what a loop
 * prints is seen while it runs.
 */
export function writeNow(descriptor: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) at += again(() => writeSync(descriptor, bytes, at));
}

/** Waits for so many bytes; null when the other side is gone. */
export function readNow(descriptor: number, length: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  let at = 0;
  while (at < length) {
    const read = again(() => readSync(descriptor, bytes, at, length - at, null));
    if (read === 0) return null;
    at += read;
  }
  return bytes;
}

function again(attempt: () => number): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(nap, 0, 0, 1);
    }
  }
}
