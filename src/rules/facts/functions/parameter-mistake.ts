/**
 * Parameters that Dagster takes for an upstream asset although they were meant for something else: a context under another name, a configuration,
 * an optional resource, `self`. Each has a rule of its own; the rule about missing upstream assets leaves them to it.
 */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { type SignatureParameter, signatureOfFunction } from "../../../dagster/library/function-signature.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import type { FunctionValue, LibraryObject, Scope, Value } from "../../../python/value.ts";
import type { Expression } from "../../../syntax/expression.ts";
import { functionOf } from "../definition-place.ts";

export type ParameterMistake =
  | "context-renamed"
  | "config-param-misnamed"
  | "optional-resource-annotation"
  | "method-as-asset"
  | "context-not-first";

const CONTEXTS = ["AssetExecutionContext", "OpExecutionContext", "AssetCheckExecutionContext"];
const RESOURCES = ["dagster.ConfigurableResourceFactory", "dagster.ResourceDefinition"];

/** What the parameter of that name was meant for, when it is not an asset. */
export function parameterMistake(definition: LibraryObject, name: string, { interpreter }: LoadedLocation): ParameterMistake | undefined {
  const fn = functionOf(definition);
  if (!fn) return undefined;
  const { parameters } = signatureOfFunction(fn, interpreter, definition.at);
  const index = parameters.findIndex((parameter) => parameter.name === name);
  const parameter = parameters[index];
  return parameter && mistakeOf(parameter, { index, fn, interpreter });
}

interface Place {
  readonly index: number;
  readonly fn: FunctionValue;
  readonly interpreter: Interpreter;
}

function mistakeOf(parameter: SignatureParameter, { index, fn, interpreter }: Place): ParameterMistake | undefined {
  if (index === 0 && parameter.name === "self" && fn.closure.kind === "class") return "method-as-asset";
  if (index > 0 && parameter.name === "context") return "context-not-first";
  const annotation = annotationOf(parameter, interpreter);
  if (!annotation) return undefined;
  if (annotation.kind === "symbol" && CONTEXTS.some((context) => annotation.name.endsWith(`.${context}`))) return "context-renamed";
  if (interpreter.isSubclass(annotation, "dagster.Config")) return "config-param-misnamed";
  const optional = optionalOf(annotation);
  if (optional && RESOURCES.some((type) => interpreter.isSubclass(optional, type))) return "optional-resource-annotation";
  return undefined;
}

export function annotationOf(parameter: SignatureParameter, interpreter: Interpreter): Value | undefined {
  const { annotation } = parameter;
  if (!annotation) return undefined;
  if ("value" in annotation) return annotation.value;
  const ofFunction = annotations.get(annotation.function) ?? new Map<Expression, Value>();
  annotations.set(annotation.function, ofFunction);
  const known = ofFunction.get(annotation.expression);
  if (known) return known;
  const value = annotationInScope(annotation.expression, annotation.function, interpreter);
  ofFunction.set(annotation.expression, value);
  return value;
}

/** What a function says that it returns; `undefined` where it says nothing. */
export function returnAnnotationOf(fn: FunctionValue, interpreter: Interpreter): Value | undefined {
  const { definition } = fn;
  return definition.kind === "function" && definition.returns ? annotationInScope(definition.returns, fn, interpreter) : undefined;
}

/** What the same words name in the same scope: most annotations are repeated in every function of a module. */
function annotationInScope(expression: Expression, fn: FunctionValue, interpreter: Interpreter): Value {
  const inScope = named.get(fn.closure) ?? new Map<string, Value>();
  named.set(fn.closure, inScope);
  const words = fn.file.text.slice(expression.start, expression.end);
  const known = inScope.get(words);
  if (known) return known;
  const value = interpreter.annotation(expression, fn.closure);
  if (value.kind === "symbol" || value.kind === "class") inScope.set(words, value);
  return value;
}

const named = new WeakMap<Scope, Map<string, Value>>();

/** Many rules ask for the same annotation. */
const annotations = new WeakMap<FunctionValue, Map<Expression, Value>>();

/** `T` of `Optional[T]` and `T | None`. */
function optionalOf(annotation: Value): Value | undefined {
  if (annotation.kind !== "object") return undefined;
  const args = annotation.fields.get("args");
  const origin = annotation.fields.get("origin");
  const isUnion = origin?.kind === "symbol" && /(?:^|\.)(?:Optional|Union|UnionType)$/.test(origin.name);
  if (!isUnion && annotation.type !== "types.UnionType") return undefined;
  const members = args?.kind === "tuple" || args?.kind === "list" ? args.items : [];
  return members.find((member) => member.kind === "class" || member.kind === "symbol");
}
