/**
 * `translation:` of a component: attributes that are put on each spec, resolved anew for every thing that it translates.
 * Source: `TranslationFnResolver` of `dagster/components/utils/translation.py`.
 */
import type { CallContext } from "../../../python/library.ts";
import { entryOf, NONE, native } from "../../../python/make-value.ts";
import type { DictValue, Value } from "../../../python/value.ts";
import { isObject } from "../../library/construct.ts";
import { argumentsOf } from "../../library/signature.ts";
import { render } from "../template/render.ts";
import { type Resolution, type Resolve, withScope } from "../template/resolution.ts";
import { translationAttributes } from "./core-models.ts";
import { withKeywords } from "./keywords.ts";

/** Names that templates see beside `spec`, of what is being translated. */
export type TranslationNames = (translated: Value, context: CallContext) => readonly (readonly [string, Value])[];

const MERGED: ReadonlySet<string> = new Set(["metadata", "tags"]);

/** A function of a spec and what it was made of: it yields the spec with the attributes. */
export function translation(names: TranslationNames): Resolve {
  return (written, resolution) => {
    if (written.kind === "none" || written.kind === "unknown") return written;
    return native("translation", (context) => {
      const [spec, translated] = [context.args.positional[0]?.value ?? NONE, context.args.positional[1]?.value ?? NONE];
      return translate(spec, written, withScope(resolution, [...names(translated, context), ["spec", spec]]));
    });
  };
}

/** Applies a `translation` field that may be None. */
export function applyTranslation(fn: Value, spec: Value, translated: Value, { interpreter, at }: CallContext): Value {
  return fn.kind === "none" ? spec : interpreter.call(fn, argumentsOf({ value: spec, at }, { value: translated, at }), at);
}

function translate(spec: Value, written: Value, resolution: Resolution): Value {
  const given = written.kind === "str" ? render(written, resolution) : written;
  if (isObject(given, "dagster.AssetSpec")) return given;
  const attributes = translationAttributes(given, resolution);
  if (attributes.kind !== "dict") return attributes;
  const { interpreter, at } = resolution.context;
  const apply = (target: Value, method: string, values: ReadonlyMap<string, Value>): Value => {
    if (values.size === 0) return target;
    const args = withKeywords(new Map([...values].map(([name, value]) => [name, { value, at }])));
    return interpreter.call(interpreter.attribute(target, method, at), args, at);
  };
  const replaced = new Map<string, Value>();
  const merged = new Map<string, Value>();
  for (const { key, value } of withKeyPrefix(attributes, spec, resolution).entries.values()) {
    if (key.kind !== "str") continue;
    if (MERGED.has(key.value)) merged.set(key.value, value);
    else replaced.set(key.value, key.value === "code_version" ? interpreter.toStr(value, at) : value);
  }
  return apply(apply(spec, "replace_attributes", replaced), "merge_attributes", merged);
}

/** `key_prefix` goes before the key that is given, else before the one that the spec has. */
function withKeyPrefix(attributes: DictValue, spec: Value, { context }: Resolution): DictValue {
  const prefix = entryOf(attributes, "key_prefix");
  if (!prefix) return attributes;
  const { interpreter, at } = context;
  const key = entryOf(attributes, "key") ?? interpreter.attribute(spec, "key", at);
  const prefixed = interpreter.call(interpreter.attribute(key, "with_prefix", at), argumentsOf({ value: prefix, at }), at);
  const kept = [...attributes.entries].filter(([, entry]) => entry.key.kind !== "str" || !["key", "key_prefix"].includes(entry.key.value));
  return { ...attributes, entries: new Map([...kept, ["skey", { key: { kind: "str", value: "key" }, value: prefixed }]]) };
}
