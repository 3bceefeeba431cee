/** Every project of projects/ is read as dbt itself reads it; record/record_manifest.py makes the goldens. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDbtProject } from "../../src/dbt/read-dbt-project.ts";
import { PROJECTS, treeOfFolder } from "./project-tree.ts";
import { type ReducedManifest, type ReducedNode, reduceProject } from "./reduced-manifest.ts";

/** Not claimed: thresholds of freshness stay as they are written. */
const UNCOMPARED = new Set(["freshness"]);

function comparable(node: ReducedNode): ReducedNode {
  const config = Object.entries(node["config"] as Record<string, unknown>).filter(([key]) => !UNCOMPARED.has(key));
  return {
    ...node,
    config: Object.fromEntries(config.map(([key, value]) => [key, key === "tags" ? [...new Set(value as string[])].sort() : value])),
  };
}

describe("reading a dbt project", () => {
  for (const name of readdirSync(PROJECTS)) {
    it(`finds in ${name} the nodes, parents, tests and configuration that dbt finds`, () => {
      const golden = JSON.parse(readFileSync(join(PROJECTS, name, "manifest.golden.json"), "utf8")) as ReducedManifest;

      const project = readDbtProject(treeOfFolder(join(PROJECTS, name)), "", { environment: new Map() });

      const read = project && reduceProject(project);
      expect(Object.keys(read?.nodes ?? {}).sort()).toEqual(Object.keys(golden.nodes).sort());
      for (const [id, node] of Object.entries(golden.nodes)) expect(comparable(read?.nodes[id] ?? {}), id).toEqual(comparable(node));
      expect(read?.disabled).toEqual(golden.disabled);
      expect(read?.groups).toEqual(golden.groups);
      expect(project?.gaps).toEqual([]);
    });
  }
});
