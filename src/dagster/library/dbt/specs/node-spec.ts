/** `DagsterDbtTranslator.get_asset_spec`: the spec of one node, from what the translator's other methods say of it. */
import type { Location } from "../../../../base/span.ts";
import type { DbtNode } from "../../../../dbt/nodes/dbt-node.ts";
import { sqlCode } from "../../../../dbt/sql-code.ts";
import { type DbtValue, pythonRepr } from "../../../../dbt/value.ts";
import type { CallContext, MethodModel } from "../../../../python/library.ts";
import { dict, list, NONE, str, TRUE } from "../../../../python/make-value.ts";
import type { InstanceValue, LibraryObject, Unknown, Value } from "../../../../python/value.ts";
import { perhaps } from "../../../../python/values/one-of.ts";
import type { SpecCodePayload } from "../../../model/small-payloads.ts";
import { makeDep } from "../../assets/asset-dep.ts";
import { coerceToAssetKey } from "../../assets/asset-key.ts";
import { makeSpec, mergeDicts, orEmptyList, tagsWithKinds } from "../../assets/asset-spec.ts";
import { isEmpty, isObject } from "../../construct.ts";
import { parametersOf } from "../parameters.ts";
import { type ManifestPayload, payloadOfManifest, propsOf } from "../project/manifest.ts";
import { mappingToPython } from "../project/python-value.ts";
import { entryAt } from "../text-field.ts";
import { callTranslator } from "../translator/call-translator.ts";
import { upstreamOf } from "./upstream.ts";

export const UNIQUE_ID = "dagster_dbt/unique_id";

/** Of a spec: where it comes from. Dagster keeps this in metadata for its own use; it says nothing of the asset. */
export interface DbtSpecPayload extends SpecCodePayload {
  readonly manifest: Value;
  readonly translator: Value;
  readonly project: Value;
}

export const assetSpecOf: MethodModel = (self, context) => {
  const { value } = parametersOf(context, ["manifest", "unique_id", "project"]);
  const manifest = payloadOfManifest(value("manifest"));
  const id = value("unique_id");
  const node = id.kind === "str" ? manifest?.project.nodes.get(id.value) : undefined;
  if (manifest === undefined || node === undefined)
    return id.kind === "unknown" ? id : context.interpreter.unknown("unsupported", "this dbt node is not known", context.at);
  const remembered = manifest.specs.get(self) ?? new Map<string, Value>();
  manifest.specs.set(self, remembered);
  const known = remembered.get(node.uniqueId);
  if (known !== undefined) return known;
  // A translator that asks for its own node again would never end.
  remembered.set(node.uniqueId, context.interpreter.unknown("cycle", `the spec of \`${node.uniqueId}\` depends on itself`, context.at));
  const made = makeNodeSpec({ self, node, manifest, given: { manifest: value("manifest"), project: value("project") } }, context);
  const translation = self.kind === "object" ? (self.fields.get("translation") ?? NONE) : NONE;
  const spec = translation.kind === "none" ? made : translated(translation, made, propsOf(manifest, node), context);
  remembered.set(node.uniqueId, spec);
  return spec;
};

/** A component's `translation` of the spec. */
function translated(translation: Value, spec: Value, props: Value, { interpreter, at }: CallContext): Value {
  const positional = [spec, props].map((value) => ({ value, at }));
  return interpreter.call(translation, { positional, keywords: new Map(), complete: true }, at);
}

interface NodeParts {
  readonly self: LibraryObject | InstanceValue;
  readonly node: DbtNode;
  readonly manifest: ManifestPayload;
  readonly given: { readonly manifest: Value; readonly project: Value };
}

function makeNodeSpec(parts: NodeParts, context: CallContext): LibraryObject {
  const { self, node, manifest, given } = parts;
  const props = propsOf(manifest, node);
  const ask = (method: string, of: Value = props): Value => callTranslator(self, method, [of], context);
  const { adapter } = manifest.project;
  const kinds = list(adapter === undefined ? [str("dbt")] : [str("dbt"), str(adapter)]);
  const { projectId } = manifest.project;
  const own: readonly (readonly [Value, Value])[] = [
    [str(UNIQUE_ID), str(node.uniqueId)],
    ...(adapter === undefined ? [] : [[str("dagster/storage_kind"), str(adapter)] as const]),
    ...(projectId === undefined ? [] : [[str("dagster_dbt/project_id"), str(projectId)] as const]),
  ];
  const tags = ask("get_tags");
  const spec = makeSpec(
    {
      key: coerceToAssetKey(ask("get_asset_key"), context),
      deps: depsOf(parts, context),
      description: ask("get_description"),
      metadata: mergeDicts(ask("get_metadata"), dict(own)),
      skippable: TRUE,
      group_name: ask("get_group_name"),
      code_version: ask("get_code_version"),
      automation_condition: ask("get_automation_condition"),
      owners: orEmptyList(ask("get_owners", ownersProps(manifest, node))),
      tags: tagsWithKinds(tags, kinds, context),
      partitions_def: ask("get_partitions_def"),
    },
    { ...context, at: node.location },
  );
  const payload: DbtSpecPayload = { kind: "spec-code", code: codeOf(node), translator: self, ...given };
  return { ...spec, payload };
}

/** The SQL without comments and layout; of a seed what it holds. */
function codeOf(node: DbtNode): string {
  if (node.rawCode === "") return pythonRepr(node.extra.get("checksum") ?? null);
  return node.language === "python" ? node.rawCode : sqlCode(node.rawCode);
}

/** For owners dbt's group stands in the properties itself, not its name. */
function ownersProps(manifest: ManifestPayload, node: DbtNode): Value {
  const props = propsOf(manifest, node);
  const group = [...manifest.project.groups.values()].find(({ name }) => name === node.group);
  if (group === undefined) return props;
  const { name, owner, config, description } = group;
  const described = mappingToPython(
    new Map<string, DbtValue>([
      ["name", name],
      ["owner", owner],
      ["config", config],
      ["description", description],
    ]),
    node.location,
  );
  return mergeDicts(props, dict([[str("group"), described]]));
}

function depsOf(parts: NodeParts, context: CallContext): Value {
  const { self, node, manifest } = parts;
  const { nodes, uncertain } = upstreamOf(manifest, node);
  const props = propsOf(manifest, node);
  const deps: Value[] = [];
  let gap: Unknown | undefined = gapOfParents(node, context);
  for (const parent of nodes) {
    const key = keyOf(parts, parent, context);
    if (key.kind === "unknown") {
      gap ??= key;
      continue;
    }
    const mapping = callTranslator(self, "get_partition_mapping", [props, propsOf(manifest, parent)], context);
    // The place of a source is where YAML declares it, whatever function makes its key.
    const at = parent.resourceType === "source" ? parent.location : node.location;
    const named = key.kind === "object" ? { ...key, at } : key;
    const dep = makeDep({ key: named, mapping, payload: { kind: "dep", via: "dbt" } }, { ...context, at });
    deps.push(uncertain.has(parent.uniqueId) ? perhaps(dep, undecided(parent, node.location)) : dep);
  }
  const own = entryAt(props, "meta", "dagster", "has_self_dependency");
  if (!isEmpty(own)) {
    const mapping = callTranslator(self, "get_partition_mapping", [props, props], context);
    const key = coerceToAssetKey(callTranslator(self, "get_asset_key", [props], context), context);
    if (!isEmpty(mapping)) deps.push(makeDep({ key, mapping, payload: { kind: "dep", via: "dbt" } }, context));
  }
  return list(deps, gap);
}

function undecided(parent: DbtNode, at: Location): Unknown {
  return { kind: "unknown", reason: "runtime-input", message: `whether \`${parent.name}\` is used hangs on what only a run knows`, at };
}

function gapOfParents(node: DbtNode, { interpreter }: CallContext): Unknown | undefined {
  const gap = node.gaps.find(({ field }) => field === "depends_on");
  return gap && interpreter.unknown(gap.reason, gap.message, gap.location);
}

/** The key under which the translator puts another node. */
function keyOf({ self, given }: NodeParts, parent: DbtNode, context: CallContext): Value {
  const spec = callTranslator(self, "get_asset_spec", [given.manifest, str(parent.uniqueId), given.project], context);
  return isObject(spec, "dagster.AssetSpec") ? (spec.fields.get("key") ?? NONE) : spec;
}
