/** Selections mean the nodes that dbt lists for them; record/record_selection.py makes the golden. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDbtProject } from "../../src/dbt/read-dbt-project.ts";
import { selectionGraph, selectNodes } from "../../src/dbt/selection/select-nodes.ts";
import { PROJECTS, treeOfFolder } from "./project-tree.ts";

interface Recorded {
  readonly select?: string;
  readonly exclude?: string;
  readonly selector?: string;
  readonly selected: readonly string[];
}

const SHOP = join(PROJECTS, "shop");
const recorded = JSON.parse(readFileSync(join(SHOP, "selection.golden.json"), "utf8")) as readonly Recorded[];
const project = readDbtProject(treeOfFolder(SHOP), "", { environment: new Map() });
if (project === undefined) throw new Error("the shop is not read");
const graph = selectionGraph(project);

describe("selecting nodes of a dbt project", () => {
  for (const { selected, ...selection } of recorded) {
    it(`selects what dbt selects for ${JSON.stringify(selection)}`, () => {
      const found = selectNodes(graph, selection);

      expect([...found.ids].sort()).toEqual(selected);
      expect(found.undecided.size).toBe(0);
    });
  }

  it("says which selector does not exist", () => {
    expect(selectNodes(graph, { selector: "weekly" }).invalid).toEqual(["the selector `weekly` does not exist"]);
  });

  it("leaves undecided what a state decides", () => {
    expect(selectNodes(graph, { select: "state:modified" }).undecided.size).toBeGreaterThan(0);
  });
});
