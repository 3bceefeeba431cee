/**
 * Sensors of every kind. A decorated one is named after its function; what it launches is its targets, what it may request
 * (`asset_selection`, `request_assets`, an automation sensor's `target`) its selection, what it watches its monitors.
 */
import type { CallContext, MethodModel } from "../../../python/library.ts";
import { NONE, native, str } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import type { SensorPayload } from "../../model/objects.ts";
import type { SelectionExpression } from "../../model/selection-expression.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { construct, copy, orElse } from "../construct.ts";
import { signatureOfFunction } from "../function-signature.ts";
import { coerceToSelection } from "../jobs/selection.ts";
import type { Models } from "../models.ts";
import { callWithContext } from "../ops/direct-invocation.ts";
import { resourceNames } from "../resource-parameters.ts";
import { type Bound, bind } from "../signature.ts";
import { coerceToTarget, targetsOf } from "./target.ts";

const SENSOR = "dagster.SensorDefinition";

type SensorType = SensorPayload["type"];

interface Kind {
  /** The object's type. */
  readonly type: string;
  readonly sensor: SensorType;
  /** Parameter with what it may request. */
  readonly selection?: "asset_selection" | "request_assets" | "target";
  /** Parameter with what it watches. */
  readonly monitors?: "asset_key" | "monitored_assets";
  readonly jobs?: "request_job";
}

const STANDARD: Kind = { type: SENSOR, sensor: "standard", selection: "asset_selection" };
const ASSET: Kind = { type: "dagster.AssetSensorDefinition", sensor: "asset", monitors: "asset_key" };
const MULTI: Kind = {
  type: "dagster.MultiAssetSensorDefinition",
  sensor: "multi-asset",
  selection: "request_assets",
  monitors: "monitored_assets",
};
const RUN_STATUS: Kind = { type: "dagster.RunStatusSensorDefinition", sensor: "run-status", jobs: "request_job" };
const AUTOMATION: Kind = { type: "dagster.AutomationConditionSensorDefinition", sensor: "automation", selection: "target" };

function selectionOf(parameter: string | undefined, bound: Bound): SelectionExpression | undefined {
  const value = parameter === undefined ? NONE : bound.value(parameter);
  return value.kind === "none" ? undefined : coerceToSelection(value, bound.context);
}

function monitorsOf(kind: Kind, bound: Bound): SelectionExpression | undefined {
  const value = kind.monitors === undefined ? NONE : bound.value(kind.monitors);
  if (value.kind === "none") return undefined;
  // One key is written as a key, several as a list of them.
  const isKey = kind.monitors === "asset_key" && value.kind !== "unknown";
  return coerceToSelection(isKey ? { kind: "list", items: [value], complete: true } : value, bound.context);
}

function sensorPayload(kind: Kind, bound: Bound): SensorPayload {
  const selection = selectionOf(kind.selection, bound);
  const monitors = monitorsOf(kind, bound);
  return {
    kind: "sensor",
    type: kind.sensor,
    targets: kind.sensor === "automation" ? [] : requested(bound),
    ...(selection && { selection }),
    ...(monitors && { monitors }),
  };
}

/** `request_job(s)=` of run status sensors are the targets that other sensors write as `job(s)=`. */
function requested(bound: Bound) {
  const own = bound.value("request_job");
  if (own.kind !== "none") return [coerceToTarget(own, bound.context)];
  const several = bound.value("request_jobs");
  if (several.kind === "none") return targetsOf(bound);
  return bound.context.interpreter.iterate(several, bound.context.at).items.map((job) => coerceToTarget(job, bound.context));
}

function sensorFields(bound: Bound, name: Value, resources: Value): Readonly<Record<string, Value>> {
  const { value } = bound;
  return {
    name,
    default_status: value("default_status"),
    description: value("description"),
    minimum_interval_seconds: value("minimum_interval_seconds"),
    required_resource_keys: resources,
    tags: mergeDicts(value("tags"), undefined),
    owners: value("owners"),
    job: value("job"),
    job_name: value("job_name"),
    use_user_code_server: value("use_user_code_server"),
    default_condition: value("default_condition"),
  };
}

/** Resource parameters of the function, or what was asked for by key. */
function resourcesOf(fn: Value, bound: Bound): Value {
  const { context } = bound;
  const names = resourceNames(signatureOfFunction(fn, context.interpreter, context.at), context.interpreter);
  if (names.length === 0) return bound.value("required_resource_keys");
  return { kind: "set", frozen: false, items: new Map(names.map((name) => [`s${name}`, str(name)])), complete: true };
}

function decorated(name: string, kind: Kind, fnParameter?: string): (context: CallContext) => Value {
  return (context) => {
    const bound = bind(name, context);
    const decorate = (fn: Value): Value => {
      const signature = signatureOfFunction(fn, context.interpreter, context.at);
      const given = bound.value("name");
      const fields = sensorFields(bound, given === fn ? signature.name : orElse(given, signature.name), resourcesOf(fn, bound));
      return construct(kind.type, { ...fields, evaluation_fn: fn }, context, sensorPayload(kind, bound));
    };
    const bare = fnParameter === undefined ? undefined : bound.given(fnParameter);
    if (bare?.value.kind === "function") return decorate(bare.value);
    return native(name, (inner) => decorate(inner.args.positional[0]?.value ?? NONE));
  };
}

/** A constructor. `fnParameter` is the function that names it when `name` does not. */
function constructed(kind: Kind, fnParameter: string | undefined): (context: CallContext) => Value {
  return (context) => {
    const bound = bind(kind.type, context);
    const fn = fnParameter === undefined ? NONE : bound.value(fnParameter);
    const named = fn.kind === "none" ? NONE : signatureOfFunction(fn, context.interpreter, context.at).name;
    const resources = fn.kind === "none" ? bound.value("required_resource_keys") : resourcesOf(fn, bound);
    return construct(kind.type, sensorFields(bound, orElse(bound.value("name"), named), resources), context, sensorPayload(kind, bound));
  };
}

/** A sensor that a function of Dagster's makes, under a default name. */
function ready(name: string, kind: Kind, defaultName: string): (context: CallContext) => Value {
  return (context) => {
    const bound = bind(name, context);
    return construct(
      kind.type,
      sensorFields(bound, orElse(bound.value("name"), str(defaultName)), NONE),
      context,
      sensorPayload(kind, bound),
    );
  };
}

const withJobs: MethodModel = (self, context) => {
  if (self.kind !== "object") return self;
  const { keywords, positional } = context.args;
  const jobs = keywords.get("jobs")?.value ?? keywords.get("job")?.value ?? keywords.get("new_job")?.value ?? positional[0]?.value;
  if (!jobs) return self;
  const items = jobs.kind === "list" || jobs.kind === "tuple" ? jobs.items : [jobs];
  return copy(self, {}, {
    ...(self.payload as SensorPayload),
    targets: items.map((job) => coerceToTarget(job, context)),
  } satisfies SensorPayload);
};

const KINDS = [ASSET, MULTI, RUN_STATUS, AUTOMATION];

export const sensorModels: Models = {
  symbols: {
    "dagster.sensor": decorated("dagster.sensor", STANDARD),
    "dagster.asset_sensor": decorated("dagster.asset_sensor", ASSET),
    "dagster.multi_asset_sensor": decorated("dagster.multi_asset_sensor", MULTI),
    "dagster.run_status_sensor": decorated("dagster.run_status_sensor", RUN_STATUS),
    "dagster.run_failure_sensor": decorated("dagster.run_failure_sensor", RUN_STATUS, "name"),
    [SENSOR]: constructed(STANDARD, "evaluation_fn"),
    [ASSET.type]: constructed(ASSET, "asset_materialization_fn"),
    [MULTI.type]: constructed(MULTI, "asset_materialization_fn"),
    [RUN_STATUS.type]: constructed(RUN_STATUS, "run_status_sensor_fn"),
    [AUTOMATION.type]: constructed(AUTOMATION, undefined),
    "dagster.make_email_on_run_failure_sensor": ready("dagster.make_email_on_run_failure_sensor", RUN_STATUS, "email_on_run_failure"),
    "dagster.build_sensor_for_freshness_checks": ready("dagster.build_sensor_for_freshness_checks", STANDARD, "freshness_checks_sensor"),
  },
  types: {
    [SENSOR]: {
      call: callWithContext({
        field: "evaluation_fn",
        words: "Sensor evaluation function expected context argument, but no context argument was provided when invoking.",
      }),
      methods: { with_attributes: withJobs, with_updated_jobs: withJobs, with_updated_job: withJobs },
    },
    ...Object.fromEntries(KINDS.map(({ type }) => [type, { bases: [SENSOR] }])),
  },
};
