/**
 * What `DagsterDbtTranslator` says of a node where the repository's own translator does not: functions over `dbt_resource_props`, as
 * in dagster-dbt, because a translator may hand them a dictionary that it has changed.
 * Source: `dagster_dbt/asset_utils.py` of 0.29.
 */

import { sha1 } from "../../../../base/hash/sha1.ts";
import type { CallContext } from "../../../../python/library.ts";
import { dict, list, NONE, str } from "../../../../python/make-value.ts";
import type { DictValue, Value } from "../../../../python/value.ts";
import { makeAssetKey } from "../../assets/asset-key.ts";
import { derive, isEmpty, orElse } from "../../construct.ts";
import { entryAt } from "../text-field.ts";

type Default = (props: Value, context: CallContext) => Value;

/** `{**}` of what a dictionary with a gap may hold; None for what is missing. */
function known(value: Value | undefined): Value {
  return value ?? NONE;
}

function configuredMeta(props: Value): Value | undefined {
  const config = entryAt(props, "config", "meta");
  return isEmpty(config) ? entryAt(props, "meta") : config;
}

const assetKey: Default = (props, context) => {
  const at = placeOf(props, context);
  const configured = entryAt(configuredMeta(props), "dagster", "asset_key");
  if (configured?.kind === "unknown") return configured;
  if (!isEmpty(configured) && configured !== undefined) {
    const { items } = configured.kind === "str" ? { items: [configured] } : context.interpreter.iterate(configured, context.at);
    return makeAssetKey(items, at);
  }
  const type = entryAt(props, "resource_type");
  const name = known(entryAt(props, "name"));
  if (type?.kind === "str" && type.value === "source") return makeAssetKey([known(entryAt(props, "source_name")), name], at);
  if (!isEmpty(entryAt(props, "version"))) return makeAssetKey([known(entryAt(props, "alias"))], at);
  const schema = entryAt(props, "config", "schema");
  return makeAssetKey(schema === undefined || schema.kind === "none" ? [name] : [schema, name], at);
};

/** The node's own place. */
function placeOf(props: Value, context: CallContext): CallContext["at"] {
  return props.kind === "dict" && props.origin !== undefined ? props.origin : context.at;
}

const groupName: Default = (props) => {
  const own = entryAt(props, "meta", "dagster", "group");
  if (!isEmpty(own)) return known(own);
  const group = entryAt(props, "config", "group");
  return isEmpty(group) ? NONE : known(group);
};

/** `group_from_dbt_resource_props_fallback_to_directory`. */
export const groupFromDirectory: Default = (props, context) => {
  const group = groupName(props, context);
  if (group.kind !== "none") return group;
  const fqn = entryAt(props, "fqn");
  return fqn?.kind === "list" && fqn.items.length >= 3 ? known(fqn.items[1]) : NONE;
};

const owners: Default = (props) => {
  const own = entryAt(props, "meta", "dagster", "owners");
  if (!isEmpty(own)) return known(own);
  const group = entryAt(props, "group");
  const email = group?.kind === "dict" ? entryAt(group, "owner", "email") : undefined;
  if (email === undefined || isEmpty(email)) return NONE;
  return email.kind === "str" ? list([email]) : email;
};

const policy: Default = (props, context) => {
  const type = entryAt(props, "meta", "dagster", "auto_materialize_policy", "type");
  if (type?.kind === "unknown") return type;
  const isKnown = type?.kind === "str" && (type.value === "eager" || type.value === "lazy");
  return isKnown ? derive("dagster.AutoMaterializePolicy", { asset_condition: NONE }, context.at) : NONE;
};

const tags: Default = (props) => {
  const given = entryAt(props, "tags");
  if (given?.kind === "unknown") return dict([], given);
  const names = given?.kind === "list" ? given.items : [];
  return dict(names.flatMap((tag) => (tag.kind === "str" && isTagKey(tag.value) ? [[tag, str("")] as const] : [])));
};

/** Source: `is_valid_tag_key` of dagster. */
function isTagKey(tag: string): boolean {
  return /^([A-Za-z0-9_.-]{1,63}\/)?[A-Za-z0-9_.-]{1,63}$/.test(tag);
}

const description: Default = (props) => {
  const text = descriptionWithoutSql(props);
  const code = orElse(entryAt(props, "raw_sql"), entryAt(props, "raw_code") ?? str(""));
  if (text.kind !== "str") return text;
  if (code.kind === "unknown") return code;
  return str(`${text.value}\n\n#### Raw SQL:\n\`\`\`sql\n${code.kind === "str" ? indented(code.value) : ""}\n\`\`\``);
};

/** What YAML says of the node, or which node it is: `default_description_fn(props, display_raw_sql=False)`. */
export function descriptionWithoutSql(props: Value): Value {
  const [type, name] = [entryAt(props, "resource_type"), entryAt(props, "name")];
  const given = entryAt(props, "description");
  if (given?.kind === "unknown") return given;
  const fallback = type?.kind === "str" && name?.kind === "str" ? str(`dbt ${type.value} ${name.value}`) : NONE;
  return orElse(given, fallback);
}

/** `textwrap.indent`: lines of whitespace only stay. */
function indented(text: string): string {
  return text.replace(/^(?=.*\S)/gm, "    ");
}

const codeVersion: Default = (props) => {
  const code = orElse(entryAt(props, "raw_sql"), entryAt(props, "raw_code") ?? NONE);
  if (code.kind === "str" && code.value !== "") return str(sha1(code.value));
  return code.kind === "unknown" ? code : known(entryAt(props, "checksum", "checksum"));
};

/** Of the metadata only what says something of the data: columns and relation stand for themselves at run time. */
const metadata: Default = (props, context) => {
  const materialized = entryAt(props, "config", "materialized");
  const entries: (readonly [Value, Value])[] = [];
  if (!isEmpty(materialized)) entries.push([str("dagster-dbt/materialization_type"), known(materialized)]);
  const columns = entryAt(props, "columns");
  if (columns?.kind === "dict" && columns.entries.size > 0) entries.push([str("dagster/column_schema"), columnSchema(columns, context)]);
  return dict(entries);
};

function columnSchema(columns: DictValue, context: CallContext): Value {
  const described = [...columns.entries.values()].map(({ key, value }) =>
    derive(
      "dagster.TableColumn",
      { name: key, type: orElse(entryAt(value, "data_type"), str("?")), description: known(entryAt(value, "description")) },
      context.at,
    ),
  );
  return derive("dagster.TableSchema", { columns: list(described) }, context.at);
}

/** By the names of the translator's methods that take the properties of one node. */
export const TRANSLATOR_DEFAULTS: Readonly<Record<string, Default>> = {
  get_asset_key: assetKey,
  get_group_name: groupName,
  get_owners: owners,
  get_auto_materialize_policy: policy,
  get_tags: tags,
  get_description: description,
  get_code_version: codeVersion,
  get_metadata: metadata,
  get_partitions_def: () => NONE,
};

/** The functions that dagster-dbt exports under these names. */
export const EXPORTED_DEFAULTS: Readonly<Record<string, Default>> = {
  default_asset_key_fn: assetKey,
  default_group_from_dbt_resource_props: groupName,
  default_owners_from_dbt_resource_props: owners,
  default_auto_materialize_policy_fn: policy,
  default_description_fn: description,
  default_code_version_fn: codeVersion,
  default_metadata_from_dbt_resource_props: metadata,
  group_from_dbt_resource_props_fallback_to_directory: groupFromDirectory,
};
