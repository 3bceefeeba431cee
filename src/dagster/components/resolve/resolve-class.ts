/**
 * Resolvable classes of the repository: what the YAML gives, field by field, becomes the keywords of the class's constructor.
 * Fields are annotations (pydantic, dataclass), or the parameters of `__init__`; those of a library's class come from its schema.
 */

import { libraryBases } from "../../../python/attribute/inheritance.ts";
import type { ArgumentValue, CallContext } from "../../../python/library.ts";
import { NONE } from "../../../python/make-value.ts";
import type { ClassValue, Value } from "../../../python/value.ts";
import type { Resolution, Resolve, Schema, SchemaField } from "../template/resolution.ts";
import { isClosed } from "../tree/component-refusals.ts";
import { injected, plain, refused } from "./containers.ts";
import { keywordsOf, placeOf, withKeywords } from "./keywords.ts";

/** How a field with an annotation is resolved. */
export type OfAnnotation = (annotation: Value, context: CallContext) => SchemaField;

/** `undefined` for a class that is not made from YAML in a way of its own. */
export function resolveClass(cls: ClassValue, ofAnnotation: OfAnnotation, context: CallContext): Resolve | undefined {
  if (cls.flavour === "enum") return enumMember(cls);
  const isA = (type: string): boolean => context.interpreter.isSubclass(cls, type);
  if (isA("dagster.Resolvable")) return injected((value, resolution) => resolveInstance(cls, value, { resolution, ofAnnotation }));
  if (!isA("pydantic.BaseModel")) return undefined;
  return injected((value, resolution) => validated(cls, value, { resolution, ofAnnotation }));
}

interface Resolving {
  readonly resolution: Resolution;
  readonly ofAnnotation: OfAnnotation;
}

export function resolveInstance(cls: ClassValue, value: Value, { resolution, ofAnnotation }: Resolving): Value {
  if (value.kind !== "dict") return refused(value, "a mapping", resolution.context);
  const { interpreter } = resolution.context;
  const keywords = keywordsOf(value, schemaOf(cls, ofAnnotation, resolution), resolution);
  if ("kind" in keywords) return keywords;
  return interpreter.call(cls, withKeywords(keywords), placeOf(value, resolution.context.at));
}

/** A plain pydantic model: made from what is written, without templates. */
function validated(cls: ClassValue, value: Value, resolving: Resolving): Value {
  if (value.kind !== "dict") return refused(value, "a mapping", resolving.resolution.context);
  const schema = schemaOf(cls, resolving.ofAnnotation, resolving.resolution);
  const at = placeOf(value, resolving.resolution.context.at);
  const keywords = new Map<string, ArgumentValue>();
  for (const { key, value: item } of value.entries.values()) {
    if (key.kind !== "str") continue;
    const resolve = schema[key.value]?.resolve;
    keywords.set(key.value, { value: resolve && resolve !== plain ? resolve(item, resolving.resolution) : item, at: placeOf(item, at) });
  }
  return resolving.resolution.context.interpreter.call(cls, withKeywords(keywords), at);
}

function enumMember(cls: ClassValue): Resolve {
  return (value, resolution) => {
    const rendered = plain(value, resolution);
    if (rendered.kind === "unknown" || rendered.kind === "instance") return rendered;
    const { interpreter, at } = resolution.context;
    return interpreter.call(cls, { positional: [{ value: rendered, at }], keywords: new Map(), complete: true }, at);
  };
}

/** Fields of the class and of what it derives from, the library's first. */
function schemaOf(cls: ClassValue, ofAnnotation: OfAnnotation, resolution: Resolution): Schema {
  const schema: Record<string, SchemaField> = {};
  for (const base of libraryBases(cls).toReversed()) Object.assign(schema, resolution.schemas.get(base));
  const initializer = cls.mro.find((base) => base.kind === "class" && base.namespace.has("__init__"));
  const init = initializer?.kind === "class" ? initializer.namespace.get("__init__") : undefined;
  const { context } = resolution;
  const required = isClosed(cls) && REQUIRED;
  if (init?.kind === "function") {
    for (const parameter of init.definition.parameters.slice(1)) {
      if (parameter.kind === "variadic" || parameter.kind === "keyword-variadic") continue;
      const annotation = parameter.annotation ? context.interpreter.annotation(parameter.annotation, init.closure) : NONE;
      schema[parameter.name] = { ...ofAnnotation(annotation, context), ...(!parameter.default && required) };
    }
    return schema;
  }
  for (const base of cls.mro.toReversed()) {
    if (base.kind !== "class") continue;
    for (const field of base.fields) {
      const text = base.file.text.slice(field.annotation.start, field.annotation.end);
      if (/^(typing\.|t\.)?ClassVar\b/.test(text)) continue;
      const resolved = ofAnnotation(context.interpreter.annotation(field.annotation, base.closure), context);
      const isRequired = field.default === undefined && !field.name.startsWith("_") && !/\bField\b/.test(text);
      schema[field.name] = aliased(field.default, {
        ...resolved,
        ...(isRequired && required),
        ...(EXPECTS[text] && { expects: EXPECTS[text] }),
      });
    }
  }
  return schema;
}

/** What a plain `str` or `int` field expects in place of a value of another shape. A template may yield anything. */
const EXPECTS: Readonly<Record<string, NonNullable<SchemaField["expects"]>>> = {
  str: ({ kind }) => (["list", "dict", "int", "float", "bool", "none"].includes(kind) ? "a string" : undefined),
  int: (value) =>
    ["list", "dict", "none"].includes(value.kind) || (value.kind === "str" && WORD.test(value.value)) ? "an integer" : undefined,
};

const WORD = /^[a-z_]+$/i;

const REQUIRED = { isRequired: true } as const;

/** `Field(alias="…")` names the field in YAML. */
function aliased(fallback: Value | undefined, field: SchemaField): SchemaField {
  const alias = fallback?.kind === "object" && fallback.type === "pydantic.FieldInfo" ? fallback.fields.get("alias") : undefined;
  return alias?.kind === "str" ? { ...field, yamlName: alias.value } : field;
}
