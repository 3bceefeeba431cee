/** `SlingReplicationCollectionComponent`: Sling replications beside a `defs.yaml`. Source: `dagster_sling/components/sling_replication_collection`. */

import { fileNameOf } from "../../../base/repository-path.ts";
import type { CallContext, MethodModel } from "../../../python/library.ts";
import { list, NONE, NOWHERE, str, strDict } from "../../../python/make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../../../python/value.ts";
import { componentModels, fieldOf, modelModels } from "../../components/built-in/library-component.ts";
import { plain, sequence, untouched } from "../../components/resolve/containers.ts";
import { modelOf, opSpec } from "../../components/resolve/core-models.ts";
import { applyTranslation, translation } from "../../components/resolve/translation.ts";
import type { Schema } from "../../components/template/resolution.ts";
import type { Loading } from "../../components/tree/load-context.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { copy, isObject, orElse } from "../construct.ts";
import { makeDefinitions } from "../definitions/definitions.ts";
import { inFolder, pathObject } from "../definitions/defs-paths.ts";
import { callMethod } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";
import { makeSlingAssets, slingSpecs } from "./sling-assets.ts";
import { defaultTranslator } from "./sling-translator.ts";

const COMPONENT = "dagster_sling.SlingReplicationCollectionComponent";
const REPLICATION = "dagster_sling.SlingReplicationSpecModel";

const REPLICATION_SCHEMA: Schema = {
  path: { resolve: plain },
  op: { resolve: opSpec, default: NONE },
  translation: { resolve: translation((stream) => [["stream_definition", stream]]), default: NONE },
  include_metadata: { resolve: plain, default: list([]) },
};

const SCHEMA: Schema = {
  connections: { resolve: untouched, default: list([]) },
  replications: { resolve: sequence(modelOf(REPLICATION, REPLICATION_SCHEMA)), default: list([]) },
  resource: { resolve: untouched, yamlName: "sling", default: NONE },
};

export const SLING_SCHEMAS: Readonly<Record<string, Schema>> = { [COMPONENT]: SCHEMA };

/** The assets of one replication; streams go through the component's own `get_asset_spec`. */
function buildAsset(self: LibraryObject | InstanceValue, replication: Value, loading: Value, context: CallContext): Value {
  const { interpreter, at } = context;
  if (replication.kind === "unknown" || loading.kind !== "object") return replication;
  const field = (name: string): Value => interpreter.attribute(replication, name, at);
  const [path, op] = [field("path"), field("op")];
  if (path.kind !== "str")
    return path.kind === "unknown" ? path : interpreter.unknown("runtime-input", "the path of the replication is not known", at);
  const ofOp = (name: string): Value => (op.kind === "object" ? (op.fields.get(name) ?? NONE) : NONE);
  const file = pathObject(inFolder((loading.payload as Loading).place.path, path.value.replace(/^\.\//, "")), context);
  const translate = (stream: Value): Value => {
    const spec = applyTranslation(field("translation"), callMethod(self, "get_asset_spec", stream, context), stream, context);
    return withReference(spec);
  };
  const specs = slingSpecs(file, translate, { translator: self, partitions: NONE }, context);
  return makeSlingAssets(
    {
      specs,
      signature: { name: str("_asset"), docstring: undefined, parameters: [] },
      arguments: { name: orElse(ofOp("name"), str(stemOf(path.value))), op_tags: ofOp("tags"), backfill_policy: ofOp("backfill_policy") },
    },
    context,
  );
}

function stemOf(path: string): string {
  return fileNameOf(path).replace(/\.[^.]*$/, "");
}

/** Dagster refers from each spec to the replication's file. */
function withReference(spec: Value): Value {
  if (!isObject(spec, "dagster.AssetSpec")) return spec;
  const references: Value = { kind: "object", type: "dagster.CodeReferencesMetadataValue", fields: new Map(), at: NOWHERE };
  return copy(spec, { metadata: mergeDicts(spec.fields.get("metadata"), strDict([["dagster/code_references", references]])) });
}

const buildDefs: MethodModel = (self, context) => {
  const loading = context.args.positional[0]?.value ?? NONE;
  const { items, gap } = context.interpreter.iterate(fieldOf(self, "replications", SCHEMA, context), context.at);
  const assets = items.map((replication) => {
    const build = context.interpreter.attribute(self, "build_asset", context.at);
    const args = { positional: [loading, replication].map((value) => ({ value, at: context.at })), keywords: new Map(), complete: true };
    return context.interpreter.call(build, args, context.at);
  });
  return makeDefinitions({ assets: list(assets, gap) }, context);
};

const base = componentModels({
  [COMPONENT]: {
    schema: SCHEMA,
    methods: {
      build_defs: buildDefs,
      build_asset: (self, context) => {
        const [loading, replication] = context.args.positional;
        return buildAsset(self, replication?.value ?? NONE, loading?.value ?? NONE, context);
      },
      get_asset_spec: (_, context) =>
        callMethod(defaultTranslator(context), "get_asset_spec", context.args.positional[0]?.value ?? NONE, context),
    },
  },
});
const models = modelModels({ [REPLICATION]: REPLICATION_SCHEMA });

export const slingComponentModels: Models = {
  symbols: { ...base.symbols, ...models.symbols },
  types: { ...base.types, ...models.types },
};
