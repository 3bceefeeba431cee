/** Rules about how definitions are collected and found, and about what is loaded and fails when it runs. */

import { defsModuleTwoDefinitions } from "../components/defs-module-two-definitions.ts";
import { defsYamlAttributesNotAllowed } from "../components/defs-yaml-attributes-not-allowed.ts";
import { defsYamlAttributesSchema } from "../components/defs-yaml-attributes-schema.ts";
import { defsYamlBadReference } from "../components/defs-yaml-bad-reference.ts";
import { defsYamlMissingType } from "../components/defs-yaml-missing-type.ts";
import { defsYamlUnknownKey } from "../components/defs-yaml-unknown-key.ts";
import { defsYamlUnknownType } from "../components/defs-yaml-unknown-type.ts";
import { templateVarsModuleEmpty } from "../components/template-vars-module-empty.ts";
import { definitionNotLoaded } from "../loading/definition-not-loaded.ts";
import { definitionsFunctionSignature } from "../loading/definitions-function-signature.ts";
import { definitionsWrongMember } from "../loading/definitions-wrong-member.ts";
import { duplicateDefinitionSourceAsset } from "../loading/duplicate-definition-source-asset.ts";
import { importError } from "../loading/importing/import-error.ts";
import { raisesWhenImported } from "../loading/importing/raises-when-imported.ts";
import { refusedDefinition } from "../loading/importing/refused-definition.ts";
import { loadAssetsGroupConflict } from "../loading/load-assets-group-conflict.ts";
import { mergeExecutorConflict } from "../loading/merge-executor-conflict.ts";
import { mergeResourceConflict } from "../loading/merge-resource-conflict.ts";
import { multipleDefinitionsFunctions } from "../loading/multiple-definitions-functions.ts";
import { multipleDefinitionsInModule } from "../loading/multiple-definitions-in-module.ts";
import { nothingLoadable } from "../loading/nothing-loadable.ts";
import { repositoryBadMember } from "../loading/repository-bad-member.ts";
import { sameKeyTwoCodeLocations } from "../loading/same-key-two-code-locations.ts";
import { shadowedDefinition } from "../loading/shadowed-definition.ts";
import type { Rule } from "../rule.ts";
import { assetTypeMismatch } from "../runtime/asset-type-mismatch.ts";
import { contextTypeWrongDecorator } from "../runtime/context-type-wrong-decorator.ts";
import { instigatorMissingResource } from "../runtime/instigator-missing-resource.ts";
import { keywordOnlyParamNotADependency } from "../runtime/keyword-only-param-not-a-dependency.ts";
import { paramUpstreamReturnsNothing } from "../runtime/param-upstream-returns-nothing.ts";
import { parameterDefaultIgnored } from "../runtime/parameter-default-ignored.ts";
import { runrequestOutsideSelection } from "../runtime/runrequest-outside-selection.ts";

export const LOADING_RULES: readonly Rule[] = [
  definitionNotLoaded,
  definitionsFunctionSignature,
  definitionsWrongMember,
  duplicateDefinitionSourceAsset,
  defsModuleTwoDefinitions,
  defsYamlAttributesNotAllowed,
  defsYamlAttributesSchema,
  defsYamlBadReference,
  defsYamlMissingType,
  defsYamlUnknownKey,
  defsYamlUnknownType,
  templateVarsModuleEmpty,
  importError,
  sameKeyTwoCodeLocations,
  loadAssetsGroupConflict,
  mergeExecutorConflict,
  mergeResourceConflict,
  multipleDefinitionsFunctions,
  multipleDefinitionsInModule,
  nothingLoadable,
  raisesWhenImported,
  refusedDefinition,
  repositoryBadMember,
  shadowedDefinition,
  contextTypeWrongDecorator,
  instigatorMissingResource,
  keywordOnlyParamNotADependency,
  paramUpstreamReturnsNothing,
  assetTypeMismatch,
  runrequestOutsideSelection,
  parameterDefaultIgnored,
];
