/** dbt's selection methods: which nodes `tag:nightly` or `config.materialized:view` mean. A value that is not known is neither. */
import { fileNameOf } from "../../base/repository-path.ts";
import type { ResourceType } from "../config/node-config.ts";
import type { DbtNode } from "../nodes/dbt-node.ts";
import { type DbtUnknown, type DbtValue, dbtUnknown, findUnknown, isMapping, isUnknown, pythonStr } from "../value.ts";
import { fnmatch, globCovers } from "./fnmatch.ts";
import type { SelectionCriteria } from "./selection.ts";

export interface MethodContext {
  readonly rootName: string;
  /** `original_file_path` of the YAML that describes a node. */
  readonly patchPath: (node: DbtNode) => string | undefined;
}

type Method = (node: DbtNode, criteria: SelectionCriteria, context: MethodContext) => boolean | DbtUnknown;

const isParsed = (node: DbtNode): boolean => ["model", "seed", "snapshot", "analysis", "test"].includes(node.resourceType);

function named(type: ResourceType): Method {
  return (node, { value }) => {
    if (node.resourceType !== type) return false;
    const parts = value.split(".");
    const name = type === "source" ? [node.sourceName ?? "", node.name] : [node.name];
    if (type === "source" && parts.length === 1) parts.push("*");
    const patterns = parts.length > name.length ? parts : ["*", ...parts];
    return [node.packageName, ...name].every((part, index) => fnmatch(part, patterns[index] ?? "*"));
  };
}

const METHODS: Readonly<Record<string, Method>> = {
  fqn: (node, { value }) =>
    node.resourceType !== "source" && (matchesName(node, node.fqn, value) || matchesName(node, node.fqn.slice(1), value)),
  tag: (node, { value }) => node.tags.some((tag) => fnmatch(tag, value)) || (findUnknown(node.config.get("tags")) ?? false),
  group: (node, { value }) => {
    const group = node.config.get("group");
    if (isUnknown(group)) return group;
    return (isParsed(node) || node.resourceType === "metric") && typeof group === "string" && fnmatch(group, value);
  },
  access: (node, { value }) => node.resourceType === "model" && node.access === value,
  source: named("source"),
  exposure: named("exposure"),
  metric: named("metric"),
  semantic_model: named("semantic_model"),
  saved_query: named("saved_query"),
  unit_test: named("unit_test"),
  path: (node, { value }, { patchPath }) => {
    const patch = patchPath(node);
    return globCovers(value, node.originalFilePath) || (patch !== undefined && isExact(value, patch));
  },
  file: (node, { value }) => {
    const name = fileNameOf(node.originalFilePath);
    return fnmatch(name, value) || fnmatch(name.replace(/\.[^.]*$/, ""), value);
  },
  package: (node, { value }, { rootName }) => fnmatch(node.packageName, value === "this" ? rootName : value),
  config: (node, criteria) => (isParsed(node) || node.resourceType === "source") && matchesConfig(node, criteria),
  resource_type: (node, { value }) => node.resourceType === value,
  test_name: (node, { value }) =>
    node.resourceType === "unit_test" ? fnmatch(node.name, value) : node.test !== undefined && fnmatch(node.test.name, value),
  test_type: (node, { value }) => {
    if (value === "unit") return node.resourceType === "unit_test";
    if (node.resourceType !== "test") return false;
    if (value === "generic" || value === "schema") return node.test !== undefined;
    return value === "data" || (value === "singular" && node.test === undefined);
  },
  version: (node, { value }) => matchesVersion(node, value),
};

export function matchesCriteria(node: DbtNode, criteria: SelectionCriteria, context: MethodContext): boolean | DbtUnknown {
  const method = Object.hasOwn(METHODS, criteria.method) ? METHODS[criteria.method] : undefined;
  if (method !== undefined) return method(node, criteria, context);
  const stateful = ["state", "result", "source_status"].includes(criteria.method);
  return stateful ? dbtUnknown("runtime-input", `what \`${criteria.method}:${criteria.value}\` selects is known at run time only`) : false;
}

/** A YAML file is meant by its own path only, not by its folder's. */
function isExact(pattern: string, path: string): boolean {
  return globCovers(pattern, path) && !globCovers(pattern, path.split("/").slice(0, -1).join("/") || " ");
}

function matchesName(node: DbtNode, fqn: readonly string[], selector: string): boolean {
  const leaf = node.version === undefined ? fqn.at(-1) : fqn.at(-2);
  if (leaf === selector) return true;
  const steps = selector.split(".");
  if (node.version !== undefined && fqn.slice(-2).join("_") === steps.slice(-2).join("_")) return true;
  const flat = fqn.flatMap((segment) => segment.split("."));
  if (flat.length < steps.length) return false;
  const wildcard = steps.findIndex((step) => /[*?[\]]/.test(step));
  const literal = wildcard === -1 ? steps : steps.slice(0, wildcard);
  if (!literal.every((step, index) => flat[index] === step)) return false;
  if (wildcard === -1 || fnmatch(flat.slice(wildcard).join("."), steps.slice(wildcard).join("."))) return true;
  return steps.length === 1 && fnmatch(leaf ?? "", selector);
}

function matchesConfig(node: DbtNode, { arguments: path, value }: SelectionCriteria): boolean | DbtUnknown {
  let found: DbtValue | undefined = node.config;
  for (const step of path) {
    if (isUnknown(found)) return found;
    found = isMapping(found) ? found.get(step === "pre_hook" || step === "post_hook" ? step.replace("_", "-") : step) : undefined;
  }
  if (found === undefined) return false;
  const unknown = findUnknown(found);
  if (unknown !== undefined) return unknown;
  const isSeverity = path.length === 1 && path[0] === "severity";
  return (Array.isArray(found) ? found : [found]).some((item) => equalsText(item, value, isSeverity));
}

function equalsText(item: DbtValue, value: string, ignoresCase: boolean): boolean {
  if (typeof item === "boolean") return value.toLowerCase() === String(item);
  if (typeof item !== "string") return false;
  return ignoresCase ? item.toLowerCase() === value.toLowerCase() : item === value;
}

function matchesVersion(node: DbtNode, value: string): boolean {
  if (node.resourceType !== "model") return false;
  if (node.version === undefined || node.version === null) return value === "none";
  const order = compareVersions(node.version, node.latestVersion ?? null);
  if (value === "latest") return order === 0;
  return value === "prerelease" ? order > 0 : value === "old" && order < 0;
}

function compareVersions(left: DbtValue, right: DbtValue): number {
  const [a, b] = [Number(pythonStr(left)), Number(pythonStr(right))];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return pythonStr(left) === pythonStr(right) ? 0 : pythonStr(left) < pythonStr(right) ? -1 : 1;
}
