/** `@op`, `In`, `Out`, and invoking ops and graphs while a composition is open. */
import type { CallContext, MethodModel } from "../../../python/library.ts";
import { NONE, NOWHERE, native, str, strDict } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { requiredResources } from "../assets/make-assets-definition.ts";
import { construct, copy, derive, isEmpty, isObject, orElse, unsupported } from "../construct.ts";
import { returnsDescription } from "../docstrings/returns-description.ts";
import { type FunctionSignature, formatDocstring, signatureOfFunction } from "../function-signature.ts";
import type { Models } from "../models.ts";
import { refuse } from "../refusal.ts";
import { inputParameters } from "../resource-parameters.ts";
import { type Bound, bind, parameterNames } from "../signature.ts";
import { invokeNode, NODE_OUTPUTS } from "./compose.ts";
import { refuseInvocation } from "./direct-invocation.ts";
import { nodeOutputTypes } from "./node-outputs.ts";

const OP = "dagster.OpDefinition";
const PENDING = "dagster.PendingNodeInvocation";

function op(context: CallContext): Value {
  const bound = bind("dagster.op", context);
  const fn = bound.given("compute_fn");
  if (fn && fn.value.kind !== "none") return decorate(fn.value, bound);
  return native("dagster.op", (inner) => decorate(inner.args.positional[0]?.value ?? NONE, bound));
}

function decorate(fn: Value, bound: Bound): Value {
  const { context } = bound;
  const signature = signatureOfFunction(fn, context.interpreter, context.at);
  const docstring = formatDocstring(signature.docstring);
  const description = bound.value("description");
  return construct(
    OP,
    {
      name: orElse(bound.value("name"), signature.name),
      description: isEmpty(description) && docstring !== undefined ? str(docstring) : description,
      ins: insOf(bound, signature),
      outs: outsOf(bound.value("out"), returnsDescription(signature.docstring), context),
      required_resource_keys: requiredResources(bound, signature, context),
      tags: mergeDicts(bound.value("tags"), undefined),
      retry_policy: bound.value("retry_policy"),
      code_version: bound.value("code_version"),
      pool: bound.value("pool"),
    },
    context,
    { kind: "op", function: fn },
  );
}

/** Parameters and `ins=`, in Dagster's order: explicit ones first. */
function insOf(bound: Bound, signature: FunctionSignature): Value {
  const { context } = bound;
  const result = mergeDicts(bound.value("ins"), undefined);
  const inferred = inputParameters(signature, context.interpreter).filter(
    (parameter) => parameter.kind === "regular" || parameter.kind === "keyword-only",
  );
  const explicit = new Set([...result.entries.values()].map(({ key }) => (key.kind === "str" ? key.value : "")));
  const added = inferred.filter((parameter) => !explicit.has(parameter.name));
  return mergeDicts(result, strDict(added.map((parameter) => [parameter.name, derive("dagster.In", {}, parameter.at)] as const)));
}

/** `out=`: nothing, one `Out`, or one for each name. What the docstring says of the returned value is said of an only output. */
function outsOf(out: Value, returns: string | undefined, context: CallContext): Value {
  const inferred = returns === undefined ? NONE : str(returns);
  if (out.kind === "none") return strDict([["result", derive("dagster.Out", { io_manager_key: NONE, description: inferred }, context.at)]]);
  const describe = (only: Value): Value =>
    isObject(only, "dagster.Out", "dagster.DynamicOut") && isEmpty(only.fields.get("description"))
      ? copy(only, { description: inferred })
      : only;
  if (isObject(out, "dagster.Out", "dagster.DynamicOut")) return strDict([["result", describe(out)]]);
  if (out.kind !== "dict" || out.entries.size !== 1) return out;
  return { ...out, entries: new Map([...out.entries].map(([hash, { key, value }]) => [hash, { key, value: describe(value) }])) };
}

/** `op.alias("x")`, `.tag(…)`, `.with_hooks(…)`: the invocation to be, with the name that it gets. */
function pending(self: LibraryObject, alias: Value, context: CallContext): Value {
  const [definition, given] = isObject(self, PENDING)
    ? [self.fields.get("node_def") ?? NONE, self.fields.get("given_alias") ?? NONE]
    : [self, NONE];
  return context.interpreter.object(PENDING, Object.entries({ node_def: definition, given_alias: alias.kind === "none" ? given : alias }), {
    at: context.at,
  });
}

const pendingMethods: Readonly<Record<string, MethodModel>> = {
  alias: (self, context) =>
    self.kind === "object"
      ? pending(self, context.args.positional[0]?.value ?? context.args.keywords.get("name")?.value ?? NONE, context)
      : self,
  tag: (self, context) => (self.kind === "object" ? pending(self, NONE, context) : self),
  with_hooks: (self, context) => (self.kind === "object" ? pending(self, NONE, context) : self),
  with_retry_policy: (self, context) => (self.kind === "object" ? pending(self, NONE, context) : self),
};

/** Calling an op, graph or pending invocation. Outside of a composition it runs the function, which is not read. */
export const callNode: MethodModel = (self, context) => {
  if (self.kind !== "object") return unsupported(context, "calling a subclass of an op is not read");
  const isPending = isObject(self, PENDING);
  const definition = isPending ? self.fields.get("node_def") : self;
  const alias = isPending ? self.fields.get("given_alias") : undefined;
  if (definition?.kind !== "object") return definition ?? NONE;
  const name = alias?.kind === "str" ? alias.value : undefined;
  const invoked = invokeNode({ definition, ...(name !== undefined && { alias: name }) }, context);
  return invoked ?? callOutside(definition, name, context);
};

/** An op is run as its function, a graph cannot be. */
function callOutside(definition: LibraryObject, alias: string | undefined, context: CallContext): Value {
  const given = definition.fields.get("name");
  const name = alias ?? (given?.kind === "str" ? given.value : "");
  if (isObject(definition, "dagster.GraphDefinition")) {
    const words = `Attempted to call graph '${name}' outside of a composition function. Invoking graphs is only valid in a function decorated with @job or @graph.`;
    return refuse(context, "DagsterInvariantViolationError", words);
  }
  const fn = (definition.payload as { readonly function?: Value } | undefined)?.function;
  const refused = refuseInvocation({ name, function: fn, ins: definition.fields.get("ins") }, context);
  return refused ?? context.interpreter.unknown("runtime-input", "an op is run outside of a job or graph", context.at);
}

/** `definition.configured(config, name="x")`: the definition under a new name. */
export function configuredMethod(type: string): MethodModel {
  return (self, context) => {
    if (self.kind !== "object") return self;
    const { value } = bind(`${type}.configured`, context);
    const name = value("name");
    return copy(self, { config_or_config_fn: value("config_or_config_fn"), ...(isEmpty(name) ? {} : { name }) });
  };
}

export const nodeMethods: Readonly<Record<string, MethodModel>> = pendingMethods;

function recordOf(type: string): (context: CallContext) => Value {
  return (context) => {
    const bound = bind(type, context);
    return construct(type, Object.fromEntries(parameterNames(type).map((name) => [name, bound.value(name)])), context);
  };
}

const RECORDS = ["dagster.In", "dagster.Out", "dagster.DynamicOut", "dagster.GraphIn", "dagster.GraphOut"];

export const opModels: Models = {
  symbols: { "dagster.op": op, ...Object.fromEntries(RECORDS.map((type) => [type, recordOf(type)])) },
  types: {
    [OP]: { methods: { ...pendingMethods, configured: configuredMethod(OP) }, call: callNode },
    [PENDING]: { methods: pendingMethods, call: callNode },
    ...nodeOutputTypes,
    [NODE_OUTPUTS]: {},
    ...Object.fromEntries(RECORDS.map((type) => [type, {}])),
  },
  constants: { "dagster.Nothing": derive("dagster.Nothing", { name: str("Nothing") }, NOWHERE) },
};
