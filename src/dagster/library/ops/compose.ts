/**
 * Running a composition function: the body of `@job`, `@graph` and `@graph_asset` is evaluated, and every op invoked in it is
 * recorded as a node. Source: `composition.py` of dagster 1.13.
 *
 * The stack of open compositions belongs to one interpreter; outside of any, invoking an op means running it, which nobody does here.
 */
import type { Interpreter } from "../../../python/interpreter.ts";
import type { ArgumentValue, CallContext } from "../../../python/library.ts";
import { list, NONE, str, tuple } from "../../../python/make-value.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import type { Composition, CompositionNode, CompositionOutput } from "../../model/composition.ts";
import { payloadOf } from "../../model/payload.ts";
import { derive, isObject } from "../construct.ts";
import type { FunctionSignature } from "../function-signature.ts";
import { refuse, refuseDefinition } from "../refusal.ts";
import { fanOutRefusal, type NodeBinding } from "./dynamic-fan-out.ts";
import { DYNAMIC_OUTPUT, FAN_IN, type Handle, isHandle, makeHandle, NODE_OUTPUT } from "./node-outputs.ts";

export const NODE_OUTPUTS = "dagster.InvokedNode";
const GRAPH_INPUT = "dagster.InputMappingNode";

interface Open {
  readonly nodes: CompositionNode[];
  readonly edges: Map<string, { readonly from: string; readonly to: string }>;
  readonly uses: Map<string, number>;
  /** Names of the graph's inputs that went into a node. */
  readonly usedInputs: Set<string>;
  readonly bindings: NodeBinding[];
  /** `fan:result`, of ops. */
  readonly dynamicOutputs: Set<string>;
  gap?: Unknown;
}

const stacks = new WeakMap<Interpreter, Open[]>();

export interface Invocation {
  readonly definition: LibraryObject;
  readonly alias?: string;
}

/** Records a node in the innermost open composition; `undefined` when there is none. */
export function invokeNode({ definition, alias }: Invocation, context: CallContext): Value | undefined {
  const open = stacks.get(context.interpreter)?.at(-1);
  if (!open) return undefined;
  const given = definition.fields.get("name");
  if (alias === undefined && given?.kind !== "str") {
    const gap =
      given?.kind === "unknown" ? given : context.interpreter.unknown("runtime-input", "the name of an op is not known", context.at);
    open.gap ??= gap;
    return gap;
  }
  const name = alias ?? nextName(open, given?.kind === "str" ? given.value : "");
  refuseInvocation({ name, definition, open }, context);
  const outputs = outputNames(definition);
  const made = context.interpreter.object(NODE_OUTPUTS, [], { at: context.at, args: context.args });
  open.nodes.push({ name, definition, at: context.at, args: context.args, ...(made.condition && { condition: made.condition }) });
  for (const argument of [...context.args.positional, ...context.args.keywords.values()]) connect({ open, argument, to: name }, context);
  // A node that is there only under a condition leaves open what the graph is.
  const gap = outputs.gap ?? made.condition;
  if (gap) open.gap ??= gap;
  for (const output of outputs.dynamic) open.dynamicOutputs.add(`${name}:${output}`);
  return resultOf(name, outputs, made);
}

interface NewNode {
  readonly name: string;
  readonly definition: LibraryObject;
  readonly open: Open;
}

/** Source: `observe_invocation` and `CompleteCompositionContext.create`. */
function refuseInvocation({ name, definition, open }: NewNode, context: CallContext): void {
  if (open.nodes.some((node) => node.name === name))
    refuse(context, "DagsterInvalidDefinitionError", `invoked the same node (${name}) twice without aliasing.`);
  const given = definition.fields.get("name");
  const same = given?.kind === "str" ? open.nodes.find(({ definition: other }) => isNamed(other, given.value)) : undefined;
  if (given?.kind === "str" && same && (same.definition.at.path !== definition.at.path || same.definition.at.start !== definition.at.start))
    refuse(context, "DagsterInvalidDefinitionError", `Detected conflicting node definitions with the same name "${given.value}"`);
}

function isNamed({ fields }: LibraryObject, wanted: string): boolean {
  const name = fields.get("name");
  return name?.kind === "str" && name.value === wanted;
}

/** `load`, then `load_2`. */
function nextName(open: Open, name: string): string {
  const count = (open.uses.get(name) ?? 0) + 1;
  open.uses.set(name, count);
  return count === 1 ? name : `${name}_${count}`;
}

interface Connection {
  readonly open: Open;
  readonly argument: ArgumentValue;
  readonly to: string;
}

function connect({ open, argument, to }: Connection, context: CallContext): void {
  const { value } = argument;
  noteInputs(value, open);
  for (const { payload } of handlesIn(value, open)) open.edges.set(`${payload.node} ${to}`, { from: payload.node, to });
  if (isHandle(value, DYNAMIC_OUTPUT)) {
    const words = `received the dynamic output ${value.payload.output} from op '${value.payload.node}' directly. Dynamic output must be unpacked by invoking map or collect.`;
    refuse({ ...context, at: argument.at }, "DagsterInvalidDefinitionError", words);
  }
  const items = value.kind === "list" ? value.items : [value];
  for (const item of items) {
    if (!isHandle(item, NODE_OUTPUT, FAN_IN)) continue;
    const how = value.kind === "list" ? "fan-in" : item.type === FAN_IN ? "collect" : "direct";
    open.bindings.push({ node: to, at: context.at, how, from: item.payload.node, output: item.payload.output });
  }
}

/** Also within lists: fan-in. What is not known may hold any input. */
function noteInputs(value: Value, open: Open): void {
  if (value.kind === "list" || value.kind === "tuple") for (const item of value.items) noteInputs(item, open);
  if (value.kind === "one-of") for (const option of value.options) noteInputs(option, open);
  const name = isObject(value, GRAPH_INPUT) ? value.fields.get("name") : undefined;
  if (name?.kind === "str") open.usedInputs.add(name.value);
}

function handlesIn(value: Value, open: Open): readonly Handle[] {
  switch (value.kind) {
    case "list":
    case "tuple":
      if (value.gap) open.gap ??= value.gap;
      return value.items.flatMap((item) => handlesIn(item, open));
    case "one-of":
      return value.options.flatMap((option) => handlesIn(option, open));
    case "unknown":
      open.gap ??= value;
      return [];
    case "object":
      return isHandle(value) ? [value] : [];
    default:
      return [];
  }
}

/** One output is its handle; several are a tuple with names. */
function resultOf(node: string, { names, dynamic, isOpen, gap }: Outputs, made: LibraryObject): Value {
  const [only] = names;
  const handle = (output: string): LibraryObject =>
    makeHandle(dynamic.includes(output) ? DYNAMIC_OUTPUT : NODE_OUTPUT, { kind: "node-output", node, output }, made.at);
  if (names.length === 1 && only !== undefined) return handle(only);
  if (names.length === 0) return isOpen || gap ? made : NONE;
  return { ...tuple(names.map(handle)), names };
}

interface Outputs {
  readonly names: readonly string[];
  /** Those of an op that are declared so, those of a graph that it passes on. */
  readonly dynamic: readonly string[];
  /** There may be others: a graph that is not read through. */
  readonly isOpen?: boolean;
  readonly gap?: Unknown;
}

function outputNames(definition: LibraryObject): Outputs {
  if (isObject(definition, "dagster.GraphDefinition")) {
    const composition = payloadOf(definition, "composition")?.composition;
    const outputs = composition?.outputs ?? [];
    const dynamic = outputs.filter(({ isDynamic }) => isDynamic).map(({ name }) => name);
    return { names: outputs.map(({ name }) => name), dynamic, isOpen: !composition?.returned || composition.gap !== undefined };
  }
  const outs = definition.fields.get("outs");
  const one: Outputs = { names: ["result"], dynamic: [] };
  if (outs?.kind !== "dict") return outs?.kind === "unknown" ? { ...one, gap: outs } : one;
  const named = [...outs.entries.values()].flatMap(({ key, value }) => (key.kind === "str" ? [{ name: key.value, value }] : []));
  const names = named.map(({ name }) => name);
  const dynamic = named.filter(({ value }) => isObject(value, "dagster.DynamicOut")).map(({ name }) => name);
  return { names, dynamic, ...(outs.gap && { gap: outs.gap }) };
}

export interface Composing {
  /** Of the graph, for messages. */
  readonly name: Value;
  readonly function: Value;
  readonly signature: FunctionSignature;
  /** Names of `out=`; `undefined` when it is not given. */
  readonly outputNames: readonly string[] | undefined;
}

/** Evaluates the function's body with placeholders for its parameters. */
export function compose({ name, function: fn, signature, outputNames: named }: Composing, context: CallContext): Composition {
  const { interpreter, at } = context;
  const open: Open = {
    nodes: [],
    edges: new Map(),
    uses: new Map(),
    usedInputs: new Set(),
    bindings: [],
    dynamicOutputs: new Set(),
    ...(signature.gap && { gap: signature.gap }),
  };
  const stack = stacks.get(interpreter) ?? [];
  stacks.set(interpreter, stack);
  const inputs = signature.parameters
    .filter((parameter) => parameter.kind === "regular" || parameter.kind === "keyword-only")
    .map((parameter) => parameter.name);
  const keywords = new Map(inputs.map((name) => [name, { value: derive(GRAPH_INPUT, { name: str(name) }, at), at }] as const));
  stack.push(open);
  let returned: Value;
  try {
    returned = signature.gap ? NONE : interpreter.call(fn, { positional: [], keywords, complete: true }, at);
  } finally {
    stack.pop();
  }
  const refusal = open.gap ? undefined : fanOutRefusal(open.bindings, (output) => open.dynamicOutputs.has(output));
  if (refusal) refuse({ interpreter, at: refusal.at }, "DagsterInvalidDefinitionError", refusal.words);
  const misfit = open.gap || !named ? undefined : misfitOf(returned, named, name);
  if (misfit) refuseDefinition({ interpreter, at }, misfit.error, misfit.words);
  const outputs = outputsOf(returned, named, open);
  noteInputs(returned.kind === "dict" ? list([...returned.entries.values()].map(({ value }) => value)) : returned, open);
  const unusedInputs = inputs.filter((name) => !open.usedInputs.has(name));
  const result = { nodes: open.nodes, edges: [...open.edges.values()], inputs, outputs, returned, unusedInputs };
  return open.gap ? { ...result, gap: open.gap } : result;
}

/** One output, or a tuple of too few, where several are declared. */
function misfitOf(returned: Value, named: readonly string[], name: Value): { readonly error: string; readonly words: string } | undefined {
  if (named.length < 2) return undefined;
  if (returned.kind === "tuple" && returned.items.length < named.length && returned.items.every((item) => isHandle(item, NODE_OUTPUT)))
    return { error: "IndexError", words: "tuple index out of range" };
  if (!isHandle(returned, NODE_OUTPUT, DYNAMIC_OUTPUT)) return undefined;
  const from = `${returned.payload.node}.${returned.payload.output}`;
  const words = `Returned a single output (${from}) in @graph '${name.kind === "str" ? name.value : "…"}' but ${named.length} outputs are defined. Return a dict to map defined outputs.`;
  return { error: "DagsterInvalidDefinitionError", words };
}

/** Source: `composite_mapping_from_output`. */
function outputsOf(returned: Value, named: readonly string[] | undefined, open: Open): readonly CompositionOutput[] {
  if (isHandle(returned, NODE_OUTPUT, DYNAMIC_OUTPUT)) return [outputFrom(named?.[0] ?? "result", returned)];
  if (returned.kind === "tuple" || returned.kind === "list") {
    return returned.items.flatMap((item, index) => {
      const name = named?.[index];
      return isHandle(item) && name !== undefined ? [outputFrom(name, item)] : [];
    });
  }
  if (returned.kind === "dict") {
    return [...returned.entries.values()].flatMap(({ key, value }) =>
      key.kind === "str" && isHandle(value) ? [outputFrom(key.value, value)] : [],
    );
  }
  if (returned.kind === "unknown") open.gap ??= returned;
  if (returned.kind === "one-of") open.gap ??= returned.condition;
  return [];
}

function outputFrom(name: string, { type, payload: { node, output } }: Handle): CompositionOutput {
  return type === DYNAMIC_OUTPUT ? { name, node, output, isDynamic: true } : { name, node, output };
}
