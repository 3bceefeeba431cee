/**
 * Reads the files that the core will ask for before it asks, with the help of other threads: parsing is half of the time that a large
 * project takes, and the core itself cannot wait. Small projects are not worth a thread's start.
 */
import type { LoadableTree } from "../../ports/source-store.ts";
import { decode } from "../../python/files/python-reader.ts";
import type { Engine } from "./engine.ts";

/** Characters of Python that nobody has read yet. A worker takes about 0.15 s to start; this much takes about 0.5 s to parse. */
const WORTHWHILE = 750_000;

interface Unread {
  readonly id: string;
  readonly text: string;
}

export async function lowerAhead(tree: LoadableTree, paths: readonly string[], engine: Engine): Promise<void> {
  if (!engine.lowering) return;
  const unread = paths.flatMap((path) => unreadFile(tree, path, engine) ?? []);
  if (unread.reduce((sum, { text }) => sum + text.length, 0) < WORTHWHILE) return;
  const trees = await engine.lowering.lower(
    unread.map(({ text }) => text),
    engine.parser.parseModule,
  );
  for (const [index, module] of trees.entries()) {
    const file = unread[index];
    if (file) engine.lowered.set(file.id, module);
  }
}

function unreadFile(tree: LoadableTree, path: string, engine: Engine): Unread | undefined {
  const id = tree.id(path);
  const content = tree.read(path);
  if (id === undefined || typeof content === "string" || engine.lowered.get(id)) return undefined;
  const text = decode(content);
  return text === undefined ? undefined : { id, text };
}
