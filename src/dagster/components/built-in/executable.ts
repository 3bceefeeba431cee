/**
 * Components that are one op over assets or checks given in YAML: `FunctionComponent`, `PythonScriptComponent`, `UvRunComponent`, `TemplatedSqlComponent`.
 * Source: `dagster/components/lib/executable_component` and `sql_component` of dagster 1.13.
 */
import { fileNameOf } from "../../../base/repository-path.ts";
import { sqlCode } from "../../../dbt/sql-code.ts";
import type { CallContext, MethodModel } from "../../../python/library.ts";
import { entryOf, list, NONE, set, str } from "../../../python/make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../../../python/value.ts";
import { makeOp } from "../../library/assets/make-assets-definition.ts";
import { makeMultiAsset } from "../../library/assets/multi-asset.ts";
import { makeChecksDefinition } from "../../library/checks/asset-check.ts";
import { checkSpecList } from "../../library/checks/asset-check-spec.ts";
import { copy, isEmpty, isObject } from "../../library/construct.ts";
import { makeDefinitions } from "../../library/definitions/definitions.ts";
import { type FunctionSignature, signatureOfFunction } from "../../library/function-signature.ts";
import type { Models } from "../../library/models.ts";
import { resourceNames } from "../../library/resource-parameters.ts";
import { bind } from "../../library/signature.ts";
import type { SpecCodePayload } from "../../model/small-payloads.ts";
import { joinPath } from "../../version/project-files.ts";
import { injected, optional, plain, sequence, untouched } from "../resolve/containers.ts";
import { assetCheckSpec, assetSpec, modelOf, OP_SPEC, opSpec } from "../resolve/core-models.ts";
import { withKeywords } from "../resolve/keywords.ts";
import type { Resolve, Schema } from "../template/resolution.ts";
import { refuseComponent } from "../tree/component-refusals.ts";
import { LOAD_CONTEXT, type Loading } from "../tree/load-context.ts";
import { componentModels, fieldOf, modelModels } from "./library-component.ts";

/** `pkg.module.function`; a leading dot starts from the `defs` module, wherever the component is. */
const callable: Resolve = injected((value, { context, loading }) => {
  if (value.kind !== "str") return value;
  const { tree } = loading.payload as Loading;
  const name = value.value.startsWith(".") ? `${tree.defsModule}${value.value}` : value.value;
  const dot = name.lastIndexOf(".");
  const at = value.origin ?? context.at;
  if (dot <= 0)
    return refuseComponent(
      { ...context, at },
      { kind: "no-function", problem: `\`${name}\` names no function: a dotted path is expected` },
    );
  const module = context.interpreter.importModule(name.slice(0, dot), at);
  const found = module.kind === "unknown" ? module : context.interpreter.attribute(module, name.slice(dot + 1), at);
  const isMissing = found.kind === "unknown" && found.reason === "unresolved-import";
  if (NO_FUNCTIONS.has(found.kind))
    return refuseComponent({ ...context, at }, { kind: "no-function", problem: `\`${name}\` names no function but a value` });
  return isMissing
    ? refuseComponent({ ...context, at }, { kind: "no-function", problem: `\`${name}\` names no function: ${found.message}` }, found)
    : found;
});

const NO_FUNCTIONS: ReadonlySet<Value["kind"]> = new Set([
  "none",
  "bool",
  "int",
  "float",
  "str",
  "bytes",
  "list",
  "tuple",
  "dict",
  "set",
  "module",
]);

const FUNCTION_SPEC: Schema = { ...OP_SPEC, type: { resolve: plain }, fn: { resolve: callable, isRequired: true } };
const SCRIPT_SPEC: Schema = {
  ...OP_SPEC,
  type: { resolve: plain },
  path: { resolve: plain, isRequired: true },
  args: { resolve: plain, default: NONE },
};

const functionSpec = modelOf("dagster.FunctionSpec", FUNCTION_SPEC);

/** A spec of the op, or the function alone. */
const execution: Resolve = (value, resolution) => (value.kind === "dict" ? functionSpec : callable)(value, resolution);

const SHARED: Schema = {
  assets: { resolve: optional(sequence(assetSpec)), default: NONE },
  checks: { resolve: optional(sequence(assetCheckSpec)), default: NONE },
};

const FUNCTION: Schema = { ...SHARED, execution: { resolve: execution, isRequired: true } };
const SCRIPT: Schema = { ...SHARED, execution: { resolve: modelOf("dagster.ScriptSpec", SCRIPT_SPEC), isRequired: true } };
const SQL: Schema = {
  ...SHARED,
  connection: { resolve: plain, isRequired: true },
  execution: { resolve: optional(opSpec), default: NONE },
};
const TEMPLATED_SQL: Schema = {
  ...SQL,
  sql_template: { resolve: untouched, isRequired: true },
  sql_template_vars: { resolve: plain, default: NONE },
};

export const EXECUTABLE_SCHEMAS: Readonly<Record<string, Schema>> = {
  "dagster.FunctionComponent": FUNCTION,
  "dagster.PythonScriptComponent": SCRIPT,
  "dagster.UvRunComponent": SCRIPT,
  "dagster.SqlComponent": SQL,
  "dagster.TemplatedSqlComponent": TEMPLATED_SQL,
};

/** What stands behind the op: its spec, and the function where there is one. */
interface Execution {
  readonly spec: Value;
  readonly function: Value;
}

function executionOf(self: LibraryObject | InstanceValue, schema: Schema, context: CallContext): Execution {
  const given = fieldOf(self, "execution", schema, context);
  if (given.kind !== "object" || !given.type.startsWith("dagster.")) return { spec: NONE, function: given };
  return { spec: given, function: given.fields.get("fn") ?? NONE };
}

function buildDefs(schema: Schema): MethodModel {
  return (self, context) => {
    const { spec, function: fn } = executionOf(self, schema, context);
    const at = context.at;
    const ofSpec = (name: string): Value => (spec.kind === "object" ? (spec.fields.get(name) ?? NONE) : NONE);
    const hasFunction = fn.kind !== "none";
    const known = hasFunction ? signatureOfFunction(fn, context.interpreter, at) : undefined;
    const signature: FunctionSignature = { name: known?.name ?? scriptName(ofSpec("path")), docstring: undefined, parameters: [] };
    const resources = known ? set(resourceNames(known, context.interpreter).map((name) => str(name))) : NONE;
    const keywords = new Map(
      Object.entries({
        name: ofSpec("name"),
        op_tags: ofSpec("tags"),
        description: ofSpec("description"),
        required_resource_keys: resources,
        pool: ofSpec("pool"),
      }).map(([name, value]) => [name, { value, at }] as const),
    );
    const [assets, checks] = [fieldOf(self, "assets", schema, context), fieldOf(self, "checks", schema, context)];
    const shown = hasFunction ? { function: fn } : {};
    if (isEmpty(assets)) {
      const bound = bind("dagster.multi_asset_check", { ...context, args: withKeywords(keywords) });
      const node = makeOp({ name: signature.name, bound, signature, description: ofSpec("description") }, context);
      const made = makeChecksDefinition(
        {
          definition: "multi_asset_check",
          specs: checkSpecList(checks, context),
          node,
          ...shown,
          inputs: [],
          canSubset: { kind: "bool", value: false },
          resourceDefs: NONE,
        },
        context,
      );
      return makeDefinitions({ asset_checks: list([made]) }, context);
    }
    const code = hasFunction ? undefined : codeOf({ self, spec, schema }, context);
    const args = withKeywords(
      new Map([...keywords, ["specs", { value: withCode(assets, code), at }], ["check_specs", { value: checks, at }]]),
    );
    const bound = bind("dagster.multi_asset", { ...context, args });
    const made = makeMultiAsset({ bound, signature, ...shown, definition: "multi_asset", execution: "materialization" });
    return makeDefinitions({ assets: list([made]) }, context);
  };
}

interface Ran {
  readonly self: LibraryObject | InstanceValue;
  readonly spec: Value;
  readonly schema: Schema;
}

/** The script beside the component, or the SQL that it runs. */
function codeOf({ self, spec, schema }: Ran, context: CallContext): SpecCodePayload | undefined {
  const template = Object.hasOwn(schema, "sql_template") ? fieldOf(self, "sql_template", schema, context) : NONE;
  if (template.kind === "str") return { kind: "spec-code", code: sqlCode(template.value) };
  const path = template.kind === "dict" ? entryOf(template, "path") : spec.kind === "object" ? spec.fields.get("path") : undefined;
  const loading = context.args.positional[0]?.value;
  if (path?.kind !== "str" || !isObject(loading, LOAD_CONTEXT)) return undefined;
  const file = joinPath((loading.payload as Loading).place.path, path.value);
  const text = file === undefined ? undefined : context.interpreter.readText(file, context.at);
  if (typeof text !== "string") return undefined;
  return template.kind === "dict" ? { kind: "spec-code", code: sqlCode(text) } : { kind: "spec-code", script: text };
}

function withCode(specs: Value, code: SpecCodePayload | undefined): Value {
  if (specs.kind !== "list" || !code) return specs;
  return { ...specs, items: specs.items.map((spec) => (isObject(spec, "dagster.AssetSpec") ? copy(spec, {}, code) : spec)) };
}

/** The stem of a script's path. */
function scriptName(path: Value): Value {
  if (path.kind !== "str") return str("component");
  return str(fileNameOf(path.value).replace(/\.[^.]*$/, ""));
}

const base = componentModels(
  Object.fromEntries(
    Object.entries(EXECUTABLE_SCHEMAS).map(([type, schema]) => [
      type,
      {
        schema,
        bases: type === "dagster.TemplatedSqlComponent" ? ["dagster.SqlComponent", "dagster.Model"] : ["dagster.Model"],
        methods: { build_defs: buildDefs(schema) },
      },
    ]),
  ),
);
const models = modelModels({ "dagster.OpSpec": OP_SPEC, "dagster.FunctionSpec": FUNCTION_SPEC, "dagster.ScriptSpec": SCRIPT_SPEC });

export const executableModels: Models = {
  symbols: { ...base.symbols, ...models.symbols },
  types: { ...base.types, ...models.types },
};
