/** Parameters of functions and lambdas, and the type parameters of PEP 695. */
import type { Expression, Lambda, Parameter, ParameterKind } from "../expression.ts";
import { identifierOf } from "../identifier.ts";
import type { TypeParameter } from "../statement.ts";
import { END, NODE } from "./node-type.ts";
import { checkParameters, checkSeparators } from "./strictness.ts";
import type { TreeReader } from "./tree-reader.ts";

/** Of `parameters` or `lambda_parameters`. */
export function lowerParameters(reader: TreeReader): readonly Parameter[] {
  const parameters: Parameter[] = [];
  const signs: ("*" | "/" | "**" | "name" | "*name")[] = [];
  let kind: ParameterKind = "regular";
  let end = -1;
  const first = reader.kind === NODE.parameters ? reader.firstItem() : reader.down();
  for (let child = first; child !== END; child = reader.nextItem(end)) {
    end = -1;
    if (child === NODE.token || child === NODE.error) continue;
    if (child === NODE.positional_separator) {
      signs.push("/");
      for (const [index, parameter] of parameters.entries()) parameters[index] = { ...parameter, kind: "positional-only" };
    } else if (child === NODE.keyword_separator) {
      signs.push("*");
      kind = "keyword-only";
    } else {
      const parameter = lowerParameter(reader, kind);
      signs.push(parameter.kind === "variadic" ? "*name" : parameter.kind === "keyword-variadic" ? "**" : "name");
      if (parameter.kind === "variadic") kind = "keyword-only";
      parameters.push(parameter);
      end = parameter.end;
    }
  }
  reader.up();
  if (parameters.length > 1) checkParameters(reader, parameters);
  if (signs.some((sign) => sign !== "name")) checkSeparators(reader, signs);
  return parameters;
}

function lowerParameter(reader: TreeReader, kind: ParameterKind): Parameter {
  if (reader.kind === NODE.identifier) {
    const { name, nameSpan } = named(reader);
    return { name, nameSpan, start: nameSpan.start, end: nameSpan.end, kind };
  }
  const span = reader.span();
  if (reader.kind === NODE.list_splat_pattern) return { ...splat(reader), ...span, kind: "variadic" };
  if (reader.kind === NODE.dictionary_splat_pattern) return { ...splat(reader), ...span, kind: "keyword-variadic" };
  if (reader.kind === NODE.tuple_pattern) {
    reader.errors.push({ ...span, message: "a parameter is a name: tuple parameters are Python 2" });
    return { ...named(reader), ...span, kind };
  }
  return composite(reader, span, kind);
}

/** `name: annotation = default`, with any part but the name left out. */
function composite(reader: TreeReader, span: { readonly start: number; readonly end: number }, given: ParameterKind): Parameter {
  let kind = given;
  let name: Pick<Parameter, "name" | "nameSpan"> | undefined;
  let annotation: Expression | undefined;
  let fallback: Expression | undefined;
  for (let child = reader.down(); child !== END; child = reader.next()) {
    if (child === NODE.token || child === NODE.error) continue;
    if (!name) {
      if (child === NODE.list_splat_pattern) kind = "variadic";
      if (child === NODE.dictionary_splat_pattern) kind = "keyword-variadic";
      name = child === NODE.identifier ? named(reader) : splat(reader);
    } else if (child === NODE.type) annotation = reader.expression();
    else fallback = reader.expression();
  }
  reader.up();
  const { name: id, nameSpan } = name ?? { name: "", nameSpan: { start: span.start, end: span.start } };
  return { ...span, name: id, nameSpan, kind, ...(annotation && { annotation }), ...(fallback && { default: fallback }) };
}

function named(reader: TreeReader): Pick<Parameter, "name" | "nameSpan"> {
  const start = reader.start();
  const nameSpan = { start, end: reader.identifierEnd(start) };
  return { name: identifierOf(reader.text.slice(nameSpan.start, nameSpan.end)), nameSpan };
}

function splat(reader: TreeReader): Pick<Parameter, "name" | "nameSpan"> {
  let name = { name: "", nameSpan: reader.span() };
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.identifier) name = { name: identifierOf(reader.slice()), nameSpan: reader.span() };
  }
  reader.up();
  return name;
}

export function lowerLambda(reader: TreeReader): Lambda {
  const span = reader.span();
  let parameters: readonly Parameter[] = [];
  let body: Expression = { kind: "invalid-expression", start: span.end, end: span.end };
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.lambda_parameters) parameters = lowerParameters(reader);
    else if (kind !== NODE.token && kind !== NODE.error) body = reader.expression();
  }
  reader.up();
  return { kind: "lambda", ...span, parameters, body };
}

/** Of `[T, U: bound, *Ts, **P]`: the grammar reads each as a type. */
export function lowerTypeParameters(reader: TreeReader): readonly TypeParameter[] {
  const parameters: TypeParameter[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.type) continue;
    const span = reader.span();
    const text = reader.slice();
    const type = reader.expression();
    if (type.kind === "name") parameters.push({ kind: "type", ...span, name: type.id });
    else if (type.kind === "starred" && type.value.kind === "name") {
      parameters.push({ kind: text.startsWith("**") ? "parameter-specification" : "type-tuple", ...span, name: type.value.id });
    } else if (type.kind === "slice" && type.lower?.kind === "name") {
      parameters.push({ kind: "type", ...span, name: type.lower.id, ...(type.upper && { bound: type.upper }) });
    }
  }
  reader.up();
  return parameters;
}
