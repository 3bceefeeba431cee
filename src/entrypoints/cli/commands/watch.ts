/**
 * Runs a check again whenever a file changes, until the process is interrupted. Where the system cannot watch folders recursively, nothing is
 * lost but comfort: the folders are looked over every second.
 */
import { realpath, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type FolderWatch, watchFolder } from "../../../adapters/files/watch-folder.ts";
import type { CliIo, ExitCode } from "../io.ts";

/** Editors write a file in several steps, and `git checkout` writes many. */
const QUIET_TIME = 150;

const CLEAR = "\u001b[2J\u001b[3J\u001b[H";

export interface Watching {
  /** Folders and files. */
  readonly paths: readonly string[];
  /** Where each check writes what it found: that is no change. */
  readonly output: string | undefined;
  readonly io: CliIo;
}

/** Resolves with 0 when the user interrupts it. A run that fails does not end the watching: the next change may mend it. */
export async function watchAndCheck({ paths, output, io }: Watching, check: () => Promise<ExitCode>): Promise<ExitCode> {
  const written = output === undefined ? undefined : resolve(io.cwd, output);
  let wake: () => void = () => undefined;
  let changed = false;
  const watches: FolderWatch[] = [];
  const onChange = () => {
    changed = true;
    wake();
  };
  for (const folder of await foldersOf(paths, io)) watches.push(watchFolder(folder, onChange, (path) => path === written));
  let interrupted = false;
  void io.interrupted?.().then(() => {
    interrupted = true;
    wake();
  });
  try {
    while (!interrupted) {
      changed = false;
      if (io.interactive) io.stdout(CLEAR);
      await attempt(check, io);
      io.stderr("Watching for changes; Ctrl-C ends it.\n");
      while (!interrupted && !changed) await new Promise<void>((settle) => (wake = settle));
      for (; !interrupted && changed; await pause(QUIET_TIME)) changed = false;
      changed = false;
    }
    return 0;
  } finally {
    for (const watch of watches) watch.close();
  }
}

async function attempt(check: () => Promise<ExitCode>, io: CliIo): Promise<void> {
  try {
    await check();
  } catch (error) {
    io.stderr(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, milliseconds));
}

async function foldersOf(paths: readonly string[], io: CliIo): Promise<readonly string[]> {
  const folders = (paths.length === 0 ? ["."] : paths).map(async (path) => {
    const target = await realpath(resolve(io.cwd, path));
    return (await stat(target)).isDirectory() ? target : dirname(target);
  });
  return [...new Set(await Promise.all(folders))];
}
