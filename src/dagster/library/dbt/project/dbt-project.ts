/** `DbtProject`: where a dbt project lies. Nothing is prepared: the manifest is the committed one, or read from the project's files. */
import type { CallContext, MethodModel, TypeModel } from "../../../../python/library.ts";
import { bool, NONE, str } from "../../../../python/make-value.ts";
import { makePath } from "../../../../python/stdlib/filesystem/pathlib.ts";
import { agreedPath, joinPaths, pathText, repositoryPath } from "../../../../python/stdlib/filesystem/paths.ts";
import type { Unknown, Value } from "../../../../python/value.ts";
import { construct } from "../../construct.ts";
import { type Parameters, parametersOf } from "../parameters.ts";
import { notePrepared } from "./manifest.ts";

export const PROJECT = "dagster_dbt.DbtProject";

/** Of the path in `manifest_path`: the project whose manifest it is, wherever dbt is told to write that. */
export interface ManifestPathPayload {
  readonly kind: "dbt-manifest-path";
  readonly project_dir: Value;
  readonly profiles_dir: Value;
  readonly profile: Value;
  readonly target: Value;
}

export function constructProject(context: CallContext): Value {
  const parameters = parametersOf(context, ["project_dir"]);
  return projectObject(parameters.value("project_dir"), parameters);
}

/** A project object for a folder; the other parameters are optional. */
export function projectObject(folder: Value, { context, value }: Parameters): Value {
  const { at, interpreter } = context;
  const own = pathText(agreedPath(folder, context));
  if (own === undefined) return unknownFolder(folder, context);
  const packaged = pathText(value("packaged_project_dir"));
  const inside = packaged === undefined ? undefined : repositoryPath(context, packaged);
  const isPackaged = inside !== undefined && !isDevelopment(context) && interpreter.tree.hasFolder(inside);
  const projectDir = isPackaged && packaged !== undefined ? packaged : own;
  const target = pathText(value("target_path")) ?? "target";
  const path = (text: string): Value => makePath(text, at);
  const profiles = pathText(value("profiles_dir"));
  const settings = {
    profile: value("profile"),
    target: value("target"),
    profiles_dir: path(profiles ?? projectDir),
    project_dir: path(projectDir),
  };
  const manifest = {
    ...makePath(joinPaths([projectDir, target, "manifest.json"]), at),
    payload: { kind: "dbt-manifest-path", ...settings } satisfies ManifestPathPayload,
  };
  return construct(
    PROJECT,
    {
      ...settings,
      target_path: path(target),
      manifest_path: manifest,
      packaged_project_dir: packaged === undefined ? NONE : path(packaged),
      state_path: value("state_path"),
      has_uninstalled_deps: bool(false),
    },
    context,
  );
}

/** Source: `using_dagster_dev`. */
export function isDevelopment({ interpreter }: CallContext): boolean {
  return Boolean(interpreter.environment.get("DAGSTER_IS_DEV_CLI"));
}

/** dbt makes the manifest anew. */
const prepare: MethodModel = (self, context) => {
  notePrepared(self.kind === "object" ? self.fields.get("project_dir") : self.attributes.get("project_dir"), context);
  return NONE;
};

function unknownFolder(folder: Value, { interpreter, at }: CallContext): Unknown {
  if (folder.kind === "unknown") return folder;
  if (folder.kind === "one-of") return folder.condition;
  return interpreter.unknown("unsupported", "the folder of the dbt project is not known", at);
}

export const projectType: TypeModel = {
  attribute: (self, name, interpreter, at) => {
    if (name !== "name" || self.kind !== "object") return undefined;
    const folder = self.fields.get("project_dir");
    return nameOf(folder, { interpreter, at, args: { positional: [], keywords: new Map(), complete: true } });
  },
  methods: {
    prepare_if_dev: (self, context) => (isDevelopment(context) ? prepare(self, context) : NONE),
    prepare: (self, context) => prepare(self, context),
  },
};

/** Of the `dbt_project.yml`. */
function nameOf(folder: Value | undefined, context: CallContext): Value {
  const path = repositoryPath(context, pathText(folder) ?? "");
  const text =
    path === undefined ? undefined : context.interpreter.readText(path === "" ? "dbt_project.yml" : `${path}/dbt_project.yml`, context.at);
  const name = typeof text === "string" ? /^name:\s*['"]?([\w-]+)/m.exec(text)?.[1] : undefined;
  return name === undefined
    ? context.interpreter.unknown("runtime-input", "the name of the dbt project is not known", context.at)
    : str(name);
}
