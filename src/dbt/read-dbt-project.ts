/**
 * A dbt project from its own files: no manifest, no warehouse, no dbt. The steps are dbt's: project file, packages, macros, then the
 * files of every package, then what YAML says of them and the tests it adds, then references. A broken file costs what is in it.
 */

import { md5 } from "../base/hash/md5.ts";
import type { SourceTree } from "../base/source-tree.ts";
import type { DbtGroup, DbtProject, DbtSelectors } from "./dbt-project.ts";
import { readMacros } from "./jinja/context/macro-index.ts";
import { assembleNode, yamlSnapshot } from "./nodes/assemble-node.ts";
import { type DbtNode, isEnabled, type UnresolvedNode } from "./nodes/dbt-node.ts";
import { type FileNode, readFileNodes } from "./nodes/file-node.ts";
import { testsOf } from "./nodes/generic-test.ts";
import { hookNodes } from "./nodes/hook-nodes.ts";
import { sourceNodes } from "./nodes/source-nodes.ts";
import { yamlNodes } from "./nodes/yaml-nodes.ts";
import { bringsOnlyMacros } from "./project/macro-only-packages.ts";
import { fileFinder } from "./project/package-files.ts";
import { readPackages } from "./project/packages.ts";
import { adapterOf, readTarget } from "./project/profile.ts";
import { type DbtPackage, mappingOf, readPackage, textOf } from "./project/project-file.ts";
import { type DbtGap, type DbtOptions, joinPath, noteProblem, type ProjectReading, readProjectYaml } from "./project/project-reading.ts";
import { baseContext, type Described, descriptionContext, type ProjectContext } from "./project-context.ts";
import { checkGroups } from "./resolve/check-groups.ts";
import { checkRelations } from "./resolve/check-relations.ts";
import { resolveReferences } from "./resolve/resolve-references.ts";
import { describeWith, readDocs } from "./schema/docs.ts";
import { matchPatches, type NodePatch, plainPatch } from "./schema/patch.ts";
import { readSchemaFile, type SchemaEntry } from "./schema/schema-file.ts";
import { fromFormat, isMapping, pythonStr } from "./value.ts";

/** `undefined` when `folder` holds no `dbt_project.yml`. */
export function readDbtProject(tree: SourceTree, folder: string, options: DbtOptions): DbtProject | undefined {
  const reading: ProjectReading = { tree, options, problems: [], gaps: [], needs: new Set() };
  const root = readPackage(reading, folder, (profile) => readTarget(reading, folder, profile));
  if (root === undefined) return undefined;
  const { context, missing } = openProject(reading, root);
  const entries = context.packages.flatMap((dbtPackage) => schemaEntries(context, dbtPackage));
  const unresolved = withoutDuplicates(reading, collectNodes(context, entries));
  const disabled = new Set(unresolved.filter((node) => !isEnabled(node)).map(({ uniqueId }) => uniqueId));
  const nodes = resolveReferences(reading, unresolved, root.name);
  const groups = groupsOf(entries);
  checkGroups(reading, nodes, new Set(groups.keys()));
  if (!namesRelations(context)) checkRelations(reading, nodes);
  return {
    name: root.name,
    folder,
    packages: context.packages,
    adapter: context.adapter,
    projectId: md5(root.name),
    nodes: byId(nodes.filter(({ uniqueId }) => !disabled.has(uniqueId))),
    disabled: byId(nodes.filter(({ uniqueId }) => disabled.has(uniqueId))),
    groups,
    selectors: readSelectors(reading, root),
    problems: reading.problems,
    gaps: [...reading.gaps, ...gapsOf(nodes)],
    missingPackages: missing,
    needs: [...reading.needs].sort(),
  };
}

function openProject(reading: ProjectReading, root: DbtPackage): { readonly context: ProjectContext; readonly missing: readonly string[] } {
  const target = readTarget(reading, root.folder, root.profile);
  const { packages, missing } = readPackages(reading, root, target);
  for (const { name, file } of missing) {
    if (bringsOnlyMacros(name)) continue;
    reading.gaps.push({
      reason: "external-library",
      message: `the dbt package \`${name}\` is not in the repository`,
      location: { path: file, start: 0, end: 0 },
    });
  }
  const finders = new Map(packages.map((dbtPackage) => [dbtPackage.name, fileFinder(reading, dbtPackage)]));
  const opened = packages.flatMap((dbtPackage) => {
    const finder = finders.get(dbtPackage.name);
    return finder === undefined ? [] : [{ dbtPackage, finder }];
  });
  const macros = readMacros(
    reading,
    opened.map(({ dbtPackage: { name, paths }, finder }) => ({
      name,
      finder,
      folders: [...paths.macro, ...paths.test.map((path) => `${path}/generic`)],
    })),
  );
  const docs = readDocs(reading, opened, root.name);
  const bases = new Map(packages.map((dbtPackage) => [dbtPackage.name, descriptionContext({ reading, root, target }, dbtPackage)]));
  const describe: ProjectContext["describe"] = (text, described) => {
    const base = bases.get(described.packageName);
    return base === undefined ? text : describeWith(docs, base, { text, onMissing: (name) => refuseDoc(reading, name, described) });
  };
  const context = {
    reading,
    root,
    packages,
    missing: missing.map(({ name }) => name),
    finders,
    target,
    adapter: adapterOf(target),
    macros,
    describe,
  };
  return { context, missing: missing.map(({ name }) => name) };
}

/** Of dbt's own package, which is never in the repository. */
const OWN_DOC = "__overview__";

function refuseDoc(reading: ProjectReading, name: string, { uniqueId, location, config }: Described): void {
  const enabled = config.get("enabled") ?? true;
  if (name === OWN_DOC || enabled !== true) return;
  noteProblem(reading, location.path, {
    kind: "unknown-doc",
    severity: "error",
    message: `the description of \`${uniqueId}\` shows the doc block \`${name}\`, which is not there`,
    node: uniqueId,
    span: location,
  });
}

/** Does a macro of the project decide what relations are called? */
function namesRelations({ packages, macros }: ProjectContext): boolean {
  return packages.some(({ name }) => NAMING_MACROS.some((macro) => macros.find(name, macro) !== undefined));
}

const NAMING_MACROS = ["generate_alias_name", "generate_schema_name", "generate_database_name"] as const;

function schemaEntries(context: ProjectContext, dbtPackage: DbtPackage): SchemaEntry[] {
  const { paths } = dbtPackage;
  const folders = [...new Set([...paths.model, ...paths.seed, ...paths.snapshot, ...paths.analysis, ...paths.macro, ...paths.test])];
  const files = context.finders.get(dbtPackage.name)?.(folders, [".yml", ".yaml"]) ?? [];
  const unique = [...new Map(files.map((file) => [file.file, file])).values()];
  const base = baseContext(context, dbtPackage);
  return unique.flatMap((file) => readSchemaFile(context.reading, dbtPackage, file, base));
}

function collectNodes(context: ProjectContext, entries: readonly SchemaEntry[]): UnresolvedNode[] {
  const fromYaml = entries.filter(({ section, value }) => section === "snapshots" && value.has("relation"));
  const fileNodes = [
    ...context.packages.flatMap((dbtPackage) => readFileNodes(context, dbtPackage)),
    ...fromYaml.flatMap((entry) => yamlSnapshot(context, plainPatch(entry)) ?? []),
  ];
  const { patches, unmatched, repeated } = matchPatches(fileNodes, entries);
  const nodes: UnresolvedNode[] = context.packages.flatMap((dbtPackage) => hookNodes(context, dbtPackage));
  for (const fileNode of fileNodes) {
    const patch = patches.get(fileNode);
    const node = assembleNode(context, fileNode, patch);
    nodes.push(node);
    if (patch !== undefined) nodes.push(...patchTests(context, patch, { fileNode, node }));
  }
  for (const { patch, first } of repeated) refuseRepeated(context, patch, first);
  for (const patch of unmatched) {
    if (!repeated.some((other) => other.patch === patch)) warnUnmatched(context, patch);
    nodes.push(...patchTests(context, patch, undefined));
  }
  const overrides = entries.filter(({ section, value }) => section === "sources" && value.has("overrides"));
  for (const entry of entries) {
    if (entry.section === "sources" && !overrides.includes(entry)) {
      const { sources, tests } = sourceNodes(context, entry, overrides);
      nodes.push(...sources, ...tests);
    } else nodes.push(...yamlNodes(context, entry));
  }
  return nodes;
}

const TESTABLE = new Set(["models", "seeds", "snapshots"]);

function patchTests(
  context: ProjectContext,
  patch: NodePatch,
  target: { readonly fileNode: FileNode; readonly node: UnresolvedNode } | undefined,
): UnresolvedNode[] {
  const { entry, version } = patch;
  if (!TESTABLE.has(entry.section)) return [];
  const versioned = version === undefined ? "" : `, version='${pythonStr(version)}'`;
  return testsOf(
    context,
    {
      package: entry.package,
      file: entry.file,
      name: version === undefined ? patch.name : `${patch.name}_v${pythonStr(version)}`,
      relation: `ref('${patch.name}'${versioned})`,
      names: {
        ref: {
          name: patch.name,
          package: undefined,
          version: version === undefined ? undefined : pythonStr(version),
          uncertain: undefined,
        },
      },
      attachedNode: target?.node.uniqueId,
      isSource: false,
      group: target?.node.group,
      quoteColumns: patch.quoteColumns,
      tags: [],
      locate: entry.locate,
    },
    patch.tests,
    patch.columns,
  );
}

function warnUnmatched({ reading }: ProjectContext, { entry, name }: NodePatch): void {
  noteProblem(reading, entry.location.path, {
    kind: "unmatched-properties",
    severity: "warning",
    message: `there is no node \`${name}\` for this entry of \`${entry.section}\``,
    span: entry.location,
  });
}

function refuseRepeated({ reading }: ProjectContext, { entry, name }: NodePatch, first: NodePatch): void {
  noteProblem(reading, entry.location.path, {
    kind: "duplicate-properties",
    severity: "error",
    message: `there are two entries of \`${entry.section}\` for \`${name}\``,
    related: first.entry.location,
    span: entry.location,
  });
}

/** Two files of one name make one id: dbt refuses that; here the first counts. */
function withoutDuplicates(reading: ProjectReading, nodes: readonly UnresolvedNode[]): UnresolvedNode[] {
  const seen = new Map<string, UnresolvedNode>();
  return nodes.filter((node) => {
    const first = seen.get(node.uniqueId);
    if (first === undefined || (!isEnabled(first) && isEnabled(node))) {
      seen.set(node.uniqueId, node);
      return true;
    }
    if (isEnabled(node)) {
      noteProblem(reading, node.location.path, {
        kind: "duplicate-node",
        severity: "error",
        message: `the ${node.resourceType} \`${node.name}\` is defined twice`,
        node: node.uniqueId,
        related: first.location,
        span: node.location,
      });
    }
    return false;
  });
}

function byId(nodes: readonly DbtNode[]): Map<string, DbtNode> {
  const ids = new Map<string, DbtNode>();
  for (const node of nodes) ids.set(node.uniqueId, node);
  return ids;
}

function gapsOf(nodes: readonly DbtNode[]): DbtGap[] {
  const gaps: DbtGap[] = [];
  for (const node of nodes) gaps.push(...node.gaps);
  return gaps;
}

function groupsOf(entries: readonly SchemaEntry[]): Map<string, DbtGroup> {
  const groups = entries.filter(({ section }) => section === "groups");
  return new Map(
    groups.map(({ value, package: { name: packageName } }) => {
      const name = textOf(value.get("name")) ?? "";
      const description = textOf(value.get("description")) ?? "";
      return [
        `group.${packageName}.${name}`,
        { name, packageName, owner: mappingOf(value.get("owner")), config: mappingOf(value.get("config")), description },
      ];
    }),
  );
}

function readSelectors(reading: ProjectReading, root: DbtPackage): DbtSelectors {
  const file = joinPath(root.folder, "selectors.yml") ?? "selectors.yml";
  if (!reading.tree.has(file)) return new Map();
  const selectors = mappingOf(fromFormat(readProjectYaml(reading, file))).get("selectors");
  const entries = (Array.isArray(selectors) ? selectors : []).filter(isMapping);
  return new Map(entries.map((entry) => [textOf(entry.get("name")) ?? "", entry]));
}
