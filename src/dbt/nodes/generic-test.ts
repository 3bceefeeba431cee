/**
 * Tests that YAML puts on models, seeds, snapshots and the tables of sources. Their names and ids are dbt's to the letter; their
 * arguments are rendered for the `ref`s in them, and a test macro of the repository is evaluated for what it configures.
 */
import type { Location } from "../../base/span.ts";
import { nodeConfig } from "../config/node-config.ts";
import type { MacroDefinition } from "../jinja/context/macro-index.ts";
import { type Named, type NodeContext, newNamed, nodeRun, type RefCall, type SourceCall } from "../jinja/context/node-context.ts";
import { macroOf } from "../jinja/macro.ts";
import { renderDeep } from "../jinja/render.ts";
import { childScope, hasJinja, type JinjaRun, joinText, parseDbtJinja } from "../jinja/run.ts";
import { foldersOf, type PackageFile } from "../project/package-files.ts";
import { type DbtPackage, listOf, mappingOf, textOf } from "../project/project-file.ts";
import { noteProblem } from "../project/project-reading.ts";
import { baseContext, nodeContext, type ProjectContext } from "../project-context.ts";
import { columnTags, type WrittenColumn } from "../schema/columns.ts";
import { type WrittenTest, writtenTests } from "../schema/patch.ts";
import { type DbtMapping, type DbtValue, isMapping, isUnknown, pythonStr } from "../value.ts";
import { gapsOfNames, textList } from "./assemble-node.ts";
import type { UnresolvedNode } from "./dbt-node.ts";
import { synthesizeTestNames, type TestMetadata, testHash } from "./test-name.ts";

/** What a test stands at. */
export interface TestTarget {
  readonly package: DbtPackage;
  readonly file: PackageFile;
  /** `orders`, `orders_v2`, `raw_orders` of table `orders` in source `raw`. */
  readonly name: string;
  /** What the test's `model` argument says: `ref('orders')`, and what that names. */
  readonly relation: string;
  readonly names: { readonly ref: RefCall } | { readonly source: SourceCall };
  /** Its unique id, unless it is a source's table. */
  readonly attachedNode: string | undefined;
  readonly isSource: boolean;
  readonly group: string | undefined;
  readonly quoteColumns: boolean;
  /** Of the source, for its columns' tests. */
  readonly tags: readonly string[];
  readonly locate: (path: readonly (string | number)[]) => Location;
}

export function testsOf(
  context: ProjectContext,
  target: TestTarget,
  tests: readonly WrittenTest[],
  columns: readonly WrittenColumn[],
): UnresolvedNode[] {
  const nodes: UnresolvedNode[] = [];
  const add = (test: WrittenTest, column: DbtMapping | undefined): void => {
    const node = genericTest(context, target, test, column);
    if (node !== undefined) nodes.push(node);
  };
  for (const { value, path } of columns) for (const test of writtenTests(value, path)) add(test, value);
  for (const test of tests) add(test, undefined);
  return nodes;
}

/** Arguments that configure a test wherever they stand. */
const CONFIG_ARGUMENTS = [
  "severity",
  "tags",
  "enabled",
  "where",
  "limit",
  "warn_if",
  "error_if",
  "fail_calc",
  "store_failures",
  "store_failures_as",
  "meta",
  "database",
  "schema",
  "alias",
];

const IS_CONFIG: ReadonlySet<string> = new Set([...CONFIG_ARGUMENTS, "config"]);

interface TestParts extends TestMetadata {
  readonly config: DbtMapping;
  readonly description: string;
  readonly givenName: string | undefined;
}

function genericTest(
  context: ProjectContext,
  target: TestTarget,
  test: WrittenTest,
  column: DbtMapping | undefined,
): UnresolvedNode | undefined {
  const location = target.locate(test.path);
  const columnName = column === undefined ? undefined : columnNameOf(target, column);
  const parts = readTest(context, target, test.value, columnName);
  if (parts === undefined) {
    noteProblem(context.reading, location.path, {
      kind: "properties",
      severity: "error",
      message: "the test has no name, or its arguments are no mapping",
      span: location,
    });
    return undefined;
  }
  const { arguments: args, config } = parts;
  const prefix = `${target.isSource ? "source_" : ""}${parts.name}`;
  const names = synthesizeTestNames(parts.namespace === undefined ? prefix : `${parts.namespace}_${prefix}`, target.name, args);
  const full = parts.givenName ?? names.full;
  const short = parts.givenName ?? names.short;
  const givenTags = textList(config.get("tags"));
  if (short !== full && !config.has("alias")) config.set("alias", short);
  const { package: dbtPackage, file } = target;
  const uniqueId = `test.${dbtPackage.name}.${full}.${testHash(full, parts)}`;
  const fqn = [dbtPackage.name, ...foldersOf(file.originalPath).slice(1), full];
  const definition = testMacro(context, dbtPackage, parts);
  const named = evaluateTest(context, target, { parts, definition, node: { name: full, uniqueId, resourceType: "test" } });
  if (definition === undefined) warnUnknownTest(context, parts, uniqueId, location);
  const merged = nodeConfig({ type: "test", fqn, package: dbtPackage, root: context.root, calls: named.config });
  const description = context.describe(parts.description, { packageName: dbtPackage.name, uniqueId, location, config: merged });
  const tags = [...target.tags, ...(column === undefined ? [] : columnTags(column)), ...givenTags];
  return {
    uniqueId,
    resourceType: "test",
    packageName: dbtPackage.name,
    name: full,
    fqn,
    alias: textOf(merged.get("alias")) ?? full,
    originalFilePath: file.originalPath,
    path: `${short}.sql`,
    location,
    patchLocation: undefined,
    rawCode: "",
    language: "sql",
    config: merged,
    tags: tags.length === 0 ? textList(merged.get("tags")) : [...new Set([...tags.sort(), ...textList(merged.get("tags"))])],
    meta: mappingOf(merged.get("meta")),
    description,
    columns: NONE,
    group: target.group,
    access: undefined,
    version: undefined,
    latestVersion: undefined,
    refs: named.refs,
    sources: named.sources,
    metrics: named.metrics,
    dependsOn: [],
    uncertainParents: [],
    test: { namespace: parts.namespace, name: parts.name, arguments: args, columnName },
    attachedNode: target.attachedNode,
    sourceName: undefined,
    extra: NONE,
    gaps: gapsOfNames(named, { location }, uniqueId),
  };
}

/** A test has neither columns nor anything else of its own. */
const NONE: UnresolvedNode["columns"] & UnresolvedNode["extra"] = new Map<string, never>();

function columnNameOf(target: TestTarget, column: DbtMapping): string {
  const name = textOf(column.get("name")) ?? "";
  const quoted = column.get("quote") === true || (column.get("quote") === undefined && target.quoteColumns);
  return quoted ? `"${name}"` : name;
}

function readTest(context: ProjectContext, target: TestTarget, value: DbtValue, columnName: string | undefined): TestParts | undefined {
  const split = splitTest(value);
  if (split === undefined) return undefined;
  const args: DbtMapping = split.arguments === undefined ? new Map() : new Map(split.arguments);
  if (columnName !== undefined) args.set("column_name", columnName);
  const nested = args.get("arguments");
  if (context.root.flags.get("require_generic_test_arguments_property") !== false && isMapping(nested)) {
    args.delete("arguments");
    for (const [key, item] of nested) args.set(key, item);
  }
  const config = takeConfig(context, target.package, args);
  const match = /^(?:([a-zA-Z_]\w*)\.)?([a-zA-Z_]\w*)/.exec(split.name);
  if (match === null) return undefined;
  const description = takeText(args, "description") ?? "";
  const givenName = takeText(args, "name");
  args.set("model", `{{ get_where_subquery(${target.relation}) }}`);
  return { namespace: match[1], name: match[2] ?? "", arguments: args, config, description, givenName };
}

function takeText(args: DbtMapping, key: string): string | undefined {
  const value = textOf(args.get(key));
  args.delete(key);
  return value;
}

/** `unique`, `{unique: {…}}`, `{test_name: unique, …}`. */
function splitTest(value: DbtValue): { readonly name: string; readonly arguments: DbtMapping | undefined } | undefined {
  if (typeof value === "string") return { name: value, arguments: undefined };
  if (!isMapping(value)) return undefined;
  const named = value.get("test_name");
  if (typeof named === "string") return { name: named, arguments: new Map([...value].filter(([key]) => key !== "test_name")) };
  const [only] = value;
  if (only === undefined || value.size > 1) return undefined;
  const [name, args] = only;
  if (args === null) return { name, arguments: undefined };
  return isMapping(args) ? { name, arguments: args } : undefined;
}

/** Takes what configures the test out of its arguments, rendered. */
function takeConfig(context: ProjectContext, dbtPackage: DbtPackage, args: DbtMapping): DbtMapping {
  if (!hasConfig(args)) return new Map();
  const given = mappingOf(args.get("config"));
  args.delete("config");
  const config: DbtMapping = new Map();
  for (const key of CONFIG_ARGUMENTS) {
    const value = args.get(key) ?? given.get(key);
    args.delete(key);
    if (value !== undefined && value !== null) config.set(key, value);
  }
  for (const [key, value] of given) if (!config.has(key) && value !== null) config.set(key, value);
  if (config.size === 0) return config;
  const rendered = renderDeep(baseContext(context, dbtPackage), config, () => true);
  const tags = isMapping(rendered) ? listOf(rendered.get("tags")) : undefined;
  if (isMapping(rendered) && tags !== undefined) rendered.set("tags", tags);
  return isMapping(rendered) ? rendered : config;
}

function hasConfig(args: DbtMapping): boolean {
  for (const key of args.keys()) if (IS_CONFIG.has(key)) return true;
  return false;
}

/** The column is no template, and what the model's names is known. */
function isPlain(key: string): boolean {
  return key === "column_name" || key === "model";
}

interface Evaluated {
  readonly parts: TestParts;
  readonly definition: MacroDefinition | undefined;
  readonly node: NodeContext["node"];
}

/** What the arguments name, and what the test's own macro configures and names. */
function evaluateTest(context: ProjectContext, target: TestTarget, { parts, definition, node }: Evaluated): Named {
  const named = newNamed(parts.config);
  if ("ref" in target.names) named.refs.push(target.names.ref);
  else named.sources.push(target.names.source);
  if (definition === undefined && !hasTemplates(parts.arguments)) return named;
  const run = nodeRun(nodeContext(context, target.package, node), named);
  const values = new Map<string, DbtValue>();
  for (const [key, value] of parts.arguments) values.set(key, isPlain(key) ? value : rendered(run, value));
  if (definition === undefined) return named;
  macroOf(run, definition, undefined).call?.({ positional: [], keywords: values });
  return named;
}

function hasTemplates(args: DbtMapping): boolean {
  for (const [key, value] of args) if (!isPlain(key) && isTemplate(value)) return true;
  return false;
}

/** Does any text in it have to be evaluated? */
function isTemplate(value: DbtValue): boolean {
  if (typeof value === "string") return LOOKS_LIKE_A_CALL.test(value) || hasJinja(value);
  if (Array.isArray(value)) return value.some(isTemplate);
  return isMapping(value) && [...value.values()].some(isTemplate);
}

function testMacro({ macros, root }: ProjectContext, dbtPackage: DbtPackage, { namespace, name }: TestParts): MacroDefinition | undefined {
  if (namespace !== undefined) return macros.find(namespace, `test_${name}`);
  return macros.find(dbtPackage.name, `test_${name}`) ?? macros.find(root.name, `test_${name}`);
}

/** dbt's own. */
const BUILT_IN_TESTS = new Set(["unique", "not_null", "accepted_values", "relationships"]);

/** A test of a package that is declared and not in the repository is known to nobody; any other that is not there fails when it is run. */
function warnUnknownTest(context: ProjectContext, { namespace, name }: TestParts, uniqueId: string, location: Location): void {
  const isKnown = namespace === undefined || namespace === "dbt" ? BUILT_IN_TESTS.has(name) : context.missing.length > 0;
  if (isKnown) return;
  noteProblem(context.reading, location.path, {
    kind: "unknown-test",
    severity: "warning",
    message: `there is no test \`${namespace === undefined ? name : `${namespace}.${name}`}\``,
    node: uniqueId,
    span: location,
  });
}

const LOOKS_LIKE_A_CALL = /^\s*(env_var|ref|var|source|doc)\s*\(.+\)\s*$/;

function rendered(run: JinjaRun, value: DbtValue): DbtValue {
  if (Array.isArray(value)) return value.map((item) => rendered(run, item));
  if (isMapping(value)) return new Map([...value].map(([key, item]) => [key, rendered(run, item)]));
  if (typeof value !== "string" || isUnknown(value)) return value;
  const text = LOOKS_LIKE_A_CALL.test(value) ? `{{ ${pythonStr(value)} }}` : value;
  if (!hasJinja(text)) return value;
  const parts: DbtValue[] = [];
  run.execute(childScope(undefined), parseDbtJinja(text).body, parts);
  return parts.length === 1 ? (parts[0] ?? "") : joinText(parts);
}
