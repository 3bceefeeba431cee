/**
 * Assets made of an op or graph: `AssetsDefinition.from_graph`, `.from_op`, `@graph_asset`, `@graph_multi_asset`.
 * Source: `AssetsDefinition._from_node` of dagster 1.13.
 */

import type { CallContext } from "../../../python/library.ts";
import { entryOf, list, NONE, native, set, str } from "../../../python/make-value.ts";
import type { DictValue, LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { toPythonIdentifier } from "../../model/asset-key.ts";
import type { AssetInput, AssetOutput, AssetsDefinitionKind, CompositionPayload } from "../../model/objects.ts";
import { automationConditionOf } from "../automation/auto-materialize-policy.ts";
import { checkSpecList } from "../checks/asset-check-spec.ts";
import { copy, derive, isEmpty, isObject, orElse, unsupported } from "../construct.ts";
import { formatDocstring, signatureOfFunction } from "../function-signature.ts";
import type { Models } from "../models.ts";
import { compose } from "../ops/compose.ts";
import { type Bound, bind } from "../signature.ts";
import { keyForDecorator } from "./asset.ts";
import { specOfOut } from "./asset-in-out.ts";
import { buildInputs, depsOfInputs, type Inputs, type NamedInput } from "./asset-inputs.ts";
import { coerceToAssetKey, keyParts, knownPath, makeAssetKey, prefixedKey, prefixParts } from "./asset-key.ts";
import { makeSpec, mergeDicts, orEmptyList, tagsWithKinds } from "./asset-spec.ts";
import { makeAssetsDefinition } from "./make-assets-definition.ts";
import { internalDeps, keyOfOut } from "./multi-asset.ts";
import { compositionOf, namesOf } from "./node-parts.ts";
import { refuseLeaves, refuseOutputNames } from "./refuse-outputs.ts";

type NodeKind = "from_graph" | "from_op";

function fromNode(definition: NodeKind): (context: CallContext) => Value {
  return (context) => {
    const bound = bind(`dagster.AssetsDefinition.${definition}`, context);
    const node = bound.value(definition === "from_graph" ? "graph_def" : "op_def");
    if (node.kind !== "object") return node.kind === "unknown" ? node : unsupported(context, "the op or graph of an asset is not known");
    return build(definition, node, bound);
  };
}

function build(definition: NodeKind, node: LibraryObject, bound: Bound): Value {
  const { context } = bound;
  const inputs = inputsOfNode(node, bound);
  const keys = keysByOutput(node, bound, context);
  refuseOutputNames(node, bound);
  const byOutput = (parameter: string, output: string): Value => {
    const mapping = bound.value(parameter);
    return mapping.kind === "dict" ? (entryOf(mapping, output) ?? NONE) : mapping;
  };
  const internal = bound.value("internal_asset_deps");
  const specs = keys.map(({ output, key }) =>
    makeSpec(
      {
        key,
        deps: isEmpty(internal) ? depsOfInputs(inputs, context) : internalDeps(internal, output, inputs, context),
        description: byOutput("descriptions_by_output_name", output),
        metadata: mergeDicts(originOf(node, output)?.out?.fields.get("metadata") ?? NONE, byOutput("metadata_by_output_name", output)),
        tags: tagsWithKinds(byOutput("tags_by_output_name", output), undefined, context),
        owners: orEmptyList(byOutput("owners_by_output_name", output)),
        code_version: orElse(byOutput("code_versions_by_output_name", output), codeVersionOf(node, output)),
        group_name: orElse(bound.value("group_name"), byOutput("group_names_by_output_name", output)),
        automation_condition: automationConditionOf(
          byOutput("automation_conditions_by_output_name", output),
          byOutput("auto_materialize_policies_by_output_name", output),
        ),
        partitions_def: bound.value("partitions_def"),
      },
      context,
    ),
  );
  return makeAssetsDefinition(
    {
      ...commonParts(definition, node, bound),
      specs,
      gap: compositionOf(node)?.gap,
      outputDescriptions: keys.map(({ output }) => descriptionOf(node, output)),
      inputs: inputs.inputs,
      outputs: keys.map(({ output }) => ({ name: str(output), ioManagerKey: ioManagerKeyOf(node, output) })),
    },
    context,
  );
}

function commonParts(definition: AssetsDefinitionKind, node: LibraryObject, bound: Bound) {
  refuseLeaves(node, bound.context);
  return {
    definition,
    execution: "materialization",
    node,
    checkSpecs: checkSpecList(bound.value("check_specs"), bound.context),
    canSubset: bound.value("can_subset"),
    backfillPolicy: bound.value("backfill_policy"),
    resourceDefs: bound.value("resource_defs"),
    requiredResources: resourcesOf(node),
  } as const;
}

/** Input names of the node, under the keys given for them. */
function inputsOfNode(node: LibraryObject, bound: Bound): Inputs {
  const { context } = bound;
  const names = compositionOf(node)?.inputs ?? namesOf(node.fields.get("ins"));
  const given = bound.value("keys_by_input_name");
  const mappings = bound.value("partition_mappings");
  const inputs = names.map((name): NamedInput => {
    const own = given.kind === "dict" ? entryOf(given, name) : undefined;
    const key = own ? coerceToAssetKey(own, context) : makeAssetKey([str(name)], context.at);
    const mapping = (mappings.kind === "dict" ? entryOf(mappings, name) : undefined) ?? NONE;
    return { name, key, via: own ? "ins" : "parameter", mapping, metadata: NONE };
  });
  return given.kind === "unknown" ? { inputs: [], gap: given } : { inputs };
}

interface OutputKey {
  readonly output: string;
  readonly key: Value;
}

/** Source: `_infer_keys_by_output_names`; then the prefix goes in front. */
function keysByOutput(node: LibraryObject, bound: Bound, context: CallContext): readonly OutputKey[] {
  const composition = compositionOf(node);
  const names = composition ? composition.outputs.map((output) => output.name) : namesOf(node.fields.get("outs"));
  const given = bound.value("keys_by_output_name");
  const prefix = prefixParts(bound.value("key_prefix"));
  const all = new Set([...namesOf(given), ...names]);
  return [...all].map((output) => {
    const own = given.kind === "dict" ? entryOf(given, output) : undefined;
    const inferred = names.length === 1 && output === "result" ? (node.fields.get("name") ?? NONE) : str(output);
    const key = own ? coerceToAssetKey(own, context) : makeAssetKey([inferred], context.at);
    return { output, key: key.kind === "unknown" ? key : prefixedKey(prefix, keyParts(key), context.at) };
  });
}

interface Origin {
  readonly op: LibraryObject;
  readonly out?: LibraryObject;
}

/** The op that an output comes from, through nested graphs, and its `Out`. */
function originOf(node: LibraryObject, output: string): Origin | undefined {
  const composition = compositionOf(node);
  if (composition) {
    const mapped = composition.outputs.find((candidate) => candidate.name === output);
    const inner = composition.nodes.find((candidate) => candidate.name === mapped?.node);
    return mapped && inner ? originOf(inner.definition, mapped.output) : undefined;
  }
  const outs = node.fields.get("outs");
  const out = outs?.kind === "dict" ? entryOf(outs, output) : undefined;
  return out?.kind === "object" ? { op: node, out } : { op: node };
}

/** Of the `Out`, else of its op. */
function codeVersionOf(node: LibraryObject, output: string): Value {
  const origin = originOf(node, output);
  return orElse(origin?.out?.fields.get("code_version"), origin?.op.fields.get("code_version") ?? NONE);
}

function ioManagerKeyOf(node: LibraryObject, output: string): Value {
  return orElse(originOf(node, output)?.out?.fields.get("io_manager_key"), str("io_manager"));
}

function descriptionOf(node: LibraryObject, output: string): Value {
  return originOf(node, output)?.out?.fields.get("description") ?? NONE;
}

/** Resources of an op, or of all ops in a graph. */
export function resourcesOf(node: LibraryObject): Value {
  const names: Value[] = [];
  let gap: Unknown | undefined;
  const visit = (definition: LibraryObject): void => {
    const composition = compositionOf(definition);
    if (composition) {
      gap ??= composition.gap;
      for (const inner of composition.nodes) visit(inner.definition);
      return;
    }
    const own = definition.fields.get("required_resource_keys");
    if (own?.kind !== "set") return;
    names.push(...own.items.values());
    gap ??= own.gap;
  };
  visit(node);
  return set(names, gap);
}

function graphAsset(context: CallContext): Value {
  const bound = bind("dagster.graph_asset", context);
  const fn = bound.given("compose_fn");
  if (fn && fn.value.kind !== "none") return decorateGraphAsset(fn.value, bound);
  return native("dagster.graph_asset", (inner) => decorateGraphAsset(inner.args.positional[0]?.value ?? NONE, bound));
}

function decorateGraphAsset(fn: Value, bound: Bound): Value {
  const { context } = bound;
  const signature = signatureOfFunction(fn, context.interpreter, context.at);
  const inputs = buildInputs(signature, list([]), bound.value("ins"), context);
  const key = keyForDecorator(bound, signature, context);
  const path = knownPath(key);
  const name = path
    ? str(toPythonIdentifier(path))
    : context.interpreter.unknown("runtime-input", "the asset's key is not known", context.at);
  const node = graphOf({ fn, name, outputNames: ["result"] }, bound);
  const condition = automationConditionOf(bound.value("automation_condition"), bound.value("auto_materialize_policy"));
  const spec = makeSpec(
    {
      key,
      deps: depsOfInputs(inputs, context),
      description: bound.value("description"),
      metadata: mergeDicts(bound.value("metadata"), undefined),
      tags: tagsWithKinds(bound.value("tags"), bound.value("kinds"), context),
      owners: orEmptyList(bound.value("owners")),
      code_version: orElse(bound.value("code_version"), codeVersionOf(node, "result")),
      group_name: bound.value("group_name"),
      automation_condition: condition,
      partitions_def: bound.value("partitions_def"),
    },
    context,
  );
  const outputs: AssetOutput[] = [{ name: str("result"), ioManagerKey: ioManagerKeyOf(node, "result") }];
  return makeAssetsDefinition(
    {
      ...commonParts("graph_asset", node, bound),
      specs: [spec],
      outputDescriptions: [descriptionOf(node, "result")],
      inputs: inputs.inputs,
      outputs,
      function: fn,
    },
    context,
  );
}

interface GraphParts {
  readonly fn: Value;
  readonly name: Value;
  readonly outputNames: readonly string[];
}

/** The graph that a graph-backed asset is made of. */
function graphOf({ fn, name, outputNames }: GraphParts, bound: Bound): LibraryObject {
  const { context } = bound;
  const signature = signatureOfFunction(fn, context.interpreter, context.at);
  const docstring = formatDocstring(signature.docstring);
  const composition = compose({ name, function: fn, signature, outputNames }, context);
  const payload: CompositionPayload = { kind: "composition", composition, ...(fn.kind === "function" && { function: fn }) };
  const description = orElse(bound.value("description"), docstring === undefined ? NONE : str(docstring));
  return derive("dagster.GraphDefinition", { name, description }, context.at, { payload });
}

function graphMultiAsset(context: CallContext): Value {
  const bound = bind("dagster.graph_multi_asset", context);
  return native("dagster.graph_multi_asset", (inner) => decorateGraphMultiAsset(inner.args.positional[0]?.value ?? NONE, bound));
}

function decorateGraphMultiAsset(fn: Value, bound: Bound): Value {
  const { context } = bound;
  const signature = signatureOfFunction(fn, context.interpreter, context.at);
  const inputs = buildInputs(signature, list([]), bound.value("ins"), context);
  const outs = bound.value("outs");
  const entries = outs.kind === "dict" ? [...outs.entries.values()] : [];
  const names = entries.flatMap(({ key }) => (key.kind === "str" ? [key.value.replaceAll("-", "_")] : []));
  const node = graphOf({ fn, name: orElse(bound.value("name"), signature.name), outputNames: names }, bound);
  const specs: Value[] = [];
  const outputs: AssetOutput[] = [];
  let gap = outs.kind === "unknown" ? outs : (outs as DictValue).gap;
  for (const { key: name, value: out } of entries) {
    if (name.kind !== "str" || !isObject(out, "dagster.AssetOut")) {
      gap ??= out.kind === "unknown" ? out : unsupported(context, "an entry of `outs` is not known");
      continue;
    }
    const spec = specOfOut(
      out,
      { key: keyOfOut(name, out), deps: depsOfInputs(inputs, context), partitions: bound.value("partitions_def") },
      context,
    );
    specs.push(isEmpty(bound.value("group_name")) ? spec : copy(spec, { group_name: bound.value("group_name") }));
    const output = name.value.replaceAll("-", "_");
    outputs.push({ name: str(output), ioManagerKey: ioManagerKeyOf(node, output) });
  }
  const named: readonly AssetInput[] = inputs.inputs;
  return makeAssetsDefinition(
    {
      ...commonParts("graph_multi_asset", node, bound),
      specs,
      gap,
      outputDescriptions: outputs.map(({ name }) => (name.kind === "str" ? descriptionOf(node, name.value) : NONE)),
      inputs: named,
      outputs,
      function: fn,
    },
    context,
  );
}

export const fromNodeModels: Models = {
  symbols: {
    "dagster.AssetsDefinition.from_graph": fromNode("from_graph"),
    "dagster.AssetsDefinition.from_op": fromNode("from_op"),
    "dagster.graph_asset": graphAsset,
    "dagster.graph_multi_asset": graphMultiAsset,
  },
};
