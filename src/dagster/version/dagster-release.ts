/**
 * The release of Dagster that a code location runs on, from the project's own pins: to the patch release where they tell it.
 *
 * The folder of the location is asked first, then each folder above it up to the repository root; the first that pins wins. In a folder a lock file
 * wins over a declaration, and a declaration over what an image installs. Packages that are released with Dagster under its number count as Dagster; an integration (`dagster-dbt` 0.25) counts as
 * the release that it belongs to (0.16 came with 1.0, and each minor release with the next), but only where no other package tells.
 */
import { lockedRequirementsIn, requirementsIn } from "./dependency-lists.ts";
import { foldersUpward, type ProjectFiles } from "./project-files.ts";
import type { Release } from "./release.ts";
import { pinnedRelease, type Requirement } from "./requirement.ts";

/** Released together with `dagster`, under the same number. */
const SAME_NUMBER: readonly string[] = [
  "dagster",
  "dagster-webserver",
  "dagster-graphql",
  "dagster-pipes",
  "dagster-shared",
  "dagster-cloud",
  "dagster-cloud-cli",
  "dagster-dg-cli",
  "dagster-dg-core",
  "dagit",
];

/** Integrations that live in Dagster's own repository and count from 0.16, which came with Dagster 1.0. */
const INTEGRATIONS: ReadonlySet<string> = new Set(
  "aws azure celery databricks datadog dbt deltalake docker duckdb duckdb-pandas embedded-elt fivetran gcp gcp-pandas k8s looker mlflow pandas polars postgres pyspark slack snowflake snowflake-pandas spark tableau airbyte dg-cli dg-core"
    .split(" ")
    .map((name) => `dagster-${name}`),
);
const FIRST_INTEGRATION_MINOR = 16;

/** `folder` is that of the code location, relative to the repository root. `undefined` when nothing pins a release. */
export function dagsterRelease(files: ProjectFiles, folder: string): Release | undefined {
  let pinned: Release | undefined;
  for (const at of foldersUpward(folder)) {
    if (pinned) {
      // The lock file of a workspace says which of the releases that its member allows is installed.
      const locked = dagsterIn(lockedRequirementsIn(files, at));
      if (locked?.major === pinned.major && locked.minor === pinned.minor) return locked;
      continue;
    }
    for (const requirements of requirementsIn(files, at)) pinned ??= dagsterIn(requirements);
    if (pinned?.patch !== undefined) return pinned;
  }
  return pinned;
}

function dagsterIn(requirements: readonly Requirement[]): Release | undefined {
  for (const name of SAME_NUMBER) {
    const release = releaseOf(requirements, (requirement) => requirement.name === name);
    // Before they shared Dagster's number, some of them counted from 0.
    if (release && (release.major > 0 || name === "dagster")) return release;
  }
  const integration = releaseOf(requirements, (requirement) => INTEGRATIONS.has(requirement.name));
  if (integration?.major !== 0 || integration.minor < FIRST_INTEGRATION_MINOR) return undefined;
  return { major: 1, minor: integration.minor - FIRST_INTEGRATION_MINOR };
}

function releaseOf(requirements: readonly Requirement[], matches: (requirement: Requirement) => boolean): Release | undefined {
  for (const requirement of requirements) {
    const release = matches(requirement) ? pinnedRelease(requirement.specifier) : undefined;
    if (release) return release;
  }
  return undefined;
}
