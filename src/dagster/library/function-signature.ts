/**
 * What `inspect` sees of a decorated function: its name, docstring and parameters. `functools.wraps` hands on those of the
 * wrapped function; a partial and a bound method have lost theirs in front; a `__signature__` that code has set replaces them,
 * with its annotations (source: `dagster._core.decorator_utils.get_type_hints`).
 */
import type { Location } from "../../base/span.ts";
import type { Interpreter } from "../../python/interpreter.ts";
import { str } from "../../python/make-value.ts";
import { parametersOfSignature } from "../../python/stdlib/inspection.ts";
import type { FunctionValue, Unknown, Value } from "../../python/value.ts";
import type { Expression, Parameter, ParameterKind } from "../../syntax/expression.ts";

export interface FunctionSignature {
  /** `__name__`: a str, or unknown. */
  readonly name: Value;
  readonly docstring: string | undefined;
  readonly parameters: readonly SignatureParameter[];
  /** Why the parameters are not all known. */
  readonly gap?: Unknown;
}

export interface SignatureParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly annotation?: ParameterAnnotation;
  readonly at: Location;
}

/** As written at a function, or as given to `inspect.Parameter`. */
type ParameterAnnotation = { readonly expression: Expression; readonly function: FunctionValue } | { readonly value: Value };

export function typeOfParameter({ annotation }: SignatureParameter, interpreter: Interpreter): Value | undefined {
  if (!annotation) return undefined;
  return "value" in annotation ? annotation.value : interpreter.annotation(annotation.expression, annotation.function.closure);
}

export function signatureOfFunction(value: Value, interpreter: Interpreter, at: Location): FunctionSignature {
  switch (value.kind) {
    case "function":
      return signatureOfDefinition(value, interpreter, at);
    case "bound-method": {
      const inner = signatureOfFunction(value.function, interpreter, at);
      return { ...inner, parameters: inner.parameters.slice(1) };
    }
    case "native":
      if (value.takesNothing) return { name: str(value.name), docstring: undefined, parameters: [] };
      break;
    default:
  }
  if (value.kind === "object" && value.type === "functools.partial") return signatureOfPartial(value.fields, interpreter, at);
  const gap =
    value.kind === "unknown"
      ? value
      : interpreter.unknown(value.kind === "one-of" ? value.condition.reason : "unsupported", "the decorated function is not known", at);
  return { name: gap, docstring: undefined, parameters: [], gap };
}

function signatureOfDefinition(fn: FunctionValue, interpreter: Interpreter, at: Location): FunctionSignature {
  const given = { name: fn.attributes.get("__name__"), docstring: fn.attributes.get("__doc__") };
  const base = fn.wraps ? signatureOfFunction(fn.wraps, interpreter, at) : ownSignature(fn);
  const set = fn.attributes.get("__signature__");
  const docstring = given.docstring === undefined ? base.docstring : textOf(given.docstring);
  return { ...base, ...(set && givenParameters(set, fn, interpreter)), name: given.name ?? base.name, docstring };
}

/** Parameters of a `__signature__`; one that cannot be read leaves them unknown. */
function givenParameters(set: Value, fn: FunctionValue, interpreter: Interpreter): Pick<FunctionSignature, "parameters" | "gap"> {
  const at = { path: fn.file.path, start: fn.definition.start, end: fn.definition.end };
  const read = parametersOfSignature(set);
  const parameters = read.parameters.map(({ name, kind, annotation }): SignatureParameter => {
    return annotation ? { name, kind, at, annotation: { value: annotation } } : { name, kind, at };
  });
  if (read.complete) return { parameters };
  const gap = set.kind === "unknown" ? set : (read.gap ?? interpreter.unknown("unsupported", "this `__signature__` is not read", at));
  return { parameters, gap };
}

function ownSignature(fn: FunctionValue): FunctionSignature {
  const { definition } = fn;
  const docstring = definition.kind === "function" ? definition.docstring?.value : undefined;
  return { name: str(fn.name), docstring, parameters: definition.parameters.map((parameter) => toParameter(parameter, fn)) };
}

function toParameter(parameter: Parameter, fn: FunctionValue): SignatureParameter {
  const { name, kind, annotation, start, end } = parameter;
  const at = { path: fn.file.path, start, end };
  return annotation ? { name, kind, at, annotation: { expression: annotation, function: fn } } : { name, kind, at };
}

/** Positional arguments take parameters away; those given by keyword become keyword-only, as `inspect.signature` says. */
function signatureOfPartial(fields: ReadonlyMap<string, Value>, interpreter: Interpreter, at: Location): FunctionSignature {
  const inner = signatureOfFunction(
    fields.get("func") ?? interpreter.unknown("unsupported", "the function of a partial is not known", at),
    interpreter,
    at,
  );
  const args = fields.get("args");
  const keywords = fields.get("keywords");
  const taken = args?.kind === "tuple" || args?.kind === "list" ? args.items.length : 0;
  const named = new Set(keywords?.kind === "dict" ? [...keywords.entries.values()].map((entry) => textOf(entry.key)) : []);
  let keywordOnly = false;
  const parameters = inner.parameters.slice(taken).map((parameter): SignatureParameter => {
    keywordOnly ||= named.has(parameter.name);
    return keywordOnly && parameter.kind === "regular" ? { ...parameter, kind: "keyword-only" } : parameter;
  });
  return { ...inner, name: interpreter.unknown("runtime-input", "a partial has no name", at), docstring: undefined, parameters };
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "str" ? value.value : undefined;
}

/** The docstring as Dagster shows it. Source: `format_docstring_for_description`. */
export function formatDocstring(docstring: string | undefined): string | undefined {
  if (docstring === undefined) return undefined;
  if (/^\s/.test(docstring)) return dedent(docstring).trim();
  const newline = docstring.indexOf("\n");
  if (newline < 0) return docstring;
  return (docstring.slice(0, newline + 1) + dedent(docstring.slice(newline + 1))).trim();
}

/** Python's `textwrap.dedent`: the margin that all lines with text share goes. */
function dedent(text: string): string {
  const normalized = text.replace(/^[ \t]+$/gm, "");
  let margin: string | undefined;
  for (const [, indent = ""] of normalized.matchAll(/^([ \t]*)(?=[^ \t\n])/gm)) {
    margin = margin === undefined ? indent : commonPrefix(margin, indent);
  }
  return margin ? normalized.replace(new RegExp(`^${margin}`, "gm"), "") : normalized;
}

function commonPrefix(left: string, right: string): string {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return left.slice(0, length);
}
