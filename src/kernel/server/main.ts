// What a kernelspec starts: node main.js CONNECTION_FILE
import {readConnection} from "./connection.ts";
import {Kernel} from "./kernel.ts";

/**
 * Serves one connection until a client shuts the kernel down.
 *
 * @returns the exit code: 0 after a shutdown, 1 with one line on stderr for a connection that cannot be had
 */
export async function startKernel(connectionFile: string): Promise<number> {
  try {
    const kernel = new Kernel(readConnection(connectionFile));
    process.on("SIGINT", () => kernel.interrupt());
    process.on("SIGTERM", () => void kernel.shutdown());
    await kernel.start();
    await kernel.closed;
    return 0;
  } catch (error) {
    process.stderr.write(`variorum kernel: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

const isMain = process.argv[1] !== undefined && /[\\/]kernel[\\/]server[\\/]main\.[jt]s$/.test(process.argv[1]);
if (isMain) {
  const file = process.argv[2];
  if (file === undefined) {
    process.stderr.write("usage: main.js CONNECTION_FILE\n");
    process.exit(2);
  }
  process.exit(await startKernel(file));
}
