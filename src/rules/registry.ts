/** Every rule, once, by group and name. A file below `src/rules/<group>/` that is not here fails the architecture test. */
import { AUTOMATION_RULES } from "./registry/automation.ts";
import { DBT_RULES } from "./registry/dbt.ts";
import { DEFINITION_RULES } from "./registry/definitions.ts";
import { LOADING_RULES } from "./registry/loading.ts";
import { PRACTICE_RULES } from "./registry/practice.ts";
import type { Rule } from "./rule.ts";

export const RULES: readonly Rule[] = [...DEFINITION_RULES, ...AUTOMATION_RULES, ...LOADING_RULES, ...DBT_RULES, ...PRACTICE_RULES];
