/** Files as fixes have left them so far: what they were, what they are, and the edits between, composed over all passes. */

import { compareKeys } from "../base/order.ts";
import type { SourceTree } from "../base/source-tree.ts";
import { applyEdits, composeEdits, type TextEdit } from "../base/text-edit.ts";
import type { FileEdit } from "../diagnostics/diagnostic.ts";
import type { FileChange } from "./change-set.ts";

export interface FixedFiles {
  /** False where a file is not UTF-8, so that it could not be written back as it was, or is not there. */
  canEdit(edits: readonly FileEdit[]): boolean;
  /** Another state: these edits made to this one. */
  with(edits: ReadonlyMap<string, readonly TextEdit[]>): FixedFiles;
  /** By path. */
  texts(): ReadonlyMap<string, string>;
  /** Of the original files; by path, without what came back to what it was. */
  changes(): readonly FileChange[];
}

interface FixedFile {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
}

export function createFixedFiles(tree: SourceTree): FixedFiles {
  return fixedFiles(tree, new Map());
}

function fixedFiles(tree: SourceTree, files: ReadonlyMap<string, FixedFile>): FixedFiles {
  const fileAt = (path: string): FixedFile | undefined => {
    const known = files.get(path);
    const text = known === undefined ? textOf(tree, path) : undefined;
    return known ?? (text === undefined ? undefined : { before: text, after: text, edits: [] });
  };
  return {
    canEdit: (edits) => edits.every(({ path, end }) => end <= (fileAt(path)?.after.length ?? -1)),
    with(edits) {
      const next = new Map(files);
      for (const [path, own] of edits) {
        const file = fileAt(path);
        if (file) next.set(path, { ...file, after: applyEdits(file.after, own), edits: composeEdits(file.before, file.edits, own) });
      }
      return fixedFiles(tree, next);
    },
    texts: () => new Map([...files].map(([path, { after }]) => [path, after])),
    changes: () =>
      [...files]
        .filter(([, { before, after }]) => before !== after)
        .sort(([left], [right]) => compareKeys(left, right))
        .map(([path, file]) => ({ path, ...file })),
  };
}

function textOf(tree: SourceTree, path: string): string | undefined {
  const content = tree.read(path);
  if (typeof content === "string") return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}
