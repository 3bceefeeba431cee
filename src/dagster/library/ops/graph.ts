/** `@graph`, `@job`, `graph.to_job()` and the constructors of `GraphDefinition` and `JobDefinition`. */

import type { CallContext, MethodModel } from "../../../python/library.ts";
import { NONE, native, str } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { type Composition, emptyComposition } from "../../model/composition.ts";
import type { CompositionPayload } from "../../model/objects.ts";
import { payloadOf } from "../../model/payload.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { construct, isEmpty, isObject, orElse, unsupported } from "../construct.ts";
import { formatDocstring, signatureOfFunction } from "../function-signature.ts";
import type { Models } from "../models.ts";
import { partitionsOfConfig } from "../partitions/partitions.ts";
import { refuse, refuseDefinition } from "../refusal.ts";
import { type Bound, bind } from "../signature.ts";
import { compose } from "./compose.ts";
import { dependenciesOf } from "./node-dependencies.ts";
import { callNode, configuredMethod, nodeMethods } from "./op.ts";

const GRAPH = "dagster.GraphDefinition";
const JOB = "dagster.JobDefinition";

function decorator(name: "dagster.graph" | "dagster.job"): (context: CallContext) => Value {
  return (context) => {
    const bound = bind(name, context);
    const build = name === "dagster.graph" ? buildGraph : buildJob;
    const fn = bound.given("compose_fn");
    if (fn && fn.value.kind !== "none") return build(fn.value, bound);
    return native(name, (inner) => build(inner.args.positional[0]?.value ?? NONE, bound));
  };
}

interface Composed {
  readonly name: Value;
  readonly description: Value;
  readonly payload: CompositionPayload;
}

/** Runs the composition function of a decorated graph or job. */
function composeFunction(fn: Value, bound: Bound, outputNames: readonly string[] | undefined): Composed {
  const { context } = bound;
  const signature = signatureOfFunction(fn, context.interpreter, context.at);
  const docstring = formatDocstring(signature.docstring);
  const description = bound.value("description");
  const name = orElse(bound.value("name"), signature.name);
  return {
    name,
    description: isEmpty(description) && docstring !== undefined ? str(docstring) : description,
    payload: {
      kind: "composition",
      composition: compose({ name, function: fn, signature, outputNames }, context),
      ...(fn.kind === "function" && { function: fn }),
    },
  };
}

function buildGraph(fn: Value, bound: Bound): Value {
  const { name, description, payload } = composeFunction(fn, bound, outputNamesOf(bound.value("out")));
  return construct(GRAPH, { name, description, tags: mergeDicts(bound.value("tags"), undefined) }, bound.context, payload);
}

/** `None` and one `GraphOut` are the one output `result`. */
function outputNamesOf(out: Value): readonly string[] | undefined {
  if (out.kind !== "dict") return undefined;
  return [...out.entries.values()].flatMap(({ key }) => (key.kind === "str" ? [key.value] : []));
}

function buildJob(fn: Value, bound: Bound): Value {
  const { name, description, payload } = composeFunction(fn, bound, undefined);
  refuseOptions(bound, name, payload.composition);
  return construct(JOB, jobFields(bound, { name, description }), bound.context, payload);
}

function jobFields(bound: Bound, own: { readonly name: Value; readonly description: Value }): Readonly<Record<string, Value>> {
  return {
    ...own,
    tags: mergeDicts(bound.value("tags"), undefined),
    resource_defs: bound.value("resource_defs"),
    partitions_def: orElse(bound.value("partitions_def"), partitionsOfConfig(bound.value("config"))),
    config: bound.value("config"),
    executor_def: bound.value("executor_def"),
    owners: bound.value("owners"),
    hook_defs: bound.value("hooks"),
  };
}

/** `graph.to_job(name=…)`: the same nodes under the graph's or the given name. */
const toJob: MethodModel = (self, context) => {
  if (self.kind !== "object") return unsupported(context, "a subclass of a graph is not read");
  const definition = isObject(self, "dagster.PendingNodeInvocation") ? self.fields.get("node_def") : self;
  if (definition?.kind !== "object") return unsupported(context, "the graph is not known");
  const bound = bind("dagster.GraphDefinition.to_job", context);
  const alias = self.fields.get("given_alias");
  const ownName = alias && alias.kind !== "none" ? alias : (definition.fields.get("name") ?? NONE);
  const name = orElse(bound.value("name"), ownName);
  const description = orElse(bound.value("description"), definition.fields.get("description") ?? NONE);
  const payload = payloadOf(definition, "composition");
  if (payload) refuseOptions(bound, name, payload.composition);
  return construct(JOB, jobFields(bound, { name, description }), context, definition.payload);
};

/** Values for inputs that the graph does not have, a selection of ops that it does not hold, and partitions that contradict the configuration's. */
function refuseOptions(bound: Bound, name: Value, { nodes, inputs, gap }: Composition): void {
  const { context } = bound;
  if (gap || nodes.some(({ condition }) => condition)) return;
  const values = bound.value("input_values");
  for (const { key } of values.kind === "dict" ? values.entries.values() : []) {
    if (key.kind !== "str" || inputs.includes(key.value)) continue;
    const words = `Error when constructing JobDefinition '${name.kind === "str" ? name.value : "…"}': Input value provided for key '${key.value}', but job has no top-level input with that name.`;
    refuseDefinition(context, "DagsterInvalidDefinitionError", words);
  }
  const selection = bound.value("op_selection");
  const queries = selection.kind === "list" && selection.complete ? selection.items : [];
  const texts = queries.flatMap((query) => (query.kind === "str" ? [query.value] : []));
  const names = new Set(nodes.map((node) => node.name));
  const isEmptyHanded = texts.length > 0 && texts.length === queries.length && !texts.some((text) => mayMatch(text, names));
  if (isEmptyHanded || (selection.kind === "str" && ![...selection.value].some((letter) => mayMatch(letter, names)))) {
    const words = `No qualified ops to execute found for op_selection=[${texts.map((text) => `'${text}'`).join(", ")}]`;
    refuseDefinition(context, "DagsterInvalidSubsetError", words);
  }
}

/** `*name`, `name+`, `graph.name`: the text names a node of the job, or a part of one. */
function mayMatch(text: string, names: ReadonlySet<string>): boolean {
  const plain = /^\*?\+*([\w.]+)\+*\*?$/.exec(text)?.[1];
  return plain === undefined || names.has(plain) || names.has(plain.split(".")[0] ?? "");
}

function constructGraph(context: CallContext): Value {
  const bound = bind(GRAPH, context);
  const payload: CompositionPayload = { kind: "composition", composition: dependenciesOf(bound) };
  return construct(
    GRAPH,
    { name: bound.value("name"), description: bound.value("description"), tags: bound.value("tags") },
    context,
    payload,
  );
}

/** `JobDefinition(graph_def=…)`. */
function constructJob(context: CallContext): Value {
  const bound = bind(JOB, context);
  const graph = bound.value("graph_def");
  const name = orElse(bound.value("name"), graph.kind === "object" ? (graph.fields.get("name") ?? NONE) : NONE);
  const payload = payloadOf(graph, "composition");
  const gap = graph.kind === "unknown" ? graph : unsupported(context, "the graph of a job is not known");
  return construct(
    JOB,
    jobFields(bound, { name, description: bound.value("description") }),
    context,
    payload ?? { kind: "composition", composition: emptyComposition(gap) },
  );
}

/** A copy of a job: hooks and resources are nothing that the graph shows. */
const sameJob: MethodModel = (self: LibraryObject | { readonly kind: "instance" }, _context) => self as LibraryObject;

const callJob: MethodModel = (self, context) => {
  const name = self.kind === "object" ? self.fields.get("name") : undefined;
  const words = `Attempted to call job '${name?.kind === "str" ? name.value : "…"}' directly. Jobs should be invoked by using an execution API function (e.g. \`job.execute_in_process\`).`;
  return refuse(context, "DagsterInvariantViolationError", words);
};

export const graphModels: Models = {
  symbols: {
    "dagster.graph": decorator("dagster.graph"),
    "dagster.job": decorator("dagster.job"),
    [GRAPH]: constructGraph,
    [JOB]: constructJob,
  },
  types: {
    [GRAPH]: { methods: { ...nodeMethods, to_job: toJob, configured: configuredMethod(GRAPH) }, call: callNode },
    [JOB]: { call: callJob, methods: { with_hooks: sameJob, with_top_level_resources: sameJob, with_executor_def: sameJob } },
    "dagster.PendingNodeInvocation": { methods: { ...nodeMethods, to_job: toJob }, call: callNode },
  },
};
