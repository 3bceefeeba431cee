/** `functools.singledispatch`: the implementation that is registered for the class of the first argument. */

import { classOf } from "../../attribute/class-of.ts";
import { argumentOf, selfOf, unknownIn } from "../../builtins/arguments.ts";
import { instanceVerdict } from "../../builtins/reflection.ts";
import type { CallContext, SymbolModel, TypeModel } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { NONE, native } from "../../make-value.ts";
import type { LibraryObject, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";

const DISPATCH = "functools.singledispatch";
/** The first argument after `self` decides. */
const METHOD = "functools.singledispatchmethod";

/** What only this model reads: implementations by class, in the order of their registration. */
interface Registry {
  readonly implementations: { readonly type: Value; readonly fn: Value }[];
}

const dispatch: SymbolModel = (context) => ({
  kind: "object",
  type: DISPATCH,
  fields: new Map([["__wrapped__", selfOf(context)]]),
  at: context.at,
  payload: { implementations: [] } satisfies Registry,
});

function registryOf(self: LibraryObject): Registry {
  return self.payload as Registry;
}

/** `@show.register`, whose annotation names the class, or `@show.register(cls)`. */
function register(self: LibraryObject, context: CallContext): Value {
  const [first, second] = context.args.positional.map((argument) => argument.value);
  const add = (type: Value, fn: Value): Value => {
    registryOf(self).implementations.push({ type, fn });
    return fn;
  };
  if (first?.kind === "function") return add(annotatedClass(first, context), first);
  if (first && second) return add(first, second);
  return native("register", (inner) => add(first ?? NONE, selfOf(inner)));
}

function annotatedClass(fn: Extract<Value, { kind: "function" }>, { interpreter, at }: CallContext): Value {
  const annotation = fn.definition.parameters.find((parameter) => parameter.annotation)?.annotation;
  return annotation ? interpreter.annotation(annotation, fn.closure) : interpreter.unknown("unsupported", "the class is not named", at);
}

function call(self: LibraryObject, context: CallContext, place = 0): Value {
  const value = argumentOf(context.args, place) ?? NONE;
  const { implementations } = registryOf(self);
  const exact = context.interpreter instanceof Machine ? classOf(context.interpreter, value, context.at) : NONE;
  const verdicts = implementations.map(({ type, fn }) => ({ fn, type, verdict: instanceVerdict(context, value, type) }));
  if (verdicts.some(({ verdict }) => verdict === "unknown"))
    return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "which implementation is meant is not known", context.at);
  const fitting = verdicts.filter(({ verdict }) => verdict === "yes");
  const own = fitting.findLast(({ type }) => context.interpreter.equal(type, exact) === "yes");
  if (!own && fitting.length > 1)
    return context.interpreter.unknown("unsupported", "which implementation is meant is not known", context.at);
  const chosen = own?.fn ?? fitting[0]?.fn ?? self.fields.get("__wrapped__") ?? NONE;
  return context.interpreter.call(chosen, context.args, context.at);
}

/** As an attribute of an instance. */
function bind(self: LibraryObject, owner: Value): Value {
  return native(METHOD, (context) => {
    const positional = [{ value: owner, at: context.at }, ...context.args.positional];
    return call(self, { ...context, args: { ...context.args, positional } }, 1);
  });
}

const TYPE: TypeModel = {
  methods: {
    register: (self, context) => (self.kind === "object" ? register(self, context) : NONE),
  },
  call: (self, context) => (self.kind === "object" ? call(self, context) : NONE),
};

export const SINGLE_DISPATCH: LibraryPart = {
  symbols: { [DISPATCH]: dispatch, [METHOD]: (context) => ({ ...(dispatch(context) as LibraryObject), type: METHOD }) },
  types: { [DISPATCH]: TYPE, [METHOD]: { ...TYPE, bind } },
};
