import type {ExitCode} from "./failure.ts";

/** A command of the command line. Its module loads nothing heavy before `run`. */
export interface Command {
  /** One line in the list of commands. */
  summary: string;
  help: string;
  run(args: string[]): Promise<ExitCode>;
}
