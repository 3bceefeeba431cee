/** Keyword arguments of a call or a decorator: set, replaced, taken out. A decorator without parentheses gets them with its first argument. */
import type { TextEdit } from "../../base/text-edit.ts";
import type { Argument, Call, Expression } from "../../syntax/expression.ts";
import { outerEnd, outerStart } from "../../syntax/outer-span.ts";
import { type Delimited, insertItem, removeItem } from "./delimited.ts";
import type { SourceStyle } from "./source-style.ts";

export function argumentOf(call: Expression, name: string): Argument | undefined {
  return call.kind === "call" ? call.args.find((argument) => argument.name === name) : undefined;
}

/** `call` is a call, or the expression of a bare decorator. */
export function setArgument(
  text: string,
  call: Expression,
  { name, value }: { readonly name: string; readonly value: string },
  style: SourceStyle,
): readonly TextEdit[] {
  if (call.kind !== "call") return [{ start: call.end, end: call.end, text: `(${name}=${value})` }];
  const given = argumentOf(call, name);
  if (given) {
    const [start, end] = [outerStart(given.value), outerEnd(given.value)];
    return text.slice(start, end) === value ? [] : [{ start, end, text: value }];
  }
  const spread = call.args.findIndex(({ kind }) => kind === "keyword-spread");
  return insertItem(text, delimitedArguments(call), `${name}=${value}`, spread < 0 ? { style } : { style, index: spread });
}

/** None when it is not given. A decorator loses its parentheses with its last argument. */
export function removeArgument(text: string, call: Expression, name: string): readonly TextEdit[] {
  if (call.kind !== "call") return [];
  const { args, argsSpan } = call;
  const isDecorator = text.slice(0, call.start).trimEnd().endsWith("@");
  if (isDecorator && args.length === 1 && args[0]?.name === name) return [{ start: argsSpan.start, end: argsSpan.end, text: "" }];
  const edit = removeItem(
    text,
    delimitedArguments(call),
    call.args.findIndex((argument) => argument.name === name),
  );
  return edit ? [edit] : [];
}

export function delimitedArguments({ argsSpan, args }: Call): Delimited {
  return { start: argsSpan.start, end: argsSpan.end, items: args };
}
