/** Nodes that YAML alone defines: exposures, metrics, semantic models, saved queries, unit tests. Their parents are named in plain fields. */
import { nodeConfig, type ResourceType } from "../config/node-config.ts";
import { type Named, newNamed } from "../jinja/context/node-context.ts";
import { foldersOf } from "../project/package-files.ts";
import { listOf, mappingOf, textOf } from "../project/project-file.ts";
import { evaluateTexts, nodeContext, type ProjectContext } from "../project-context.ts";
import type { SchemaEntry } from "../schema/schema-file.ts";
import { type DbtMapping, type DbtValue, isMapping } from "../value.ts";
import { gapsOfNames, textList } from "./assemble-node.ts";
import type { UnresolvedNode } from "./dbt-node.ts";

const TYPES: ReadonlyMap<string, ResourceType> = new Map([
  ["exposures", "exposure"],
  ["metrics", "metric"],
  ["semantic_models", "semantic_model"],
  ["saved_queries", "saved_query"],
  ["unit_tests", "unit_test"],
]);

/** One node, or those that a semantic model makes of its measures. */
export function yamlNodes(context: ProjectContext, entry: SchemaEntry): UnresolvedNode[] {
  const type = TYPES.get(entry.section);
  if (type === undefined) return [];
  const node = yamlNode(context, entry, type, entry.value);
  const measures = type === "semantic_model" ? entry.value.get("measures") : undefined;
  const created = (Array.isArray(measures) ? measures : []).filter(
    (measure) => isMapping(measure) && measure.get("create_metric") === true,
  );
  return [node, ...created.filter(isMapping).map((measure) => yamlNode(context, entry, "metric", metricOfMeasure(measure)))];
}

function metricOfMeasure(measure: DbtMapping): DbtMapping {
  const name = measure.get("name") ?? null;
  return new Map<string, DbtValue>([
    ["name", name],
    ["type", "simple"],
    ["type_params", new Map([["measure", name]])],
    ["description", measure.get("description") ?? `Metric created from measure ${textOf(name)}`],
  ]);
}

function yamlNode(context: ProjectContext, entry: SchemaEntry, type: ResourceType, value: DbtMapping): UnresolvedNode {
  const { package: dbtPackage, file, location } = entry;
  const name = textOf(value.get("name")) ?? "";
  const model = textOf(value.get("model"));
  const owner = type === "unit_test" && model !== undefined ? [model] : [];
  const uniqueId = [type, dbtPackage.name, ...owner, name].join(".");
  const fqn = [dbtPackage.name, ...foldersOf(file.relativePath), ...owner, name];
  const named = namesOf(context, entry, type, { uniqueId, value });
  const configured = nodeConfig({ type, fqn, package: dbtPackage, root: context.root, patch: patchOf(value) });
  const tags = [...new Set([...textList(configured.get("tags")), ...(listOf(value.get("tags")) ?? [])])];
  const config = type === "exposure" ? new Map(configured).set("tags", tags.toSorted()) : configured;
  const description = context.describe(textOf(value.get("description")) ?? "", {
    packageName: dbtPackage.name,
    uniqueId,
    location,
    config,
  });
  return {
    uniqueId,
    resourceType: type,
    packageName: dbtPackage.name,
    name,
    fqn,
    alias: name,
    originalFilePath: file.originalPath,
    path: file.relativePath,
    location,
    patchLocation: undefined,
    rawCode: "",
    language: undefined,
    config,
    tags: type === "exposure" ? tags.toSorted() : tags,
    meta: new Map([...mappingOf(value.get("meta")), ...mappingOf(config.get("meta"))]),
    description,
    columns: new Map(),
    group: textOf(config.get("group")) ?? textOf(value.get("group")),
    access: undefined,
    version: undefined,
    latestVersion: undefined,
    refs: named.refs,
    sources: named.sources,
    metrics: named.metrics,
    dependsOn: [],
    uncertainParents: [],
    test: undefined,
    attachedNode: undefined,
    sourceName: undefined,
    extra: new Map([...value].filter(([key]) => !["name", "description", "config", "tags", "meta", "depends_on"].includes(key))),
    gaps: gapsOfNames(named, { location }, uniqueId),
  };
}

function patchOf(value: DbtMapping): DbtMapping {
  const config = new Map(mappingOf(value.get("config")));
  if (value.get("enabled") !== undefined && !config.has("enabled")) config.set("enabled", value.get("enabled") ?? null);
  return config;
}

interface NamingNode {
  readonly uniqueId: string;
  readonly value: DbtMapping;
}

function namesOf(context: ProjectContext, entry: SchemaEntry, type: ResourceType, { uniqueId, value }: NamingNode): Named {
  const node = nodeContext(context, entry.package, { name: textOf(value.get("name")) ?? "", uniqueId, resourceType: type });
  const jinja = (texts: readonly string[]): Named => evaluateTexts(node, [texts.map((text) => `{{ ${text} }}`).join("\n")]);
  if (type === "exposure") return jinja(listOf(value.get("depends_on")) ?? []);
  if (type === "semantic_model") return jinja(listOf(value.get("model")) ?? []);
  if (type === "unit_test") return unitTestNames(value);
  if (type === "saved_query") return { ...newNamed(), metrics: listOf(mappingOf(value.get("query_params")).get("metrics")) ?? [] };
  return { ...newNamed(), metrics: inputMetrics(value) };
}

function unitTestNames(value: DbtMapping): Named {
  const name = textOf(value.get("model"));
  return name === undefined
    ? newNamed()
    : { ...newNamed(), refs: [{ name, package: undefined, version: undefined, uncertain: undefined }] };
}

function inputMetrics(value: DbtMapping): string[] {
  const params = mappingOf(value.get("type_params"));
  const inputs = [
    params.get("numerator"),
    params.get("denominator"),
    ...(Array.isArray(params.get("metrics")) ? (params.get("metrics") as DbtValue[]) : []),
  ];
  return inputs.flatMap((input) => textOf(isMapping(input) ? input.get("name") : input) ?? []);
}

/** Measures that a metric is made of, by name. */
export function inputMeasures(extra: ReadonlyMap<string, DbtValue>): string[] {
  const params = mappingOf(extra.get("type_params"));
  const conversion = mappingOf(params.get("conversion_type_params"));
  const inputs = [params.get("measure"), conversion.get("base_measure"), conversion.get("conversion_measure")];
  return inputs.flatMap((input) => textOf(isMapping(input) ? input.get("name") : input) ?? []);
}
