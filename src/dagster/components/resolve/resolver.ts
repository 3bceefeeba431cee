/**
 * From an annotation to how its field is resolved: `Resolved…` types, `Annotated[…, Resolver(…)]`, containers of them, resolvable classes.
 * What is a plain type (str, dict, Literal, …) has its templates rendered. Source: `_get_resolver` of `dagster/components/resolved/base.py`.
 */
import type { CallContext } from "../../../python/library.ts";
import { FALSE, NONE, NOWHERE, native, TRUE } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { isObject } from "../../library/construct.ts";
import type { Models } from "../../library/models.ts";
import { argumentsOf, bind } from "../../library/signature.ts";
import type { Resolution, Resolve } from "../template/resolution.ts";
import { injected, mapping, optional, plain, sequence, untouched } from "./containers.ts";
import { assetAttributes, assetCheckSpec, assetKey, assetSpec, opSpec } from "./core-models.ts";
import { resolutionObject } from "./resolution-object.ts";
import { resolveClass } from "./resolve-class.ts";

const RESOLVER = "dagster.Resolver";

/** Aliases and models of Dagster's that resolve in a way of their own. */
const NAMED: Readonly<Record<string, Resolve>> = {
  "dagster.ResolvedAssetKey": assetKey,
  "dagster.ResolvedAssetSpec": assetSpec,
  "dagster.ResolvedAssetCheckSpec": assetCheckSpec,
  "dagster.ResolvedAssetAttributes": assetAttributes,
  "dagster.OpSpec": opSpec,
};

export interface FieldResolver {
  readonly resolve: Resolve;
  readonly yamlName?: string;
}

export function resolverOf(annotation: Value, context: CallContext): FieldResolver {
  const found = annotatedResolver(annotation);
  if (found && !isDefault(found)) return ofResolverObject(found);
  // A default resolver leaves the field to its type; its `model_field_name` is lost in Dagster, too.
  return { resolve: dig((found && typeArguments(annotation)[0]) ?? annotation, context) };
}

/** Never undefined: an annotation that says nothing leaves the value with its templates rendered. */
function dig(annotation: Value, context: CallContext): Resolve {
  if (annotation.kind === "symbol") return NAMED[publicName(annotation.name)] ?? plain;
  if (annotation.kind === "class") return resolveClass(annotation, fieldResolver, context) ?? plain;
  if (annotation.kind !== "object") return plain;
  const args = typeArguments(annotation);
  if (annotation.type === "types.UnionType") return union(args, context);
  const origin = annotation.fields.get("origin");
  const originName = origin?.kind === "symbol" ? origin.name.split(".").at(-1) : undefined;
  const [first = NONE] = args;
  switch (originName) {
    case "Annotated": {
      const resolver = annotatedResolver(annotation);
      if (!resolver || isDefault(resolver)) return dig(first, context);
      return ofResolverObject(resolver).resolve;
    }
    case "Optional":
      return optional(dig(first, context));
    case "Union":
      return union(args, context);
    case "list":
    case "List":
    case "Sequence":
    case "tuple":
    case "Tuple":
    case "Iterable":
      return isPlain(first, context) ? plain : sequence(dig(first, context));
    case "dict":
    case "Dict":
    case "Mapping":
      return isPlain(args[1] ?? NONE, context) ? plain : mapping(dig(args[1] ?? NONE, context));
    case "Injected":
      return plain;
    default:
      return origin?.kind === "class" ? dig(origin, context) : plain;
  }
}

function isPlain(annotation: Value, context: CallContext): boolean {
  return dig(annotation, context) === plain;
}

/** The private modules' names of public aliases. */
function publicName(name: string): string {
  return name.startsWith("dagster.") ? `dagster.${name.split(".").at(-1)}` : name;
}

/** Custom resolvers are tried first, in order; the first that takes the value decides. */
function union(args: readonly Value[], context: CallContext): Resolve {
  const resolvers = args.filter((arg) => arg.kind !== "none").map((arg) => dig(arg, context));
  const own = resolvers.filter((resolve) => resolve !== plain);
  const isOptional = args.some((arg) => arg.kind === "none");
  const [only] = own;
  if (!only) return plain;
  if (resolvers.length === 1) return isOptional ? optional(only) : only;
  return (value, resolution) => {
    if (value.kind === "none") return value;
    for (const resolve of [...own, ...(own.length < resolvers.length ? [plain] : [])]) {
      const resolved = resolve(value, resolution);
      if (resolved.kind !== "unknown") return resolved;
    }
    return only(value, resolution);
  };
}

function typeArguments(annotation: Value): readonly Value[] {
  const args = annotation.kind === "object" ? annotation.fields.get("args") : undefined;
  return args?.kind === "tuple" ? args.items : [];
}

function annotatedResolver(annotation: Value): LibraryObject | undefined {
  if (annotation.kind !== "object") return undefined;
  const origin = annotation.fields.get("origin");
  if (origin?.kind !== "symbol" || !origin.name.endsWith(".Annotated")) return undefined;
  return typeArguments(annotation).find((arg) => isObject(arg, RESOLVER)) as LibraryObject | undefined;
}

function isDefault(resolver: LibraryObject): boolean {
  return resolver.fields.get("kind")?.kind === "str" && (resolver.fields.get("kind") as { readonly value: string }).value === "default";
}

/** `Resolver(fn)` calls a function of the repository with the context and what the YAML holds. */
function ofResolverObject(resolver: LibraryObject): FieldResolver {
  const field = (name: string): Value => resolver.fields.get(name) ?? NONE;
  const kind = field("kind");
  const how = kind.kind === "str" ? kind.value : "";
  const name = field("model_field_name");
  const yamlName = name.kind === "str" ? { yamlName: name.value } : {};
  if (how === "passthrough") return { resolve: untouched, ...yamlName };
  const call: Resolve = (value, resolution) => callResolver(field("fn"), value, resolution);
  const injects = field("inject_before_resolve");
  return { resolve: injects.kind === "bool" && !injects.value ? call : injected(call), ...yamlName };
}

function callResolver(fn: Value, value: Value, resolution: Resolution): Value {
  const { interpreter, at } = resolution.context;
  return interpreter.call(fn, argumentsOf({ value: resolutionObject(resolution), at }, { value: derivedModel(value), at }), at);
}

/** Mappings reach code of the repository as models, with their entries for attributes. */
export function derivedModel(value: Value): Value {
  if (value.kind === "list") return { ...value, items: value.items.map(derivedModel) };
  if (value.kind !== "dict") return value;
  const fields = [...value.entries.values()].flatMap(({ key, value: item }) =>
    key.kind === "str" ? [[key.value, derivedModel(item)] as const] : [],
  );
  return {
    kind: "object",
    type: "dagster.DerivedModel",
    fields: new Map(fields),
    at: value.origin ?? NOWHERE,
    payload: value,
  };
}

function fieldResolver(annotation: Value, context: CallContext): FieldResolver {
  return resolverOf(annotation, context);
}

function construct(kind: string): (context: CallContext) => Value {
  return (context) => {
    const { value } = bind(RESOLVER, context);
    const fields = ["fn", "model_field_name", "model_field_type"].map((name) => [name, value(name)] as const);
    const injects = context.args.keywords.get("inject_before_resolve")?.value ?? TRUE;
    return context.interpreter.object(
      RESOLVER,
      [...fields, ["kind", { kind: "str", value: kind }], ["inject_before_resolve", kind === "default" ? FALSE : injects]],
      { at: context.at, args: context.args },
    );
  };
}

export const resolverModels: Models = {
  symbols: {
    [RESOLVER]: construct("function"),
    [`${RESOLVER}.default`]: construct("default"),
    [`${RESOLVER}.passthrough`]: construct("passthrough"),
    [`${RESOLVER}.from_model`]: construct("parent"),
  },
  types: {
    [RESOLVER]: {},
    "dagster.DerivedModel": {
      attribute: (self, name, interpreter, at) =>
        self.kind === "object" && self.payload !== undefined && name.startsWith("model_")
          ? native(name, () => self.payload as Value)
          : name.startsWith("__")
            ? interpreter.unknown("unsupported", `\`${name}\` of a model is not read`, at)
            : NONE,
    },
  },
};
