/** Ready ops of published packages, as data: the inputs of each. What they do is theirs; in a job they are nodes with edges. One line for one more. */
import type { CallContext } from "../../../python/library.ts";
import { NONE, NOWHERE, set, str, strDict } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { derive } from "../construct.ts";
import type { Models } from "../models.ts";
import { argument } from "./package-objects.ts";

const OPS: Readonly<Record<string, string>> = {
  "dagster_airbyte.airbyte_sync_op": "start_after",
  "dagster_census.census_trigger_sync_op": "start_after",
  "dagster_docker.docker_container_op": "start_after",
  "dagster_fivetran.fivetran_resync_op": "start_after",
  "dagster_fivetran.fivetran_sync_op": "start_after",
  "dagster_gcp.dataproc_op": "",
  "dagster_gcp.import_df_to_bq": "df",
  "dagster_gcp.import_file_to_bq": "path",
  "dagster_gcp.import_gcs_paths_to_bq": "paths",
  "dagster_hightouch.hightouch_sync_op": "start_after",
  "dagster_k8s.k8s_job_op": "start_after",
  "dagster_shell.shell_op": "shell_command",
};

/** Functions that make an op of a name. */
const BUILDERS: Readonly<Record<string, string>> = {
  "dagster_shell.create_shell_command_op": "create_shell_command_op",
  "dagster_shell.create_shell_script_op": "create_shell_script_op",
};

function packageOp(name: Value, inputs: readonly string[], at: CallContext["at"]): LibraryObject {
  const fields = {
    name,
    description: NONE,
    ins: strDict(inputs.map((input) => [input, derive("dagster.In", {}, at)] as const)),
    outs: strDict([["result", derive("dagster.Out", { io_manager_key: NONE, description: NONE }, at)]]),
    required_resource_keys: set([]),
    tags: strDict([]),
    retry_policy: NONE,
    code_version: NONE,
    pool: NONE,
  };
  return derive("dagster.OpDefinition", fields, at);
}

function built(context: CallContext, fallback: string): Value {
  const name = argument(context, "name", 1);
  return packageOp(name.kind === "none" ? str(fallback) : name, ["start"], context.at);
}

export const packageOpModels: Models = {
  constants: Object.fromEntries(
    Object.entries(OPS).map(([name, inputs]) => {
      const last = name.slice(name.lastIndexOf(".") + 1);
      return [name, packageOp(str(last), inputs === "" ? [] : inputs.split(" "), NOWHERE)];
    }),
  ),
  symbols: Object.fromEntries(Object.entries(BUILDERS).map(([name, fallback]) => [name, (context) => built(context, fallback)])),
};
