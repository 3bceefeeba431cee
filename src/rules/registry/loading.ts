/** Rules about how definitions are collected and found, and about what is loaded and fails when it runs. */
import { definitionsFunctionSignature } from "../loading/definitions-function-signature.ts";
import { definitionsWrongMember } from "../loading/definitions-wrong-member.ts";
import { loadAssetsGroupConflict } from "../loading/load-assets-group-conflict.ts";
import { mergeExecutorConflict } from "../loading/merge-executor-conflict.ts";
import { mergeResourceConflict } from "../loading/merge-resource-conflict.ts";
import { multipleDefinitionsFunctions } from "../loading/multiple-definitions-functions.ts";
import { multipleDefinitionsInModule } from "../loading/multiple-definitions-in-module.ts";
import { nothingLoadable } from "../loading/nothing-loadable.ts";
import { repositoryBadMember } from "../loading/repository-bad-member.ts";
import type { Rule } from "../rule.ts";

export const LOADING_RULES: readonly Rule[] = [
  definitionsFunctionSignature,
  definitionsWrongMember,
  loadAssetsGroupConflict,
  mergeExecutorConflict,
  mergeResourceConflict,
  multipleDefinitionsFunctions,
  multipleDefinitionsInModule,
  nothingLoadable,
  repositoryBadMember,
];
