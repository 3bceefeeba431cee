/** A definition of assets (`AssetsDefinition`): its specs, its op, and what they need. Checks definitions are read here too. */
import type { LibraryObject, Value } from "../../python/value.ts";
import type { AssetNode, EdgeVia } from "../../types/graph-document.ts";
import { type AssetCheckSpec, readAssetCheckSpec } from "./asset-check.ts";
import { type KeyPath, readAssetKey } from "./asset-key.ts";
import { type AssetSpec, readAssetSpec } from "./asset-spec.ts";
import type { AssetsDefinitionKind, AssetsPayload, CompositionPayload, DefinitionId } from "./objects.ts";
import { readBackfillPolicy, readRetryPolicy } from "./policies.ts";
import { gapOf, known, type Listing, type Read, readBool, readListing, readOptionalStr, readStr } from "./read.ts";

const IO_MANAGER_KEY = "dagster/io_manager_key";

export interface AssetsDefinition {
  readonly object: LibraryObject;
  readonly kind: AssetsDefinitionKind;
  readonly execution: AssetsPayload["execution"];
  /** The same object for all that was derived from one definition. */
  readonly id: DefinitionId;
  readonly function: Value | null;
  /** Name of the op or graph; null for external assets. */
  readonly nodeName: Read<string | null>;
  readonly assets: Listing<DefinedAsset>;
  readonly checks: Listing<AssetCheckSpec>;
  readonly inputs: readonly DefinitionInput[];
  readonly canSubset: Read<boolean>;
  readonly computeKind: Read<string | null>;
  /** Of the op, I/O managers not among them. */
  readonly requiredResources: Listing<string>;
  /** Keys of `resource_defs`: provided by the definition itself. */
  readonly providedResources: Listing<string>;
  readonly pool: Read<string | null>;
  readonly retryPolicy: Read<AssetNode["retryPolicy"]>;
  readonly backfillPolicy: Read<AssetNode["backfillPolicy"]>;
}

export interface DefinedAsset {
  readonly object: LibraryObject;
  readonly spec: AssetSpec;
  /** Null where nothing stores the asset. */
  readonly ioManagerKey: Read<string | null>;
}

export interface DefinitionInput {
  readonly name: string;
  readonly key: Read<KeyPath>;
  readonly via: EdgeVia;
  readonly inputManagerKey: Read<string | null>;
}

/** True for what {@link readAssetsDefinition} reads. */
export function isAssetsDefinition(value: Value): value is LibraryObject {
  return value.kind === "object" && (value.payload as AssetsPayload | undefined)?.kind === "assets";
}

export function readAssetsDefinition(object: LibraryObject): AssetsDefinition {
  const payload = object.payload as AssetsPayload;
  const field = (name: string): Value | undefined => object.fields.get(name);
  const node = field("node_def");
  const ofNode = (name: string): Value | undefined => (node?.kind === "object" ? node.fields.get(name) : undefined);
  return {
    object,
    kind: payload.definition,
    execution: payload.execution,
    id: payload.id,
    function: payload.function ?? null,
    nodeName: readOptionalStr(ofNode("name"), "the name of the op"),
    assets: readAssets(field("specs"), payload),
    checks: readListing(field("check_specs"), "check specs", readAssetCheckSpec),
    inputs: payload.inputs.map(({ name, key, via, inputManagerKey }) => ({
      name,
      key: readAssetKey(key),
      via,
      inputManagerKey: readOptionalStr(inputManagerKey, "the key of an input manager"),
    })),
    canSubset: readBool(field("can_subset") ?? { kind: "bool", value: false }, "`can_subset`"),
    computeKind: readOptionalStr(payload.computeKind ?? opTag(ofNode("tags")), "`compute_kind`"),
    requiredResources: readListing(field("required_resource_keys"), "required resources", (item) => readStr(item, "a resource key")),
    providedResources: readListing(field("resource_defs"), "resource definitions", (item) => readStr(item, "a resource key")),
    pool: readPool(node),
    retryPolicy: readRetryPolicy(ofNode("retry_policy")),
    backfillPolicy: readBackfillPolicy(field("backfill_policy")),
  };
}

/** `compute_kind=` is this tag of the op. */
function opTag(tags: Value | undefined): Value | undefined {
  return tags?.kind === "dict"
    ? [...tags.entries.values()].find(({ key }) => key.kind === "str" && key.value === COMPUTE_KIND_TAG)?.value
    : undefined;
}

const COMPUTE_KIND_TAG = "dagster/compute_kind";

/** The pool of the op; of a graph those of all its ops, joined by commas. */
function readPool(node: Value | undefined): Read<string | null> {
  const pools = new Set<string>();
  const visit = (definition: Value | undefined): Read<null> => {
    if (definition?.kind !== "object") return known(null);
    const payload = definition.payload as CompositionPayload | undefined;
    if (payload?.kind === "composition") {
      for (const inner of payload.composition.nodes) {
        const read = visit(inner.definition);
        if (!read.known) return read;
      }
      return known(null);
    }
    const pool = readOptionalStr(definition.fields.get("pool"), "the pool");
    if (!pool.known) return pool;
    if (pool.value !== null) pools.add(pool.value);
    return known(null);
  };
  const read = visit(node);
  return read.known ? known(pools.size > 0 ? [...pools].sort().join(",") : null) : read;
}

/** Each spec with the output that stores it; both lists are in one order. */
function readAssets(specs: Value | undefined, payload: AssetsPayload): Listing<DefinedAsset> {
  const outputs = new Map<Value, Value>();
  if (specs?.kind === "list") {
    for (const [index, spec] of specs.items.entries()) {
      const key = payload.outputs[index]?.ioManagerKey;
      if (key) for (const option of spec.kind === "one-of" ? spec.options : [spec]) outputs.set(option, key);
    }
  }
  return readListing(specs, "specs", (value) => {
    if (value.kind !== "object" || value.type !== "dagster.AssetSpec") return gapOf(value, "an asset spec");
    return known({
      object: value,
      // Read when it is asked for: few ask, and reading a spec is a tenth of the time that a graph takes.
      get spec() {
        return readAssetSpec(value);
      },
      ioManagerKey: readIoManagerKey(value, payload.execution === "unexecutable" ? undefined : (outputs.get(value) ?? DEFAULT_KEY)),
    });
  });
}

const DEFAULT_KEY: Value = { kind: "str", value: "io_manager" };

/** Metadata wins over the output; what is not executed has only metadata. Source: `get_io_manager_key_for_asset_key`. */
export function readIoManagerKey(spec: LibraryObject, ofOutput: Value | undefined): Read<string | null> {
  const metadata = spec.fields.get("metadata");
  const own =
    metadata?.kind === "dict"
      ? [...metadata.entries.values()].find(({ key }) => key.kind === "str" && key.value === IO_MANAGER_KEY)
      : undefined;
  return readOptionalStr(own?.value ?? ofOutput, "the key of the I/O manager");
}
