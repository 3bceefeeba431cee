/**
 * Components of services. Those that keep a workspace's state load nothing without it, and the state is fetched where the code runs: one opaque
 * node for each. A Hightouch sync says its asset itself.
 */
import type { CallContext, MethodModel, SymbolModel } from "../../../python/library.ts";
import { list, NONE, set, str } from "../../../python/make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../../../python/value.ts";
import { componentModels, fieldOf, type LibraryComponent } from "../../components/built-in/library-component.ts";
import { plain, untouched } from "../../components/resolve/containers.ts";
import { assetSpec } from "../../components/resolve/core-models.ts";
import type { Schema } from "../../components/template/resolution.ts";
import { knownPath } from "../assets/asset-key.ts";
import { makeMultiAsset } from "../assets/multi-asset.ts";
import { isObject } from "../construct.ts";
import { makeDefinitions } from "../definitions/definitions.ts";
import { keywordObject, keywords } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";
import { opaqueSpecs } from "./opaque-node.ts";
import { SERVICES, type Service } from "./services.ts";

/** The fields of all such components; what a workspace is configured with stays as it is written. */
const STATE_BACKED: Schema = Object.fromEntries(
  [
    "workspace",
    "looker_resource",
    "organization",
    "connector_selector",
    "connection_selector",
    "workbook_selector",
    "sync_selector",
    "translation",
    "defs_state",
    "include_metadata",
    "polling_sensor",
    "pdt_builds",
    "looker_filter",
    "sigma_filter",
    "use_workspace_scan",
    "enable_semantic_models",
    "resource_key",
  ].map((name) => [name, { resolve: untouched, default: NONE }]),
);

function buildOpaque(service: Service): MethodModel {
  return (self, context) => {
    const workspace = ["workspace", "looker_resource", "organization"].map((name) => fieldOf(self, name, STATE_BACKED, context));
    const identity = workspace.flatMap((value) => writtenIdentity(value, service.identity)).slice(0, 1);
    const specs = opaqueSpecs({ service: service.name, what: service.contents, path: identity }, context);
    return makeDefinitions({ assets: specs }, context);
  };
}

/** As it stands in the YAML: a literal, or a template that names a variable of the environment. */
function writtenIdentity(workspace: Value, fields: readonly string[]): readonly string[] {
  if (workspace.kind !== "dict") return [];
  return fields.flatMap((field) => {
    const value = [...workspace.entries.values()].find(({ key }) => key.kind === "str" && key.value === field)?.value;
    if (value?.kind !== "str") return [];
    const variable = /env(?:\.|\(\s*['"])(\w+)/.exec(value.value)?.[1];
    return [variable ?? value.value];
  });
}

const stateBacked = SERVICES.flatMap((service) =>
  (service.components ?? []).map((name): readonly [string, LibraryComponent] => [
    `${service.package}.${name}`,
    { schema: STATE_BACKED, bases: ["dagster.StateBackedComponent"], methods: { build_defs: buildOpaque(service) } },
  ]),
);

const HIGHTOUCH = "dagster_hightouch.HightouchSyncComponent";
const HIGHTOUCH_SCHEMA: Schema = { asset: { resolve: assetSpec }, sync_id: { resolve: plain } };

const buildHightouch: MethodModel = (self: LibraryObject | InstanceValue, context: CallContext) => {
  const spec = fieldOf(self, "asset", HIGHTOUCH_SCHEMA, context);
  const path = isObject(spec, "dagster.AssetSpec") ? knownPath(spec.fields.get("key") ?? NONE) : undefined;
  const name = path ? str(`hightouch_sync_${path.join("_")}`) : NONE;
  const given = { name, specs: list([spec]), required_resource_keys: set([str("hightouch")]) };
  const bound = bind("dagster.multi_asset", { ...context, args: keywords(given, context.at) });
  const signature = { name, docstring: undefined, parameters: [] };
  const assets = makeMultiAsset({ bound, signature, definition: "multi_asset", execution: "materialization" });
  return makeDefinitions({ assets: list([assets]) }, context);
};

export const REMOTE_SCHEMAS: Readonly<Record<string, Schema>> = {
  ...Object.fromEntries(stateBacked.map(([type, { schema }]) => [type, schema])),
  [HIGHTOUCH]: HIGHTOUCH_SCHEMA,
};

const models = componentModels({
  ...Object.fromEntries(stateBacked),
  [HIGHTOUCH]: { schema: HIGHTOUCH_SCHEMA, bases: ["dagster.Model"], methods: { build_defs: buildHightouch } },
});

const HIGHTOUCH_RESOURCE = "dagster_hightouch.ConfigurableHightouchResource";
const hightouchResource: SymbolModel = keywordObject(HIGHTOUCH_RESOURCE);

export const remoteComponentModels: Models = {
  symbols: { ...models.symbols, [HIGHTOUCH_RESOURCE]: hightouchResource },
  types: {
    ...models.types,
    [HIGHTOUCH_RESOURCE]: { bases: ["dagster.ConfigurableResource"] },
  },
};
