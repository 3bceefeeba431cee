/** Rules of practice, what is deprecated, and what comments suppress. */
import { deprecatedArgument } from "../deprecations/deprecated-argument.ts";
import { deprecatedContextMember } from "../deprecations/deprecated-context-member.ts";
import { deprecatedName } from "../deprecations/deprecated-name.ts";
import { assetMissingDescription } from "../practice/asset-missing-description.ts";
import { assetMissingGroup } from "../practice/asset-missing-group.ts";
import { assetMissingKinds } from "../practice/asset-missing-kinds.ts";
import { assetMissingOwner } from "../practice/asset-missing-owner.ts";
import { assetMissingRequiredMetadata } from "../practice/asset-missing-required-metadata.ts";
import { assetMissingReturnAnnotation } from "../practice/asset-missing-return-annotation.ts";
import { assetMissingTags } from "../practice/asset-missing-tags.ts";
import { assetNotScheduled } from "../practice/asset-not-scheduled.ts";
import { assetTooLarge } from "../practice/asset-too-large.ts";
import { assetUntypedParameter } from "../practice/asset-untyped-parameter.ts";
import { assetVerbName } from "../practice/asset-verb-name.ts";
import { assetWithoutCheck } from "../practice/asset-without-check.ts";
import { assetWithoutTest } from "../practice/asset-without-test.ts";
import { bareExceptInAsset } from "../practice/bare-except-in-asset.ts";
import { hardcodedSecret } from "../practice/hardcoded-secret.ts";
import { heavyWorkAtImport } from "../practice/heavy-work-at-import.ts";
import { mixedDepStyle } from "../practice/mixed-dep-style.ts";
import { mutableDefault } from "../practice/mutable-default.ts";
import { osGetenvInResource } from "../practice/os-getenv-in-resource.ts";
import { partitionedUpstreamOfUnpartitioned } from "../practice/partitioned-upstream-of-unpartitioned.ts";
import { printInsteadOfContextLog } from "../practice/print-instead-of-context-log.ts";
import { sensorMissingRunKey } from "../practice/sensor-missing-run-key.ts";
import { sensorShortInterval } from "../practice/sensor-short-interval.ts";
import { sleepInSensor } from "../practice/sleep-in-sensor.ts";
import { unpartitionedBetweenPartitioned } from "../practice/unpartitioned-between-partitioned.ts";
import { wildcardSelectionSchedule } from "../practice/wildcard-selection-schedule.ts";
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
  hardcodedSecret,
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
  invalidSuppression,
  suppressionWithoutReason,
  unusedSuppression,
];
