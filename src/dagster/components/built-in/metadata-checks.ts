/** `MetadataChecksComponent`: checks on the metadata of assets, each with its parameters. Source: `dagster/components/lib/metadata_checks_component.py`. */
import type { CallContext, MethodModel } from "../../../python/library.ts";
import { list, NONE, symbol } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { raises } from "../../library/construct.ts";
import { makeDefinitions } from "../../library/definitions/definitions.ts";
import { keywords } from "../../library/integrations/package-objects.ts";
import type { Models } from "../../library/models.ts";
import { plain, sequence } from "../resolve/containers.ts";
import { assetKey, modelOf } from "../resolve/core-models.ts";
import type { Schema } from "../template/resolution.ts";
import { componentModels, fieldOf, modelModels } from "./library-component.ts";

const COMPONENT = "dagster.MetadataChecksComponent";
const CHECK = "dagster.MetadataCheck";

const CHECK_SCHEMA: Schema = { key: { resolve: assetKey }, params: { resolve: plain } };
const SCHEMA: Schema = { checks: { resolve: sequence(modelOf(CHECK, CHECK_SCHEMA)) } };

export const METADATA_CHECKS_SCHEMAS: Readonly<Record<string, Schema>> = { [COMPONENT]: SCHEMA };

/** By the `type` of the parameters. */
const BUILDERS: Readonly<Record<string, string>> = {
  column_schema_change: "dagster.build_column_schema_change_checks",
  metadata_bounds: "dagster.build_metadata_bounds_checks",
};

function checksOf(
  check: Value,
  context: CallContext,
): { readonly items: readonly Value[]; readonly gap?: Extract<Value, { kind: "unknown" }> } {
  const { interpreter, at } = context;
  if (check.kind === "unknown") return { items: [], gap: check };
  const [key, params] = ["key", "params"].map((name) => interpreter.attribute(check, name, at));
  const entries =
    params?.kind === "dict"
      ? [...params.entries.values()].flatMap(({ key: name, value }) => (name.kind === "str" ? [[name.value, value] as const] : []))
      : [];
  const type = entries.find(([name]) => name === "type")?.[1];
  const builder = type?.kind === "str" ? BUILDERS[type.value] : undefined;
  if (builder === undefined) return { items: [], gap: raises(context, "no such kind of check") };
  const given = { ...Object.fromEntries(entries.filter(([name]) => name !== "type")), assets: list([key ?? NONE]) };
  return interpreter.iterate(interpreter.call(symbol(builder), keywords(given, at), at), at);
}

const buildDefs: MethodModel = (self, context) => {
  const { items, gap } = context.interpreter.iterate(fieldOf(self, "checks", SCHEMA, context), context.at);
  const made = items.map((check) => checksOf(check, context));
  const checks = list(
    made.flatMap((each) => each.items),
    gap ?? made.find((each) => each.gap)?.gap,
  );
  return makeDefinitions({ asset_checks: checks }, context);
};

const base = componentModels({ [COMPONENT]: { schema: SCHEMA, methods: { build_defs: buildDefs } } });
const models = modelModels({ [CHECK]: CHECK_SCHEMA });

export const metadataChecksModels: Models = {
  symbols: { ...base.symbols, ...models.symbols },
  types: { ...base.types, ...models.types },
};
