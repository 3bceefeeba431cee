/** `dbt_project.yml`: where things lie, what is configured for whole folders, and the project's variables. */

import type { BaseContext } from "../jinja/context/base-context.ts";
import { renderDeep } from "../jinja/render.ts";
import { type DbtMapping, type DbtObject, type DbtValue, fromFormat, isMapping, pythonStr } from "../value.ts";
import { noteProblem, type ProjectReading, readProjectYaml } from "./project-reading.ts";

export type ConfigSection =
  | "models"
  | "seeds"
  | "snapshots"
  | "sources"
  | "data_tests"
  | "exposures"
  | "metrics"
  | "semantic_models"
  | "saved_queries"
  | "unit_tests";

export interface PackagePaths {
  readonly model: readonly string[];
  readonly seed: readonly string[];
  readonly snapshot: readonly string[];
  readonly test: readonly string[];
  readonly analysis: readonly string[];
  readonly macro: readonly string[];
  readonly docs: readonly string[];
}

export type RunHook = "on-run-start" | "on-run-end";

/** The project itself, or a package it uses. */
export interface DbtPackage {
  readonly name: string;
  /** From the repository's root; `""` is the root itself. */
  readonly folder: string;
  /** The `dbt_project.yml`. */
  readonly file: string;
  readonly paths: PackagePaths;
  readonly vars: DbtMapping;
  /** Folder-level configuration by section, as written: `+materialized` keys and folders. */
  readonly configs: ReadonlyMap<ConfigSection, DbtMapping>;
  /** `dispatch`: search orders by macro namespace. */
  readonly dispatch: ReadonlyMap<string, readonly string[]>;
  readonly profile: string | undefined;
  readonly packagesFolder: string;
  /** SQL that runs before and after everything else. */
  readonly hooks: Readonly<Record<RunHook, readonly string[]>>;
  /** `flags` of the file. */
  readonly flags: DbtMapping;
  readonly quoteColumns: boolean;
}

const SECTIONS: readonly ConfigSection[] = [
  "models",
  "seeds",
  "snapshots",
  "sources",
  "data_tests",
  "exposures",
  "metrics",
  "semantic_models",
  "saved_queries",
  "unit_tests",
];

/** `undefined` when there is no such file, or nothing that could be one. */
export function readPackage(
  reading: ProjectReading,
  folder: string,
  target: (profile: string | undefined) => DbtObject,
): DbtPackage | undefined {
  const file = folder === "" ? "dbt_project.yml" : `${folder}/dbt_project.yml`;
  const root = readProjectYaml(reading, file);
  const raw = fromFormat(root);
  if (root === undefined || !isMapping(raw)) return undefined;
  const name = textOf(raw.get("name"));
  if (name === undefined)
    noteProblem(reading, file, { kind: "properties", severity: "error", message: "the project has no name", span: root.span });
  const profile = reading.options.profile ?? textOf(raw.get("profile"));
  const context = projectContext(reading, name ?? "", target(profile));
  const rendered = renderDeep(context, raw, shouldRender);
  const project = isMapping(rendered) ? rendered : raw;
  return {
    name: name ?? folder.split("/").at(-1) ?? "",
    folder,
    file,
    paths: pathsOf(project),
    vars: mappingOf(raw.get("vars")),
    configs: new Map(SECTIONS.map((section) => [section, sectionOf(project, section)])),
    dispatch: dispatchOf(project.get("dispatch")),
    profile,
    packagesFolder: textOf(project.get("packages-install-path")) ?? textOf(project.get("modules-path")) ?? "dbt_packages",
    hooks: { "on-run-start": listOf(raw.get("on-run-start")) ?? [], "on-run-end": listOf(raw.get("on-run-end")) ?? [] },
    flags: mappingOf(project.get("flags")),
    quoteColumns: mappingOf(project.get("seeds")).get("quote_columns") === true,
  };
}

/** The file sees `--vars` only, not its own variables. */
function projectContext({ options }: ProjectReading, projectName: string, target: DbtObject): BaseContext {
  return { projectName, environment: options.environment, target, variable: (name) => options.vars?.get(name) };
}

const HOOKS = new Set(["pre-hook", "post-hook", "pre_hook", "post_hook"]);

function shouldRender(path: readonly (string | number)[]): boolean {
  const [first] = path;
  if (first === "vars" || first === "on-run-start" || first === "on-run-end" || first === "query-comment") return false;
  return !path.some((step) => typeof step === "string" && HOOKS.has(step.replace(/^[+ ]+/, "")));
}

function sectionOf(project: DbtMapping, section: ConfigSection): DbtMapping {
  const own = mappingOf(project.get(section.replace("_", "-")) ?? project.get(section));
  const said = section === "data_tests" && own.size === 0 ? mappingOf(project.get("tests")) : own;
  return said.size === 0 ? new Map() : said;
}

function pathsOf(project: DbtMapping): PackagePaths {
  const model = listOf(project.get("model-paths") ?? project.get("source-paths")) ?? ["models"];
  const seed = listOf(project.get("seed-paths") ?? project.get("data-paths")) ?? ["seeds"];
  const snapshot = listOf(project.get("snapshot-paths")) ?? ["snapshots"];
  const test = listOf(project.get("test-paths")) ?? ["tests"];
  const analysis = listOf(project.get("analysis-paths")) ?? ["analyses"];
  const macro = listOf(project.get("macro-paths")) ?? ["macros"];
  const docs = listOf(project.get("docs-paths")) ?? [...model, ...seed, ...snapshot, ...analysis, ...macro, ...test];
  return { model, seed, snapshot, test, analysis, macro, docs };
}

function dispatchOf(value: DbtValue | undefined): Map<string, readonly string[]> {
  const orders = new Map<string, readonly string[]>();
  for (const entry of Array.isArray(value) ? value : []) {
    if (!isMapping(entry)) continue;
    const namespace = textOf(entry.get("macro_namespace"));
    const order = listOf(entry.get("search_order"));
    if (namespace !== undefined && order !== undefined) orders.set(namespace, order);
  }
  return orders;
}

/** Nobody changes it: it is one for all that is no mapping. */
const NOTHING: DbtMapping = new Map();

/** Not to be changed: it is what the file says, or {@link NOTHING}. */
export function mappingOf(value: DbtValue | undefined): DbtMapping {
  return isMapping(value) ? value : NOTHING;
}

export function textOf(value: DbtValue | undefined): string | undefined {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
}

export function listOf(value: DbtValue | undefined): string[] | undefined {
  if (Array.isArray(value)) return value.map(pythonStr);
  return typeof value === "string" ? [value] : undefined;
}
