/**
 * What YAML says of a node that a file defines: which node it means (by name, or one version of a model), its configuration,
 * description, columns and tests. Properties that moved below `config` count there.
 */

import { groupBy } from "../../base/group-by.ts";
import { mergeLevel } from "../config/merge-config.ts";
import type { FileNode } from "../nodes/file-node.ts";
import { mappingOf, textOf } from "../project/project-file.ts";
import { cloneValue, type DbtMapping, type DbtValue, isMapping, numberOf, pythonStr } from "../value.ts";
import { versionColumns, type WrittenColumn, writtenColumns } from "./columns.ts";
import type { SchemaEntry } from "./schema-file.ts";

export interface WrittenTest {
  readonly value: DbtValue;
  readonly path: readonly (string | number)[];
}

export interface NodePatch {
  readonly entry: SchemaEntry;
  readonly name: string;
  readonly description: string;
  readonly config: DbtMapping;
  readonly columns: readonly WrittenColumn[];
  readonly tests: readonly WrittenTest[];
  readonly quoteColumns: boolean;
  readonly version: DbtValue | undefined;
  readonly latestVersion: DbtValue | undefined;
}

const MOVED_TO_CONFIG = ["meta", "docs", "group", "contract", "access"] as const;

/** The patch of an entry without versions. */
export function plainPatch(entry: SchemaEntry): NodePatch {
  const { value } = entry;
  return {
    entry,
    name: textOf(value.get("name")) ?? "",
    description: textOf(value.get("description")) ?? "",
    config: patchConfig(value),
    columns: writtenColumns(value),
    tests: writtenTests(value, []),
    quoteColumns: value.get("quote_columns") === true,
    version: undefined,
    latestVersion: undefined,
  };
}

function patchConfig(value: DbtMapping): DbtMapping {
  const config = new Map(mappingOf(value.get("config")));
  for (const key of MOVED_TO_CONFIG) {
    const moved = value.get(key);
    if (moved !== undefined && !config.has(key)) config.set(key, cloneValue(moved));
  }
  return config;
}

/** Tests of an entry or a column, under either of their names. */
export function writtenTests(value: DbtMapping, path: readonly (string | number)[]): WrittenTest[] {
  const key = Array.isArray(value.get("data_tests")) ? "data_tests" : "tests";
  const tests = value.get(key);
  return (Array.isArray(tests) ? tests : []).map((test, index) => ({ value: test, path: [...path, key, index] }));
}

export interface VersionPatch extends NodePatch {
  /** The file that defines the version has one of these names. */
  readonly fileNames: readonly string[];
}

/** One patch a version; none where the entry has no versions. */
export function versionPatches(entry: SchemaEntry): VersionPatch[] {
  const { value } = entry;
  const versions = value.get("versions");
  const listed = (Array.isArray(versions) ? versions : []).map((version, index) => ({ version, index }));
  const known = listed.flatMap(({ version, index }) => (isMapping(version) && version.has("v") ? [{ version, index }] : []));
  if (known.length === 0) return [];
  const latest = value.get("latest_version") ?? known.map(({ version }) => version.get("v") ?? null).reduce<DbtValue>(laterVersion, null);
  const base = plainPatch(entry);
  return known.map(({ version, index }) => {
    const v = version.get("v") ?? null;
    const config = new Map(base.config);
    mergeLevel(config, mappingOf(version.get("config")));
    const suffixed = textOf(version.get("defined_in")) ?? `${base.name}_v${pythonStr(v)}`;
    const path = ["versions", index];
    const own = version.has("tests") || version.has("data_tests");
    return {
      ...base,
      config,
      description: textOf(version.get("description")) ?? base.description,
      columns: versionColumns(value, version, path),
      tests: own ? writtenTests(version, path) : base.tests,
      version: v,
      latestVersion: latest,
      fileNames: pythonStr(v) === pythonStr(latest) ? [suffixed, base.name] : [suffixed],
    };
  });
}

function laterVersion(left: DbtValue, right: DbtValue): DbtValue {
  if (left === null) return right;
  const [a, b] = [left, right].map((version) => numberOf(version) ?? Number(pythonStr(version)));
  if (a !== undefined && b !== undefined && !Number.isNaN(a) && !Number.isNaN(b)) return b > a ? right : left;
  return pythonStr(right) > pythonStr(left) ? right : left;
}

const SECTION_TYPES: ReadonlyMap<string, string> = new Map([
  ["models", "model"],
  ["seeds", "seed"],
  ["snapshots", "snapshot"],
  ["analyses", "analysis"],
  ["data_tests", "test"],
]);

export interface MatchedPatches {
  readonly patches: Map<FileNode, NodePatch>;
  /** Name nothing that is there. */
  readonly unmatched: NodePatch[];
  /** Say again what another entry, which counts, says of a node. */
  readonly repeated: { readonly patch: NodePatch; readonly first: NodePatch }[];
}

/** Patches by the node they belong to. */
export function matchPatches(nodes: readonly FileNode[], entries: readonly SchemaEntry[]): MatchedPatches {
  const patches = new Map<FileNode, NodePatch>();
  const unmatched: NodePatch[] = [];
  const repeated: { readonly patch: NodePatch; readonly first: NodePatch }[] = [];
  const byName = groupBy(nodes, ({ type, name }) => `${type}:${name}`);
  for (const entry of entries) {
    const type = SECTION_TYPES.get(entry.section);
    if (type === undefined) continue;
    const versions = entry.section === "models" ? versionPatches(entry) : [];
    for (const patch of versions.length > 0 ? versions : [{ ...plainPatch(entry), fileNames: [textOf(entry.value.get("name")) ?? ""] }]) {
      const named = patch.fileNames.flatMap((name) => byName.get(`${type}:${name}`) ?? []);
      const found = named.filter((node) => !patches.has(node));
      const node = found.find((candidate) => candidate.package === entry.package) ?? found[0];
      if (node !== undefined) patches.set(node, patch);
      else {
        unmatched.push(patch);
        const first = named.map((other) => patches.get(other)).find((other) => other?.entry.package === entry.package);
        if (first !== undefined && patch.version === undefined) repeated.push({ patch, first });
      }
    }
  }
  return { patches, unmatched, repeated };
}
