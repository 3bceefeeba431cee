/** The resources of `dagster_sling`: connections by their configuration. */
import { resourceClasses } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";

export const slingResourceModels: Models = resourceClasses(["dagster_sling.SlingResource", "dagster_sling.SlingConnectionResource"]);
