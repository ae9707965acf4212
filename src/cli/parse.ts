import {type ParseArgsConfig, parseArgs} from "node:util";
import {misuse} from "./failure.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

type Parsed<T extends Options> = ReturnType<typeof parseArgs<{options: T; allowPositionals: true; strict: true}>>;

/** The arguments of one command; what parseArgs throws becomes one line of wrong usage. */
export function parseCommand<T extends Options>(command: string, args: string[], options: T): Parsed<T> {
  try {
    return parseArgs({args, options, allowPositionals: true, strict: true});
  } catch (error) {
    throw misuse(`${(error as Error).message.split(/[.:] /)[0]}.`, command);
  }
}

/** The value as one of `choices`, or wrong usage that lists them. */
export function parseChoice<T extends string>(command: string, what: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw misuse(`${what} "${value}" is not one of ${choices.join(", ")}.`, command);
  return choice;
}

/** NAME=VALUE; the value is JSON where it reads as JSON, else text. */
export function parseParameter(command: string, text: string): [string, unknown] {
  const at = text.indexOf("=");
  if (at < 1) throw misuse(`--parameter wants NAME=VALUE, not "${text}".`, command);
  const value = text.slice(at + 1);
  try {
    return [text.slice(0, at), JSON.parse(value)];
  } catch {
    return [text.slice(0, at), value];
  }
}
