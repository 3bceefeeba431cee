/** What every component of a library is made of: a constructor from keywords, its fields, and how it builds definitions. */
import type { CallContext, MethodModel, TypeModel } from "../../../python/library.ts";
import { NONE } from "../../../python/make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../../../python/value.ts";
import { construct } from "../../library/construct.ts";
import type { Models } from "../../library/models.ts";
import type { Schema } from "../template/resolution.ts";

type Self = LibraryObject | InstanceValue;

/** The field as it was given, else its default. An instance of a subclass in the repository may compute it. */
export function fieldOf(self: Self, name: string, schema: Schema, { interpreter, at }: CallContext): Value {
  const fallback = schema[name]?.default ?? NONE;
  if (self.kind === "object") return self.fields.get(name) ?? fallback;
  const own = self.attributes.get(name);
  if (own) return own;
  const overridden = self.class.mro.some((base) => base.kind === "class" && base.namespace.has(name));
  return overridden ? interpreter.attribute(self, name, at) : fallback;
}

export interface LibraryComponent {
  readonly schema: Schema;
  readonly bases?: readonly string[];
  readonly methods: Readonly<Record<string, MethodModel>>;
}

/** Models of components by type. `aliases` are other names of the same class. */
export function componentModels(components: Readonly<Record<string, LibraryComponent>>): Models {
  const symbols = Object.entries(components).map(([type, { schema }]) => [type, constructorOf(type, schema)] as const);
  const types = Object.entries(components).map(([type, { schema, bases, methods }]) => {
    const model: TypeModel = {
      bases: [...(bases ?? []), "dagster.Component", "dagster.Resolvable"],
      methods,
      attribute: (_, name) => schema[name]?.default,
    };
    return [type, model] as const;
  });
  return { symbols: Object.fromEntries(symbols), types: Object.fromEntries(types) };
}

function constructorOf(type: string, schema: Schema): (context: CallContext) => Value {
  return (context) => {
    const fields = Object.entries(schema).map(
      ([name, field]) => [name, context.args.keywords.get(name)?.value ?? field.default ?? NONE] as const,
    );
    return construct(type, Object.fromEntries(fields), context);
  };
}

/** A field of a model of a library, constructed in Python: `SlingReplicationSpecModel(path="…")`. */
export function modelModels(models: Readonly<Record<string, Schema>>): Models {
  return {
    symbols: Object.fromEntries(Object.entries(models).map(([type, schema]) => [type, constructorOf(type, schema)])),
    types: Object.fromEntries(Object.keys(models).map((type) => [type, { bases: ["dagster.Resolvable"] }])),
  };
}
