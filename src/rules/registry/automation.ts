/** Rules about jobs, selections, schedules, sensors, partitions and checks. */
import { duplicateJobName } from "../jobs/duplicate-job-name.ts";
import { jobAutomationCondition } from "../jobs/job-automation-condition.ts";
import { jobConfigBackfillPolicy } from "../jobs/job-config-backfill-policy.ts";
import { jobPartitionsDefDiffers } from "../jobs/job-partitions-def-differs.ts";
import { jobPartitionsMismatch } from "../jobs/job-partitions-mismatch.ts";
import { jobSelectsExternalAsset } from "../jobs/job-selects-external-asset.ts";
import { jobSplitsMultiAsset } from "../jobs/job-splits-multi-asset.ts";
import { reservedJobName } from "../jobs/reserved-job-name.ts";
import type { Rule } from "../rule.ts";
import { duplicateScheduleOrSensorName } from "../schedules/duplicate-schedule-or-sensor-name.ts";
import { instigatorConflictingAsset } from "../schedules/instigator-conflicting-asset.ts";
import { invalidTimezone } from "../schedules/invalid-timezone.ts";
import { partitionedScheduleCron } from "../schedules/partitioned-schedule-cron.ts";
import { partitionedScheduleOffsets } from "../schedules/partitioned-schedule-offsets.ts";
import { partitionedScheduleUnpartitioned } from "../schedules/partitioned-schedule-unpartitioned.ts";
import { partitionedScheduleUnsupported } from "../schedules/partitioned-schedule-unsupported.ts";
import { scheduleExclusiveArgs } from "../schedules/schedule-exclusive-args.ts";
import { scheduleMultipleTargets } from "../schedules/schedule-multiple-targets.ts";
import { scheduleNeedsName } from "../schedules/schedule-needs-name.ts";
import { scheduleNoTarget } from "../schedules/schedule-no-target.ts";
import { scheduleSensorConflictingJob } from "../schedules/schedule-sensor-conflicting-job.ts";
import { invalidSelectionSyntax } from "../selections/invalid-selection-syntax.ts";
import { selectionMixedList } from "../selections/selection-mixed-list.ts";
import { selectionNotResolvableInCode } from "../selections/selection-not-resolvable-in-code.ts";
import { automationSensorsOverlap } from "../sensors/automation-sensors-overlap.ts";
import { defaultConditionWithoutServer } from "../sensors/default-condition-without-server.ts";
import { monitoredAssetNotAKey } from "../sensors/monitored-asset-not-a-key.ts";
import { runStatusSensorMonitor } from "../sensors/run-status-sensor-monitor.ts";
import { sensorMultipleTargets } from "../sensors/sensor-multiple-targets.ts";

export const AUTOMATION_RULES: readonly Rule[] = [
  jobSelectsExternalAsset,
  jobSplitsMultiAsset,
  jobPartitionsMismatch,
  jobPartitionsDefDiffers,
  jobConfigBackfillPolicy,
  jobAutomationCondition,
  duplicateJobName,
  reservedJobName,
  invalidSelectionSyntax,
  selectionNotResolvableInCode,
  selectionMixedList,
  duplicateScheduleOrSensorName,
  scheduleSensorConflictingJob,
  instigatorConflictingAsset,
  invalidTimezone,
  scheduleMultipleTargets,
  scheduleNoTarget,
  scheduleNeedsName,
  scheduleExclusiveArgs,
  partitionedScheduleUnsupported,
  partitionedScheduleUnpartitioned,
  partitionedScheduleCron,
  partitionedScheduleOffsets,
  sensorMultipleTargets,
  runStatusSensorMonitor,
  automationSensorsOverlap,
  defaultConditionWithoutServer,
  monitoredAssetNotAKey,
];
