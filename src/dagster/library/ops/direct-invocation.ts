/**
 * Calling an op, an asset, a sensor or a resource as a plain function, outside of a job or graph: Dagster binds the arguments itself and refuses what does
 * not fit before the function runs. Source: `direct_invocation_result`, `_separate_args_and_kwargs` and `_resolve_inputs` of dagster 1.13.
 */
import type { CallArguments, CallContext, MethodModel } from "../../../python/library.ts";
import type { FunctionValue, Unknown, Value } from "../../../python/value.ts";
import { isObject, unsupported } from "../construct.ts";
import { signatureOfFunction } from "../function-signature.ts";
import { isPlain, refuse, refuseDefinition } from "../refusal.ts";
import { isContext, resourceNames } from "../resource-parameters.ts";

interface Called {
  /** Of the op, for messages. */
  readonly name: string;
  readonly function: Value | undefined;
  /** What is declared of inputs: `In` by name. */
  readonly ins: Value | undefined;
}

interface Sorted {
  readonly given: CallArguments;
  /** The first argument may be a context, although the function has no parameter for one. */
  readonly mayHoldContext: boolean;
}

const INVOCATION = "DagsterInvalidInvocationError";

/** What stands for the result of a call that Dagster refuses; `undefined` where it may run. */
export function refuseInvocation({ name, function: fn, ins }: Called, context: CallContext): Unknown | undefined {
  const { args, interpreter, at } = context;
  if (!args.complete || !isOwn(fn)) return undefined;
  const [first] = fn.definition.parameters;
  const takesContext = isContext(first);
  const missing = takesContext && first ? contextProblem(name, first.name, args) : undefined;
  if (missing !== undefined) return refuse(context, INVOCATION, missing);
  const sorted = withoutContext(args, takesContext && first ? first.name : undefined);
  const resources = resourceNames(signatureOfFunction(fn, interpreter, at), interpreter);
  const problem = inputProblem({ name, function: fn, ins }, sorted, resources);
  if (problem !== undefined) return refuse(context, INVOCATION, problem);
  const isAlone = !takesContext && !sorted.mayHoldContext;
  const lacking = isAlone ? resources.find((resource) => !isGiven(resource, fn, sorted.given)) : undefined;
  return lacking === undefined ? undefined : refuseDefinition(context, "KeyError", `'${lacking}'`);
}

/** Its parameters are those that are written. */
function isOwn(fn: Value | undefined): fn is FunctionValue {
  return fn?.kind === "function" && !fn.wraps && !fn.attributes.has("__signature__");
}

function contextProblem(name: string, parameter: string, { positional, keywords }: CallArguments): string | undefined {
  const given = positional[0]?.value ?? keywords.get(parameter)?.value;
  const words = `Decorated function '${name}' has context argument`;
  if (positional.length + keywords.size === 0) return `${words}, but no context was provided when invoking.`;
  if (given === undefined) return `${words} '${parameter}', but no value for '${parameter}' was found when invoking.`;
  const isNone = given.kind === "none" || keywords.has(parameter);
  return isPlain(given) && !isNone ? `${words}, but no context was provided when invoking.` : undefined;
}

function withoutContext({ positional, keywords, complete }: CallArguments, parameter: string | undefined): Sorted {
  if (parameter === undefined) {
    const [first] = positional;
    return { given: { positional, keywords, complete }, mayHoldContext: first !== undefined && !isPlain(first.value) };
  }
  if (positional.length > 0) return { given: { positional: positional.slice(1), keywords, complete }, mayHoldContext: false };
  const rest = new Map([...keywords].filter(([name]) => name !== parameter));
  return { given: { positional, keywords: rest, complete }, mayHoldContext: false };
}

/** Parameters that stand for inputs, resources and the configuration, in order. */
function parametersOf({ definition }: FunctionValue): FunctionValue["definition"]["parameters"] {
  const [first, ...rest] = definition.parameters;
  return isContext(first) ? rest : definition.parameters;
}

function isGiven(parameter: string, fn: FunctionValue, { positional, keywords }: CallArguments): boolean {
  const index = parametersOf(fn).findIndex(({ name }) => name === parameter);
  return keywords.has(parameter) || index < positional.length;
}

function inputProblem(
  { name, function: fn, ins }: Called,
  { given, mayHoldContext }: Sorted,
  resources: readonly string[],
): string | undefined {
  if (fn?.kind !== "function") return undefined;
  const parameters = parametersOf(fn);
  const isVariadic = parameters.some(({ kind }) => kind !== "regular" && kind !== "keyword-only");
  if (isVariadic) return undefined;
  const isOther = (parameter: string): boolean => parameter === "config" || resources.includes(parameter);
  const nothing = namesOfNothing(ins).find((input) => given.keywords.has(input));
  if (nothing !== undefined)
    return `Attempted to provide value for nothing input '${nothing}'. Nothing dependencies are ignored when directly invoking ops.`;
  const positional = given.positional.filter((_, index) => !isOther(parameters[index]?.name ?? ""));
  const keywords = [...given.keywords.keys()].filter((keyword) => !isOther(keyword));
  const inputs = parameters.filter((parameter) => !isOther(parameter.name));
  const most = inputs.length + (mayHoldContext ? 1 : 0);
  if (positional.length + keywords.length > most) return `Too many input arguments were provided for op '${name}'.`;
  const open = inputs.filter(({ kind }) => kind === "regular").slice(positional.length);
  const missing = open.find((parameter) => !given.keywords.has(parameter.name) && !parameter.default && !hasDefault(ins, parameter.name));
  return missing && `No value provided for required input "${missing.name}".`;
}

function declared(ins: Value | undefined): readonly (readonly [string, Value])[] {
  if (ins?.kind !== "dict") return [];
  return [...ins.entries.values()].flatMap(({ key, value }) => (key.kind === "str" ? [[key.value, value] as const] : []));
}

function namesOfNothing(ins: Value | undefined): readonly string[] {
  return declared(ins).flatMap(([name, value]) =>
    isObject(value, "dagster.In") && isNothing(value.fields.get("dagster_type")) ? [name] : [],
  );
}

function isNothing(type: Value | undefined): boolean {
  return isObject(type, "dagster.Nothing") || (type?.kind === "symbol" && type.name === "dagster.Nothing");
}

/** `In(default_value=…)`; what may hold one is taken to. */
function hasDefault(ins: Value | undefined, input: string): boolean {
  if (ins === undefined || ins.kind === "none") return false;
  if (ins.kind !== "dict") return true;
  const [, value] = declared(ins).find(([name]) => name === input) ?? [];
  if (value === undefined) return !ins.complete;
  if (!isObject(value, "dagster.In")) return true;
  return value.args !== undefined && (value.args.keywords.has("default_value") || value.args.positional.length > 2 || !value.args.complete);
}

interface WithContext {
  /** The field that holds the function. */
  readonly field: string;
  /** Dagster's, where nothing is given to a function that wants a context. */
  readonly words: string;
}

/** Calling a decorated sensor, schedule or resource: its function is run, with the context that is given. */
export function callWithContext({ field, words }: WithContext): MethodModel {
  return (self, context) => {
    const fn = self.kind === "object" ? self.fields.get(field) : undefined;
    const { args, interpreter, at } = context;
    const [first] = isOwn(fn) ? fn.definition.parameters : [];
    const isBare = args.complete && args.positional.length === 0 && args.keywords.size === 0;
    if (first?.kind !== "regular" || !isBare || first.default) return unsupported(context, "what this call yields is not read");
    if (resourceNames(signatureOfFunction(fn ?? self, interpreter, at), interpreter).includes(first.name))
      return unsupported(context, "what this call yields is not read");
    return refuse(context, INVOCATION, words);
  };
}
