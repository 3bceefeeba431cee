/**
 * From a component's class and the attributes in YAML to its instance: `Component.load`, which a class of the repository may override, with its
 * own model of the attributes and its own names for templates. Source: `Component.load` and `YamlDecl._load_component`.
 */
import type { CallContext, SymbolModel } from "../../../python/library.ts";
import { dict, NONE } from "../../../python/make-value.ts";
import { structure } from "../../../python/packages/structure.ts";
import type { ClassValue, LibraryObject, Value } from "../../../python/value.ts";
import type { Models } from "../../library/models.ts";
import { argumentsOf } from "../../library/signature.ts";
import { resolutionObject } from "../resolve/resolution-object.ts";
import { resolveInstance } from "../resolve/resolve-class.ts";
import { derivedModel, resolverOf } from "../resolve/resolver.ts";
import { OPEN_SCOPE, type Resolution, withScope } from "../template/resolution.ts";
import { loadingScope } from "../template/scope.ts";
import { isClosed } from "./component-refusals.ts";
import type { Loading } from "./load-context.ts";

function isOverridden(cls: ClassValue, name: string): boolean {
  return cls.mro.some((base) => base.kind === "class" && base.namespace.has(name));
}

function callMethod(cls: ClassValue, name: string, values: readonly Value[], { interpreter, at }: CallContext): Value {
  return interpreter.call(interpreter.attribute(cls, name, at), argumentsOf(...values.map((value) => ({ value, at }))), at);
}

/** What `get_additional_scope` of the class adds to the names of templates. */
export function additionalScope(cls: ClassValue, context: CallContext): readonly (readonly [string, Value])[] {
  const open = [OPEN_SCOPE, NONE] as const;
  if (!isOverridden(cls, "get_additional_scope")) return isClosed(cls) ? [] : [open];
  const scope = callMethod(cls, "get_additional_scope", [], context);
  if (scope.kind !== "dict") return [open];
  return [
    ...(scope.gap ? [open] : []),
    ...[...scope.entries.values()].flatMap(({ key, value }) => (key.kind === "str" ? [[key.value, value] as const] : [])),
  ];
}

/** `attributes` as they are written; `undefined` where there are none. */
export function loadInstance(cls: ClassValue, attributes: Value | undefined, resolution: Resolution): Value {
  const { context } = resolution;
  if (!isOverridden(cls, "load")) return loadDefault(cls, attributes, resolution);
  const model = attributes ? attributesModel(cls, attributes, context) : NONE;
  const payload: Loading = { ...(resolution.loading.payload as Loading), resolution };
  const fields = new Map([...resolution.loading.fields, ["resolution_context", resolutionObject(resolution)] as const]);
  const loading: LibraryObject = { ...resolution.loading, fields, payload };
  return callMethod(cls, "load", [model, loading], context);
}

/** The attributes as the class models them: its own pydantic model, or that of its fields. Nothing is rendered yet. */
function attributesModel(cls: ClassValue, attributes: Value, context: CallContext): Value {
  const named = ["get_model_cls", "get_schema"].find((name) => isOverridden(cls, name));
  const model = named === undefined ? NONE : callMethod(cls, named, [], context);
  return model.kind === "class" ? structure(model, attributes, context) : derivedModel(attributes);
}

function loadDefault(cls: ClassValue, attributes: Value | undefined, resolution: Resolution): Value {
  const { context } = resolution;
  if (!attributes && !context.interpreter.isSubclass(cls, "dagster.Resolvable"))
    return context.interpreter.call(cls, argumentsOf(), context.at);
  const inner = withScope(resolution, loadingScope(resolution.loading, context));
  return resolveInstance(cls, attributes ?? dict([]), { resolution: inner, ofAnnotation: resolverOf });
}

/** `super().load(attributes, context)`. */
const load: SymbolModel = (context) => {
  const [cls, attributes, loading] = context.args.positional.map(({ value }) => value);
  const resolution = loading?.kind === "object" ? (loading.payload as Loading | undefined)?.resolution : undefined;
  if (cls?.kind !== "class" || !resolution)
    return context.interpreter.unknown("unsupported", "how this component is loaded is not read", context.at);
  const written = attributes?.kind === "object" ? (attributes.payload as Value | undefined) : undefined;
  return loadDefault(cls, written, resolution);
};

export const componentLoadModels: Models = {
  symbols: { "dagster.Component.load": load, "dagster.StateBackedComponent.load": load },
};
