/**
 * `DbtCloudComponent`: the assets of a dbt Cloud workspace. Which they are, the account knows: the component makes one list of which
 * nothing is known, and says so. Source: `dagster_dbt/cloud_v2/component/dbt_cloud_component.py`.
 */
import type { CallContext, MethodModel } from "../../../python/library.ts";
import { list, NONE } from "../../../python/make-value.ts";
import type { Unknown } from "../../../python/value.ts";
import { makeDefinitions } from "../../library/definitions/definitions.ts";
import type { Models } from "../../library/models.ts";
import { plain } from "../resolve/containers.ts";
import type { Schema } from "../template/resolution.ts";
import { componentModels } from "./library-component.ts";

const COMPONENT = "dagster_dbt.DbtCloudComponent";

const FIELDS = ["cli_args", "op", "select", "exclude", "selector", "translation", "translation_settings", "create_sensor", "defs_state"];

const SCHEMA: Schema = {
  workspace: { resolve: (_value, { context }) => remote(context) },
  ...Object.fromEntries(FIELDS.map((name) => [name, { resolve: plain, default: NONE }])),
};

export const DBT_CLOUD_SCHEMAS: Readonly<Record<string, Schema>> = { [COMPONENT]: SCHEMA };

function remote({ interpreter, at }: Pick<CallContext, "interpreter" | "at">): Unknown {
  return interpreter.unknown("runtime-input", "what a dbt Cloud account holds is known at run time only", at);
}

const buildDefs: MethodModel = (_self, context) => makeDefinitions({ assets: list([], remote(context)) }, context);

const components = componentModels({
  [COMPONENT]: {
    schema: SCHEMA,
    methods: {
      build_defs: buildDefs,
      build_defs_from_state: buildDefs,
      get_asset_spec: (_self, context) => remote(context),
      get_asset_check_spec: (_self, context) => remote(context),
    },
  },
});

/** The workspace of a subclass's instance is asked for by its methods, whatever it was given. */
export const dbtCloudComponentModels: Models = {
  ...components,
  types: {
    [COMPONENT]: {
      ...components.types?.[COMPONENT],
      attribute: (_self, name, interpreter, at) =>
        name === "workspace" || name === "translator" ? remote({ interpreter, at }) : SCHEMA[name]?.default,
    },
  },
};
