/**
 * Running a composition function: the body of `@job`, `@graph` and `@graph_asset` is evaluated, and every op invoked in it is
 * recorded as a node. Source: `composition.py` of dagster 1.13.
 *
 * The stack of open compositions belongs to one interpreter; outside of any, invoking an op means running it, which nobody does here.
 */
import type { Location } from "../../../base/span.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import type { ArgumentValue, CallContext } from "../../../python/library.ts";
import { list, NONE, str, tuple } from "../../../python/make-value.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import type { Composition, CompositionNode, CompositionOutput } from "../../model/composition.ts";
import type { CompositionPayload } from "../../model/objects.ts";
import { derive, isObject } from "../construct.ts";
import type { FunctionSignature } from "../function-signature.ts";

export const NODE_OUTPUT = "dagster.InvokedNodeOutputHandle";
export const NODE_OUTPUTS = "dagster.InvokedNode";
const GRAPH_INPUT = "dagster.InputMappingNode";

/** What a handle stands for. */
interface OutputPayload {
  readonly kind: "node-output";
  readonly node: string;
  readonly output: string;
}

interface Open {
  readonly nodes: CompositionNode[];
  readonly edges: Map<string, { readonly from: string; readonly to: string }>;
  readonly uses: Map<string, number>;
  /** Names of the graph's inputs that went into a node. */
  readonly usedInputs: Set<string>;
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
  const outputs = outputNames(definition);
  const made = context.interpreter.object(NODE_OUTPUTS, [], { at: context.at, args: context.args });
  open.nodes.push({ name, definition, at: context.at, args: context.args, ...(made.condition && { condition: made.condition }) });
  for (const argument of [...context.args.positional, ...context.args.keywords.values()]) connect(open, argument, name);
  // A node that is there only under a condition leaves open what the graph is.
  const gap = outputs.gap ?? made.condition;
  if (gap) open.gap ??= gap;
  return resultOf(name, outputs.names, made, context.at);
}

/** `load`, then `load_2`. */
function nextName(open: Open, name: string): string {
  const count = (open.uses.get(name) ?? 0) + 1;
  open.uses.set(name, count);
  return count === 1 ? name : `${name}_${count}`;
}

function connect(open: Open, argument: ArgumentValue, to: string): void {
  noteInputs(argument.value, open);
  for (const handle of handlesIn(argument.value, open)) open.edges.set(`${handle.node} ${to}`, { from: handle.node, to });
}

/** Also within lists: fan-in. What is not known may hold any input. */
function noteInputs(value: Value, open: Open): void {
  if (value.kind === "list" || value.kind === "tuple") for (const item of value.items) noteInputs(item, open);
  if (value.kind === "one-of") for (const option of value.options) noteInputs(option, open);
  const name = isObject(value, GRAPH_INPUT) ? value.fields.get("name") : undefined;
  if (name?.kind === "str") open.usedInputs.add(name.value);
}

function handlesIn(value: Value, open: Open): readonly OutputPayload[] {
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
      return isHandle(value) ? [value.payload] : [];
    default:
      return [];
  }
}

function isHandle(value: Value | undefined): value is LibraryObject & { readonly payload: OutputPayload } {
  return isObject(value, NODE_OUTPUT);
}

function handle(node: string, output: string, at: Location): LibraryObject {
  return derive(NODE_OUTPUT, { node_name: str(node), output_name: str(output) }, at, {
    payload: { kind: "node-output", node, output } satisfies OutputPayload,
  });
}

/** One output is its handle; several are a tuple with names. */
function resultOf(node: string, names: readonly string[], made: LibraryObject, at: Location): Value {
  const [only] = names;
  if (names.length === 1 && only !== undefined) return handle(node, only, at);
  if (names.length === 0) return made;
  return { ...tuple(names.map((name) => handle(node, name, at))), names };
}

function outputNames(definition: LibraryObject): { readonly names: readonly string[]; readonly gap?: Unknown } {
  if (isObject(definition, "dagster.GraphDefinition")) {
    const payload = definition.payload as CompositionPayload | undefined;
    return { names: payload?.composition.outputs.map((output) => output.name) ?? [] };
  }
  const outs = definition.fields.get("outs");
  if (outs?.kind !== "dict") return outs?.kind === "unknown" ? { names: ["result"], gap: outs } : { names: ["result"] };
  const names = [...outs.entries.values()].flatMap(({ key }) => (key.kind === "str" ? [key.value] : []));
  return outs.gap ? { names, gap: outs.gap } : { names };
}

export interface Composing {
  readonly function: Value;
  readonly signature: FunctionSignature;
  /** Names of `out=`; `undefined` when it is not given. */
  readonly outputNames: readonly string[] | undefined;
}

/** Evaluates the function's body with placeholders for its parameters. */
export function compose({ function: fn, signature, outputNames: named }: Composing, context: CallContext): Composition {
  const { interpreter, at } = context;
  const open: Open = { nodes: [], edges: new Map(), uses: new Map(), usedInputs: new Set(), ...(signature.gap && { gap: signature.gap }) };
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
  const outputs = outputsOf(returned, named, open);
  noteInputs(returned.kind === "dict" ? list([...returned.entries.values()].map(({ value }) => value)) : returned, open);
  const unusedInputs = inputs.filter((name) => !open.usedInputs.has(name));
  const result = { nodes: open.nodes, edges: [...open.edges.values()], inputs, outputs, returned, unusedInputs };
  return open.gap ? { ...result, gap: open.gap } : result;
}

/** Source: `composite_mapping_from_output`. */
function outputsOf(returned: Value, named: readonly string[] | undefined, open: Open): readonly CompositionOutput[] {
  if (isHandle(returned)) return [{ name: named?.[0] ?? "result", node: returned.payload.node, output: returned.payload.output }];
  if (returned.kind === "tuple" || returned.kind === "list") {
    return returned.items.flatMap((item, index) => {
      const name = named?.[index];
      return isHandle(item) && name !== undefined ? [{ name, node: item.payload.node, output: item.payload.output }] : [];
    });
  }
  if (returned.kind === "dict") {
    return [...returned.entries.values()].flatMap(({ key, value }) =>
      key.kind === "str" && isHandle(value) ? [{ name: key.value, node: value.payload.node, output: value.payload.output }] : [],
    );
  }
  if (returned.kind === "unknown") open.gap ??= returned;
  if (returned.kind === "one-of") open.gap ??= returned.condition;
  return [];
}

/** `handle.map(function)`: the function is part of the body. */
export function mapDynamic(self: Value, context: CallContext): Value {
  const [fn] = context.args.positional;
  const target = fn ?? context.args.keywords.get("fn");
  if (!target) return NONE;
  return context.interpreter.call(
    target.value,
    { positional: [{ value: self, at: context.at }], keywords: new Map(), complete: true },
    context.at,
  );
}
