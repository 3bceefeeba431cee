/**
 * `DbtProjectComponent`: what its YAML says, put before the reader of dbt projects. A subclass of the repository may override how nodes
 * become specs; its `translation` comes after. Source: `dagster_dbt/components/dbt_project/component.py`.
 */
import type { CallContext, MethodModel } from "../../../python/library.ts";
import { bool, list, NONE, str, symbol } from "../../../python/make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../../../python/value.ts";
import { derive } from "../../library/construct.ts";
import { buildDbtComponent } from "../../library/dbt/component.ts";
import { projectObject } from "../../library/dbt/project/dbt-project.ts";
import { assetSpecOf } from "../../library/dbt/specs/node-spec.ts";
import { TRANSLATOR } from "../../library/dbt/translator/translator.ts";
import { makeDefinitions } from "../../library/definitions/definitions.ts";
import { inFolder, parentOf, pathObject } from "../../library/definitions/defs-paths.ts";
import type { Models } from "../../library/models.ts";
import { injected, plain, refused, untouched } from "../resolve/containers.ts";
import { opSpec } from "../resolve/core-models.ts";
import { keywordsOf, placeOf, withKeywords } from "../resolve/keywords.ts";
import { applyTranslation, translation } from "../resolve/translation.ts";
import type { Resolution, Resolve, Schema } from "../template/resolution.ts";
import { componentModels, fieldOf } from "./library-component.ts";

const COMPONENT = "dagster_dbt.DbtProjectComponent";
const COMPONENT_TRANSLATOR = "dagster_dbt.DbtProjectComponentTranslator";

const PROJECT_ARGUMENTS: Schema = Object.fromEntries(
  ["project_dir", "target_path", "profiles_dir", "profile", "target", "packaged_project_dir", "state_path", "prepare_project_cli_args"].map(
    (name) => [name, { resolve: plain }],
  ),
);

/** A path, or the arguments of `DbtProject`; relative ones start from the folder of the YAML file. */
const project: Resolve = injected((value, resolution) => {
  if (value.kind === "str") return projectAt(value, new Map(), resolution);
  if (value.kind !== "dict") return refused(value, "a dbt project", resolution.context);
  const isRemote = [...value.entries.values()].some(({ key }) => key.kind === "str" && key.value === "repo_url");
  const at = placeOf(value, resolution.context.at);
  if (isRemote) return resolution.context.interpreter.unknown("runtime-input", "the dbt project lies in another repository", at);
  const given = keywordsOf(value, PROJECT_ARGUMENTS, resolution);
  if ("kind" in given) return given;
  return projectAt(
    given.get("project_dir")?.value ?? NONE,
    new Map([...given].map(([name, argument]) => [name, argument.value])),
    resolution,
  );
});

function projectAt(folder: Value, given: ReadonlyMap<string, Value>, { context, module }: Resolution): Value {
  const beside = parentOf(module.file?.path ?? "") ?? "";
  const path = folder.kind === "str" && !folder.value.startsWith("/") ? pathObject(relativeTo(beside, folder.value), context) : folder;
  return projectObject(path, { context, given: (name) => given.get(name), value: (name) => given.get(name) ?? NONE });
}

function relativeTo(folder: string, path: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.length === 0 ? "" : inFolder(parts.slice(0, -1).join("/"), parts.at(-1) ?? "");
}

const SETTINGS: Schema = Object.fromEntries(
  [
    "enable_asset_checks",
    "enable_duplicate_source_asset_keys",
    "enable_code_references",
    "enable_dbt_selection_by_name",
    "enable_source_tests_as_checks",
    "enable_source_metadata",
    "enable_dbt_views_as_virtual_assets",
  ].map((name) => [name, { resolve: plain }]),
);

/** References to code are on unless switched off. */
function settingsObject(
  given: ReadonlyMap<string, { readonly value: Value; readonly at: CallContext["at"] }>,
  context: CallContext,
): Value {
  const { interpreter, at } = context;
  const args = withKeywords(new Map([["enable_code_references", { value: bool(true), at }], ...given]));
  return interpreter.call(symbol("dagster_dbt.DagsterDbtTranslatorSettings"), args, at);
}

const settings: Resolve = injected((value, resolution) => {
  if (value.kind !== "dict") return value;
  const given = keywordsOf(value, SETTINGS, resolution);
  return "kind" in given ? given : settingsObject(given, resolution.context);
});

const SCHEMA: Schema = {
  project: { resolve: project },
  cli_args: { resolve: untouched, default: list([]) },
  include_metadata: { resolve: plain, default: list([]) },
  op: { resolve: opSpec, default: NONE },
  select: { resolve: plain, default: str("fqn:*") },
  exclude: { resolve: plain, default: str("") },
  selector: { resolve: plain, default: str("") },
  translation: { resolve: translation((node) => [["node", node]]), default: NONE },
  translation_settings: { resolve: settings, default: NONE },
  prepare_if_dev: { resolve: plain, default: bool(true) },
};

export const DBT_SCHEMAS: Readonly<Record<string, Schema>> = { [COMPONENT]: SCHEMA };

type Self = LibraryObject | InstanceValue;

/** One for each component: it remembers the specs that it has made. */
const translators = new WeakMap<Self, LibraryObject>();

/** The translator behind a component: the component's own `get_asset_spec`, then its `translation`. */
function translatorOf(self: Self, context: CallContext): LibraryObject {
  const known = translators.get(self);
  if (known) return known;
  const given = fieldOf(self, "translation_settings", SCHEMA, context);
  const own = given.kind === "none" ? settingsObject(new Map(), context) : given;
  const translator = derive(COMPONENT_TRANSLATOR, { settings: own, component: self }, context.at);
  translators.set(self, translator);
  return translator;
}

/** dagster-dbt's own spec of a node. Upstream keys go through the whole translator again. */
const ownSpec: MethodModel = (self, context) => assetSpecOf(translatorOf(self, context), context);

const componentSpec: MethodModel = (translator, context) => {
  const component = translator.kind === "object" ? translator.fields.get("component") : undefined;
  if (component?.kind !== "object" && component?.kind !== "instance") return assetSpecOf(translator, context);
  const { interpreter, at, args } = context;
  const isOverridden = component.kind === "instance" && interpreter.attribute(component, "get_asset_spec", at).kind === "bound-method";
  const spec = isOverridden
    ? interpreter.call(interpreter.attribute(component, "get_asset_spec", at), args, at)
    : assetSpecOf(translator, context);
  const fn = fieldOf(component, "translation", SCHEMA, context);
  if (fn.kind === "none") return spec;
  const [manifest, id] = args.positional;
  const props = interpreter.call(
    interpreter.attribute(translator, "get_resource_props", at),
    { positional: [manifest, id].flatMap((argument) => argument ?? []), keywords: new Map(), complete: true },
    at,
  );
  return applyTranslation(fn, spec, props, context);
};

const buildDefs: MethodModel = (self, context) => {
  const field = (name: string): Value => fieldOf(self, name, SCHEMA, context);
  const op = field("op");
  const ofOp = (name: string): Value => (op.kind === "object" ? (op.fields.get(name) ?? NONE) : NONE);
  const assets = buildDbtComponent(
    {
      project: field("project"),
      select: field("select"),
      exclude: field("exclude"),
      selector: field("selector"),
      translation: NONE,
      translationSettings: NONE,
      translator: translatorOf(self, context),
      op: { name: ofOp("name"), tags: ofOp("tags"), backfillPolicy: ofOp("backfill_policy"), pool: ofOp("pool") },
    },
    context,
  );
  return makeDefinitions({ assets: list([assets]) }, context);
};

const base = componentModels({
  [COMPONENT]: {
    schema: SCHEMA,
    methods: {
      build_defs: buildDefs,
      build_defs_from_state: buildDefs,
      get_asset_spec: ownSpec,
      get_resource_props: (self, context) => {
        const { interpreter, at, args } = context;
        return interpreter.call(interpreter.attribute(translatorOf(self, context), "get_resource_props", at), args, at);
      },
    },
  },
});

export const dbtProjectComponentModels: Models = {
  symbols: base.symbols ?? {},
  types: { ...base.types, [COMPONENT_TRANSLATOR]: { bases: [TRANSLATOR], methods: { get_asset_spec: componentSpec } } },
};
