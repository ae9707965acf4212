import type {ExitCode} from "./failure.ts";

/** A command of the command line. Its module loads nothing heavy before `run`. */
export interface Command {
  help: string;
  run(args: string[]): Promise<ExitCode>;
}
