/** Every rule, once, by group and name. A file of `src/rules/<group>/` that is not here fails the architecture test. */
import { assetCycle } from "./graph/asset-cycle.ts";
import { duplicateAssetKey } from "./graph/duplicate-asset-key.ts";
import { missingUpstreamAsset } from "./graph/missing-upstream-asset.ts";
import { unknownDepBecomesExternal } from "./graph/unknown-dep-becomes-external.ts";
import { jobSelectsUnknownKey } from "./jobs/job-selects-unknown-key.ts";
import { invalidNameChars } from "./names/invalid-name-chars.ts";
import { invalidSyntax } from "./python/invalid-syntax.ts";
import { missingResource } from "./resources/missing-resource.ts";
import type { Rule } from "./rule.ts";
import { invalidCron } from "./schedules/invalid-cron.ts";
import { scheduleTargetUnknownJob } from "./schedules/schedule-target-unknown-job.ts";

export const RULES: readonly Rule[] = [
  invalidSyntax,
  invalidNameChars,
  missingResource,
  assetCycle,
  duplicateAssetKey,
  missingUpstreamAsset,
  unknownDepBecomesExternal,
  jobSelectsUnknownKey,
  invalidCron,
  scheduleTargetUnknownJob,
];
