/** Fields of the components that libraries bring, by type: what their YAML may hold. A component that is not here is known by its name only. */

import { DLT_SCHEMAS } from "../library/dlt/dlt-component.ts";
import { REMOTE_SCHEMAS } from "../library/remote/remote-components.ts";
import { SLING_SCHEMAS } from "../library/sling/sling-component.ts";
import { DBT_CLOUD_SCHEMAS } from "./built-in/dbt-cloud.ts";
import { DBT_SCHEMAS } from "./built-in/dbt-project.ts";
import { DEFINITIONS_SCHEMAS } from "./built-in/definitions-component.ts";
import { EXECUTABLE_SCHEMAS } from "./built-in/executable.ts";
import { METADATA_CHECKS_SCHEMAS } from "./built-in/metadata-checks.ts";
import type { Schema } from "./template/resolution.ts";

export const SCHEMAS: ReadonlyMap<string, Schema> = new Map(
  Object.entries({
    ...EXECUTABLE_SCHEMAS,
    ...DEFINITIONS_SCHEMAS,
    ...SLING_SCHEMAS,
    ...DLT_SCHEMAS,
    ...DBT_CLOUD_SCHEMAS,
    ...DBT_SCHEMAS,
    ...REMOTE_SCHEMAS,
    ...METADATA_CHECKS_SCHEMAS,
  }),
);
