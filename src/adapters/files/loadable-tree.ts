/** A loadable tree over a listing: paths are known at once, bytes come by the batch from wherever `fetch` finds them. */
import { indexPaths } from "../../base/path-index.ts";
import type { LoadableTree } from "../../ports/source-store.ts";

export interface LoadedFile {
  readonly bytes: Uint8Array;
  /** Content address; the listing's when absent. */
  readonly id?: string;
}

export interface TreeListing {
  /** Every path; the content address where it is known before the bytes are. */
  readonly ids: ReadonlyMap<string, string | undefined>;
  /** The bytes of `paths`, all of them listed. What it leaves out stays `not-loaded`; `"absent"` is a file that has gone since it was listed. */
  fetch(paths: readonly string[]): Promise<ReadonlyMap<string, LoadedFile | "absent">>;
}

export function createLoadableTree(listing: TreeListing): LoadableTree {
  const loaded = new Map<string, LoadedFile | "absent">();
  return {
    ...indexPaths(listing.ids.keys()),
    read(path) {
      if (!listing.ids.has(path)) return "absent";
      const file = loaded.get(path);
      if (file === undefined) return "not-loaded";
      return file === "absent" ? "absent" : file.bytes;
    },
    id(path) {
      const file = loaded.get(path);
      return (file === "absent" ? undefined : file?.id) ?? listing.ids.get(path);
    },
    async load(paths) {
      const wanted = new Set(paths.filter((path) => listing.ids.has(path) && !loaded.has(path)));
      if (wanted.size === 0) return;
      for (const [path, file] of await listing.fetch([...wanted])) loaded.set(path, file);
    },
  };
}
