/** `@asset_check`, `@multi_asset_check` and the constructor of `AssetChecksDefinition`. Source: `asset_check_decorator.py` of dagster 1.13. */
import type { CallContext } from "../../../python/library.ts";
import { list, NONE, native, str } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { toPythonIdentifier } from "../../model/asset-key.ts";
import type { AssetInput, AssetsPayload } from "../../model/objects.ts";
import { coerceDeps } from "../assets/asset-dep.ts";
import { buildInputs } from "../assets/asset-inputs.ts";
import { coerceToAssetKey, knownPath } from "../assets/asset-key.ts";
import { orEmptyDict } from "../assets/asset-spec.ts";
import { makeOp } from "../assets/make-assets-definition.ts";
import { construct, derive, isEmpty, orElse } from "../construct.ts";
import { formatDocstring, signatureOfFunction } from "../function-signature.ts";
import type { Models } from "../models.ts";
import { type Bound, bind } from "../signature.ts";
import { checkSpecList } from "./asset-check-spec.ts";

const CHECKS = "dagster.AssetChecksDefinition";

/** What every definition of checks is made of. */
export interface ChecksParts {
  readonly definition: "asset_check" | "multi_asset_check";
  readonly specs: Value;
  readonly node: Value;
  readonly function?: Value;
  readonly inputs: readonly AssetInput[];
  readonly canSubset: Value;
  readonly resourceDefs: Value;
}

export function makeChecksDefinition(parts: ChecksParts, context: CallContext): Value {
  const payload: AssetsPayload = {
    kind: "assets",
    definition: parts.definition,
    execution: "materialization",
    id: { at: context.at },
    inputs: parts.inputs,
    outputs: [],
    ...(parts.function && { function: parts.function }),
  };
  const required = parts.node.kind === "object" ? (parts.node.fields.get("required_resource_keys") ?? NONE) : NONE;
  const fields = {
    specs: list([]),
    check_specs: parts.specs,
    node_def: parts.node,
    can_subset: parts.canSubset,
    backfill_policy: NONE,
    resource_defs: parts.resourceDefs,
    required_resource_keys: required,
  };
  return construct(CHECKS, fields, context, payload);
}

function assetCheck(context: CallContext): Value {
  const bound = bind("dagster.asset_check", context);
  return native("dagster.asset_check", (inner) => decorateCheck(inner.args.positional[0]?.value ?? NONE, bound));
}

function decorateCheck(fn: Value, bound: Bound): Value {
  const { context } = bound;
  const signature = signatureOfFunction(fn, context.interpreter, context.at);
  const asset = coerceToAssetKey(bound.value("asset"), context);
  const name = orElse(bound.value("name"), signature.name);
  const docstring = formatDocstring(signature.docstring);
  const description = bound.value("description");
  const additional = coerceDeps(bound.value("additional_deps"), "deps", context);
  const spec = derive(
    "dagster.AssetCheckSpec",
    {
      name,
      asset_key: asset,
      description: isEmpty(description) && docstring !== undefined ? str(docstring) : description,
      additional_deps: additional,
      blocking: bound.value("blocking"),
      metadata: orEmptyDict(bound.value("metadata")),
      automation_condition: bound.value("automation_condition"),
      partitions_def: bound.value("partitions_def"),
    },
    context.at,
  );
  const inputs = buildInputs(signature, additional, bound.value("additional_ins"), context).inputs;
  const node = makeOp({ function: fn, name: opName(asset, name, context), bound, signature, description }, context);
  return makeChecksDefinition(
    {
      definition: "asset_check",
      specs: list([spec]),
      node,
      function: fn,
      inputs: inputs.map(({ name: input, key, via }) => ({ name: input, key, via })),
      canSubset: { kind: "bool", value: false },
      resourceDefs: bound.value("resource_defs"),
    },
    context,
  );
}

/** `<asset>_<check>`. */
function opName(asset: Value, name: Value, context: CallContext): Value {
  const path = knownPath(asset);
  if (name.kind !== "str" || !path)
    return context.interpreter.unknown("runtime-input", "the name of the check's op is not known", context.at);
  return str(`${toPythonIdentifier(path)}_${name.value}`);
}

function multiAssetCheck(context: CallContext): Value {
  const bound = bind("dagster.multi_asset_check", context);
  return native("dagster.multi_asset_check", (inner) => {
    const fn = inner.args.positional[0]?.value ?? NONE;
    const signature = signatureOfFunction(fn, context.interpreter, context.at);
    const node = makeOp(
      { function: fn, name: orElse(bound.value("name"), signature.name), bound, signature, description: bound.value("description") },
      context,
    );
    return makeChecksDefinition(
      {
        definition: "multi_asset_check",
        specs: checkSpecList(bound.value("specs"), context),
        node,
        function: fn,
        inputs: [],
        canSubset: bound.value("can_subset"),
        resourceDefs: bound.value("resource_defs"),
      },
      context,
    );
  });
}

export const assetCheckModels: Models = {
  symbols: {
    "dagster.asset_check": assetCheck,
    "dagster.multi_asset_check": multiAssetCheck,
    [`${CHECKS}.create`]: (context) => {
      const bound = bind(`${CHECKS}.create`, context);
      const specs = bound.value("check_specs_by_output_name");
      const items =
        specs.kind === "dict"
          ? list(
              [...specs.entries.values()].map((entry) => entry.value),
              specs.gap,
            )
          : specs;
      return makeChecksDefinition(
        {
          definition: "multi_asset_check",
          specs: items,
          node: bound.value("node_def"),
          inputs: [],
          canSubset: bound.value("can_subset"),
          resourceDefs: bound.value("resource_defs"),
        },
        context,
      );
    },
  },
};
