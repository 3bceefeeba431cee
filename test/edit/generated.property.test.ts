/**
 * Generated projects and renames: the re-read graph is the old one under the new name, everything outside of the edits is byte-equal, renaming back
 * restores the files, and twice is once.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyEdits, invertEdits } from "../../src/base/text-edit.ts";
import { edited, editFiles, type Files, graphOf } from "./edit-files.ts";

const NAMES = ["orders", "customers", "payments", "refunds", "prices"] as const;

interface GeneratedAsset {
  readonly style: "function" | "name" | "key" | "spec";
  readonly takes: "parameter" | "deps-name" | "deps-string" | "ins";
  /** Of those before it. */
  readonly upstream: readonly boolean[];
}

interface Generated {
  readonly assets: readonly GeneratedAsset[];
  readonly single: boolean;
  readonly crlf: boolean;
  readonly tabs: boolean;
  readonly direct: boolean;
  readonly selection: boolean;
}

const generated: fc.Arbitrary<Generated> = fc.record({
  assets: fc.array(
    fc.record({
      style: fc.constantFrom("function", "name", "key", "spec"),
      takes: fc.constantFrom("parameter", "deps-name", "deps-string", "ins"),
      upstream: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: NAMES.length },
  ) as fc.Arbitrary<readonly GeneratedAsset[]>,
  single: fc.boolean(),
  crlf: fc.boolean(),
  tabs: fc.boolean(),
  direct: fc.boolean(),
  selection: fc.boolean(),
});

interface Naming {
  readonly dg: string;
  readonly names: readonly string[];
  readonly variables: readonly string[];
}

function renderAsset({ style, takes, upstream }: GeneratedAsset, index: number, { dg, names, variables }: Naming): string {
  const wanted = names.slice(0, index).filter((_, before) => upstream[before]);
  const variable = variables[index] ?? "";
  const deps = wanted.map((name) => (takes === "deps-name" ? (variables[names.indexOf(name)] ?? "") : `"${name}"`)).join(", ");
  const depsText = wanted.length > 0 && (takes.startsWith("deps") || style === "spec") ? `deps=[${deps}]` : "";
  if (style === "spec") return `${variable} = ${dg}AssetSpec("${names[index]}"${depsText === "" ? "" : `, ${depsText}`})  # external`;
  const entries = wanted.map((name, at) => `"in_${at}": ${dg}AssetIn("${name}")`).join(", ");
  const ins = takes === "ins" && entries !== "" ? `ins={${entries}}` : "";
  const args = [nameText(style, names[index] ?? "", dg), depsText, ins].filter((text) => text !== "").join(", ");
  const parameters = takes === "parameter" ? wanted : takes === "ins" ? wanted.map((_, at) => `in_${at}`) : [];
  return `@${dg}asset${args === "" ? "" : `(${args})`}\ndef ${variable}(${parameters.join(", ")}):\n    return [${parameters.join(", ")}]  # uses\n`;
}

function nameText(style: GeneratedAsset["style"], name: string, dg: string): string {
  if (style === "name") return `name="${name}"`;
  return style === "key" ? `key=${dg}AssetKey(["${name}"])` : "";
}

function render(project: Generated): Files {
  const dg = project.direct ? "" : "dg.";
  const names = NAMES.slice(0, project.assets.length);
  const variables = project.assets.map(({ style }, index) => (style === "function" ? names[index] : `made_${index}`) ?? "");
  const naming = { dg, names, variables };
  const blocks = project.assets.map((asset, index) => renderAsset(asset, index, naming));
  const imports = project.direct
    ? "from dagster import AssetIn, AssetKey, AssetSpec, Definitions, asset, define_asset_job"
    : "import dagster as dg";
  const job = project.selection
    ? `job = ${dg}define_asset_job("all_of_it", selection="${names.map((name) => `key:${name}`).join(" or ")}")\n`
    : "";
  const end = `defs = ${dg}Definitions(assets=[${variables.join(", ")}]${job === "" ? "" : ", jobs=[job]"})\n`;
  let text = `${imports}\n\n\n${blocks.join("\n\n")}\n\n${job}${end}`;
  if (project.single) text = text.replaceAll('"', "'");
  if (project.tabs) text = text.replaceAll("    ", "\t");
  if (project.crlf) text = text.replaceAll("\n", "\r\n");
  return { "definitions.py": text };
}

it("renames any asset of a generated project, and back", async () => {
  await fc.assert(
    fc.asyncProperty(generated, fc.nat(), async (project, pick) => {
      const files = render(project);
      const asset = NAMES[pick % project.assets.length] ?? "orders";
      const request = { kind: "rename-asset", asset, to: "renamed_one" } as const;
      const outcome = await editFiles(files, request);
      if (outcome.kind === "refusal") {
        expect(JSON.stringify(outcome.diagnostics), files["definitions.py"]).toMatch(/selection of the job/);
        return;
      }
      for (const { before, after, edits } of outcome.files) {
        expect(applyEdits(before ?? "", edits)).toBe(after);
        expect(applyEdits(after, invertEdits(before ?? "", edits))).toBe(before);
      }
      const after = await edited(files, request);
      expect(await edited(after, request)).toEqual(after);
      expect(await edited(after, { kind: "rename-asset", asset: "renamed_one", to: asset })).toEqual(files);
      const keys = (await graphOf(after)).flatMap(({ nodes }) => nodes.map(({ key }) => key));
      const expected = (await graphOf(files)).flatMap(({ nodes }) => nodes.map(({ key }) => (key === asset ? "renamed_one" : key)));
      expect([...keys].sort()).toEqual([...expected].sort());
    }),
    { numRuns: 25, seed: 7 },
  );
}, 60_000);
