/** What the exit codes mean: the command line's contract. */
export const EXIT = {
  /** Something was read and all that was asked for was done. */
  done: 0,
  /** Failed, or nothing could be read. */
  failed: 1,
  /** The command line was not understood. */
  usage: 2,
  /** Done, but some inputs were left out, each with one line on stderr. */
  skipped: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An error with one line that tells the reader what to do. Only main.ts turns it into an exit code. */
export class CliError extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, options: ErrorOptions & {exitCode?: ExitCode} = {}) {
    super(message, options);
    this.name = "CliError";
    this.exitCode = options.exitCode ?? EXIT.failed;
  }
}

/** Wrong usage: the message, then where to read more. */
export function misuse(message: string, command?: string): CliError {
  const help = command === undefined ? "variorum --help" : `variorum ${command} --help`;
  return new CliError(`${message} See ${help}.`, {exitCode: EXIT.usage});
}

const REASONS: Record<string, string> = {
  EACCES: "no permission; choose another place or change its permissions",
  EPERM: "no permission; choose another place or change its permissions",
  EROFS: "the disk is read-only; choose another place",
  ENOSPC: "the disk is full",
  ENOENT: "no such file or folder; check the path",
  EISDIR: "this is a folder; name a file",
  ENOTDIR: "a part of the path is a file; choose another place",
  EEXIST: "something of that name is in the way; choose another place",
};

/** What any error says, never its stack: one line, or as many as a CliError was given; a file system's code becomes what to do. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CliError) return error.message;
  const {code, path} = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : REASONS[code];
  if (reason !== undefined) return path === undefined ? reason : `${path}: ${reason}`;
  return error.message.split("\n")[0] ?? error.name;
}
