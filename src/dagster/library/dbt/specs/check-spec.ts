/** dbt's tests as asset checks: which node a test is a check of, under which name. */
import type { DbtNode } from "../../../../dbt/nodes/dbt-node.ts";
import { mappingOf, textOf } from "../../../../dbt/project/project-file.ts";
import type { CallContext, MethodModel } from "../../../../python/library.ts";
import { bool, dict, list, NONE, str } from "../../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../../python/value.ts";
import { makeDep } from "../../assets/asset-dep.ts";
import { derive, isObject, sameValue } from "../../construct.ts";
import { parametersOf } from "../parameters.ts";
import { type ManifestPayload, payloadOfManifest } from "../project/manifest.ts";
import { toPython } from "../project/python-value.ts";
import { callTranslator } from "../translator/call-translator.ts";
import { setting } from "../translator/translator-settings.ts";
import { UNIQUE_ID } from "./node-spec.ts";

export const assetCheckSpecOf: MethodModel = (self, context) => {
  const { value } = parametersOf(context, ["asset_spec", "manifest", "unique_id", "project"]);
  const manifest = payloadOfManifest(value("manifest"));
  const id = value("unique_id");
  const test = id.kind === "str" ? manifest?.project.nodes.get(id.value) : undefined;
  const key = isObject(value("asset_spec"), "dagster.AssetSpec") ? (value("asset_spec") as LibraryObject).fields.get("key") : undefined;
  if (manifest === undefined || test === undefined || key === undefined) return NONE;
  if (context.interpreter.truth(setting(self, "enable_asset_checks", context)) === "no") return NONE;
  const asking: Asking = { translator: self, manifest, given: [value("manifest"), value("project")] };
  const checked = checkedKey(asking, test, context);
  if (checked === undefined || !sameValue(checked, key)) return checked?.kind === "unknown" ? checked : NONE;
  return makeCheckSpec(asking, { test, key }, context);
};

export interface Asking {
  readonly translator: Value;
  readonly manifest: ManifestPayload;
  /** The manifest and project objects, as the translator takes them. */
  readonly given: readonly [Value, Value];
}

export function keyOfNode({ translator, given: [manifest, project] }: Asking, id: string, context: CallContext): Value {
  const spec = callTranslator(translator, "get_asset_spec", [manifest, str(id), project], context);
  return isObject(spec, "dagster.AssetSpec") ? (spec.fields.get("key") ?? NONE) : spec;
}

/** The asset that a test checks: the node it stands at, its only parent, or the one that its `meta.dagster.ref` names. */
export function checkedKey(asking: Asking, test: DbtNode, context: CallContext): Value | undefined {
  const { project } = asking.manifest;
  const [only, ...others] = new Set(test.dependsOn);
  let attached = only !== undefined && others.length === 0 ? only : test.attachedNode;
  const configured = mappingOf(test.config.get("meta"));
  const meta = configured.size > 0 ? configured : test.meta;
  const ref = mappingOf(mappingOf(meta.get("dagster")).get("ref"));
  const text = (name: string): string | undefined => {
    const value = ref.get(name);
    return typeof value === "bigint" ? String(value) : textOf(value);
  };
  const name = text("name");
  if (name !== undefined) {
    const packageName = text("package") ?? project.name;
    const found = [...project.nodes.values()].find(
      (node) => node.name === name && node.packageName === packageName && versionOf(node) === text("version"),
    );
    attached = found?.uniqueId;
  }
  return attached === undefined || !project.nodes.has(attached) ? undefined : keyOfNode(asking, attached, context);
}

function versionOf({ version }: DbtNode): string | undefined {
  return version === undefined || version === null ? undefined : String(version);
}

function makeCheckSpec(
  asking: Asking,
  { test, key }: { readonly test: DbtNode; readonly key: Value },
  context: CallContext,
): LibraryObject {
  const parents = new Set(test.dependsOn);
  const keys = [...parents].map((id) => keyOfNode(asking, id, context)).filter((other) => !sameValue(other, key));
  const deps = keys.map((other) =>
    other.kind === "unknown" ? other : makeDep({ key: other, payload: { kind: "dep", via: "dbt" } }, context),
  );
  const severity = test.config.get("severity");
  const blocking = typeof severity === "string" ? severity.toLowerCase() === "error" : severity === undefined || severity === null;
  const description = toPython(test.meta.get("description") ?? null, test.location);
  return derive(
    "dagster.AssetCheckSpec",
    {
      name: str(test.name),
      asset_key: key,
      description,
      additional_deps: list(deps),
      blocking: bool(blocking),
      metadata: dict([[str(UNIQUE_ID), str(test.uniqueId)]]),
      automation_condition: NONE,
      partitions_def: NONE,
    },
    test.location,
  );
}
