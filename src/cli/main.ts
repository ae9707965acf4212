#!/usr/bin/env node
import {readFileSync} from "node:fs";
import type {Command} from "./command.ts";
import {CliError, describeError, EXIT, type ExitCode, misuse} from "./failure.ts";

/** Each command is loaded when it is called: `variorum table` starts without a chart, a notebook or a socket. */
const COMMANDS: Record<string, {summary: string; load: () => Promise<Command>}> = {
  table: {summary: "write one table of what the articles say", load: async () => (await import("./table.ts")).table},
  report: {summary: "compare articles and write the reports", load: async () => (await import("./report.ts")).report},
  kernel: {
    summary: "install, uninstall or start the Jupyter kernel",
    load: async () => (await import("./kernel.ts")).kernel,
  },
  lab: {summary: "open JupyterLab with the kernel", load: async () => (await import("./lab.ts")).lab},
  notebook: {summary: "run notebooks", load: async () => (await import("./notebook.ts")).notebook},
};

const HELP = `variorum compares how different outlets report the same event.

Usage: variorum COMMAND [arguments]

Commands:
${Object.entries(COMMANDS)
  .map(([name, {summary}]) => `  ${name.padEnd(12)}${summary}`)
  .join("\n")}

variorum COMMAND --help tells more. --version prints the version.

Exit codes: 0 done; 1 failed, or nothing could be read; 2 wrong usage; 3 done, some inputs skipped.
`;

async function run(args: string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? process.stderr : process.stdout).write(HELP);
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  if (name === "--version" || name === "-v") {
    process.stdout.write(`${readVersion()}\n`);
    return EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw misuse(`There is no command "${name}".`);
  const {help, run: runCommand} = await command.load();
  if (rest.includes("--help") || rest.includes("-h")) {
    process.stdout.write(help);
    return EXIT.done;
  }
  return runCommand(rest);
}

function readVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as {version: string}).version;
}

/** The one place that exits. A closed pipe (`| head`) is no failure. */
function leave(error: unknown): never {
  const {code} = error as NodeJS.ErrnoException;
  if (code === "EPIPE" || code === "ERR_STREAM_PREMATURE_CLOSE") process.exit(EXIT.done);
  process.stderr.write(`variorum: ${describeError(error)}\n`);
  process.exit(error instanceof CliError ? error.exitCode : EXIT.failed);
}

process.stdout.on("error", leave);
process.stderr.on("error", () => {});
process.exitCode = await run(process.argv.slice(2)).catch(leave);
