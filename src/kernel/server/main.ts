// What a kernelspec starts: node main.cjs CONNECTION_FILE
import module from "node:module";
import {readConnection} from "./connection.ts";
import {UserProcess} from "./user-process.ts";

/**
 * Serves one connection until a client shuts the kernel down.
 *
 * @returns the exit code: 0 after a shutdown, 1 with one line on stderr for a connection that cannot be had
 */
export async function startKernel(connectionFile: string): Promise<number> {
  let userProcess: UserProcess | null = null;
  try {
    const connection = readConnection(connectionFile);
    // The process of the cells starts while the sockets' library is still being loaded.
    userProcess = new UserProcess();
    useCompileCache();
    const {Kernel} = await import("./kernel.ts");
    const kernel = new Kernel(connection, userProcess);
    process.on("SIGINT", () => kernel.interrupt());
    process.on("SIGTERM", () => void kernel.shutdown());
    await kernel.start();
    await kernel.closed;
    return 0;
  } catch (error) {
    userProcess?.kill();
    process.stderr.write(`variorum kernel: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** Node has one from version 22.1 on. */
function useCompileCache(): void {
  const {enableCompileCache} = module as {enableCompileCache?: () => unknown};
  enableCompileCache?.();
}

/** ZeroMQ sends what it still holds when Node ends by itself, and not when it is told to; but nothing may keep it from ending. */
function leave(code: number): void {
  process.exitCode = code;
  setTimeout(() => process.exit(code), LONGEST_FAREWELL_MS).unref();
}

const LONGEST_FAREWELL_MS = 2000;
const isMain = process.argv[1] !== undefined && /[\\/]kernel[\\/]server[\\/]main\.c?[jt]s$/.test(process.argv[1]);
if (isMain) {
  const file = process.argv[2];
  if (file === undefined) {
    process.stderr.write("usage: main.cjs CONNECTION_FILE\n");
    process.exit(2);
  }
  void startKernel(file).then(leave);
}
