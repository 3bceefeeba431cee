/** `globals()`, `vars(module)`, `module.__dict__`: the names of a module as a mapping. */
import type { Location } from "../../base/span.ts";
import { STAR_GAP } from "../evaluate/name.ts";
import type { TypeModel } from "../library.ts";
import { bool, list, NONE, str, strDict, tuple } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { LibraryObject, ModuleValue, Value } from "../value.ts";
import { textOf } from "./arguments.ts";

/** The namespace of a module as a value: reading and assigning items goes to the module itself. */
export const NAMESPACE = "builtins.namespace";

export function namespaceOf(module: ModuleValue, at: Location): LibraryObject {
  return { kind: "object", type: NAMESPACE, fields: new Map([["module", module]]), at };
}

function namesOf(self: LibraryObject): Map<string, Value> {
  const module = self.fields.get("module");
  return module?.kind === "module" ? module.scope.names : new Map();
}

/** Names and values that code sees. */
export function visible(self: LibraryObject): readonly (readonly [string, Value])[] {
  return [...namesOf(self)].filter(([name]) => !name.startsWith("\0"));
}

export const NAMESPACE_TYPE: TypeModel = {
  iterate: (self) => list(self.kind === "object" ? visible(self).map(([name]) => str(name)) : []),
  subscript: (self, index, { interpreter, at }) => {
    if (self.kind !== "object" || index.kind !== "str")
      return index.kind === "unknown" ? index : interpreter.unknown("unsupported", "this name is not known", at);
    const names = namesOf(self);
    const gap = names.get(STAR_GAP);
    if (gap && !names.has(index.value))
      return gap.kind === "unknown" ? gap : interpreter.unknown("external-library", "it may come from a library", at);
    return names.get(index.value) ?? raise("KeyError", index.value, at);
  },
  operator: (operator, left, right) => {
    if (operator !== "in" || left.kind !== "object" || right.kind !== "str") return undefined;
    const names = namesOf(left);
    return names.has(right.value) || !names.has(STAR_GAP) ? bool(names.has(right.value)) : undefined;
  },
  methods: {
    __setitem__: (self, { args }) => {
      const [name, value] = args.positional.map((argument) => argument.value);
      if (self.kind === "object" && name?.kind === "str" && value) namesOf(self).set(name.value, value);
      return NONE;
    },
    __delitem__: (self, { args, at }) => {
      const name = textOf(args, 0);
      if (self.kind === "object" && name !== undefined && !namesOf(self).delete(name)) return raise("KeyError", name, at);
      return NONE;
    },
    pop: (self, { args, at }) => {
      const name = textOf(args, 0) ?? "";
      const found = self.kind === "object" ? namesOf(self).get(name) : undefined;
      if (self.kind === "object") namesOf(self).delete(name);
      return found ?? args.positional[1]?.value ?? raise("KeyError", name, at);
    },
    update: (self, { args }) => {
      if (self.kind !== "object") return NONE;
      const [other] = args.positional;
      if (other?.value.kind === "dict")
        for (const { key, value } of other.value.entries.values()) if (key.kind === "str") namesOf(self).set(key.value, value);
      for (const [name, argument] of args.keywords) namesOf(self).set(name, argument.value);
      return NONE;
    },
    copy: (self) => strDict(self.kind === "object" ? visible(self) : []),
    setdefault: (self, { args }) => {
      const [name, value] = args.positional.map((argument) => argument.value);
      if (self.kind !== "object" || name?.kind !== "str") return NONE;
      const names = namesOf(self);
      const found = names.get(name.value) ?? value ?? NONE;
      names.set(name.value, found);
      return found;
    },
    get: (self, { args }) =>
      (self.kind === "object" ? namesOf(self).get(textOf(args, 0) ?? "") : undefined) ?? args.positional[1]?.value ?? NONE,
    items: (self) => list(self.kind === "object" ? visible(self).map(([name, value]) => tuple([str(name), value])) : []),
    keys: (self) => list(self.kind === "object" ? visible(self).map(([name]) => str(name)) : []),
    values: (self) => list(self.kind === "object" ? visible(self).map(([, value]) => value) : []),
  },
};
