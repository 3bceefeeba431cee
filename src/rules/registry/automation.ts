/** Rules about jobs, selections, schedules, sensors, partitions and checks. */
import { checkAdditionalInsParam } from "../checks/check-additional-ins-param.ts";
import { checkAssetInAdditional } from "../checks/check-asset-in-additional.ts";
import { checkMultipleParams } from "../checks/check-multiple-params.ts";
import { checkNameInvalid } from "../checks/check-name-invalid.ts";
import { checkPartitionsMismatch } from "../checks/check-partitions-mismatch.ts";
import { checkSpecWrongAsset } from "../checks/check-spec-wrong-asset.ts";
import { checkTargetsUnknownAsset } from "../checks/check-targets-unknown-asset.ts";
import { duplicateCheck } from "../checks/duplicate-check.ts";
import { duplicateCheckSpec } from "../checks/duplicate-check-spec.ts";
import { cronDay2931 } from "../cron/cron-day-29-31.ts";
import { cronDstWindow } from "../cron/cron-dst-window.ts";
import { cronNeverFires } from "../cron/cron-never-fires.ts";
import { cronStepOutOfRange } from "../cron/cron-step-out-of-range.ts";
import { onCronBadTimezone } from "../cron/on-cron-bad-timezone.ts";
import { scheduleWithoutTimezone } from "../cron/schedule-without-timezone.ts";
import { duplicateJobName } from "../jobs/duplicate-job-name.ts";
import { jobAutomationCondition } from "../jobs/job-automation-condition.ts";
import { jobConfigBackfillPolicy } from "../jobs/job-config-backfill-policy.ts";
import { jobConfigInvalid } from "../jobs/job-config-invalid.ts";
import { jobPartitionsDefDiffers } from "../jobs/job-partitions-def-differs.ts";
import { jobPartitionsMismatch } from "../jobs/job-partitions-mismatch.ts";
import { jobSelectsExternalAsset } from "../jobs/job-selects-external-asset.ts";
import { jobSplitsMultiAsset } from "../jobs/job-splits-multi-asset.ts";
import { reservedJobName } from "../jobs/reserved-job-name.ts";
import { customPartitionsClass } from "../partitions/custom-partitions-class.ts";
import { dynamicPartitionsUnnamed } from "../partitions/dynamic-partitions-unnamed.ts";
import { multiPartitionDimType } from "../partitions/multi-partition-dim-type.ts";
import { multiPartitionKeyChars } from "../partitions/multi-partition-key-chars.ts";
import { multiPartitionTwoDims } from "../partitions/multi-partition-two-dims.ts";
import { partitionCadence } from "../partitions/partition-cadence.ts";
import { partitionExclusions } from "../partitions/partition-exclusions.ts";
import { partitionFmtTooCoarse } from "../partitions/partition-fmt-too-coarse.ts";
import { partitionKeyInvalidSubstring } from "../partitions/partition-key-invalid-substring.ts";
import { partitionKeysDuplicate } from "../partitions/partition-keys-duplicate.ts";
import { partitionMappingIncompatible } from "../partitions/partition-mapping-incompatible.ts";
import { partitionOffsetRange } from "../partitions/partition-offset-range.ts";
import { partitionStartFormat } from "../partitions/partition-start-format.ts";
import { partitionTimezone } from "../partitions/partition-timezone.ts";
import { partitionTimezoneMismatch } from "../partitions/partition-timezone-mismatch.ts";
import type { Rule } from "../rule.ts";
import { duplicateScheduleOrSensorName } from "../schedules/duplicate-schedule-or-sensor-name.ts";
import { instigatorConflictingAsset } from "../schedules/instigator-conflicting-asset.ts";
import { instigatorJobNotAJob } from "../schedules/instigator-job-not-a-job.ts";
import { invalidTimezone } from "../schedules/invalid-timezone.ts";
import { partitionedJobPlainSchedule } from "../schedules/partitioned/partitioned-job-plain-schedule.ts";
import { partitionedScheduleCron } from "../schedules/partitioned/partitioned-schedule-cron.ts";
import { partitionedScheduleOffsets } from "../schedules/partitioned/partitioned-schedule-offsets.ts";
import { partitionedScheduleUnpartitioned } from "../schedules/partitioned/partitioned-schedule-unpartitioned.ts";
import { partitionedScheduleUnsupported } from "../schedules/partitioned/partitioned-schedule-unsupported.ts";
import { scheduleExclusiveArgs } from "../schedules/schedule-exclusive-args.ts";
import { scheduleMultipleTargets } from "../schedules/schedule-multiple-targets.ts";
import { scheduleNeedsName } from "../schedules/schedule-needs-name.ts";
import { scheduleNoTarget } from "../schedules/schedule-no-target.ts";
import { scheduleSensorConflictingJob } from "../schedules/schedule-sensor-conflicting-job.ts";
import { invalidSelectionSyntax } from "../selections/invalid-selection-syntax.ts";
import { selectionMatchesNothing } from "../selections/selection-matches-nothing.ts";
import { selectionMixedList } from "../selections/selection-mixed-list.ts";
import { selectionNotResolvableInCode } from "../selections/selection-not-resolvable-in-code.ts";
import { selectionPlusDepth } from "../selections/selection-plus-depth.ts";
import { assetSensorCursor } from "../sensors/asset-sensor-cursor.ts";
import { automationSensorsOverlap } from "../sensors/automation-sensors-overlap.ts";
import { defaultConditionWithoutServer } from "../sensors/default-condition-without-server.ts";
import { monitoredAssetNotAKey } from "../sensors/monitored-asset-not-a-key.ts";
import { runStatusSensorMonitor } from "../sensors/run-status-sensor-monitor.ts";
import { sensorMonitorsUnknownAsset } from "../sensors/sensor-monitors-unknown-asset.ts";
import { sensorMultipleTargets } from "../sensors/sensor-multiple-targets.ts";

export const AUTOMATION_RULES: readonly Rule[] = [
  duplicateJobName,
  jobAutomationCondition,
  jobConfigBackfillPolicy,
  jobConfigInvalid,
  jobPartitionsDefDiffers,
  jobPartitionsMismatch,
  jobSelectsExternalAsset,
  jobSplitsMultiAsset,
  reservedJobName,
  invalidSelectionSyntax,
  selectionMatchesNothing,
  selectionMixedList,
  selectionNotResolvableInCode,
  selectionPlusDepth,
  duplicateScheduleOrSensorName,
  instigatorConflictingAsset,
  invalidTimezone,
  partitionedJobPlainSchedule,
  partitionedScheduleCron,
  partitionedScheduleOffsets,
  partitionedScheduleUnpartitioned,
  partitionedScheduleUnsupported,
  scheduleExclusiveArgs,
  scheduleMultipleTargets,
  instigatorJobNotAJob,
  scheduleNeedsName,
  scheduleNoTarget,
  scheduleSensorConflictingJob,
  cronDay2931,
  cronDstWindow,
  cronNeverFires,
  cronStepOutOfRange,
  onCronBadTimezone,
  scheduleWithoutTimezone,
  assetSensorCursor,
  automationSensorsOverlap,
  defaultConditionWithoutServer,
  monitoredAssetNotAKey,
  runStatusSensorMonitor,
  sensorMonitorsUnknownAsset,
  sensorMultipleTargets,
  customPartitionsClass,
  dynamicPartitionsUnnamed,
  multiPartitionDimType,
  multiPartitionKeyChars,
  multiPartitionTwoDims,
  partitionCadence,
  partitionExclusions,
  partitionFmtTooCoarse,
  partitionKeyInvalidSubstring,
  partitionKeysDuplicate,
  partitionMappingIncompatible,
  partitionOffsetRange,
  partitionStartFormat,
  partitionTimezoneMismatch,
  partitionTimezone,
  checkAdditionalInsParam,
  checkAssetInAdditional,
  checkMultipleParams,
  checkNameInvalid,
  checkPartitionsMismatch,
  checkSpecWrongAsset,
  checkTargetsUnknownAsset,
  duplicateCheckSpec,
  duplicateCheck,
];
