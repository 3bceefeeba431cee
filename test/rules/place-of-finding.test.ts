/** What is said of the call that makes an asset stands in the data file that names the asset; what is said of its function stays there. */
import { describe, expect, it } from "vitest";
import { checkFiles } from "./check-files.ts";

const DEFINITIONS = `import dagster as dg
import yaml

TABLES = yaml.safe_load(open("tables.yaml"))


def build(table):
    @dg.asset(name=table["name"], tags=table["tags"])
    def _asset(upstream): ...

    return _asset


defs = dg.Definitions(assets=[build(table) for table in TABLES])
`;

describe("a finding about an asset that a data file names", () => {
  const found = async (rule: string) => {
    const files = { "definitions.py": DEFINITIONS, "tables.yaml": '- name: orders\n  tags: {"bad key!": x}\n' };
    const findings = await checkFiles(files, "definitions.py");
    return findings.filter((finding) => finding.rule === rule);
  };

  it("stands in that file, and names the place in the code", async () => {
    const [finding] = await found("invalid-tag-key");

    expect(finding?.location).toMatchObject({ path: "tables.yaml", start: 8 });
    expect(finding?.related).toContainEqual(expect.objectContaining({ message: "made here" }));
  });

  it("stays with the function where it is about the function", async () => {
    const [finding] = await found("asset-untyped-parameter");

    expect(finding?.location.path).toBe("definitions.py");
  });
});
