/** `DagsterDbtTranslatorSettings`: switches of a translator. */
import type { CallContext } from "../../../../python/library.ts";
import { bool, FALSE, TRUE } from "../../../../python/make-value.ts";
import type { Value } from "../../../../python/value.ts";
import { construct, distribute, isObject } from "../../construct.ts";
import { parametersOf } from "../parameters.ts";

export const SETTINGS = "dagster_dbt.DagsterDbtTranslatorSettings";

const SETTING_DEFAULTS: Readonly<Record<string, boolean>> = {
  enable_asset_checks: true,
  enable_duplicate_source_asset_keys: false,
  enable_code_references: false,
  enable_dbt_selection_by_name: false,
  enable_source_tests_as_checks: false,
  enable_source_metadata: true,
  enable_dbt_views_as_virtual_assets: false,
};

export function constructSettings(context: CallContext): Value {
  const { given } = parametersOf(context);
  const fields = Object.fromEntries(Object.entries(SETTING_DEFAULTS).map(([name, value]) => [name, given(name) ?? bool(value)]));
  return construct(SETTINGS, fields, context);
}

/** A switch of the translator's settings, its default where it has none. */
export function setting(translator: Value, name: string, context: CallContext): Value {
  const settings = context.interpreter.attribute(translator, "settings", context.at);
  return distribute(settings, (known) => {
    if (!isObject(known, SETTINGS)) return SETTING_DEFAULTS[name] ? TRUE : FALSE;
    return known.fields.get(name) ?? (SETTING_DEFAULTS[name] ? TRUE : FALSE);
  });
}
