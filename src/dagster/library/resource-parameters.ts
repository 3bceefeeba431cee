/**
 * Which parameters of a decorated function are resources. Source: `get_resource_args` of dagster 1.13: the annotation is a class
 * that derives from a resource class, or `ResourceParam[…]`. `Optional[Resource]` is neither.
 */
import type { Interpreter } from "../../python/interpreter.ts";
import type { Value } from "../../python/value.ts";
import type { Expression } from "../../syntax/expression.ts";
import { isObject } from "./construct.ts";
import { type FunctionSignature, type SignatureParameter, typeOfParameter } from "./function-signature.ts";
import { isThirdPartyResource } from "./resources/third-party-resources.ts";

const RESOURCE_CLASSES = ["dagster.ConfigurableResourceFactory", "dagster.ResourceDefinition", "dagster.TreatAsResourceParam"];

const CONTEXT_NAMES: ReadonlySet<string> = new Set(["context", "_context", "context_", "_"]);

/** The first parameter of a function that has one of the names that Dagster knows a context by. */
export function isContext(parameter: Pick<SignatureParameter, "name"> | undefined): boolean {
  return parameter !== undefined && CONTEXT_NAMES.has(parameter.name);
}

function isResource(parameter: SignatureParameter, interpreter: Interpreter): boolean {
  const { annotation } = parameter;
  if (annotation && "expression" in annotation && isBuiltin(annotation.expression)) return false;
  const type = typeOfParameter(parameter, interpreter);
  return type !== undefined && isResourceAnnotation(type, interpreter);
}

/** Not worth an evaluation. */
const BUILTIN_ANNOTATIONS: ReadonlySet<string> = new Set([
  "str",
  "int",
  "float",
  "bool",
  "list",
  "dict",
  "set",
  "tuple",
  "bytes",
  "object",
  "None",
]);

function isBuiltin(expression: Expression): boolean {
  return expression.kind === "name" && BUILTIN_ANNOTATIONS.has(expression.id);
}

function isResourceAnnotation(annotation: Value, interpreter: Interpreter): boolean {
  if (annotation.kind === "class") return RESOURCE_CLASSES.some((type) => interpreter.isSubclass(annotation, type));
  if (annotation.kind === "symbol") {
    if (annotation.name.endsWith(".ResourceParam")) return true;
    return RESOURCE_CLASSES.some((type) => interpreter.isSubclass(annotation, type)) || isThirdPartyResource(annotation.name);
  }
  if (!isObject(annotation, "types.GenericAlias")) return false;
  const origin = annotation.fields.get("origin");
  // A generic pydantic class stays a class when it is subscripted.
  if (origin?.kind === "class") return isResourceAnnotation(origin, interpreter);
  if (origin?.kind !== "symbol") return false;
  if (origin.name.endsWith(".ResourceParam")) return true;
  const args = annotation.fields.get("args");
  return (
    origin.name.endsWith(".Annotated") && args?.kind === "tuple" && args.items.at(-1)?.kind === "str" && isResourceMark(args.items.at(-1))
  );
}

function isResourceMark(value: Value | undefined): boolean {
  return value?.kind === "str" && value.value === "resource_param";
}

/** Names of the resources that a function asks for. */
export function resourceNames(signature: FunctionSignature, interpreter: Interpreter): readonly string[] {
  return signature.parameters.filter((parameter) => isResource(parameter, interpreter)).map((parameter) => parameter.name);
}

/** Parameters that are neither context nor config nor resources: what may be an input. */
export function inputParameters(signature: FunctionSignature, interpreter: Interpreter): readonly SignatureParameter[] {
  const rest = isContext(signature.parameters[0]) ? signature.parameters.slice(1) : signature.parameters;
  return rest.filter((parameter) => parameter.name !== "config" && !isResource(parameter, interpreter));
}
