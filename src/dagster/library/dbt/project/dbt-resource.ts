/**
 * `DbtCliResource`: a resource, and in code of old what `.cli(["parse"]).wait().target_path` hangs on at import. dbt Cloud's objects
 * know their assets from a remote account: they are not known here.
 */
import type { CallContext, MethodModel, SymbolModel, TypeModel } from "../../../../python/library.ts";
import { list, NONE } from "../../../../python/make-value.ts";
import { makePath } from "../../../../python/stdlib/filesystem/pathlib.ts";
import { joinPaths, pathText } from "../../../../python/stdlib/filesystem/paths.ts";
import type { Value } from "../../../../python/value.ts";
import { derive, isObject } from "../../construct.ts";
import { parametersOf } from "../parameters.ts";
import { PROJECT } from "./dbt-project.ts";
import { notePrepared } from "./manifest.ts";

export const RESOURCE = "dagster_dbt.DbtCliResource";
const INVOCATION = "dagster_dbt.DbtCliInvocation";
/** Each invocation writes into a folder of its own below the target, named by chance: a committed manifest is not what it leaves. */
const INVOCATION_FOLDER = "dagster-dbt-invocation";

export function constructResource(context: CallContext): Value {
  const { value } = parametersOf(context, ["project_dir"]);
  const fields: (readonly [string, Value])[] = [...context.args.keywords].map(([name, argument]) => [name, argument.value] as const);
  if (!context.args.keywords.has("project_dir")) fields.push(["project_dir", value("project_dir")]);
  return context.interpreter.object(RESOURCE, fields, { at: context.at, args: context.args });
}

const invoke: MethodModel = (self, context) => {
  const project = self.kind === "object" ? self.fields.get("project_dir") : self.attributes.get("project_dir");
  const folder = pathText(isObject(project, PROJECT) ? project.fields.get("project_dir") : project);
  const target = context.args.keywords.get("target_path")?.value;
  const path =
    folder === undefined
      ? undefined
      : joinPaths([folder, pathText(target) ?? "target", ...(target === undefined ? [INVOCATION_FOLDER] : [])]);
  // An invocation that is told to write where the manifest lies makes that anew.
  if (target !== undefined) notePrepared(project, context);
  const known =
    path === undefined
      ? context.interpreter.unknown("unsupported", "the dbt project is not known", context.at)
      : makePath(path, context.at);
  return derive(INVOCATION, { target_path: known, project_dir: folder === undefined ? known : makePath(folder, context.at) }, context.at);
};

export const resourceType: TypeModel = {
  bases: ["dagster.ConfigurableResource"],
  methods: {
    cli: invoke,
    get_manifest_json: (_self, { interpreter, at }) => interpreter.unknown("runtime-input", "dbt runs at run time only", at),
  },
};

const invocationType: TypeModel = {
  methods: {
    wait: (self) => self,
    stream: (_self, { interpreter, at }) => interpreter.unknown("runtime-input", "dbt runs at run time only", at),
    is_successful: (_self, { interpreter, at }) => interpreter.unknown("runtime-input", "dbt runs at run time only", at),
  },
};

const REMOTE = "what a dbt Cloud account holds is known at run time only";

/** Loaders that ask the account: a list of which nothing is known. */
const remoteList: SymbolModel = ({ interpreter, at }) => list([], interpreter.unknown("runtime-input", REMOTE, at));
const remote: SymbolModel = ({ interpreter, at }) => interpreter.unknown("runtime-input", REMOTE, at);

/** The decorator of a workspace's assets: one definition whose assets are not known. */
const remoteDecorator: SymbolModel = ({ interpreter, at }) => ({
  kind: "native",
  name: "dagster_dbt.dbt_cloud_assets",
  call: () => interpreter.unknown("runtime-input", REMOTE, at),
});

function plainObject(type: string): SymbolModel {
  return (context) =>
    context.interpreter.object(
      type,
      [...context.args.keywords].map(([name, argument]) => [name, argument.value] as const),
      { at: context.at, args: context.args },
    );
}

const CLOUD_OBJECTS = ["DbtCloudWorkspace", "DbtCloudCredentials", "DbtCloudClientResource", "DbtCloudResource"];

export const dbtResourceSymbols: Readonly<Record<string, SymbolModel>> = {
  DbtCliResource: constructResource,
  load_assets_from_dbt_cloud_job: remoteList,
  load_dbt_cloud_asset_specs: remoteList,
  load_dbt_cloud_check_specs: remoteList,
  build_dbt_cloud_polling_sensor: remote,
  dbt_cloud_assets: remoteDecorator,
  ...Object.fromEntries(CLOUD_OBJECTS.map((name) => [name, plainObject(`dagster_dbt.${name}`)])),
};

export const dbtResourceTypes: Readonly<Record<string, TypeModel>> = {
  [RESOURCE]: resourceType,
  [INVOCATION]: invocationType,
  ...Object.fromEntries(
    CLOUD_OBJECTS.map((name) => [
      `dagster_dbt.${name}`,
      { bases: ["dagster.ConfigurableResource"], methods: { load_asset_specs: () => NONE } },
    ]),
  ),
};
