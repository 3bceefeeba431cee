/**
 * What invoking an op in a composition yields: a handle for each output. A dynamic output is one that has to be unpacked, by `map` (whose function is
 * part of the body) or `collect`. Source: `InvokedNodeOutputHandle`, `InvokedNodeDynamicOutputWrapper` and `DynamicFanIn` of dagster 1.13.
 */
import type { Location } from "../../../base/span.ts";
import type { CallContext, MethodModel, TypeModel } from "../../../python/library.ts";
import { NONE, str } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { derive, isObject } from "../construct.ts";
import { refuse } from "../refusal.ts";

export const NODE_OUTPUT = "dagster.InvokedNodeOutputHandle";
export const DYNAMIC_OUTPUT = "dagster.InvokedNodeDynamicOutputWrapper";
export const FAN_IN = "dagster.DynamicFanIn";

/** What a handle stands for. */
export interface OutputPayload {
  readonly kind: "node-output";
  readonly node: string;
  readonly output: string;
}

export type Handle = LibraryObject & { readonly payload: OutputPayload };

export function makeHandle(type: string, payload: OutputPayload, at: Location): LibraryObject {
  return derive(type, { node_name: str(payload.node), output_name: str(payload.output) }, at, { payload });
}

export function isHandle(value: Value | undefined, ...types: readonly string[]): value is Handle {
  return isObject(value, ...(types.length > 0 ? types : [NODE_OUTPUT, DYNAMIC_OUTPUT, FAN_IN]));
}

const INVARIANT = "DagsterInvariantViolationError";

function misused(self: Value, context: CallContext, how: string): Value {
  if (!isHandle(self)) return context.interpreter.unknown("unsupported", "this is no output of an op", context.at);
  const { node, output } = self.payload;
  const [type, what] = self.type === DYNAMIC_OUTPUT ? [DYNAMIC_OUTPUT, "dynamic output"] : [NODE_OUTPUT, "output"];
  const words = `${how} ${type.slice("dagster.".length)}. This object represents the ${what} "${output}" from the op '${node}'.`;
  return refuse(context, INVARIANT, words);
}

const iterate: TypeModel["iterate"] = (self, context) => misused(self, context, "Attempted to iterate over an");
const subscript: TypeModel["subscript"] = (self, _, context) => misused(self, context, "Attempted to index in to an");

const ALREADY_INVOKED: Readonly<Record<string, MethodModel>> = {
  alias: (self, context) => misused(self, context, "attempted to call alias method for"),
  with_hooks: (self, context) => misused(self, context, "attempted to call hook method for"),
};

/** `handle.map(function)`: the function is given one element, and what it yields is dynamic again. */
const map: MethodModel = (self, context) => {
  const target = context.args.positional[0] ?? context.args.keywords.get("fn");
  if (!target || !isHandle(self)) return NONE;
  const element = makeHandle(NODE_OUTPUT, self.payload, context.at);
  const args = { positional: [{ value: element, at: context.at }], keywords: new Map(), complete: true };
  return mapped(context.interpreter.call(target.value, args, context.at), self, context);
};

function mapped(result: Value, { payload }: Handle, context: CallContext): Value {
  const wrap = (value: Value): Value => (isHandle(value, NODE_OUTPUT) ? makeHandle(DYNAMIC_OUTPUT, value.payload, context.at) : value);
  if (isHandle(result, NODE_OUTPUT)) return wrap(result);
  if (result.kind === "tuple" && result.items.every((item) => isHandle(item, NODE_OUTPUT)))
    return { ...result, items: result.items.map(wrap) };
  if (!REFUSED.has(result.kind)) return result;
  return refuse(context, "CheckError", `Could not handle output from map function invoked on ${payload.node}:${payload.output}`);
}

/** What is certainly no output. */
const REFUSED: ReadonlySet<Value["kind"]> = new Set(["int", "float", "str", "bool", "dict", "list", "set", "bytes", "function", "class"]);

const collect: MethodModel = (self, context) => (isHandle(self) ? makeHandle(FAN_IN, self.payload, context.at) : NONE);

export const nodeOutputTypes: Readonly<Record<string, TypeModel>> = {
  [NODE_OUTPUT]: { iterate, subscript, methods: ALREADY_INVOKED },
  [DYNAMIC_OUTPUT]: { iterate, subscript, methods: { ...ALREADY_INVOKED, map, collect } },
  [FAN_IN]: {},
};
