/** What cannot be read of a component is said at its place in the YAML, and everything beside it is read. */
import { describe, expect, it } from "vitest";
import { readParserBinaries } from "../../../src/adapters/files/package-files.ts";
import { analyzeProject } from "../../../src/dagster/analyze-project.ts";
import { createPythonParser } from "../../../src/syntax/python-parser.ts";
import type { CodeLocation } from "../../../src/types/graph-document.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";

const parser = await createPythonParser(await readParserBinaries());

const PROJECT = {
  "pyproject.toml": '[tool.dg]\ndirectory_type = "project"\n\n[tool.dg.project]\nroot_module = "kiln"\n',
  "src/kiln/__init__.py": "",
  "src/kiln/definitions.py":
    "from pathlib import Path\n\nimport dagster as dg\n\n\n@dg.definitions\ndef defs():\n    return dg.load_from_defs_folder(path_within_project=Path(__file__).parent)\n",
  "src/kiln/defs/fired/defs.yaml": scriptOver("key: fired"),
};

function scriptOver(...asset: readonly string[]): string {
  return `type: dagster.PythonScriptComponent\nattributes:\n  execution: { path: fire.py }\n  assets:\n    - ${asset.join("\n      ")}\n`;
}

async function read(defsYaml: string, more: Readonly<Record<string, string>> = {}): Promise<CodeLocation> {
  const tree = createMemoryTree({ ...PROJECT, ...more, "src/kiln/defs/glaze/defs.yaml": defsYaml });
  await tree.load(tree.paths());
  const { locations } = analyzeProject(tree, { environment: new Map(), root: "" }, parser);
  const [location] = locations;
  if (!location) throw new Error("no location was found");
  return location.document;
}

const FILE = "src/kiln/defs/glaze/defs.yaml";

describe.each([
  [
    "YAML that does not parse",
    "type: dagster.PythonScriptComponent\nattributes:\n  assets: [key: a\n",
    "Dagster refuses this component",
    4,
  ],
  ["a type of a library that is not known", "type: pottery_wheel.WheelComponent\n", "pottery_wheel.WheelComponent", 1],
  ["a type that is not in the repository", "type: kiln.wheels.Wheel\n", "kiln.wheels", 1],
  ["an attribute that there is not", scriptOver("key: glazed", "colour: red"), "`colour` is no attribute", 6],
  ["a key that there is not", "type: dagster.PythonScriptComponent\nattribute: {}\n", "`attribute` is no key of a component", 2],
  ["no type", "attributes: {}\n", "no `type`", 1],
  ["a name that is not in scope", scriptOver('key: "{{ colour }}"'), "`colour` is not in the scope", 5],
  ["a template that does not parse", scriptOver('key: "{{ colour"'), "refuses this template", 5],
])("A component with %s", (_, defsYaml, message, line) => {
  it("leaves the graph open at its place, and its neighbours read", async () => {
    const { nodes, unresolved } = await read(defsYaml);

    expect(nodes.map(({ key }) => key)).toEqual(["fired"]);
    expect(unresolved).toContainEqual(expect.objectContaining({ message: expect.stringContaining(message), file: FILE, line }));
  });
});

describe("A component of the repository whose build_defs raises", () => {
  it("is unresolved where it raises", async () => {
    const wheels =
      "import dagster as dg\n\n\nclass Wheel(dg.Component):\n    def build_defs(self, context):\n        raise ValueError('broken')\n";

    const { nodes, unresolved } = await read("type: .wheels.Wheel\n", { "src/kiln/defs/glaze/wheels.py": wheels });

    expect(nodes.map(({ key }) => key)).toEqual(["fired"]);
    expect(unresolved).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining("ValueError: broken"), file: "src/kiln/defs/glaze/wheels.py", line: 6 }),
    );
  });
});

describe("A template over the environment", () => {
  it("takes the default and says so", async () => {
    const { nodes } = await read(scriptOver("key: glazed", "group_name: \"{{ env('KILN_GROUP', 'kiln') }}\""));

    expect(nodes.find(({ key }) => key === "glazed")).toMatchObject({
      group: "kiln",
      assumes: ["KILN_GROUP unset"],
      source: { file: FILE, line: 5 },
    });
  });

  it("is unresolved where the variable is required", async () => {
    const { nodes, unresolved } = await read(scriptOver("key: glazed", "group_name: \"{{ env('KILN_GROUP') }}\""));

    expect(nodes.find(({ key }) => key === "glazed")).toMatchObject({ unresolved: ["group"], component: "glaze" });
    expect(unresolved).toContainEqual(
      expect.objectContaining({ subject: "asset:glazed", field: "group", reason: "runtime-input", file: FILE, line: 6 }),
    );
  });
});
