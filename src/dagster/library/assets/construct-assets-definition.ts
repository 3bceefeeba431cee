/**
 * `AssetsDefinition(…)` called directly (by specs, or by the keys of an op's inputs and outputs) and `external_assets_from_specs`.
 * Source: `AssetsDefinition.__init__` of dagster 1.13.
 */

import type { CallContext } from "../../../python/library.ts";
import { list, NONE, set, str } from "../../../python/make-value.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import type { AssetInput, AssetOutput, AssetsDefinitionKind, AssetsPayload } from "../../model/objects.ts";
import { automationConditionOf } from "../automation/auto-materialize-policy.ts";
import { copy, isEmpty, isObject, orElse } from "../construct.ts";
import type { Models } from "../models.ts";
import { type Bound, bind } from "../signature.ts";
import { coerceDeps, makeDep } from "./asset-dep.ts";
import { coerceToAssetKey } from "./asset-key.ts";
import { makeSpec, mergeDicts, orEmptyList } from "./asset-spec.ts";
import { resourcesOf } from "./from-node.ts";
import { makeAssetsDefinition } from "./make-assets-definition.ts";

export function constructAssetsDefinition(context: CallContext): Value {
  const bound = bind("dagster.AssetsDefinition", context);
  const node = bound.value("node_def");
  const inputs = inputsOf(bound);
  const made = isEmpty(bound.value("specs")) ? fromKeys(bound, inputs) : fromSpecs(bound.value("specs"), context);
  return makeAssetsDefinition(
    {
      ...made,
      definition: "assets_definition",
      execution: node.kind === "none" ? "unexecutable" : executionOf(bound.value("execution_type")),
      inputs,
      node,
      checkSpecs: checksOf(bound.value("check_specs_by_output_name")),
      canSubset: bound.value("can_subset"),
      backfillPolicy: bound.value("backfill_policy"),
      resourceDefs: bound.value("resource_defs"),
      requiredResources: node.kind === "object" ? resourcesOf(node) : set([]),
    },
    context,
  );
}

function executionOf(value: Value): AssetsPayload["execution"] {
  const name = value.kind === "object" ? value.fields.get("name") : undefined;
  if (name?.kind !== "str") return "materialization";
  return name.value === "OBSERVATION" ? "observation" : name.value === "UNEXECUTABLE" ? "unexecutable" : "materialization";
}

function checksOf(mapping: Value): Value {
  return mapping.kind === "dict"
    ? list(
        [...mapping.entries.values()].map((entry) => entry.value),
        mapping.gap,
      )
    : list([]);
}

function inputsOf(bound: Bound): readonly AssetInput[] {
  const mapping = bound.value("keys_by_input_name");
  if (mapping.kind !== "dict") return [];
  return [...mapping.entries.values()].flatMap(({ key, value }) =>
    key.kind === "str" ? [{ name: key.value, key: coerceToAssetKey(value, bound.context), via: "ins" as const }] : [],
  );
}

interface Made {
  readonly specs: readonly Value[];
  readonly gap?: Unknown | undefined;
  readonly outputs: readonly AssetOutput[];
}

function fromSpecs(value: Value, context: CallContext): Made {
  const { items, gap } = context.interpreter.iterate(value, context.at);
  return { specs: items, gap, outputs: items.map(() => ({ name: NONE, ioManagerKey: str("io_manager") })) };
}

/** Attributes come in one mapping for each, by key. */
function fromKeys(bound: Bound, inputs: readonly AssetInput[]): Made {
  const { context } = bound;
  const outputs = bound.value("keys_by_output_name");
  if (outputs.kind !== "dict") return { specs: [], gap: outputs.kind === "unknown" ? outputs : undefined, outputs: [] };
  const specs: Value[] = [];
  const named: AssetOutput[] = [];
  for (const { key: name, value } of outputs.entries.values()) {
    const key = coerceToAssetKey(value, context);
    const own = (parameter: string): Value => {
      const mapping = bound.value(parameter);
      return mapping.kind === "dict" ? (mapping.entries.get(hashKey(key) ?? "")?.value ?? NONE) : mapping;
    };
    const asked = own("asset_deps");
    const mapped = (dep: Value): Value => {
      const mappings = bound.value("partition_mappings");
      return mappings.kind === "dict" ? (mappings.entries.get(hashKey(dep) ?? "")?.value ?? NONE) : NONE;
    };
    const ofInputs = list(
      inputs.map((input) =>
        makeDep({ key: input.key, mapping: mapped(input.key), payload: { kind: "dep", via: "ins", parameter: input.name } }, context),
      ),
    );
    specs.push(
      makeSpec(
        {
          key,
          deps: isEmpty(bound.value("asset_deps")) ? ofInputs : coerceDeps(asked, "internal", context),
          group_name: own("group_names_by_key"),
          metadata: mergeDicts(own("metadata_by_key"), undefined),
          tags: mergeDicts(own("tags_by_key"), undefined),
          description: own("descriptions_by_key"),
          owners: orEmptyList(own("owners_by_key")),
          automation_condition: automationConditionOf(NONE, own("auto_materialize_policies_by_key")),
          partitions_def: bound.value("partitions_def"),
        },
        context,
      ),
    );
    named.push({ name, ioManagerKey: str("io_manager") });
  }
  return { specs, gap: outputs.gap, outputs: named };
}

/** A definition of one spec that nothing executes, as Dagster makes of bare specs. `at` and arguments are the spec's. */
function externalAssets(spec: LibraryObject, definition: AssetsDefinitionKind): LibraryObject {
  const payload: AssetsPayload = {
    kind: "assets",
    definition,
    execution: "unexecutable",
    id: { at: spec.at },
    inputs: [],
    outputs: [{ name: NONE, ioManagerKey: str("io_manager") }],
  };
  const group = orElse(spec.fields.get("group_name"), str("default"));
  const fields = {
    specs: list([copy(spec, { group_name: group })]),
    check_specs: list([]),
    node_def: NONE,
    resource_defs: NONE,
    required_resource_keys: set([]),
    backfill_policy: NONE,
  };
  return copy({ ...spec, type: "dagster.AssetsDefinition", fields: new Map() }, fields, payload);
}

function externalAssetsFromSpecs(context: CallContext): Value {
  const specs = context.args.positional[0]?.value ?? context.args.keywords.get("specs")?.value ?? NONE;
  const { items, gap } = context.interpreter.iterate(specs, context.at);
  return list(
    items.map((spec) => (isObject(spec, "dagster.AssetSpec") ? externalAssets(spec, "external_assets") : spec)),
    gap,
  );
}

export const externalAssetsModels: Models = {
  symbols: {
    "dagster.external_assets_from_specs": externalAssetsFromSpecs,
    "dagster.external_asset_from_spec": (context) => {
      const spec = context.args.positional[0]?.value ?? context.args.keywords.get("spec")?.value ?? NONE;
      return isObject(spec, "dagster.AssetSpec") ? externalAssets(spec, "external_assets") : spec;
    },
  },
};
