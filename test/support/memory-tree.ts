/** A loadable tree from literal files, which notes what was asked of it. */
import { blobId } from "../../src/adapters/files/blob-id.ts";
import { createLoadableTree } from "../../src/adapters/files/loadable-tree.ts";
import type { LoadableTree } from "../../src/ports/source-store.ts";

export interface MemoryTree extends LoadableTree {
  /** The batches that were loaded, in order. */
  readonly batches: readonly (readonly string[])[];
}

export function createMemoryTree(files: Readonly<Record<string, string>>): MemoryTree {
  const batches: (readonly string[])[] = [];
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const tree = createLoadableTree({
    ids: new Map([...bytes].map(([path, content]) => [path, blobId(content)])),
    async fetch(paths) {
      batches.push(paths);
      return new Map(paths.flatMap((path) => (bytes.has(path) ? [[path, { bytes: bytes.get(path) ?? new Uint8Array() }] as const] : [])));
    },
  });
  return { ...tree, batches };
}
