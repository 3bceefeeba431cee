/**
 * `DagsterDbtTranslator` and its settings. A subclass of the repository is evaluated: each of its methods is called with the
 * properties of every node, and `super()` leads to the methods here.
 */
import type { CallContext, MethodModel, TypeModel } from "../../../../python/library.ts";
import { NONE } from "../../../../python/make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../../../../python/value.ts";
import { construct } from "../../construct.ts";
import { parametersOf } from "../parameters.ts";
import { payloadOfManifest, propsOf } from "../project/manifest.ts";
import { assetCheckSpecOf } from "../specs/check-spec.ts";
import { assetSpecOf } from "../specs/node-spec.ts";
import { TRANSLATOR_DEFAULTS } from "./translator-defaults.ts";

export const TRANSLATOR = "dagster_dbt.DagsterDbtTranslator";
export function constructTranslator(context: CallContext): Value {
  return construct(TRANSLATOR, { settings: parametersOf(context, ["settings"]).value("settings") }, context);
}

type Self = LibraryObject | InstanceValue;

/** What the constructor was given, wherever a subclass left it. */
function settingsOf(self: Self): Value {
  if (self.kind === "object") return self.fields.get("settings") ?? NONE;
  const args = self.construction?.args;
  const given = self.attributes.get("_settings") ?? self.attributes.get("settings");
  return given ?? args?.keywords.get("settings")?.value ?? args?.positional[0]?.value ?? NONE;
}

function ofProps(name: string): MethodModel {
  return (_self, context) => {
    const props = parametersOf(context, ["dbt_resource_props"]).value("dbt_resource_props");
    if (props.kind === "unknown") return props;
    return TRANSLATOR_DEFAULTS[name]?.(props, context) ?? NONE;
  };
}

const automationCondition: MethodModel = (self, context) => {
  const { interpreter, at, args } = context;
  const policy = interpreter.call(interpreter.attribute(self, "get_auto_materialize_policy", at), args, at);
  if (policy.kind === "none" || policy.kind === "unknown") return policy;
  const convert = interpreter.attribute(policy, "to_automation_condition", at);
  return interpreter.call(convert, { positional: [], keywords: new Map(), complete: true }, at);
};

const initializer: MethodModel = (self, context) => {
  const settings = parametersOf(context, ["settings"]).value("settings");
  if (self.kind === "instance") self.attributes.set("_settings", settings);
  return NONE;
};

const resourceProps: MethodModel = (_self, context) => {
  const { value } = parametersOf(context, ["manifest", "unique_id"]);
  const [manifest, id] = [payloadOfManifest(value("manifest")), value("unique_id")];
  const node = id.kind === "str" ? manifest?.project.nodes.get(id.value) : undefined;
  return manifest && node ? propsOf(manifest, node) : context.interpreter.unknown("unsupported", "this dbt node is not known", context.at);
};

export const translatorType: TypeModel = {
  attribute: (self, name) => (name === "settings" ? settingsOf(self) : undefined),
  methods: {
    ...Object.fromEntries(Object.keys(TRANSLATOR_DEFAULTS).map((name) => [name, ofProps(name)])),
    get_automation_condition: automationCondition,
    get_partition_mapping: () => NONE,
    get_freshness_policy: () => NONE,
    get_resource_props: resourceProps,
    get_asset_spec: assetSpecOf,
    get_asset_check_spec: assetCheckSpecOf,
    __init__: initializer,
  },
};
