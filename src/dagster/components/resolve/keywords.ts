/** Mappings of a component's YAML as keyword arguments: each entry resolved as the field that it names. */
import type { Location } from "../../../base/span.ts";
import type { ArgumentValue, CallArguments } from "../../../python/library.ts";
import type { DictValue, Unknown, Value } from "../../../python/value.ts";
import { raises } from "../../library/construct.ts";
import type { Resolution, Schema } from "../template/resolution.ts";

export function placeOf(value: Value, fallback: Location): Location {
  return "origin" in value && value.origin ? value.origin : fallback;
}

/** The arguments by field name; an unknown when Dagster refuses the mapping: a key that is no field. Fields that are not given are left out. */
export function keywordsOf(value: DictValue, schema: Schema, resolution: Resolution): Map<string, ArgumentValue> | Unknown {
  const byYamlName = new Map(Object.entries(schema).map(([name, field]) => [field.yamlName ?? name, { name, field }] as const));
  const keywords = new Map<string, ArgumentValue>();
  for (const { key, value: item } of value.entries.values()) {
    const at = placeOf(key, resolution.context.at);
    const known = key.kind === "str" ? byYamlName.get(key.value) : undefined;
    if (!known)
      return raises(
        { ...resolution.context, at },
        `\`${key.kind === "str" ? key.value : "a key"}\` is no attribute of this`,
        "wrong-attribute",
      );
    const expected = known.field.expects?.(item);
    if (expected !== undefined)
      return raises({ ...resolution.context, at: placeOf(item, at) }, `${expected} is expected here`, "wrong-attribute");
    keywords.set(known.name, { value: known.field.resolve(item, resolution), at: placeOf(item, at) });
  }
  const missing = Object.entries(schema).find(([name, { isRequired }]) => isRequired && !keywords.has(name));
  if (missing && !value.gap) {
    const at = placeOf(value, resolution.context.at);
    return raises({ ...resolution.context, at }, `the attribute \`${missing[1].yamlName ?? missing[0]}\` is missing`, "missing-attribute");
  }
  return value.gap ?? keywords;
}

export function withKeywords(keywords: ReadonlyMap<string, ArgumentValue>): CallArguments {
  return { positional: [], keywords, complete: true };
}
