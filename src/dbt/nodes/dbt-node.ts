/**
 * A node of a dbt project: what a manifest says of it, and where it stands in the repository. Nodes that are read from the
 * project's files and nodes of a committed manifest have this one shape.
 */
import type { Location } from "../../base/span.ts";
import type { ResourceType } from "../config/node-config.ts";
import type { RefCall, SourceCall } from "../jinja/context/node-context.ts";
import type { DbtGap } from "../project/project-reading.ts";
import type { DbtMapping, DbtUnknown, DbtValue } from "../value.ts";

export interface DbtColumn {
  readonly name: string;
  readonly description: string;
  readonly dataType: string | undefined;
  readonly tags: readonly string[];
  readonly meta: DbtMapping;
}

export interface DbtTest {
  readonly namespace: string | undefined;
  /** Of the generic test: `unique`. */
  readonly name: string;
  readonly arguments: DbtMapping;
  readonly columnName: string | undefined;
}

export interface DbtNode {
  /** `model.shop.orders`. */
  readonly uniqueId: string;
  readonly resourceType: ResourceType;
  readonly packageName: string;
  readonly name: string;
  readonly fqn: readonly string[];
  readonly alias: string;
  /** From the package's folder. */
  readonly originalFilePath: string;
  /** From the searched folder. */
  readonly path: string;
  /** Where it is defined; of a test, the item in the YAML. */
  readonly location: Location;
  /** Where YAML describes it. */
  readonly patchLocation: Location | undefined;
  readonly rawCode: string;
  readonly language: "sql" | "python" | undefined;
  readonly config: DbtMapping;
  readonly tags: readonly string[];
  readonly meta: DbtMapping;
  readonly description: string | DbtUnknown;
  readonly columns: ReadonlyMap<string, DbtColumn>;
  readonly group: string | undefined;
  readonly access: string | undefined;
  readonly version: DbtValue | undefined;
  readonly latestVersion: DbtValue | undefined;
  readonly refs: readonly RefCall[];
  readonly sources: readonly SourceCall[];
  readonly metrics: readonly string[];
  /** `unique_id`s, in the order of the text. */
  readonly dependsOn: readonly string[];
  /** Parents that hold only if something unknown does. */
  readonly uncertainParents: readonly string[];
  readonly test: DbtTest | undefined;
  /** `unique_id` of the node that a generic test stands at. */
  readonly attachedNode: string | undefined;
  /** Of a source's table. */
  readonly sourceName: string | undefined;
  /** What else a manifest says of this kind of node. */
  readonly extra: ReadonlyMap<string, DbtValue>;
  /** The node's entry in a committed manifest, where it comes from one. */
  readonly manifest?: DbtMapping;
  readonly gaps: readonly DbtGap[];
}

/** What a node is before its references are resolved: lists that are still empty. */
export type UnresolvedNode = Omit<DbtNode, "dependsOn" | "uncertainParents"> & {
  readonly dependsOn: string[];
  readonly uncertainParents: string[];
};

export function isEnabled(node: Pick<DbtNode, "config">): boolean {
  return node.config.get("enabled") !== false;
}
