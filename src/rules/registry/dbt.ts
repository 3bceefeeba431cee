/** Rules for the files of the dbt projects that code locations load. */
import { dbtAmbiguousRelation } from "../dbt/dbt-ambiguous-relation.ts";
import { dbtDuplicateName } from "../dbt/dbt-duplicate-name.ts";
import { dbtDuplicateProperties } from "../dbt/dbt-duplicate-properties.ts";
import { dbtInvalidJinja } from "../dbt/dbt-invalid-jinja.ts";
import { dbtInvalidManifest } from "../dbt/dbt-invalid-manifest.ts";
import { dbtInvalidYaml } from "../dbt/dbt-invalid-yaml.ts";
import { dbtLostTest } from "../dbt/dbt-lost-test.ts";
import { dbtRepeatedKey } from "../dbt/dbt-repeated-key.ts";
import { dbtStaleManifest } from "../dbt/dbt-stale-manifest.ts";
import { dbtUnmatchedProperties } from "../dbt/dbt-unmatched-properties.ts";
import { dbtDisabledRef } from "../dbt/references/dbt-disabled-ref.ts";
import { dbtPrivateRef } from "../dbt/references/dbt-private-ref.ts";
import { dbtUnknownDoc } from "../dbt/references/dbt-unknown-doc.ts";
import { dbtUnknownGroup } from "../dbt/references/dbt-unknown-group.ts";
import { dbtUnknownMacro } from "../dbt/references/dbt-unknown-macro.ts";
import { dbtUnknownRef } from "../dbt/references/dbt-unknown-ref.ts";
import { dbtUnknownSource } from "../dbt/references/dbt-unknown-source.ts";
import type { Rule } from "../rule.ts";

export const DBT_RULES: readonly Rule[] = [
  dbtAmbiguousRelation,
  dbtDisabledRef,
  dbtDuplicateName,
  dbtDuplicateProperties,
  dbtInvalidJinja,
  dbtInvalidManifest,
  dbtInvalidYaml,
  dbtLostTest,
  dbtPrivateRef,
  dbtRepeatedKey,
  dbtStaleManifest,
  dbtUnknownDoc,
  dbtUnknownGroup,
  dbtUnknownMacro,
  dbtUnknownRef,
  dbtUnknownSource,
  dbtUnmatchedProperties,
];
