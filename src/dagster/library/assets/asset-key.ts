/**
 * `AssetKey`, `AssetCheckKey` and what Dagster accepts in place of a key. A str is one part, slashes and all;
 * only `from_user_string` and selections split it.
 */
import type { Location } from "../../../base/span.ts";
import type { CallContext, MethodModel, TypeModel } from "../../../python/library.ts";
import { bool, list, str, tuple } from "../../../python/make-value.ts";
import type { InstanceValue, LibraryObject, ListValue, StrValue, Value } from "../../../python/value.ts";
import { fromUserString, toPythonIdentifier, toUserString } from "../../model/asset-key.ts";
import { construct, derive, distribute, isObject, raises } from "../construct.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";

type Self = LibraryObject | InstanceValue;

const KEY = "dagster.AssetKey";

/** A key made by a model. Parts may be unknown. */
export function makeAssetKey(parts: readonly Value[], at: Location): LibraryObject {
  const path = list(parts);
  const equality = pathEquality(path);
  return derive(KEY, { path }, at, equality === undefined ? {} : { equality });
}

function pathEquality(path: Value | undefined): string | undefined {
  if (path?.kind !== "list" || !path.complete) return undefined;
  const parts: string[] = [];
  for (const part of path.items) {
    if (part.kind !== "str") return undefined;
    parts.push(part.value);
  }
  return JSON.stringify(parts);
}

/** `AssetKey.from_coercible_or_definition`, and `AssetKey.from_coercible`: a key, str, sequence of str, or a definition with one key. */
export function coerceToAssetKey(value: Value, context: CallContext): Value {
  return distribute(value, (known) => {
    if (isObject(known, KEY)) return known;
    if (known.kind === "str") return makeAssetKey([known], known.origin ?? context.at);
    if (known.kind === "list" || known.kind === "tuple") {
      return known.gap
        ? context.interpreter.unknown(known.gap.reason, "a part of the key is not known", context.at, known.gap)
        : makeAssetKey(known.items, context.at);
    }
    const specs = isObject(known, "dagster.AssetsDefinition") ? known.fields.get("specs") : undefined;
    // What Dagster says of it depends on who asks.
    if (specs?.kind === "list" && specs.items.length > 1) return raises(context, "a definition of several assets has no one key");
    if (known.kind === "object" || known.kind === "instance") return context.interpreter.attribute(known, "key", context.at);
    return raises(context, "this is no asset key");
  });
}

/** A prefix: str or sequence of str, as parts; `[]` for None. The parts hold one unknown when it is not known. */
export function prefixParts(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.kind === "none") return [];
  if (value.kind === "str") return [value];
  if (value.kind !== "list" && value.kind !== "tuple") return [value];
  return value.gap ? [...value.items, value.gap] : value.items;
}

/** The key's parts; one unknown when the key is not known. */
export function keyParts(key: Value): readonly Value[] {
  const path = isObject(key, KEY) ? key.fields.get("path") : undefined;
  return path?.kind === "list" ? path.items : [key];
}

/** The parts as strings, or `undefined` when one is not known. */
export function knownPath(key: Value): readonly string[] | undefined {
  const parts = keyParts(key);
  return parts.every((part): part is StrValue => part.kind === "str") ? parts.map((part) => part.value) : undefined;
}

/** `list(filter(None, [*prefix, *parts]))`: empty parts fall out. */
export function prefixedKey(prefix: readonly Value[], parts: readonly Value[], at: Location): LibraryObject {
  return makeAssetKey(
    [...prefix, ...parts].filter((part) => part.kind !== "str" || part.value !== ""),
    at,
  );
}

function pathOf(self: Self): ListValue | undefined {
  const path = self.kind === "object" ? self.fields.get("path") : self.attributes.get("path");
  return path?.kind === "list" ? path : undefined;
}

/** A method that needs the path as strings; an unknown part makes the result unknown. */
function onPath(apply: (path: readonly string[], context: CallContext) => Value): MethodModel {
  return (self, context) => {
    const parts: string[] = [];
    const assumes = new Set<string>();
    for (const part of pathOf(self)?.items ?? []) {
      if (part.kind !== "str")
        return part.kind === "unknown" ? part : context.interpreter.unknown("runtime-input", "a part of the key is not known", context.at);
      parts.push(part.value);
      for (const assumption of part.assumes ?? []) assumes.add(assumption);
    }
    const result = apply(parts, context);
    return result.kind === "str" && assumes.size > 0 ? str(result.value, [...assumes]) : result;
  };
}

const repr = onPath((path) => str(`AssetKey([${path.map((part) => `'${part}'`).join(", ")}])`));

const assetKeyType: TypeModel = {
  equality: (fields) => pathEquality(fields.get("path")),
  attribute: (self, name) => (name === "parts" ? tuple(pathOf(self)?.items ?? []) : undefined),
  methods: {
    to_user_string: onPath((path) => str(toUserString(path))),
    to_escaped_user_string: onPath((path) => str(path.map((part) => part.replaceAll("\\", "\\\\").replaceAll("/", "\\/")).join("/"))),
    to_string: onPath((path) => str(jsonList(path))),
    to_db_string: onPath((path) => str(jsonList(path))),
    to_python_identifier: onPath((path, context) => {
      const suffix = bind("dagster.AssetKey.to_python_identifier", context).value("suffix");
      return str(toPythonIdentifier(suffix.kind === "str" ? [...path, suffix.value] : path));
    }),
    with_prefix: (self, context) => {
      const prefix = bind("dagster.AssetKey.with_prefix", context).value("prefix");
      return makeAssetKey([...prefixParts(prefix), ...(pathOf(self)?.items ?? [])], self.kind === "object" ? self.at : context.at);
    },
    has_prefix: onPath((path, context) => {
      const prefix = prefixParts(bind("dagster.AssetKey.has_prefix", context).value("prefix"));
      const gap = prefix.find((part) => part.kind !== "str");
      if (gap) return gap;
      return bool(prefix.every((part, index) => part.kind === "str" && part.value === path[index]));
    }),
    __str__: repr,
    __repr__: repr,
  },
};

function jsonList(path: readonly string[]): string {
  return `[${path.map((part) => JSON.stringify(part)).join(", ")}]`;
}

function makeFromUserString(context: CallContext): Value {
  const text = bind("dagster.AssetKey.from_user_string", context).value("asset_key_string");
  return distribute(text, (known) => {
    if (known.kind !== "str") return raises(context, "a user string is a str");
    const path = fromUserString(known.value).map((part) => str(part, known.assumes));
    return construct(KEY, { path: list(path) }, context);
  });
}

function constructKey(context: CallContext): Value {
  const path = bind(KEY, context).value("path");
  if (path.kind === "unknown") return construct(KEY, { path: list([path]) }, context);
  return distribute(path, (known) => {
    if (known.kind === "str") return construct(KEY, { path: list([known]) }, context);
    const items = context.interpreter.iterate(known, context.at);
    return construct(KEY, { path: list(items.items, items.gap) }, context);
  });
}

function coerceArgument(context: CallContext): Value {
  return coerceToAssetKey(bind("dagster.AssetKey.from_coercible", context).value("arg"), context);
}

export const assetKeyModels: Models = {
  symbols: {
    [KEY]: constructKey,
    "dagster.AssetKey.from_user_string": makeFromUserString,
    "dagster.AssetKey.from_escaped_user_string": makeFromUserString,
    "dagster.AssetKey.from_coercible": coerceArgument,
    "dagster.AssetKey.from_coercible_or_definition": coerceArgument,
    "dagster.AssetCheckKey": (context) => {
      const bound = bind("dagster.AssetCheckKey", context);
      return construct("dagster.AssetCheckKey", { asset_key: bound.value("asset_key"), name: bound.value("name") }, context);
    },
  },
  types: { [KEY]: assetKeyType, "dagster.AssetCheckKey": {} },
};
