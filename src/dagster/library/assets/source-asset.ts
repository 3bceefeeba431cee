/**
 * `SourceAsset` and `@observable_source_asset`. Both end as an `AssetsDefinition` of one external key, observable when a function
 * stands behind. Source: `create_external_asset_from_source_asset` of dagster 1.13.
 */
import type { CallContext, TypeModel } from "../../../python/library.ts";
import { dict, NONE, native, set, str } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { toPythonIdentifier } from "../../model/asset-key.ts";
import type { AssetsPayload } from "../../model/objects.ts";
import { construct, copy, isEmpty, orElse } from "../construct.ts";
import { signatureOfFunction } from "../function-signature.ts";
import type { Models } from "../models.ts";
import { type Bound, bind } from "../signature.ts";
import { keyForDecorator } from "./asset.ts";
import { coerceToAssetKey, knownPath } from "./asset-key.ts";
import { mergeDicts, orEmptyDict, tagsWithKinds } from "./asset-spec.ts";
import { DEFAULT_GROUP, requiredResources } from "./make-assets-definition.ts";

const SOURCE = "dagster.SourceAsset";

function sourceFields(bound: Bound, key: Value): Record<string, Value> {
  const { value, context } = bound;
  const definition = value("io_manager_def");
  const path = knownPath(key);
  const ioManagerKey =
    isEmpty(definition) || !isEmpty(value("io_manager_key")) || !path
      ? value("io_manager_key")
      : str(toPythonIdentifier([...path, "io_manager"]));
  return {
    key,
    metadata: orEmptyDict(value("metadata")),
    io_manager_key: ioManagerKey,
    description: value("description"),
    partitions_def: value("partitions_def"),
    group_name: orElse(value("group_name"), str(DEFAULT_GROUP)),
    observe_fn: value("observe_fn"),
    automation_condition: value("automation_condition"),
    tags: tagsWithKinds(value("tags"), undefined, context),
    resource_defs: isEmpty(definition) ? value("resource_defs") : mergeDicts(value("resource_defs"), dict([[ioManagerKey, definition]])),
    required_resource_keys: orElse(value("_required_resource_keys"), set([])),
    op_tags: value("op_tags"),
  };
}

function constructSourceAsset(context: CallContext): Value {
  const bound = bind(SOURCE, context);
  return construct(SOURCE, sourceFields(bound, coerceToAssetKey(bound.value("key"), context)), context, newId(context));
}

/** Kept through copies, so that all of them count as one definition. */
function newId(context: CallContext): SourcePayload {
  return { kind: "source", id: { at: context.at } };
}
interface SourcePayload {
  readonly kind: "source";
  readonly id: AssetsPayload["id"];
}

function observableSourceAsset(context: CallContext): Value {
  const bound = bind("dagster.observable_source_asset", context);
  const fn = bound.given("observe_fn");
  if (fn && fn.value.kind !== "none") return decorate(fn.value, bound);
  return native("dagster.observable_source_asset", (inner) => decorate(inner.args.positional[0]?.value ?? NONE, bound));
}

function decorate(fn: Value, bound: Bound): Value {
  const { context } = bound;
  const signature = signatureOfFunction(fn, context.interpreter, context.at);
  const fields = sourceFields(bound, keyForDecorator(bound, signature, context));
  const resources = requiredResources(bound, signature, context);
  return construct(SOURCE, { ...fields, observe_fn: fn, required_resource_keys: resources }, context, newId(context));
}

/** The source asset of one output of a definition. Source: `AssetsDefinition._output_to_source_asset`. */
export function sourceAssetOf(
  spec: LibraryObject,
  from: { readonly resourceDefs: Value; readonly ioManagerKey: Value },
  context: CallContext,
): LibraryObject {
  const own = (name: string): Value => spec.fields.get(name) ?? NONE;
  const copied = Object.fromEntries(
    ["key", "metadata", "description", "partitions_def", "group_name", "tags"].map((name) => [name, own(name)]),
  );
  const fields = {
    ...copied,
    io_manager_key: from.ioManagerKey,
    resource_defs: from.resourceDefs,
    observe_fn: NONE,
    automation_condition: NONE,
    required_resource_keys: set([]),
  };
  return construct(SOURCE, fields, context, newId(context));
}

const sourceAssetType: TypeModel = {
  attribute(self, name) {
    if (self.kind !== "object") return undefined;
    const own = (field: string): Value => self.fields.get(field) ?? NONE;
    switch (name) {
      case "is_observable":
      case "is_executable":
        return { kind: "bool", value: own("observe_fn").kind !== "none" };
      case "keys":
        return set([own("key")]);
      case "raw_metadata":
        return own("metadata");
      default:
        return undefined;
    }
  },
  methods: {
    with_attributes: (self, context) => {
      if (self.kind !== "object") return self;
      const bound = bind(`${SOURCE}.with_attributes`, context);
      const fields: Record<string, Value> = {};
      for (const name of ["key", "group_name"]) {
        const value = bound.optional(name);
        if (value && value.kind !== "none" && value.kind !== "ellipsis") fields[name] = value;
      }
      return copy(self, fields);
    },
    with_resources: (self) => self,
    get_io_manager_key: (self) => (self.kind === "object" ? orElse(self.fields.get("io_manager_key"), str("io_manager")) : NONE),
  },
};

export const sourceAssetModels: Models = {
  symbols: { [SOURCE]: constructSourceAsset, "dagster.observable_source_asset": observableSourceAsset },
  types: { [SOURCE]: sourceAssetType },
};
