/**
 * The dialogue with a core that cannot wait: it computes with the files it has and names those it lacks, they are loaded in one batch,
 * and it computes again.
 */
import type { LoadableTree } from "../../ports/source-store.ts";

/** Real projects settle in two or three; a chain of files that name files is cut here, and stays unresolved in the answer. */
export const MAXIMUM_ROUNDS = 10;

/**
 * Calls `compute` until it needs nothing that `tree` can give. Also ends when a round brought nothing new: files that are too large to load
 * stay needed for ever.
 */
export async function computeInRounds<Result extends { readonly needs: readonly string[] }>(
  tree: LoadableTree,
  compute: () => Result,
): Promise<Result> {
  let result = compute();
  for (let round = 1; round < MAXIMUM_ROUNDS && result.needs.length > 0; round += 1) {
    await tree.load(result.needs);
    if (result.needs.every((path) => tree.read(path) === "not-loaded")) return result;
    result = compute();
  }
  return result;
}
