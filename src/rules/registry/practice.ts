/** Rules of practice, what is deprecated, and what comments suppress. */
import { deprecatedArgument } from "../deprecations/deprecated-argument.ts";
import { deprecatedContextMember } from "../deprecations/deprecated-context-member.ts";
import { deprecatedName } from "../deprecations/deprecated-name.ts";
import { supersededCommand } from "../deprecations/superseded-command.ts";
import { assetTooLarge } from "../practice/code/asset-too-large.ts";
import { bareExceptInAsset } from "../practice/code/bare-except-in-asset.ts";
import { heavyWorkAtImport } from "../practice/code/heavy-work-at-import.ts";
import { mutableDefault } from "../practice/code/mutable-default.ts";
import { osGetenvInResource } from "../practice/code/os-getenv-in-resource.ts";
import { printInsteadOfContextLog } from "../practice/code/print-instead-of-context-log.ts";
import { sensorMissingRunKey } from "../practice/code/sensor-missing-run-key.ts";
import { sensorShortInterval } from "../practice/code/sensor-short-interval.ts";
import { sleepInSensor } from "../practice/code/sleep-in-sensor.ts";
import { assetMissingDescription } from "../practice/declarations/asset-missing-description.ts";
import { assetMissingGroup } from "../practice/declarations/asset-missing-group.ts";
import { assetMissingKinds } from "../practice/declarations/asset-missing-kinds.ts";
import { assetMissingOwner } from "../practice/declarations/asset-missing-owner.ts";
import { assetMissingRequiredMetadata } from "../practice/declarations/asset-missing-required-metadata.ts";
import { assetMissingReturnAnnotation } from "../practice/declarations/asset-missing-return-annotation.ts";
import { assetMissingTags } from "../practice/declarations/asset-missing-tags.ts";
import { assetUntypedParameter } from "../practice/declarations/asset-untyped-parameter.ts";
import { assetVerbName } from "../practice/declarations/asset-verb-name.ts";
import { assetNotScheduled } from "../practice/lineage/asset-not-scheduled.ts";
import { assetWithoutCheck } from "../practice/lineage/asset-without-check.ts";
import { assetWithoutTest } from "../practice/lineage/asset-without-test.ts";
import { mixedDepStyle } from "../practice/lineage/mixed-dep-style.ts";
import { partitionedUpstreamOfUnpartitioned } from "../practice/lineage/partitioned-upstream-of-unpartitioned.ts";
import { unpartitionedBetweenPartitioned } from "../practice/lineage/unpartitioned-between-partitioned.ts";
import { wildcardSelectionSchedule } from "../practice/lineage/wildcard-selection-schedule.ts";
import type { Rule } from "../rule.ts";
import { invalidSuppression } from "../suppressions/invalid-suppression.ts";
import { suppressionWithoutReason } from "../suppressions/suppression-without-reason.ts";
import { unusedSuppression } from "../suppressions/unused-suppression.ts";

export const PRACTICE_RULES: readonly Rule[] = [
  assetMissingDescription,
  assetMissingGroup,
  assetMissingKinds,
  assetMissingOwner,
  assetMissingRequiredMetadata,
  assetMissingReturnAnnotation,
  assetMissingTags,
  assetNotScheduled,
  assetTooLarge,
  assetUntypedParameter,
  assetVerbName,
  assetWithoutCheck,
  assetWithoutTest,
  bareExceptInAsset,
  heavyWorkAtImport,
  mixedDepStyle,
  mutableDefault,
  osGetenvInResource,
  partitionedUpstreamOfUnpartitioned,
  printInsteadOfContextLog,
  sensorMissingRunKey,
  sensorShortInterval,
  sleepInSensor,
  unpartitionedBetweenPartitioned,
  wildcardSelectionSchedule,
  deprecatedArgument,
  deprecatedContextMember,
  deprecatedName,
  supersededCommand,
  invalidSuppression,
  suppressionWithoutReason,
  unusedSuppression,
];
