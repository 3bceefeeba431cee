/** The dependencies of an asset whose entry in a component's YAML says what it is: elements of its `deps`, user strings. */
import type { AssetClaim } from "../../dagster/loading/graph/asset-graph.ts";
import { type KeyPath, toUserString } from "../../dagster/model/asset-key.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import { type FormatNode, type FormatPath, nodeAt } from "../../formats/format-node.ts";
import type { Project } from "../project.ts";
import { assetEntry } from "./asset-entry.ts";
import { removeFromYaml, setInYaml, type YamlDocument } from "./yaml-place.ts";

interface EntryDeps {
  readonly document: YamlDocument;
  readonly at: FormatPath;
  /** `undefined`: none are given yet. */
  readonly node: FormatNode | undefined;
}

function entryDeps(project: Project, claim: AssetClaim): EntryDeps | undefined {
  const entry = assetEntry(project, claim);
  if (entry?.kind !== "spec") return undefined;
  const at = [...entry.at, "deps"];
  return { document: entry.document, at, node: nodeAt(entry.document.root, at) };
}

/** `undefined`: the asset has no such entry, or its `deps` are no list. */
export function addEntryDep(project: Project, claim: AssetClaim, upstream: KeyPath): readonly FileEdit[] | undefined {
  const deps = entryDeps(project, claim);
  if (!deps) return undefined;
  const { document, at, node } = deps;
  if (node === undefined) return setInYaml(document, at, [toUserString(upstream)]);
  return node.kind === "sequence" ? setInYaml(document, [...at, node.items.length], toUserString(upstream)) : undefined;
}

/** `deps` goes with its last element. */
export function removeEntryDep(project: Project, claim: AssetClaim, upstream: KeyPath): readonly FileEdit[] | undefined {
  const deps = entryDeps(project, claim);
  if (deps?.node?.kind !== "sequence") return undefined;
  const { document, at, node } = deps;
  const index = node.items.findIndex((item) => item.kind === "scalar" && item.value === toUserString(upstream));
  if (index < 0) return undefined;
  return removeFromYaml(document, node.items.length === 1 ? at : [...at, index]);
}
