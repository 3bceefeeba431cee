/** Functions, with their bodies left for later, and classes. */
import type { Argument, Expression, Parameter, StringLiteral } from "../expression.ts";
import { identifierOf } from "../identifier.ts";
import type { ClassDefinition, DeferredBody, FunctionDefinition, Statement, TypeParameter } from "../statement.ts";
import { lowerBlock } from "./blocks.ts";
import { END, NODE } from "./node-type.ts";
import { lowerParameters, lowerTypeParameters } from "./parameters.ts";
import { lowerArguments } from "./primaries.ts";
import { lowerConcatenation, lowerString } from "./strings.ts";
import type { TreeReader } from "./tree-reader.ts";

/** What stands above a `def` or `class`; `start` is where the definition begins then. */
interface Decoration {
  readonly start: number;
  readonly decorators: readonly Expression[];
}

export function lowerDecorated(reader: TreeReader): Statement {
  const start = reader.start();
  const decorators: Expression[] = [];
  let definition: Statement | undefined;
  for (let kind = reader.down(); kind !== END && !definition; kind = definition ? END : reader.next()) {
    if (kind === NODE.decorator) decorators.push(lowerDecorator(reader));
    else if (kind === NODE.function_definition) definition = lowerFunction(reader, { start, decorators });
    else if (kind === NODE.class_definition) definition = lowerClass(reader, { start, decorators });
  }
  reader.up();
  return definition ?? { kind: "invalid-statement", start, end: reader.end() };
}

function lowerDecorator(reader: TreeReader): Expression {
  let expression: Expression | undefined;
  for (let kind = reader.firstItem(); kind !== END && !expression; kind = expression ? END : reader.next()) {
    if (kind !== NODE.token) expression = reader.expression();
  }
  reader.up();
  return expression ?? reader.invalid();
}

export function lowerFunction(reader: TreeReader, decoration?: Decoration): FunctionDefinition {
  const header = reader.start();
  let end = header;
  let nameSpan = { start: header, end: header };
  let isAsync = false;
  let parameters: readonly Parameter[] = [];
  let parametersSpan = nameSpan;
  let typeParameters: readonly TypeParameter[] | undefined;
  let returns: Expression | undefined;
  let docstring: StringLiteral | undefined;
  let body: DeferredBody | undefined;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) isAsync ||= reader.token() === "async";
    else if (kind === NODE.identifier) {
      const start = reader.start();
      nameSpan = { start, end: reader.identifierEnd(start) };
    } else if (kind === NODE.type_parameter) typeParameters = lowerTypeParameters(reader);
    else if (kind === NODE.parameters) {
      const start = reader.text.charAt(nameSpan.end) === "(" ? nameSpan.end : reader.start();
      parameters = lowerParameters(reader);
      parametersSpan = { start, end: reader.listEnd(parameters[parameters.length - 1]?.end ?? -1) };
    } else if (kind === NODE.type) returns = reader.expression();
    else if (kind === NODE.block) {
      end = reader.end();
      body = { kind: "deferred-body", start: reader.start(), end, header };
      docstring = docstringUnder(reader, body.start);
    }
  }
  reader.up();
  if (!body) end = reader.end();
  else if (body.start === body.end) reader.errors.push({ start: header, end, message: "expected an indented block" });
  return {
    kind: "function",
    start: decoration?.start ?? header,
    end,
    name: identifierOf(reader.text.slice(nameSpan.start, nameSpan.end)),
    nameSpan,
    isAsync,
    decorators: decoration?.decorators ?? [],
    parameters,
    parametersSpan,
    ...(typeParameters && { typeParameters }),
    ...(returns && { returns }),
    ...(docstring && { docstring }),
    body: body ?? { kind: "deferred-body", start: end, end, header },
  };
}

/** The first statement of the block under the cursor, when it is a string. Comments before it are read, the rest is not. */
function docstringUnder(reader: TreeReader, start: number): StringLiteral | undefined {
  const first = reader.text.charAt(start);
  if (first !== '"' && first !== "'" && first !== "r" && first !== "R" && first !== "u" && first !== "U") return undefined;
  const plain = plainDocstring(reader.text, start);
  if (plain) return plain;
  let docstring: StringLiteral | undefined;
  if (reader.down() === NODE.expression_statement) {
    const kind = reader.down();
    if (kind === NODE.string || kind === NODE.concatenated_string) {
      const literal = kind === NODE.string ? lowerString(reader) : lowerConcatenation(reader);
      if (literal.kind === "string" && reader.next() === END) docstring = literal;
    }
    reader.up();
  }
  reader.up();
  return docstring;
}

/** The usual docstring, `"""text"""` without escapes and alone on its line, is read from the text. */
function plainDocstring(text: string, start: number): StringLiteral | undefined {
  if (!text.startsWith('"""', start)) return undefined;
  const close = text.indexOf('"""', start + 3);
  if (close < 0) return undefined;
  const end = close + 3;
  const follower = text.charAt(end);
  if (follower !== "" && follower !== "\n" && follower !== "\r") return undefined;
  const value = text.slice(start + 3, close);
  return value.includes("\\") || value.includes("\r") ? undefined : { kind: "string", start, end, value };
}

export function lowerClass(reader: TreeReader, decoration?: Decoration): ClassDefinition {
  const { start, end } = reader.span();
  let nameSpan = { start, end: start };
  let args: readonly Argument[] = [];
  let typeParameters: readonly TypeParameter[] | undefined;
  let body: readonly Statement[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.identifier) nameSpan = reader.span();
    else if (kind === NODE.argument_list) args = lowerArguments(reader);
    else if (kind === NODE.type_parameter) typeParameters = lowerTypeParameters(reader);
    else if (kind === NODE.block) body = lowerBlock(reader);
  }
  reader.up();
  const docstring = docstringOf(body);
  return {
    kind: "class",
    start: decoration?.start ?? start,
    end,
    name: identifierOf(reader.text.slice(nameSpan.start, nameSpan.end)),
    nameSpan,
    decorators: decoration?.decorators ?? [],
    args,
    ...(typeParameters && { typeParameters }),
    ...(docstring && { docstring }),
    body,
  };
}

/** The docstring of lowered statements. */
export function docstringOf(body: readonly Statement[]): StringLiteral | undefined {
  const [first] = body;
  return first?.kind === "expression-statement" && first.value.kind === "string" ? first.value : undefined;
}
