/** Call expressions: the callee, then the arguments in order, each with its place. */
import type { Argument, Call } from "../../syntax/expression.ts";
import { type Frame, placeOf } from "../frame.ts";
import { type ArgumentValue, type CallArguments, NO_KEYWORDS } from "../library.ts";
import type { Machine } from "../machine.ts";
import type { OneOf, Unknown, Value } from "../value.ts";
import { oneOf } from "../values/one-of.ts";

export function evaluateCall(machine: Machine, node: Call, frame: Frame): Value {
  const at = placeOf(frame, node);
  if (node.callee.kind === "name" && node.callee.id === "super" && node.args.length === 0) return superOf(machine, frame, node);
  const callee = machine.evaluate(node.callee, frame);
  return machine.inFrame(frame, () => machine.call(callee, evaluateArguments(machine, node.args, frame), at));
}

export function evaluateArguments(machine: Machine, nodes: readonly Argument[], frame: Frame): CallArguments {
  const positional: ArgumentValue[] = [];
  const named = new Map<string, ArgumentValue>();
  let missing: Unknown | undefined;
  for (const node of nodes) {
    const value = machine.evaluate(node.value, frame);
    const at = placeOf(frame, node);
    if (node.kind === "positional") positional.push({ value, at, expression: node.value });
    else if (node.kind === "keyword" && node.name !== undefined) named.set(node.name, { value, at, expression: node.value });
    else if (node.kind === "spread") {
      const { items, gap } = machine.iterate(value, at);
      for (const item of items) positional.push({ value: item, at });
      missing ??= gap;
    } else {
      const gap = spreadKeywords(machine, value, { at, keywords: named });
      missing ??= gap;
    }
  }
  const keywords = named.size > 0 ? named : NO_KEYWORDS;
  return missing ? { positional, keywords, complete: false, gap: missing } : { positional, keywords, complete: true };
}

/** `**value`; says why it may hold more than is known. */
function spreadKeywords(
  machine: Machine,
  value: Value,
  target: { readonly at: ArgumentValue["at"]; readonly keywords: Map<string, ArgumentValue> },
): Unknown | undefined {
  if (value.kind === "unknown") return value;
  const alternatives = value.kind === "one-of" && !value.maybeAbsent ? value.options : [];
  if (value.kind === "one-of" && alternatives.length > 0 && alternatives.every((option) => option.kind === "dict")) {
    return spreadAlternatives(machine, value, target);
  }
  if (value.kind !== "dict") return machine.unknown("unsupported", "what is spread here is not known", target.at);
  for (const { key, value: item } of value.entries.values())
    if (key.kind === "str") target.keywords.set(key.value, { value: item, at: target.at });
  return value.complete
    ? undefined
    : (value.gap ?? machine.unknown("mutation", "the mapping that is spread here may hold more", target.at));
}

/** Mappings that exclude each other: a keyword of all of them is given in any case, any other one may be. */
function spreadAlternatives(
  machine: Machine,
  { options, condition }: OneOf,
  { at, keywords }: { readonly at: ArgumentValue["at"]; readonly keywords: Map<string, ArgumentValue> },
): Unknown | undefined {
  const gathered = options.map((option) => {
    const own = new Map<string, ArgumentValue>();
    return { own, gap: spreadKeywords(machine, option, { at, keywords: own }) };
  });
  for (const name of new Set(gathered.flatMap(({ own }) => [...own.keys()]))) {
    const values = gathered.flatMap(({ own }) => own.get(name)?.value ?? []);
    const isSure = values.length === gathered.length;
    keywords.set(name, { value: isSure ? oneOf(values, false, condition) : condition, at });
  }
  return gathered.find(({ gap }) => gap)?.gap;
}

/** `super()` without arguments: the rest of the resolution order after the class that the method stands in. */
function superOf(machine: Machine, frame: Frame, node: Call): Value {
  const owner = frame.function?.owner;
  const first = frame.function?.definition.parameters[0];
  const self = first && frame.scope.names.get(first.name);
  const at = placeOf(frame, node);
  if (!owner || !self) return machine.unknown("unsupported", "`super()` outside of a method is not read", at);
  return {
    kind: "object",
    type: SUPER,
    fields: new Map<string, Value>([
      ["class", owner],
      ["self", self],
    ]),
    at,
  };
}

/** `super()`: fields `class` (where to go on from) and `self`. */
export const SUPER = "builtins.super";
