/**
 * `@asset`. Source: `create_assets_def_from_fn_and_decorator_args` of dagster 1.13.
 *
 *     @asset(key_prefix="raw", deps=["customers"], kinds={"python"})
 *     def orders(context, payments): ...          # key raw/orders, depends on payments and customers
 */
import type { CallContext } from "../../../python/library.ts";
import { dict, NONE, native, str } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { toPythonIdentifier } from "../../model/asset-key.ts";
import { automationConditionOf } from "../automation/auto-materialize-policy.ts";
import { checkSpecList } from "../checks/asset-check-spec.ts";
import { isEmpty, orElse, raises } from "../construct.ts";
import { type FunctionSignature, signatureOfFunction } from "../function-signature.ts";
import type { Models } from "../models.ts";
import { type Bound, bind } from "../signature.ts";
import { coerceDeps } from "./asset-dep.ts";
import { negate } from "./asset-in-out.ts";
import { buildInputs, depsOfInputs } from "./asset-inputs.ts";
import { coerceToAssetKey, knownPath, prefixedKey, prefixParts } from "./asset-key.ts";
import { makeSpec, mergeDicts, orEmptyList, tagsWithKinds } from "./asset-spec.ts";
import { makeAssetsDefinition, makeOp, outputDescriptions } from "./make-assets-definition.ts";

const ASSET = "dagster.asset";

function asset(context: CallContext): Value {
  const bound = bind(ASSET, context);
  const fn = bound.given("compute_fn");
  if (fn && fn.value.kind !== "none") return decorate(fn.value, bound);
  return native(ASSET, (inner) => decorate(inner.args.positional[0]?.value ?? NONE, bound));
}

function decorate(fn: Value, bound: Bound): Value {
  const { context } = bound;
  const signature = signatureOfFunction(fn, context.interpreter, context.at);
  const key = keyForDecorator(bound, signature, context);
  const inputs = buildInputs(
    signature,
    coerceDeps(orElse(bound.value("deps"), bound.value("non_argument_deps")), "deps", context, bound.given("deps")),
    bound.value("ins"),
    context,
  );
  const node = makeOp(
    { function: fn, name: identifierOf(key, context), bound, signature, description: bound.value("description") },
    context,
  );
  const spec = makeSpec(
    {
      key,
      deps: depsOfInputs(inputs, context),
      description: bound.value("description"),
      metadata: mergeDicts(bound.value("metadata"), undefined),
      group_name: bound.value("group_name"),
      code_version: bound.value("code_version"),
      automation_condition: automationConditionOf(bound.value("automation_condition"), bound.value("auto_materialize_policy")),
      owners: orEmptyList(bound.value("owners")),
      tags: tagsWithKinds(bound.value("tags"), bound.value("kinds"), context),
      partitions_def: bound.value("partitions_def"),
      freshness_policy: bound.value("freshness_policy"),
      skippable: negate(bound.value("output_required")),
    },
    context,
  );
  const ioManagerKey = resolveIoManagerKey(bound, key, context);
  return makeAssetsDefinition(
    {
      definition: "asset",
      execution: "materialization",
      specs: [spec],
      outputDescriptions: outputDescriptions(signature, 1, bound.value("check_specs")),
      inputs: inputs.inputs,
      outputs: [{ name: str("result"), ioManagerKey }],
      function: fn,
      node,
      checkSpecs: checkSpecList(bound.value("check_specs"), context),
      backfillPolicy: bound.value("backfill_policy"),
      resourceDefs: resourceDefs(bound, ioManagerKey),
      requiredResources: node.fields.get("required_resource_keys") ?? NONE,
      computeKind: bound.value("compute_kind"),
    },
    context,
  );
}

/** Source: `resolve_asset_key_and_name_for_decorator`. */
export function keyForDecorator(bound: Bound, signature: FunctionSignature, context: CallContext): Value {
  const key = bound.value("key");
  const [name, prefix] = [bound.value("name"), bound.value("key_prefix")];
  if (!isEmpty(key)) {
    const unread = [key, name, prefix].find((value) => value.kind === "unknown");
    if (unread) return unread;
    if (!isEmpty(name) || !isEmpty(prefix)) return raises(context, "`key` excludes `name` and `key_prefix`");
    return coerceToAssetKey(key, context);
  }
  return prefixedKey(prefixParts(prefix), [orElse(name, signature.name)], context.at);
}

/** The name of the op behind an asset: a str, or unknown with its key. */
function identifierOf(key: Value, context: CallContext): Value {
  const path = knownPath(key);
  return path ? str(toPythonIdentifier(path)) : context.interpreter.unknown("runtime-input", "the asset's key is not known", context.at);
}

/** `io_manager_def=` stands under a key made from the asset's. */
function resolveIoManagerKey(bound: Bound, key: Value, context: CallContext): Value {
  const given = bound.value("io_manager_key");
  if (!isEmpty(given)) return given;
  if (isEmpty(bound.value("io_manager_def"))) return str("io_manager");
  const path = knownPath(key);
  return path ? str(toPythonIdentifier([...path, "io_manager"])) : identifierOf(key, context);
}

function resourceDefs(bound: Bound, ioManagerKey: Value): Value {
  const definition = bound.value("io_manager_def");
  const given = bound.value("resource_defs");
  return isEmpty(definition) ? given : mergeDicts(given, dict([[ioManagerKey, definition]]));
}

export const assetModels: Models = { symbols: { [ASSET]: asset } };
