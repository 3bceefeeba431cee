/** `@definitions` functions, `@repository` functions, and what is called when a location is loaded. */
import { folderOf } from "../../../base/repository-path.ts";
import type { CallContext } from "../../../python/library.ts";
import { dict, list, NONE, native, str } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import type { LazyPayload } from "../../model/small-payloads.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { construct, copy, distribute, isObject, orElse, unsupported } from "../construct.ts";
import { signatureOfFunction } from "../function-signature.ts";
import type { Models } from "../models.ts";
import { refuseDefinition } from "../refusal.ts";
import { argumentsOf, bind } from "../signature.ts";
import { pathObject } from "./defs-paths.ts";

const LAZY = "dagster.LazyDefinitions";
const REPOSITORY = "dagster.RepositoryDefinition";

function definitions(context: CallContext): Value {
  const [fn] = context.args.positional;
  const make = (target: Value): Value => construct(LAZY, {}, context, { kind: "lazy", function: target } satisfies LazyPayload);
  return fn ? make(fn.value) : native("dagster.definitions", (inner) => make(inner.args.positional[0]?.value ?? NONE));
}

/** Calling it gives the `Definitions`; a function with a parameter gets the context. */
function callLazy(self: LibraryObject, context: CallContext): Value {
  const { function: fn } = self.payload as LazyPayload;
  const { interpreter, at } = context;
  const takesContext = signatureOfFunction(fn, interpreter, self.at).parameters.length > 0;
  const given = context.args.positional[0]?.value;
  const argument = given && isObject(given, CONTEXT) ? given : loadContext(folderOf(self.at.path), context);
  return interpreter.call(fn, takesContext ? argumentsOf({ value: argument, at }) : argumentsOf(), at);
}

const CONTEXT = "dagster.ComponentLoadContext";

/** What a `@definitions` function may ask for: the folder it stands in. */
export function loadContext(folder: string, context: CallContext): LibraryObject {
  const path = pathObject(folder, context);
  return context.interpreter.object(
    CONTEXT,
    [
      ["path", path],
      ["project_root", pathObject("", context)],
    ],
    { at: context.at },
  );
}

function repository(context: CallContext): Value {
  const bound = bind("dagster.repository", context);
  const decorate = (fn: Value): Value => {
    const signature = signatureOfFunction(fn, context.interpreter, context.at);
    const returned = context.interpreter.call(fn, argumentsOf(), context.at);
    return construct(
      REPOSITORY,
      { name: orElse(bound.value("name"), signature.name), definitions: distribute(returned, (value) => flattened(value, context)) },
      context,
    );
  };
  const fn = bound.given("definitions_fn");
  if (fn && fn.value.kind !== "none") return decorate(fn.value);
  return native("dagster.repository", (inner) => decorate(inner.args.positional[0]?.value ?? NONE));
}

/** A collection by name may hold functions: each is called when its definition is asked for. */
function loaded(value: Value, { interpreter, at }: CallContext): Value {
  return value.kind === "function" || value.kind === "bound-method" || isObject(value, "functools.partial")
    ? interpreter.call(value, argumentsOf(), at)
    : value;
}

/** A list, or a dict of collections by name. */
function flattened(value: Value, context: CallContext): Value {
  if (value.kind === "dict") {
    const items = [...value.entries.values()].flatMap(({ value: part }) =>
      part.kind === "dict" ? [...part.entries.values()].map((entry) => loaded(entry.value, context)) : [part],
    );
    return list(items, value.gap);
  }
  if (value.kind === "list" || value.kind === "tuple") return value;
  const { items, gap } = context.interpreter.iterate(value, context.at);
  return list(items, gap);
}

/** `create_repository_using_definitions_args(name, assets=…)`. */
function repositoryOfArguments(context: CallContext): Value {
  const { value } = bind("dagster.create_repository_using_definitions_args", context);
  const parts = ["assets", "asset_checks", "schedules", "sensors", "jobs"].map(value).filter((part) => part.kind !== "none");
  return construct(REPOSITORY, { name: value("name"), definitions: list(parts), resources: value("resources") }, context);
}

/** `with_resources(definitions, {…})`: the definitions with resources of their own. */
function withResources(context: CallContext): Value {
  const { value } = bind("dagster.with_resources", context);
  const { items, gap } = context.interpreter.iterate(value("definitions"), context.at);
  const resources = value("resource_defs");
  const problem = problemOfBinding(items, resources, value("resource_config_by_key"));
  if (problem) refuseDefinition(context, ...problem);
  return list(
    items.map((item) =>
      distribute(item, (known) =>
        isObject(known, "dagster.AssetsDefinition", "dagster.AssetChecksDefinition", "dagster.SourceAsset")
          ? copy(known, { resource_defs: mergeDicts(orNothing(known.fields.get("resource_defs")), resources) })
          : known,
      ),
    ),
    gap,
  );
}

/** The class of the error that Dagster raises, and its words. */
function problemOfBinding(items: readonly Value[], resources: Value, configs: Value): readonly [string, string] | undefined {
  const given = keysOf(resources).filter((key) => key !== "io_manager");
  for (const item of items) {
    const own = item.kind === "object" && !item.condition && isObject(item, "dagster.AssetsDefinition") ? boundKeys(item) : [];
    const twice = given.find((key) => own.includes(key));
    if (twice !== undefined)
      return [
        "DagsterInvalidInvocationError",
        `an AssetsDefinition has conflicting resource definitions with provided resources for the following keys: ${twice}. Either remove the existing resources from the asset or change the resource keys so that they don't overlap.`,
      ];
  }
  for (const { key, value } of configs.kind === "dict" ? configs.entries.values() : []) {
    if (key.kind !== "str" || !keysOf(resources).includes(key.value) || value.kind !== "dict" || !value.complete) continue;
    if (!keysOf(value).includes("config"))
      return [
        "DagsterInvalidInvocationError",
        `Error with config for resource key '${key.value}': Expected a dictionary of the form {'config': ...}, but received another.`,
      ];
  }
  return undefined;
}

/** Keys of the resources that an asset has: its own, and of those that it was given later only the ones that it asks for. */
function boundKeys({ fields, args }: LibraryObject): readonly string[] {
  const written = keysOf(args?.keywords.get("resource_defs")?.value ?? NONE);
  const required = fields.get("required_resource_keys");
  const asked = required?.kind === "set" ? [...required.items.values()].flatMap((key) => (key.kind === "str" ? [key.value] : [])) : [];
  return keysOf(orNothing(fields.get("resource_defs"))).filter((key) => written.includes(key) || asked.includes(key));
}

function keysOf(value: Value): readonly string[] {
  return value.kind === "dict" ? [...value.entries.values()].flatMap(({ key }) => (key.kind === "str" ? [key.value] : [])) : [];
}

function orNothing(value: Value | undefined): Value {
  return value === undefined || value.kind === "none" ? dict([]) : value;
}

export const lazyDefinitionsModels: Models = {
  symbols: {
    "dagster.definitions": definitions,
    "dagster.repository": repository,
    "dagster.create_repository_using_definitions_args": repositoryOfArguments,
    "dagster.with_resources": withResources,
    "dagster.BindResourcesToJobs": (context) => context.args.positional[0]?.value ?? context.args.keywords.get("jobs")?.value ?? NONE,
    "dagster.link_code_references_to_git": (context) => bind("dagster.link_code_references_to_git", context).value("assets_defs"),
    "dagster.with_source_code_references": (context) => bind("dagster.with_source_code_references", context).value("assets_defs"),
  },
  types: {
    [LAZY]: {
      call: (self, context) => (self.kind === "object" ? callLazy(self, context) : unsupported(context, "these definitions are not read")),
    },
    [REPOSITORY]: {
      attribute: (self, name) => (name === "__name__" && self.kind === "object" ? (self.fields.get("name") ?? str("")) : undefined),
    },
    [CONTEXT]: {},
  },
};
