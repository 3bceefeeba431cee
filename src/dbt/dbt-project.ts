/** A dbt project as it was read: its nodes and how they hang together. Manifests are read into the same shape. */
import type { DbtNode } from "./nodes/dbt-node.ts";
import type { DbtPackage } from "./project/project-file.ts";
import type { DbtGap, DbtProblem } from "./project/project-reading.ts";
import type { DbtMapping } from "./value.ts";

export interface DbtGroup {
  readonly name: string;
  readonly packageName: string;
  readonly owner: DbtMapping;
  readonly config: DbtMapping;
  readonly description: string;
}

export interface DbtProject {
  readonly name: string;
  /** From the repository's root. */
  readonly folder: string;
  readonly packages: readonly DbtPackage[];
  /** Of the committed profile, where it says so literally. */
  readonly adapter: string | undefined;
  /** Of a manifest; dbt makes it from the project's name. */
  readonly projectId: string | undefined;
  /** Enabled nodes by `unique_id`; tests that lost their node are among them, switched off. */
  readonly nodes: ReadonlyMap<string, DbtNode>;
  readonly disabled: ReadonlyMap<string, DbtNode>;
  readonly groups: ReadonlyMap<string, DbtGroup>;
  readonly selectors: DbtSelectors;
  readonly problems: readonly DbtProblem[];
  readonly gaps: readonly DbtGap[];
  /** Packages that are named and not in the repository. */
  readonly missingPackages: readonly string[];
  /** Files that are not loaded yet: the project is to be read again with them. */
  readonly needs: readonly string[];
}

/** `selectors.yml`: definitions by name, as written. */
export type DbtSelectors = ReadonlyMap<string, DbtMapping>;
