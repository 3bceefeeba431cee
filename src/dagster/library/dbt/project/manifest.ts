/**
 * The manifest that dagster-dbt is given, as an object. A path leads to a committed `manifest.json`, or, where that is not in the
 * repository (nearly always), to the dbt project it would be made from, which is read from its own files.
 */
import type { SourceTree } from "../../../../base/source-tree.ts";
import type { Location } from "../../../../base/span.ts";
import type { DbtProject } from "../../../../dbt/dbt-project.ts";
import { manifestEntry } from "../../../../dbt/manifest/manifest-entry.ts";
import { readManifest } from "../../../../dbt/manifest/read-manifest.ts";
import { staleNodes } from "../../../../dbt/manifest/stale-nodes.ts";
import type { DbtNode } from "../../../../dbt/nodes/dbt-node.ts";
import { readDbtProject } from "../../../../dbt/read-dbt-project.ts";
import { type SelectionGraph, selectionGraph } from "../../../../dbt/selection/select-nodes.ts";
import type { Interpreter } from "../../../../python/interpreter.ts";
import type { CallContext, TypeModel } from "../../../../python/library.ts";
import { Machine } from "../../../../python/machine.ts";
import { dict, NONE, str } from "../../../../python/make-value.ts";
import { agreedPath, pathText, repositoryPath } from "../../../../python/stdlib/filesystem/paths.ts";
import type { DictValue, LibraryObject, Unknown, Value } from "../../../../python/value.ts";
import type { ManifestPathPayload } from "./dbt-project.ts";
import { mappingToPython } from "./python-value.ts";

export const MANIFEST = "dagster_dbt.manifest";

/** Payload of the object. */
export interface ManifestPayload {
  readonly kind: "dbt-manifest";
  readonly project: DbtProject;
  readonly graph: SelectionGraph;
  /** Children by `unique_id`, tests among them. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** `dbt_resource_props` by `unique_id`, made when they are asked for. */
  readonly props: Map<string, DictValue>;
  /** Specs that a translator made, by `unique_id`: Dagster's own memory. */
  readonly specs: Map<Value, Map<string, Value>>;
}

/** Manifests by the file or project they come from: one code location reads each once. */
const readManifests = new WeakMap<Interpreter, Map<string, LibraryObject | Unknown>>();

/** Every dbt project that a location's code has led to. */
export function dbtProjectsOf(interpreter: Interpreter): DbtProject[] {
  return [...(readManifests.get(interpreter)?.values() ?? [])].flatMap((manifest) => payloadOfManifest(manifest)?.project ?? []);
}

/** Where a manifest is looked for, and how the project is read where there is none. */
interface ManifestSource {
  /** In the repository; undefined where the path leads out of it. */
  readonly path: string | undefined;
  readonly folder: string | undefined;
  readonly settings: Readonly<Record<"target" | "profile", string | undefined>>;
  readonly profilesFolder: string | undefined;
}

/** `manifest=`: a path, a dictionary that was read from one, or the object itself. */
export function manifestOf(given: Value, context: CallContext, project?: Value): LibraryObject | Unknown {
  const { interpreter, at } = context;
  const value = agreedPath(given, context);
  if (value.kind === "object" && value.type === MANIFEST) return value;
  const file = fileOfContent(value);
  if (value.kind === "unknown" && (file === undefined || projectFolder(file, context) === undefined)) return value;
  if (value.kind === "one-of") return value.condition;
  if (file === undefined && pathText(value) === undefined)
    return interpreter.unknown("unsupported", "which dbt manifest this is, is not known", at);
  const source = sourceOf({ value, file }, context, project);
  const key = JSON.stringify(source);
  const known = readManifests.get(interpreter) ?? new Map<string, LibraryObject | Unknown>();
  readManifests.set(interpreter, known);
  const existing = known.get(key);
  if (existing !== undefined) return existing;
  const made = readAt(source, context);
  known.set(key, made);
  return made;
}

/** The file that a dictionary was read from, or would have been if it were in the repository. */
function fileOfContent(value: Value): string | undefined {
  if (value.kind === "dict") return value.origin?.path.endsWith(".json") && value.complete ? value.origin.path : undefined;
  for (let at = value.kind === "unknown" ? value : undefined; at !== undefined; at = at.cause)
    if (at.absentFile?.endsWith(".json")) return at.absentFile;
  return undefined;
}

interface GivenManifest {
  readonly value: Value;
  /** Of the repository, where the content is given and not the path. */
  readonly file: string | undefined;
}

function sourceOf({ value, file }: GivenManifest, context: CallContext, project: Value | undefined): ManifestSource {
  const inside = (of: Value | undefined): string | undefined => {
    const text = pathText(of);
    return text === undefined ? undefined : repositoryPath(context, text);
  };
  const payload = value.kind === "object" ? (value.payload as ManifestPathPayload | undefined) : undefined;
  const known = payload?.kind === "dbt-manifest-path" ? payload : undefined;
  const field = (name: "target" | "profile" | "profiles_dir" | "project_dir"): Value | undefined =>
    known?.[name] ?? (project?.kind === "object" ? project.fields.get(name) : undefined);
  const text = (name: "target" | "profile"): string | undefined => {
    const given = field(name);
    return given?.kind === "str" ? given.value : undefined;
  };
  const path = file ?? inside(value);
  return {
    path,
    folder: inside(field("project_dir")) ?? (path === undefined ? undefined : projectFolder(path, context)),
    settings: { target: text("target"), profile: text("profile") },
    profilesFolder: inside(field("profiles_dir")),
  };
}

function readAt(source: ManifestSource, context: CallContext): LibraryObject | Unknown {
  const { path, folder } = source;
  const { interpreter, at } = context;
  if (path !== undefined && interpreter.tree.has(path) && !preparedFolders.get(interpreter)?.has(folder ?? "")) {
    const content = interpreter.tree.read(path);
    if (typeof content === "string") return gapOfFile(interpreter.readText(path, at), path, context);
    const committed = readManifest(new TextDecoder("utf-8").decode(content), { tree: interpreter.tree, path, folder: folder ?? "" });
    const files = folder === undefined ? undefined : projectOf(source, folder, interpreter);
    const problems = files === undefined ? [] : staleNodes(committed, files, path);
    return manifestObject({ ...committed, problems: [...committed.problems, ...problems] }, at);
  }
  if (folder === undefined) {
    const where = path === undefined ? "outside of the repository" : `at \`${path}\`, where there is no dbt project`;
    return interpreter.unknown("runtime-input", `the dbt manifest lies ${where}`, at);
  }
  const read = projectOf(source, folder, interpreter);
  return read === undefined ? notRead(folder, context) : manifestObject(read, at);
}

function projectOf({ settings: { target, profile }, profilesFolder }: ManifestSource, folder: string, interpreter: Interpreter) {
  const { tree, environment } = interpreter;
  const options = {
    environment,
    ...(target !== undefined && { target }),
    ...(profile !== undefined && { profile }),
    ...(profilesFolder !== undefined && { profilesFolder }),
  };
  const read = sharedProject(tree, JSON.stringify([folder, { ...options, environment: [...environment] }]), () =>
    readDbtProject(tree, folder, options),
  );
  if (interpreter instanceof Machine) for (const need of read?.needs ?? []) interpreter.needs.add(need);
  return read;
}

/** By tree: several code locations of a repository stand on one project, and reading it is most of their time. */
const sharedProjects = new WeakMap<SourceTree, Map<string, DbtProject>>();

function sharedProject(tree: SourceTree, key: string, read: () => DbtProject | undefined): DbtProject | undefined {
  const projects = sharedProjects.get(tree) ?? new Map<string, DbtProject>();
  sharedProjects.set(tree, projects);
  const project = projects.get(key) ?? read();
  // One that lacks files is read again when they are loaded.
  if (project?.needs.length === 0) projects.set(key, project);
  return project;
}

/** Folders of projects whose manifest the code has dbt make before it is loaded: what is committed does not count then. */
const preparedFolders = new WeakMap<Interpreter, Set<string>>();

export function notePrepared(folder: Value | undefined, context: CallContext): void {
  const text = pathText(folder);
  const inside = text === undefined ? undefined : repositoryPath(context, text);
  if (inside === undefined) return;
  const known = preparedFolders.get(context.interpreter) ?? new Set<string>();
  preparedFolders.set(context.interpreter, known.add(inside));
}

/** The project file is absent, or not loaded yet. */
function notRead(folder: string, { interpreter, at }: CallContext): Unknown {
  const file = folder === "" ? "dbt_project.yml" : `${folder}/dbt_project.yml`;
  const text = interpreter.readText(file, at);
  return typeof text === "string" ? interpreter.unknown("runtime-input", `\`${file}\` is no dbt project`, at) : text;
}

/** Asking for the text notes that it is needed. */
function gapOfFile(read: string | Unknown, path: string, { interpreter, at }: CallContext): Unknown {
  return typeof read === "string" ? interpreter.unknown("limit", `the file \`${path}\` was not loaded`, at) : read;
}

/** The nearest folder above a manifest that holds a `dbt_project.yml`. */
function projectFolder(path: string, { interpreter }: CallContext): string | undefined {
  const parts = path.split("/");
  for (let length = parts.length - 1; length >= 0; length--) {
    const folder = parts.slice(0, length).join("/");
    if (interpreter.tree.has(folder === "" ? "dbt_project.yml" : `${folder}/dbt_project.yml`)) return folder;
  }
  return undefined;
}

function manifestObject(project: DbtProject, at: Location): LibraryObject {
  const children = new Map<string, string[]>();
  for (const node of project.nodes.values()) {
    for (const parent of node.dependsOn) {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [node.uniqueId]);
      else known.push(node.uniqueId);
    }
  }
  const payload: ManifestPayload = {
    kind: "dbt-manifest",
    project,
    graph: selectionGraph(project),
    children,
    props: new Map(),
    specs: new Map(),
  };
  return { kind: "object", type: MANIFEST, fields: new Map(), at, payload };
}

export function payloadOfManifest(manifest: Value | undefined): ManifestPayload | undefined {
  const payload = manifest?.kind === "object" ? (manifest.payload as ManifestPayload | undefined) : undefined;
  return payload?.kind === "dbt-manifest" ? payload : undefined;
}

/** `dbt_resource_props` of a node. */
export function propsOf(manifest: ManifestPayload, node: DbtNode): DictValue {
  const known = manifest.props.get(node.uniqueId);
  if (known !== undefined) return known;
  const props = mappingToPython(manifestEntry(node), node.location);
  manifest.props.set(node.uniqueId, props);
  return props;
}

const NODE_SECTION = new Set(["model", "seed", "snapshot", "test", "analysis", "operation"]);

function section(manifest: ManifestPayload, name: string): Value | undefined {
  const { project } = manifest;
  if (name === "metadata") {
    const { adapter, projectId } = project;
    return dict([
      [str("project_name"), str(project.name)],
      [str("adapter_type"), adapter === undefined ? NONE : str(adapter)],
      [str("project_id"), projectId === undefined ? NONE : str(projectId)],
    ]);
  }
  const type = SECTION_TYPES.get(name);
  if (type === undefined) return undefined;
  const nodes = [...project.nodes.values()].filter(({ resourceType }) =>
    type === "node" ? NODE_SECTION.has(resourceType) : resourceType === type,
  );
  return dict(nodes.map((node) => [str(node.uniqueId), propsOf(manifest, node)]));
}

const SECTION_TYPES: ReadonlyMap<string, string> = new Map([
  ["nodes", "node"],
  ["sources", "source"],
  ["exposures", "exposure"],
  ["metrics", "metric"],
  ["semantic_models", "semantic_model"],
  ["saved_queries", "saved_query"],
]);

function at(manifest: Value, key: Value, context: CallContext): Value {
  const payload = payloadOfManifest(manifest);
  const found = payload && key.kind === "str" ? section(payload, key.value) : undefined;
  return found ?? context.interpreter.unknown("unsupported", "this part of a dbt manifest is not read", context.at);
}

export const manifestType: TypeModel = {
  subscript: (self, index, context) => at(self, index, context),
  methods: { get: (self, context) => at(self, context.args.positional[0]?.value ?? NONE, context) },
};
