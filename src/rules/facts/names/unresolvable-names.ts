/**
 * Names in text annotations that nothing binds at module level. `typing.get_type_hints` looks a name up in the module and the builtins only, so one that is
 * bound in an enclosing function is not found either. A star import, or a module that is not read to its end, may bind anything.
 */
import type { Location } from "../../../base/span.ts";
import { STAR_GAP } from "../../../python/evaluate/name.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import type { FunctionValue, ModuleValue, Scope } from "../../../python/value.ts";
import type { Expression } from "../../../syntax/expression.ts";
import { hasFutureAnnotations } from "../functions/stringified-annotations.ts";

export interface MissingName {
  readonly name: string;
  readonly at: Location;
}

export function unresolvableNames(fn: FunctionValue, interpreter: Interpreter): readonly MissingName[] {
  const { definition, file, closure } = fn;
  if (definition.kind !== "function" || fn.wraps || bindsAnything(closure.module, interpreter)) return [];
  const isText = hasFutureAnnotations(fn);
  const written = [
    ...definition.parameters.flatMap(({ annotation }) => annotation ?? []),
    ...(definition.returns ? [definition.returns] : []),
  ];
  return written.flatMap((annotation) => {
    const at = { path: file.path, start: annotation.start, end: annotation.end };
    if (!isText && annotation.kind !== "string") return [];
    const parsed = annotation.kind === "string" ? interpreter.parseExpression(annotation.value.trim()) : annotation;
    const missing = (parsed ? namesIn(parsed, interpreter) : []).find((name) => !isBound(name, closure.module.scope));
    return missing === undefined ? [] : [{ name: missing, at }];
  });
}

/** Names in annotations that Python itself evaluates when it comes to the function: one that nothing binds is a `NameError`. */
export function undefinedNames(fn: FunctionValue, interpreter: Interpreter): readonly MissingName[] {
  const { definition, file, closure } = fn;
  if (definition.kind !== "function" || bindsAnything(closure.module, interpreter) || hasFutureAnnotations(fn)) return [];
  const written = [
    ...definition.parameters.flatMap(({ annotation }) => annotation ?? []),
    ...(definition.returns ? [definition.returns] : []),
  ];
  return written.flatMap((annotation) =>
    expressionsNamed(annotation)
      .filter((name) => !isBound(name.id, closure))
      .map((name) => ({ name: name.id, at: { path: file.path, start: name.start, end: name.end } })),
  );
}

/** A star import of a module whose names are not known. */
function bindsAnything({ scope }: ModuleValue, interpreter: Interpreter): boolean {
  const gap = scope.names.get(STAR_GAP);
  return gap !== undefined && !(gap.kind === "symbol" && interpreter.exportsOf(gap.name) !== undefined);
}

type Name = Extract<Expression, { readonly kind: "name" }>;

/** Names that evaluating the annotation looks up. */
function expressionsNamed(annotation: Expression): readonly Name[] {
  switch (annotation.kind) {
    case "name":
      return [annotation];
    case "attribute":
      return expressionsNamed(annotation.object);
    case "subscript":
      return [...expressionsNamed(annotation.object), ...expressionsNamed(annotation.index)];
    case "tuple":
    case "list":
      return annotation.items.flatMap(expressionsNamed);
    case "binary":
      return [...expressionsNamed(annotation.left), ...expressionsNamed(annotation.right)];
    default:
      return [];
  }
}

/** The same, with the names in texts within it: `List["Order"]`. What `Literal` holds are values. */
function namesIn(annotation: Expression, interpreter: Interpreter): readonly string[] {
  switch (annotation.kind) {
    case "string": {
      const parsed = interpreter.parseExpression(annotation.value.trim());
      return parsed && parsed.kind !== "string" ? namesIn(parsed, interpreter) : [];
    }
    case "subscript": {
      const outer = namesIn(annotation.object, interpreter);
      if (/^(?:Literal|Annotated)$/.test(lastName(annotation.object) ?? "")) return outer;
      return [...outer, ...namesIn(annotation.index, interpreter)];
    }
    case "tuple":
    case "list":
      return annotation.items.flatMap((item) => namesIn(item, interpreter));
    case "binary":
      return [...namesIn(annotation.left, interpreter), ...namesIn(annotation.right, interpreter)];
    default:
      return expressionsNamed(annotation).map(({ id }) => id);
  }
}

function lastName(expression: Expression): string | undefined {
  if (expression.kind === "name") return expression.id;
  return expression.kind === "attribute" ? expression.name : undefined;
}

function isBound(name: string, scope: Scope): boolean {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.names.has(name)) return true;
  return scope.module.scope.names.has(name) || BUILTINS.has(name) || MODULE_NAMES.has(name);
}

/** Bound in every module, by Python itself. */
const MODULE_NAMES: ReadonlySet<string> = new Set(["__name__", "__file__", "__doc__", "__package__", "__spec__", "__builtins__"]);

/** Every name of the module `builtins` that may stand in an annotation. */
const BUILTINS: ReadonlySet<string> = new Set(
  "int float str bool list dict set tuple bytes object type None True False frozenset complex range slice bytearray memoryview property super any all callable iter map filter zip reversed enumerate classmethod staticmethod sum min max id input hash format len open next print vars dir Ellipsis NotImplemented".split(
    " ",
  ),
);
