/**
 * Says that something below a folder changed, not what: whoever is told reads again, and content addresses tell what is new. Changes in folders
 * that hold other people's code or a tool's leavings are not told, nor are logs and reports: what is told of may be writing one.
 */
import { readdirSync, statSync, watch } from "node:fs";
import { join, sep } from "node:path";
import { isForeignFolder } from "./foreign-folders.ts";

export interface FolderWatch {
  close(): void;
}

const POLLING_TIME = 1000;

/** Written by programs as they run, editors among them, and read by nobody here. */
const LEAVINGS = /\.(?:log|out|tmp|swp|swx|pyc|sarif|xml|html)$|~$/;

/** Absolute. */
export type IsIgnored = (path: string) => boolean;

/** `folder` is absolute. */
export function watchFolder(folder: string, onChange: () => void, isIgnored: IsIgnored = () => false): FolderWatch {
  try {
    const watcher = watch(folder, { recursive: true, persistent: true }, (_, name) => {
      if (name === null || !(isForeign(name) || LEAVINGS.test(name) || isIgnored(join(folder, name)))) onChange();
    });
    watcher.on("error", () => undefined);
    return watcher;
  } catch {
    return pollFolder(folder, onChange, { isIgnored });
  }
}

/** For systems that cannot watch (network shares, exhausted watches): compares times and sizes. */
export function pollFolder(
  folder: string,
  onChange: () => void,
  { every = POLLING_TIME, isIgnored = () => false }: { readonly every?: number; readonly isIgnored?: IsIgnored } = {},
): FolderWatch {
  let known = stamp(folder, isIgnored);
  const timer = setInterval(() => {
    const now = stamp(folder, isIgnored);
    if (now !== known) onChange();
    known = now;
  }, every);
  return { close: () => clearInterval(timer) };
}

function isForeign(path: string): boolean {
  return path.split(sep).some(isForeignFolder);
}

/** Differs when a file came, went or was written. */
function stamp(folder: string, isIgnored: IsIgnored): string {
  const parts: string[] = [];
  const visit = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory() && !isForeignFolder(entry.name)) visit(child);
      const isRead = entry.isFile() && !LEAVINGS.test(entry.name) && !isIgnored(child);
      const stats = isRead ? statSync(child, { throwIfNoEntry: false }) : undefined;
      if (stats) parts.push(`${child}\0${stats.mtimeMs}\0${stats.size}`);
    }
  };
  visit(folder);
  return parts.join("\n");
}
