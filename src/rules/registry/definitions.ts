/** Rules about what is defined: Python, names, metadata, functions, resources, the graph, definitions of several assets, ops. */
import { assetCycle } from "../graph/asset-cycle.ts";
import { duplicateAssetKey } from "../graph/duplicate-asset-key.ts";
import { missingUpstreamAsset } from "../graph/missing-upstream-asset.ts";
import { unknownDepBecomesExternal } from "../graph/unknown-dep-becomes-external.ts";
import { jobSelectsUnknownKey } from "../jobs/job-selects-unknown-key.ts";
import { computeKindAndKinds } from "../metadata/compute-kind-and-kinds.ts";
import { invalidDefinitionOwner } from "../metadata/invalid-definition-owner.ts";
import { invalidKind } from "../metadata/invalid-kind.ts";
import { invalidOwner } from "../metadata/invalid-owner.ts";
import { invalidTagKey } from "../metadata/invalid-tag-key.ts";
import { invalidTagValue } from "../metadata/invalid-tag-value.ts";
import { nonStringTagValue } from "../metadata/non-string-tag-value.ts";
import { ownersNotAList } from "../metadata/owners-not-a-list.ts";
import { tooManyKinds } from "../metadata/too-many-kinds.ts";
import { assetKeyAndName } from "../names/asset-key-and-name.ts";
import { assetKeyInvalid } from "../names/asset-key-invalid.ts";
import { emptyGroupName } from "../names/empty-group-name.ts";
import { invalidGroupName } from "../names/invalid-group-name.ts";
import { invalidNameChars } from "../names/invalid-name-chars.ts";
import { reservedName } from "../names/reserved-name.ts";
import { slashInAssetKeyString } from "../names/slash-in-asset-key-string.ts";
import { invalidSyntax } from "../python/invalid-syntax.ts";
import { missingResource } from "../resources/missing-resource.ts";
import type { Rule } from "../rule.ts";
import { invalidCron } from "../schedules/invalid-cron.ts";
import { scheduleTargetUnknownJob } from "../schedules/schedule-target-unknown-job.ts";

export const DEFINITION_RULES: readonly Rule[] = [
  invalidSyntax,
  assetKeyAndName,
  assetKeyInvalid,
  emptyGroupName,
  invalidGroupName,
  invalidNameChars,
  reservedName,
  slashInAssetKeyString,
  computeKindAndKinds,
  invalidDefinitionOwner,
  invalidKind,
  invalidOwner,
  invalidTagKey,
  invalidTagValue,
  nonStringTagValue,
  ownersNotAList,
  tooManyKinds,
  missingResource,
  assetCycle,
  duplicateAssetKey,
  missingUpstreamAsset,
  unknownDepBecomesExternal,
  jobSelectsUnknownKey,
  invalidCron,
  scheduleTargetUnknownJob,
];
