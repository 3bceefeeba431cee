/** `ScheduleDefinition`, `@schedule` and `build_schedule_from_partitioned_job`. */

import type { CallContext, MethodModel } from "../../../python/library.ts";
import { NONE, native, str } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import type { Target, TargetPayload } from "../../model/objects.ts";
import { payloadOf } from "../../model/payload.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { construct, copy, isEmpty, orElse } from "../construct.ts";
import { signatureOfFunction } from "../function-signature.ts";
import type { Models } from "../models.ts";
import { callWithContext } from "../ops/direct-invocation.ts";
import { resourceNames } from "../resource-parameters.ts";
import { type Bound, bind } from "../signature.ts";
import { coerceToTarget, targetName, targetsOf } from "./target.ts";

const SCHEDULE = "dagster.ScheduleDefinition";
const PARTITIONED = "dagster.UnresolvedPartitionedAssetScheduleDefinition";

/** `<job>_schedule`; unknown with the job's name. */
function defaultName(targets: readonly Target[]): Value {
  const name = targetName(targets);
  return name?.kind === "str" ? str(`${name.value}_schedule`, name.assumes) : (name ?? NONE);
}

function scheduleFields(bound: Bound, name: Value): Readonly<Record<string, Value>> {
  const { value } = bound;
  return {
    name,
    cron_schedule: value("cron_schedule"),
    execution_timezone: value("execution_timezone"),
    default_status: value("default_status"),
    description: value("description"),
    tags: mergeDicts(value("tags"), undefined),
    required_resource_keys: value("required_resource_keys"),
    owners: value("owners"),
    job: value("job"),
    job_name: value("job_name"),
  };
}

function constructSchedule(context: CallContext): Value {
  const bound = bind(SCHEDULE, context);
  const targets = targetsOf(bound);
  return construct(SCHEDULE, scheduleFields(bound, orElse(bound.value("name"), defaultName(targets))), context, targetPayload(targets));
}

function targetPayload(targets: readonly Target[]): TargetPayload {
  return { kind: "targets", targets };
}

function schedule(context: CallContext): Value {
  const bound = bind("dagster.schedule", context);
  return native("dagster.schedule", (inner) => {
    const fn = inner.args.positional[0]?.value ?? NONE;
    const signature = signatureOfFunction(fn, context.interpreter, context.at);
    const fields = scheduleFields(bound, orElse(bound.value("name"), signature.name));
    const resources = resourceNames(signature, context.interpreter).map((name) => str(name));
    const required =
      resources.length > 0
        ? { kind: "set" as const, frozen: false, items: new Map(resources.map((name) => [`s${name.value}`, name])), complete: true }
        : bound.value("required_resource_keys");
    return construct(SCHEDULE, { ...fields, required_resource_keys: required, execution_fn: fn }, context, targetPayload(targetsOf(bound)));
  });
}

function fromPartitionedJob(context: CallContext): Value {
  const bound = bind("dagster.build_schedule_from_partitioned_job", context);
  const { value } = bound;
  const target = coerceToTarget(value("job"), context);
  const name = orElse(value("name"), defaultName([target]));
  const common = {
    name,
    default_status: value("default_status"),
    description: value("description"),
    tags: value("tags"),
    job: value("job"),
  };
  // Partitions without time need a cron; all others have one, which the graph knows when the job's assets are known.
  if (!isEmpty(value("cron_schedule"))) {
    const cadence = { cron_schedule: value("cron_schedule"), execution_timezone: value("execution_timezone") };
    return construct(
      SCHEDULE,
      { ...common, ...cadence, required_resource_keys: NONE, owners: value("owners"), job_name: NONE },
      context,
      targetPayload([target]),
    );
  }
  const offsets = Object.fromEntries(OFFSETS.map((offset) => [offset, value(offset)]));
  return construct(PARTITIONED, { ...common, ...offsets }, context, targetPayload([target]));
}

const OFFSETS = ["minute_of_hour", "hour_of_day", "day_of_week", "day_of_month"];

/** `with_attributes(job=…)` and its older spelling. */
const withJob: MethodModel = (self, context) => {
  if (self.kind !== "object") return self;
  const job = context.args.keywords.get("job")?.value ?? context.args.positional[0]?.value;
  return job ? copy(self, { job }, targetPayload([coerceToTarget(job, context)])) : self;
};

function targetAttribute(self: LibraryObject, name: string): Value | undefined {
  if (name !== "job" && name !== "job_name") return undefined;
  const [target] = payloadOf(self, "targets")?.targets ?? [];
  if (target?.kind !== "job") return target?.kind === "job-name" && name === "job_name" ? target.name : undefined;
  return name === "job" ? target.job : target.job.fields.get("name");
}

export const scheduleModels: Models = {
  symbols: {
    [SCHEDULE]: constructSchedule,
    "dagster.schedule": schedule,
    "dagster.build_schedule_from_partitioned_job": fromPartitionedJob,
    "dagster.schedule_from_partitions": fromPartitionedJob,
  },
  types: {
    [SCHEDULE]: {
      call: callWithContext({
        field: "execution_fn",
        words: "Schedule evaluation function expected context argument, but no context argument was provided when invoking.",
      }),
      methods: { with_attributes: withJob, with_updated_job: withJob },
      attribute: (self, name) => (self.kind === "object" ? targetAttribute(self, name) : undefined),
    },
    [PARTITIONED]: { methods: { with_metadata: (self) => self } },
  },
};
