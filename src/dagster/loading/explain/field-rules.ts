/**
 * Which argument sets which field of the document, by subject: as data, so that an explanation can point to the argument. `stored` is the field of the
 * library object; `byFunction` says what the decorated function has to do with it when no argument does.
 */
import type { SubjectKind } from "../../../types/explanation.ts";

export interface FieldRule {
  /** Of the graph document. */
  readonly field: string;
  readonly stored?: string;
  /** What Dagster takes where nobody says anything; absent: nothing. */
  readonly default?: unknown;
  /** Parameters that set it, of whatever call: the definition, a method, a loader. The first one that was given counts. */
  readonly parameters: readonly string[];
  readonly byFunction?: string;
}

const ASSET: readonly FieldRule[] = [
  { field: "kind", parameters: [] },
  {
    field: "key",
    stored: "key",
    parameters: ["key_prefix", "source_key_prefix", "asset_key_prefix", "key", "name", "asset_key_replacements", "outs"],
    byFunction: "the name of the function",
  },
  {
    field: "deps",
    stored: "deps",
    parameters: ["deps", "ins", "non_argument_deps", "internal_asset_deps"],
    byFunction: "the parameters of the function",
  },
  { field: "group", stored: "group_name", default: "default", parameters: ["group_name", "group_names_by_key"] },
  { field: "description", stored: "description", parameters: ["description"], byFunction: "the docstring" },
  { field: "kinds", stored: "tags", parameters: ["kinds"] },
  { field: "computeKind", parameters: ["compute_kind", "op_tags"] },
  { field: "owners", stored: "owners", parameters: ["owners"] },
  { field: "tags", stored: "tags", parameters: ["tags", "tags_by_key"] },
  { field: "metadata", stored: "metadata", parameters: ["metadata", "metadata_by_key"] },
  { field: "codeVersion", stored: "code_version", parameters: ["code_version"] },
  { field: "partitions", stored: "partitions_def", parameters: ["partitions_def"] },
  { field: "automation", stored: "automation_condition", parameters: ["automation_condition", "auto_materialize_policy"] },
  { field: "resources", parameters: ["required_resource_keys", "resource_defs"], byFunction: "the parameters of the function" },
  { field: "ioManager", default: "io_manager", parameters: ["io_manager_key", "io_manager_def"] },
  { field: "pool", parameters: ["pool"] },
  { field: "retryPolicy", parameters: ["retry_policy"] },
  { field: "backfillPolicy", stored: "backfill_policy", parameters: ["backfill_policy"] },
  { field: "freshnessPolicy", stored: "freshness_policy", parameters: ["freshness_policy", "policy"] },
  { field: "checks", parameters: ["check_specs"] },
];

/** What runs on its own says what it runs, in one of these ways. */
const TARGETS = ["job", "jobs", "job_name", "target", "request_job", "request_jobs"];

export const FIELD_RULES: Readonly<Record<SubjectKind, readonly FieldRule[]>> = {
  asset: ASSET,
  check: [
    { field: "asset", parameters: ["asset", "specs"] },
    { field: "blocking", stored: "blocking", default: false, parameters: ["blocking"] },
    { field: "description", stored: "description", parameters: ["description"], byFunction: "the docstring" },
  ],
  job: [
    { field: "assets", parameters: ["selection"] },
    { field: "checks", parameters: ["selection"] },
    { field: "ops", parameters: [], byFunction: "the body of the function" },
    { field: "partitions", stored: "partitions_def", parameters: ["partitions_def"] },
  ],
  schedule: [
    { field: "cron", stored: "cron_schedule", parameters: ["cron_schedule", "hour_of_day", "minute_of_hour"] },
    { field: "timezone", stored: "execution_timezone", parameters: ["execution_timezone"] },
    { field: "target", parameters: TARGETS },
    { field: "status", stored: "default_status", default: "STOPPED", parameters: ["default_status"] },
  ],
  sensor: [
    { field: "type", parameters: [] },
    { field: "targets", parameters: TARGETS },
    { field: "assets", parameters: ["asset_selection", "target"] },
    { field: "monitors", parameters: ["asset_key", "monitored_assets", "monitored_jobs"] },
    { field: "status", stored: "default_status", default: "STOPPED", parameters: ["default_status"] },
  ],
  resource: [
    { field: "type", parameters: [] },
    { field: "config", parameters: [] },
  ],
};

/** Every name that a field may be asked for by. */
export function fieldNames(subject: SubjectKind): readonly string[] {
  return FIELD_RULES[subject].map(({ field }) => field);
}
