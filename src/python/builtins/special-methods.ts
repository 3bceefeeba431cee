/**
 * Special methods of the builtin classes by name: `super().__setitem__(key, value)`, `dict.__getitem__(self, key)`, `[].__len__()`. They do what the
 * builtin class does, whatever a class that derives from it makes of the operator.
 */

import type { ComparisonOperator } from "../../syntax/expression.ts";
import { ownItems } from "../evaluate/iteration.ts";
import { binaryOperation } from "../evaluate/operators/arithmetic.ts";
import { compare, contains } from "../evaluate/operators/comparison.ts";
import { ownItem } from "../evaluate/subscript.ts";
import { representationOf } from "../evaluate/text/stringify.ts";
import { assignOwnItem, assignPlainly } from "../execute/assignment/assign.ts";
import { deleteOwnItem } from "../execute/assignment/delete.ts";
import type { CallContext, SymbolModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { int, iterator, NONE } from "../make-value.ts";
import type { Value } from "../value.ts";
import { bare } from "../values/derived.ts";

type Special = (machine: Machine, self: Value, given: { readonly values: readonly Value[]; readonly at: CallContext["at"] }) => Value;

const METHODS: Readonly<Record<string, Special>> = {
  __getitem__: (machine, self, { values: [index = NONE], at }) => ownItem(machine, self, index, at),
  __setitem__: (machine, self, { values: [index = NONE, value = NONE], at }) => {
    assignOwnItem(machine, self, { index, value, at });
    return NONE;
  },
  __delitem__: (machine, self, { values: [index = NONE], at }) => {
    deleteOwnItem(machine, self, { index, at });
    return NONE;
  },
  __setattr__: (machine, self, { values: [name, value = NONE], at }) => {
    if (name?.kind === "str") assignPlainly(machine, self, { name: name.value, value, at });
    return NONE;
  },
  __contains__: (machine, self, { values: [item = NONE], at }) => verdict(machine, contains(machine, bare(self), item, at), at),
  __len__: (machine, self, { at }) => {
    if (self.kind === "str" || self.kind === "bytes") return int([...self.value].length);
    const { items, gap } = ownItems(machine, self, at);
    return gap ?? int(items.length);
  },
  __iter__: (machine, self, { at }) => {
    const { items, gap } = ownItems(machine, self, at);
    return iterator(items, gap);
  },
  __repr__: (machine, self, { at }) => representationOf(machine, bare(self), at),
  __str__: (machine, self, { at }) => machine.toStr(bare(self), at),
  __init__: () => NONE,
};

function verdict(machine: Machine, value: ReturnType<Machine["truth"]>, at: CallContext["at"]): Value {
  return value === "unknown"
    ? machine.unknown("unsupported", "this comparison is not decided", at)
    : { kind: "bool", value: value === "yes" };
}

const ARITHMETIC: Readonly<Record<string, string>> = {
  __add__: "+",
  __sub__: "-",
  __mul__: "*",
  __truediv__: "/",
  __floordiv__: "//",
  __mod__: "%",
  __pow__: "**",
  __or__: "|",
  __and__: "&",
  __xor__: "^",
};

const COMPARISONS: Readonly<Record<string, ComparisonOperator>> = {
  __eq__: "==",
  __ne__: "!=",
  __lt__: "<",
  __le__: "<=",
  __gt__: ">",
  __ge__: ">=",
};

const KINDS = ["str", "bytes", "int", "float", "bool", "list", "tuple", "dict", "set"] as const;

/** Keyed as `builtins.<kind>.<method>`; the value is argument 0. */
export function specialMethods(): ReadonlyMap<string, SymbolModel> {
  const all: Record<string, Special> = { ...METHODS };
  for (const [name, operator] of Object.entries(ARITHMETIC))
    all[name] = (machine, self, { values: [right = NONE], at }) =>
      binaryOperation(machine, operator, { left: bare(self), right: bare(right), at });
  for (const [name, operator] of Object.entries(COMPARISONS))
    all[name] = (machine, self, { values: [right = NONE], at }) => compare(machine, operator, { left: bare(self), right: bare(right), at });
  const models = new Map<string, SymbolModel>();
  for (const kind of KINDS) for (const [name, method] of Object.entries(all)) models.set(`builtins.${kind}.${name}`, modelOf(method));
  return models;
}

function modelOf(method: Special): SymbolModel {
  return ({ args, at, interpreter }) => {
    const [self = NONE, ...values] = args.positional.map((argument) => argument.value);
    return interpreter instanceof Machine ? method(interpreter, self, { values, at }) : NONE;
  };
}
