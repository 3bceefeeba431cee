/** Published dbt packages that bring macros and no nodes: a project that uses one and has not vendored it still has all its nodes. */
const MACRO_ONLY = new Set([
  "audit_helper",
  "codegen",
  "datavault4dbt",
  "dbt_audit_helper",
  "dbt_codegen",
  "dbt_date",
  "dbt_expectations",
  "dbt_external_tables",
  "dbt_ml",
  "dbt_profiler",
  "dbt_utils",
  "fivetran_utils",
  "logging",
  "metrics",
  "snowplow_utils",
  "spark_utils",
  "tsql_utils",
]);

/** `dbt-labs/dbt_utils`, `https://github.com/dbt-labs/dbt-utils.git`. */
export function bringsOnlyMacros(source: string): boolean {
  const name = (source.split("/").at(-1) ?? source).replace(/\.git$/, "").replaceAll("-", "_");
  return MACRO_ONLY.has(name);
}
