/** `AssetSpec`, its copies with other attributes, and the tags that kinds are. */

import type { CallContext, MethodModel, TypeModel } from "../../../python/library.ts";
import { dict, FALSE, list, NONE, setEntry, str } from "../../../python/make-value.ts";
import type { DictValue, LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { EQUALITY_FIELD } from "../../../python/values/hash-key.ts";
import { automationConditionOf } from "../automation/auto-materialize-policy.ts";
import { construct, copy, derive, distribute, isObject } from "../construct.ts";
import type { Models } from "../models.ts";
import { type Bound, bind } from "../signature.ts";
import { coerceDeps } from "./asset-dep.ts";
import { coerceToAssetKey } from "./asset-key.ts";

const SPEC = "dagster.AssetSpec";
const KIND_PREFIX = "dagster/kind/";
export const IO_MANAGER_KEY_METADATA = "dagster/io_manager_key";

/** Fields of a spec that have nothing in them. */
const EMPTY_SPEC: Readonly<Record<string, Value>> = {
  description: NONE,
  skippable: FALSE,
  group_name: NONE,
  code_version: NONE,
  automation_condition: NONE,
  partitions_def: NONE,
  freshness_policy: NONE,
};

/** A spec made by a model; what is not given is empty. `key` is an `AssetKey` or unknown. */
export function makeSpec(fields: Readonly<Record<string, Value>> & { readonly key: Value }, context: CallContext): LibraryObject {
  return derive(SPEC, { ...EMPTY_SPEC, deps: list([]), owners: list([]), metadata: dict([]), tags: dict([]), ...fields }, context.at);
}

/** `tags=` and `kinds=` as one mapping. */
export function tagsWithKinds(tags: Value | undefined, kinds: Value | undefined, context: CallContext): Value {
  if (tags !== undefined && tags.kind !== "none" && tags.kind !== "dict") return tags;
  const result = copyDict(tags);
  if (kinds === undefined || kinds.kind === "none") return result;
  const { items, gap } = context.interpreter.iterate(kinds, context.at);
  for (const item of items) addKind(result, item);
  if (gap) markIncomplete(result, gap);
  return result;
}

function addKind(tags: DictValue, kind: Value): void {
  if (kind.kind === "str") setEntry(tags, str(`${KIND_PREFIX}${kind.value}`, kind.assumes), str(""));
  else markIncomplete(tags, kind.kind === "unknown" ? kind : kind.kind === "one-of" ? kind.condition : undefined);
}

function markIncomplete(target: DictValue, gap: Unknown | undefined): void {
  target.complete = false;
  if (gap) target.gap ??= gap;
}

function copyDict(value: Value | undefined): DictValue {
  if (value?.kind !== "dict") return dict([]);
  return { ...value, entries: new Map(value.entries) };
}

/** `{**left, **right}`; an unknown side leaves it incomplete. */
export function mergeDicts(left: Value | undefined, right: Value | undefined): DictValue {
  const result = copyDict(left);
  for (const side of [left, right]) {
    if (side?.kind === "dict" && side.gap) markIncomplete(result, side.gap);
    if (side?.kind === "unknown") markIncomplete(result, side);
    if (side?.kind === "one-of") markIncomplete(result, side.condition);
  }
  if (right?.kind === "dict") for (const [hash, entry] of right.entries) result.entries.set(hash, entry);
  return result;
}

/** `[*left, *right]` of two iterables. */
function concatLists(left: Value | undefined, right: Value | undefined, context: CallContext): Value {
  const sides = [left, right].map((side) =>
    side === undefined || side.kind === "none" ? { items: [] } : context.interpreter.iterate(side, context.at),
  );
  const gap = sides.find((side) => "gap" in side && side.gap) as { readonly gap?: Unknown } | undefined;
  return list(
    sides.flatMap((side) => side.items),
    gap?.gap,
  );
}

function splitKinds(tags: Value | undefined, wanted: "kinds" | "others"): DictValue {
  const result = copyDict(tags);
  for (const [hash, { key }] of result.entries) {
    const isKind = key.kind === "str" && key.value.startsWith(KIND_PREFIX);
    if (isKind !== (wanted === "kinds")) result.entries.delete(hash);
  }
  return result;
}

function kindsOf(tags: Value | undefined): Value {
  const { entries, complete, gap } = splitKinds(tags, "kinds");
  const names = [...entries.values()].map(({ key }) => (key.kind === "str" ? str(key.value.slice(KIND_PREFIX.length)) : key));
  return {
    kind: "set",
    frozen: false,
    items: new Map(names.map((name) => [name.kind === "str" ? `s${name.value}` : "", name])),
    complete,
    ...(gap && { gap }),
  };
}

function constructSpec(context: CallContext): Value {
  const bound = bind(SPEC, context);
  return construct(SPEC, specFields(bound, context), context);
}

/** Fields by `AssetSpec`'s own parameters. */
function specFields(bound: Bound, context: CallContext): Readonly<Record<string, Value>> {
  const { value } = bound;
  return {
    key: coerceToAssetKey(value("key"), context),
    deps: coerceDeps(value("deps"), "spec", context, bound.given("deps")),
    description: value("description"),
    metadata: orEmptyDict(value("metadata")),
    skippable: value("skippable"),
    group_name: value("group_name"),
    code_version: value("code_version"),
    automation_condition: automationConditionOf(value("automation_condition"), value("auto_materialize_policy")),
    owners: orEmptyList(value("owners")),
    tags: tagsWithKinds(value("tags"), value("kinds"), context),
    partitions_def: value("partitions_def"),
    freshness_policy: value("freshness_policy"),
  };
}

export function orEmptyDict(value: Value): Value {
  return value.kind === "none" ? dict([]) : value;
}

export function orEmptyList(value: Value): Value {
  return value.kind === "none" ? list([]) : value;
}

const PLAIN_ATTRIBUTES = [
  "description",
  "metadata",
  "skippable",
  "group_name",
  "code_version",
  "automation_condition",
  "owners",
  "partitions_def",
  "freshness_policy",
];

/** `spec.replace_attributes(…)`: what is not given stays. */
function replaceAttributes(spec: LibraryObject, bound: Bound, context: CallContext): LibraryObject {
  const fields: Record<string, Value> = {};
  const set = (name: string, value: Value | undefined): void => {
    if (value !== undefined && value.kind !== "ellipsis") fields[name] = value;
  };
  for (const name of PLAIN_ATTRIBUTES) set(name, bound.optional(name));
  if (fields["owners"]?.kind === "none") fields["owners"] = list([]);
  if (fields["metadata"]?.kind === "none") fields["metadata"] = dict([]);
  const key = bound.optional("key");
  if (key && key.kind !== "ellipsis") fields["key"] = coerceToAssetKey(key, context);
  const deps = bound.optional("deps");
  if (deps && deps.kind !== "ellipsis") fields["deps"] = coerceDeps(deps, "spec", context, bound.given("deps"));
  const [tags, kinds] = [bound.optional("tags"), bound.optional("kinds")];
  const current = spec.fields.get("tags");
  const given = { tags: tags?.kind === "ellipsis" ? undefined : tags, kinds: kinds?.kind === "ellipsis" ? undefined : kinds };
  if (given.tags || given.kinds) {
    fields["tags"] = tagsWithKinds(given.tags ?? splitKinds(current, "others"), given.kinds ?? kindsOf(current), context);
  }
  return withoutEquality(copy(spec, fields));
}

function mergeAttributes(spec: LibraryObject, bound: Bound, context: CallContext): LibraryObject {
  const current = (name: string): Value => spec.fields.get(name) ?? NONE;
  const given = (name: string): Value | undefined => {
    const value = bound.optional(name);
    return value?.kind === "ellipsis" ? undefined : value;
  };
  const fields: Record<string, Value> = {};
  if (given("deps")) fields["deps"] = coerceDeps(concatLists(current("deps"), given("deps"), context), "spec", context);
  if (given("metadata")) fields["metadata"] = mergeDicts(current("metadata"), given("metadata"));
  if (given("owners")) fields["owners"] = concatLists(current("owners"), given("owners"), context);
  const tags = given("tags") ? mergeDicts(splitKinds(current("tags"), "others"), given("tags")) : splitKinds(current("tags"), "others");
  if (given("tags") || given("kinds"))
    fields["tags"] = tagsWithKinds(tags, concatLists(kindsOf(current("tags")), given("kinds"), context), context);
  return withoutEquality(copy(spec, fields));
}

function withoutEquality(spec: LibraryObject): LibraryObject {
  spec.fields.delete(EQUALITY_FIELD);
  return spec;
}

/** A method on a spec that is an object, not an instance of a subclass. */
function onSpec(apply: (spec: LibraryObject, context: CallContext) => Value): MethodModel {
  return (self, context) =>
    self.kind === "object"
      ? apply(self, context)
      : context.interpreter.unknown("unsupported", "a subclass of AssetSpec is not read", context.at);
}

const specType: TypeModel = {
  attribute(self, name) {
    if (self.kind !== "object") return undefined;
    if (name === "kinds") return kindsOf(self.fields.get("tags"));
    if (name === "auto_materialize_policy") return self.fields.get("automation_condition");
    return name === "partition_mappings" ? partitionMappings(self) : undefined;
  },
  methods: {
    replace_attributes: onSpec((spec, context) => replaceAttributes(spec, bind("dagster.AssetSpec.replace_attributes", context), context)),
    _replace: onSpec((spec, context) => replaceAttributes(spec, bind("dagster.AssetSpec.replace_attributes", context), context)),
    merge_attributes: onSpec((spec, context) => mergeAttributes(spec, bind("dagster.AssetSpec.merge_attributes", context), context)),
    with_io_manager_key: onSpec((spec, context) => {
      const key = bind("dagster.AssetSpec.with_io_manager_key", context).value("io_manager_key");
      return withoutEquality(
        copy(spec, { metadata: mergeDicts(spec.fields.get("metadata"), dict([[str(IO_MANAGER_KEY_METADATA), key]])) }),
      );
    }),
  },
};

function partitionMappings(spec: LibraryObject): Value {
  const deps = spec.fields.get("deps");
  const result = dict([], deps?.kind === "list" ? deps.gap : undefined);
  for (const dep of deps?.kind === "list" ? deps.items : []) {
    if (!isObject(dep, "dagster.AssetDep")) continue;
    const mapping = dep.fields.get("partition_mapping");
    if (mapping && mapping.kind !== "none") setEntry(result, dep.fields.get("asset_key") ?? NONE, mapping);
  }
  return result;
}

function applyFreshnessPolicy(context: CallContext): Value {
  const bound = bind("dagster.apply_freshness_policy", context);
  return distribute(bound.value("spec"), (spec) => {
    if (!isObject(spec, SPEC)) return spec;
    const keeps =
      context.interpreter.truth(bound.value("overwrite_existing")) === "no" && spec.fields.get("freshness_policy")?.kind !== "none";
    return keeps ? spec : copy(spec, { freshness_policy: bound.value("policy") });
  });
}

/** `build_kind_tag("snowflake")`: the tag that makes a kind. */
function kindTag(context: CallContext): Value {
  const kind = context.interpreter.toStr(context.args.positional[0]?.value ?? context.args.keywords.get("kind")?.value ?? NONE, context.at);
  return kind.kind === "str" ? dict([[str(KIND_PREFIX + kind.value, kind.assumes), str("")]]) : kind;
}

export const assetSpecModels: Models = {
  symbols: {
    [SPEC]: constructSpec,
    "dagster._core.definitions.tags.build_kind_tag": kindTag,
    "dagster.apply_freshness_policy": applyFreshnessPolicy,
  },
  types: { [SPEC]: specType },
};
