/**
 * The one place that makes an `AssetsDefinition`, whatever was decorated or called: fills in what Dagster's constructor fills in
 * (group, description and code version from the op) and the op that stands behind.
 */
import type { CallContext } from "../../../python/library.ts";
import { FALSE, list, NONE, set, str } from "../../../python/make-value.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import type { AssetInput, AssetOutput, AssetsDefinitionKind, AssetsPayload } from "../../model/objects.ts";
import { construct, copy, derive, isEmpty, isObject, orElse } from "../construct.ts";
import { returnsDescription } from "../docstrings/returns-description.ts";
import { type FunctionSignature, formatDocstring } from "../function-signature.ts";
import { resourceNames } from "../resource-parameters.ts";
import type { Bound } from "../signature.ts";
import { mergeDicts } from "./asset-spec.ts";

export const DEFAULT_GROUP = "default";

export interface AssetsParts {
  readonly definition: AssetsDefinitionKind;
  readonly execution: AssetsPayload["execution"];
  /** `AssetSpec` objects (a `one-of` where one is conditional). */
  readonly specs: readonly Value[];
  /** Why there may be more specs. */
  readonly gap?: Unknown | undefined;
  readonly inputs: readonly AssetInput[];
  readonly outputs: readonly AssetOutput[];
  /** What the op says of the output behind each spec, in their order. */
  readonly outputDescriptions?: readonly Value[];
  readonly function?: Value | undefined;
  /** The `OpDefinition` or `GraphDefinition`; None for external assets. */
  readonly node: Value;
  readonly checkSpecs?: Value | undefined;
  readonly canSubset?: Value;
  readonly backfillPolicy?: Value;
  readonly resourceDefs?: Value;
  readonly requiredResources?: Value;
  readonly computeKind?: Value;
}

/** Makes and logs the definition for the call in `context`. */
export function makeAssetsDefinition(parts: AssetsParts, context: CallContext): LibraryObject {
  const payload: AssetsPayload = {
    kind: "assets",
    definition: parts.definition,
    execution: parts.execution,
    id: { at: context.at },
    inputs: parts.inputs.map(({ name, key, via, inputManagerKey }) =>
      inputManagerKey ? { name, key, via, inputManagerKey } : { name, key, via },
    ),
    outputs: parts.outputs.map((output, index) => withMetadata(output, parts.specs[index], parts.node)),
    ...(parts.function && { function: parts.function }),
    ...(parts.computeKind && parts.computeKind.kind !== "none" && { computeKind: parts.computeKind }),
  };
  const fields = {
    specs: list(
      parts.specs.map((spec, index) => normalizeSpec(spec, parts.node, parts.outputDescriptions?.[index])),
      parts.gap,
    ),
    check_specs: parts.checkSpecs ?? list([]),
    node_def: parts.node,
    can_subset: parts.canSubset ?? FALSE,
    backfill_policy: parts.backfillPolicy ?? NONE,
    resource_defs: orElse(parts.resourceDefs, NONE),
    required_resource_keys: parts.requiredResources ?? set([]),
  };
  return construct("dagster.AssetsDefinition", fields, context, payload);
}

/** Decorators put the metadata of a spec on the op's output, too. */
function withMetadata(output: AssetOutput, spec: Value | undefined, node: Value): AssetOutput {
  const metadata = spec?.kind === "object" && isObject(node, "dagster.OpDefinition") ? spec.fields.get("metadata") : undefined;
  return metadata?.kind === "dict" && metadata.entries.size > 0 ? { ...output, metadata } : output;
}

/** Group, description and code version as Dagster's constructor completes them. */
function normalizeSpec(spec: Value, node: Value, output: Value | undefined): Value {
  if (spec.kind === "one-of") return { ...spec, options: spec.options.map((option) => normalizeSpec(option, node, output)) };
  if (spec.kind !== "object") return spec;
  const own = (name: string): Value => spec.fields.get(name) ?? NONE;
  const ofNode = (name: string): Value => (node.kind === "object" ? (node.fields.get(name) ?? NONE) : NONE);
  const fields: Record<string, Value> = {};
  const complete = (name: string, value: Value): void => {
    if (isEmpty(own(name)) && value.kind !== "none") fields[name] = value;
  };
  complete("group_name", str(DEFAULT_GROUP));
  complete("description", orElse(output, ofNode("description")));
  complete("code_version", ofNode("code_version"));
  return Object.keys(fields).length > 0 ? copy(spec, fields) : spec;
}

/** What the docstring says of the only output; with several (checks count) it is said of none. */
export function outputDescriptions(signature: FunctionSignature, specs: number, checks: Value): readonly Value[] {
  const description = specs === 1 && isEmpty(checks) ? returnsDescription(signature.docstring) : undefined;
  return description === undefined ? [] : [str(description)];
}

/** What decorators that make an op have in common. */
export interface OpParts {
  /** What calling the definition runs. */
  readonly function?: Value | undefined;
  readonly name: Value;
  readonly bound: Bound;
  readonly signature: FunctionSignature;
  readonly description: Value;
}

/** The `OpDefinition` behind an asset or check. */
export function makeOp({ function: fn, name, bound, signature, description }: OpParts, context: CallContext): LibraryObject {
  const docstring = formatDocstring(signature.docstring);
  return derive(
    "dagster.OpDefinition",
    {
      name,
      description: isEmpty(description) ? (docstring === undefined ? NONE : str(docstring)) : description,
      ins: NONE,
      outs: NONE,
      required_resource_keys: requiredResources(bound, signature, context),
      tags: mergeDicts(bound.value("op_tags"), undefined),
      retry_policy: bound.value("retry_policy"),
      code_version: bound.value("code_version"),
      pool: bound.value("pool"),
    },
    context.at,
    fn ? { payload: { kind: "op", function: fn } } : {},
  );
}

/** `required_resource_keys=`, the keys of `resource_defs=`, and resource parameters. */
export function requiredResources(bound: Bound, signature: FunctionSignature, context: CallContext): Value {
  const names: Value[] = resourceNames(signature, context.interpreter).map((name) => str(name));
  let gap = signature.gap;
  for (const parameter of ["required_resource_keys", "resource_defs"]) {
    const value = bound.value(parameter);
    if (value.kind === "none") continue;
    const items = context.interpreter.iterate(value, context.at);
    names.push(...items.items);
    gap ??= items.gap;
  }
  return set(names, gap);
}
