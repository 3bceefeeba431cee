/** `type(value)`, and `type(name, bases, namespace)`, which makes a class as a `class` statement would. */
import { classOf } from "../attribute/class-of.ts";
import { makeClass } from "../execute/class/metaclass.ts";
import { newFrame } from "../frame.ts";
import type { CallContext } from "../library.ts";
import { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import { newScope } from "../scope.ts";
import type { ClassField, Value } from "../value.ts";
import { selfOf, unknownIn } from "./arguments.ts";

export function typeOf(context: CallContext): Value {
  const { at, args } = context;
  if (args.positional.length === 3) return classOfParts(context);
  return classOf(context.interpreter, selfOf(context), at);
}

function classOfParts(context: CallContext): Value {
  const { args, at, interpreter } = context;
  const [name, bases, namespace] = args.positional.map((argument) => argument.value);
  if (!(interpreter instanceof Machine) || name?.kind !== "str" || bases?.kind !== "tuple" || namespace?.kind !== "dict")
    return unknownIn(args) ?? interpreter.unknown("unsupported", "the class that is made here is not known", at);
  const members = [...namespace.entries.values()].flatMap(({ key, value }) => (key.kind === "str" ? [[key.value, value] as const] : []));
  return classInCode(context, { name: name.value, bases: bases.items, members }) ?? NONE;
}

interface Synthetic {
  readonly name: string;
  readonly bases: readonly Value[];
  readonly members: readonly (readonly [string, Value])[];
  readonly fields?: readonly ClassField[];
}

/** A class without a `class` statement, in the module whose code is running. */
export function classInCode({ args, at, interpreter }: CallContext, { name, bases, members, fields }: Synthetic): Value | undefined {
  const module = interpreter.currentModule();
  if (!(interpreter instanceof Machine) || module.kind !== "module" || !module.file) return undefined;
  const place = { start: at.start, end: at.end };
  const scope = newScope("class", module, module.scope);
  for (const [key, value] of members) scope.names.set(key, value);
  return makeClass(interpreter, {
    node: { kind: "class", name, nameSpan: place, decorators: [], args: [], body: [], ...place },
    name: `${module.name}:${name}`,
    bases: bases.map((value) => ({ value, at })),
    keywords: args.keywords,
    scope,
    frame: newFrame(module.scope, module.file),
    ...(fields && { fields }),
  });
}
