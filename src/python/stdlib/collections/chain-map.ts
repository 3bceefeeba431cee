/** `collections.ChainMap`: mappings one behind the other. They are asked each time, so that what is put into them later is seen; writing goes to the first. */
import { selfOf } from "../../builtins/arguments.ts";
import type { CallContext, MethodModel, TypeModel } from "../../library.ts";
import { bool, dict, list, NONE } from "../../make-value.ts";
import type { DictValue, InstanceValue, LibraryObject, Value } from "../../value.ts";
import { hashKey } from "../../values/hash-key.ts";
import type { LibraryPart } from "../part.ts";

const CHAIN_MAP_TYPE = "collections.ChainMap";

function chain(maps: readonly Value[], at: LibraryObject["at"]): LibraryObject {
  return { kind: "object", type: CHAIN_MAP_TYPE, fields: new Map([["maps", list(maps.length > 0 ? maps : [dict([])])]]), at };
}

function mapsOf(self: LibraryObject | InstanceValue): readonly Value[] {
  const maps = self.kind === "object" ? self.fields.get("maps") : undefined;
  return maps?.kind === "list" ? maps.items : [];
}

/** All of them as one dict, in Python's order: that of the last, then what the ones before it add. */
function merged(self: LibraryObject | InstanceValue, { interpreter, at }: Pick<CallContext, "interpreter" | "at">): DictValue {
  const result = dict([]);
  for (const map of [...mapsOf(self)].reverse()) {
    const plain = interpreter.call({ kind: "symbol", name: "builtins.dict" }, { ...NO_KEYWORDS, positional: [{ value: map, at }] }, at);
    if (plain.kind !== "dict") {
      result.complete = false;
      if (plain.kind === "unknown") result.gap ??= plain;
      continue;
    }
    for (const [hash, entry] of plain.entries) result.entries.set(hash, entry);
    if (!plain.complete) result.complete = false;
    if (plain.gap) result.gap ??= plain.gap;
  }
  return result;
}

const NO_KEYWORDS = { keywords: new Map<never, never>(), complete: true };

function ofMerged(name: string): MethodModel {
  return (self, context) => {
    const { interpreter, args, at } = context;
    return interpreter.call(interpreter.attribute(merged(self, context), name, at), args, at);
  };
}

function ofFirst(name: string): MethodModel {
  return (self, { interpreter, args, at }) => interpreter.call(interpreter.attribute(mapsOf(self)[0] ?? NONE, name, at), args, at);
}

const TYPE: TypeModel = {
  iterate: (self, context) => list([...merged(self, context).entries.values()].map(({ key }) => key)),
  subscript: (self, index, context) => context.interpreter.subscript(merged(self, context), index, context.at),
  operator: (operator, left, right, context) => {
    const key = hashKey(right);
    if (operator !== "in" || left.kind !== "object" || key === undefined) return undefined;
    const { entries, complete } = merged(left, context);
    return entries.has(key) || complete ? bool(entries.has(key)) : undefined;
  },
  attribute: (self, name, _, at) => (name === "parents" ? chain(mapsOf(self).slice(1), at) : undefined),
  methods: {
    ...Object.fromEntries(["get", "keys", "values", "items", "__len__"].map((name) => [name, ofMerged(name)])),
    ...Object.fromEntries(["__setitem__", "__delitem__", "update", "pop", "setdefault", "clear"].map((name) => [name, ofFirst(name)])),
    new_child: (self, context) => {
      const given = selfOf(context);
      const added =
        given.kind === "none" ? dict([...context.args.keywords].map(([name, { value }]) => [{ kind: "str", value: name }, value])) : given;
      return chain([added, ...mapsOf(self)], context.at);
    },
  },
};

export const CHAIN_MAP: LibraryPart = {
  symbols: {
    [CHAIN_MAP_TYPE]: ({ args, at }) =>
      chain(
        args.positional.map((argument) => argument.value),
        at,
      ),
  },
  types: { [CHAIN_MAP_TYPE]: TYPE },
};
