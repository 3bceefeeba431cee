/**
 * Says that something below a folder changed, not what: whoever is told reads again, and content addresses tell what is new. Changes in folders
 * that hold other people's code or a tool's leavings are not told.
 */
import { readdirSync, statSync, watch } from "node:fs";
import { join, sep } from "node:path";
import { isForeignFolder } from "./foreign-folders.ts";

export interface FolderWatch {
  close(): void;
}

const POLLING_TIME = 1000;

/** `folder` is absolute. */
export function watchFolder(folder: string, onChange: () => void): FolderWatch {
  try {
    const watcher = watch(folder, { recursive: true, persistent: true }, (_, name) => {
      if (name === null || !isForeign(name)) onChange();
    });
    watcher.on("error", () => undefined);
    return watcher;
  } catch {
    return pollFolder(folder, onChange);
  }
}

/** For systems that cannot watch (network shares, exhausted watches): compares times and sizes. */
export function pollFolder(folder: string, onChange: () => void, every = POLLING_TIME): FolderWatch {
  let known = stamp(folder);
  const timer = setInterval(() => {
    const now = stamp(folder);
    if (now !== known) onChange();
    known = now;
  }, every);
  return { close: () => clearInterval(timer) };
}

function isForeign(path: string): boolean {
  return path.split(sep).some(isForeignFolder);
}

/** Differs when a file came, went or was written. */
function stamp(folder: string): string {
  const parts: string[] = [];
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory() && !isForeignFolder(entry.name)) visit(child);
      const stats = entry.isFile() ? statSync(child, { throwIfNoEntry: false }) : undefined;
      if (stats) parts.push(`${child}\0${stats.mtimeMs}\0${stats.size}`);
    }
  };
  visit(folder);
  return parts.join("\n");
}
