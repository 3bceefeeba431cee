/**
 * Workspaces of services: resources, and whatever lists their contents. What the code says (names, groups, the connector) is kept; what the service
 * says is one opaque node. Translators of the repository are not run: there is nothing to translate.
 */
import type { CallContext, SymbolModel, TypeModel } from "../../../python/library.ts";
import { list, NONE, native, TRUE } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { makeMultiAsset } from "../assets/multi-asset.ts";
import { signatureOfFunction } from "../function-signature.ts";
import { argument, keywordObject, keywords } from "../integrations/package-objects.ts";
import { OPAQUE_TYPE } from "../integrations/resource-classes.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";
import { identityOf, opaqueSpecs, type RemotePart } from "./opaque-node.ts";
import { SERVICES, type Service } from "./services.ts";

/** The workspace that a function is given, whatever it calls the parameter. */
function workspaceOf({ args }: CallContext): Value {
  const named = ["workspace", "looker_resource", "organization", "fivetran", "airbyte"].map((name) => args.keywords.get(name)?.value);
  return named.find((value) => value !== undefined) ?? args.positional[0]?.value ?? NONE;
}

function partOf(service: Service, workspace: Value): RemotePart {
  return { service: service.name, what: service.contents, path: identityOf(workspace, service.identity) };
}

function specsOf(service: Service): SymbolModel {
  return (context) => opaqueSpecs(partOf(service, workspaceOf(context)), context);
}

function multiAsset(specs: Value, given: Readonly<Record<string, Value>>, fn: Value | undefined, context: CallContext): Value {
  const args = keywords({ ...given, specs, can_subset: TRUE }, context.at);
  const signature = fn ? signatureOfFunction(fn, context.interpreter, context.at) : { name: NONE, docstring: undefined, parameters: [] };
  const bound = bind("dagster.multi_asset", { ...context, args });
  return makeMultiAsset({ bound, signature, ...(fn && { function: fn }), definition: "multi_asset", execution: "materialization" });
}

function definitionsOf(service: Service): SymbolModel {
  return (context) => {
    const specs = opaqueSpecs(partOf(service, workspaceOf(context)), context);
    return list([multiAsset(specs, {}, undefined, context)], specs.gap);
  };
}

/** `@fivetran_assets(connector_id=…, workspace=…, name=…, group_name=…)`. */
function decorator(service: Service, part: string | undefined): SymbolModel {
  return (context) => {
    const named = part === undefined ? NONE : argument(context, part);
    const whole = partOf(service, workspaceOf(context));
    const own = named.kind === "str" ? { ...whole, what: `${whole.what} (\`${named.value}\`)`, path: [...whole.path, named.value] } : whole;
    const specs = opaqueSpecs(own, context);
    return native(`${service.package}.${service.decorator?.name}`, (inner) => {
      const given = { name: argument(context, "name"), group_name: argument(context, "group_name") };
      return multiAsset(specs, given, inner.args.positional[0]?.value ?? NONE, context);
    });
  };
}

function symbolsOf(service: Service): Readonly<Record<string, SymbolModel>> {
  const named = (names: readonly string[] | undefined, model: SymbolModel): readonly (readonly [string, SymbolModel])[] =>
    (names ?? []).map((name) => [`${service.package}.${name}`, model] as const);
  return Object.fromEntries([
    ...named(service.specs, specsOf(service)),
    ...named(service.definitions, definitionsOf(service)),
    ...named(service.decorator && [service.decorator.name], decorator(service, service.decorator?.part)),
    ...service.workspaces.map((name) => [`${service.package}.${name}`, keywordObject(`${service.package}.${name}`)] as const),
  ]);
}

function typesOf(service: Service): Readonly<Record<string, TypeModel>> {
  const workspace: TypeModel = {
    bases: ["dagster.ConfigurableResource", OPAQUE_TYPE],
    methods: { load_asset_specs: (self, context) => opaqueSpecs(partOf(service, self), context) },
  };
  return Object.fromEntries(service.workspaces.map((name) => [`${service.package}.${name}`, workspace]));
}

export const workspaceModels: Models = {
  symbols: Object.assign({}, ...SERVICES.map(symbolsOf)),
  types: Object.assign({}, ...SERVICES.map(typesOf)),
};
