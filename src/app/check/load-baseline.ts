/** The findings that a tree says are accepted. A file that is not there accepts nothing; what is wrong with one is a finding about it. */
import { type ParsedBaseline, parseBaseline } from "../../configuration/baseline-file.ts";
import type { LoadableTree } from "../../ports/source-store.ts";

/** `path` is relative to the repository root; null: no baseline. */
export async function loadBaseline(tree: LoadableTree, path: string | null): Promise<ParsedBaseline> {
  if (path === null || !tree.has(path)) return { entries: [], diagnostics: [] };
  await tree.load([path]);
  const content = tree.read(path);
  return typeof content === "string" ? { entries: [], diagnostics: [] } : parseBaseline(new TextDecoder().decode(content), path);
}
