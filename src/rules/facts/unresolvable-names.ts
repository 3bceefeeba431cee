/**
 * Names in text annotations that nothing binds at module level. `typing.get_type_hints` looks a name up in the module and the builtins only, so one that is
 * bound in an enclosing function is not found either. A star import, or a module that is not read to its end, may bind anything.
 */
import type { Location } from "../../base/span.ts";
import type { Interpreter } from "../../python/interpreter.ts";
import type { FunctionValue } from "../../python/value.ts";
import type { Expression } from "../../syntax/expression.ts";
import type { Statement } from "../../syntax/statement.ts";
import { hasFutureAnnotations } from "./stringified-annotations.ts";

export interface MissingName {
  readonly name: string;
  readonly at: Location;
}

export function unresolvableNames(fn: FunctionValue, interpreter: Interpreter): readonly MissingName[] {
  const { definition, file, closure } = fn;
  if (definition.kind !== "function" || fn.wraps || file.tree.body.some(bindsAnything)) return [];
  const isText = hasFutureAnnotations(fn);
  const written = [
    ...definition.parameters.flatMap(({ annotation }) => annotation ?? []),
    ...(definition.returns ? [definition.returns] : []),
  ];
  return written.flatMap((annotation) => {
    if (!isText && annotation.kind !== "string") return [];
    const name = firstName(annotation);
    if (name === undefined || isBuiltin(name) || closure.module.scope.names.has(name)) return [];
    const value = interpreter.annotation(annotation, closure.module.scope);
    if (value.kind !== "unknown" && name === nameOf(annotation)) return [];
    return [{ name, at: { path: file.path, start: annotation.start, end: annotation.end } }];
  });
}

function bindsAnything(statement: Statement): boolean {
  return statement.kind === "import-from" && statement.names === "*";
}

/** The first name of an annotation whose parts are names, subscripts and unions; for text, of what it says. */
function firstName(annotation: Expression): string | undefined {
  if (annotation.kind !== "string") return nameOf(annotation);
  const text = annotation.value.trim();
  const inner = /^(?:list|List|Optional|set|Set)\[(\w+)\]$/.exec(text)?.[1];
  return inner ?? /^(\w+)$/.exec(text)?.[1];
}

function nameOf(annotation: Expression): string | undefined {
  if (annotation.kind === "name") return annotation.id;
  return annotation.kind === "subscript" && annotation.object.kind === "name" && annotation.index.kind === "name"
    ? annotation.index.id
    : undefined;
}

function isBuiltin(name: string): boolean {
  return BUILTINS.has(name) || /^\d/.test(name);
}

const BUILTINS: ReadonlySet<string> = new Set(
  "int float str bool list dict set tuple bytes object type None True False frozenset complex range slice bytearray memoryview Exception BaseException property super".split(
    " ",
  ),
);
