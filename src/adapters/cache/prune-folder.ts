/** Keeps the folder of a cache within a bound by removing what was not used for longest. Two processes may prune at once: a file that is gone already is no loss. */
import type { Stats } from "node:fs";
import { readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../ports/clock.ts";

const PAUSE = 24 * 60 * 60 * 1000;
/** Below the bound by this share, so that the next entry does not prune again. */
const TARGET_SHARE = 0.8;
/** Its time says when the folder was pruned last. */
const MARKER = "pruned";
/** A `.tmp` file older than this was left by a writer that died. */
const ABANDONED = 60 * 60 * 1000;

interface Entry {
  readonly path: string;
  readonly stats: Stats;
}

export async function pruneFolder(folder: string, limitBytes: number, clock: Clock): Promise<void> {
  const now = clock.now();
  const marker = join(folder, MARKER);
  const last = await stat(marker).catch(() => undefined);
  if (last && now - last.mtimeMs < PAUSE) return;
  const entries = await listEntries(folder);
  for (const { path } of chooseVictims(entries, limitBytes, now)) await rm(path, { force: true }).catch(() => undefined);
  await writeFile(marker, "")
    .then(() => utimes(marker, new Date(now), new Date(now)))
    .catch(() => undefined);
}

function chooseVictims(entries: readonly Entry[], limitBytes: number, now: number): readonly Entry[] {
  const victims = entries.filter(({ path, stats }) => path.endsWith(".tmp") && now - stats.mtimeMs > ABANDONED);
  const kept = entries.filter(({ path }) => !path.endsWith(".tmp")).sort((left, right) => left.stats.mtimeMs - right.stats.mtimeMs);
  let total = kept.reduce((sum, { stats }) => sum + stats.size, 0);
  if (total <= limitBytes) return victims;
  for (const entry of kept) {
    if (total <= limitBytes * TARGET_SHARE) break;
    victims.push(entry);
    total -= entry.stats.size;
  }
  return victims;
}

async function listEntries(folder: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const bucket of await readNames(folder)) {
    for (const name of await readNames(join(folder, bucket))) {
      const path = join(folder, bucket, name);
      const stats = await stat(path).catch(() => undefined);
      if (stats?.isFile()) entries.push({ path, stats });
    }
  }
  return entries;
}

async function readNames(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
