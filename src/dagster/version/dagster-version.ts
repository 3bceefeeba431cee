/**
 * The version of Dagster that a code location runs on, from the project's own pins: `1.13`, or null when nothing pins it.
 *
 * The folder of the location is asked first, then each folder above it up to the repository root; the first that pins wins. In a folder a lock file
 * wins over a declaration. Packages that are released with Dagster under its number count as Dagster; an integration (`dagster-dbt` 0.25) counts as
 * the release that it belongs to (0.16 came with 1.0, and each minor release with the next), but only where no other package tells.
 */
import { requirementsIn } from "./dependency-lists.ts";
import { foldersUpward, type ProjectFiles } from "./project-files.ts";
import { type Minor, pinnedMinor, type Requirement } from "./requirement.ts";

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

/** `folder` is that of the code location, relative to the repository root. */
export function dagsterVersion(files: ProjectFiles, folder: string): string | null {
  for (const at of foldersUpward(folder)) {
    const { locked, declared } = requirementsIn(files, at);
    const minor = dagsterMinor(locked) ?? dagsterMinor(declared);
    if (minor) return `${minor.major}.${minor.minor}`;
  }
  return null;
}

function dagsterMinor(requirements: readonly Requirement[]): Minor | undefined {
  for (const name of SAME_NUMBER) {
    const minor = minorOf(requirements, (requirement) => requirement.name === name);
    // Before they shared Dagster's number, some of them counted from 0.
    if (minor && (minor.major > 0 || name === "dagster")) return minor;
  }
  const integration = minorOf(requirements, (requirement) => INTEGRATIONS.has(requirement.name));
  if (integration?.major !== 0 || integration.minor < FIRST_INTEGRATION_MINOR) return undefined;
  return { major: 1, minor: integration.minor - FIRST_INTEGRATION_MINOR };
}

function minorOf(requirements: readonly Requirement[], matches: (requirement: Requirement) => boolean): Minor | undefined {
  for (const requirement of requirements) {
    const minor = matches(requirement) ? pinnedMinor(requirement.specifier) : undefined;
    if (minor) return minor;
  }
  return undefined;
}
