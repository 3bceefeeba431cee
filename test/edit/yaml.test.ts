/** Assets that are said in YAML: keys, fields, and every comment where it was. */
import { describe, expect, it } from "vitest";
import { edited, type Files, graphOf, refused } from "./edit-files.ts";

const DEFS = `# what the print shop makes
type: dagster.FunctionComponent
attributes:
  execution: shop.work.run  # the function
  assets:
    # the front page
    - key: pages/front  # first
      group_name: "pages"
      deps: [editions]   # from elsewhere
    - { key: pages/back, deps: [pages/front] }
`;

const files: Files = {
  "pyproject.toml": '[tool.dg]\ndirectory_type = "project"\n\n[tool.dg.project]\nroot_module = "shop"\n',
  "shop/__init__.py": "",
  "shop/work.py": "def run(context): ...\n",
  "shop/definitions.py":
    "import dagster as dg\nfrom pathlib import Path\n\n\n@dg.definitions\ndef defs():\n    return dg.load_from_defs_folder(path_within_project=Path(__file__).parent)\n",
  "shop/defs/__init__.py": "",
  "shop/defs/print/defs.yaml": DEFS,
  "shop/defs/report.py": 'import dagster as dg\n\n\n@dg.asset(deps=[dg.AssetKey(["pages", "front"])])\ndef report(): ...\n',
};

async function yaml(request: Parameters<typeof edited>[1]): Promise<string | undefined> {
  return (await edited(files, request))["shop/defs/print/defs.yaml"];
}

describe("an asset in a component's YAML", () => {
  it("is renamed with all that names it, in YAML and in Python", async () => {
    const request = { kind: "rename-asset", asset: "pages/front", to: "pages/cover" } as const;
    const after = await edited(files, request);
    expect(after["shop/defs/print/defs.yaml"]).toBe(DEFS.replaceAll("pages/front", "pages/cover"));
    expect(after["shop/defs/report.py"]).toContain('["pages", "cover"]');
    expect(await edited(after, request)).toEqual(after);
    expect(await edited(after, { kind: "rename-asset", asset: "pages/cover", to: "pages/front" })).toEqual(files);
  });

  it("is given a longer key", async () => {
    expect(await yaml({ kind: "rename-asset", asset: "pages/back", to: "print/pages/back" })).toBe(
      DEFS.replace("pages/back", "print/pages/back"),
    );
  });

  it.each([
    ["group", "sales", DEFS.replace('"pages"', '"sales"')],
    ["owners", "team:data", DEFS.replace("# from elsewhere\n", "# from elsewhere\n      owners:\n        - team:data\n")],
    [
      "partitions",
      "daily:2024-01-01",
      DEFS.replace(
        "# from elsewhere\n",
        '# from elsewhere\n      partitions_def:\n        type: daily\n        start_date: "2024-01-01"\n',
      ),
    ],
  ] as const)("has its %s set, and nothing else moves", async (field, value, expected) => {
    const request = { kind: "set", asset: "pages/front", field, value } as const;
    const after = await edited(files, request);
    expect(after["shop/defs/print/defs.yaml"]).toBe(expected);
    expect(await edited(after, request)).toEqual(after);
  });

  it("gives the file back when a field is set and unset", async () => {
    const set = await edited(files, { kind: "set", asset: "pages/back", field: "description", value: "The last page" });
    expect(set["shop/defs/print/defs.yaml"]).toBe(
      DEFS.replace("deps: [pages/front] }", "deps: [pages/front], description: The last page }"),
    );
    expect(await edited(set, { kind: "set", asset: "pages/back", field: "description" })).toEqual(files);
  });

  it("gains and loses dependencies", async () => {
    const request = { asset: "pages/back", upstream: "editions" };
    const after = await edited(files, { kind: "add-dep", ...request });
    expect(after["shop/defs/print/defs.yaml"]).toBe(DEFS.replace("[pages/front]", "[pages/front, editions]"));
    expect(await edited(after, { kind: "remove-dep", ...request })).toEqual(files);
    expect(await yaml({ kind: "remove-dep", asset: "pages/back", upstream: "pages/front" })).toBe(
      DEFS.replace(", deps: [pages/front] }", " }"),
    );
  });

  it("loses a field with its line", async () => {
    expect(await yaml({ kind: "set", asset: "pages/front", field: "group" })).toBe(DEFS.replace('      group_name: "pages"\n', ""));
  });

  it("is not renamed when its key is a template", async () => {
    const computed = { ...files, "shop/defs/print/defs.yaml": DEFS.replace("key: pages/back", "key: \"{{ 'pages/' ~ 'back' }}\"") };
    expect((await graphOf(computed)).flatMap(({ nodes }) => nodes.map(({ key }) => key))).toContain("pages/back");
    expect(await refused(computed, { kind: "rename-asset", asset: "pages/back", to: "pages/last" })).toMatch(
      /^(graph-would-differ|not-editable)/,
    );
  });
});
