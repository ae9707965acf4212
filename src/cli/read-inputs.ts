import {type Corpus, readCorpus} from "../corpus/read-corpus.ts";
import {CliError, EXIT, type ExitCode, misuse} from "./failure.ts";
import type {Progress} from "./progress.ts";

/** Reads the inputs of a command; one line on stderr for each that was left out. Fails when not one article could be read. */
export async function readInputs(command: string, inputs: readonly string[], progress: Progress): Promise<Corpus> {
  if (inputs.length === 0) throw misuse("No input: name files or folders with articles.", command);
  progress.step("reading the articles");
  const corpus = readCorpus(inputs);
  if (corpus.corrections.length > 0) {
    const {checkCorrections} = await import("../compare/corrections.ts");
    corpus.skipped.push(...checkCorrections(corpus));
  }
  for (const {path, reason} of corpus.skipped) progress.note(`variorum: skipped ${path}: ${reason}`);
  if (corpus.articles.length > 0) return corpus;
  const where = inputs.length === 1 ? inputs[0] : `any of the ${inputs.length} inputs`;
  throw new CliError(`no article could be read from ${where}; articles are .txt files or lines of a .jsonl file`);
}

/** 3 when some inputs were left out, else 0. */
export function exitCodeOf({skipped}: Corpus): ExitCode {
  return skipped.length > 0 ? EXIT.skipped : EXIT.done;
}
