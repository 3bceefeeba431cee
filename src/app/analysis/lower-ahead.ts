/**
 * Has other threads read the files that the core is about to ask for: parsing is half of the time that a large project takes, and the core
 * itself cannot wait. Small projects are not worth a thread's start.
 */
import type { LoweredTree } from "../../ports/lowering.ts";
import type { LoadableTree } from "../../ports/source-store.ts";
import { decode } from "../../python/files/python-reader.ts";
import type { LoweredFiles } from "../../syntax/lowered-files.ts";
import type { Engine } from "./engine.ts";
import type { StoredLoweredFiles } from "./stored-lowered-files.ts";

/** Characters of Python that nobody has read yet. A worker takes about 0.15 s to start; this much takes about 0.5 s to parse. */
const WORTHWHILE = 750_000;

export interface FilesReadAhead {
  /** The engine's, and what the threads read. */
  readonly files: LoweredFiles;
  /** Leaves what the threads read to the engine. */
  end(): Promise<void>;
}

export function lowerAhead(tree: LoadableTree, paths: readonly string[], { lowered, lowering, parser }: Engine): FilesReadAhead {
  const unread = lowering ? unreadTexts(tree, paths, lowered) : new Map<string, string>();
  const size = [...unread.values()].reduce((sum, { length }) => sum + length, 0);
  if (!lowering || size < WORTHWHILE) return { files: lowered, end: async () => undefined };
  const ids = [...unread.keys()];
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const ahead = lowering.begin([...unread.values()], parser.parseModule);
  return {
    files: {
      get(id) {
        const index = lowered.has(id) ? undefined : indexes.get(id);
        if (index !== undefined) add(lowered, id, ahead.take(index));
        return lowered.get(id);
      },
      set: lowered.set,
    },
    async end() {
      for (const [index, tree] of await ahead.end()) {
        const id = ids[index];
        if (id !== undefined) add(lowered, id, tree);
      }
    },
  };
}

function add(lowered: StoredLoweredFiles, id: string, tree: LoweredTree): void {
  if (typeof tree === "string") lowered.add(id, tree);
  else lowered.set(id, tree);
}

/** By blob id, each once. */
function unreadTexts(tree: LoadableTree, paths: readonly string[], lowered: StoredLoweredFiles): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const id = tree.id(path);
    const content = tree.read(path);
    if (id === undefined || typeof content === "string" || texts.has(id) || lowered.has(id)) continue;
    const text = decode(content);
    if (text !== undefined) texts.set(id, text);
  }
  return texts;
}
