/**
 * Functions of Dagster that matter when code runs, not when it is loaded: executors, loggers, hooks, contexts. They are known, so that a
 * call of one is no gap; what they yield is an object that nobody looks into.
 */
import type { CallContext, SymbolModel } from "../../python/library.ts";
import { NONE, NOWHERE, native, str } from "../../python/make-value.ts";
import { dirname, joinPaths, pathText } from "../../python/stdlib/filesystem/paths.ts";
import type { Value } from "../../python/value.ts";
import { construct, copy, orElse, unsupported } from "./construct.ts";
import type { Models } from "./models.ts";
import { bind } from "./signature.ts";

/** Values that are used as they are, and may be `.configured`. */
const READY: Readonly<Record<string, string>> = {
  in_process_executor: "ExecutorDefinition",
  multiprocess_executor: "ExecutorDefinition",
  multi_or_in_process_executor: "ExecutorDefinition",
  colored_console_logger: "LoggerDefinition",
  json_console_logger: "LoggerDefinition",
};

/** The same of published integrations, by their full names. */
const READY_OF_PACKAGES: Readonly<Record<string, string>> = {
  "dagster_aws.ecs.ecs_executor": "ExecutorDefinition",
  "dagster_aws.ecs.executor.ecs_executor": "ExecutorDefinition",
  "dagster_celery.celery_executor": "ExecutorDefinition",
  "dagster_celery_docker.celery_docker_executor": "ExecutorDefinition",
  "dagster_celery_k8s.celery_k8s_job_executor": "ExecutorDefinition",
  "dagster_dask.dask_executor": "ExecutorDefinition",
  "dagster_docker.docker_executor": "ExecutorDefinition",
  "dagster_k8s.k8s_job_executor": "ExecutorDefinition",
  "dagster_k8s.executor.k8s_job_executor": "ExecutorDefinition",
  "dagster_aws.cloudwatch.cloudwatch_logger": "LoggerDefinition",
  "dagster_datadog.datadog_logger": "LoggerDefinition",
  "dagster_papertrail.papertrail_logger": "LoggerDefinition",
};

/** Decorators and constructors, with the type of what they make. */
const DECORATORS: Readonly<Record<string, string>> = {
  executor: "ExecutorDefinition",
  logger: "LoggerDefinition",
  success_hook: "HookDefinition",
  failure_hook: "HookDefinition",
  config_mapping: "ConfigMapping",
  dagster_type_loader: "DagsterTypeLoader",
  usable_as_dagster_type: "DagsterType",
};

/** Things that are called and yield something of their own. */
const OPAQUE: Readonly<Record<string, string>> = {
  get_dagster_logger: "DagsterLogManager",
  DagsterType: "DagsterType",
  PythonObjectDagsterType: "DagsterType",
  ExecutorDefinition: "ExecutorDefinition",
  LoggerDefinition: "LoggerDefinition",
  HookDefinition: "HookDefinition",
  Shape: "ConfigType",
  Permissive: "ConfigType",
  Selector: "ConfigType",
  Noneable: "ConfigType",
  Array: "ConfigType",
  Map: "ConfigType",
  Enum: "ConfigType",
  EnumValue: "ConfigType",
  ScalarUnion: "ConfigType",
  Field: "Field",
};

function decorator(name: string, type: string): SymbolModel {
  return (context) => {
    const [first] = context.args.positional;
    const keyword = (parameter: string): Value => context.args.keywords.get(parameter)?.value ?? NONE;
    const make = (fn: Value): Value =>
      construct(
        `dagster.${type}`,
        {
          function: fn,
          name: orElse(keyword("name"), fn.kind === "function" ? str(fn.name) : NONE),
          required_resource_keys: keyword("required_resource_keys"),
        },
        context,
      );
    if (first && ["function", "bound-method", "native", "class"].includes(first.value.kind)) return make(first.value);
    return native(name, (inner) => make(inner.args.positional[0]?.value ?? NONE));
  };
}

/** Marks on functions and classes of Dagster's own style, bare or with arguments: what they mark stays what it is. */
const ANNOTATIONS = [
  "public",
  "preview",
  "beta",
  "experimental",
  "superseded",
  "deprecated",
  "beta_param",
  "preview_param",
  "deprecated_param",
  "hidden_param",
];

const annotation: SymbolModel = (context) => {
  const [first] = context.args.positional;
  const isMarked = first !== undefined && ["function", "class", "bound-method", "native", "object"].includes(first.value.kind);
  return isMarked ? first.value : native("dagster._annotations", (inner) => inner.args.positional[0]?.value ?? NONE);
};

/** `constructor`: by what name it was called, where several make objects of one type. */
function opaque(name: string, type: string): SymbolModel {
  return (context) => construct(`dagster.${type}`, { constructor: str(name) }, context);
}

/** `file_relative_path(__file__, "x")`. */
function fileRelativePath(context: CallContext): Value {
  const { value } = bind("dagster.file_relative_path", context);
  const [file, relative] = [pathText(value("dunderfile")), pathText(value("relative_path"))];
  if (file === undefined || relative === undefined)
    return context.interpreter.unknown("runtime-input", "this path is not known", context.at);
  return str(joinPaths([dirname(file), relative]));
}

const TYPES = [...new Set([...Object.values(READY), ...Object.values(DECORATORS), ...Object.values(OPAQUE)])];

export const runTimeModels: Models = {
  symbols: {
    ...Object.fromEntries(Object.entries(DECORATORS).map(([name, type]) => [`dagster.${name}`, decorator(`dagster.${name}`, type)])),
    ...Object.fromEntries(Object.entries(OPAQUE).map(([name, type]) => [`dagster.${name}`, opaque(name, type)])),
    ...Object.fromEntries(ANNOTATIONS.map((name) => [`dagster._annotations.${name}`, annotation])),
    "dagster.file_relative_path": fileRelativePath,
  },
  constants: Object.fromEntries(
    [...Object.entries(READY).map(([name, type]) => [`dagster.${name}`, type] as const), ...Object.entries(READY_OF_PACKAGES)].map(
      ([name, type]) => [name, { kind: "object", type: `dagster.${type}`, fields: new Map(), at: NOWHERE } satisfies Value],
    ),
  ),
  types: Object.fromEntries(
    TYPES.map((type) => [
      `dagster.${type}`,
      {
        methods: { configured: (self) => (self.kind === "object" ? copy(self, {}) : self) },
        call: (_self, context) => unsupported(context, `calling a \`${type}\` is not read`),
      },
    ]),
  ),
};
