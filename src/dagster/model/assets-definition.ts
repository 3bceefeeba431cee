/** A definition of assets (`AssetsDefinition`) as far as its assets do not say it themselves: its op and what that needs. */

import type { DictValue, LibraryObject, Value } from "../../python/value.ts";
import type { AssetNode } from "../../types/graph-document.ts";
import type { AssetsPayload } from "./objects.ts";
import { payloadOf } from "./payload.ts";
import { readBackfillPolicy, readRetryPolicy } from "./policies.ts";
import { known, type Listing, type Read, readListing, readOptionalStr, readStr } from "./read.ts";

const IO_MANAGER_KEY = "dagster/io_manager_key";

/** What the op of a definition needs and how it runs; what the definition claims stands in its claims. */
export interface AssetsDefinition {
  /** The I/O manager of a spec's output, in the order of the specs; nothing stores an asset without one. */
  readonly outputs: AssetsPayload["outputs"];
  readonly isExecutable: boolean;
  readonly computeKind: Read<string | null>;
  /** Of the op, I/O managers not among them. */
  readonly requiredResources: Listing<string>;
  /** Keys under which its ops load what they take and store what they give, as far as they are known. */
  readonly ioManagers: readonly string[];
  readonly pool: Read<string | null>;
  readonly retryPolicy: Read<AssetNode["retryPolicy"]>;
  readonly backfillPolicy: Read<AssetNode["backfillPolicy"]>;
}

/** True for what {@link readAssetsDefinition} reads. */
export function isAssetsDefinition(value: Value): value is LibraryObject {
  return payloadOf(value, "assets") !== undefined;
}

export function readAssetsDefinition(object: LibraryObject): AssetsDefinition {
  const payload = object.payload as AssetsPayload;
  const node = object.fields.get("node_def");
  const ofNode = (name: string): Value | undefined => (node?.kind === "object" ? node.fields.get(name) : undefined);
  return {
    outputs: payload.outputs,
    isExecutable: payload.execution !== "unexecutable",
    computeKind: readOptionalStr(payload.computeKind ?? opTag(ofNode("tags")), "`compute_kind`"),
    requiredResources: readListing(object.fields.get("required_resource_keys"), "required resources", (item) =>
      readStr(item, "a resource key"),
    ),
    ioManagers: ioManagersOf(payload, node),
    pool: readPool(node),
    retryPolicy: readRetryPolicy(ofNode("retry_policy")),
    backfillPolicy: readBackfillPolicy(object.fields.get("backfill_policy")),
  };
}

/** `compute_kind=` is this tag of the op. */
function opTag(tags: Value | undefined): Value | undefined {
  return tags?.kind === "dict" ? entryOf(tags, COMPUTE_KIND_TAG) : undefined;
}

const COMPUTE_KIND_TAG = "dagster/compute_kind";

/** The pool of the op; of a graph those of all its ops, joined by commas. */
function readPool(node: Value | undefined): Read<string | null> {
  const pools = new Set<string>();
  for (const op of opsOf(node)) {
    const pool = readOptionalStr(op.fields.get("pool"), "the pool");
    if (!pool.known) return pool;
    if (pool.value !== null) pools.add(pool.value);
  }
  return known(pools.size > 0 ? [...pools].sort().join(",") : null);
}

/** Of a graph they are those of its ops, between which values are stored too; what loads the graph's own inputs is not asked for. */
function ioManagersOf(payload: AssetsPayload, node: Value | undefined): readonly string[] {
  const keys = payloadOf(node, "composition")
    ? opsOf(node).flatMap((op) => [
        ...fieldOfEach(op.fields.get("ins"), "input_manager_key"),
        ...fieldOfEach(op.fields.get("outs"), "io_manager_key"),
      ])
    : [...payload.inputs.map(({ inputManagerKey }) => inputManagerKey), ...payload.outputs.map(({ ioManagerKey }) => ioManagerKey)];
  return keys.flatMap((key) => (key?.kind === "str" ? [key.value] : []));
}

/** The op itself, or all those within a graph. */
function opsOf(node: Value | undefined): readonly LibraryObject[] {
  if (node?.kind !== "object") return [];
  const composed = payloadOf(node, "composition");
  return composed ? composed.composition.nodes.flatMap(({ definition }) => opsOf(definition)) : [node];
}

function fieldOfEach(mapping: Value | undefined, field: string): readonly (Value | undefined)[] {
  if (mapping?.kind !== "dict") return [];
  return [...mapping.entries.values()].map(({ value }) => (value.kind === "object" ? value.fields.get(field) : undefined));
}

/** Metadata wins over the output; what is not executed has only metadata. Source: `get_io_manager_key_for_asset_key`. */
export function readIoManagerKey(spec: LibraryObject, ofOutput: Value | undefined): Read<string | null> {
  const metadata = spec.fields.get("metadata");
  const own = metadata?.kind === "dict" ? entryOf(metadata, IO_MANAGER_KEY) : undefined;
  return readOptionalStr(own ?? ofOutput, "the key of the I/O manager");
}

function entryOf(mapping: DictValue, name: string): Value | undefined {
  for (const { key, value } of mapping.entries.values()) if (key.kind === "str" && key.value === name) return value;
  return undefined;
}
