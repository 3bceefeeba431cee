/** Rules about what is defined: Python, names, metadata, functions, resources, the graph, definitions of several assets, ops. */
import { configDefaultInvalid } from "../functions/configuration/config-default-invalid.ts";
import { configFieldType } from "../functions/configuration/config-field-type.ts";
import { configParamMisnamed } from "../functions/configuration/config-param-misnamed.ts";
import { configParamUntyped } from "../functions/configuration/config-param-untyped.ts";
import { configParameterAndSchema } from "../functions/configuration/config-parameter-and-schema.ts";
import { configSchemaInvalid } from "../functions/configuration/config-schema-invalid.ts";
import { dagsterFieldInConfig } from "../functions/configuration/dagster-field-in-config.ts";
import { contextAnnotation } from "../functions/context/context-annotation.ts";
import { contextNotFirst } from "../functions/context/context-not-first.ts";
import { contextRenamed } from "../functions/context/context-renamed.ts";
import { hookSignature } from "../functions/hook-signature.ts";
import { annotationNotAType } from "../functions/inputs/annotation-not-a-type.ts";
import { inputDefaultType } from "../functions/inputs/input-default-type.ts";
import { insWithoutParameter } from "../functions/inputs/ins-without-parameter.ts";
import { nothingInputHasParameter } from "../functions/inputs/nothing-input-has-parameter.ts";
import { opInsWithoutArgument } from "../functions/inputs/op-ins-without-argument.ts";
import { varargsParameter } from "../functions/inputs/varargs-parameter.ts";
import { methodAsAsset } from "../functions/method-as-asset.ts";
import { optionalResourceAnnotation } from "../functions/optional-resource-annotation.ts";
import { resourceFunctionSignature } from "../functions/resource-function-signature.ts";
import { unresolvableAnnotation } from "../functions/unresolvable-annotation.ts";
import { assetCycle } from "../graph/cycles/asset-cycle.ts";
import { multiAssetCycle } from "../graph/cycles/multi-asset-cycle.ts";
import { selfDependency } from "../graph/cycles/self-dependency.ts";
import { specCycle } from "../graph/cycles/spec-cycle.ts";
import { ambiguousTableNameDep } from "../graph/dependencies/ambiguous-table-name-dep.ts";
import { conflictingDepMetadata } from "../graph/dependencies/conflicting-dep-metadata.ts";
import { conflictingPartitionMappings } from "../graph/dependencies/conflicting-partition-mappings.ts";
import { depBrokenByThisPr } from "../graph/dependencies/dep-broken-by-this-pr.ts";
import { depNotAnAsset } from "../graph/dependencies/dep-not-an-asset.ts";
import { depsAndNonArgumentDeps } from "../graph/dependencies/deps-and-non-argument-deps.ts";
import { duplicateDepDifferentOptions } from "../graph/dependencies/duplicate-dep-different-options.ts";
import { inAndDepConflict } from "../graph/dependencies/in-and-dep-conflict.ts";
import { missingUpstreamAsset } from "../graph/dependencies/missing-upstream-asset.ts";
import { multiAssetInAssetdep } from "../graph/dependencies/multi-asset-in-assetdep.ts";
import { unknownDepBecomesExternal } from "../graph/dependencies/unknown-dep-becomes-external.ts";
import { conflictingAssetSpecs } from "../graph/keys/conflicting-asset-specs.ts";
import { duplicateAssetKey } from "../graph/keys/duplicate-asset-key.ts";
import { nodeNameCollision } from "../graph/keys/node-name-collision.ts";
import { opNameCollision } from "../graph/keys/op-name-collision.ts";
import { jobSelectsUnknownKey } from "../jobs/job-selects-unknown-key.ts";
import { decoratorMissingParens } from "../metadata/arguments/decorator-missing-parens.ts";
import { exclusiveArguments } from "../metadata/arguments/exclusive-arguments.ts";
import { missingRequiredArgument } from "../metadata/arguments/missing-required-argument.ts";
import { tooManyPositionalArguments } from "../metadata/arguments/too-many-positional-arguments.ts";
import { unknownKeywordArgument } from "../metadata/arguments/unknown-keyword-argument.ts";
import { wrongArgumentType } from "../metadata/arguments/wrong-argument-type.ts";
import { invalidMetadataValue } from "../metadata/invalid-metadata-value.ts";
import { invalidPool } from "../metadata/invalid-pool.ts";
import { computeKindAndKinds } from "../metadata/kinds/compute-kind-and-kinds.ts";
import { invalidKind } from "../metadata/kinds/invalid-kind.ts";
import { tooManyKinds } from "../metadata/kinds/too-many-kinds.ts";
import { metadataBoundsCheck } from "../metadata/metadata-bounds-check.ts";
import { metadataNotJson } from "../metadata/metadata-not-json.ts";
import { invalidDefinitionOwner } from "../metadata/owners/invalid-definition-owner.ts";
import { invalidOwner } from "../metadata/owners/invalid-owner.ts";
import { ownersNotAList } from "../metadata/owners/owners-not-a-list.ts";
import { automationAndAutoMaterialize } from "../metadata/policies/automation-and-auto-materialize.ts";
import { backfillPolicyUnpartitioned } from "../metadata/policies/backfill-policy-unpartitioned.ts";
import { freshnessCron } from "../metadata/policies/freshness-cron.ts";
import { freshnessPolicyCall } from "../metadata/policies/freshness-policy-call.ts";
import { freshnessWindow } from "../metadata/policies/freshness-window.ts";
import { invalidOnCron } from "../metadata/policies/invalid-on-cron.ts";
import { retryPolicyDelay } from "../metadata/policies/retry-policy-delay.ts";
import { invalidTagKey } from "../metadata/tags/invalid-tag-key.ts";
import { invalidTagValue } from "../metadata/tags/invalid-tag-value.ts";
import { legacyTagNotJson } from "../metadata/tags/legacy-tag-not-json.ts";
import { nonStringTagValue } from "../metadata/tags/non-string-tag-value.ts";
import { poolConflictsWithTag } from "../metadata/tags/pool-conflicts-with-tag.ts";
import { reservedDagsterTag } from "../metadata/tags/reserved-dagster-tag.ts";
import { reservedSystemTag } from "../metadata/tags/reserved-system-tag.ts";
import { assetoutSpecDeps } from "../multi-assets/assetout-spec-deps.ts";
import { internalDepsUnknownAsset } from "../multi-assets/internal-deps-unknown-asset.ts";
import { internalDepsUnknownOut } from "../multi-assets/internal-deps-unknown-out.ts";
import { multiAssetBadOutName } from "../multi-assets/multi-asset-bad-out-name.ts";
import { multiAssetGroupTwice } from "../multi-assets/multi-asset-group-twice.ts";
import { multiAssetInsNotInSpecs } from "../multi-assets/multi-asset-ins-not-in-specs.ts";
import { multiAssetOutsAndSpecs } from "../multi-assets/multi-asset-outs-and-specs.ts";
import { multiAssetPartitionsConflict } from "../multi-assets/multi-asset-partitions-conflict.ts";
import { multiAssetReturnAnnotation } from "../multi-assets/multi-asset-return-annotation.ts";
import { multiAssetSpecsDeps } from "../multi-assets/multi-asset-specs-deps.ts";
import { multiAssetSpecsInternalDeps } from "../multi-assets/multi-asset-specs-internal-deps.ts";
import { assetKeyAndName } from "../names/asset-key-and-name.ts";
import { assetKeyInvalid } from "../names/asset-key-invalid.ts";
import { emptyGroupName } from "../names/empty-group-name.ts";
import { invalidGroupName } from "../names/invalid-group-name.ts";
import { invalidNameChars } from "../names/invalid-name-chars.ts";
import { reservedName } from "../names/reserved-name.ts";
import { slashInAssetKeyString } from "../names/slash-in-asset-key-string.ts";
import { dynamicOutputMisuse } from "../ops/dynamic-output-misuse.ts";
import { graphReturnsValue } from "../ops/graph-returns-value.ts";
import { graphUnmappedOutput } from "../ops/graph-unmapped-output.ts";
import { graphUnusedInput } from "../ops/graph-unused-input.ts";
import { jobReturnsValue } from "../ops/job-returns-value.ts";
import { opInputUnresolved } from "../ops/op-input-unresolved.ts";
import { opInvalidInput } from "../ops/op-invalid-input.ts";
import { opNameRepeated } from "../ops/op-name-repeated.ts";
import { opOutputIndexing } from "../ops/op-output-indexing.ts";
import { opOutsideComposition } from "../ops/op-outside-composition.ts";
import { opTooManyInputs } from "../ops/op-too-many-inputs.ts";
import { invalidSyntax } from "../python/invalid-syntax.ts";
import { removedApiImport } from "../python/removed-api-import.ts";
import { unknownDagsterAttribute } from "../python/unknown-dagster-attribute.ts";
import { abstractClassInstantiated } from "../resources/abstract-class-instantiated.ts";
import { conflictingResourceDefs } from "../resources/conflicting-resource-defs.ts";
import { envvarInFstring } from "../resources/envvar-in-fstring.ts";
import { hardcodedSecret } from "../resources/hardcoded-secret.ts";
import { ioManagerDefAndKey } from "../resources/io-manager-def-and-key.ts";
import { ioManagerWrongType } from "../resources/io-manager-wrong-type.ts";
import { missingIoManager } from "../resources/missing-io-manager.ts";
import { missingResource } from "../resources/missing-resource.ts";
import { nestedPartialResource } from "../resources/nested-partial-resource.ts";
import { resourceAnnotationOutputs } from "../resources/resource-annotation-outputs.ts";
import { resourceInvalidFields } from "../resources/resource-invalid-fields.ts";
import { resourceKeyNotIdentifier } from "../resources/resource-key-not-identifier.ts";
import { resourcesInBothPlaces } from "../resources/resources-in-both-places.ts";
import type { Rule } from "../rule.ts";
import { invalidCron } from "../schedules/invalid-cron.ts";
import { scheduleTargetUnknownJob } from "../schedules/schedule-target-unknown-job.ts";

export const DEFINITION_RULES: readonly Rule[] = [
  invalidSyntax,
  removedApiImport,
  assetKeyAndName,
  assetKeyInvalid,
  emptyGroupName,
  invalidGroupName,
  invalidNameChars,
  reservedName,
  slashInAssetKeyString,
  automationAndAutoMaterialize,
  computeKindAndKinds,
  decoratorMissingParens,
  freshnessCron,
  freshnessPolicyCall,
  freshnessWindow,
  invalidDefinitionOwner,
  invalidKind,
  invalidOnCron,
  invalidOwner,
  invalidPool,
  invalidTagKey,
  invalidTagValue,
  legacyTagNotJson,
  metadataBoundsCheck,
  invalidMetadataValue,
  metadataNotJson,
  missingRequiredArgument,
  nonStringTagValue,
  ownersNotAList,
  poolConflictsWithTag,
  reservedDagsterTag,
  reservedSystemTag,
  backfillPolicyUnpartitioned,
  exclusiveArguments,
  unknownDagsterAttribute,
  retryPolicyDelay,
  tooManyKinds,
  tooManyPositionalArguments,
  unknownKeywordArgument,
  wrongArgumentType,
  configDefaultInvalid,
  configFieldType,
  configParamMisnamed,
  configParameterAndSchema,
  configSchemaInvalid,
  configParamUntyped,
  contextAnnotation,
  contextNotFirst,
  contextRenamed,
  dagsterFieldInConfig,
  hookSignature,
  annotationNotAType,
  inputDefaultType,
  insWithoutParameter,
  methodAsAsset,
  nothingInputHasParameter,
  opInsWithoutArgument,
  optionalResourceAnnotation,
  resourceFunctionSignature,
  unresolvableAnnotation,
  varargsParameter,
  abstractClassInstantiated,
  conflictingResourceDefs,
  nestedPartialResource,
  envvarInFstring,
  hardcodedSecret,
  ioManagerDefAndKey,
  ioManagerWrongType,
  missingIoManager,
  missingResource,
  resourceAnnotationOutputs,
  resourceInvalidFields,
  resourceKeyNotIdentifier,
  resourcesInBothPlaces,
  ambiguousTableNameDep,
  assetCycle,
  conflictingAssetSpecs,
  conflictingDepMetadata,
  conflictingPartitionMappings,
  depNotAnAsset,
  depsAndNonArgumentDeps,
  duplicateAssetKey,
  duplicateDepDifferentOptions,
  inAndDepConflict,
  missingUpstreamAsset,
  multiAssetCycle,
  multiAssetInAssetdep,
  nodeNameCollision,
  opNameCollision,
  selfDependency,
  specCycle,
  unknownDepBecomesExternal,
  depBrokenByThisPr,
  assetoutSpecDeps,
  internalDepsUnknownAsset,
  internalDepsUnknownOut,
  multiAssetBadOutName,
  multiAssetGroupTwice,
  multiAssetInsNotInSpecs,
  multiAssetOutsAndSpecs,
  multiAssetPartitionsConflict,
  multiAssetReturnAnnotation,
  multiAssetSpecsDeps,
  multiAssetSpecsInternalDeps,
  graphReturnsValue,
  graphUnmappedOutput,
  graphUnusedInput,
  jobReturnsValue,
  opInputUnresolved,
  opInvalidInput,
  opTooManyInputs,
  opOutputIndexing,
  dynamicOutputMisuse,
  opNameRepeated,
  opOutsideComposition,
  jobSelectsUnknownKey,
  invalidCron,
  scheduleTargetUnknownJob,
];
