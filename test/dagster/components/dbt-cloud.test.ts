/** What only a dbt Cloud account knows is unresolved, at the component that names it; the rest of the location is read. */
import { describe, expect, it } from "vitest";
import { analyzeProject } from "../../../src/dagster/analyze-project.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";
import { testParser } from "../../syntax/test-parser.ts";

const parser = await testParser();

describe("a dbt Cloud component", () => {
  it("leaves the graph open and hides no other definition", async () => {
    const tree = createMemoryTree({
      "pyproject.toml": '[tool.dg]\ndirectory_type = "project"\n[tool.dg.project]\nroot_module = "shop"\n',
      "shop/__init__.py": "",
      "shop/defs/__init__.py": "",
      "shop/defs/report.py": "import dagster as dg\n\n@dg.asset\ndef report(): ...\n",
      "shop/defs/cloud/defs.yaml": `type: dagster_dbt.DbtCloudComponent
attributes:
  workspace:
    account_id: 1
    project_id: 2
    environment_id: 3
    token: "{{ env.DBT_CLOUD_TOKEN }}"
  select: "tag:nightly"
`,
    });
    await tree.load([...tree.paths()]);

    const { locations } = analyzeProject(tree, { environment: new Map(), root: "" }, parser);

    const [{ document }] = locations as [(typeof locations)[0]];
    expect(document.nodes.map(({ key }) => key)).toEqual(["report"]);
    expect(document.unresolved).toMatchObject([
      {
        subject: "location",
        reason: "runtime-input",
        message: expect.stringContaining("what a dbt Cloud account holds is known at run time only"),
      },
    ]);
  });
});
