import {KERNEL_USAGE, kernelCommand} from "../kernel/server/command.ts";
import type {Command} from "./command.ts";
import type {ExitCode} from "./failure.ts";

export const kernel: Command = {
  help: KERNEL_USAGE,
  async run(args) {
    const out = (line: string) => process.stdout.write(`${line}\n`);
    const err = (line: string) => process.stderr.write(`${line}\n`);
    return (await kernelCommand(args, {out, err})) as ExitCode;
  },
};
