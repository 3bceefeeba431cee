/**
 * Resources: `@resource`, `@io_manager`, ready ones, `.configured`, and the classes that `ConfigurableResource` is the base of.
 * A subclass in the repository makes an instance of itself, with its annotated fields for attributes.
 */
import type { CallContext, MethodModel, SymbolModel, TypeModel } from "../../../python/library.ts";
import { NONE, NOWHERE, native, set, str } from "../../../python/make-value.ts";
import type { InstanceValue, Value } from "../../../python/value.ts";
import { construct, copy } from "../construct.ts";
import type { Models } from "../models.ts";
import { callWithContext } from "../ops/direct-invocation.ts";
import { type Bound, bind } from "../signature.ts";
import { CONFIG_CLASS, RESOURCE_CLASS } from "./config-class.ts";

const RESOURCE = "dagster.ResourceDefinition";
const IO_MANAGER = "dagster.IOManagerDefinition";

function resourceFields(bound: Bound, fn: Value): Readonly<Record<string, Value>> {
  const required = bound.value("required_resource_keys");
  return {
    resource_fn: fn,
    config: NONE,
    config_schema: bound.value("config_schema"),
    description: bound.value("description"),
    required_resource_keys: required.kind === "none" ? set([]) : required,
  };
}

/** `@resource` and its like, with and without parentheses: bare, the function stands where `config_schema` would. */
function decorator(name: string, type: string): SymbolModel {
  return (context) => {
    const bound = bind(name, context);
    const [first] = context.args.positional;
    const isBare = first !== undefined && ["function", "bound-method", "native"].includes(first.value.kind);
    if (isBare) return construct(type, { ...resourceFields(bound, first.value), config_schema: NONE }, context);
    return native(name, (inner) => construct(type, resourceFields(bound, inner.args.positional[0]?.value ?? NONE), context));
  };
}

function constructed(type: string): SymbolModel {
  return (context) => {
    const bound = bind(type, context);
    return construct(type, resourceFields(bound, bound.value("resource_fn")), context);
  };
}

/** `ResourceDefinition.hardcoded_resource(value)`, `mock_resource()`, … */
function ready(context: CallContext): Value {
  return construct(
    RESOURCE,
    { config: NONE, description: NONE, required_resource_keys: set([]), value: context.args.positional[0]?.value ?? NONE },
    context,
  );
}

/** `definition.configured({…})`: the same with its configuration. */
const configured: MethodModel = (self, context) => {
  const config = context.args.positional[0]?.value ?? context.args.keywords.get("config_or_config_fn")?.value ?? NONE;
  if (self.kind === "instance") return self;
  return copy(self, { config: config.kind === "dict" ? config : NONE });
};

/** `@configured(definition)`: the function computes the configuration. */
function configuredFunction(context: CallContext): Value {
  const definition = bind("dagster.configured", context).value("configurable");
  return native("dagster.configured", () => (definition.kind === "object" ? copy(definition, {}) : definition));
}

/** `Class.configure_at_launch(…)`, called with the class: an instance whose other fields the run gives. */
const configureAtLaunch: SymbolModel = (context) => {
  const [cls, ...rest] = context.args.positional;
  const args = { ...context.args, positional: rest };
  if (cls?.value.kind !== "class")
    return context.interpreter.object("dagster.ResourceDefinition", [["config", NONE]], { at: context.at, args });
  const attributes = new Map([...args.keywords].map(([name, argument]) => [name, argument.value] as const));
  return { kind: "instance", class: cls.value, attributes, construction: { args, at: context.at } } satisfies InstanceValue;
};

const configurable: TypeModel = {
  ...RESOURCE_CLASS,
  methods: {
    get_resource_definition: (self) => self,
    with_replaced_resource: (self) => self,
  },
};

/** Classes of Dagster's that are used as they are, with what they derive from. */
const READY_CLASSES: Readonly<Record<string, string>> = {
  "dagster.FilesystemIOManager": "dagster.ConfigurableIOManagerFactory",
  "dagster.InMemoryIOManager": "dagster.IOManager",
  "dagster.PipesSubprocessClient": "dagster.TreatAsResourceParam",
};

/** Bases of the repository's own resource classes. */
const BASES = [
  "ConfigurableResource",
  "ConfigurableIOManager",
  "ConfigurableResourceFactory",
  "ConfigurableIOManagerFactory",
  "ConfigurableLegacyIOManagerAdapter",
];

const READY_RESOURCES = [
  "dagster.mem_io_manager",
  "dagster.fs_io_manager",
  "dagster.custom_path_fs_io_manager",
  "dagster.local_file_manager",
];

function classModel(type: string): SymbolModel {
  return (context) =>
    context.interpreter.object(
      type,
      [...context.args.keywords].map(([name, argument]) => [name, argument.value] as const),
      { at: context.at, args: context.args },
    );
}

function readyResource(name: string): Value {
  const fields = new Map<string, Value>([
    ["type", str(name)],
    ["config", NONE],
    ["description", NONE],
    ["required_resource_keys", set([])],
  ]);
  return { kind: "object", type: name.includes("file_manager") ? RESOURCE : IO_MANAGER, fields, at: NOWHERE };
}

function makeValuesResource(context: CallContext): Value {
  return construct(RESOURCE, { config: NONE, description: NONE, required_resource_keys: set([]) }, context);
}

const definitionType: TypeModel = {
  call: callWithContext({
    field: "resource_fn",
    words: "Resource initialization function has context argument, but no context was provided when invoking.",
  }),
  methods: { configured, get_resource_definition: (self) => self },
};

export const resourceModels: Models = {
  symbols: {
    "dagster.resource": decorator("dagster.resource", RESOURCE),
    "dagster.io_manager": decorator("dagster.io_manager", IO_MANAGER),
    "dagster.input_manager": decorator("dagster.input_manager", "dagster.InputManagerDefinition"),
    [RESOURCE]: constructed(RESOURCE),
    [IO_MANAGER]: constructed(IO_MANAGER),
    [`${RESOURCE}.hardcoded_resource`]: ready,
    [`${RESOURCE}.mock_resource`]: ready,
    [`${RESOURCE}.none_resource`]: ready,
    [`${RESOURCE}.string_resource`]: ready,
    [`${IO_MANAGER}.hardcoded_io_manager`]: (context) =>
      construct(IO_MANAGER, { config: NONE, description: NONE, required_resource_keys: set([]) }, context),
    ...Object.fromEntries(BASES.map((base) => [`dagster.${base}.configure_at_launch`, configureAtLaunch])),
    "dagster.make_values_resource": makeValuesResource,
    "dagster.configured": configuredFunction,
    ...Object.fromEntries(Object.keys(READY_CLASSES).map((type) => [type, classModel(type)])),
  },
  constants: Object.fromEntries(READY_RESOURCES.map((name) => [name, readyResource(name)])),
  types: {
    [RESOURCE]: definitionType,
    [IO_MANAGER]: { bases: [RESOURCE] },
    "dagster.InputManagerDefinition": { bases: [RESOURCE] },
    "dagster.TreatAsResourceParam": {},
    "dagster.ConfigurableResourceFactory": configurable,
    "dagster.ConfigurableResource": { bases: ["dagster.ConfigurableResourceFactory"] },
    "dagster.ConfigurableIOManagerFactory": { bases: ["dagster.ConfigurableResourceFactory"] },
    "dagster.ConfigurableIOManager": { bases: ["dagster.ConfigurableIOManagerFactory"] },
    "dagster.ConfigurableLegacyIOManagerAdapter": { bases: ["dagster.ConfigurableIOManagerFactory"] },
    "dagster.IOManager": {},
    "dagster.UPathIOManager": { bases: ["dagster.IOManager"] },
    "dagster.PipesClient": { bases: ["dagster.TreatAsResourceParam"] },
    "dagster.Config": CONFIG_CLASS,
    "dagster.PermissiveConfig": { bases: ["dagster.Config"] },
    ...Object.fromEntries(Object.entries(READY_CLASSES).map(([type, base]) => [type, { bases: [base] }])),
  },
};
