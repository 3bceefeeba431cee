/**
 * The fix of a value that is read from the environment while the code is imported: `EnvVar`, which Dagster reads when the resource is made for a run.
 * Never safe: the value is no longer there at import, and the variable has to be set for the run. A default has no place in an `EnvVar`.
 */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Fix } from "../../../diagnostics/diagnostic.ts";
import { importDagster } from "../../../edit/text/imports.ts";
import { annotationOfField, fieldsOf } from "../../../python/call/fields.ts";
import type { ClassValue, Value } from "../../../python/value.ts";
import type { Expression } from "../../../syntax/expression.ts";
import { isPlain } from "../pydantic/plain-classes.ts";
import type { ResourceArgument } from "../resources/resource-arguments.ts";

/** How an expression reads the environment. */
export interface EnvironmentRead {
  /** The expression of the variable's name. */
  readonly variable: Expression;
  /** Without one, a variable that is not set is an error or `None`. */
  readonly hasDefault: boolean;
  readonly isInteger: boolean;
}

/** `os.getenv("X")`, `os.environ["X"]`, `environ.get("X")`, and each of them in `int(…)`; `undefined`: it is none of them. */
export function environmentRead(expression: Expression | undefined): EnvironmentRead | undefined {
  if (expression?.kind === "subscript") return isEnviron(expression.object) ? read(expression.index) : undefined;
  if (expression?.kind !== "call") return undefined;
  const { callee, args } = expression;
  const [first, second] = args;
  if (callee.kind === "name" && callee.id === "int" && args.length === 1) {
    const inner = environmentRead(first?.value);
    return inner && !inner.isInteger ? { ...inner, isInteger: true } : undefined;
  }
  const isGetenv = (callee.kind === "name" && callee.id === "getenv") || (isAttribute(callee, "getenv") && isName(callee.object, "os"));
  const isGet = isAttribute(callee, "get") && isEnviron(callee.object);
  return (isGetenv || isGet) && first?.kind === "positional" ? { ...read(first.value), hasDefault: second !== undefined } : undefined;
}

function read(variable: Expression): EnvironmentRead {
  return { variable, hasDefault: false, isInteger: false };
}

function isEnviron(expression: Expression): boolean {
  return isName(expression, "environ") || (isAttribute(expression, "environ") && isName(expression.object, "os"));
}

function isName(expression: Expression, id: string): boolean {
  return expression.kind === "name" && expression.id === id;
}

function isAttribute(expression: Expression, name: string): expression is Extract<Expression, { readonly kind: "attribute" }> {
  return expression.kind === "attribute" && expression.name === name;
}

/** `undefined` where the parameter is not known to take an `EnvVar`, or the code says more than one would. */
export function environmentFix({ name, argument, of }: ResourceArgument, location: LoadedLocation): Fix | undefined {
  const { expression, at } = argument;
  const found = environmentRead(expression);
  const file = location.files.get(at.path);
  if (!expression || !file || found?.variable.kind !== "string" || found.hasDefault) return undefined;
  if (!takesVariable(of, { name, type: found.isInteger ? "int" : "str" }, location)) return undefined;
  const { text, edits } = importDagster(file, "EnvVar");
  const variable = file.text.slice(found.variable.start, found.variable.end);
  const { start, end } = expression;
  const written = `${text}${found.isInteger ? ".int" : ""}(${variable})`;
  return { title: `Write \`${written}\``, applicability: "unsafe", edits: [...edits, { path: at.path, start, end, text: written }] };
}

interface Wanted {
  readonly name: string;
  readonly type: "str" | "int";
}

const LIBRARY_RESOURCE = /^dagster_\w+(?:\.\w+)*\.\w+(?:Resource|IOManager|Workspace)$/;

/** Of a library's resource the types of fields are not known; a parameter whose name ends in one of these words is text in all of them. */
const TEXT =
  /(?:^|_)(?:password|passwd|token|secret|key|user|username|login|host|hostname|url|uri|dsn|account|database|schema|warehouse|role|bucket|endpoint|region)$/;

function takesVariable(of: ClassValue | string, wanted: Wanted, { interpreter }: LoadedLocation): boolean {
  if (typeof of === "string") return wanted.type === "str" && LIBRARY_RESOURCE.test(of) && TEXT.test(wanted.name);
  if (!interpreter.isSubclass(of, "dagster.ConfigurableResourceFactory") || !isPlain(of)) return false;
  const field = fieldsOf(of).find((each) => each.name === wanted.name);
  return field !== undefined && isOf(annotationOfField(of, field, interpreter), `builtins.${wanted.type}`);
}

/** The type itself, or the type or `None`. */
function isOf(type: Value, name: string): boolean {
  if (type.kind === "symbol") return type.name === name;
  const args = type.kind === "object" ? type.fields.get("args") : undefined;
  const members = args?.kind === "tuple" ? args.items : [];
  const others = members.filter((member) => member.kind !== "none" && !(member.kind === "symbol" && member.name.endsWith("NoneType")));
  return others.length === 1 && others[0]?.kind === "symbol" && others[0].name === name;
}
