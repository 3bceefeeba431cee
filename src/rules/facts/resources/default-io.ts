/**
 * Whether what an asset returns is kept as it is: by Dagster's default I/O manager, or another that stores whole Python values. Another may convert, or
 * load what the asset wrote itself.
 */
import type { GraphAsset, RepositoryGraph, ResolvedDependency } from "../../../dagster/loading/graph/asset-graph.ts";
import type { Value } from "../../../python/value.ts";

/** The key of the I/O manager that Dagster itself brings. */
export const DEFAULT_IO_MANAGER = "io_manager";

/** They pickle, or keep the value in memory. */
const KEEPING: ReadonlySet<string> = new Set(["dagster.FilesystemIOManager", "dagster.InMemoryIOManager"]);

/** False where it is not known. */
export function isKeptAsItIs(
  { claim }: GraphAsset,
  { parameter }: ResolvedDependency,
  consumer: GraphAsset,
  graph: RepositoryGraph,
): boolean {
  const outputs = claim?.payload?.outputs ?? [];
  const own = [claim, consumer.claim].map((each) => each?.object.fields.get("resource_defs"));
  const input = consumer.claim?.payload?.inputs.find(({ name }) => name === parameter);
  return (
    outputs.length > 0 &&
    outputs.every(({ ioManagerKey: key }) => key.kind === "str" && key.value === DEFAULT_IO_MANAGER) &&
    isNone(input?.inputManagerKey) &&
    own.every((defs) => isNone(defs) || (defs?.kind === "dict" && defs.complete && defs.entries.size === 0)) &&
    graph.gaps.resources.length === 0 &&
    graph.resources.every(({ key, value }) => key !== DEFAULT_IO_MANAGER || (value.kind === "object" && KEEPING.has(value.type)))
  );
}

function isNone(value: Value | undefined): boolean {
  return value === undefined || value.kind === "none";
}
