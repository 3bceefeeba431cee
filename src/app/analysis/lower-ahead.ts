/**
 * Reads the files that the core will ask for before it asks, half of them in another thread: parsing is half of the time that a large
 * project takes, and the core itself cannot wait. Small projects are not worth a thread's start.
 */
import type { LoadableTree } from "../../ports/source-store.ts";
import { decode } from "../../python/files/python-reader.ts";
import type { Engine } from "./engine.ts";

/** Bytes of Python that nobody has read yet. A worker takes about 0.15 s to start; this much takes about 0.5 s to parse. */
const WORTHWHILE = 750_000;

interface Unread {
  readonly id: string;
  readonly text: string;
}

export async function lowerAhead(tree: LoadableTree, paths: readonly string[], engine: Engine): Promise<void> {
  if (!engine.lowering) return;
  const unread = paths.flatMap((path) => unreadFile(tree, path, engine) ?? []);
  const total = unread.reduce((sum, { text }) => sum + text.length, 0);
  if (total < WORTHWHILE) return;
  const { theirs, ours } = halve(unread, total);
  const pending = engine.lowering.lower(theirs.map(({ text }) => text));
  // The worker gets its texts before this thread is busy with its own half.
  await new Promise((resolve) => setImmediate(resolve));
  for (const { id, text } of ours) engine.lowered.set(id, engine.parser.parseModule(text));
  const trees = await pending;
  for (const [index, { id }] of theirs.entries()) {
    const module = trees[index];
    if (module) engine.lowered.set(id, module);
  }
}

function unreadFile(tree: LoadableTree, path: string, engine: Engine): Unread | undefined {
  const id = tree.id(path);
  const content = tree.read(path);
  if (id === undefined || typeof content === "string" || engine.lowered.get(id)) return undefined;
  const text = decode(content);
  return text === undefined ? undefined : { id, text };
}

/** A little less than half for the worker, which has to start first and to hand its trees over. */
function halve(unread: readonly Unread[], total: number): { readonly theirs: readonly Unread[]; readonly ours: readonly Unread[] } {
  let size = 0;
  const cut = unread.findIndex(({ text }) => {
    size += text.length;
    return size > total * 0.42;
  });
  return { theirs: unread.slice(0, cut), ours: unread.slice(cut) };
}
