/** `@dlt.source`: its function is evaluated for the resources that it returns or yields. `with_resources` selects among them. */
import type { CallContext, MethodModel, TypeModel } from "../../../python/library.ts";
import { bool, NONE, native, strDict } from "../../../python/make-value.ts";
import { describeException, PythonRaise } from "../../../python/python-raise.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { construct, copy, isObject } from "../construct.ts";
import { argument } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";
import { RESOURCE } from "./dlt-resource.ts";

export const SOURCE = "dlt.DltSource";
const FACTORY = "dlt.SourceFactory";

interface Resources {
  readonly items: readonly Value[];
  readonly gap?: Unknown | undefined;
}

interface SourcePayload {
  readonly resources: Resources;
}

export function makeSource(name: Value, resources: Resources, context: CallContext): LibraryObject {
  const items = resources.items.map((item) => (isObject(item, RESOURCE) ? copy(item, { source_name: name }) : item));
  const payload: SourcePayload = { resources: { items, ...(resources.gap && { gap: resources.gap }) } };
  return construct(SOURCE, { name, section: NONE }, context, payload);
}

function source(context: CallContext): Value {
  const given = argument(context, "func", 0);
  const make = (fn: Value): Value => {
    const name = argument(context, "name");
    const own = name.kind === "none" ? context.interpreter.attribute(fn, "__name__", context.at) : name;
    return construct(FACTORY, { function: fn, name: own }, context);
  };
  return given.kind === "none" ? native("dlt.source", (inner) => make(inner.args.positional[0]?.value ?? NONE)) : make(given);
}

const callFactory: MethodModel = (self, context) => {
  if (self.kind !== "object") return context.interpreter.unknown("unsupported", "this source is not read", context.at);
  const name = self.fields.get("name") ?? NONE;
  try {
    const returned = context.interpreter.call(self.fields.get("function") ?? NONE, context.args, context.at);
    return makeSource(name, collect(returned, context), context);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    const gap = context.interpreter.unknown("runtime-input", `this source raises ${describeException(thrown.exception)}`, thrown.at);
    return makeSource(name, { items: [], gap }, context);
  }
};

/** Resources in what a source's function returned: one, or any iterable of them, nested too. */
function collect(value: Value, context: CallContext): Resources {
  if (isObject(value, RESOURCE)) return { items: [value] };
  if (isObject(value, SOURCE)) return resourcesOf(value);
  if (value.kind === "none") return { items: [] };
  if (value.kind === "one-of") {
    return { items: value.options.flatMap((option) => collect(option, context).items), gap: value.condition };
  }
  if (value.kind === "unknown") return { items: [], gap: value };
  if (value.kind !== "list" && value.kind !== "tuple" && value.kind !== "iterator" && value.kind !== "set")
    return { items: [], gap: context.interpreter.unknown("unsupported", "what this source yields is not read", context.at) };
  const { items, gap } = context.interpreter.iterate(value, context.at);
  const parts = items.map((item) => collect(item, context));
  return { items: parts.flatMap((part) => part.items), gap: gap ?? parts.find((part) => part.gap)?.gap };
}

export function resourcesOf(self: LibraryObject): Resources {
  return (self.payload as SourcePayload | undefined)?.resources ?? { items: [] };
}

export function selectedResources(self: LibraryObject): Resources {
  const { items, gap } = resourcesOf(self);
  const isSelected = (item: Value): boolean => {
    const selected = isObject(item, RESOURCE) ? item.fields.get("selected") : undefined;
    return selected?.kind !== "bool" || selected.value;
  };
  return { items: items.filter(isSelected), gap };
}

function byName({ items, gap }: Resources): Value {
  const named = items.flatMap((item) => {
    const name = isObject(item, RESOURCE) ? item.fields.get("name") : undefined;
    return name?.kind === "str" ? [[name.value, item] as const] : [];
  });
  return { ...strDict(named), ...(gap && { complete: false, gap }) };
}

/** `source.with_resources("orders", …)`: a source with the others left out. */
const withResources: MethodModel = (self, context) => {
  if (self.kind !== "object") return context.interpreter.unknown("unsupported", "this source is not read", context.at);
  const names = context.args.positional.map(({ value }) => value);
  const wanted = new Set(names.flatMap((name) => (name.kind === "str" ? [name.value] : [])));
  const unread = names.find((name) => name.kind !== "str");
  const { items, gap } = resourcesOf(self);
  const selected = items.map((item) => {
    const name = isObject(item, RESOURCE) ? item.fields.get("name") : undefined;
    return isObject(item, RESOURCE) ? copy(item, { selected: bool(name?.kind === "str" && wanted.has(name.value)) }) : item;
  });
  const open = gap ?? (unread?.kind === "unknown" ? unread : undefined);
  return copy(self, {}, { resources: { items: selected, ...(open && { gap: open }) } } satisfies SourcePayload);
};

const unchanged: MethodModel = (self) => self;

const sourceType: TypeModel = {
  attribute: (self, name) => {
    if (self.kind !== "object") return undefined;
    if (name === "resources") return byName(resourcesOf(self));
    if (name === "selected_resources") return byName(selectedResources(self));
    return resourcesOf(self).items.find((item) => {
      const own = isObject(item, RESOURCE) ? item.fields.get("name") : undefined;
      return own?.kind === "str" && own.value === name;
    });
  },
  methods: { with_resources: withResources, add_limit: unchanged, parallelize: unchanged, clone: unchanged },
};

export const dltSourceModels: Models = {
  symbols: { "dlt.source": source },
  constants: { "dlt.config.value": NONE, "dlt.secrets.value": NONE },
  types: { [FACTORY]: { call: callFactory, methods: { with_args: unchanged, clone: unchanged } }, [SOURCE]: sourceType },
};
