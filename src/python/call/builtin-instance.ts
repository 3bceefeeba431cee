/**
 * Instances of classes of the repository that derive from a builtin class: `__new__` makes what cannot change, `__init__` fills what can.
 * What holds the content is a value of the builtin kind, made by the builtin constructor itself.
 */
import { assignItem } from "../execute/assignment/assign.ts";
import type { CallContext } from "../library.ts";
import type { Machine } from "../machine.ts";
import { NONE, symbol } from "../make-value.ts";
import type { ClassValue, DictValue, InstanceValue, ListValue, SetValue, Value } from "../value.ts";
import { builtinConstructor, instanceOf, isUserCollection } from "../values/derived.ts";

const NO_ARGUMENTS: CallContext["args"] = { positional: [], keywords: new Map(), complete: true };

/** What `__init__` fills; anything else has its content from `__new__`. */
const MUTABLE: ReadonlySet<string> = new Set([
  "builtins.dict",
  "builtins.list",
  "builtins.set",
  "collections.defaultdict",
  "collections.Counter",
  "collections.deque",
]);

/** What `__new__` of the builtin class gives; `undefined` for a class that derives from none. */
export function newBuiltin(machine: Machine, cls: ClassValue, context: CallContext): Value | undefined {
  const maker = builtinConstructor(cls);
  if (maker === undefined) return undefined;
  const value = machine.call(symbol(maker), MUTABLE.has(maker) ? NO_ARGUMENTS : context.args, context.at);
  if (value.kind === "unknown" || value.kind === "one-of") return value;
  const instance: InstanceValue = {
    kind: "instance",
    class: cls,
    attributes: new Map(),
    construction: { args: context.args, at: context.at },
  };
  const made = { ...value, instance } as Value;
  if (isUserCollection(cls)) instance.attributes.set("data", contentOf(made));
  return made;
}

/** `data` of a `UserDict` or `UserList`: the same content, without the class. */
function contentOf(value: Value): Value {
  if (value.kind === "dict") return sharing(value, { kind: "dict", entries: value.entries, complete: true });
  if (value.kind !== "list") return value;
  const content: ListValue = { kind: "list", items: value.items, complete: true };
  Object.defineProperty(content, "items", {
    enumerable: true,
    get: () => value.items,
    set: (items: Value[]) => {
      value.items = items;
    },
  });
  return sharing(value, content);
}

/** What is missing from the one is missing from the other. */
function sharing(value: DictValue | ListValue, content: DictValue | ListValue): Value {
  for (const name of ["complete", "gap"] as const) {
    Object.defineProperty(content, name, {
      enumerable: true,
      get: () => value[name],
      set: (next) => Object.assign(value, { [name]: next }),
    });
  }
  return content;
}

/** What `__init__` of the builtin class does with a new instance. */
export function fillBuiltin(machine: Machine, self: Value, context: CallContext): Value {
  const instance = instanceOf(self);
  const maker = instance && builtinConstructor(instance.class);
  if (!maker || !MUTABLE.has(maker)) return NONE;
  const content = machine.call(symbol(maker), context.args, context.at);
  if (self.kind !== "dict" && self.kind !== "list" && self.kind !== "set") return NONE;
  if (self.kind === "dict" && content.kind === "dict") {
    for (const [hash, entry] of content.entries) {
      if (isUserCollection(instance.class)) assignItem(machine, self, { index: entry.key, value: entry.value, at: context.at });
      else self.entries.set(hash, entry);
    }
    if (content.factory) self.factory = content.factory;
  } else if (self.kind === "list" && content.kind === "list") {
    self.items.push(...content.items);
    if (content.most !== undefined) self.most = content.most;
  } else if (self.kind === "set" && content.kind === "set") {
    for (const [hash, item] of content.items) self.items.set(hash, item);
  }
  open(self, content);
  return NONE;
}

function open(self: DictValue | ListValue | SetValue, content: Value): void {
  const gap = content.kind === "unknown" ? content : "gap" in content ? content.gap : undefined;
  const isComplete = content.kind !== "unknown" && (!("complete" in content) || content.complete);
  if (isComplete) return;
  self.complete = false;
  if (gap) self.gap ??= gap;
}
