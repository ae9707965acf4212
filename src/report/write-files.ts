import {randomUUID} from "node:crypto";
import {mkdir, rename, rm, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";

/** What writing a report does to the world; a test hands in its own. */
export interface FileEffects {
  mkdir(path: string): Promise<void>;
  write(path: string, content: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** One line about each file that was written. */
  log(line: string): void;
}

export const diskEffects: FileEffects = {
  mkdir: async (path) => void (await mkdir(path, {recursive: true})),
  write: (path, content) => writeFile(path, content),
  rename,
  remove: (path) => rm(path, {force: true}),
  log: () => {},
};

/**
 * Writes files into a folder so that a reader never meets half of one: each is written beside its place under a name that no other run
 * takes, and they are moved there, one after the other, only once every one is whole. When one cannot be written, what was there before
 * stays; when one cannot be moved, those before it are new already and the rest are old. Nothing is left beside them; folders are.
 *
 * @throws Error as the file system gives it.
 */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
  effects: FileEffects = diskEffects,
): Promise<void> {
  const run = randomUUID().slice(0, 8);
  const targets = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    return {path, part: join(dirname(path), `.${basename(path)}.${run}.part`), content};
  });
  try {
    for (const {path, part, content} of targets) {
      await effects.mkdir(dirname(path));
      await effects.write(part, content);
    }
    for (const {path, part} of targets) {
      await effects.rename(part, path);
      effects.log(path);
    }
  } catch (error) {
    await Promise.allSettled(targets.map(({part}) => effects.remove(part)));
    throw error;
  }
}
